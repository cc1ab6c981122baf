"""The questions after a session: each answer told at once, all of it by keyboard alone, nothing carried over."""

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tempo_trainer.history.advice import Suggestion
from tempo_trainer.session.commands import Command
from tempo_trainer.session.states import State
from tempo_trainer.ui.places import Place
from tempo_trainer.ui.session.finish.form import FinishForm
from tempo_trainer.ui.session.layout import end_layout
from tempo_trainer.workout.timeline import Timeline
from ui.conftest import Shown

Key = Qt.Key
Said = list[tuple[int | None, int | None, str]]
SLOWER = Suggestion("harder", "Slower", "All reps were done, at an effort of 5 and a pain of 0.", {"format": 1})


@pytest.fixture
def ended(shown: Shown, small: Timeline, qtbot: QtBot) -> Shown:
    """A session that was ended after some reps."""
    shown.window.open_session(small)
    with qtbot.waitActive(shown.window):
        shown.window.activateWindow()
    shown.player.go()
    shown.pass_time(15_000)
    shown.window.session.close_session()
    return shown


@pytest.fixture
def form(ended: Shown) -> FinishForm:
    return ended.window.session.finish


@pytest.fixture
def said(ended: Shown) -> Said:
    told: Said = []
    ended.window.session.rated.connect(lambda *answers: told.append(answers))
    return told


def press(ended: Shown, qtbot: QtBot, *keys: Key) -> None:
    """Where the focus is, as a keyboard does."""
    for key in keys:
        qtbot.keyClick(ended.window.focusWidget() or ended.window, key)


def test_the_questions_take_the_place_of_the_controls_at_the_end(shown: Shown, small: Timeline) -> None:
    page = shown.window.session
    shown.window.open_session(small)
    before = (page.finish.isVisible(), page.controls.isVisible())
    page.do(Command.GO_OR_PAUSE)
    page.close_session()
    assert (before, (page.finish.isVisible(), page.controls.isVisible())) == ((False, True), (True, False))


def test_digits_answer_one_question_after_the_other(ended: Shown, said: Said, qtbot: QtBot) -> None:
    press(ended, qtbot, Key.Key_6, Key.Key_2)
    assert said == [(6, None, ""), (6, 2, "")]


def test_the_second_digit_stays_where_it_was_to_be_put_right(ended: Shown, said: Said, qtbot: QtBot) -> None:
    press(ended, qtbot, Key.Key_X, Key.Key_7, Key.Key_3)
    assert said[-1] == (10, 3, "")


def test_up_and_down_lead_to_the_other_question(ended: Shown, said: Said, qtbot: QtBot) -> None:
    press(ended, qtbot, Key.Key_6, Key.Key_2, Key.Key_Up, Key.Key_8, Key.Key_Up, Key.Key_Down, Key.Key_0)
    assert said[-1] == (8, 0, "")


def test_left_and_right_step_and_stop_at_the_ends(ended: Shown, said: Said, qtbot: QtBot) -> None:
    press(ended, qtbot, Key.Key_Left, Key.Key_Right, Key.Key_Left, Key.Key_Down, Key.Key_Right, Key.Key_Left)
    assert said == [(10, None, ""), (10, None, ""), (9, None, ""), (9, 0, ""), (9, 0, "")]


def test_an_answer_is_taken_back_by_backspace_or_another_click(
    ended: Shown, form: FinishForm, said: Said, qtbot: QtBot
) -> None:
    press(ended, qtbot, Key.Key_Right, Key.Key_Backspace)
    for _ in range(2):
        qtbot.mouseClick(form.pain.buttons[4], Qt.MouseButton.LeftButton)
    assert said == [(0, None, ""), (None, None, ""), (None, 4, ""), (None, None, "")]


def test_a_click_sets_what_keys_go_on_from(ended: Shown, form: FinishForm, said: Said, qtbot: QtBot) -> None:
    qtbot.mouseClick(form.pain.buttons[4], Qt.MouseButton.LeftButton)
    press(ended, qtbot, Key.Key_Right)
    assert said[-1] == (None, 5, "")


def test_the_note_takes_all_keys_as_text(ended: Shown, form: FinishForm, said: Said, qtbot: QtBot) -> None:
    press(ended, qtbot, Key.Key_Tab, Key.Key_Tab)
    assert form.note.hasFocus()
    with qtbot.waitSignal(ended.window.session.rated):
        for letter in "b 9x.-?":
            qtbot.keyClick(form.note, letter)
        qtbot.keyClick(form.note, Key.Key_Return)
        qtbot.keyClick(form.note, "f")
    assert said[-1] == (None, None, "b 9x.-?\nf")
    assert form.isVisible()
    assert not ended.window.isFullScreen()


def test_what_is_typed_last_is_not_lost_by_leaving(ended: Shown, form: FinishForm, said: Said, qtbot: QtBot) -> None:
    form.note.setFocus()
    qtbot.keyClicks(form.note, "ok")
    press(ended, qtbot, Key.Key_Escape)
    assert ended.window.current is ended.window.page(Place.WORKOUTS)
    assert said == [(None, None, "ok")]


@pytest.mark.parametrize(
    "key", [Key.Key_Space, Key.Key_Return, Key.Key_Enter, Key.Key_Escape, Key.Key_PageDown, Key.Key_B, Key.Key_Period]
)
@pytest.mark.parametrize("before", [(), (Key.Key_5,), (Key.Key_5, Key.Key_5), (Key.Key_H, Key.Key_Escape)])
def test_one_key_closes_it(ended: Shown, qtbot: QtBot, before: tuple[Key, ...], key: Key) -> None:
    press(ended, qtbot, *before)
    assert ended.window.session.isVisible()
    press(ended, qtbot, key)
    assert ended.window.current is ended.window.page(Place.WORKOUTS)


@pytest.mark.parametrize("key", [Key.Key_Up, Key.Key_Left, Key.Key_Plus, Key.Key_E, Key.Key_S, Key.Key_PageUp])
def test_keys_of_the_session_do_nothing_to_it_any_more(ended: Shown, qtbot: QtBot, key: Key) -> None:
    press(ended, qtbot, key)
    assert (ended.player.state, ended.window.session.stage.said, ended.heard) == (State.STOPPED, "", [])
    assert ended.window.session.isVisible()


def test_the_panel_of_keys_gives_the_focus_back_to_the_questions(ended: Shown, said: Said, qtbot: QtBot) -> None:
    press(ended, qtbot, Key.Key_4, Key.Key_H, Key.Key_Escape, Key.Key_1)
    assert said[-1] == (4, 1, "")


def test_another_session_begins_with_no_answers(ended: Shown, small: Timeline, form: FinishForm, said: Said) -> None:
    form.effort.take(3)
    form.note.setPlainText("old")
    form.show_suggestion(SLOWER)
    ended.window.open_session(small)
    assert said[-1] == (3, None, "old")
    assert (form.effort.value, form.pain.value, form.note.text()) == (None, None, "")
    assert not form.suggestion.isVisibleTo(form)
    count = len(said)
    ended.window.session.close_session()
    assert len(said) == count


def test_a_session_that_is_over_at_once_is_asked_about_too(shown: Shown, small: Timeline) -> None:
    shown.window.open_session(small)
    shown.window.session.close_session()
    assert shown.window.session.finish.isVisible()
    assert not shown.window.session.stage.grab().isNull()


@pytest.mark.parametrize(
    ("pain", "words", "advice"),
    [(2, "2: go on", "● Go on"), (3, "3: hold", "▲ Hold"), (5, "5: hold", "▲ Hold"), (6, "6: ease off", "■ Ease off")],
)
def test_pain_is_answered_with_advice_in_words(form: FinishForm, pain: int, words: str, advice: str) -> None:
    form.pain.take(pain)
    shown = [child.text() for child in form.pain.findChildren(QWidget) if child.isVisible() and hasattr(child, "text")]
    assert words in shown
    assert any(text.startswith(advice) for text in shown)
    assert form.pain.accessibleDescription().startswith(f"{words}. {advice}")


def test_space_presses_the_suggestion_where_that_has_the_focus(ended: Shown, form: FinishForm, qtbot: QtBot) -> None:
    form.show_suggestion(SLOWER)
    press(ended, qtbot, Key.Key_Tab, Key.Key_Tab, Key.Key_Tab)
    assert form.suggestion.take.hasFocus()
    for key in (Key.Key_Space, Key.Key_Return):
        with qtbot.waitSignal(form.suggestion_wanted) as wanted:
            press(ended, qtbot, key)
        assert wanted.args == [SLOWER]
        assert form.isVisible()


def test_tab_goes_through_all_of_it_in_order(ended: Shown, form: FinishForm, qtbot: QtBot) -> None:
    form.show_suggestion(SLOWER)
    stops = []
    for _ in range(5):
        stops.append(ended.window.focusWidget())
        press(ended, qtbot, Key.Key_Tab)
    assert stops == [form.effort, form.pain, form.note, form.suggestion.take, form.done]


def test_every_control_has_an_accessible_name(form: FinishForm) -> None:
    form.show_suggestion(SLOWER)
    controls = [child for child in form.findChildren(QWidget) if child.focusPolicy() != Qt.FocusPolicy.NoFocus]
    assert len(controls) >= 4
    assert [child for child in controls if not child.accessibleName() and not getattr(child, "text", str)()] == []
    assert form.effort.buttons[10].accessibleName() == "How hard was it? 10: all I had"


@pytest.mark.parametrize("size", [(640, 440), (900, 560), (1200, 760), (1920, 1080)])
def test_all_of_it_can_be_reached_at_any_size(
    ended: Shown, form: FinishForm, qtbot: QtBot, size: tuple[int, int]
) -> None:
    form.show_suggestion(SLOWER)
    ended.window.resize(*size)
    qtbot.wait_until(lambda: form.width() == size[0])
    qtbot.wait_until(lambda: form.geometry().bottom() == ended.window.session.rect().bottom())
    assert ended.window.session.stage.height() >= 0.44 * size[1]
    for _ in range(5):
        stop = ended.window.focusWidget()
        assert stop
        place = QRect(stop.mapTo(form, stop.rect().topLeft()), stop.size())
        room = form.rect() if stop is form.done else form.rect().adjusted(0, 0, 0, -form.done.height())
        assert room.contains(place), stop.accessibleName()
        press(ended, qtbot, Key.Key_Tab)


def test_it_is_as_high_as_it_needs_to_be_where_there_is_room(ended: Shown, form: FinishForm, qtbot: QtBot) -> None:
    ended.window.resize(1200, 760)
    qtbot.wait_until(lambda: form.width() == 1200)
    before = form.height()
    form.show_suggestion(SLOWER)
    for line in "abcdef":
        form.note.insertPlainText(f"{line}\n")
    qtbot.wait_until(lambda: form.height() > before)
    qtbot.wait_until(lambda: form.height() == min(form.sizeHint().height(), form.maximumHeight()))


@pytest.mark.parametrize("size", [(640, 120), (640, 200), (900, 252), (1200, 444), (1920, 764), (480, 500)])
def test_the_summary_has_all_the_room_below_the_line_that_says_how_it_ended(size: tuple[int, int]) -> None:
    layout = end_layout(*size, size[1] * 1.8)
    stage = QRectF(0, 0, *size)
    assert stage.contains(layout.head)
    assert stage.contains(layout.table)
    assert layout.head.bottom() < layout.table.top()
    assert layout.table.height() >= 0.5 * size[1]


def test_the_key_that_ends_it_is_another_in_the_note(form: FinishForm) -> None:
    assert form.done.text() == "Done (Space)"
    form.note.setFocus()
    assert form.done.text() == "Done (Esc)"
    form.begin()
    assert form.done.text() == "Done (Space)"
