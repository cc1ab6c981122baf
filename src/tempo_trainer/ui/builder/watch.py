"""Watches the file that is open, so that what another program does to it is known at once."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

SETTLED_MS = 300  # editors write in several steps


class FileWatch(QObject):
    """Emits `touched` a moment after something has happened to the file, which may turn out to be nothing."""

    touched = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._timer.timeout.connect(self._settle)
        self._watcher.fileChanged.connect(self._timer.start)
        self._watcher.directoryChanged.connect(self._timer.start)

    def watch(self, path: Path | None) -> None:
        """From now on this file, and no other."""
        if path != self._path:
            if watched := self._watcher.files() + self._watcher.directories():
                self._watcher.removePaths(watched)
            self._path = path
        self._look()

    def _look(self) -> None:
        """A file that was replaced is another one: the folder tells of it, and it is watched anew."""
        if self._path is not None:
            wanted = {str(path) for path in (self._path, self._path.parent) if path.exists()}
            if missing := wanted - set(self._watcher.files() + self._watcher.directories()):
                self._watcher.addPaths(sorted(missing))

    def _settle(self) -> None:
        self._look()
        self.touched.emit()
