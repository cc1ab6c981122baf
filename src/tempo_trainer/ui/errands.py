"""Does what may take a while away from the window's thread, one thing after the other, and tells of the outcome."""

import logging
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from threading import Lock, Thread
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

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: deque[Task] = deque()
        self._lock = Lock()
        self._working = False
        self._told.connect(lambda tell: tell())

    def run(
        self,
        do: Callable[[], Outcome],
        done: Callable[[Outcome], object],
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Do this in the thread, then tell its outcome to `done`, or why there is none to `failed`, whatever it was."""
        with self._lock:
            self._waiting.append(lambda: self._outcome(do, done, failed or self._tell))
            if not self._working:
                self._working = True
                Thread(target=self._work, name="errands", daemon=True).start()

    def _work(self) -> None:
        while task := self._next():
            tell = task()
            with suppress(RuntimeError):  # the window may have been closed meanwhile
                self._told.emit(tell)

    def _next(self) -> Task | None:
        """What is to be done next; with nothing left the thread ends, so that it holds on to nothing."""
        with self._lock:
            if self._waiting:
                return self._waiting.popleft()
            self._working = False
            return None

    def _outcome(
        self, do: Callable[[], Outcome], done: Callable[[Outcome], object], failed: Callable[[Exception], object]
    ) -> Callable[[], None]:
        try:
            outcome = do()
        except WORLD as error:
            return _bound(failed, error)
        except Exception as error:
            log.exception("An errand went wrong")
            return _bound(failed, error)
        return _bound(done, outcome)

    def _tell(self, error: Exception) -> None:
        self.failed.emit(words(error))


def words(error: Exception) -> str:
    """What the world had against it, or that it was our own fault, as a sentence."""
    if not isinstance(error, WORLD):
        return FAULT.format("the log")
    if isinstance(error, ProblemsError):
        return str(error.problems[0])
    return reason(error) if isinstance(error, OSError) else str(error)


def _bound(call: Callable[[Outcome], object], value: Outcome) -> Callable[[], None]:
    def tell() -> None:
        call(value)

    return tell
