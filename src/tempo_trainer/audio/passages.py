"""Where a stretch is cut into passages: as many whole sets with their rests as fit into five minutes.

A passage is handed to the sound card in one piece, so no seam can be heard inside it. Seams lie in silence: a
passage ends quiet (the last 400 ms that a card has taken cannot be stopped) and begins quiet (so being a little
late costs silence, never a sound).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from tempo_trainer.audio.bank import SAMPLES_PER_MS
from tempo_trainer.audio.score import Score

LONGEST = 300_000 * SAMPLES_PER_MS
QUIET_END = 400 * SAMPLES_PER_MS
QUIET_START = 200 * SAMPLES_PER_MS
_FAR = 2**60


@dataclass(frozen=True)
class Passage:
    """A window of a score, in samples; `quiet` is how many of its first samples are silent."""

    first: int
    stop: int
    quiet: int


def passages(score: Score, first: int, end: int, set_starts: Sequence[int]) -> Iterator[Passage]:
    """The passages from the sample `first` to `end`; `set_starts` are the samples before which a cut is best."""
    gaps = _gaps(score)
    while first < end:
        stop = _cut(gaps, first, end, set_starts)
        following = np.searchsorted(score.starts, first)
        start = int(score.starts[following]) if following < len(score.starts) else stop
        sounding = bool((score.ends[:following] > first).any())
        yield Passage(first, stop, 0 if sounding else min(start, stop) - first)
        first = stop


def seam_before(score: Score, sample: int) -> int:
    """Where to let go of what sounds, so that it has died away by `sample`: in the silence before, if there is any."""
    earliest = sample - QUIET_START
    sounded = score.ends[: np.searchsorted(score.starts, sample)]
    return min(sample, max(earliest, int(sounded.max(initial=earliest))))


def _gaps(score: Score) -> Sequence[tuple[int, int]]:
    """The silences of the score that are long enough for a cut; there is no end to the first and the last."""
    ends = np.concatenate([[-_FAR], np.maximum.accumulate(score.ends)])
    starts = np.concatenate([score.starts, [_FAR]])
    wide = starts - ends >= QUIET_END + QUIET_START
    return list(zip(ends[wide].tolist(), starts[wide].tolist(), strict=True))


def _cut(gaps: Sequence[tuple[int, int]], first: int, end: int, set_starts: Sequence[int]) -> int:
    if end - first <= LONGEST:
        return end
    latest = [(gap_start, min(gap_end - QUIET_START, first + LONGEST)) for gap_start, gap_end in gaps]
    cuts = [cut for gap_start, cut in latest if cut > first and cut - gap_start >= QUIET_END]
    best = set(set_starts)
    before_sets = [cut for cut in cuts if cut + QUIET_START in best]
    return max(before_sets, default=max(cuts, default=first + LONGEST))
