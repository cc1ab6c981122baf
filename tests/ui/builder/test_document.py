"""The document behind the builder: steps back and forth, what is wrong where, what is saved, and the live plan."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from helpers.workouts import curl, workout
from tempo_trainer.ui.builder.document import Document
from tempo_trainer.workout.model import Names

REPS = ("blocks", 0, "reps")


@pytest.fixture
def document(qtbot: QtBot, names: Names) -> Iterator[Document]:
    del qtbot
    made = Document(names)
    made.begin(workout(curl(reps=8), {"rest": 30}), None, None)
    yield made
    delete(made)  # here and now: garbage is collected in any thread, and this must not be


def said(document: Document, *path: Any) -> Any:
    value: Any = document.data
    for key in path:
        value = value[key]
    return value


def test_an_edit_can_be_undone_and_done_again(document: Document) -> None:
    before = document.data
    document.put(REPS, 10)
    assert said(document, *REPS) == 10
    document.undo.undo()
    assert document.data is before
    document.undo.redo()
    assert said(document, *REPS) == 10


def test_typing_in_one_field_is_one_step(document: Document) -> None:
    for name in ("M", "My", "My w"):
        document.put(("name",), name)
    document.put(REPS, 9)
    assert document.undo.count() == 2
    document.undo.undo()
    document.undo.undo()
    assert said(document, "name") == "Test"


def test_a_field_that_was_left_begins_another_step(document: Document) -> None:
    document.put(REPS, 9)
    document.settle()
    document.put(REPS, 10)
    assert document.undo.count() == 2
    document.undo.undo()
    assert said(document, *REPS) == 9


def test_typing_what_stood_there_leaves_no_step(document: Document) -> None:
    document.put(REPS, 9)
    document.put(REPS, 8)
    assert document.undo.count() == 0
    assert not document.is_changed


def test_an_undone_step_takes_in_no_other(document: Document) -> None:
    document.put(REPS, 9)
    document.put(("name",), "Other")
    document.undo.undo()
    document.put(REPS, 10)
    assert document.undo.count() == 2, "the step was done; what is typed after going back is another one"


def test_problems_are_told_at_their_place(document: Document) -> None:
    document.put(REPS, 0)
    assert document.workout is None
    assert document.problem_at(REPS) == "reps: must be a whole number from 1 to 999, or `max`"
    assert document.problem_at(("blocks", 0)) == ""
    assert len(document.problems_within(("blocks", 0))) == 1
    assert not document.problems_within(("blocks", 1))
    document.undo.undo()
    assert document.workout is not None
    assert not document.findings


def test_what_is_missing_is_told_where_it_should_stand(document: Document) -> None:
    document.put(("name",), None)
    assert document.problem_at(("name",)) == "`name` is missing"


def test_what_is_saved_is_not_changed(document: Document, tmp_path: Path, qtbot: QtBot) -> None:
    document.put(REPS, 9)
    assert document.is_changed
    with qtbot.waitSignal(document.saved):
        document.keep(document.data, tmp_path / "a.yaml", None)
    assert not document.is_changed
    document.put(REPS, 10)
    assert document.is_changed
    document.undo.undo()
    assert not document.is_changed, "typing after a save is another step than before it"


def test_own_exercises_can_be_named_at_once(document: Document) -> None:
    document.put(("exercises",), {"mine": {"name": "Mine"}, "half": {"name": ""}})
    assert document.names.exercises["mine"].name == "Mine"
    assert document.names.exercises["half"].name == "half"
    document.put(("blocks", 0, "exercise"), "mine")
    assert not document.problem_at(("blocks", 0, "exercise"))


def test_the_plan_follows_the_latest_edit(document: Document, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: document.timeline is not None)
    for reps in range(1, 6):
        document.put(REPS, reps)
    with qtbot.waitSignal(document.planned):
        pass
    assert document.timeline is not None
    assert document.timeline.workout == document.workout


def test_a_workout_that_grows_too_long_says_in_which_block(document: Document, qtbot: QtBot) -> None:
    document.put(("blocks", 0), curl(reps=999, sets=99, tempo="60-60-60-60"))
    qtbot.waitUntil(lambda: bool(document.findings))
    assert "24 h" in document.problem_at(("blocks", 0))
    assert document.workout is None
