"""The score: which clip sounds at which sample, ready to be mixed to PCM in any window.

Clips add up; where they pile up so high that the sum could leave 16 bits, all clips of the timeline are made quieter by
one factor beforehand, so that nothing clips or wraps.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tempo_trainer.audio.pcm import CHANNELS, FULL_SCALE, Pcm
from tempo_trainer.audio.sounds import Sounds, volume
from tempo_trainer.session.hearing import EVERYTHING, Hearing


@dataclass(frozen=True)
class Score:
    """Sounds in order of their first samples; positions may be negative (a count-in before 0)."""

    starts: NDArray[np.int64]
    clips: Sequence[Pcm]
    ends: NDArray[np.int64]

    @property
    def end(self) -> int:
        """The sample after the last sound."""
        return int(self.ends.max(initial=0))


def score_of(sounds: Sounds, hearing: Hearing = EVERYTHING) -> Score:
    """The sounds as the runner wants to hear them; what is silent is left out."""
    volumes = np.array([volume(source, hearing) for source in sounds.sources])
    sounds = sounds.only(volumes[sounds.which] > 0)
    sounds = sounds.only(np.argsort(sounds.starts, kind="stable"))
    clips = {
        number: _quieter(sounds.clips[number], sounds.gain * volumes[number]) for number in set(sounds.which.tolist())
    }
    lengths = np.array([len(clip) for clip in sounds.clips], np.int64)
    ends = sounds.starts + lengths[sounds.which]
    return Score(sounds.starts, [clips[number] for number in sounds.which.tolist()], ends)


def gain_for(score: Score) -> float:
    """The factor (at most 1) at which no sum of overlapping clips can leave 16 bits."""
    each_once = {id(clip): clip for clip in score.clips}
    peaks = {key: int(np.abs(clip.astype(np.int32)).max(initial=0)) for key, clip in each_once.items()}
    rises = np.array([peaks[id(clip)] for clip in score.clips], dtype=np.int64)
    at = np.concatenate([score.ends, score.starts])  # ends first: what stops where another starts does not overlap
    height = np.cumsum(np.concatenate([-rises, rises])[np.argsort(at, kind="stable")])
    return min(1.0, FULL_SCALE / max(1, int(height.max(initial=0))))


def mix(score: Score, first: int, count: int) -> Pcm:
    """The samples `first` to `first + count` of the score, tails of earlier sounds included; shape (count, 2)."""
    pcm = np.zeros((count, CHANNELS), np.int16)
    longest = int((score.ends - score.starts).max(initial=0))
    begin, end = np.searchsorted(score.starts, [first - longest, first + count])
    for start, clip in zip(score.starts[begin:end].tolist(), score.clips[begin:end], strict=True):
        here, there = max(start - first, 0), min(start - first + len(clip), count)
        if here < there:
            pcm[here:there] += clip[here + first - start : there + first - start]
    return pcm


def _quieter(clip: Pcm, factor: float) -> Pcm:
    return clip if factor == 1 else np.trunc(clip * factor).astype(np.int16)
