"""Thinks about what could come next after the chosen session, as soon as it has been chosen for a moment."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from tempo_trainer.history.advice import Suggestion
from tempo_trainer.history.records import Session
from tempo_trainer.ui.errands import Errands

SETTLE_MS = 150


class Thinking(QObject):
    """`thought` brings a suggestion or None; `failed` says why it could not be thought about."""

    thought = Signal(object)
    failed = Signal(str)

    def __init__(self, advise: Callable[[Sequence[Session], Session], Suggestion | None], parent: QObject) -> None:
        super().__init__(parent)
        self._advise = advise
        self._about: tuple[Sequence[Session], Session] | None = None
        self._errands = Errands(self)
        self._errands.failed.connect(self.failed)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self._think)

    def about(self, sessions: Sequence[Session], last: Session) -> None:
        """All sessions, the oldest first, and the one after which something may come."""
        self._about = sessions, last
        self._timer.start()

    def stop(self) -> None:
        """Of nothing any more."""
        self._about = None
        self._timer.stop()

    def _think(self) -> None:
        about = self._about
        if about is None:
            return

        def tell(suggestion: Suggestion | None) -> None:
            if self._about is about:  # else something else was chosen meanwhile
                self.thought.emit(suggestion)

        self._errands.run(lambda: self._advise(*about), tell)
