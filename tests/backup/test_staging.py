"""Only what is a whole backup of ours is laid ready, and nothing that is there is touched by it."""

import json
import os
import sqlite3
import stat
import struct
import zipfile
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

import pytest

from helpers.homes import held, make_home
from tempo_trainer.backup import BackupError, back_up, confirm, discard, staged, take_up
from tempo_trainer.backup.contents import HISTORY, MARK, RESTORING

MARKED = {MARK: json.dumps({"format": 1, "program": "1", "made": "2026-05-12T18:05:00+02:00"}).encode()}


def zip_of(path: Path, files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as target:
        for name, data in files.items():
            entry = zipfile.ZipInfo("x")
            entry.filename, entry.compress_type = name, method  # as it is, with nothing made harmless
            target.writestr(entry, data)
    return path


def marked(**what: object) -> dict[str, bytes]:
    return {MARK: json.dumps({"format": 1, "made": "2026-05-12T18:05:00+02:00", **what}).encode()}


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    back_up(make_home(tmp_path / "theirs", "them"), tmp_path / "backup.zip")
    return tmp_path / "backup.zip"


def test_it_lies_ready_and_what_is_there_stays(home: Path, tmp_path: Path, backup: Path) -> None:
    before = held(make_home(home, "me"))
    ready = staged(backup, home)
    assert held(ready.folder) == held(tmp_path / "theirs")
    assert {name: data for name, data in held(home).items() if not name.startswith(RESTORING)} == before
    assert (ready.workouts, ready.has_history) == (2, True)
    assert ready.made.utcoffset() is not None


def test_without_the_word_nothing_is_restored(home: Path, backup: Path) -> None:
    before = held(make_home(home, "me"))
    staged(backup, home)
    assert take_up(home) is None
    discard(home)
    assert held(home) == before


def test_what_nobody_confirmed_is_swept_a_day_later(home: Path, backup: Path) -> None:
    ready = staged(backup, home)
    take_up(home)
    assert ready.folder.exists(), "another window may be asking"
    os.utime(ready.folder, (0, 0))
    take_up(home)
    assert not (home / RESTORING).exists()


def test_what_another_window_has_replaced_is_not_confirmed(home: Path, backup: Path) -> None:
    first, second = staged(backup, home), staged(backup, home)
    with pytest.raises(BackupError, match="Another window"):
        confirm(first, home)
    confirm(second, home)


def test_the_times_of_files_come_along(home: Path, tmp_path: Path) -> None:
    theirs = make_home(tmp_path / "theirs", "them")
    os.utime(theirs / "workouts/curls.yaml", (1_600_000_000, 1_600_000_000))
    back_up(theirs, tmp_path / "backup.zip")
    ready = staged(tmp_path / "backup.zip", home)
    assert (ready.folder / "workouts/curls.yaml").stat().st_mtime == 1_600_000_000


def test_what_a_backup_does_not_hold_is_left_out(home: Path, tmp_path: Path) -> None:
    names = ("log/a.log", f"{HISTORY}-wal", ".restore/state.json", "before-restore-1.zip", "a.lock", "workouts/a.yaml")
    ready = staged(zip_of(tmp_path / "a.zip", MARKED | dict.fromkeys(names, b"x")), home)
    assert list(held(ready.folder)) == ["workouts/a.yaml"]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, "no backup"),
        ({"workouts/a.yaml": b"a"}, "no backup"),
        ({MARK: b"rubbish"}, "no backup"),
        ({MARK: b"[1]"}, "no backup"),
        ({MARK: b"\xff"}, "no backup"),
        ({MARK: b"[" * 60_000}, "no backup"),
        (marked(format="1"), "no backup"),
        (marked(made="yesterday"), "no backup"),
        (marked(format=2), "newer Tempo Trainer"),
        (MARKED | {"../evil.yaml": b"a"}, "not as “Back up…” makes them"),
        (MARKED | {"/etc/evil.yaml": b"a"}, "not as “Back up…” makes them"),
        (MARKED | {"workouts/../../evil.yaml": b"a"}, "not as “Back up…” makes them"),
        (MARKED | {"workouts//a.yaml": b"a"}, "not as “Back up…” makes them"),
        (MARKED | {"workouts": b"a", "workouts/a.yaml": b"a"}, "damaged"),
        (MARKED | {HISTORY: b"rubbish" * 1000}, "damaged"),
        (MARKED | {"workouts/bomb.yaml": bytes(100_000_000)}, "not as “Back up…” makes them"),
    ],
)
def test_what_is_no_backup_is_refused_in_words(
    home: Path, tmp_path: Path, files: Mapping[str, bytes], said: str
) -> None:
    before = held(make_home(home, "me"))
    with pytest.raises(BackupError, match=said):
        staged(zip_of(tmp_path / "odd.zip", files), home)
    assert held(home) == before
    assert not list(tmp_path.rglob("*evil*"))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_the_same_name_twice_is_refused(home: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "odd.zip", "w") as target:
        for name in (MARK, "a.yaml", "a.yaml"):
            target.writestr(name, MARKED[MARK])
    with pytest.raises(BackupError, match="damaged"):
        staged(tmp_path / "odd.zip", home)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_ways_of_packing_that_we_do_not_use_are_refused(home: Path, tmp_path: Path, method: int) -> None:
    with pytest.raises(BackupError, match="not as"):
        staged(zip_of(tmp_path / "odd.zip", MARKED, method), home)


def test_a_link_in_a_zip_becomes_a_file(home: Path, tmp_path: Path) -> None:
    link = zipfile.ZipInfo("workouts/link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "odd.zip", "w") as target:
        target.writestr(MARK, MARKED[MARK])
        target.writestr(link, str(tmp_path))
    ready = staged(tmp_path / "odd.zip", home)
    assert not (ready.folder / "workouts/link").is_symlink()


def _cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _turned(data: bytes) -> bytes:
    """A bit of the content is another."""
    at = len(data) // 3
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def _locked(data: bytes) -> bytes:
    """Every entry says that it is encrypted."""
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for part in range(data.count(sign)):
            at = [i for i in range(len(data)) if data.startswith(sign, i)][part] + place
            data = data[:at] + struct.pack("<H", 1) + data[at + 2 :]
    return data


@pytest.mark.parametrize("spoil", [_cut, _turned, _locked, lambda _: b"", lambda _: b"PK\x05\x06"])
def test_a_damaged_one_is_refused_in_words(home: Path, backup: Path, spoil: Callable[[bytes], bytes]) -> None:
    before = held(make_home(home, "me"))
    backup.write_bytes(spoil(backup.read_bytes()))
    with pytest.raises(BackupError):
        staged(backup, home)
    assert held(home) == before


def test_every_single_bit_may_be_another_and_it_is_still_said_in_words(home: Path, tmp_path: Path) -> None:
    path = zip_of(tmp_path / "small.zip", MARKED | {"workouts/a.yaml": b"name: a\n"})
    data = path.read_bytes()
    for at in range(len(data)):
        path.write_bytes(data[:at] + bytes([data[at] ^ 0x41]) + data[at + 1 :])
        try:
            ready = staged(path, home)
        except BackupError:
            continue
        assert set(held(ready.folder).values()) <= {b"name: a\n"}, at  # only what is of no weight may differ


def test_a_newer_history_is_refused_in_words(home: Path, tmp_path: Path) -> None:
    theirs = make_home(tmp_path / "theirs", "them")
    with closing(sqlite3.connect(theirs / HISTORY)) as connection:
        connection.execute("PRAGMA user_version = 999")
    back_up(theirs, tmp_path / "backup.zip")
    with pytest.raises(BackupError, match="newer"):
        staged(tmp_path / "backup.zip", home)
