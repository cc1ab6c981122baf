"""Does what may take a while away from the window's thread, one thing after the other, and tells of the outcome."""

import logging
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from tempo_trainer.faults import FAULT
from tempo_trainer.files import reason
from tempo_trainer.workout.problems import ProblemsError

Outcome = TypeVar("Outcome")
Task = Callable[[], Callable[[], None]]

log = logging.getLogger(__name__)


class DeedError(Exception):
    """Why something could not be done, and what to do, in words for the window."""


WORLD = (OSError, ValueError, ProblemsError, DeedError)
"""The world's faults: they are told, not logged."""


class Errands(QObject):
    """`failed` tells in a sentence what could not be done, where nobody else wants to hear of it."""

    failed = Signal(str)
    _told = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: SimpleQueue[Task] = SimpleQueue()
        self._thread = Thread(target=self._work, name="errands", daemon=True)
        self._told.connect(lambda tell: tell())

    def run(
        self,
        do: Callable[[], Outcome],
        done: Callable[[Outcome], object],
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Do this in the thread, then tell its outcome to `done`, or what the world had against it to `failed`."""
        self._waiting.put(lambda: self._outcome(do, done, failed or self._tell))
        if self._thread.ident is None:
            self._thread.start()

    def _work(self) -> None:
        while True:
            tell = self._waiting.get()()
            with suppress(RuntimeError):  # the window may have been closed meanwhile
                self._told.emit(tell)

    def _outcome(
        self, do: Callable[[], Outcome], done: Callable[[Outcome], object], failed: Callable[[Exception], object]
    ) -> Callable[[], None]:
        try:
            outcome = do()
        except WORLD as error:
            return _bound(failed, error)
        except Exception:
            log.exception("An errand went wrong")
            return _bound(self.failed.emit, FAULT.format("the log"))
        return _bound(done, outcome)

    def _tell(self, error: Exception) -> None:
        self.failed.emit(words(error))


def words(error: Exception) -> str:
    """What the world had against it, as a sentence."""
    if isinstance(error, ProblemsError):
        return str(error.problems[0])
    return reason(error) if isinstance(error, OSError) else str(error)


def _bound(call: Callable[[Outcome], object], value: Outcome) -> Callable[[], None]:
    def tell() -> None:
        call(value)

    return tell
