"""Files are written whole or not at all, never over what somebody else wrote, and failures are told in words."""

import errno
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.disks import bound_folder, files_up_to
from tempo_trainer.files import (
    LEFT_AFTER_S,
    ChangedError,
    Stamp,
    file_name,
    reason,
    save_text,
    stamp_of,
    unused,
    written_whole,
)

SAVING = Path(__file__).parent / "helpers" / "saving.py"


@pytest.fixture
def bound() -> Iterator[Path]:
    with bound_folder() as folder:
        yield folder


def test_the_new_file_takes_the_place_of_the_old(tmp_path: Path) -> None:
    file = tmp_path / "presets.yaml"
    file.write_text("old")
    with written_whole(file) as neighbour:
        neighbour.write_text("new")
        assert file.read_text() == "old"
    assert file.read_text() == "new"
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_was_not_there_is_made(tmp_path: Path) -> None:
    file = tmp_path / "presets.yaml"
    with written_whole(file) as neighbour:
        neighbour.write_text("new")
    assert file.read_text() == "new"


@pytest.mark.parametrize("fault", [ValueError, KeyboardInterrupt, SystemExit])
def test_whatever_goes_wrong_the_old_file_stays_and_nothing_else(tmp_path: Path, fault: type[BaseException]) -> None:
    file = tmp_path / "presets.yaml"
    file.write_text("old")

    def fail() -> None:
        with written_whole(file) as neighbour:
            neighbour.write_text("half")
            raise fault

    with pytest.raises(fault):
        fail()
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_nothing_written_is_told_and_the_old_file_stays(tmp_path: Path) -> None:
    file = tmp_path / "presets.yaml"
    file.write_text("old")
    with pytest.raises(FileNotFoundError), written_whole(file):
        pass
    assert file.read_text() == "old"


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "presets.yaml"
    folder.mkdir()
    with pytest.raises(OSError), written_whole(folder) as neighbour:  # noqa: PT011  which one depends on the system
        neighbour.write_text("new")
    assert list(tmp_path.iterdir()) == [folder]


def test_the_neighbour_lies_beside_the_file_hidden_and_with_its_suffix(tmp_path: Path) -> None:
    with written_whole(tmp_path / "out.flac") as neighbour:
        neighbour.write_bytes(b"")
        assert neighbour.parent == tmp_path
        assert neighbour.name.startswith(".")
        assert neighbour.suffix == ".flac"


def test_what_a_killed_save_left_is_swept_a_day_later(tmp_path: Path) -> None:
    file = tmp_path / "a[1].yaml"
    with written_whole(file) as neighbour:
        left = neighbour.name
        neighbour.write_text("new")
    old = [tmp_path / left, tmp_path / ".a[1].7-7.half.yaml"]
    young = tmp_path / ".a[1].8-8.half.yaml"
    others = [tmp_path / name for name in (".b.7-7.half.yaml", ".a[1].2024-05.yaml", "a[1].7-7.half.yaml")]
    for path in (*old, young, *others):
        path.write_text("half")
    for path in (*old, *others):
        os.utime(path, (0, time.time() - LEFT_AFTER_S - 60))
    save_text(file, "newer", stamp_of(file), backup=False)
    assert set(tmp_path.iterdir()) == {file, young, *others}


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "synced").mkdir()
    file, link = tmp_path / "synced" / "curls.yaml", tmp_path / "link.yaml"
    file.write_text("old")
    link.symlink_to("synced/curls.yaml")
    with written_whole(link) as neighbour:
        neighbour.write_text("new")
    assert link.is_symlink()
    assert file.read_text() == "new"
    assert [path.name for path in file.parent.iterdir()] == ["curls.yaml"]


def test_a_link_that_leads_in_a_circle_is_told(tmp_path: Path) -> None:
    (tmp_path / "circle").symlink_to("circle")
    with pytest.raises(OSError, match="circle") as caught, written_whole(tmp_path / "circle") as neighbour:
        neighbour.write_text("new")
    assert reason(caught.value) == "The link leads nowhere: save under another name."


@pytest.mark.parametrize("mode", [0o600, 0o664, 0o755])
def test_the_mode_of_the_file_stays(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "curls.yaml"
    stamp = save_text(file, "old", None, backup=True)
    file.chmod(mode)
    save_text(file, "new", stamp, backup=True)
    assert [stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()] == [mode, mode]


def test_two_files_with_long_names_can_be_written(tmp_path: Path) -> None:
    file = tmp_path / f"{'ü' * 120}.yaml"
    save_text(file, "new", None, backup=True)
    assert file.read_text() == "new"


def test_a_pipe_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    with pytest.raises(FileExistsError), written_whole(tmp_path / "pipe.yaml"):
        pass
    assert (tmp_path / "pipe.yaml").is_fifo()


def test_a_stamp_tells_what_a_file_holds(tmp_path: Path) -> None:
    file = tmp_path / "curls.yaml"
    assert stamp_of(file) is None
    file.write_text("old")
    old = stamp_of(file)
    os.utime(file, (0, 0))
    assert stamp_of(file) == old
    file.write_text("new")
    assert stamp_of(file) != old
    assert stamp_of(tmp_path) not in {None, old}


def test_a_pipe_and_a_huge_file_are_not_read_for_a_stamp(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert stamp_of(tmp_path / "pipe")
    with (tmp_path / "huge").open("wb") as file:
        file.truncate(10**12)  # takes no room on the disk
    assert stamp_of(tmp_path / "huge") == stamp_of(tmp_path / "huge")


def test_text_is_saved_as_it_is_and_its_stamp_is_the_next_one_to_expect(tmp_path: Path) -> None:
    file = tmp_path / "curls.yaml"
    stamp = save_text(file, "Übung 💪\n", None, backup=False)
    assert file.read_bytes() == "Übung 💪\n".encode()
    assert stamp == stamp_of(file)
    assert save_text(file, "new", stamp, backup=False) == stamp_of(file)
    assert list(tmp_path.iterdir()) == [file]


def test_one_backup_is_kept_of_what_was_there_before(tmp_path: Path) -> None:
    file, backup = tmp_path / "curls.yaml", tmp_path / "curls.yaml~"
    stamp = save_text(file, "first", None, backup=True)
    assert not backup.exists()
    stamp = save_text(file, "second", stamp, backup=True)
    assert backup.read_text() == "first"
    stamp = save_text(file, "third", stamp, backup=True)
    assert save_text(file, "third", stamp, backup=True) == stamp  # saved once more, nothing is lost of the backup
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {
        "curls.yaml": "third",
        "curls.yaml~": "second",
    }


@pytest.mark.parametrize(
    ("theirs", "expected", "said"),
    [
        ("theirs", Stamp(1, "another"), "curls.yaml has been changed by another program meanwhile."),
        ("theirs", None, "curls.yaml has been made by another program meanwhile."),
        (None, Stamp(1, "another"), "curls.yaml has been removed by another program meanwhile."),
    ],
)
def test_what_somebody_else_did_is_not_written_over(
    tmp_path: Path, theirs: str | None, expected: Stamp | None, said: str
) -> None:
    file, backup = tmp_path / "curls.yaml", tmp_path / "curls.yaml~"
    backup.write_text("backup")
    if theirs:
        file.write_text(theirs)
    with pytest.raises(ChangedError) as caught:
        save_text(file, "mine", expected, backup=True)
    assert reason(caught.value) == said
    assert (file.read_text() if file.exists() else None) == theirs
    assert backup.read_text() == "backup"
    assert {path.name for path in tmp_path.iterdir()} <= {"curls.yaml", "curls.yaml~"}


def test_of_several_who_make_the_same_file_at_once_one_succeeds(tmp_path: Path) -> None:
    many = 8
    barrier = Barrier(many)

    def make(number: int) -> int | None:
        barrier.wait()
        try:
            save_text(tmp_path / "curls.yaml", str(number), None, backup=True)
        except ChangedError:
            return None
        return number

    with ThreadPoolExecutor(many) as pool:
        made = [number for number in pool.map(make, range(many)) if number is not None]
    assert [path.read_text() for path in tmp_path.iterdir()] == [str(number) for number in made]


def test_killed_at_a_hundred_random_moments_the_file_is_whole(tmp_path: Path) -> None:
    run = subprocess.run([sys.executable, SAVING, tmp_path / "curls.yaml"], capture_output=True, text=True, check=False)
    assert (run.stdout, run.stderr) == ("100\n", "")
    assert {path.name for path in tmp_path.iterdir() if path.name[0] != "."} == {"curls.yaml", "curls.yaml~"}


@pytest.mark.parametrize("text", ["new" * 1000, "new"], ids=["no room for the file", "no room for the backup"])
def test_a_full_disk_leaves_the_old_file_and_no_half_one(tmp_path: Path, text: str) -> None:
    file = tmp_path / "curls.yaml"
    old = "old" * 500
    stamp = save_text(file, old, None, backup=True)
    with files_up_to(100), pytest.raises(OSError, match="large") as caught:
        save_text(file, text, stamp, backup=True)
    assert reason(caught.value) == "The file is too large for this disk: save it on another one."
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"curls.yaml": old}
    save_text(file, text, stamp, backup=True)
    assert file.read_text() == text


def test_a_read_only_folder_is_told_and_the_old_file_stays(bound: Path) -> None:
    file = bound / "curls.yaml"
    stamp = save_text(file, "old", None, backup=True)
    (bound / "folder").mkdir(mode=0o555)
    with pytest.raises(PermissionError) as caught:
        save_text(bound / "folder" / "curls.yaml", "new", None, backup=True)
    assert reason(caught.value).startswith("This may not be written to: change its permissions")
    file.chmod(0o444)
    with pytest.raises(PermissionError):
        save_text(file, "new", stamp, backup=False)
    assert file.read_text() == "old"
    assert sorted(path.name for path in bound.iterdir()) == ["curls.yaml", "folder"]


def test_a_folder_that_vanishes_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "workouts"
    folder.mkdir()
    stamp = save_text(folder / "curls.yaml", "old", None, backup=True)

    def vanish() -> None:
        with written_whole(folder / "curls.yaml") as neighbour:
            neighbour.write_text("new")
            shutil.rmtree(folder)

    with pytest.raises(FileNotFoundError):
        vanish()
    for expected in (stamp, None):
        with pytest.raises(FileNotFoundError) as caught:
            save_text(folder / "curls.yaml", "new", expected, backup=True)
        assert reason(caught.value).startswith("The file or its folder is not there any more: put it back")


def test_a_folder_that_has_become_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "workouts").write_text("")
    with pytest.raises(NotADirectoryError) as caught:
        save_text(tmp_path / "workouts" / "curls.yaml", "new", None, backup=True)
    assert reason(caught.value).startswith("The file or its folder is not there any more")


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_whatever_the_disk_says_is_told_in_sentences(number: int) -> None:
    said = reason(OSError(number, os.strerror(number)))
    assert said.endswith(".")
    assert ": " in said


def test_an_error_without_a_number_is_told_too() -> None:
    assert reason(OSError("The cable is out")) == "The cable is out: try again, or save in another folder."


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Hamstrings, intermediate", "hamstrings-intermediate"),
        ("Rücken", "rücken"),
        ("Ru\u0308cken", "rücken"),
        ("抬腿", "抬腿"),
        ("नमस्ते", "नमस्ते"),
        ("../../etc/passwd", "etc-passwd"),
        (".hidden", "hidden"),
        ("a\\b:c*d?", "a-b-c-d"),
        ("  -- ", "workout"),
        ("💪", "workout"),
        ("", "workout"),
        ("Aux", "aux-workout"),
        ("COM¹", "com¹-workout"),
        ("nul.txt", "nul-txt"),
    ],
)
def test_file_names(name: str, expected: str) -> None:
    assert file_name(name) == expected


@given(st.text())
def test_any_name_gives_a_name_that_every_disk_takes(name: str) -> None:
    stem = file_name(name)
    with tempfile.TemporaryDirectory() as folder:
        file = unused(Path(folder), stem)
        save_text(file, "new", None, backup=True)
        assert [path.name for path in Path(folder).iterdir()] == [f"{stem}.yaml"]
    assert not set(stem) & set('/\\:*?"<>|. \n\0')
    assert file_name(stem) == stem


@given(st.text(min_size=100) | st.text("ü抬𠀀", min_size=100, max_size=300))
def test_a_long_name_leaves_room_for_a_number_and_the_backup(name: str) -> None:
    assert len(f"{file_name(name)}-1000.yaml~".encode()) <= 200


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    assert unused(tmp_path, "curls") == tmp_path / "curls.yaml"
    (tmp_path / "curls.yaml").write_text("")
    (tmp_path / "curls-2.yaml").symlink_to("nowhere")
    assert unused(tmp_path, "curls") == tmp_path / "curls-3.yaml"
