"""Finds where each cue of a timeline starts in a recording."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from tempo_trainer.audio.pcm import Pcm
from tempo_trainer.workout.timeline import Cue

LOUD = 1200  # quieter than half of the quietest clip's peak
QUIET = 48 * 150  # so many quiet samples, and the next loud one begins another sound


def sound_starts(samples: NDArray[np.int16]) -> NDArray[np.int64]:
    """Where the level rises above LOUD after a silence."""
    loud = np.flatnonzero(np.abs(samples.astype(np.int32)) >= LOUD)
    return loud[np.diff(loud, prepend=-QUIET - 1) > QUIET]


def attack(clip: Pcm) -> int:
    """How many samples after its first one a clip gets loud."""
    return int(np.flatnonzero(np.abs(clip[:, 0].astype(np.int32)) >= LOUD)[0])


def cue_starts(samples: NDArray[np.int16], cues: Sequence[Cue], tones: Mapping[str, Pcm]) -> NDArray[np.int64]:
    """The first sample of each cue; fails if the recording has not just as many sounds as there are cues."""
    found = sound_starts(samples)
    assert len(found) == len(cues), f"{len(found)} sounds were recorded where {len(cues)} cues are planned"
    return found - np.array([attack(tones[cue.kind]) for cue in cues], dtype=np.int64)
