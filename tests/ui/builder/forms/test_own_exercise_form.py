"""The form of an exercise of one's own."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tempo_trainer.ui.builder.document import Document
from tempo_trainer.ui.builder.forms.own_exercise import NO_FIGURE, OwnExerciseForm
from tempo_trainer.workout.model import Names
from ui.builder.conftest import make_page

PATH = ("exercises", "my-curl")
DATA: dict[str, Any] = {
    "format": 1,
    "name": "Own",
    "exercises": {
        "my-curl": {"name": "My curl", "words": {"eccentric": "out"}, "cues": ["Hips high."], "figure": "ball-curl"},
        "spare": {"name": "Spare"},
    },
    "blocks": [{"exercise": "my-curl", "reps": 8}],
}


@pytest.fixture
def document(names: Names, qtbot: QtBot) -> Document:
    del qtbot
    made = Document(names)
    made.begin(DATA, Path("own.yaml"), None)
    return made


def form_of(qtbot: QtBot, document: Document, path: tuple[str, str] = PATH) -> OwnExerciseForm:
    """Shown."""
    made = OwnExerciseForm(document, path)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def form(document: Document, qtbot: QtBot) -> OwnExerciseForm:
    return form_of(qtbot, document)


def type_into(qtbot: QtBot, field: QWidget, text: str) -> None:
    """In place of what stands there, key by key."""
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, text)


def said(document: Document) -> Any:
    """What is said of the exercise."""
    return document.data["exercises"]["my-curl"]


def test_it_shows_what_the_document_says(form: OwnExerciseForm) -> None:
    assert form.name.text() == "My curl"
    assert form.words["eccentric"].text() == "out"
    assert form.words["concentric"].placeholderText() == "lift"
    assert form.lists["cues"].lines() == ("Hips high.",)
    assert form.figure.currentText() == "Stability ball hamstring curl"
    assert form.key.text() == "my-curl"


def test_words_are_said_where_they_are_not_the_usual(form: OwnExerciseForm, document: Document, qtbot: QtBot) -> None:
    type_into(qtbot, form.words["concentric"], "pull in")
    assert said(document)["words"] == {"eccentric": "out", "concentric": "pull in"}
    for phase in ("eccentric", "concentric"):
        form.words[phase].setFocus()
        form.words[phase].selectAll()
        qtbot.keyClick(form.words[phase], Qt.Key.Key_Delete)
    assert "words" not in said(document)
    assert document.workout


def test_choices_are_said_where_they_are_not_the_usual(form: OwnExerciseForm, document: Document) -> None:
    form.starts.picked.emit("concentric")
    form.sides.picked.emit("each")
    form.figure.picked.emit("")
    assert said(document)["starts_with"] == "concentric"
    assert said(document)["sides"] == "each"
    assert "figure" not in said(document)
    assert form.figure.currentText() == NO_FIGURE
    form.starts.picked.emit("eccentric")
    form.sides.picked.emit("both")
    assert not {"starts_with", "sides"} & said(document).keys()


def test_lists_are_typed_a_line_each(form: OwnExerciseForm, document: Document, qtbot: QtBot) -> None:
    field = form.lists["equipment"]
    field.setFocus()
    qtbot.keyClicks(field, "A ball")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClicks(field, "A mat ")
    assert said(document)["equipment"] == ["A ball", "A mat"]
    document.settle()
    document.undo.undo()
    assert "equipment" not in said(document)
    assert field.text() == ""


def test_a_problem_is_told_at_its_field(form: OwnExerciseForm, document: Document) -> None:
    document.put((*PATH, "words"), {"eccentric": 5})
    assert "must be text" in form.words["eccentric"].accessibleDescription().lower()
    assert form.enter((*PATH, "words", "eccentric"))
    assert form.words["eccentric"].hasFocus()


def test_a_rename_reaches_the_blocks_in_one_step(form: OwnExerciseForm, document: Document, qtbot: QtBot) -> None:
    type_into(qtbot, form.key, "ball")
    assert document.data == DATA
    with qtbot.waitSignal(form.go_wanted) as gone:
        qtbot.keyClick(form.key, Qt.Key.Key_Return)
    assert gone.args == [("exercises", "ball")]
    assert list(document.data["exercises"]) == ["ball", "spare"]
    assert document.data["blocks"][0]["exercise"] == "ball"
    document.undo.undo()
    assert document.data == DATA


def test_a_name_that_is_taken_is_told_and_given_up(form: OwnExerciseForm, document: Document, qtbot: QtBot) -> None:
    type_into(qtbot, form.key, "spare")
    assert "spare" in form.key.accessibleDescription()
    form.name.setFocus()
    assert form.key.text() == "my-curl"
    assert document.data == DATA


def test_only_what_no_block_uses_can_be_deleted(form: OwnExerciseForm, document: Document, qtbot: QtBot) -> None:
    assert not form.delete.isEnabled()
    spare = form_of(qtbot, document, ("exercises", "spare"))
    assert spare.delete.isEnabled()
    with qtbot.waitSignal(spare.go_wanted) as gone:
        spare.delete.click()
    assert gone.args == [()]
    assert list(document.data["exercises"]) == ["my-curl"]


def test_it_can_be_added_as_a_block(document: Document, qtbot: QtBot) -> None:
    spare = form_of(qtbot, document, ("exercises", "spare"))
    with qtbot.waitSignal(spare.go_wanted) as gone:
        spare.use.click()
    assert gone.args == [("blocks", 1)]
    assert document.data["blocks"][1]["exercise"] == "spare"
    assert not spare.delete.isEnabled()
    assert document.workout


def test_the_page_shows_the_renamed_one(qtbot: QtBot, names: Names, home: Path) -> None:
    """Leaving the field by the keyboard: the keys go on in the form that takes the place of the old one."""
    page = make_page(qtbot, names, home).page
    page.document.begin(DATA, None, None)
    page.choose(PATH)
    before = page.form.form
    assert isinstance(before, OwnExerciseForm)
    type_into(qtbot, before.key, "ball")
    qtbot.keyClick(before.key, Qt.Key.Key_Return)
    assert page.form.path == ("exercises", "ball")
    assert page.document.undo.count() == 1
    after = page.form.form
    assert isinstance(after, OwnExerciseForm)
    assert after is not before
    assert after.name.hasFocus()
    page.step_back()
    assert page.document.data == DATA
    page.close_page()
