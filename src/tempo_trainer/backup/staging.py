"""Looks a backup through and lays it ready beside what is there, which stays as it is until the next start."""

import errno
import json
import os
import shutil
import time
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from tempfile import mkdtemp
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo, is_zipfile

from tempo_trainer.backup.contents import (
    FORMAT,
    HISTORY,
    KEPT,
    MARK,
    MOST_BYTES,
    MOST_FILES,
    RESTORING,
    BackupError,
    Meter,
    Progress,
    belongs,
)
from tempo_trainer.backup.state import State, write_state
from tempo_trainer.files import flush_folder
from tempo_trainer.history.database import BrokenError, HistoryError, opened_to_read

CHUNK = 256 * 1024
MARK_BYTES = 64 * 1024
SPARE_BYTES = 16 * 1024**2  # what the disk keeps free
TIGHTEST = 200  # nobody's files shrink more than so many times, but those of somebody who wants to fill the disk
OFTEN_TIGHT = 64 * 1024**2  # unless they are small

NO_BACKUP = "This is no backup of Tempo Trainer, or not all of one: choose a zip that “Back up…” has made."
DAMAGED = "This backup is damaged: choose another one, or copy it again from where it came from."
NEWER = "This backup was made by a newer Tempo Trainer: bring this program up to date first."
SUSPECT = "This backup is not as “Back up…” makes them: choose another one."
TOO_LARGE = "This backup does not fit on the disk: make room on it, then try again."
GONE = "Another window has put another backup in its place: choose the file again."


@dataclass(frozen=True)
class Staged:
    """A backup that is whole and lies ready, but waits for the word."""

    folder: Path
    made: datetime  # with the offset from UTC that held then
    workouts: int
    has_history: bool


def staged(zip_file: Path, home: Path, progress: Progress = lambda _: None) -> Staged:
    """Look a backup through and unpack it; BackupError or OSError if it cannot be restored, and nothing has changed."""
    if zip_file.is_file() and not is_zipfile(zip_file):
        raise BackupError(NO_BACKUP)
    with _faults_in_words(), ZipFile(zip_file) as source:
        made = _made(source)
        entries = _entries(source, zip_file.stat().st_size)
        discard(home)
        (home / RESTORING).mkdir(parents=True, exist_ok=True)
        size = sum(entry.file_size for entry in entries)
        if shutil.disk_usage(home).free < size + SPARE_BYTES:
            raise BackupError(TOO_LARGE)
        folder = Path(mkdtemp(prefix="new-", dir=home / RESTORING))
        try:
            _unpack(source, entries, folder, Meter(size, progress))
            has_history = _look_at_history(folder / HISTORY)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
    return Staged(folder, made, sum(1 for _ in (folder / "workouts").glob("*.y*ml")), has_history)


def confirm(backup: Staged, home: Path) -> None:
    """It takes the place of what is there at the next start."""
    if not backup.folder.is_dir():
        raise BackupError(GONE)
    stem = f"{KEPT}{datetime.now():%Y-%m-%d-%H%M%S}"  # noqa: DTZ005  a name for people who live here
    keep, number = f"{stem}.zip", 1
    while os.path.lexists(home / keep):
        number += 1
        keep = f"{stem}-{number}.zip"
    write_state(home, State("confirmed", backup.folder.name, keep, backup.made.isoformat()))


def discard(home: Path) -> None:
    """What lies ready is not wanted."""
    write_state(home, None)
    shutil.rmtree(home / RESTORING, ignore_errors=True)


@contextmanager
def _faults_in_words() -> Iterator[None]:
    """Whatever a zip can be made to do to the library that reads it."""
    try:
        yield
    except BackupError:
        raise
    except (BadZipFile, zlib.error, EOFError, FileExistsError, NotADirectoryError, IsADirectoryError) as error:
        raise BackupError(DAMAGED) from error
    except OSError as error:
        if error.errno == errno.EINVAL:  # sent to a place that no file has
            raise BackupError(DAMAGED) from error
        raise
    except (NotImplementedError, RuntimeError, ValueError, OverflowError, ArithmeticError) as error:
        raise BackupError(SUSPECT) from error


def _made(source: ZipFile) -> datetime:
    """When; and by the way whether it is a backup at all."""
    try:
        entry = source.getinfo(MARK)
        _refuse_odd(entry)
        with source.open(entry) as mark_file:
            mark = json.loads(mark_file.read(MARK_BYTES))
        number, made = mark["format"], datetime.fromisoformat(mark["made"])
        is_ours = isinstance(number, int) and number > 0
    except BackupError:
        raise
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise BackupError(NO_BACKUP) from error
    if not is_ours or number > FORMAT:
        raise BackupError(NEWER if is_ours else NO_BACKUP)
    return made.astimezone() if made.tzinfo is None else made


def _entries(source: ZipFile, size: int) -> Sequence[ZipInfo]:
    """The files to unpack, none of which leads out of the folder; what a backup does not hold is left out."""
    everything = source.infolist()
    total = sum(entry.file_size for entry in everything)
    if len(everything) > MOST_FILES + 1 or total > max(OFTEN_TIGHT, min(MOST_BYTES, TIGHTEST * size)):
        raise BackupError(SUSPECT)
    for entry in everything:
        _refuse_odd(entry)
    return [entry for entry in everything if not entry.is_dir() and belongs(PurePosixPath(entry.filename).parts)]


def _refuse_odd(entry: ZipInfo) -> None:
    name = entry.orig_filename.removesuffix("/")  # as it stands there, before the library has made it harmless
    leads_away = not {"", ".", ".."}.isdisjoint(name.split("/"))
    is_odd = not set("\0\\:" if os.name == "nt" else "\0").isdisjoint(name)
    if leads_away or is_odd or entry.flag_bits & 1 or entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        raise BackupError(SUSPECT)


def _unpack(source: ZipFile, entries: Sequence[ZipInfo], folder: Path, meter: Meter) -> None:
    folders = {folder}
    for entry in entries:
        to = folder.joinpath(*entry.filename.split("/"))
        to.parent.mkdir(parents=True, exist_ok=True)
        folders.add(to.parent)
        with source.open(entry) as packed, to.open("xb") as file:
            while chunk := packed.read(CHUNK):
                file.write(chunk)
                meter.add(len(chunk))
            file.flush()
            os.fsync(file.fileno())
        with suppress(OSError, ValueError, OverflowError):
            seconds = time.mktime((*entry.date_time, 0, 0, -1))
            os.utime(to, (seconds, seconds))
    for one in folders:
        flush_folder(one)


def _look_at_history(path: Path) -> bool:
    """Whether there is one; BackupError if it cannot be used."""
    if not path.exists():
        return False
    try:
        with opened_to_read(path):
            return True
    except BrokenError as error:
        raise BackupError(DAMAGED) from error
    except HistoryError as error:
        raise BackupError(str(error)) from error
    finally:
        for end in ("-wal", "-shm"):
            path.with_name(path.name + end).unlink(missing_ok=True)
