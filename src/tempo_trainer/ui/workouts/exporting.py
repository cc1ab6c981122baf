"""Sound files, written one after the other: a strip tells how far the first one is and how many are to follow."""

from collections import deque
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from tempo_trainer.ui.strip import Strip
from tempo_trainer.ui.workouts.recording import Recording


class Exports(QObject):
    """`failed` says why one was not written; `finished`, when none is left, whether all were."""

    failed = Signal(str)
    finished = Signal(bool)

    def __init__(self, strip: Strip, open_folder: Callable[[Path], None], parent: QObject) -> None:
        super().__init__(parent)
        self._strip = strip
        self._open_folder = open_folder
        self._now: Recording | None = None
        self._waiting: deque[Recording] = deque()
        self._written: list[Path] = []
        self._all_written = True
        if application := QCoreApplication.instance():
            application.aboutToQuit.connect(self.close)

    @property
    def is_busy(self) -> bool:
        """Whether one is being written, or waits to be."""
        return bool(self._waiting) or (self._now is not None and not self._now.is_called_off)

    def add(self, recording: Recording) -> None:
        """Write this one after those before it."""
        self._waiting.append(recording)
        if self._now is None:
            self._written.clear()
            self._all_written = True
            self._start_next()
        else:
            self._strip.say(self._text(self._now))

    def close(self) -> None:
        """Stop, and wait until nothing is left of it."""
        self._waiting.clear()
        if self._now:
            self._now.close()

    def _start_next(self) -> None:
        recording = self._now = self._waiting.popleft()
        recording.progress.connect(self._strip.progress)
        recording.ended.connect(lambda failure: self._ended(recording, failure))
        self._strip.follow(self._text(recording), recording.call_off)
        recording.start()

    def _ended(self, recording: Recording, failure: str) -> None:
        self._now = None
        recording.deleteLater()
        if failure:
            self.failed.emit(failure)
        if failure or recording.is_called_off:
            self._all_written = False
        else:
            self._written.append(recording.to)
        if self._waiting:
            self._start_next()
        else:
            self._tell()
            self.finished.emit(self._all_written)

    def _text(self, recording: Recording) -> str:
        more = f", then {len(self._waiting)} more" if self._waiting else ""
        return f"Writing {recording.to.name}{more}"

    def _tell(self) -> None:
        """Where they are."""
        self._strip.hide()
        if self._written:
            *_, last = self._written
            text = f"The sound is {last}"
            if len(self._written) > 1:
                text = f"The sounds are written: {', '.join(path.name for path in self._written)}"
            self._strip.offer(text, "Open folder", lambda: self._open_folder(last.parent))
