"""The file of the history: of every earlier version, of a newer one, broken, and on disks that would not."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from helpers.clock import FakeClock
from helpers.disks import files_up_to
from helpers.plans import SQUAT, plan
from helpers.recorded import recorded
from tempo_trainer.faults import FAULT
from tempo_trainer.history.database import (
    HistoryError,
    NewerError,
    bring_up_to_date,
    newest,
    open_to_write,
    opened_to_read,
    set_aside,
)
from tempo_trainer.history.reading import read_sessions, text_of
from tempo_trainer.history.writer import Writer

KEPT = Path(__file__).parent / "kept"  # made by the program when each was the newest version
VERSIONS = range(1, newest() + 1)


def kept(version: int, home: Path) -> Path:
    return Path(shutil.copy(KEPT / f"{version}.sqlite3", home / "history.sqlite3"))


def set_version(path: Path, version: int) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {version}")


def schema(path: Path) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
        return [
            (name, *column[1:])
            for (name,) in tables
            for column in connection.execute(f"PRAGMA table_info({name})").fetchall()
        ]


@pytest.mark.parametrize("version", VERSIONS)
def test_a_file_of_each_version_is_read_and_left_alone(version: int, tmp_path: Path) -> None:
    path = kept(version, tmp_path)
    before = path.read_bytes()
    sessions = read_sessions(path)
    assert [(s.workout, s.state, s.effort, s.pain) for s in sessions] == [
        ("Test", "finished", 6, 1), ("Ended", "ended", None, None), ("Broken off", "interrupted", None, None),
    ]  # fmt: skip
    assert [len(s.sets) for s in sessions] == [4, 1, 1]
    assert [s.note for s in sessions] == ["Left calf a bit tight.", "", ""]
    assert "exercise: squat" in text_of(path, 1)
    assert path.read_bytes() == before


@pytest.mark.parametrize("version", VERSIONS)
def test_a_file_of_each_version_is_brought_up_to_date_and_gone_on_with(version: int, tmp_path: Path) -> None:
    path = kept(version, tmp_path)
    before = read_sessions(path)
    with recorded(tmp_path) as done:
        done.perform(plan(SQUAT, name="New"))
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (newest(),)
    *others, new = read_sessions(path)
    assert (tuple(others), new.workout, new.id) == (before, "New", 4)


@pytest.mark.parametrize("version", VERSIONS)
def test_all_ways_lead_to_the_same_form(version: int, tmp_path: Path) -> None:
    old = kept(version, tmp_path)
    open_to_write(old).close()
    new = tmp_path / "new.sqlite3"
    open_to_write(new).close()
    assert schema(old) == schema(new)


def test_a_step_that_fails_leaves_the_version_before(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("CREATE TABLE sets (in_the_way)")
        with pytest.raises(sqlite3.OperationalError, match="already exists"):
            bring_up_to_date(connection)
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("sets",)]
        assert not connection.in_transaction


def test_a_newer_history_is_refused_in_words_and_left_alone(tmp_path: Path) -> None:
    path = kept(newest(), tmp_path)
    set_version(path, newest() + 1)
    before = path.read_bytes()
    with pytest.raises(NewerError, match="bring the program up to date"), opened_to_read(path):
        pass
    with recorded(tmp_path) as done:
        done.perform(plan(SQUAT))
    assert done.told[-1][0] == "history"
    assert "written by a newer Tempo Trainer" in done.told[-1][1]
    assert done.told[-1][1].endswith("Until then nothing is recorded.")
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir() if file.suffix == ".sqlite3"] == ["history.sqlite3"]


def test_who_cannot_record_because_of_a_newer_history_keeps_nobody_else_from_it(tmp_path: Path) -> None:
    set_version(kept(newest(), tmp_path), newest() + 1)
    with recorded(tmp_path) as done, recorded(tmp_path) as other:
        done.perform(plan(SQUAT))
        assert not other.history.is_busy_elsewhere()


def garbage(path: Path) -> None:
    path.write_bytes(b"This is no database at all. " * 1000)


def cut(path: Path) -> None:
    kept(newest(), path.parent)
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)


def scribbled(path: Path) -> None:
    kept(newest(), path.parent)
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(8192))


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (name)")


@pytest.mark.parametrize("broken", [garbage, cut, scribbled, foreign])
def test_a_broken_history_is_set_aside_and_a_new_one_begun(broken: Callable[[Path], None], tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    broken(path)
    before = path.read_bytes()
    with recorded(tmp_path) as done:
        done.perform(plan(SQUAT))
    (session,) = read_sessions(path)
    assert (session.state, session.sets[0].done_reps) == ("finished", 2)
    (aside,) = tmp_path.glob("history-broken-*.sqlite3")
    assert aside.read_bytes() == before
    assert [text for topic, text in done.told if topic == "broken history"] == [
        f"The history ({path}) is broken. It was set aside as {aside.name}, and a new one begun."
    ]


def test_a_history_that_breaks_in_mid_session_loses_nothing_of_it(tmp_path: Path) -> None:
    with recorded(tmp_path) as done:
        player = done.after(done.begin(plan({**SQUAT, "reps": 4})), 12_000)
        done.history.settle()
        for end in ("-wal", "-shm", ""):
            (tmp_path / f"history.sqlite3{end}").write_bytes(b"scribbled " * 9000)
        done.after(player, 12_000)
        done.history.settle()
    (session,) = read_sessions(done.path)
    assert (session.state, session.sets[0].done_reps) == ("finished", 4)


def test_a_history_that_is_removed_in_mid_session_is_begun_anew_with_all_of_it(tmp_path: Path) -> None:
    with recorded(tmp_path) as done:
        player = done.after(done.begin(plan({**SQUAT, "reps": 4})), 12_250)
        done.history.settle()
        for file in tmp_path.glob("history.sqlite3*"):
            file.unlink()
        done.after(player, 12_000)
        done.history.settle()
    (session,) = read_sessions(done.path)
    assert (session.state, session.sets[0].done_reps) == ("finished", 4)


def test_a_history_that_another_window_sets_aside_in_mid_session_is_begun_anew_with_all_of_it(tmp_path: Path) -> None:
    with recorded(tmp_path) as done:
        player = done.after(done.begin(plan({**SQUAT, "reps": 4})), 12_250)
        done.history.settle()
        set_aside(done.path, datetime(2026, 11, 22, tzinfo=UTC))
        open_to_write(done.path).close()
        done.after(player, 12_000)
        done.history.settle()
    (session,) = read_sessions(done.path)
    assert (session.state, session.sets[0].done_reps) == ("finished", 4)


def test_what_was_said_of_a_session_is_written_anew_with_it(tmp_path: Path) -> None:
    with recorded(tmp_path) as done:
        done.perform(plan(SQUAT))
        done.history.rate_last(6, 1, "Fine.")
        done.history.settle()
        for file in tmp_path.glob("history.sqlite3*"):
            file.unlink()
        done.history.undelete(99)  # anything to be written
        done.history.settle()
    (session,) = read_sessions(done.path)
    assert (session.state, session.effort, session.pain, session.note) == ("finished", 6, 1, "Fine.")


def test_what_a_folder_would_not_take_is_told_and_written_when_it_can_be(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.write_text("a file stands where the folder should be")
    with recorded(home) as done:
        done.perform(plan(SQUAT))
        assert done.told[-1][0] == "history"
        assert done.told[-1][1].startswith(f"The history ({done.path}) cannot be used. ")
        assert done.told[-1][1].endswith(" What you do is remembered, and written as soon as it can be.")
        home.unlink()
    (session,) = read_sessions(done.path)  # a last try at the end
    assert session.state == "finished"


def test_a_disk_that_would_not_is_tried_again_also_while_more_and_more_is_to_be_written(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.write_text("a file stands where the folder should be")
    with recorded(home) as done:
        player = done.begin(plan({**SQUAT, "reps": 9, "tempo": "1-0-1-0"}))
        done.history.settle()
        home.unlink()
        for _ in range(4):
            done.after(player, 2_000)
            done.history.settle()
        (session,) = read_sessions(done.path)
        assert session.sets[0].done_reps == 4
        assert done.told[-1] == ("history", "")


def test_a_fault_of_the_program_stays_told_and_delays_nothing(tmp_path: Path) -> None:
    writer = Writer(tmp_path / "history.sqlite3", FakeClock())
    told: list[tuple[str, str]] = []
    done: list[int] = []
    writer.tell = lambda topic, text: told.append((topic, text))
    writer.put(lambda _: 1 / 0)
    writer.put(lambda _: done.append(1))
    writer.settle()
    writer.close()
    assert told == [("fault", FAULT.format("the log"))]
    assert done == [1]


def test_what_a_full_disk_would_not_take_is_told_and_written_when_there_is_room(tmp_path: Path) -> None:
    with recorded(tmp_path) as done:
        player = done.after(done.begin(plan({**SQUAT, "reps": 4})), 6_250)
        done.history.settle()
        full = (tmp_path / "history.sqlite3-wal").stat().st_size
        with files_up_to(full):
            done.after(player, 12_000)
            done.history.settle()
            (session,) = read_sessions(done.path)
            assert session.sets[0].done_reps == 1
            assert done.told[-1][1].startswith(f"The history ({done.path}) cannot be used. ")
        done.after(player, 6_000)
    (session,) = read_sessions(done.path)
    assert (session.state, session.sets[0].done_reps) == ("finished", 4)


def test_no_history_is_an_empty_one_and_reading_makes_none(tmp_path: Path) -> None:
    assert read_sessions(tmp_path / "history.sqlite3") == ()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_takes_no_neighbours_can_be_read(tmp_path: Path) -> None:
    path = kept(newest(), tmp_path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    blocked = path.with_name("history.sqlite3-shm")
    blocked.mkdir()
    assert len(read_sessions(path)) == 3


def test_what_another_program_keeps_to_itself_is_not_read_behind_its_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempo_trainer.history.database.WAIT_S", 0.01)
    path = kept(newest(), tmp_path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(HistoryError, match="Another program is using it"):
            read_sessions(path)


def test_a_folder_in_its_place_is_told_in_words(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    path.mkdir()
    with pytest.raises(HistoryError, match="Something else lies in its place"):
        read_sessions(path)
