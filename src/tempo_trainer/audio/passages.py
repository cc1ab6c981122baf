"""Where a stretch is cut into passages: as many whole sets with their rests as fit into five minutes.

A passage is handed to the sound card in one piece, so no seam can be heard inside it. Seams lie in silence: a
passage ends quiet (the last 400 ms that a card has taken cannot be stopped) and begins quiet (so being a little
late costs silence, never a sound).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from tempo_trainer.audio.pcm import SAMPLES_PER_MS, Pcm
from tempo_trainer.audio.score import Score

LONGEST = 300_000 * SAMPLES_PER_MS
QUIET_END = 400 * SAMPLES_PER_MS
QUIET_START = 200 * SAMPLES_PER_MS
WRITTEN_AHEAD = 100 * SAMPLES_PER_MS  # simpleaudio cannot take it back
TOLERATED = 30 * SAMPLES_PER_MS  # so little late, a passage that begins with a sound is played from its first sample
_FAR = 2**60


@dataclass(frozen=True)
class Passage:
    """A window of a score, in samples; `quiet` is how many of its first samples are silent."""

    first: int
    stop: int
    quiet: int


def passages(score: Score, first: int, end: int, set_starts: Sequence[int]) -> Iterator[Passage]:
    """The passages from the sample `first` to `end`; `set_starts` are the samples before which a cut is best."""
    gaps = _gaps(score, QUIET_END + QUIET_START)
    while first < end:
        stop = _cut(gaps, first, end, set_starts)
        following = np.searchsorted(score.starts, first)
        start = int(score.starts[following]) if following < len(score.starts) else stop
        yield Passage(first, stop, 0 if sounds_at(score, first) else min(start, stop) - first)
        first = stop


def seam_before(score: Score, sample: int) -> int:
    """Where to let go of what sounds, so that it has died away by `sample`: in the silence before, if there is any.

    Best where silence follows too, as an output still plays what it was given ahead.
    """
    earliest = sample - QUIET_START
    sounded = int(score.ends[: np.searchsorted(score.starts, sample)].max(initial=earliest))
    seams = ((max(start, earliest), end) for start, end in _gaps(score, WRITTEN_AHEAD))
    good = (seam for seam, end in seams if seam <= sample and seam + WRITTEN_AHEAD <= end)
    return next(good, min(sample, sounded))


def sounds_at(score: Score, sample: int) -> bool:
    """Whether a sound that began before the sample goes on there."""
    begun = np.searchsorted(score.starts, sample)
    return bool((score.ends[:begun] > sample).any())


def left_of(passage: Passage, score: Score, pcm: Pcm, late: int) -> Pcm:
    """What to play of a passage when it is so many samples late: less silence, or what is past and no use any more.

    In the middle of a sound it is faded in, in place: to copy five minutes takes too long now.
    """
    if passage.quiet < late <= passage.quiet + TOLERATED and not sounds_at(score, passage.first):
        late = passage.quiet
    left = pcm[max(0, late) :]
    if sounds_at(score, passage.stop - len(left)):
        _fade_in(left[:WRITTEN_AHEAD])
    return left


def _fade_in(pcm: Pcm) -> None:
    """Let it come up, while what an output was given before dies away."""
    pcm[:] = pcm * np.linspace(0, 1, len(pcm))[:, np.newaxis]


def _gaps(score: Score, length: int) -> Sequence[tuple[int, int]]:
    """The silences of the score that are at least so long; there is no end to the first and the last."""
    ends = np.concatenate([[-_FAR], np.maximum.accumulate(score.ends)])
    starts = np.concatenate([score.starts, [_FAR]])
    wide = starts - ends >= length
    return list(zip(ends[wide].tolist(), starts[wide].tolist(), strict=True))


def _cut(gaps: Sequence[tuple[int, int]], first: int, end: int, set_starts: Sequence[int]) -> int:
    if end - first <= LONGEST:
        return end
    latest = [(gap_start, min(gap_end - QUIET_START, first + LONGEST)) for gap_start, gap_end in gaps]
    cuts = [cut for gap_start, cut in latest if cut > first and cut - gap_start >= QUIET_END]
    best = set(set_starts)
    before_sets = [cut for cut in cuts if cut + QUIET_START in best]
    return max(before_sets, default=max(cuts, default=first + LONGEST))
