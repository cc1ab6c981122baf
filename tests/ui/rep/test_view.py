"""The view of one rep: round and round in silence, and once with its sound."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from helpers.plans import NAMES
from helpers.rehearsal import Heard
from tempo_trainer.session.moment import Moment
from tempo_trainer.ui.rep.view import RING_OUT_MS, RepView
from tempo_trainer.ui.themes import LIGHT
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.tempo import Ramp, Tempo

SQUAT = NAMES.exercises["squat"]
TEMPO = Tempo(3000, 1000, 2000, 500)  # 6.5 s


@pytest.fixture
def squat(view: RepView) -> RepView:
    view.set_rep("squat", SQUAT, TEMPO, "both")
    return view


def shown(view: RepView) -> Moment:
    view.refresh()
    assert view.picture.moment is not None
    return view.picture.moment


def test_it_goes_round_by_the_clock_and_is_silent(squat: RepView, heard: Heard) -> None:
    places = []
    for ms in (0, 1500, 3000, 6600 - 4500, 6500):
        heard.clock.advance(ms)
        places.append(shown(squat).position_ms)
    assert places == [0, 1500, 4500, 100, 100]
    assert not heard.started


def test_heard_once_the_picture_follows_the_sound_and_not_the_clock(squat: RepView, heard: Heard) -> None:
    squat.hear.click()
    (timeline,) = heard.started
    assert timeline is shown(squat).timeline
    assert shown(squat).count_in_ms > 0
    heard.clock.advance(5000)
    heard.at_ms = 700.0
    assert shown(squat).position_ms == 700
    assert squat.hear.text() == "Stop"


def test_after_it_was_heard_it_goes_round_again(squat: RepView, heard: Heard) -> None:
    squat.toggle()
    heard.at_ms = None
    assert shown(squat).position_ms == 0
    heard.clock.advance(900)
    assert shown(squat).position_ms == 900
    assert not squat.is_heard
    assert squat.hear.text() == "Hear it"


def test_what_ended_by_itself_rings_out_and_is_then_stopped_once(squat: RepView, heard: Heard) -> None:
    squat.toggle()
    heard.at_ms = None
    squat.refresh()
    assert heard.stopped == 0, "its last tick sounds on"
    for _ in range(3):
        heard.clock.advance(RING_OUT_MS)
        squat.refresh()
    assert heard.stopped == 1


def test_what_ended_by_itself_is_stopped_at_once_where_the_view_is_left(squat: RepView, heard: Heard) -> None:
    squat.toggle()
    heard.at_ms = None
    squat.refresh()
    squat.hide()
    assert heard.stopped == 1


def test_heard_again_at_once_it_is_not_stopped_by_the_end_of_the_first_time(squat: RepView, heard: Heard) -> None:
    squat.toggle()
    heard.at_ms = None
    squat.refresh()
    squat.toggle()
    heard.clock.advance(2 * RING_OUT_MS)
    squat.refresh()
    assert squat.is_heard
    assert heard.stopped == 0


def test_a_second_press_is_silence(squat: RepView, heard: Heard) -> None:
    squat.toggle()
    squat.toggle()
    assert (len(heard.started), heard.stopped, squat.is_heard) == (1, 1, False)


def test_the_key_h_plays_it_but_can_still_be_typed(qtbot: QtBot, squat: RepView, heard: Heard) -> None:
    typed = QLineEdit(squat)
    typed.show()
    squat.activateWindow()
    typed.setFocus()
    qtbot.waitUntil(typed.hasFocus)
    qtbot.keyClick(typed, Qt.Key.Key_H)
    assert (typed.text(), heard.started) == ("h", [])
    squat.hear.setFocus()
    qtbot.keyClick(squat.hear, Qt.Key.Key_H)
    assert len(heard.started) == 1


def test_another_rep_silences_the_one_before_and_the_same_one_does_not(squat: RepView, heard: Heard) -> None:
    squat.toggle()
    squat.set_rep("squat", SQUAT, TEMPO, "both")
    assert squat.is_heard
    squat.set_rep("squat", SQUAT, Tempo(1000, 0, 1000, 0), "both")
    assert not squat.is_heard
    assert heard.stopped == 1
    assert shown(squat).timeline.duration_ms == 2000


def test_hidden_it_neither_moves_nor_sounds(squat: RepView, heard: Heard) -> None:
    squat.toggle()
    squat.hide()
    assert heard.stopped == 1
    before = squat.picture.moment
    heard.clock.advance(1000)
    QApplication.processEvents()
    assert squat.picture.moment == before
    squat.show()
    assert shown(squat).position_ms == 0


def test_shown_it_moves_by_itself(qtbot: QtBot, squat: RepView, heard: Heard) -> None:
    heard.clock.advance(1000)
    qtbot.waitUntil(lambda: squat.picture.moment is not None and squat.picture.moment.position_ms == 1000)


def test_with_little_motion_it_moves_once_a_second(squat: RepView, heard: Heard) -> None:
    squat.steps_only = True
    places = set()
    for _ in range(65):
        heard.clock.advance(100)
        places.add(shown(squat).position_ms)
    assert places == {0, 1000, 2000, 3000, 4000, 5000, 6000}


def test_what_it_shows_is_told_in_words(view: RepView) -> None:
    view.set_rep("squat", SQUAT, TEMPO, "both")
    assert view.picture.accessibleName() == "Squat, one repetition: lower 3 s, hold 1 s, lift 2 s, hold 0.5 s"
    view.set_rep("squat", SQUAT, None, "both")
    assert view.picture.accessibleName() == "Squat, one repetition: hold 10 s"
    assert view.hear.accessibleName() == "Hear one repetition"


@pytest.mark.parametrize("size", [(220, 230), (480, 380), (1200, 900)])
def test_every_exercise_can_be_seen_at_every_size(
    qtbot: QtBot, view: RepView, heard: Heard, names: Names, size: tuple[int, int]
) -> None:
    del qtbot
    view.resize(*size)
    for exercise_id, exercise in names.exercises.items():
        for tempo in (TEMPO, None, Ramp(TEMPO, Tempo(60_000, 60_000, 60_000, 60_000))):
            view.set_rep(exercise_id, exercise, tempo, "left")
            first = grabbed(view)
            heard.clock.advance(2000)
            view.refresh()
            assert grabbed(view) != first


def test_it_takes_another_theme(squat: RepView) -> None:
    dark = grabbed(squat)
    squat.set_theme(LIGHT)
    light = grabbed(squat)
    assert light.pixelColor(4, light.height() // 2).lightness() > dark.pixelColor(4, dark.height() // 2).lightness()


def grabbed(view: RepView) -> QImage:
    return view.picture.grab().toImage()
