"""The clips of the voice: made anew they are the shipped ones, and they measure as SOURCES.md says."""

import wave
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from helpers.scripts import load_script
from tempo_trainer.audio.wording import clip_name
from tempo_trainer.workout.loader import load_timeline, shipped_names
from tempo_trainer.workout.speech import speech_of

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ROOT / "assets" / "sounds" / "voice"
RATE = 48_000
MS = 48
NAMES = sorted(path.stem for path in SHIPPED.glob("*.wav"))
PHASE_WORDS = ["lower", "lift", "hold", "out", "in", "up"]
ROUNDING = 1  # of 32,767: another processor may add in another order

Signal = NDArray[np.float64]
each_clip = pytest.mark.parametrize("name", NAMES)


def clip(path: Path) -> Signal:
    """The samples of a clip, full scale = 1."""
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        return np.frombuffer(file.readframes(file.getnframes()), "<i2") / 32_767


def shipped(name: str) -> Signal:
    return clip(SHIPPED / f"{name}.wav")


def test_made_anew_every_clip_is_the_shipped_one(tmp_path: Path) -> None:
    made = load_script("make_voice").make(tmp_path / "voice")
    assert {path.stem for path in made} == set(NAMES)
    for path in made:
        anew, old = clip(path), shipped(path.stem)
        assert len(anew) == len(old), path.name
        assert np.abs(anew - old).max() * 32_767 <= ROUNDING + 0.5, path.name


def test_all_that_the_issue_asks_for_is_there() -> None:
    asked = [
        *PHASE_WORDS,
        *map(str, range(1, 31)),
        "left",
        "right",
        "switch_to_your_left_leg",
        "switch_to_your_right_leg",
    ]
    asked += ["rest", "get_ready", "halfway", "last_rep", "last_set", "next", "finished", "set_1_of_2", "set_4_of_5"]
    for exercise in shipped_names().exercises.values():
        asked += [
            clip_name(exercise.name),
            clip_name(exercise.cues[0]),
            *map(clip_name, exercise.words.by_phase().values()),
        ]
    assert set(asked) <= set(NAMES)


@pytest.mark.parametrize("path", sorted((ROOT / "workouts").glob("*.yaml")), ids=lambda path: path.stem)
def test_every_phrase_of_the_shipped_workouts_has_its_own_clip(path: Path) -> None:
    spoken = speech_of(load_timeline(path, shipped_names()))
    assert {clip_name(phrase.text) for speech in spoken for phrase in speech.phrases} <= set(NAMES)


@each_clip
def test_speech_begins_within_20_ms_and_the_clip_without_a_click(name: str) -> None:
    signal = shipped(name)
    assert np.argmax(np.abs(signal) > np.abs(signal).max() / 20) <= 20 * MS
    assert np.abs(signal[:2]).max() < 0.005
    assert np.abs(signal[-2:]).max() < 0.005


@pytest.mark.parametrize("name", PHASE_WORDS)
def test_a_phase_word_lasts_at_most_450_ms(name: str) -> None:
    assert len(shipped(name)) <= 450 * MS


@pytest.mark.parametrize("name", [*map(str, range(1, 31)), "last_rep"])
def test_a_count_fits_into_the_shortest_phase_that_has_a_word(name: str) -> None:
    assert len(shipped(name)) <= 800 * MS


@each_clip
def test_a_tone_and_a_tick_fit_beside_it(name: str) -> None:
    assert np.abs(shipped(name)).max() + 0.34 + 0.11 <= 1


@each_clip
def test_nothing_is_above_what_pico_can_speak(name: str) -> None:
    power = np.abs(np.fft.rfft(shipped(name), n=2**19)) ** 2
    assert power[np.fft.rfftfreq(2**19, 1 / RATE) > 8_200].sum() < 1e-6 * power.sum()


def test_all_are_equally_loud() -> None:
    """By a measure of its own: the loudest 20 ms frames after a simple weighting, not the one they are levelled by."""

    def loudness(signal: Signal) -> float:
        spectrum = np.fft.rfft(signal)
        hertz = np.fft.rfftfreq(len(signal), 1 / RATE)
        spectrum *= np.where((hertz > 100) & (hertz < 8000), np.where(hertz > 1800, 1.58, 1.0), 0.0)
        heard = np.fft.irfft(spectrum, len(signal))
        frames = (heard[: len(heard) // 960 * 960].reshape(-1, 960) ** 2).mean(axis=1)
        return float(10 * np.log10(frames[frames > frames.max() / 16].mean()))

    measured = [loudness(shipped(name)) for name in NAMES]
    assert max(measured) - min(measured) <= 1.5


def test_they_are_not_too_much_to_ship() -> None:
    assert sum(path.stat().st_size for path in SHIPPED.glob("*.wav")) < 9_000_000
