"""The one kind of sound there is: 48 kHz, stereo, 16 bit. 1 ms is 48 samples."""

import numpy as np
from numpy.typing import NDArray

RATE = 48_000
SAMPLES_PER_MS = RATE // 1000
CHANNELS = 2
BYTES_PER_SAMPLE = 2
FULL_SCALE = 32_767

Pcm = NDArray[np.int16]
"""Shape (samples, 2)."""


def on_both_sides(samples: NDArray[np.int16]) -> Pcm:
    """A mono clip as a stereo one, without a copy: read-only."""
    return np.broadcast_to(samples.reshape(-1, 1), (samples.size, CHANNELS))
