"""The tempo editor: four fields, notation and words say the same, whichever of them is typed in."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tempo_trainer.ui.fields import SecondsField
from tempo_trainer.ui.tempo import TempoEditor
from tempo_trainer.ui.tempo.parts import FORMS, NO_MOVEMENT, RAMP_TOO_SHORT, Parts, read_notation
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.tempo import PHASES, Phase, Ramp, Tempo

PLAIN = Tempo(3000, 1000, 3000, 1000)
SLOW = Tempo(4000, 2000, 4000, 2000)


@pytest.fixture
def editor(qtbot: QtBot) -> TempoEditor:
    made = TempoEditor()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    return made


@pytest.fixture
def told(editor: TempoEditor) -> list[Tempo | Ramp]:
    heard: list[Tempo | Ramp] = []
    editor.changed.connect(heard.append)
    return heard


def notation(editor: TempoEditor, of: str = "Notation") -> QLineEdit:
    (found,) = [field for field in editor.findChildren(QLineEdit) if field.accessibleName() == of]
    return found


def fields(editor: TempoEditor) -> Sequence[SecondsField]:
    """Those that are seen, from left to right."""
    shown = [field for field in editor.findChildren(SecondsField) if field.isVisible()]
    return sorted(shown, key=lambda field: field.mapTo(editor, field.rect().topLeft()).toTuple()[::-1])


def texts(editor: TempoEditor) -> str:
    shown = [label.text() for label in editor.findChildren(QLabel) if label.isVisible()]
    return "\n".join(shown).replace("\N{NO-BREAK SPACE}", " ")


def typed(qtbot: QtBot, field: QWidget, text: str) -> None:
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, text)


def test_the_fields_stand_in_performed_order_with_the_exercise_s_own_words(
    editor: TempoEditor, names: Names, qtbot: QtBot
) -> None:
    editor.set_tempo(Tempo(5000, 2000, 4000, 1000))
    assert [field.ms() for field in fields(editor)] == [5000, 2000, 4000, 1000]
    editor.set_exercise(names.exercises["pelvic-bridge"])
    qtbot.waitUntil(lambda: [field.ms() for field in fields(editor)] == [4000, 1000, 5000, 2000])
    assert [field.accessibleName() for field in fields(editor)] == [
        "lift (concentric)",
        "hold (contracted)",
        "lower (eccentric)",
        "hold (stretched)",
    ]
    assert notation(editor).text() == "5-2-4-1"
    assert "lift 4 s, hold 1 s, lower 5 s, hold 2 s  ·  12 s a rep" in texts(editor)


def test_typing_in_a_field_rewrites_notation_and_words(
    editor: TempoEditor, told: list[Tempo | Ramp], qtbot: QtBot
) -> None:
    typed(qtbot, fields(editor)[2], "2.5")
    assert told[-1] == editor.tempo() == Tempo(3000, 1000, 2500, 1000)
    assert notation(editor).text() == "3-1-2.5-1"
    assert "lift 2.5 s" in texts(editor)


def test_typing_the_notation_fills_fields_and_words(
    editor: TempoEditor, told: list[Tempo | Ramp], qtbot: QtBot
) -> None:
    typed(qtbot, notation(editor), "40X2")
    assert told == [Tempo(4000, 0, 1000, 2000, frozenset({"concentric"}))]
    assert [field.ms() for field in fields(editor)] == [4000, 0, 1000, 2000]
    assert [box.isChecked() for box in editor.findChildren(QCheckBox) if box.isVisible()] == [False, True]
    assert "lower 4 s, lift fast, hold 2 s" in texts(editor)
    assert notation(editor).text() == "40X2", "what is being typed is left alone"
    qtbot.keyClick(notation(editor), Qt.Key.Key_Return)
    assert notation(editor).text() == "4-0-X-2"


def test_as_fast_as_possible_is_ticked_and_unticked(
    editor: TempoEditor, told: list[Tempo | Ramp], qtbot: QtBot
) -> None:
    box = next(box for box in editor.findChildren(QCheckBox) if box.accessibleName().startswith("lift"))
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert notation(editor).text() == "3-1-X-1"
    typed(qtbot, fields(editor)[2], "2")
    assert not box.isChecked(), "a length of its own is not as fast as possible"
    assert [str(tempo) for tempo in told] == ["3-1-X-1", "3-1-2-1"]
    qtbot.keyClick(box, Qt.Key.Key_Space)
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert editor.tempo() == Tempo(3000, 1000, 1000, 1000)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("3-1-3-", FORMS),
        ("slow", FORMS),
        ("", FORMS),
        ("3-1-61-1", "Each part of a tempo lasts 0 to 60 s."),
        ("0-1-0-1", NO_MOVEMENT),
    ],
)
def test_what_is_no_tempo_is_told_at_the_field_and_to_nobody_else(
    editor: TempoEditor, told: list[Tempo | Ramp], qtbot: QtBot, text: str, problem: str
) -> None:
    editor.set_tempo(SLOW)
    notation(editor).clear()
    typed(qtbot, notation(editor), text)
    if not text:
        notation(editor).textEdited.emit("")
    assert editor.tempo() is None
    assert problem in texts(editor)
    assert notation(editor).accessibleDescription() == problem
    editor.set_tempo(told[-1] if told else SLOW)
    assert notation(editor).text() == text, "the owner's echo does not take away what is being typed"
    typed(qtbot, notation(editor), "5151")
    assert told[-1] == Tempo(5000, 1000, 5000, 1000)
    assert problem not in texts(editor)


def test_four_fields_without_movement_are_no_tempo(editor: TempoEditor, told: list[Tempo | Ramp], qtbot: QtBot) -> None:
    typed(qtbot, fields(editor)[0], "0")
    told.clear()
    typed(qtbot, fields(editor)[2], "0")
    assert told == []
    assert editor.tempo() is None
    assert NO_MOVEMENT in texts(editor)
    assert [bool(field.property("wrong")) for field in fields(editor)] == [True, False, True, False]
    typed(qtbot, fields(editor)[0], "2")
    assert told == [Tempo(2000, 1000, 0, 1000)]
    assert not any(field.property("wrong") for field in fields(editor))


def test_a_tempo_may_change_from_the_first_set_to_the_last(
    editor: TempoEditor, told: list[Tempo | Ramp], qtbot: QtBot
) -> None:
    (by_set,) = [choice for choice in editor.findChildren(QPushButton) if choice.text() == "Changes by set"]
    by_set.click()
    assert told == [Ramp(PLAIN, PLAIN)]
    typed(qtbot, notation(editor, "Notation, last set"), "4242")
    assert told[-1] == editor.tempo() == Ramp(PLAIN, SLOW)
    typed(qtbot, notation(editor, "Notation, last set"), "0.05-1-0-1")
    assert editor.tempo() is None
    assert RAMP_TOO_SHORT in texts(editor)
    (same,) = [choice for choice in editor.findChildren(QPushButton) if choice.text() == "Same in all sets"]
    same.click()
    assert told[-1] == editor.tempo() == PLAIN
    assert RAMP_TOO_SHORT not in texts(editor)
    assert len(fields(editor)) == 4


def test_what_the_program_shows_is_not_told(editor: TempoEditor, told: list[Tempo | Ramp], names: Names) -> None:
    for tempo in (SLOW, Ramp(PLAIN, SLOW), *names.presets.values()):
        editor.set_tempo(tempo)
        assert editor.tempo() == tempo
    for exercise in names.exercises.values():
        editor.set_exercise(exercise)
    assert told == []


def test_another_block_s_tempo_takes_the_place_of_what_was_wrong(editor: TempoEditor, qtbot: QtBot) -> None:
    typed(qtbot, notation(editor), "3-")
    editor.set_tempo(SLOW)
    assert notation(editor).text() == "4-2-4-2"
    assert FORMS not in texts(editor)


def test_tab_goes_over_the_fields_as_they_are_performed(editor: TempoEditor, names: Names, qtbot: QtBot) -> None:
    editor.set_exercise(names.exercises["pelvic-bridge"])
    editor.enter()
    visited = []
    for _ in range(7):
        focused = editor.window().focusWidget()
        assert focused is not None
        visited.append(focused.accessibleName())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert visited == [
        "lift (concentric)",
        "lift (concentric): as fast as possible",
        "hold (contracted)",
        "lower (eccentric)",
        "lower (eccentric): as fast as possible",
        "hold (stretched)",
        "Notation",
    ]


def test_a_narrow_place_has_two_fields_a_row_and_clips_none(editor: TempoEditor, qtbot: QtBot) -> None:
    assert len({field.mapTo(editor, field.rect().topLeft()).y() for field in fields(editor)}) == 1
    editor.resize(editor.minimumSizeHint().width(), 600)
    qtbot.waitUntil(lambda: len({field.mapTo(editor, field.rect().topLeft()).y() for field in fields(editor)}) == 2)
    corners = [field.mapTo(editor, field.rect().bottomRight()) for field in fields(editor)]
    assert all(editor.rect().contains(corner) for corner in corners)


@given(
    ms=st.tuples(*[st.integers(0, 60_000)] * 4).filter(lambda ms: ms[0] + ms[2] > 0),
    explosive=st.sets(st.sampled_from(PHASES)),
)
def test_the_notation_says_all_there_is(ms: tuple[int, ...], explosive: set[Phase]) -> None:
    parts = Parts(ms)
    for phase in PHASES:
        parts = parts.fast(phase) if phase in explosive else parts
    assert read_notation(parts.notation) == parts
    assert parts.tempo is not None
    assert Parts.of_tempo(parts.tempo) == parts
