"""Finds where each cue of a timeline starts in a recording."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tempo_trainer.workout.timeline import Cue

RATE_MS = 48
LOUD = 1200  # quieter than half of the quietest clip's peak
PIECE = 20 * RATE_MS  # the beginning of a cue, by which it is known again; the shortest lasts 25 ms
REACH = 30 * RATE_MS  # so far from its place it is looked for
NEAR = 50 * RATE_MS

Signal = NDArray[np.int16]


def cue_starts(samples: Signal, cues: Sequence[Cue], planned: Signal) -> NDArray[np.int64]:
    """The first sample of each cue in a recording of what is planned, words included.

    Fails if one of them is missing or another one, or if anything is heard where nothing is planned.
    """
    offset = _first_loud(samples) - _first_loud(planned)
    starts = np.array([_found(samples, planned, cue.at_ms * RATE_MS, offset) for cue in cues], np.int64)
    _nothing_else(samples, planned, offset)
    return starts


def _found(samples: Signal, planned: Signal, at: int, offset: int) -> int:
    """Where the piece that is planned at a sample is most alike."""
    piece = planned[at : at + PIECE].astype(float)
    first = max(0, at + offset - REACH)
    around = samples[first : at + offset + REACH + PIECE].astype(float)
    energy = np.convolve(around**2, np.ones(PIECE), "valid")
    alike = np.correlate(around, piece, "valid") / np.sqrt(np.maximum(energy, 1.0) * (piece**2).sum())
    best = int(np.argmax(alike))
    assert alike[best] > 0.99, f"no sound like the one that is planned at {at / RATE_MS:.0f} ms"
    return first + best


def _nothing_else(samples: Signal, planned: Signal, offset: int) -> None:
    loud = np.flatnonzero(np.abs(samples.astype(np.int32)) >= LOUD) - offset
    wanted = np.flatnonzero(np.abs(planned.astype(np.int32)) >= LOUD // 4)
    before = wanted[np.maximum(np.searchsorted(wanted, loud) - 1, 0)]
    after = wanted[np.minimum(np.searchsorted(wanted, loud), len(wanted) - 1)]
    stray = loud[np.minimum(np.abs(loud - before), np.abs(after - loud)) > NEAR]
    assert not len(stray), f"a sound that is not planned at {stray[0] / RATE_MS:.0f} ms"


def _first_loud(samples: Signal) -> int:
    return int(np.argmax(np.abs(samples.astype(np.int32)) >= LOUD))
