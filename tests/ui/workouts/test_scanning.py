"""Looking through folders, a few files at a time."""

from pathlib import Path

from tempo_trainer.ui.workouts.entries import State
from tempo_trainer.ui.workouts.scanning import BATCH, GONE_AT_ONCE, Batch, Place, batches, list_files
from tempo_trainer.workout.model import Names
from ui.workouts.conftest import SMALL


def look(folder: Path, names: Names, known: dict[Path, State] | None = None, files: int = 10**6) -> list[Batch]:
    """All batches of one look that may read so many files."""
    left = iter(range(files))
    listed = [(Place(folder, own=True), list_files(folder))]
    return list(batches(listed, known or {}, names, lambda: next(left, None) is not None))


def test_files_arrive_in_batches(tmp_path: Path, names: Names) -> None:
    for number in range(BATCH * 2 + 1):
        (tmp_path / f"{number:03}.yaml").write_text(SMALL)
    assert [len(batch.entries) for batch in look(tmp_path, names)] == [BATCH, BATCH, 1]


def test_only_what_changed_is_read_again(tmp_path: Path, names: Names) -> None:
    same, changed, gone = (tmp_path / name for name in ("a.yaml", "b.yaml", "c.yaml"))
    for path in (same, changed, gone):
        path.write_text(SMALL)
    known = {entry.path: entry.state for batch in look(tmp_path, names) for entry in batch.entries}
    assert look(tmp_path, names, known) == []
    changed.write_text(SMALL + "# longer\n")
    gone.unlink()
    first, second = look(tmp_path, names, known)
    assert first.gone == {gone}
    assert [entry.path for entry in second.entries] == [changed]


def test_files_that_vanish_go_in_pieces(tmp_path: Path, names: Names) -> None:
    known = {tmp_path / f"{number}.yaml": (1, 1, 1) for number in range(2 * GONE_AT_ONCE + 1)}
    pieces = look(tmp_path, names, known)
    assert [len(batch.gone) for batch in pieces] == [GONE_AT_ONCE, GONE_AT_ONCE, 1]
    assert frozenset().union(*(batch.gone for batch in pieces)) == known.keys()


def test_other_files_hidden_ones_and_neighbours_are_left_out(tmp_path: Path, names: Names) -> None:
    for name in ("a.yml", "B.YAML", ".c.123.yaml", "d.yaml~", "e.txt"):
        (tmp_path / name).write_text(SMALL)
    (batch,) = look(tmp_path, names)
    assert [entry.path.name for entry in batch.entries] == ["B.YAML", "a.yml"]


def test_a_folder_and_a_broken_link_called_like_a_workout_are_told(tmp_path: Path, names: Names) -> None:
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "link.yaml").symlink_to(tmp_path / "nowhere")
    (batch,) = look(tmp_path, names)
    assert [entry.problems[0].message for entry in batch.entries] == [
        "is a folder, not a file",
        "there is no such file",
    ]


def test_a_folder_that_is_not_there_is_empty(tmp_path: Path, names: Names) -> None:
    assert look(tmp_path / "none", names) == []
    assert not list_files(tmp_path / "none").there
    (tmp_path / "file").write_text("")
    assert not list_files(tmp_path / "file").there


def test_reading_can_be_stopped(tmp_path: Path, names: Names) -> None:
    for number in range(BATCH * 2):
        (tmp_path / f"{number:03}.yaml").write_text(SMALL)
    assert [len(batch.entries) for batch in look(tmp_path, names, files=BATCH + 3)] == [BATCH]
