"""Notices that something in a folder has changed: a file added, saved, renamed, gone, or the folder itself."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, SignalInstance

GATHER_MS = 40  # an editor does several things to a file when it saves
POLL_MS = 2000


class Watch(QObject):
    """Emits `changed` once for what happens at the same time. What cannot be watched is looked at now and then."""

    changed = Signal()

    def __init__(self, folders: Sequence[Path], parent: QObject) -> None:
        super().__init__(parent)
        self._folders = folders
        self._watcher = QFileSystemWatcher(self)
        self._inodes: dict[str, int] = {}
        self._unwatched_folders: set[str] = set()
        self._unwatched_files: set[str] = set()
        self._gather = _timer(self, GATHER_MS, self.changed)
        self._gather.setSingleShot(True)
        self._poll = _timer(self, POLL_MS, self.changed)
        self._watcher.directoryChanged.connect(lambda _: self._happened())
        self._watcher.fileChanged.connect(lambda _: self._happened())

    def watch_folders(self) -> None:
        """Watch each folder and what it lies in; where it is not there, the nearest one in which it could appear.

        A folder that was moved away would be watched where it went, so what lies behind a path is looked at each time.
        """
        nearest = [_nearest(folder) for folder in self._folders]
        wanted = {str(place): _inode(place) for found in nearest for place in (found, found.parent)}
        outdated = [path for path in self._watcher.directories() if self._inodes.get(path) != wanted.get(path)]
        if outdated:
            self._watcher.removePaths(outdated)
        _, self._unwatched_folders = self._add(wanted, set(self._watcher.directories()))
        self._poll_where_needed()

    def watch_files(self, files: Mapping[Path, int]) -> None:
        """Watch these files too, each with its inode: a folder tells only of names that come and go.

        They may have changed since they were read and before they were watched, so there is another look.
        """
        wanted = {str(file): inode for file, inode in files.items()}
        watched = set(self._watcher.files())
        outdated = {path for path in wanted.keys() & watched if self._inodes.get(path) != wanted[path]}
        if outdated:
            self._watcher.removePaths(sorted(outdated))
        known, unwatched = self._add(wanted, watched - outdated)
        self._unwatched_files = (self._unwatched_files - wanted.keys()) | unwatched
        self._poll_where_needed()
        if not known:
            self._happened()

    def forget(self, files: Iterable[Path]) -> None:
        """These are not there any more."""
        self._unwatched_files -= {str(file) for file in files}
        self._poll_where_needed()

    @property
    def polls(self) -> bool:
        """Whether there is something that cannot be watched."""
        return self._poll.isActive()

    def _add(self, wanted: Mapping[str, int], watched: set[str]) -> tuple[bool, set[str]]:
        """Whether all were known, and what cannot be watched."""
        new = sorted(wanted.keys() - watched)
        known = all(self._inodes.get(path) == wanted[path] for path in new)
        self._inodes |= wanted
        return known, set(self._watcher.addPaths(new) if new else ())

    def _poll_where_needed(self) -> None:
        unwatched = self._unwatched_folders or self._unwatched_files
        if unwatched and not self._poll.isActive():
            self._poll.start()
        elif not unwatched:
            self._poll.stop()

    def _happened(self) -> None:
        if not self._gather.isActive():
            self._gather.start()


def _nearest(folder: Path) -> Path:
    return next((place for place in (folder, *folder.parents) if place.is_dir()), folder)


def _inode(place: Path) -> int:
    try:
        return place.stat().st_ino
    except OSError:
        return 0


def _timer(parent: QObject, ms: int, signal: SignalInstance) -> QTimer:
    timer = QTimer(parent)
    timer.setInterval(ms)
    timer.timeout.connect(signal)
    return timer
