"""Saving, opening and drafts where the disk is slow, full or gone, and somebody goes on meanwhile."""

from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from tempo_trainer.files import stamp_of
from tempo_trainer.workout.edits import at
from ui.builder.conftest import SMALL, Built

CHANGED = SMALL.replace("reps: 8", "reps: 12")


class SlowDisk:
    """What the page wants of the disk waits, from now until it is let go."""

    def __init__(self, built: Built, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self._built = built
        self._gate = Event()
        built.page.errands.run(self._gate.wait, lambda _: None)

    def let_go(self) -> None:
        """And wait until all that was wanted has been done."""
        self._gate.set()
        settle(self._built, self._qtbot)


def settle(built: Built, qtbot: QtBot) -> None:
    """Wait until all that was wanted of the disk has been done."""
    for _ in range(3):  # what was done may want more
        done: list[None] = []
        built.page.errands.run(lambda: None, done.append)
        qtbot.waitUntil(lambda done=done: bool(done))


@pytest.fixture
def slow(built: Built, small: Path, qtbot: QtBot) -> SlowDisk:
    """With a file open."""
    del small
    return SlowDisk(built, qtbot)


def test_a_new_workout_waits_for_a_save_and_never_gets_its_file(built: Built, small: Path, slow: SlowDisk) -> None:
    built.document.put(("blocks", 0, "reps"), 9)
    built.page.save()
    built.page.new()
    assert not built.page.question.text, "what is just being saved does not get lost"
    slow.let_go()
    assert "reps: 9" in small.read_text()
    assert built.document.data["name"] == "My workout"
    assert built.document.path is None


def test_discarding_waits_for_a_save(built: Built, small: Path, slow: SlowDisk) -> None:
    built.document.put(("blocks", 0, "reps"), 9)
    built.page.new()
    built.page.save()
    built.answer("Discard the changes")
    slow.let_go()
    assert "reps: 9" in small.read_text()
    assert built.document.path is None


def test_a_save_that_ends_late_leaves_another_document_alone(built: Built, small: Path, slow: SlowDisk) -> None:
    built.document.put(("blocks", 0, "reps"), 9)
    built.page.save()
    built.document.begin({"format": 1, "name": "Other", "blocks": []}, None, None, changed=True)
    slow.let_go()
    assert "reps: 9" in small.read_text()
    assert built.document.path is None
    assert built.document.is_changed


def test_a_file_that_is_read_late_is_not_taken_over_by_another_document(
    built: Built, small: Path, slow: SlowDisk
) -> None:
    small.write_text(CHANGED)
    built.page.saving.take_theirs()
    built.document.begin({"format": 1, "name": "Other", "blocks": []}, None, None)
    slow.let_go()
    assert built.document.data["name"] == "Other"
    assert built.document.path is None


def test_what_is_typed_while_a_file_is_read_is_asked_about(built: Built, small: Path, slow: SlowDisk) -> None:
    small.write_text(CHANGED)
    built.page.saving.take_theirs()
    built.document.put(("name",), "Typed meanwhile")
    slow.let_go()
    assert built.document.data["name"] == "Typed meanwhile"
    assert built.document.is_changed
    assert "another program" in built.page.question.text


def test_what_is_typed_while_another_file_is_opened_is_asked_about(built: Built, small: Path, slow: SlowDisk) -> None:
    other = small.with_name("other.yaml")
    other.write_text(SMALL.replace("Small", "Other"))
    built.page.open(other)
    built.document.put(("name",), "Typed meanwhile")
    slow.let_go()
    assert built.document.data["name"] == "Typed meanwhile"
    assert "Typed meanwhile" in built.page.question.text
    built.answer("Save")
    slow.let_go()
    assert "Typed meanwhile" in small.read_text()
    assert built.document.path == other


def test_what_is_typed_while_it_is_saved_is_asked_about_before_it_goes(
    built: Built, small: Path, slow: SlowDisk
) -> None:
    built.document.put(("name",), "One")
    built.page.new()
    built.answer("Save")
    built.document.put(("name",), "Two")
    slow.let_go()
    assert "name: One" in small.read_text()
    assert built.document.data["name"] == "Two"
    assert "Two" in built.page.question.text


def test_mine_over_theirs_writes_what_was_mine_to_where_it_belongs(built: Built, small: Path, qtbot: QtBot) -> None:
    built.document.put(("name",), "Mine")
    small.write_text(CHANGED)
    qtbot.waitUntil(lambda: "another program" in built.page.question.text)
    slow = SlowDisk(built, qtbot)
    built.answer("Mine, over theirs")
    built.document.begin({"format": 1, "name": "Other", "blocks": []}, None, None)
    slow.let_go()
    assert "name: Mine" in small.read_text()
    assert built.document.path is None
    assert stamp_of(small) is not None
    assert at(built.document.data, ("name",)) == "Other"
