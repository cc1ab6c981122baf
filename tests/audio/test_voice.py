"""The voice at run time: clips like the shipped ones, and nothing worse than silence if it fails."""

import logging
import sys
from types import ModuleType

import numpy as np
import pytest

from tempo_trainer.audio.speaking import PEAK, loudness_db, made_clip, resampled
from tempo_trainer.audio.voice import CALL_MS, LONGEST_TEXT, WORD_MS, Voice, spoken

MS = 48


def test_a_text_is_spoken_on_both_sides_and_only_once() -> None:
    voice = Voice()
    clip = voice.clip("My own exercise.")
    assert clip is not None
    assert clip.shape[1] == 2
    assert (clip[:, 0] == clip[:, 1]).all()
    assert 500 * MS < len(clip) < 2500 * MS
    assert voice.clip("My own exercise.") is clip


@pytest.mark.parametrize("text", ["push", "extend", "seventy", "My own exercise.", "Fetch the red ball, please."])
def test_a_clip_is_as_loud_as_all_and_leaves_room_for_tones(text: str) -> None:
    clip = spoken(text) / 32_767
    assert np.abs(clip).max() <= PEAK
    assert loudness_db(clip) == pytest.approx(-14.5, abs=1)


@pytest.mark.parametrize(
    ("text", "most_ms"), [("push", WORD_MS), ("away", WORD_MS), ("77", CALL_MS), ("go out", CALL_MS)]
)
def test_what_is_called_in_a_rep_is_short(text: str, most_ms: int) -> None:
    assert 100 * MS < len(spoken(text)) <= most_ms * MS


def test_the_same_text_is_the_same_clip_whatever_was_said_before() -> None:
    once = spoken("Left leg.")
    spoken("Something else.")
    assert np.array_equal(spoken("Left leg."), once)


@pytest.mark.parametrize("text", ["", " ", "...", "💪", "<genfile>"[:1], "a" * (LONGEST_TEXT + 1), "\0"])
def test_what_cannot_be_spoken_is_silence(text: str) -> None:
    assert len(spoken(text)) == 0
    assert Voice().clip(text) is None


@pytest.mark.parametrize("text", ["Übung für Läufer", "抬腿 lift", 'say <break/> & "this" #1', "a.b.c?!", "ИЖ", "𝔘𝔫𝔦"])
def test_whatever_a_coach_may_write_does_no_harm(text: str) -> None:
    assert spoken(text).ndim == 1


def test_without_ttspico_it_is_silent_and_says_so_once(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(sys.modules, "ttspico", None)
    caplog.set_level(logging.INFO)
    voice = Voice()
    assert voice.clip("one") is voice.clip("two") is None
    assert caplog.text.count("not installed") == 1


def test_a_voice_that_fails_is_silent_from_then_on(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def engine(_language: str) -> None:
        raise RuntimeError("no such language")

    broken = ModuleType("ttspico")
    broken.__dict__["TtsEngine"] = engine
    monkeypatch.setitem(sys.modules, "ttspico", broken)
    voice = Voice()
    assert voice.clip("one") is voice.clip("two") is None
    assert len(caplog.records) == 1


def test_nothing_makes_an_empty_clip() -> None:
    for silence in (np.zeros(0, np.int16), np.zeros(1000, np.int16)):
        assert len(made_clip(silence)) == 0


@pytest.mark.parametrize("hertz", [100, 1000, 4000, 6500])
def test_a_pitch_is_kept_and_its_images_are_gone(hertz: int) -> None:
    seconds = np.arange(16_000) / 16_000
    up = resampled(np.sin(2 * np.pi * hertz * seconds))
    assert len(up) == 48_000
    exact = np.sin(2 * np.pi * hertz * np.arange(48_000) / 48_000)
    assert np.abs(up - exact)[500:-500].max() < 0.002
    power = np.abs(np.fft.rfft(up[500:-500] * np.hanning(47_000))) ** 2
    assert power[8_100 * 47 // 48 :].sum() < 1e-7 * power.sum()
