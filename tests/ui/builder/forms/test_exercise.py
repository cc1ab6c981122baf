"""The form of a block: what is typed is what the document says, and the other way round."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from helpers.rehearsal import Heard
from tempo_trainer.ui.builder.document import Document
from tempo_trainer.ui.builder.forms.exercise import ExerciseForm
from tempo_trainer.workout.edits import at, put
from tempo_trainer.workout.tempo import Ramp, Tempo

from .conftest import Open

PATH = ("blocks", 0)


@pytest.fixture
def form(form_of: Open) -> ExerciseForm:
    made = form_of(PATH)
    assert isinstance(made, ExerciseForm)
    return made


def said(document: Document, key: str) -> Any:
    return at(document.data, (*PATH, key))


def choose_kind(form: ExerciseForm, kind: str) -> None:
    next(made for made in form.amount.kind.findChildren(QPushButton) if made.text() == kind).click()


def search(form: ExerciseForm, text: str) -> QLineEdit:
    line = form.chooser.lineEdit()
    assert line is not None
    form.chooser.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    return line


def test_shows_what_the_document_says(form: ExerciseForm) -> None:
    assert form.chooser.currentText() == "Single-leg pelvic bridge"
    assert (form.sets.value(), form.amount.said()) == (3, (8, None))
    assert form.tempo.choice.chosen() == "controlled"
    assert form.rest.lineEdit().placeholderText() == "as the workout: 1 min 15 s"
    assert form.sides.currentText() == "as usual: one leg at a time"
    assert not form.tempo.editor.isVisible()


def test_each_field_is_written_and_an_empty_one_taken_out(form: ExerciseForm, document: Document) -> None:
    form.sets.setValue(4)
    form.amount.reps.setValue(12)
    QTest.keyClicks(form.load, "10 kg ")
    QTest.keyClicks(form.note, "Slow.")
    form.rest.stepBy(6)
    form.sides.setCurrentIndex(form.sides.findData("left"))
    form.sides.activated.emit(0)
    block = {"exercise": "single-leg-pelvic-bridge", "sets": 4, "reps": 12, "sides": "left", "rest": 105}
    assert at(document.data, PATH) == {**block, "load": "10 kg", "note": "Slow."}
    assert document.workout is not None
    form.load.selectAll()
    QTest.keyClick(form.load, Qt.Key.Key_Backspace)
    form.rest.lineEdit().clear()
    form.rest.lineEdit().textEdited.emit("")
    assert "load" not in at(document.data, PATH)
    assert "rest" not in at(document.data, PATH)


def test_what_is_typed_keeps_the_cursor_and_undo_comes_back_to_the_field(
    form: ExerciseForm, document: Document
) -> None:
    form.load.set_text("")
    form.load.setFocus()
    QTest.keyClicks(form.load, "10kg")
    form.load.setCursorPosition(2)
    QTest.keyClicks(form.load, " ")
    assert (form.load.text(), form.load.cursorPosition()) == ("10 kg", 3)
    assert form.load.hasFocus()
    document.undo.undo()
    assert form.load.text() == ""


def test_a_hold_has_no_tempo_and_gets_it_back(form: ExerciseForm, document: Document) -> None:
    document.put((*PATH, "tempo"), "slow")
    steps = document.undo.count()
    choose_kind(form, "Hold")
    assert (said(document, "reps"), said(document, "hold"), said(document, "tempo")) == (None, 20, None)
    assert not form.tempo.isVisible()
    assert document.undo.count() == steps + 1
    assert document.workout is not None
    choose_kind(form, "Reps")
    assert (said(document, "reps"), said(document, "hold"), said(document, "tempo")) == (8, None, "slow")
    choose_kind(form, "Max")
    assert said(document, "reps") == "max"
    assert not form.amount.reps.isVisible()


def test_a_preset_or_a_tempo_of_its_own_that_begins_as_the_preset(form: ExerciseForm, document: Document) -> None:
    form.tempo.choice.picked.emit("slow")
    assert said(document, "tempo") == "slow"
    form.tempo.choice.picked.emit("=")
    assert said(document, "tempo") == str(document.names.presets["slow"])
    assert form.tempo.editor.isVisible()
    form.tempo.editor.changed.emit(Ramp(Tempo(3000, 1000, 3000, 1000), Tempo(4000, 2000, 4000, 2000)))
    assert said(document, "tempo") == {"from": "3-1-3-1", "to": "4-2-4-2"}
    form.tempo.choice.picked.emit("controlled")
    assert said(document, "tempo") is None
    assert document.workout is not None


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # to open the list of what is found
def test_typing_finds_an_exercise_and_enter_takes_the_first(form: ExerciseForm, document: Document) -> None:
    QTest.keyClick(search(form, "nordic"), Qt.Key.Key_Return)
    assert said(document, "exercise") == "nordic-curl"
    assert form.chooser.currentText() == "Nordic curl"


def test_what_is_no_exercise_is_not_kept(form: ExerciseForm, document: Document) -> None:
    search(form, "zzz")
    form.sets.setFocus()
    assert form.chooser.currentText() == "Single-leg pelvic bridge"
    assert document.undo.count() == 0


def test_problems_are_shown_at_the_field_and_found_there(form: ExerciseForm, document: Document) -> None:
    broken = put(put(document.data, (*PATH, "sets"), 0), (*PATH, "tempo"), "slwo")
    document.edit("break", put(broken, (*PATH, "reps"), None))
    assert form.problem_at("sets") == "Must be a whole number from 1 to 99"
    assert form.problem_at("tempo").startswith("Unknown preset `slwo`")
    assert "either `reps` or `hold`" in form.problem_at("reps")
    assert form.enter((*PATH, "tempo"))
    assert form.tempo.choice.hasFocus()
    assert form.enter((*PATH, "hold"))
    assert form.amount.isAncestorOf(form.focusWidget())
    assert not form.enter(("blocks", 1, "rest"))


def test_an_exercise_of_the_workouts_own_can_be_described(form: ExerciseForm, qtbot: QtBot) -> None:
    assert not form.describe.isVisible()
    form.chooser.picked.emit("mine")
    assert form.describe.isVisible()
    with qtbot.waitSignal(form.go_wanted) as went:
        form.describe.click()
    assert went.args == [("exercises", "mine")]


def test_a_rep_is_heard_in_the_tempo_of_the_block(form: ExerciseForm, document: Document, heard: Heard) -> None:
    document.put((*PATH, "tempo"), "5-0-5-0")
    form.rep.toggle()
    assert heard.started[-1].time_under_tension_ms["left"] == 10_000


def test_only_what_has_a_meaning_is_shown(form: ExerciseForm, document: Document, form_of: Open) -> None:
    assert form.switch.isVisible()
    document.put((*PATH, "sides"), "alternate")
    assert not form.switch.isVisible()
    inner = form_of(("blocks", 2, "blocks", 0))
    assert form.rest_after.isVisible()
    assert not inner.rest_after.isVisible()


def test_bears_that_its_block_is_gone(form: ExerciseForm, document: Document) -> None:
    document.edit("delete", put(document.data, ("blocks",), []))
    form.sets.setValue(9)
    choose_kind(form, "Hold")
    assert document.data["blocks"] == []
