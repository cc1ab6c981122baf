"""What only a text editor can put into a file, and what happens to it in the builder."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tempo_trainer.files import ChangedError, save_text
from tempo_trainer.ui.builder.deeds import nearest, shifted
from tempo_trainer.ui.builder.drafts import Draft, Drafts
from tempo_trainer.ui.builder.forms.exercise import ExerciseForm
from tempo_trainer.ui.builder.forms.own_exercise import OwnExerciseForm
from tempo_trainer.ui.fields import SecondsField
from ui.builder.conftest import Built

CIRCUIT = {"circuit": "Finisher", "blocks": [{"exercise": "nordic-curl", "reps": 3}, {"rest": 30}]}


def test_a_rest_in_a_circuit_is_not_moved_but_can_be_looked_at(built: Built) -> None:
    data = {"format": 1, "name": "A", "blocks": [CIRCUIT]}
    assert shifted(data, ("blocks", 0, "blocks", 1), -1) is None
    built.document.begin(data, None, None)
    built.page.choose(("blocks", 0, "blocks", 1))
    assert built.page.form.path == ("blocks", 0, "blocks", 1)


def test_a_number_that_no_field_can_show_is_left_to_the_problem(built: Built) -> None:
    block = {"exercise": "nordic-curl", "reps": 30_000_000_000}
    built.document.begin({"format": 1, "name": "A", "blocks": [block]}, None, None)
    built.page.choose(("blocks", 0))
    assert isinstance(built.page.form.form, ExerciseForm)
    assert "999" in built.document.problem_at(("blocks", 0, "reps"))


def test_a_problem_of_an_own_exercise_leads_to_its_form(built: Built) -> None:
    data = {"exercises": {"mine": {"name": ""}}, "blocks": [{"exercise": "mine", "reps": 1}]}
    assert nearest(data, ("exercises", "mine", "name")) == ("exercises", "mine")
    assert nearest(data, ("exercises",)) == ()
    built.document.begin({"format": 1, "name": "A", **data}, None, None)
    built.page.go_to_problem()
    assert built.page.form.path == ("exercises", "mine")


def test_an_own_exercise_that_is_used_is_not_deleted_by_key(built: Built, qtbot: QtBot) -> None:
    data = {"exercises": {"mine": {"name": "Mine"}}, "blocks": [{"exercise": "mine", "reps": 1}]}
    built.document.begin({"format": 1, "name": "A", **data}, None, None)
    built.page.choose(("exercises", "mine"))
    built.page.list.setFocus()
    qtbot.keyClick(built.page.list, Qt.Key.Key_Delete)
    assert "mine" in built.document.data["exercises"]
    built.page.actions_.look()
    assert not built.page.actions_.delete.isEnabled(), "the menu offers only what does something"
    built.document.edit("deleting", {**built.document.data, "blocks": []})
    built.page.actions_.look()
    assert built.page.actions_.delete.isEnabled()


def test_what_is_added_to_a_circuit_is_done_once_a_round(built: Built) -> None:
    built.document.begin(
        {"format": 1, "name": "A", "blocks": [{**CIRCUIT, "blocks": CIRCUIT["blocks"][:1]}]}, None, None
    )
    built.page.choose(("blocks", 0))
    built.page.add("pelvic-bridge", "slow")
    assert "sets" not in built.document.data["blocks"][0]["blocks"][1]


def test_a_form_that_is_gone_writes_no_more(built: Built) -> None:
    two = [{"exercise": "nordic-curl", "sets": 3, "reps": 3}, {"exercise": "pelvic-bridge", "sets": 4, "reps": 3}]
    built.document.begin({"format": 1, "name": "A", "blocks": two}, None, None)
    built.page.choose(("blocks", 0))
    form = built.page.form.form
    assert isinstance(form, ExerciseForm)
    built.page.choose(("blocks", 1))
    form.put("sets", 1)
    assert built.document.data["blocks"] == two


def test_an_empty_length_is_stepped_from_what_it_means(built: Built) -> None:
    block = {"exercise": "nordic-curl", "sets": 2, "reps": 3}
    built.document.begin({"format": 1, "name": "A", "rest": 75, "blocks": [block]}, None, None)
    built.page.choose(("blocks", 0))
    form = built.page.form.form
    assert isinstance(form, ExerciseForm)
    field: SecondsField = form.rest
    field.stepUp()
    assert built.document.data["blocks"][0]["rest"] == 80


def test_what_a_save_was_writing_is_no_draft(tmp_path: Path) -> None:
    keeper = Drafts(tmp_path)
    keeper.keep(Draft({"name": "Kept"}, None, None))
    keeper.release()
    (kept,) = tmp_path.glob("[!.]*.json")
    kept.rename(tmp_path / f".{kept.name}")
    assert list(Drafts(tmp_path).left_behind()) == []


def test_a_new_file_takes_no_others_place_where_a_disk_has_no_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mine.yaml"

    def refuse(_source: Path, target: Path) -> None:
        target.write_text("somebody else's")  # just now
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("os.link", refuse)
    with pytest.raises(ChangedError):
        save_text(path, "mine", None, backup=False)
    assert path.read_text() == "somebody else's"


def test_a_name_that_is_still_being_typed_is_saved_too(built: Built, qtbot: QtBot) -> None:
    data = {"exercises": {"mine": {"name": "Mine"}}, "blocks": [{"exercise": "mine", "reps": 1}]}
    built.document.begin({"format": 1, "name": "A", **data}, None, None, changed=True)
    built.page.choose(("exercises", "mine"))
    form = built.page.form.form
    assert isinstance(form, OwnExerciseForm)
    form.key.setFocus()
    form.key.selectAll()
    qtbot.keyClicks(form.key, "curl")
    with qtbot.waitSignal(built.page.saved):
        built.page.save()
    (path,) = built.workouts.glob("[!.]*.yaml")
    assert "exercise: curl" in path.read_text()


def test_an_exercise_without_a_name_in_the_file_can_be_looked_at(built: Built) -> None:
    data = {"exercises": {"": {"name": "Mine"}}, "blocks": [{"exercise": "", "reps": 1}]}
    built.document.begin({"format": 1, "name": "A", **data}, None, None)
    for path in (("blocks", 0), ("exercises", "")):
        built.page.choose(path)
        built.document.put(("name",), f"Seen at {path}")
        assert built.page.form.path == path
