"""Sounds for tests: short random clips, and an independent sum of them."""

from collections.abc import Iterable

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from tempo_trainer.audio.bank import CUE_KINDS, Bank
from tempo_trainer.audio.pcm import Pcm
from tempo_trainer.workout.timeline import Cue

SAMPLES_PER_MS = 48
FULL = 32_767


def tone(length: int, height: int, channels: tuple[int, int] = (1, 1)) -> Pcm:
    """A clip that has `height` at every sample: easy to find again in a sum."""
    return np.array([[height * channels[0], height * channels[1]]] * length, np.int16).reshape(-1, 2)


def noise(length: int, peak: int, seed: int) -> Pcm:
    """Random samples up to a peak, both of its signs in it."""
    clip = np.random.default_rng(seed).integers(-peak, peak + 1, (length, 2)).astype(np.int16)
    clip[:1] = peak
    return clip


def banks(longest: int, peaks: st.SearchStrategy[int]) -> st.SearchStrategy[Bank]:
    """A bank with another random clip for each kind of cue; some have none."""
    clips = st.builds(noise, st.integers(0, longest), peaks, st.integers(0, 9))
    tones = st.dictionaries(st.sampled_from(CUE_KINDS), clips, min_size=len(CUE_KINDS) - 2)
    return tones.map(Bank)


def summed(cues: Iterable[Cue], bank: Bank, first: int, count: int) -> NDArray[np.int64]:
    """Each cue's clip at sample 48·t, added up without any limit: what is to be heard."""
    total = np.zeros((count, 2), np.int64)
    for cue in cues:
        if cue.kind in bank.tones:
            clip = bank.tones[cue.kind]
            at = SAMPLES_PER_MS * cue.at_ms - first + np.arange(len(clip))
            inside = (at >= 0) & (at < count)
            total[at[inside]] += clip[inside]
    return total
