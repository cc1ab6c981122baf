"""The file of the history: opened, brought up to date, refused when it is of a newer program, set aside when broken."""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from importlib import resources
from pathlib import Path

from tempo_trainer.files import reason

APPLICATION = 0x54656D70  # "Temp" in the head of the file: it is ours
BROKEN_REMEDY = "start a session: it is set aside, and a new one begun"
WAIT_S = 2.0  # for another program that writes at this moment; less than the end of the program waits

_BROKEN_TEXT = "The history ({}) is broken."
_NO_NEIGHBOURS = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN}  # what a folder says that takes none
_BROKEN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_REASONS = {
    sqlite3.SQLITE_FULL: "The disk is full: make room on it.",
    sqlite3.SQLITE_READONLY: "It may not be written to: change the permissions of the file and its folder.",
    sqlite3.SQLITE_CANTOPEN: "The file or its folder cannot be opened: see whether they are there and yours.",
    sqlite3.SQLITE_PERM: "It may not be opened: change the permissions of the file and its folder.",
    sqlite3.SQLITE_BUSY: "Another program is using it: close that.",
    sqlite3.SQLITE_PROTOCOL: "Another program is using it: close that.",
    sqlite3.SQLITE_LOCKED: "Another program is using it: close that.",
    sqlite3.SQLITE_IOERR: "The disk does not answer: see whether it is connected.",
}
_IN_ITS_PLACE = "Something else lies in its place, or in that of its folder: move that away."
_OS_REASONS = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT), _REASONS[sqlite3.SQLITE_FULL]),
    **dict.fromkeys((errno.EROFS, errno.EACCES, errno.EPERM), _REASONS[sqlite3.SQLITE_READONLY]),
    **dict.fromkeys((errno.EISDIR, errno.EEXIST, errno.ENOTDIR), _IN_ITS_PLACE),
}


class HistoryError(ValueError):
    """Why the history cannot be used, and what to do, in words."""


class BrokenError(HistoryError):
    """What stands in the file is no history."""


class NewerError(HistoryError):
    """A newer program has written it."""


@contextmanager
def faults_in_words(path: Path) -> Iterator[None]:
    """The disk's and the database's faults as HistoryError; what is wrong with our own SQL stays as it is."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = (error.sqlite_errorcode if hasattr(error, "sqlite_errorcode") else 0) & 0xFF
        if code in _BROKEN:
            raise BrokenError(_BROKEN_TEXT.format(path)) from error
        if code in _REASONS:
            raise HistoryError(f"The history ({path}) cannot be used. {_REASONS[code]}") from error
        raise
    except OSError as error:
        why = _OS_REASONS.get(error.errno or 0) or reason(error)
        raise HistoryError(f"The history ({path}) cannot be used. {why}") from error


def open_to_write(path: Path) -> sqlite3.Connection:
    """The history, made or brought up to date where need be. Each write is on the disk when it returns."""
    with faults_in_words(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        _refuse_folder(path)
        connection = sqlite3.connect(path, timeout=WAIT_S, isolation_level=None)
        try:
            _check(connection, path)
            _check_pages(connection, path)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")  # it outlives a power cut, not only a kill
            connection.execute("PRAGMA foreign_keys = ON")
            bring_up_to_date(connection)
        except BaseException:
            connection.close()
            raise
        return connection


@contextmanager
def opened_to_read(path: Path) -> Iterator[sqlite3.Connection]:
    """The history as it is now, in today's form; the file is left alone. Empty if there is none."""
    with faults_in_words(path), closing(reader(path)) as connection:
        _check(connection, path)  # no more than its head: a page that is broken is found when it is read
        if _version(connection) == newest():
            yield connection
            return
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
            connection.backup(copy)
            bring_up_to_date(copy)
            yield copy


def reader(path: Path) -> sqlite3.Connection:
    """What stands in the file, whatever that is; it is left alone. Empty if there is none."""
    if not path.exists():
        return sqlite3.connect(":memory:", isolation_level=None)
    _refuse_folder(path)
    where = path.resolve().as_uri()
    connection = sqlite3.connect(f"{where}?mode=ro", uri=True, timeout=WAIT_S, isolation_level=None)
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except sqlite3.DatabaseError as error:  # reading needs neighbours
        connection.close()
        if error.sqlite_errorcode & 0xFF not in _NO_NEIGHBOURS:
            raise
        return sqlite3.connect(f"{where}?immutable=1", uri=True, isolation_level=None)
    return connection


def bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Step by step from the version that the file has to the newest; each step wholly or not at all."""
    while (version := _version(connection)) < newest():
        step = _migration(version + 1)
        try:
            connection.executescript(
                f"BEGIN IMMEDIATE; {step} PRAGMA user_version = {version + 1};"
                f"PRAGMA application_id = {APPLICATION}; COMMIT;"
            )
        except sqlite3.Error:
            if connection.in_transaction:
                connection.rollback()
            if _version(connection) == version:  # else another program was quicker
                raise


def newest() -> int:
    """The version that this program writes."""
    return sum(1 for file in _migrations().iterdir() if file.name.endswith(".sql"))


def set_aside(path: Path, now: datetime) -> Path:
    """Keep a broken history under another name, with what belongs to it, so that a new one can begin."""
    with faults_in_words(path):
        stem = f"{path.stem}-broken-{now:%Y-%m-%d-%H%M%S}"
        aside, number = path.with_name(f"{stem}{path.suffix}"), 1
        while aside.exists():
            number += 1
            aside = path.with_name(f"{stem}-{number}{path.suffix}")
        for end in ("-wal", "-shm", ""):
            beside = path.with_name(path.name + end)
            if beside.exists():
                beside.rename(aside.with_name(aside.name + end))
        return aside


def _refuse_folder(path: Path) -> None:
    """SQLite takes one for a disk that does not answer."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))


def _check(connection: sqlite3.Connection, path: Path) -> None:
    """At one instant: another program may be making or changing it right now."""
    connection.execute("BEGIN")
    try:
        _check_head(connection, path)
    finally:
        if connection.in_transaction:
            connection.rollback()


def _check_head(connection: sqlite3.Connection, path: Path) -> None:
    if (version := _version(connection)) > newest():
        raise NewerError(
            f"The history was written by a newer Tempo Trainer (its form is {version}, this program knows {newest()})."
            " It is left alone: bring the program up to date."
        )
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if tables and (not version or application != APPLICATION):
        raise BrokenError(_BROKEN_TEXT.format(path))


def _check_pages(connection: sqlite3.Connection, path: Path) -> None:
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise BrokenError(_BROKEN_TEXT.format(path))


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _migrations() -> resources.abc.Traversable:
    return resources.files("tempo_trainer.history").joinpath("migrations")


def _migration(number: int) -> str:
    return _migrations().joinpath(f"{number}.sql").read_text(encoding="utf-8")
