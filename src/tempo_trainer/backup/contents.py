"""What of the user's folder belongs into a backup, and how large one may be."""

import os
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

MARK = "tempo-trainer-backup.json"  # tells that a zip is ours
FORMAT = 1
HISTORY = "history.sqlite3"
RESTORING = ".restore"  # where a backup lies ready
KEPT = "before-restore-"  # begins the name of what a restore has replaced
MOST_FILES = 50_000
MOST_BYTES = 8 * 1024**3

Progress = Callable[[int], None]
"""Told the share that is done, of 1000; what it raises ends the work, and nothing stays of it."""

_STAYS = {"log", RESTORING, MARK, *(HISTORY + end for end in ("-wal", "-shm", "-journal"))}
_PASSING = re.compile(r".*\.lock|\..*\.\d+-\d+\.half(\..*)?", re.DOTALL)  # locks, and what a save was writing


class BackupError(ValueError):
    """Why there is no backup, or none can be restored, and what to do, in words."""


class Found(NamedTuple):
    """A file that belongs into the backup."""

    path: Path
    name: str  # in the zip
    size: int


class Meter:
    """Turns what is done into shares."""

    def __init__(self, total: int, tell: Progress) -> None:
        self._total = max(1, total)
        self._tell = tell
        self._done = 0

    def add(self, count: int) -> None:
        """So many bytes more."""
        self._done += count
        self._tell(min(1000, self._done * 1000 // self._total))


def belongs(parts: Sequence[str]) -> bool:
    """Whether what has this path in the user's folder is part of a backup, by its name."""
    return parts[0] not in _STAYS and not parts[0].startswith(KEPT) and not _PASSING.fullmatch(parts[-1])


def tops(home: Path) -> Sequence[Path]:
    """What belongs to a backup at the top of the user's folder; backups that lie there stay out of one another."""
    if not home.is_dir():
        return []
    return sorted(path for path in home.iterdir() if belongs([path.name]) and not _is_backup(path))


def files(home: Path) -> Iterator[Found]:
    """All files of a backup, in order."""
    for top in tops(home):
        yield from _files_below(top, home) if top.is_dir() else _found(top, home)


def _files_below(top: Path, home: Path) -> Iterator[Found]:
    for folder, folders, names in os.walk(top, onerror=_refuse):
        folders.sort()
        for name in sorted(names):
            yield from _found(Path(folder, name), home)


def _found(path: Path, home: Path) -> Iterator[Found]:
    """Nothing for pipes, links that lead nowhere, and what has vanished meanwhile."""
    parts = path.relative_to(home).parts
    if belongs(parts) and path.is_file():
        yield Found(path, "/".join(parts), path.stat().st_size)


def unreadable(error: OSError) -> BackupError:
    """It would not be all that is the user's."""
    return BackupError(f"{error.filename} cannot be read ({error.strerror}): change its permissions, then try again.")


def _refuse(error: OSError) -> None:
    raise unreadable(error) from error


def _is_backup(path: Path) -> bool:
    if path.suffix.lower() != ".zip" or not path.is_file():
        return False
    try:
        with zipfile.ZipFile(path) as held:
            return MARK in held.namelist()
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError):
        return False
