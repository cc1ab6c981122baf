"""Drafts: what is being built and not saved yet, kept on disk every few seconds, so that a crash loses nothing.

A draft belongs to the window that holds its lock; those whose window is gone are offered to the next one.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QLockFile

from tempo_trainer.files import Stamp, written_whole


@dataclass(frozen=True)
class Draft:
    """What was being built: the file it belongs to (None: a new one), and its state when it was opened."""

    data: Mapping[str, Any]
    path: Path | None
    stamp: Stamp | None
    file: Path | None = None  # the draft itself

    @property
    def name(self) -> str:
        """Of the workout."""
        return str(self.data.get("name") or "without a name")


class Drafts:
    """The drafts of a folder, one of which is ours."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: Path | None = None
        self._lock: QLockFile | None = None

    def keep(self, draft: Draft) -> None:
        """Write ours anew; OSError if the disk will not."""
        self._folder.mkdir(parents=True, exist_ok=True)
        if self._file is None or self._lock is None:
            self._own(self._folder / f"{uuid4().hex}.json")
        said = {
            "path": str(draft.path) if draft.path else None,
            "stamp": asdict(draft.stamp) if draft.stamp else None,
            "data": draft.data,
        }
        if self._file:
            with written_whole(self._file) as neighbour:
                neighbour.write_text(json.dumps(said, ensure_ascii=False, indent=1), encoding="utf-8")

    def drop(self) -> None:
        """Ours is not needed any more: it was saved, or is not wanted."""
        if self._file:
            with suppress(OSError):
                self._file.unlink(missing_ok=True)
        self._file = None
        if self._lock:
            self._lock.unlock()
        self._lock = None

    def left_behind(self) -> Iterator[Draft]:
        """Those that no window holds, the newest first."""
        with suppress(OSError):
            for file in sorted(self._folder.glob("[!.]*.json"), key=_age):  # a dot begins what a save was writing
                lock = _lock(file)
                if file != self._file and lock.tryLock(0):
                    lock.unlock()
                    if draft := _read(file):
                        yield draft

    def take(self, draft: Draft) -> bool:
        """Make one that was left behind ours; False if another window was faster."""
        lock = _locked(draft)
        if lock is None:
            return False
        self.drop()
        self._file, self._lock = draft.file, lock
        return True

    def discard(self, draft: Draft) -> None:
        """Remove one that was left behind, unless another window was faster; ours stays."""
        if draft.file and (lock := _locked(draft)):
            with suppress(OSError):
                draft.file.unlink(missing_ok=True)
            lock.unlock()

    def release(self) -> None:
        """Leave ours to the next window."""
        self._file = None
        if self._lock:
            self._lock.unlock()
        self._lock = None

    def _own(self, file: Path) -> None:
        lock = _lock(file)
        lock.tryLock(0)  # a folder without locks keeps drafts all the same
        self._file, self._lock = file, lock


def _lock(file: Path) -> QLockFile:
    lock = QLockFile(str(file.with_suffix(".lock")))
    lock.setStaleLockTime(0)  # however old: it goes stale when its process is gone
    return lock


def _locked(draft: Draft) -> QLockFile | None:
    """The lock of one that is there and that no window holds."""
    if draft.file is None or not (lock := _lock(draft.file)).tryLock(0):
        return None
    if draft.file.exists():
        return lock
    lock.unlock()
    return None


def _age(file: Path) -> float:
    """How old it is, to sort by; one that has vanished meanwhile must not hide the others."""
    with suppress(OSError):
        return -file.stat().st_mtime
    return 0.0


def _read(file: Path) -> Draft | None:
    """None for what is no draft: it stays where it is."""
    try:
        said = json.loads(file.read_text(encoding="utf-8"))
        stamp = Stamp(**said["stamp"]) if said["stamp"] else None
        data = said["data"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    path = said["path"]
    return Draft(data, Path(path) if path else None, stamp, file) if isinstance(data, dict) else None
