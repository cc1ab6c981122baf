"""The cue tones: made anew they are the shipped ones, and they measure as the table in SOURCES.md says."""

import wave
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from helpers.scripts import load_script

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ROOT / "assets" / "sounds"
RATE = 48_000
MILLISECOND = 48
HIGHEST_PEAK = {"tick": 0.12, "countdown": 0.30, "halfway": 0.25}
LONGEST_MS = {
    "lead_in": 600,
    "eccentric": 320,
    "stretched_pause": 230,
    "concentric": 320,
    "contracted_pause": 230,
    "hold": 310,
    "tick": 30,
    "countdown": 90,
    "halfway": 300,
    "rest": 500,
    "switch": 450,
    "ready": 600,
    "finish": 1800,
}

NAMES = list(LONGEST_MS)

Signal = NDArray[np.float64]


def clip(name: str) -> Signal:
    """The samples of a shipped sound, full scale = 1."""
    with wave.open(str(SHIPPED / f"{name}.wav")) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        return np.frombuffer(file.readframes(file.getnframes()), "<i2") / 32_767


def height(signal: Signal) -> float:
    return float(np.abs(signal).max())


def pitches(signal: Signal, window_ms: int = 40) -> Signal:
    """The strongest frequency in each of the windows that the signal fills."""
    length = window_ms * MILLISECOND
    windows = signal[: len(signal) // length * length].reshape(-1, length)
    spectra = np.abs(np.fft.rfft(windows * np.hanning(length), n=2**16))
    strongest: NDArray[np.intp] = np.argmax(spectra, axis=1)
    return strongest.astype(np.float64) * (RATE / 2**16)


def test_made_anew_every_file_is_the_shipped_one(tmp_path: Path) -> None:
    made = load_script("make_sounds").make(tmp_path / "sounds")

    assert {path.stem for path in made} == set(NAMES)
    assert {path.name for path in SHIPPED.glob("*.wav")} == {path.name for path in made}
    for path in made:
        assert path.read_bytes() == (SHIPPED / path.name).read_bytes(), path.name


@pytest.mark.parametrize("name", NAMES)
def test_sounds_from_the_first_sample_and_is_loud_within_a_millisecond(name: str) -> None:
    signal = clip(name)
    assert signal[0] != 0
    assert height(signal[:MILLISECOND]) >= height(signal) / 2


@pytest.mark.parametrize("name", NAMES)
def test_starts_and_ends_without_a_click(name: str) -> None:
    signal = clip(name)
    assert abs(signal[0]) < 0.01
    assert signal[-1] == 0
    assert np.abs(np.diff(signal)).max() < height(signal) / 3


@pytest.mark.parametrize("name", NAMES)
def test_leaves_room_for_a_voice_and_has_no_direct_current(name: str) -> None:
    signal = clip(name)
    assert height(signal) <= HIGHEST_PEAK.get(name, 0.34)
    assert abs(signal.mean()) < 0.001


@pytest.mark.parametrize("name", NAMES)
def test_is_no_longer_than_agreed(name: str) -> None:
    assert len(clip(name)) <= LONGEST_MS[name] * MILLISECOND


@pytest.mark.parametrize("name", NAMES)
def test_lies_where_small_speakers_sound(name: str) -> None:
    power = np.abs(np.fft.rfft(clip(name), n=2**17)) ** 2
    hertz = np.fft.rfftfreq(2**17, 1 / RATE)
    assert power[(hertz > 300) & (hertz < 4000)].sum() > 0.99 * power.sum()


def test_eccentric_falls_about_an_octave() -> None:
    course = pitches(clip("eccentric"))
    assert (np.diff(course) < 0).all()
    assert 1.6 < course[0] / course[-1] < 2


def test_concentric_rises_about_an_octave() -> None:
    course = pitches(clip("concentric"))
    assert (np.diff(course) > 0).all()
    assert 1.6 < course[-1] / course[0] < 2


@pytest.mark.parametrize("name", ["stretched_pause", "contracted_pause", "hold"])
def test_pauses_and_holds_are_steady(name: str) -> None:
    assert np.ptp(pitches(clip(name))) < 2


def test_the_hold_lies_between_a_low_stretched_and_a_high_contracted_pause() -> None:
    low, middle, high = (pitches(clip(name))[0] for name in ("stretched_pause", "hold", "contracted_pause"))
    assert 330 < low < middle < high
    assert high > 1.5 * low


def test_the_tick_is_short_and_the_quietest_by_far() -> None:
    assert 20 * MILLISECOND <= len(clip("tick")) <= 30 * MILLISECOND
    assert 0.10 <= height(clip("tick")) < min(height(clip(name)) for name in NAMES if name != "tick") / 2


def test_no_two_sounds_are_the_same() -> None:
    assert len({clip(name).tobytes() for name in NAMES}) == len(NAMES)
