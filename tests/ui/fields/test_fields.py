"""The form controls: what the user does is told, what the program shows is not."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tempo_trainer.ui.fields import (
    Choices,
    LinesField,
    LongTextField,
    NumberField,
    Row,
    SearchField,
    SecondsField,
    TextField,
    combo,
)


@pytest.fixture
def seconds(qtbot: QtBot) -> SecondsField:
    field = SecondsField("Rest", 0, 3_600_000, empty="as the workout")
    qtbot.addWidget(field)
    field.show()
    return field


@pytest.mark.parametrize(
    ("typed", "ms"),
    [("90", 90_000), ("1:30", 90_000), ("1m30s", 90_000), ("1 min 30 s", 90_000), ("2.5", 2500), ("2 min", 120_000)],
)
def test_a_length_may_be_typed_as_people_write_it(seconds: SecondsField, qtbot: QtBot, typed: str, ms: int) -> None:
    told: list[int | None] = []
    seconds.changed.connect(told.append)
    qtbot.keyClicks(seconds, typed)
    assert told[-1] == ms
    assert seconds.ms() == ms
    qtbot.keyClick(seconds, Qt.Key.Key_Return)
    assert seconds.text() in {"1 min 30 s", "2.5 s", "2 min"}


def test_an_empty_length_is_none_and_nonsense_changes_nothing(seconds: SecondsField, qtbot: QtBot) -> None:
    seconds.set_ms(5000)
    told: list[int | None] = []
    seconds.changed.connect(told.append)
    seconds.selectAll()
    qtbot.keyClick(seconds, Qt.Key.Key_Delete)
    assert told == [None]
    qtbot.keyClicks(seconds, "soon")
    assert told == [None]
    qtbot.keyClicks(seconds, "99999")
    assert seconds.ms() is None


def test_arrows_step_to_round_lengths_within_the_range(seconds: SecondsField, qtbot: QtBot) -> None:
    seconds.set_ms(7000)
    qtbot.keyClick(seconds, Qt.Key.Key_Up)
    assert seconds.ms() == 10_000
    for _ in range(4):
        qtbot.keyClick(seconds, Qt.Key.Key_Down)
    assert seconds.ms() == 0


def test_showing_a_value_tells_nothing(qtbot: QtBot) -> None:
    told: list[object] = []
    length, text, lines = SecondsField("Rest", 0, 9000), LongTextField("Note"), LinesField("Cues")
    choices, menu = Choices("Sides", {"each": "Each", "both": "Both"}), combo("Level", {"a": "A", "b": "B"})
    for field in (length, text, lines, choices, menu):
        qtbot.addWidget(field)
    length.changed.connect(told.append)
    text.edited.connect(told.append)
    lines.lines_edited.connect(told.append)
    choices.picked.connect(told.append)
    menu.picked.connect(told.append)
    length.set_ms(3000)
    text.set_text("Slowly")
    lines.set_lines(["One", "Two"])
    choices.choose("both")
    menu.choose("b")
    assert told == []
    assert (length.ms(), text.text(), lines.lines(), choices.chosen(), menu.chosen()) == (
        3000,
        "Slowly",
        ("One", "Two"),
        "both",
        "b",
    )


def test_what_the_user_does_is_told(qtbot: QtBot) -> None:
    told: list[Any] = []
    lines, choices = LinesField("Cues"), Choices("Sides", {"each": "Each", "both": "Both"})
    for field in (lines, choices):
        qtbot.addWidget(field)
        field.show()
    lines.lines_edited.connect(told.append)
    choices.picked.connect(told.append)
    qtbot.keyClicks(lines, "One")
    qtbot.keyClick(lines, Qt.Key.Key_Return)
    qtbot.keyClicks(lines, "Two")
    assert told[-1] == ("One", "Two")
    qtbot.mouseClick(choices.findChildren(QWidget)[-1], Qt.MouseButton.LeftButton)
    assert told[-1] == "both"


def test_the_cursor_stays_when_the_same_is_shown_again(qtbot: QtBot) -> None:
    field = TextField("Name")
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "Curls")
    qtbot.keyClick(field, Qt.Key.Key_Left)
    field.set_text("Curls")
    assert field.cursorPosition() == 4
    field.set_text("Bridge")
    assert field.cursorPosition() == 0


def test_escape_clears_a_search(qtbot: QtBot) -> None:
    field = SearchField("Search", "Search workouts")
    qtbot.addWidget(field)
    told: list[str] = []
    field.textEdited.connect(told.append)
    qtbot.keyClicks(field, "ball")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), told[-1]) == ("", "")


def test_the_wheel_changes_nothing_that_has_no_focus(qtbot: QtBot) -> None:
    field = NumberField("Reps", 1, 99)
    qtbot.addWidget(field)
    field.show()
    field.clearFocus()
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field, turn)
    assert field.value() == 1
    assert not turn.isAccepted()


def test_a_row_says_what_is_wrong_until_it_is_right(qtbot: QtBot) -> None:
    row = Row("Reps", NumberField("Reps", 1, 999), "A side.")
    qtbot.addWidget(row)
    row.show()
    row.show_problem("must be a whole number")
    assert row.problem == "must be a whole number"
    assert row.control.accessibleDescription() == "must be a whole number"
    assert [label.text() for label in row.findChildren(QLabel) if label.isVisible()][-1] == "⚠ must be a whole number"
    row.show_problem("")
    assert row.control.accessibleDescription() == "A side."


@pytest.mark.parametrize("items", [("a\nb", "c"), ("a\n\nb\n",), ("\na", "\n"), ("a\x0bb",)])
def test_an_item_with_a_line_end_stays_one_while_others_are_typed(qtbot: QtBot, items: tuple[str, ...]) -> None:
    field = LinesField("Cues")
    qtbot.addWidget(field)
    field.set_lines(items)
    assert field.lines() == items
    field.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClicks(field, "New")
    assert field.lines() == (*items, "New")


def test_line_ends_of_other_systems_are_no_items_either(qtbot: QtBot) -> None:
    field = LinesField("Cues")
    qtbot.addWidget(field)
    field.set_lines(["a\r\nb", "c\u2028d", "e\rf"])
    assert field.lines() == ("a\nb", "c\nd", "e\nf")
