"""Notices that something in a folder has changed: a file added, saved, renamed, gone, or the folder itself."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, SignalInstance

GATHER_MS = 40  # an editor does several things to a file when it saves
POLL_MS = 2000


class Watch(QObject):
    """Emits `changed` once for what happens at the same time. What cannot be watched is looked at now and then."""

    changed = Signal()

    def __init__(self, folders: Sequence[Path]) -> None:
        super().__init__()
        self._folders = folders
        self._watcher = QFileSystemWatcher(self)
        self._gather = _timer(self, GATHER_MS, self.changed)
        self._gather.setSingleShot(True)
        self._poll = _timer(self, POLL_MS, self.changed)
        self._watcher.directoryChanged.connect(lambda _: self._happened())
        self._watcher.fileChanged.connect(lambda _: self._happened())

    def watch_folders(self) -> None:
        """Watch each folder, or where it is not there, the nearest one above it in which it could appear."""
        wanted = {str(_nearest(folder)) for folder in self._folders}
        watched = set(self._watcher.directories())
        if outdated := watched - wanted:
            self._watcher.removePaths(sorted(outdated))
        self._add(wanted - watched)

    def watch_files(self, files: Iterable[Path]) -> None:
        """Watch these files too: a folder tells only of names that come and go."""
        self._add({str(file) for file in files} - set(self._watcher.files()))

    def _add(self, paths: set[str]) -> None:
        if paths and self._watcher.addPaths(sorted(paths)) and not self._poll.isActive():
            self._poll.start()

    def _happened(self) -> None:
        if not self._gather.isActive():
            self._gather.start()


def _nearest(folder: Path) -> Path:
    return next((place for place in (folder, *folder.parents) if place.is_dir()), folder)


def _timer(parent: QObject, ms: int, signal: SignalInstance) -> QTimer:
    timer = QTimer(parent)
    timer.setInterval(ms)
    timer.timeout.connect(signal)
    return timer
