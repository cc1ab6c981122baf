"""A backup holds all that is the user's, whole, whatever is written meanwhile; and nothing else."""

import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile

import pytest

from helpers.disks import bound_folder
from helpers.homes import add_passing, held, make_home, owner, packed
from tempo_trainer.backup import BackupError, back_up
from tempo_trainer.backup.contents import HISTORY, MARK
from tempo_trainer.history.database import open_to_write


class StopError(Exception):
    """The user does not want it any more."""


def test_it_holds_all_that_is_the_users_and_what_tells_that_it_is_ours(home: Path, tmp_path: Path) -> None:
    expected = held(make_home(home, "me"))
    add_passing(home)
    back_up(home, tmp_path / "out.zip")
    found = dict(packed(tmp_path / "out.zip", tmp_path / "room"))
    mark = found.pop(MARK)
    assert found == expected
    assert json.loads(mark)["format"] == 1


def test_backups_in_the_folder_itself_are_left_out_of_one_another(home: Path, tmp_path: Path) -> None:
    expected = held(make_home(home, "me"))
    for name in ("mine.zip", "before-restore-2026-01-01-000000.zip", "mine.zip", "other.zip"):
        back_up(home, home / name)
    assert packed(home / "other.zip", tmp_path / "room").keys() == {*expected, MARK}


def test_a_folder_that_is_not_there_yet_can_be_backed_up(home: Path, tmp_path: Path) -> None:
    back_up(home, tmp_path / "out.zip")
    assert packed(tmp_path / "out.zip", tmp_path / "room").keys() == {MARK}


def test_the_history_is_whole_and_alone_while_a_session_is_written(home: Path, tmp_path: Path) -> None:
    make_home(home, "me")
    with closing(open_to_write(home / HISTORY)) as writer:
        writer.execute("UPDATE whose SET name = 'written'")  # stands in the file beside it only
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE whose SET name = 'half'")
        back_up(home, tmp_path / "out.zip")
        writer.execute("ROLLBACK")
    with ZipFile(tmp_path / "out.zip") as source:
        source.extract(HISTORY, tmp_path)
    (tmp_path / HISTORY).chmod(0o444)
    assert owner(tmp_path / HISTORY) == "written"
    assert [path.name for path in tmp_path.glob(f"{HISTORY}*")] == [HISTORY]


def test_a_folder_that_may_only_be_read_can_be_backed_up() -> None:
    with bound_folder() as folder:
        home = make_home(folder / "home", "me")
        home.chmod(0o555)
        back_up(home, folder / "out.zip")
        assert packed(folder / "out.zip", folder / "room")[HISTORY] == "me"
        home.chmod(0o755)


def test_a_history_that_nothing_can_read_is_kept_under_another_name(home: Path, tmp_path: Path) -> None:
    make_home(home, "me")
    (home / HISTORY).write_bytes(b"rubbish" * 1000)
    back_up(home, tmp_path / "out.zip")
    with ZipFile(tmp_path / "out.zip") as source:
        assert HISTORY not in source.namelist()
        assert source.read("history-broken.sqlite3") == b"rubbish" * 1000


def test_a_page_that_is_broken_is_found(home: Path, tmp_path: Path) -> None:
    make_home(home, "me")
    with closing(sqlite3.connect(home / HISTORY)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    data = bytearray((home / HISTORY).read_bytes())
    data[-4096:] = b"\xff" * 4096
    (home / HISTORY).write_bytes(data)
    back_up(home, tmp_path / "out.zip")
    with ZipFile(tmp_path / "out.zip") as source:
        assert HISTORY not in source.namelist()


def test_links_are_followed_to_files_and_pipes_are_left_out(home: Path, tmp_path: Path) -> None:
    make_home(home, "me")
    (tmp_path / "synced.yaml").write_text("name: synced\n")
    (home / "workouts" / "link.yaml").symlink_to(tmp_path / "synced.yaml")
    (home / "workouts" / "nowhere.yaml").symlink_to(tmp_path / "gone.yaml")
    (home / "workouts" / "circle").symlink_to(home)
    os.mkfifo(home / "workouts" / "pipe.yaml")
    back_up(home, tmp_path / "out.zip")
    with ZipFile(tmp_path / "out.zip") as source:
        assert source.read("workouts/link.yaml") == b"name: synced\n"
        assert not {"workouts/nowhere.yaml", "workouts/pipe.yaml"} & set(source.namelist())
        assert not [name for name in source.namelist() if "circle" in name]


def test_a_name_that_is_no_text_is_told(home: Path, tmp_path: Path) -> None:
    make_home(home, "me")
    Path(os.fsdecode(bytes(home / "workouts") + b"/\xff.yaml")).write_text("")
    with pytest.raises(BackupError, match="give it another one"):
        back_up(home, tmp_path / "out.zip")


def test_how_far_it_is_is_told_and_calling_it_off_leaves_nothing(home: Path, tmp_path: Path) -> None:
    make_home(home, "me")
    (home / "workouts" / "large.yaml").write_bytes(os.urandom(3_000_000))
    shares: list[int] = []
    back_up(home, tmp_path / "out.zip", shares.append)
    assert shares == sorted(shares)
    assert len(set(shares)) > 5
    assert shares[-1] == 1000
    (tmp_path / "out.zip").unlink()

    def stop(share: int) -> None:
        if share > 500:
            raise StopError

    with pytest.raises(StopError):
        back_up(home, tmp_path / "out.zip", stop)
    assert list(tmp_path.iterdir()) == [home]
