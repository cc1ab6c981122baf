"""Does what may take a while away from the window's thread, one thing after the other, and tells of the outcome."""

import logging
from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
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

    def __init__(self) -> None:
        super().__init__()
        self._waiting: SimpleQueue[Errand] = SimpleQueue()
        self._thread = Thread(target=self._work, name="errands", daemon=True)
        self._done.connect(lambda told: told())

    def run(self, do: Callable[[], Outcome], done: Callable[[Outcome], None]) -> None:
        """Do this in the thread, then tell its outcome to `done` in the window's."""
        self._waiting.put((do, done))  # type: ignore[arg-type]  # what one gives is what the other takes
        if self._thread.ident is None:
            self._thread.start()

    def _work(self) -> None:
        while True:
            do, done = self._waiting.get()
            try:
                outcome = do()
            except DeedError as error:
                self.failed.emit(str(error))
            except Exception:
                log.exception("An errand went wrong")
                self.failed.emit("That did not work. The log says more about it.")
            else:
                self._done.emit(lambda done=done, outcome=outcome: done(outcome))
