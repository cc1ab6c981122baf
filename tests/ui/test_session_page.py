"""The session screen: keys, what is shown, and that an idle window costs nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QSlider, QWidget
from pytestqt.qtbot import QtBot

from tempo_trainer.session.commands import KEYS, Command, key_sign
from tempo_trainer.session.face import face_of
from tempo_trainer.session.hearing import Hearing
from tempo_trainer.session.states import State
from tempo_trainer.settings import Settings
from tempo_trainer.ui.places import Place
from tempo_trainer.workout.timeline import Timeline
from ui.conftest import Shown

NO_MODIFIER = Qt.KeyboardModifier.NoModifier


def _press(panel: QWidget, text: str, qtbot: QtBot) -> None:
    button = next(button for button in panel.findChildren(QPushButton) if button.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


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


def test_escape_asks_before_anything_is_lost(opened: Shown, qtbot: QtBot) -> None:
    question = opened.window.session.leaving
    qtbot.keyClick(opened.window, Qt.Key.Key_Space)
    seen = []
    for _ in range(3):
        qtbot.keyClick(opened.window, Qt.Key.Key_Escape)
        seen.append((opened.player.state, question.isVisible()))
    assert seen == [(State.PAUSED, True), (State.RUNNING, False), (State.PAUSED, True)]


def test_a_session_that_was_paused_stays_so_after_the_question(opened: Shown, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_Escape):
        qtbot.keyClick(opened.window, key)
    assert (opened.player.state, opened.window.session.leaving.isVisible()) == (State.PAUSED, False)


def test_a_session_is_ended_by_the_answer_and_left_by_another_key(opened: Shown, qtbot: QtBot) -> None:
    qtbot.keyClick(opened.window, Qt.Key.Key_Space)
    qtbot.keyClick(opened.window, Qt.Key.Key_Escape)
    _press(opened.window.session.leaving, "End it here (E)", qtbot)
    assert opened.player.state is State.STOPPED
    assert opened.window.session.isVisible()
    qtbot.keyClick(opened.window, Qt.Key.Key_Escape)
    assert opened.window.current is opened.window.page(Place.WORKOUTS)


def test_the_question_has_the_harmless_answer_in_focus(opened: Shown, qtbot: QtBot) -> None:
    qtbot.keyClick(opened.window, Qt.Key.Key_Space)
    qtbot.keyClick(opened.window, Qt.Key.Key_Escape)
    focus = opened.window.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "Go on (Space)"
    qtbot.keyClick(focus, Qt.Key.Key_Return)
    assert (opened.player.state, opened.window.session.leaving.isVisible()) == (State.RUNNING, False)


def test_a_session_that_was_not_begun_is_left_at_once(opened: Shown, qtbot: QtBot) -> None:
    qtbot.keyClick(opened.window, Qt.Key.Key_Escape)
    assert opened.window.current is opened.window.page(Place.WORKOUTS)


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


def test_closing_the_window_asks_and_closing_it_again_is_an_answer(opened: Shown, qtbot: QtBot) -> None:
    qtbot.keyClick(opened.window, Qt.Key.Key_Space)
    assert not opened.window.close()
    assert (opened.player.state, opened.window.session.leaving.isVisible()) == (State.PAUSED, True)
    assert opened.window.close()
    assert opened.player.state is State.STOPPED


def test_the_window_closes_once_the_question_is_answered(opened: Shown, qtbot: QtBot) -> None:
    qtbot.keyClick(opened.window, Qt.Key.Key_Space)
    opened.window.close()
    _press(opened.window.session.leaving, "End it here (E)", qtbot)
    assert not opened.window.isVisible()
    assert opened.player.state is State.STOPPED


def test_going_on_keeps_the_window(opened: Shown, qtbot: QtBot) -> None:
    qtbot.keyClick(opened.window, Qt.Key.Key_Space)
    opened.window.close()
    _press(opened.window.session.leaving, "Go on (Space)", qtbot)
    assert opened.window.isVisible()
    assert opened.player.state is State.RUNNING


@pytest.mark.parametrize(
    ("key", "modifier", "done"),
    [
        (Qt.Key.Key_M, NO_MODIFIER, "Sound off"),
        (Qt.Key.Key_V, NO_MODIFIER, "The voice says the main things"),
        (Qt.Key.Key_Down, NO_MODIFIER, "Tones 90 %"),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier, "Voice 90 %"),
        (Qt.Key.Key_S, NO_MODIFIER, "From the next rep on: 5 % slower"),
        (Qt.Key.Key_Q, NO_MODIFIER, "From the next rep on: 5 % quicker"),
    ],
)
def test_each_key_does_its_command_and_says_so(
    opened: Shown, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier, done: str
) -> None:
    qtbot.keyClick(opened.window, Qt.Key.Key_Space)
    qtbot.keyClick(opened.window, key, modifier)
    assert opened.window.session.stage.said == done


def test_the_rest_has_keys_and_buttons_for_its_length(opened: Shown, qtbot: QtBot) -> None:
    buttons = opened.window.session.controls.buttons
    qtbot.keyClick(opened.window, Qt.Key.Key_Space)
    opened.pass_time(7000)
    in_work = (buttons[Command.END_SET].isVisible(), buttons[Command.REST_LONGER].isVisible())
    opened.pass_time(43_000)
    in_rest = (buttons[Command.END_SET].isVisible(), buttons[Command.REST_LONGER].isVisible())
    assert (in_work, in_rest) == ((True, False), (False, True))
    qtbot.keyClick(opened.window, Qt.Key.Key_Plus)
    qtbot.mouseClick(buttons[Command.REST_LONGER], Qt.MouseButton.LeftButton)
    qtbot.keyClick(opened.window, Qt.Key.Key_Minus)
    step = opened.player.look().step
    assert step
    assert step.duration_ms == 35_000


def test_e_ends_the_set(opened: Shown, qtbot: QtBot) -> None:
    qtbot.keyClick(opened.window, Qt.Key.Key_Space)
    opened.pass_time(7000)
    qtbot.keyClick(opened.window, Qt.Key.Key_E)
    step = opened.player.look().step
    assert step
    assert step.kind == "switch"


def test_the_list_of_keys_shows_every_command_and_does_what_it_says(opened: Shown, qtbot: QtBot) -> None:
    qtbot.keyClick(opened.window, Qt.Key.Key_H)
    keys = opened.window.session.keys
    assert keys.isVisible()
    texts = {label.text() for label in keys.findChildren(QLabel)} | {b.text() for b in keys.findChildren(QPushButton)}
    for command in set(Command) - {Command.ON, Command.KEYS}:
        assert key_sign(command) in texts
        assert command.value[:1].upper() + command.value[1:] in texts
    _press(keys, "Sound off, and on again", qtbot)
    assert opened.heard[-1].muted
    assert not keys.isVisible()


def test_while_a_panel_is_open_arrows_are_its_own_and_escape_closes_it(opened: Shown, qtbot: QtBot) -> None:
    qtbot.keyClick(opened.window, Qt.Key.Key_Space)
    qtbot.keyClick(opened.window, Qt.Key.Key_T)
    assert opened.window.session.tempo.isVisible()
    qtbot.keyClick(opened.window, Qt.Key.Key_Right)
    opened.pass_time(300)
    assert opened.player.look().position_ms < 1000  # not skipped
    qtbot.keyClick(opened.window, Qt.Key.Key_Escape)
    assert not opened.window.session.tempo.isVisible()
    assert opened.player.state is State.RUNNING


def test_the_tempo_panel_changes_the_tempo_from_the_next_rep_on(opened: Shown, qtbot: QtBot) -> None:
    qtbot.keyClick(opened.window, Qt.Key.Key_T)
    panel = opened.window.session.tempo
    slow = next(button for button in panel.findChildren(QPushButton) if button.text().startswith("slow\n"))
    qtbot.mouseClick(slow, Qt.MouseButton.LeftButton)
    panel.findChildren(QSlider)[0].setValue(110)
    lift = opened.player.timeline.steps[1]
    assert (lift.phase, lift.duration_ms) == ("concentric", 4400)
    conductor = opened.window.session.conductor
    assert conductor
    assert conductor.tempo_text() == "slow, 10 % slower"


def test_the_options_panel_sets_what_is_heard(opened: Shown, qtbot: QtBot) -> None:
    opened.window.session.show_options(Settings(tones=100), "on a device", 120)
    panel = opened.window.session.options
    assert opened.heard == []  # showing is no change
    tones, voice = panel.findChildren(QSlider)
    tones.setValue(40)
    voice.setValue(60)
    _press(panel, "Main things", qtbot)
    panel.findChildren(QCheckBox)[0].setChecked(True)
    assert opened.heard[-1] == Hearing(tones=40, voice=60, says="brief", muted=True)
    texts = [label.text() for label in panel.findChildren(QLabel)]
    assert "Heard on a device" in texts
    assert "Picture 120 ms later" in texts


def test_the_options_panel_tells_what_else_was_chosen(opened: Shown, qtbot: QtBot) -> None:
    chosen: list[Settings] = []
    panel = opened.window.session.options
    panel.changed.connect(chosen.append)
    opened.window.session.show_options(Settings(), "", 0)
    _press(panel, "Qt Multimedia", qtbot)
    _press(panel, "High contrast", qtbot)
    panel.findChildren(QCheckBox)[1].setChecked(True)
    assert chosen[-1] == Settings(output="qt", theme="contrast", reduce_motion=True)


@pytest.mark.parametrize("key", [Qt.Key.Key_PageDown, Qt.Key.Key_B, Qt.Key.Key_Period])
def test_a_clicker_answers_the_question(opened: Shown, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(opened.window, Qt.Key.Key_Space)
    qtbot.keyClick(opened.window, Qt.Key.Key_Escape)
    qtbot.keyClick(opened.window, key)
    assert (opened.player.state, opened.window.session.leaving.isVisible()) == (State.RUNNING, False)


def test_a_held_key_repeats_volumes_and_tempo_only(opened: Shown) -> None:
    repeating = {
        shortcut.key().toString() for shortcut in opened.window.findChildren(QShortcut) if shortcut.autoRepeat()
    }
    assert repeating & {key for keys in KEYS.values() for key in keys} == {
        "Up", "Down", "Shift+Up", "Shift+Down", "S", "Q",
    }  # fmt: skip


@pytest.mark.parametrize("behind_ms", [-100, 0, 300])
def test_buttons_follow_the_session_not_the_picture(opened: Shown, qtbot: QtBot, behind_ms: float) -> None:
    conductor = opened.window.session.conductor
    assert conductor
    conductor.behind_ms = lambda: behind_ms
    qtbot.keyClick(opened.window, Qt.Key.Key_Space)
    opened.pass_time(50_000)
    buttons = opened.window.session.controls.buttons
    assert (buttons[Command.REST_LONGER].isVisible(), buttons[Command.END_SET].isVisible()) == (True, False)


def test_the_tempo_panel_closes_with_the_session(opened: Shown, qtbot: QtBot) -> None:
    qtbot.keyClick(opened.window, Qt.Key.Key_Space)
    qtbot.keyClick(opened.window, Qt.Key.Key_T)
    opened.window.session.close_session()
    assert not opened.window.session.tempo.isVisible()


def test_reduced_motion_counts_in_by_the_second(opened: Shown, qtbot: QtBot) -> None:
    stage = opened.window.session.stage
    stage.steps_only = True
    qtbot.keyClick(opened.window, Qt.Key.Key_Space)
    opened.pass_time(6000)
    for _ in range(2):
        qtbot.keyClick(opened.window, Qt.Key.Key_Space)
    opened.pass_time(500)
    pictures = []
    for _ in range(3):
        pictures.append(stage.grab().toImage())
        opened.clock.advance(200)
    assert pictures[0] == pictures[1] == pictures[2]


def test_a_narrow_window_keeps_all_commands_in_its_list(opened: Shown, qtbot: QtBot) -> None:
    opened.window.resize(640, 480)
    qtbot.wait_until(lambda: opened.window.width() == 640)
    buttons = opened.window.session.controls.buttons
    assert not buttons[Command.FULL_SCREEN].isVisible()
    assert buttons[Command.KEYS].text() == "More"
    row = [button for button in buttons.values() if button.isVisible()]
    assert max(button.geometry().right() for button in row) < 640
    qtbot.mouseClick(buttons[Command.KEYS], Qt.MouseButton.LeftButton)
    panel = opened.window.session.keys
    assert opened.window.session.stage.rect().contains(panel.geometry())


def test_reduced_motion_moves_once_a_second(opened: Shown, qtbot: QtBot) -> None:
    stage = opened.window.session.stage
    stage.steps_only = True
    qtbot.keyClick(opened.window, Qt.Key.Key_Space)
    opened.pass_time(5500)
    pictures = []
    for _ in range(4):
        stage.repaint()
        picture = stage.grab().toImage()
        pictures.append(picture)
        opened.clock.advance(200)
    assert all(picture == pictures[0] for picture in pictures[1:])
    opened.clock.advance(400)
    assert stage.grab().toImage() != pictures[0]


def test_the_summary_is_shown_at_the_end(opened: Shown, qtbot: QtBot) -> None:
    qtbot.keyClick(opened.window, Qt.Key.Key_Space)
    opened.pass_time(15_000)
    qtbot.keyClick(opened.window, Qt.Key.Key_Escape)
    before = opened.window.session.stage.grab().toImage()
    _press(opened.window.session.leaving, "End it here (E)", qtbot)
    moment = opened.player.look()
    assert moment.summary
    assert [(line.side, line.done, line.planned) for line in moment.summary.lines] == [
        ("left", 1, 4), ("right", 0, 4), ("both", 0, None),
    ]  # fmt: skip
    assert opened.window.session.stage.grab().toImage() != before


def test_a_rest_tells_what_comes_next(opened: Shown, qtbot: QtBot) -> None:
    qtbot.keyClick(opened.window, Qt.Key.Key_Space)
    opened.pass_time(50_000)
    face = face_of(opened.player.look())
    assert (face.headline, face.side, face.set_text) == ("Rest", "Left", "Set 2/2")
    assert face.exercise == "Next: Single-leg pelvic bridge"
    assert face.advice[0] == "Load: 10 kg"
