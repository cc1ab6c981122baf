"""The builder page: by keyboard, by mouse, saving, other programs, drafts."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QDragMoveEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from tempo_trainer.files import stamp_of
from tempo_trainer.ui.builder.drafts import Draft, Drafts
from tempo_trainer.ui.builder.rows import ROW
from tempo_trainer.workout.edits import at
from tempo_trainer.workout.loader import load_timeline
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.tempo import Tempo
from ui.builder.conftest import Built, make_page

INSIDE = ("blocks", 2, "blocks")
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def rows(built: Built) -> list[str]:
    model = built.page.list.rows
    return [model.index(row).data() for row in range(model.rowCount())]


def test_the_list_shows_every_block(built: Built, small: Path) -> None:
    del small
    assert rows(built) == [
        "The whole workout", "Single-leg pelvic bridge", "Rest 2 min", "Finisher", "Stability ball hamstring curl",
        "Nordic curl",
    ]  # fmt: skip
    model = built.page.list.rows
    assert model.detail(model.index(1).data(ROW)) == "2 × 8 reps a side  ·  controlled 3-1-3-1"
    assert model.detail(model.index(3).data(ROW)) == "2 rounds of 2 exercises"
    assert model.detail(model.index(4).data(ROW)) == "6 reps  ·  controlled 3-1-3-1"


def test_blocks_are_moved_by_keyboard_into_a_circuit_and_out(built: Built, small: Path, qtbot: QtBot) -> None:
    del small
    page = built.page
    page.choose(("blocks", 0))
    for path in (("blocks", 1), (*("blocks", 1, "blocks"), 0)):
        qtbot.keyClick(page.list, Qt.Key.Key_Down, ALT)
        assert page.list.path == path
        assert at(built.document.data, path)["exercise"] == "single-leg-pelvic-bridge"
    qtbot.keyClick(page.list, Qt.Key.Key_Up, ALT)
    assert page.list.path == ("blocks", 1)


def test_blocks_are_added_doubled_and_deleted_by_keyboard(built: Built, small: Path, qtbot: QtBot) -> None:
    del small
    page = built.page
    page.choose(("blocks", 0))
    qtbot.keyClick(page.list, Qt.Key.Key_Insert)
    assert page.list.path == ("blocks", 1)
    assert len(built.document.data["blocks"]) == 4
    qtbot.keyClick(page.list, Qt.Key.Key_D, CTRL)
    assert page.list.path == ("blocks", 2)
    for _ in range(2):
        qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    assert len(built.document.data["blocks"]) == 3
    assert built.document.undo.count() == 4
    page.step_back()
    assert len(built.document.data["blocks"]) == 4


def test_going_back_shows_what_it_was_about(built: Built, small: Path) -> None:
    del small
    built.document.put((*INSIDE, 1, "reps"), 9)
    built.page.choose(("blocks", 0))
    built.page.head.undo.click()
    assert built.page.list.path == (*INSIDE, 1)
    assert built.page.form.path == (*INSIDE, 1)


def test_undo_in_a_text_field_undoes_the_last_edit(built: Built, small: Path, qtbot: QtBot) -> None:
    del small
    built.document.put(("blocks", 0, "reps"), 9)
    built.page.choose(("blocks", 0))
    built.page.form.enter()
    for keys, do in (("Ctrl+Z", built.page.step_back), ("Ctrl+Shift+Z", built.page.step_forward)):
        action = QAction(built.page)  # as the window's menu has them
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _=False, do=do: do())
        built.page.addAction(action)
    field = built.page.focusWidget()
    assert isinstance(field, QComboBox)  # in which one types
    qtbot.keyClicks(field, "x")
    qtbot.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert at(built.document.data, ("blocks", 0, "reps")) == 8
    qtbot.keyClick(built.page.focusWidget(), Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert at(built.document.data, ("blocks", 0, "reps")) == 9


def test_an_edit_keeps_the_chosen_block_and_its_form(built: Built, small: Path) -> None:
    del small
    built.page.choose((*INSIDE, 1))
    form = built.page.form.form
    built.document.put((*INSIDE, 1, "reps"), 9)
    built.document.put(("name",), "Other")
    assert built.page.form.form is form, "a form that is made anew loses the cursor"
    assert built.page.list.path == (*INSIDE, 1)


@pytest.mark.parametrize(
    ("over", "lower", "right", "expected"),
    [
        (("blocks", 1), False, False, (("blocks",), 1)),
        (("blocks", 1), True, False, (("blocks",), 2)),
        (("blocks", 2), True, True, (INSIDE, 0)),
        (("blocks", 2), True, False, (("blocks",), 3)),
        ((*INSIDE, 0), False, True, (INSIDE, 0)),
        ((*INSIDE, 1), True, True, (INSIDE, 2)),
        ((*INSIDE, 1), True, False, (("blocks",), 3)),
        ((), False, True, (("blocks",), 0)),
    ],
)
def test_where_a_dragged_block_goes(
    built: Built, small: Path, over: tuple[str | int, ...], lower: bool, right: bool, expected: object
) -> None:
    del small
    page = built.page
    page.choose(("blocks", 0))
    box = page.list.visualRect(page.list.rows.index_of(over))
    y = box.bottom() - 8 if lower else box.top() + 8
    assert page.list.place_at(QPointF(200 if right else 4, y)) == expected


def test_a_rest_is_not_let_go_inside_of_a_circuit(built: Built, small: Path) -> None:
    del small
    built.page.choose(("blocks", 1))
    box = built.page.list.visualRect(built.page.list.rows.index_of((*INSIDE, 0)))
    place = built.page.list.place_at(QPointF(200, box.center().y()))
    assert place is not None
    assert place[0] == ("blocks",)


def test_a_block_is_dragged_out_of_a_circuit(built: Built, small: Path) -> None:
    del small
    blocks = built.page.list
    built.page.choose((*INSIDE, 1))
    top = blocks.visualRect(blocks.rows.index_of(("blocks", 0))).topLeft() + QPoint(60, 6)
    data = blocks.rows.mimeData([blocks.currentIndex()])
    sent = (data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    move = QDragMoveEvent(top, Qt.DropAction.MoveAction, *sent)
    blocks.dragMoveEvent(move)
    assert move.isAccepted()
    blocks.dropEvent(QDropEvent(QPointF(top), Qt.DropAction.MoveAction, *sent))
    assert rows(built)[1] == "Nordic curl"
    assert blocks.path == ("blocks", 0)
    assert len(built.document.data["blocks"][3]["blocks"]) == 1


def test_a_dropped_block_is_moved_and_chosen(built: Built, small: Path) -> None:
    del small
    built.page.list.dropped.emit(("blocks", 0), INSIDE, 1)
    assert built.page.list.path == ("blocks", 1, "blocks", 1)
    assert built.document.undo.undoText() == "moving"


def test_save_writes_what_a_person_would(built: Built, small: Path, qtbot: QtBot, names: Names) -> None:
    built.document.put(("blocks", 0, "reps"), 9)
    with qtbot.waitSignal(built.page.saved) as saved:
        built.page.save()
    assert saved.args == [small]
    assert "reps: 9" in small.read_text()
    assert load_timeline(small, names).workout == built.document.workout
    assert "reps: 8" in small.with_name("small.yaml~").read_text()
    assert not built.document.is_changed


def test_a_new_workout_is_saved_under_its_name(built: Built, qtbot: QtBot, names: Names) -> None:
    built.document.put(("name",), "Für Läufer")
    with qtbot.waitSignal(built.page.saved):
        assert built.page.save()
    assert load_timeline(built.workouts / "für-läufer.yaml", names).workout.name == "Für Läufer"


def test_what_is_wrong_is_not_saved_but_shown(built: Built, small: Path) -> None:
    before = small.read_text()
    built.document.put((*INSIDE, 1, "reps"), 0)
    built.page.choose(())
    built.page.save()
    assert built.page.list.path == (*INSIDE, 1)
    assert small.read_text() == before
    assert built.page.head.problems.isVisible()
    assert not built.page.head.start.isEnabled()


def test_start_saves_first(built: Built, small: Path, qtbot: QtBot) -> None:
    built.document.put(("blocks", 0, "reps"), 9)
    with qtbot.waitSignal(built.page.start_wanted) as started:
        built.page.head.start.click()
    assert started.args == [small]
    assert "reps: 9" in small.read_text()


def test_comments_are_lost_only_if_the_user_says_so(built: Built, small: Path, qtbot: QtBot) -> None:
    small.write_text("# Mine.\n" + small.read_text())
    qtbot.waitUntil(lambda: built.document.stamp == stamp_of(small))
    built.document.put(("blocks", 0, "reps"), 9)
    built.page.save()
    qtbot.waitUntil(lambda: "comments" in built.page.question.text)
    assert "# Mine." in small.read_text()
    with qtbot.waitSignal(built.page.saved):
        built.answer("Save without comments")
    assert "# Mine." in small.with_name("small.yaml~").read_text()
    built.document.put(("blocks", 0, "reps"), 10)
    with qtbot.waitSignal(built.page.saved):
        built.page.save()


def test_a_file_changed_by_another_program_is_taken_over_where_nothing_gets_lost(
    built: Built, small: Path, qtbot: QtBot
) -> None:
    small.write_text(small.read_text().replace("reps: 8", "reps: 12"))
    qtbot.waitUntil(lambda: at(built.document.data, ("blocks", 0, "reps")) == 12)
    assert not built.document.is_changed
    built.page.head.undo.click()
    assert at(built.document.data, ("blocks", 0, "reps")) == 8


@pytest.fixture
def conflict(built: Built, small: Path, qtbot: QtBot) -> Path:
    """Changed here and there."""
    built.document.put(("blocks", 0, "reps"), 9)
    small.write_text(small.read_text().replace("reps: 8", "reps: 12"))
    qtbot.waitUntil(lambda: "another program" in built.page.question.text)
    return small


def test_both_versions_are_kept(built: Built, conflict: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(built.page.saved):
        built.answer("Both: mine as a copy")
    assert "reps: 12" in conflict.read_text()
    assert "reps: 9" in (built.workouts / "small-2.yaml").read_text()
    assert built.document.path == built.workouts / "small-2.yaml"


def test_theirs_is_taken_and_undo_brings_back_mine(built: Built, conflict: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(built.document.saved):
        built.answer("Theirs")
    assert at(built.document.data, ("blocks", 0, "reps")) == 12
    built.document.undo.undo()
    assert at(built.document.data, ("blocks", 0, "reps")) == 9
    assert "reps: 12" in conflict.read_text()


def test_mine_is_written_over_theirs_which_stays_as_backup(built: Built, conflict: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(built.page.saved):
        built.answer("Mine, over theirs")
    assert "reps: 9" in conflict.read_text()
    assert "reps: 12" in conflict.with_name("small.yaml~").read_text()


def test_a_save_never_writes_over_a_change_that_was_not_seen(built: Built, conflict: Path, qtbot: QtBot) -> None:
    built.answer("Decide later")
    built.page.save()
    qtbot.waitUntil(lambda: "another program" in built.page.question.text)
    assert "reps: 12" in conflict.read_text()


def test_a_file_that_vanished_can_be_saved_again(built: Built, small: Path, qtbot: QtBot) -> None:
    small.unlink()
    qtbot.waitUntil(lambda: "not there any more" in built.page.question.text)
    with qtbot.waitSignal(built.page.saved):
        built.answer("Save it again")
    assert small.exists()


def test_a_folder_that_cannot_be_written_loses_nothing(built: Built, qtbot: QtBot) -> None:
    built.workouts.parent.mkdir(parents=True, exist_ok=True)
    built.workouts.write_text("a file where the folder should be")
    built.document.put(("name",), "Precious")
    built.page.save()
    qtbot.waitUntil(lambda: "was not saved" in built.page.question.text)
    assert built.document.is_changed
    built.workouts.unlink()
    with qtbot.waitSignal(built.page.saved):
        built.answer("Try again")


def test_a_draft_is_kept_and_dropped(built: Built, small: Path, qtbot: QtBot) -> None:
    del small
    built.document.put(("name",), "Draft")
    built.page.keeper.keep()
    qtbot.waitUntil(lambda: len(list(built.drafts.glob("*.json"))) == 1)
    kept = json.loads(next(built.drafts.glob("*.json")).read_text())
    assert kept["data"]["name"] == "Draft"
    with qtbot.waitSignal(built.page.saved):
        built.page.save()
    qtbot.waitUntil(lambda: not list(built.drafts.glob("*.json")))


def test_a_draft_of_a_window_that_is_gone_is_offered(built: Built, small: Path, qtbot: QtBot, names: Names) -> None:
    built.document.put(("name",), "Rescued")
    built.page.close_page()  # as a crash would leave it: on disk, and nobody holds it
    second = make_page(qtbot, names, built.workouts.parent)
    assert second.page.offer_draft()
    assert "Rescued" in second.page.question.text
    with qtbot.waitSignal(second.page.opened):
        second.answer("Go on with it")
    assert second.document.data["name"] == "Rescued"
    assert second.document.path == small
    assert second.document.is_changed
    with qtbot.waitSignal(second.page.saved):
        second.page.save()
    assert "Rescued" in small.read_text()


def test_a_living_windows_draft_is_not_offered_to_another(built: Built, qtbot: QtBot, names: Names) -> None:
    built.document.put(("name",), "Mine")
    built.page.keeper.keep()
    qtbot.waitUntil(lambda: len(list(built.drafts.glob("*.json"))) == 1)
    second = make_page(qtbot, names, built.workouts.parent)
    assert not second.page.offer_draft()


def test_a_draft_that_no_one_wants_is_removed(built: Built, qtbot: QtBot, tmp_path: Path) -> None:
    other = Drafts(built.drafts)
    other.keep(Draft({"name": "Old", "blocks": []}, tmp_path / "x.yaml", stamp_of(Path(__file__))))
    other.release()
    assert built.page.offer_draft()
    built.answer("Discard it")
    qtbot.waitUntil(lambda: not list(built.drafts.glob("*.json")))
    assert not built.page.question.text


def test_leaving_asks_only_where_something_would_get_lost(built: Built, small: Path, qtbot: QtBot) -> None:
    del small
    with qtbot.waitSignal(built.page.left):
        built.page.leave()
    built.document.put(("name",), "Other")
    with qtbot.assertNotEmitted(built.page.left):
        built.page.leave()
        qtbot.keyClick(built.page.question, Qt.Key.Key_Escape)
    assert not built.page.question.text
    built.page.leave()
    with qtbot.waitSignal(built.page.left):
        built.answer("Discard the changes")
    assert built.document.data["name"] == "Small"


def test_closing_the_window_asks_once_and_keeps_a_draft(built: Built, small: Path, qtbot: QtBot) -> None:
    del small
    closed: list[None] = []
    assert not built.page.ask_to_leave(lambda: closed.append(None))
    built.document.put(("name",), "Other")
    assert built.page.ask_to_leave(lambda: closed.append(None))
    assert not built.page.ask_to_leave(lambda: closed.append(None)), "the second time is an answer"
    qtbot.waitUntil(lambda: len(list(built.drafts.glob("*.json"))) == 1)
    built.answer("Stay here")
    assert built.page.ask_to_leave(lambda: closed.append(None))
    built.answer("Save")
    qtbot.waitUntil(lambda: closed == [None])


def test_what_the_guide_adds_begins_a_workout_where_none_is_open(built: Built) -> None:
    built.page.add("nordic-curl", None)
    assert [said["exercise"] for said in built.document.data["blocks"]] == ["nordic-curl"]
    assert built.document.is_changed
    built.page.add("pelvic-bridge", None)
    assert [said["exercise"] for said in built.document.data["blocks"]] == ["nordic-curl", "pelvic-bridge"]


def test_a_draft_is_offered_until_it_is_put_off(built: Built) -> None:
    other = Drafts(built.drafts)
    other.keep(Draft({"name": "Old", "blocks": []}, None, None))
    other.release()
    built.page.entered()
    assert "Old" in built.page.question.text
    built.answer("Later")
    built.page.entered()
    assert not built.page.question.text
    assert len(list(built.drafts.glob("*.json"))) == 1


def test_a_copy_leaves_the_file_alone(built: Built, small: Path, qtbot: QtBot) -> None:
    before = small.read_text()
    with qtbot.waitSignal(built.page.opened):
        built.page.copy_of(small)
    with qtbot.waitSignal(built.page.saved) as saved:
        built.page.save()
    assert saved.args == [built.workouts / "small-copy.yaml"]
    assert small.read_text() == before


def test_an_exercise_of_the_guide_is_added(built: Built, small: Path) -> None:
    del small
    built.page.choose(("blocks", 1))
    built.page.add("nordic-curl", Tempo(4000, 1000, 2000, 0))
    built.page.add("long-lever-bridge-hold", None)
    added = built.document.data["blocks"][2:4]
    assert added[0] == {"exercise": "nordic-curl", "sets": 3, "reps": 8, "tempo": "4-1-2-0"}
    assert added[1] == {"exercise": "long-lever-bridge-hold", "sets": 3, "hold": 20}
    assert not built.document.findings


def test_a_file_that_is_too_wrong_for_blocks_says_so(built: Built, qtbot: QtBot) -> None:
    built.workouts.mkdir(parents=True)
    path = built.workouts / "odd.yaml"
    path.write_text("format: 1\nname: Odd\nblocks: [3]\n")
    built.page.open(path)
    qtbot.waitUntil(lambda: "odd.yaml cannot be opened here" in built.page.question.text)


def test_a_file_with_a_problem_can_be_mended_here(built: Built, qtbot: QtBot, names: Names) -> None:
    built.workouts.mkdir(parents=True)
    path = built.workouts / "odd.yaml"
    path.write_text("format: 1\nname: Odd\nblocks:\n  - {exercise: nordic-curl, reps: many}\n")
    with qtbot.waitSignal(built.page.opened):
        built.page.open(path)
    assert built.document.problem_at(("blocks", 0, "reps"))
    built.document.put(("blocks", 0, "reps"), 3)
    with qtbot.waitSignal(built.page.saved):
        built.page.save()
    assert load_timeline(path, names)


def test_the_length_follows(built: Built, small: Path, qtbot: QtBot) -> None:
    del small
    qtbot.waitUntil(lambda: "under tension" in built.page.head.facts)
    before = built.page.head.facts
    built.document.put(("blocks", 0, "sets"), 5)
    qtbot.waitUntil(lambda: "changed" in built.page.head.facts and built.page.head.facts[:12] != before[:12])


def test_every_control_has_a_name(built: Built, small: Path) -> None:
    del small
    built.page.leave()
    for widget in QApplication.allWidgets():
        if built.page.head.isAncestorOf(widget) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert widget.accessibleName() or widget.property("text")
    model = built.page.list.rows
    inner = model.index_of((*INSIDE, 0)).data(Qt.ItemDataRole.AccessibleTextRole)
    assert inner.startswith("In the circuit. Stability ball hamstring curl. 6 reps")


def test_tab_leads_from_the_list_through_the_form_to_the_plan(built: Built, small: Path, qtbot: QtBot) -> None:
    del small
    page = built.page
    page.choose(("blocks", 1))
    page.list.setFocus()
    seen: list[str] = []
    while page.focusWidget() is not page.plan and len(seen) < 20:
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        seen.append(page.focusWidget().accessibleName() or type(page.focusWidget()).__name__)
    assert seen[:4] == ["Add an exercise", "Add a circuit", "Add a rest", "More to do with the block"]
    assert "Length" in seen  # of the rest
    assert seen[-1] == "Plan of the session"


def test_a_click_chooses_and_a_double_click_enters_the_form(built: Built, small: Path, qtbot: QtBot) -> None:
    del small
    page = built.page
    box = page.list.visualRect(page.list.rows.index_of(("blocks", 1)))
    at_row = QPoint(box.center())
    qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=at_row)
    assert page.form.path == ("blocks", 1)
    page.list.entered.emit()
    assert page.form.isAncestorOf(page.window().focusWidget() or page)
