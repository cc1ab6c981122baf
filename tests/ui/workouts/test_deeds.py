"""What is done to files: nothing is lost, nothing is written over, and what fails says why."""

from pathlib import Path

import pytest

from tempo_trainer.folders import Folders
from tempo_trainer.ui.errands import DeedError
from tempo_trainer.ui.workouts import deeds
from tempo_trainer.workout.loader import load_timeline
from tempo_trainer.workout.model import Names
from ui.workouts.conftest import BROKEN, SMALL


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL)
    return path


def test_a_copy_has_a_name_of_its_own_and_keeps_the_comments(small: Path, tmp_path: Path, names: Names) -> None:
    copy = deeds.duplicate(small, "Small", {"Small"}, tmp_path / "own")
    assert copy == tmp_path / "own" / "small-copy.yaml"
    assert copy.read_text() == SMALL.replace("name: Small", "name: Small (copy)")
    assert load_timeline(copy, names).workout.name == "Small (copy)"


def test_a_broken_file_is_copied_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"\xff[")
    copy = deeds.duplicate(tmp_path / "a.yaml", "a.yaml", set(), tmp_path)
    assert copy == tmp_path / "a-2.yaml"
    assert copy.read_bytes() == b"\xff["


def test_a_file_that_is_called_after_its_workout_follows_it(small: Path, tmp_path: Path) -> None:
    (tmp_path / "large.yaml").write_text("another one")
    path = deeds.rename(small, "Small", "Large")
    assert path == tmp_path / "large-2.yaml"
    assert path.read_text() == SMALL.replace("name: Small", "name: Large")
    assert not small.exists()
    assert (tmp_path / "large.yaml").read_text() == "another one"


def test_a_file_that_has_a_number_too_follows_its_workout(tmp_path: Path) -> None:
    (tmp_path / "small-2.yaml").write_text(SMALL)
    assert deeds.rename(tmp_path / "small-2.yaml", "Small", "Large") == tmp_path / "large.yaml"


@pytest.mark.parametrize("name", ["week 7", "20240115", "2", "small-2b", "small-", "my-small"])
def test_a_file_with_a_name_that_somebody_chose_keeps_it(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"{name}.yaml"
    path.write_text(SMALL)
    assert deeds.rename(path, "Small", "Large") == path
    assert "name: Large" in path.read_text()


def test_the_file_of_a_broken_workout_is_renamed(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(BROKEN)
    assert deeds.rename_file(tmp_path / "a.yaml", "To mend") == tmp_path / "to-mend.yaml"


def test_import_copies_and_takes_no_name_that_is_taken(small: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    assert deeds.bring_in(small, own) == own / "small.yaml"
    assert deeds.bring_in(small, own) == own / "small.yaml"  # it is there already
    small.write_text(SMALL + "# new\n")
    assert deeds.bring_in(small, own) == own / "small-2.yaml"
    assert (own / "small.yaml").read_text() == SMALL
    assert deeds.bring_in(own / "small.yaml", own) == own / "small.yaml"


@pytest.mark.parametrize("there", ["small.yaml", "small-2.yaml", "small.yml"])
def test_import_finds_what_is_there_by_its_content(tmp_path: Path, there: str) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "small-3.yaml").write_text(BROKEN)
    (own / there).write_text(SMALL)
    (own / "other.yaml").write_text(SMALL)
    (tmp_path / "small.yml").write_text(SMALL)
    for _ in range(2):
        assert deeds.bring_in(tmp_path / "small.yml", own) == own / there
    assert len(list(own.iterdir())) == 3


def test_import_of_many_goes_on_after_one_that_fails(small: Path, tmp_path: Path) -> None:
    gone, photo, other = (tmp_path / name for name in ("gone.yaml", "photo.jpg", "other.yml"))
    other.write_text(BROKEN)
    outcome = deeds.bring_in_all([gone, small, photo, other, small], tmp_path / "own")
    assert outcome.files == (tmp_path / "own" / "small.yaml", tmp_path / "own" / "other.yaml")
    assert [why.split(" ")[0] for why in outcome.failures] == ["gone.yaml", "photo.jpg"]


@pytest.mark.parametrize(("name", "says"), [("photo.jpg", "no workout file"), ("large.yaml", "larger than")])
def test_import_refuses_what_is_no_workout(tmp_path: Path, name: str, says: str) -> None:
    (tmp_path / name).write_bytes(b" " * 300_000)
    with pytest.raises(DeedError, match=says):
        deeds.bring_in(tmp_path / name, tmp_path / "own")
    assert not list((tmp_path / "own").glob("*"))


def test_an_exported_copy_brings_along_the_presets_that_others_do_not_have(
    small: Path, tmp_path: Path, names: Names
) -> None:
    text = SMALL.replace("1-0-1-0", "mine").replace("\n", "\r\n")
    small.write_bytes(text.encode())
    mine = Names(names.exercises, {**names.presets, "mine": names.presets["slow"]})
    exported = deeds.export(small, tmp_path / "copy.yaml", mine)
    assert not exported.rewritten
    assert load_timeline(exported.to, names).duration_ms == load_timeline(small, mine).duration_ms
    assert exported.to.read_bytes().decode() == f"{text}\r\npresets:\r\n  mine: {names.presets['slow']}\r\n"


def test_an_exported_copy_says_where_it_lost_its_comments(small: Path, tmp_path: Path, names: Names) -> None:
    small.write_text(SMALL.replace("1-0-1-0", "mine") + "...\n")
    mine = Names(names.exercises, {**names.presets, "mine": names.presets["slow"]})
    exported = deeds.export(small, tmp_path / "copy.yaml", mine)
    assert exported.rewritten
    assert load_timeline(exported.to, names).duration_ms == load_timeline(small, mine).duration_ms


def test_an_exported_copy_is_the_same_where_it_needs_nothing(small: Path, tmp_path: Path, names: Names) -> None:
    assert deeds.export(small, tmp_path / "copy.yaml", names).to.read_text() == SMALL
    with pytest.raises(DeedError, match="the workout itself"):
        deeds.export(small, small, names)
    assert small.read_text() == SMALL


def test_what_is_in_the_trash_comes_back_to_where_it_was(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    trashed = deeds.to_trash(small)
    assert not small.exists()
    assert trashed.read_text() == SMALL
    assert deeds.restore(trashed, small) == small
    assert small.read_text() == SMALL
    assert not trashed.exists()
    assert not list(trashed.parent.parent.rglob("*.trashinfo"))


def test_what_comes_back_takes_no_other_files_place(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    trashed = deeds.to_trash(small)
    small.write_text("new")
    assert deeds.restore(trashed, small) == tmp_path / "small-2.yaml"
    assert small.read_text() == "new"


def test_what_fails_says_why(tmp_path: Path, names: Names, folders: Folders) -> None:
    nowhere, no_folder = tmp_path / "gone.yaml", tmp_path / "file"
    no_folder.write_text("")
    shipped = folders.shipped_workouts / "first-try.yaml"
    for deed in (
        lambda: deeds.duplicate(nowhere, "Gone", set(), tmp_path),
        lambda: deeds.rename(nowhere, "Gone", "New"),
        lambda: deeds.bring_in(nowhere, tmp_path),
        lambda: deeds.to_trash(nowhere),
        lambda: deeds.restore(nowhere, tmp_path / "a.yaml"),
        lambda: deeds.duplicate(shipped, "First", set(), no_folder),
        lambda: deeds.export(shipped, no_folder / "a.yaml", names),
    ):
        with pytest.raises(DeedError, match=r"could not be .*\. \w.*[.:]"):
            deed()
    assert sorted(tmp_path.iterdir()) == [no_folder]
