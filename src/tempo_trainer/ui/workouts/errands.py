"""Does what may take a while away from the window's thread, one thing after the other, and tells of the outcome."""

import logging
from collections import deque
from collections.abc import Callable
from threading import Lock, Thread
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from tempo_trainer.ui.workouts.deeds import DeedError

Outcome = TypeVar("Outcome")
Errand = tuple[Callable[[], object], Callable[[object], None]]

log = logging.getLogger(__name__)


class Errands(QObject):
    """`failed` tells in a sentence what could not be done."""

    failed = Signal(str)
    _done = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: deque[Errand] = deque()
        self._lock = Lock()
        self._working = False
        self._done.connect(lambda told: told())

    def run(self, do: Callable[[], Outcome], done: Callable[[Outcome], None]) -> None:
        """Do this in a thread, then tell its outcome to `done` in the window's."""
        with self._lock:
            self._waiting.append((do, done))  # type: ignore[arg-type]  # what one gives is what the other takes
            if not self._working:
                self._working = True
                Thread(target=self._work, name="errands", daemon=True).start()

    def _work(self) -> None:
        while errand := self._next():
            do, done = errand
            try:
                outcome = do()
            except DeedError as error:
                self.failed.emit(str(error))
            except Exception:
                log.exception("An errand went wrong")
                self.failed.emit("That did not work. The log says more about it.")
            else:
                self._done.emit(lambda done=done, outcome=outcome: done(outcome))

    def _next(self) -> Errand | None:
        """What is to be done next; with nothing left the thread ends, so that it holds on to nothing."""
        with self._lock:
            if self._waiting:
                return self._waiting.popleft()
            self._working = False
            return None
