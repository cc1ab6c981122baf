"""Reads the history away from the window's thread, again whenever it has changed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from tempo_trainer.history.records import Session
from tempo_trainer.ui.errands import Errands, words


class Reading(QObject):
    """`arrived` brings the sessions; `failed` says why there are none."""

    arrived = Signal(object)
    failed = Signal(str)

    def __init__(self, read: Callable[[], Sequence[Session]], parent: QObject) -> None:
        super().__init__(parent)
        self._read = read
        self._errands = Errands(self)
        self._is_stale = True
        self._is_busy = False

    def outdate(self) -> None:
        """What was read is not true any more."""
        self._is_stale = True

    def catch_up(self) -> bool:
        """Read what has changed; whether there is news to come.

        One reading at a time: what changes meanwhile is read by another.
        """
        if self._is_stale and not self._is_busy:
            self._is_busy, self._is_stale = True, False
            self._errands.run(self._read, self._arrived, self._failed)
        return self._is_busy

    def _arrived(self, sessions: Sequence[Session]) -> None:
        self._is_busy = False
        self.arrived.emit(sessions)
        self.catch_up()

    def _failed(self, error: Exception) -> None:
        self._is_busy = False
        self._is_stale = True  # so that it is tried again when the screen is shown again
        self.failed.emit(words(error))
