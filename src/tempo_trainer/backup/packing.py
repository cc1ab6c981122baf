"""Makes a backup: all that is the user's as one zip, also while a session is written down."""

import json
import sqlite3
from contextlib import closing
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tempo_trainer.backup.contents import (
    FORMAT,
    HISTORY,
    MARK,
    MOST_BYTES,
    MOST_FILES,
    BackupError,
    Found,
    Meter,
    Progress,
    files,
    unreadable,
)
from tempo_trainer.files import written_whole
from tempo_trainer.history.database import BrokenError, HistoryError, faults_in_words, reader

CHUNK = 256 * 1024
BROKEN = "history-broken.sqlite3"  # what the history is called in a backup if nothing can read it


def back_up(home: Path, out: Path, progress: Progress = lambda _: None) -> None:
    """Write all that is the user's; whole, or not at all. BackupError or OSError if that cannot be."""
    found = [file for file in files(home) if file.path.resolve() != out.resolve()]
    size = sum(file.size for file in found)
    if len(found) > MOST_FILES or size > MOST_BYTES:
        raise BackupError(f"There is too much in {home} for a backup: take out what is not of Tempo Trainer.")
    meter = Meter(size, progress)
    with written_whole(out) as neighbour, ZipFile(neighbour, "w", ZIP_DEFLATED, strict_timestamps=False) as target:
        target.writestr(MARK, _mark())
        for file in found:
            if file.name == HISTORY:
                _pack_history(target, file, meter)
            else:
                _pack(target, file, file.name, meter)


def _mark() -> str:
    try:
        program = version("tempo-trainer")
    except PackageNotFoundError:
        program = ""
    made = datetime.now().astimezone().isoformat(timespec="seconds")
    return json.dumps({"format": FORMAT, "program": program, "made": made}, indent=1)


def _pack_history(target: ZipFile, file: Found, meter: Meter) -> None:
    """SQLite's own copy: whole, whatever is written meanwhile, and in one file."""
    with TemporaryDirectory() as folder:
        copy = Path(folder, HISTORY)
        try:
            with faults_in_words(file.path):
                _copy(file.path, copy)
            _pack(target, Found(copy, HISTORY, file.size), HISTORY, meter)
        except BrokenError:
            _pack(target, file, BROKEN, meter)
        except HistoryError as error:
            raise BackupError(str(error)) from error


def _copy(path: Path, to: Path) -> None:
    with closing(reader(path)) as source, closing(sqlite3.connect(to, isolation_level=None)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # else it would need neighbours, to be read
        if copy.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise BrokenError


def _pack(target: ZipFile, file: Found, name: str, meter: Meter) -> None:
    try:
        name.encode()  # what is no text has no name in a zip
        info = ZipInfo.from_file(file.path, name, strict_timestamps=False)
        source = file.path.open("rb")
    except FileNotFoundError:  # a draft, saved meanwhile
        return
    except OSError as error:
        raise unreadable(error) from error
    except UnicodeEncodeError as error:
        raise BackupError(f"{file.path!r} has a name that fits into no zip: give it another one.") from error
    info.compress_type = ZIP_DEFLATED
    with source, target.open(info, "w", force_zip64=True) as entry:
        while chunk := source.read(CHUNK):
            entry.write(chunk)
            meter.add(len(chunk))
