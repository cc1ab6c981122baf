"""Saving, opening and drafts where the disk is slow, full or gone, and somebody goes on meanwhile."""

import json
from pathlib import Path
from threading import Event
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from tempo_trainer.files import stamp_of
from tempo_trainer.ui.builder.drafts import Draft, Drafts
from tempo_trainer.workout.edits import at
from tempo_trainer.workout.model import Names, Workout
from ui.builder.conftest import SMALL, Built, make_page

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
        all_before_are_done(built, qtbot)


def all_before_are_done(built: Built, qtbot: QtBot) -> None:
    done = Event()
    built.page.errands.run(lambda: None, lambda _: done.set())
    qtbot.waitUntil(done.is_set)


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


def test_a_fault_of_the_program_does_not_end_saving(built: Built, small: Path, qtbot: QtBot) -> None:
    built.document.put(("blocks", 0, "reps"), 9)
    built.document.workout, good = cast("Workout", object()), built.document.workout
    built.page.save()
    settle(built, qtbot)
    assert "inside the program" in built.page.question.text
    built.document.workout = good
    with qtbot.waitSignal(built.page.saved):
        built.answer("Try again")
    assert "reps: 9" in small.read_text()


def test_what_nobody_in_the_builder_asked_for_is_told(built: Built, qtbot: QtBot) -> None:
    def fail() -> None:
        raise MemoryError

    built.page.errands.run(fail, lambda _: None)
    settle(built, qtbot)
    assert [topic for topic, _ in built.told] == ["builder"]


@pytest.fixture
def left_behind(built: Built) -> None:
    """A draft of a program that is gone, offered; and then the user begins to build."""
    other = Drafts(built.drafts)
    other.keep(Draft({"format": 1, "name": "Old", "blocks": []}, None, None))
    other.release()
    built.page.entered()
    built.document.put(("name",), "An hour of work")


def drafts(built: Built) -> set[str]:
    return {json.loads(file.read_text())["data"]["name"] for file in built.drafts.glob("*.json")}


@pytest.mark.usefixtures("left_behind")
def test_going_on_with_a_draft_asks_about_what_is_being_built(built: Built, qtbot: QtBot) -> None:
    built.answer("Go on with it")
    assert built.document.data["name"] == "An hour of work"
    assert "An hour of work" in built.page.question.text
    built.answer("Save")
    qtbot.waitUntil(lambda: built.document.data["name"] == "Old")
    assert "An hour of work" in (built.workouts / "an-hour-of-work.yaml").read_text()
    assert drafts(built) == {"Old"}


@pytest.mark.usefixtures("left_behind")
def test_discarding_a_draft_keeps_that_of_what_is_being_built(built: Built, qtbot: QtBot) -> None:
    built.page.keeper.keep()
    qtbot.waitUntil(lambda: drafts(built) == {"Old", "An hour of work"})
    built.answer("Discard it")
    assert drafts(built) == {"An hour of work"}
    built.page.close_page()
    assert drafts(built) == {"An hour of work"}


@pytest.fixture
def asked(built: Built, small: Path, qtbot: QtBot) -> Path:
    """While the user types, another program changes the file."""
    built.page.form.setFocus()
    built.page.choose(())
    built.page.form.enter(("name",))
    qtbot.keyClicks(built.page.focusWidget(), "Fetch")
    small.write_text(CHANGED)
    qtbot.waitUntil(lambda: "another program" in built.page.question.text)
    return small


def test_a_question_that_nobody_called_for_is_not_answered_by_typing(built: Built, asked: Path, qtbot: QtBot) -> None:
    qtbot.keyClicks(built.page.focusWidget(), " the ball")
    assert built.document.data["name"] == "Fetch the ballSmall"
    assert built.page.question.text
    assert built.document.path == asked


def test_what_was_put_off_is_not_asked_again_until_the_file_changes_anew(
    built: Built, asked: Path, qtbot: QtBot
) -> None:
    built.answer("Decide later")
    look_at_disk(built, qtbot)
    assert not built.page.question.text
    asked.write_text(CHANGED.replace("reps: 12", "reps: 13"))
    look_at_disk(built, qtbot)
    assert "another program" in built.page.question.text


def look_at_disk(built: Built, qtbot: QtBot) -> None:
    """As when something happens in the folder."""
    touched = built.workouts / "touched"
    touched.write_text(f"{touched.exists()}")
    with qtbot.waitSignal(built.page.opening.touched):
        pass
    settle(built, qtbot)


def test_a_save_that_fails_late_does_not_take_the_focus(built: Built, small: Path, slow: SlowDisk) -> None:
    small.unlink()
    built.document.put(("name",), "One")
    built.page.save()
    built.document.put(("name",), "Two")
    built.page.list.setFocus()
    slow.let_go()
    assert "not there any more" in built.page.question.text
    assert built.page.focusWidget() is built.page.list


def test_a_save_that_fails_at_once_asks_with_the_focus(built: Built, small: Path, qtbot: QtBot) -> None:
    built.document.put(("name",), "One")
    small.unlink()
    built.page.save()
    settle(built, qtbot)
    assert built.page.focusWidget() in built.page.question.buttons


@pytest.fixture
def gone(built: Built, small: Path, qtbot: QtBot) -> Path:
    """The file vanishes while it is open, and the user wants to decide later."""
    small.unlink()
    qtbot.waitUntil(lambda: "not there any more" in built.page.question.text)
    built.answer("Decide later")
    return small


def test_what_has_vanished_counts_as_not_saved(built: Built, gone: Path, qtbot: QtBot) -> None:
    del gone
    assert built.page.head.save.isEnabled()
    assert "changed" in built.page.head.facts
    assert built.page.ask_to_leave(lambda: None)
    qtbot.waitUntil(lambda: drafts(built) == {"Small"})


def test_what_has_vanished_is_saved_anew(built: Built, gone: Path, qtbot: QtBot) -> None:
    built.page.save()
    settle(built, qtbot)
    with qtbot.waitSignal(built.page.saved):
        built.answer("Save it again")
    assert gone.exists()
    assert not built.document.is_changed


def test_what_comes_back_as_it_was_is_saved(built: Built, gone: Path, qtbot: QtBot) -> None:
    gone.write_text(SMALL)
    qtbot.waitUntil(lambda: not built.document.is_changed)
    assert not built.page.question.text


@pytest.fixture
def full(built: Built, small: Path, qtbot: QtBot) -> Path:
    """No draft can be written, as something else is where the drafts should be."""
    del small
    built.drafts.write_text("in the way")
    built.document.put(("name",), "Hours of work")
    built.page.keeper.keep()
    qtbot.waitUntil(lambda: bool(built.told))
    return built.drafts


def test_a_draft_that_failed_is_tried_again(built: Built, full: Path, qtbot: QtBot) -> None:
    assert "No draft can be kept" in built.told[0][1]
    full.unlink()
    qtbot.waitUntil(lambda: built.told[-1] == ("draft", ""))  # with nothing typed meanwhile
    assert drafts(built) == {"Hours of work"}


def test_closing_twice_asks_again_where_no_draft_can_be_kept(built: Built, full: Path) -> None:
    del full
    assert built.page.ask_to_leave(lambda: None)
    assert "loses" not in built.page.question.text
    assert built.page.ask_to_leave(lambda: None)
    assert "loses" in built.page.question.text
    assert not built.page.ask_to_leave(lambda: None)


def test_a_draft_is_only_promised_where_there_is_one(built: Built, full: Path, qtbot: QtBot) -> None:
    in_the_way = full.with_name("in-the-way")
    in_the_way.touch()
    built.document.path = in_the_way / "no-folder.yaml"
    built.page.save()
    qtbot.waitUntil(lambda: "was not saved" in built.page.question.text)
    assert "draft" not in built.page.question.text
    full.unlink()
    built.page.keeper.keep()
    qtbot.waitUntil(lambda: built.page.keeper.is_kept)
    built.answer("Try again")
    qtbot.waitUntil(lambda: "was not saved" in built.page.question.text)
    assert "kept as a draft" in built.page.question.text


def test_a_window_can_be_closed_while_the_disk_hangs(built: Built, slow: SlowDisk, qtbot: QtBot) -> None:
    built.document.put(("name",), "Hours of work")
    built.page.save()
    assert built.page.ask_to_leave(lambda: None), "it is being saved"
    assert not built.page.ask_to_leave(lambda: None)
    assert drafts(built) == {"Hours of work"}
    slow.let_go()
    qtbot.waitUntil(lambda: not built.document.is_changed)


def test_what_check_would_refuse_is_not_saved(built: Built, small: Path, qtbot: QtBot) -> None:
    before = small.read_text()
    block = {"exercise": "nordic-curl", "sets": 99, "reps": 999, "tempo": "60-60-60-60"}
    built.page.choose(("blocks", 1))
    built.document.put(("blocks", 0), block)
    built.page.save()  # before the planner has found out
    settle(built, qtbot)
    assert small.read_text() == before
    assert built.document.problem_at(("blocks", 0))
    assert built.page.list.path == ("blocks", 0)


def test_what_the_guide_adds_does_not_throw_away_a_copy(built: Built, small: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(built.page.opened):
        built.page.copy_of(small)
    built.page.add("nordic-curl", None)
    assert built.document.data["name"] == "Small (copy)"
    assert len(built.document.data["blocks"]) == 4


def test_a_second_save_during_the_first_is_done_after_it(
    built: Built, small: Path, slow: SlowDisk, qtbot: QtBot
) -> None:
    built.document.put(("name",), "One")
    built.page.save()
    built.document.put(("name",), "Two")
    built.page.save()
    slow.let_go()
    qtbot.waitUntil(lambda: not built.document.is_changed)
    assert "name: Two" in small.read_text()
    assert not built.page.question.text


def test_start_during_a_save_starts_after_it(built: Built, small: Path, slow: SlowDisk, qtbot: QtBot) -> None:
    built.document.put(("name",), "One")
    built.page.save()
    built.page.head.start.click()
    with qtbot.waitSignal(built.page.start_wanted) as started:
        slow.let_go()
    assert started.args == [small]


def test_closing_during_a_save_closes_after_it(built: Built, small: Path, slow: SlowDisk, qtbot: QtBot) -> None:
    closed: list[bool] = []
    built.document.put(("name",), "One")
    assert built.page.ask_to_leave(lambda: None)
    built.page.save()
    built.answer("Save")
    built.page.opening.when_done(lambda: closed.append("name: One" in small.read_text()))
    slow.let_go()
    qtbot.waitUntil(lambda: closed == [True])


def test_a_save_that_waits_does_not_write_another_document(built: Built, small: Path, slow: SlowDisk) -> None:
    built.document.put(("name",), "One")
    built.page.save()
    built.page.saving.save_copy()
    built.document.begin({"format": 1, "name": "Other", "blocks": []}, None, None)
    slow.let_go()
    assert [path.name for path in built.workouts.glob("*.yaml")] == [small.name]
    assert not built.page.question.text


@pytest.mark.parametrize("answer", ["Both: mine as a copy", "Mine, over theirs"])
def test_what_has_a_problem_is_not_saved_over_or_beside_theirs_and_says_so(
    built: Built, small: Path, qtbot: QtBot, answer: str
) -> None:
    built.page.choose(())
    built.document.put(("blocks", 0, "reps"), 0)
    small.write_text(CHANGED)
    qtbot.waitUntil(lambda: "another program" in built.page.question.text)
    built.answer(answer)
    assert "problem" in built.page.question.text
    assert built.page.list.path == ("blocks", 0)
    settle(built, qtbot)
    assert small.read_text() == CHANGED


def test_taking_theirs_goes_on_with_what_was_wanted(built: Built, small: Path, qtbot: QtBot) -> None:
    built.document.put(("name",), "Mine")
    built.page.new()
    small.write_text(CHANGED)
    built.answer("Save")
    qtbot.waitUntil(lambda: "another program" in built.page.question.text)
    built.answer("Theirs")
    settle(built, qtbot)
    assert built.document.data["name"] == "My workout"
    assert small.read_text() == CHANGED


@pytest.fixture
def commented(built: Built, small: Path, qtbot: QtBot) -> Path:
    """Another program puts a comment into the file, and the user changes something else."""
    small.write_text(f"# Precious.\n{SMALL}")
    qtbot.waitUntil(lambda: built.document.stamp == stamp_of(small))
    built.document.put(("name",), "Rescued")
    return small


def test_comments_of_a_drafts_file_are_asked_about(built: Built, commented: Path, qtbot: QtBot, names: Names) -> None:
    built.page.close_page()
    second = make_page(qtbot, names, built.workouts.parent)
    assert second.page.offer_draft()
    second.answer("Go on with it")
    second.page.save()
    settle(second, qtbot)
    assert "comments" in second.page.question.text
    assert "Precious" in commented.read_text()
    with qtbot.waitSignal(second.page.saved):
        second.answer("Save without comments")
    assert second.document.path == commented


def test_comments_of_theirs_are_asked_about_before_mine_goes_over_it(built: Built, small: Path, qtbot: QtBot) -> None:
    built.document.put(("name",), "Mine")
    small.write_text(f"# Precious.\n{SMALL}")
    qtbot.waitUntil(lambda: "another program" in built.page.question.text)
    built.answer("Mine, over theirs")
    settle(built, qtbot)
    assert "comments" in built.page.question.text
    assert "Precious" in small.read_text()
    with qtbot.waitSignal(built.page.saved):
        built.answer("Save without comments")
    assert "name: Mine" in small.read_text()


def test_a_copy_is_not_asked_about_comments_it_never_had(built: Built, commented: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(built.page.saved):
        built.page.saving.save_copy()
    built.document.put(("name",), "Again")
    with qtbot.waitSignal(built.page.saved):
        built.page.save()
    assert "Precious" in commented.read_text()
