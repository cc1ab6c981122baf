"""The metronome: a click each second, which sounds as a session does."""

import pytest

from helpers.clock import FakeClock
from tempo_trainer.session.metronome import BEAT_MS, Metronome, beats
from tempo_trainer.session.preview import LEAD_MS
from tempo_trainer.session.stretch import Stretch
from tempo_trainer.workout.speech import speech_of


def test_there_is_one_pip_a_second_and_no_word() -> None:
    timeline = beats(5)
    assert [(cue.at_ms, cue.kind) for cue in timeline.cues] == [(at, "countdown") for at in range(0, 5000, 1000)]
    assert timeline.duration_ms == 5000
    assert not speech_of(timeline)


@pytest.fixture
def followed() -> list[Stretch | None]:
    return []


def test_its_position_is_that_of_the_stretch_that_sounds(clock: FakeClock, followed: list[Stretch | None]) -> None:
    metronome = Metronome(clock, followed.append)
    assert metronome.position_ms() is None
    metronome.start()
    (stretch,) = followed
    assert stretch is not None
    assert metronome.position_ms() == -LEAD_MS
    clock.advance(LEAD_MS + 2 * BEAT_MS)
    assert metronome.position_ms() == stretch.position_ms(clock.now_ns()) == 2 * BEAT_MS
    assert stretch.sound_from_ms == stretch.start_ms  # it takes over from nothing


def test_stopped_it_is_silent(clock: FakeClock, followed: list[Stretch | None]) -> None:
    metronome = Metronome(clock, followed.append)
    metronome.start()
    metronome.stop()
    assert followed[-1] is None
    assert metronome.position_ms() is None


def test_it_ends_and_begins_anew(clock: FakeClock, followed: list[Stretch | None]) -> None:
    metronome = Metronome(clock, followed.append, count=2)
    metronome.start()
    clock.advance(LEAD_MS + 2 * BEAT_MS)
    assert metronome.position_ms() is None
    metronome.start()
    assert metronome.position_ms() == -LEAD_MS
    assert len(followed) == 2
