"""The session screen: keys, what is shown, and that an idle window costs nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tempo_trainer.session.face import face_of
from tempo_trainer.session.states import State
from tempo_trainer.workout.timeline import Timeline
from ui.conftest import Shown


@pytest.fixture
def opened(shown: Shown, small: Timeline, qtbot: QtBot) -> Shown:
    shown.window.open_session(small)
    with qtbot.waitActive(shown.window):
        shown.window.activateWindow()
    return shown


def test_space_starts_pauses_and_goes_on(opened: Shown, qtbot: QtBot) -> None:
    states = []
    for _ in range(3):
        qtbot.keyClick(opened.window, Qt.Key.Key_Space)
        states.append(opened.player.state)
    assert states == [State.RUNNING, State.PAUSED, State.RUNNING]


def test_arrows_skip_and_go_back(opened: Shown, qtbot: QtBot) -> None:
    qtbot.keyClick(opened.window, Qt.Key.Key_Space)
    qtbot.keyClick(opened.window, Qt.Key.Key_Right)
    opened.pass_time(300)
    assert opened.player.look().position_ms == pytest.approx(2000, abs=100)  # the last 3 s of the lead-in
    opened.pass_time(10_000)
    qtbot.keyClick(opened.window, Qt.Key.Key_Left)
    opened.pass_time(3300)
    assert opened.player.look().position_ms == pytest.approx(5000, abs=100)  # the first set from its start


def test_a_clicker_starts_and_skips(opened: Shown, qtbot: QtBot) -> None:
    qtbot.keyClick(opened.window, Qt.Key.Key_PageDown)
    assert opened.player.state is State.RUNNING
    qtbot.keyClick(opened.window, Qt.Key.Key_PageDown)
    opened.pass_time(300)
    assert opened.player.look().position_ms == pytest.approx(2000, abs=100)


def test_escape_steps_out_one_at_a_time(opened: Shown, qtbot: QtBot) -> None:
    qtbot.keyClick(opened.window, Qt.Key.Key_Space)
    states = []
    for _ in range(2):
        qtbot.keyClick(opened.window, Qt.Key.Key_Escape)
        states.append(opened.player.state)
    assert states == [State.PAUSED, State.STOPPED]
    assert opened.window.session.isVisible()
    qtbot.keyClick(opened.window, Qt.Key.Key_Escape)
    assert opened.window.library.isVisible()


def test_f_fills_the_screen_and_gives_it_back(opened: Shown, qtbot: QtBot) -> None:
    qtbot.keyClick(opened.window, Qt.Key.Key_F)
    assert opened.window.isFullScreen()
    qtbot.keyClick(opened.window, Qt.Key.Key_F)
    assert not opened.window.isFullScreen()


def test_a_timer_runs_only_while_the_session_runs(opened: Shown, qtbot: QtBot) -> None:
    page = opened.window.session
    assert page.is_idle
    qtbot.keyClick(opened.window, Qt.Key.Key_Space)
    assert not page.is_idle
    qtbot.keyClick(opened.window, Qt.Key.Key_Space)
    assert page.is_idle


def test_the_timer_stops_at_the_end(opened: Shown, qtbot: QtBot) -> None:
    qtbot.keyClick(opened.window, Qt.Key.Key_Space)
    with qtbot.waitSignal(opened.window.session.ended):
        for _ in range(20):
            qtbot.keyClick(opened.window, Qt.Key.Key_Right)
            opened.pass_time(4000)
    assert opened.player.state is State.FINISHED
    assert opened.window.session.is_idle


def test_each_frame_shows_the_moment_of_its_painting(opened: Shown, qtbot: QtBot) -> None:
    qtbot.keyClick(opened.window, Qt.Key.Key_Space)
    opened.clock.advance(1250)
    opened.window.session.stage.repaint()
    assert opened.frames[-1].position_ms == pytest.approx(1000)


def test_buttons_do_what_the_keys_do(opened: Shown, qtbot: QtBot) -> None:
    buttons = {button.text(): button for button in opened.window.session.findChildren(QPushButton)}
    states = []
    for _ in range(2):
        qtbot.mouseClick(buttons["Start"], Qt.MouseButton.LeftButton)  # the second time it says "Pause"
        states.append(opened.player.state)
    assert states == [State.RUNNING, State.PAUSED]
    assert buttons["Start"].text() == "Go on"
    qtbot.mouseClick(buttons["Full screen"], Qt.MouseButton.LeftButton)
    assert opened.window.isFullScreen()


def test_every_control_has_an_accessible_name(opened: Shown) -> None:
    buttons = opened.window.findChildren(QPushButton)
    assert len(buttons) >= 7
    assert [button.text() for button in buttons if not (button.accessibleName() or button.text())] == []


def test_closing_the_window_ends_the_session(opened: Shown, qtbot: QtBot) -> None:
    qtbot.keyClick(opened.window, Qt.Key.Key_Space)
    opened.window.close()
    assert opened.player.state is State.STOPPED


def test_a_rest_tells_what_comes_next(opened: Shown, qtbot: QtBot) -> None:
    qtbot.keyClick(opened.window, Qt.Key.Key_Space)
    opened.pass_time(50_000)
    face = face_of(opened.player.look())
    assert (face.headline, face.side, face.set_text) == ("Rest", "Left", "Set 2/2")
    assert face.exercise == "Next: Single-leg pelvic bridge"
    assert face.advice[0] == "Load: 10 kg"
