"""The form of the workout: what is typed gets into the document, and what the document says into the fields."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tempo_trainer.ui.builder.document import Document
from tempo_trainer.ui.builder.forms.workout import WorkoutForm
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.tempo import Ramp, Tempo

DATA: dict[str, Any] = {
    "format": 1,
    "name": "Own",
    "rest": 75,
    "tags": ["runners", "hills"],
    "presets": {"slow": "4-2-4-2", "fast": "1-0-1-0"},
    "exercises": {"my-curl": {"name": "My curl"}},
    "blocks": [
        {"exercise": "my-curl", "reps": 8, "tempo": "slow"},
        {"circuit": "Both", "blocks": [{"exercise": "nordic-curl", "reps": 3, "tempo": "slow"}]},
    ],
}
FASTER = Tempo(1000, 0, 1000, 0)


@pytest.fixture
def document(names: Names, qtbot: QtBot) -> Document:
    del qtbot
    made = Document(names)
    made.begin(DATA, Path("own.yaml"), None)
    return made


@pytest.fixture
def form(document: Document, qtbot: QtBot) -> WorkoutForm:
    made = WorkoutForm(document)
    qtbot.addWidget(made)
    made.resize(600, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def type_into(qtbot: QtBot, field: QWidget, text: str) -> None:
    """In place of what stands there, key by key."""
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, text)


def test_it_shows_what_the_document_says(form: WorkoutForm) -> None:
    assert form.name.text() == "Own"
    assert form.tags.text() == "runners, hills"
    assert form.times["rest"].ms() == 75_000
    assert form.times["lead_in"].ms() is None
    assert form.times["lead_in"].lineEdit().placeholderText() == "as usual: 10 s"
    assert form.first_side.chosen() == "left"


def test_what_is_typed_is_said_and_the_cursor_stays(form: WorkoutForm, document: Document, qtbot: QtBot) -> None:
    form.name.setFocus()
    form.name.setCursorPosition(0)
    qtbot.keyClicks(form.name, "My ")
    assert document.data["name"] == "My Own"
    assert form.name.cursorPosition() == 3
    assert document.undo.count() == 1


def test_a_space_can_be_typed_at_the_end(form: WorkoutForm, document: Document, qtbot: QtBot) -> None:
    for field in (form.name, form.summary):
        type_into(qtbot, field, "two words")
    assert (document.data["name"], document.data["summary"]) == ("two words", "two words")


def test_tags_are_typed_with_commas(form: WorkoutForm, document: Document, qtbot: QtBot) -> None:
    type_into(qtbot, form.tags, "legs, hills, ")
    assert document.data["tags"] == ["legs", "hills"]
    assert form.tags.text() == "legs, hills, "
    form.tags.clear()
    form.tags.textEdited.emit("")
    assert "tags" not in document.data


def test_what_is_as_usual_is_not_said(form: WorkoutForm, document: Document) -> None:
    form.times["rest"].changed.emit(None)
    form.first_side.picked.emit("right")
    assert "rest" not in document.data
    assert document.data["first_side"] == "right"
    form.first_side.picked.emit("left")
    form.level.picked.emit("beginner")
    assert "first_side" not in document.data
    assert document.data["level"] == "beginner"


def test_a_problem_is_told_at_its_field(form: WorkoutForm, document: Document, qtbot: QtBot) -> None:
    form.name.setFocus()
    form.name.selectAll()
    qtbot.keyClick(form.name, Qt.Key.Key_Delete)
    assert "must not be empty" in form.name.accessibleDescription().lower()
    assert form.enter(("name",))
    document.undo.undo()
    assert form.name.accessibleDescription() == ""


def test_a_preset_is_renamed_with_its_uses_in_one_step(form: WorkoutForm, document: Document, qtbot: QtBot) -> None:
    row = form.presets.rows[0]
    type_into(qtbot, row.first, "slower")
    assert list(document.data["presets"]) == ["slower", "fast"]
    assert document.data["blocks"][0]["tempo"] == "slower"
    assert document.data["blocks"][1]["blocks"][0]["tempo"] == "slower"
    assert form.presets.rows[0] is row
    assert document.workout
    document.undo.undo()
    assert document.data == DATA
    assert row.first.text() == "slow"


def test_a_name_that_is_taken_is_told_and_given_up(form: WorkoutForm, document: Document, qtbot: QtBot) -> None:
    row = form.presets.rows[0]
    type_into(qtbot, row.first, "fast")
    assert "fast" in row.problem
    assert list(document.data["presets"])[1] == "fast"
    form.name.setFocus()
    assert row.problem == ""
    assert row.first.text() == row.name == next(iter(document.data["presets"]))


def test_another_tempo_is_said_as_a_file_says_it(form: WorkoutForm, document: Document) -> None:
    row = form.presets.rows[0]
    row.editor.changed.emit(Ramp(FASTER, Tempo(2000, 0, 2000, 0)))
    assert document.data["presets"]["slow"] == {"from": "1-0-1-0", "to": "2-0-2-0"}
    row.editor.changed.emit(FASTER)
    assert document.data["presets"]["slow"] == "1-0-1-0"


def test_presets_come_and_go(form: WorkoutForm, document: Document) -> None:
    slow, fast = form.presets.rows
    form.presets.new.click()
    made = form.presets.rows[2]
    assert form.presets.rows[:2] == [slow, fast]
    assert made.editor.isVisibleTo(form)
    assert made.first.hasFocus()
    assert document.data["presets"]["my-tempo"] == "3-1-3-1"
    slow.delete.click()
    assert form.presets.rows == [fast, made]
    assert document.data["blocks"][0]["tempo"] == "4-2-4-2"
    document.undo.undo()
    assert [row.name for row in form.presets.rows] == ["slow", "fast", "my-tempo"]


def test_tab_goes_through_the_presets_as_they_stand(form: WorkoutForm, qtbot: QtBot) -> None:
    form.presets.new.click()
    form.presets.new.setFocus()
    for row in form.presets.rows[:2]:
        for control in (row.first, row.edit, row.delete):
            qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
            assert form.focusWidget() is control
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
    assert form.focusWidget() is form.presets.rows[2].first


def test_a_broken_preset_is_told_at_its_row(form: WorkoutForm, document: Document) -> None:
    document.put(("presets", "slow"), "4-2")
    assert "tempo" in form.presets.rows[0].problem
    assert form.enter(document.findings[0].path)
    assert form.presets.rows[0].isAncestorOf(form.focusWidget())


def test_what_is_no_mapping_is_borne(form: WorkoutForm, document: Document) -> None:
    document.put(("presets",), 5)
    document.put(("exercises",), "none")
    assert form.presets.rows == []
    assert list(form.exercises.buttons) == []


def test_a_button_leads_to_an_exercise(form: WorkoutForm, qtbot: QtBot) -> None:
    made = form.exercises.buttons["my-curl"]
    assert made.text() == "My curl  ·  in 1 block"
    with qtbot.waitSignal(form.go_wanted) as gone:
        made.click()
    assert gone.args == [("exercises", "my-curl")]


def test_a_new_exercise_is_shown_at_once(form: WorkoutForm, document: Document, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.go_wanted) as gone:
        form.exercises.new.click()
    assert gone.args == [("exercises", "my-exercise")]
    assert document.data["exercises"]["my-exercise"] == {"name": "My exercise"}
    assert len(document.data["blocks"]) == 2
    assert document.workout


@pytest.mark.parametrize("tags", [["a, b"], ["a\nb", "c"], ["a", " "]])
def test_tags_that_a_line_would_not_keep_are_left_to_a_text_editor(
    form: WorkoutForm, document: Document, qtbot: QtBot, tags: list[str]
) -> None:
    document.put(("tags",), tags)
    qtbot.keyClicks(form.tags, ", c")
    assert document.data["tags"] == tags
    assert "text editor" in form.tags.accessibleDescription()
    document.put(("tags",), ["a"])
    form.tags.end(False)
    qtbot.keyClicks(form.tags, ", c")
    assert document.data["tags"] == ["a", "c"]
    assert "commas" in form.tags.accessibleDescription()
