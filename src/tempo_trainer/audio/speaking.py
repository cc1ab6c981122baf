"""From what Pico says (16 kHz) to a clip: resampled, trimmed, levelled.

The shipped clips and the words that are spoken at run time are made by the same functions, so they sound alike.
"""

import numpy as np
from numpy.typing import NDArray

from tempo_trainer.audio.pcm import FULL_SCALE, RATE, SAMPLES_PER_MS

Signal = NDArray[np.float64]
"""Shape (samples,), full scale = 1."""

PICO_RATE = 16_000
UP = RATE // PICO_RATE
PEAK = 0.55  # of full scale: with a tone (0.34) and a tick (0.11) it just fits
LOUDNESS_DB = -14.5  # of each clip, as `loudness_db` measures it
PRESENCE_DB = 6.0  # more of what is high: consonants, which the tones leave alone
PRESENCE_HZ = 1500.0
GATE_DB = 12.0  # frames so far below the loudest one are no part of the loudness: pauses, ends of words
AUDIBLE_DB = -34.0  # below the loudest sample: where speech begins and ends
NEAR_DB = 0.05
ROUNDS = 4
FRAME = 20 * SAMPLES_PER_MS
CLEAR_DB = -26.0  # where it is heard beside a tone
LONGEST_LEAD_IN = 18 * SAMPLES_PER_MS  # from the start of a clip to where it is clear: of a long, weak th the end
LEAD_IN = 4 * SAMPLES_PER_MS  # of silence before the first sound of a clip, faded in
TAIL = 20 * SAMPLES_PER_MS  # after its last sound, faded out

_TAPS = 240  # on each side, at 48 kHz
_BETA = 8.0  # of the Kaiser window: images are 80 dB down
_CUT_HZ = 7_500.0


def made_clip(said: NDArray[np.int16]) -> NDArray[np.int16]:
    """Speech at 16 kHz as a clip at 48 kHz, both of shape (samples,); an empty one if nothing is to be heard."""
    signal = brightened(trimmed(resampled(said / 2.0**15)))
    return np.trunc(levelled(signal) * FULL_SCALE).astype(np.int16)


def resampled(signal: Signal) -> Signal:
    """Three samples for each one: what a windowed-sinc low-pass makes of the samples with zeros between them."""
    at = np.arange(-_TAPS, _TAPS + 1)
    low_pass = 2 * _CUT_HZ / RATE * np.sinc(2 * _CUT_HZ / RATE * at) * np.kaiser(len(at), _BETA) * UP
    if not len(signal):
        return signal
    out = np.zeros(len(signal) * UP + 2 * _TAPS)
    for phase in range(UP):  # zeros need no multiplying
        part = np.convolve(signal, low_pass[phase::UP])
        out[phase::UP][: len(part)] = part[: len(out[phase::UP])]
    return out[_TAPS : _TAPS + len(signal) * UP]


def trimmed(signal: Signal) -> Signal:
    """From just before the first sound to just after the last one, faded in and out."""
    height = np.abs(signal)
    audible = np.flatnonzero(height > height.max(initial=0) * 10 ** (AUDIBLE_DB / 20))
    if not len(audible):
        return signal[:0]
    clear = int(np.argmax(height > height.max() * 10 ** (CLEAR_DB / 20)))
    part = signal[max(0, int(audible[0]) - LEAD_IN, clear - LONGEST_LEAD_IN) : audible[-1] + TAIL].copy()
    part[:LEAD_IN] *= np.linspace(0, 1, len(part[:LEAD_IN]))
    part[-TAIL:] *= np.linspace(1, 0, len(part[-TAIL:]))
    return part


def brightened(signal: Signal) -> Signal:
    """With more presence, so that words are understood beside the tones."""
    hertz = np.fft.rfftfreq(_padded(len(signal)), 1 / RATE)
    return _filtered(signal, 10 ** (PRESENCE_DB / 20 * hertz**2 / (hertz**2 + PRESENCE_HZ**2)))


def levelled(signal: Signal) -> Signal:
    """As loud as all clips, no sample above the peak."""
    for _ in range(ROUNDS):  # softening the crests costs loudness, which raises them again, by less and less
        missing_db = LOUDNESS_DB - loudness_db(signal) if len(signal) else 0.0
        if abs(missing_db) < NEAR_DB:
            break
        signal = softened(signal * 10 ** (missing_db / 20), PEAK)
    return signal


def loudness_db(signal: Signal) -> float:
    """How loud speech is: mean power of its frames of 20 ms near the loudest, weighted as ears do (BS.1770's K)."""
    heard = weighted(signal)
    frames = np.add.reduceat(heard**2, np.arange(0, len(heard), FRAME // 2)) / (FRAME // 2)
    return float(10 * np.log10(frames[frames >= frames.max() / 10 ** (GATE_DB / 10)].mean() + 1e-12))


def weighted(signal: Signal) -> Signal:
    """With the frequency response of K-weighting: little below 60 Hz, 4 dB more above 2 kHz."""
    z = np.exp(-2j * np.pi * np.fft.rfftfreq(_padded(len(signal))))
    shelf = (1.53512485958697 - 2.69169618940638 * z + 1.19839281085285 * z**2) / (
        1 - 1.69065929318241 * z + 0.73248077421585 * z**2
    )
    high_pass = (1 - 2 * z + z**2) / (1 - 1.99004745483398 * z + 0.99007225036621 * z**2)
    return _filtered(signal, shelf * high_pass)


def _filtered(signal: Signal, response: NDArray[np.complexfloating] | Signal) -> Signal:
    length = _padded(len(signal))
    return np.fft.irfft(np.fft.rfft(signal, length) * response, length)[: len(signal)]


def _padded(length: int) -> int:
    """Room for what rings on, and a power of two, which is transformed fast."""
    return 1 << (length + RATE // 4).bit_length()


def softened(signal: Signal, peak: float) -> Signal:
    """Turned down about each crest above the peak, so smoothly that it is not heard."""
    step, reach = SAMPLES_PER_MS, 5  # a gain for each millisecond, which looks so many to each side
    crests = np.abs(np.pad(signal, (0, -len(signal) % step))).reshape(-1, step).max(axis=1)
    around = np.max([np.roll(np.pad(crests, 2 * reach), shift) for shift in range(-reach - 1, reach + 2)], axis=0)
    window = np.hanning(2 * reach + 3)[1:-1]
    gain = np.convolve(peak / np.maximum(around, peak), window / window.sum(), mode="same")[2 * reach : -2 * reach]
    return signal * np.interp(np.arange(len(signal)), np.arange(len(gain)) * step + step / 2, gain)
