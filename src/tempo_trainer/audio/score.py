"""The score: which clip sounds at which sample. Made from a timeline, mixed to PCM in any window.

A cue at t ms starts at sample 48·t exactly. Clips add up; where they pile up so high that the sum could leave
16 bits, all clips of the score are made quieter by one factor beforehand, so that nothing clips or wraps.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tempo_trainer.audio.bank import CHANNELS, SAMPLES_PER_MS, Bank, Pcm
from tempo_trainer.workout.speech import Speech
from tempo_trainer.workout.timeline import Cue

FULL_SCALE = 32_767


@dataclass(frozen=True)
class Voices:
    """What of a score is to be heard."""

    ticks: bool = True
    words: bool = True


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


def score_of(cues: Iterable[Cue], speech: Iterable[Speech], bank: Bank, voices: Voices, gain: float = 1.0) -> Score:
    """The score of cues and speech; what the bank has no clip for stays silent."""
    sounds = [(cue.at_ms, bank.tones[cue.kind]) for cue in cues if cue.kind in bank.tones and _wanted(cue, voices)]
    if voices.words:
        sounds += [(word.at_ms, bank.words[word.text]) for word in speech if word.text in bank.words]
    sounds.sort(key=lambda sound: sound[0])
    quiet = {id(clip): _quieter(clip, gain) for _, clip in sounds}
    clips = [quiet[id(clip)] for _, clip in sounds]
    starts = np.array([at for at, _ in sounds], dtype=np.int64) * SAMPLES_PER_MS
    return Score(starts, clips, starts + np.array([len(clip) for clip in clips], dtype=np.int64))


def gain_for(score: Score) -> float:
    """The factor (at most 1) at which no sum of overlapping clips can leave 16 bits."""
    peaks = {id(clip): int(np.abs(clip.astype(np.int32)).max(initial=0)) for clip in score.clips}
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


def _wanted(cue: Cue, voices: Voices) -> bool:
    return voices.ticks or cue.kind != "tick"


def _quieter(clip: Pcm, gain: float) -> Pcm:
    return clip if gain == 1 else np.trunc(clip * gain).astype(np.int16)
