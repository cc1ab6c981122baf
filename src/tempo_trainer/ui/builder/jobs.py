"""What may take a while, as disks do: done in a thread of the pool, answered in the window's thread."""

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal

from tempo_trainer.workout.problems import ProblemsError

Result = TypeVar("Result")


class Jobs(QObject):
    """`then` hears of what was done, `failed` of a disk that would not and of a file that is not right."""

    _answered = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._answered.connect(self._answer)

    def start(
        self, work: Callable[[], Result], then: Callable[[Result], None], failed: Callable[[Exception], None]
    ) -> None:
        """Do it."""
        QThreadPool.globalInstance().start(lambda: self._work(work, then, failed))

    def _work(
        self, work: Callable[[], Result], then: Callable[[Result], None], failed: Callable[[Exception], None]
    ) -> None:
        answer: Callable[[], None]
        try:
            result = work()
        except (OSError, ValueError, ProblemsError) as error:
            answer = _bound(failed, error)
        else:
            answer = _bound(then, result)
        with suppress(RuntimeError):  # the window may have been closed meanwhile
            self._answered.emit(answer)

    def _answer(self, answer: Callable[[], None]) -> None:
        answer()


def _bound(call: Callable[[Result], None], value: Result) -> Callable[[], None]:
    return lambda: call(value)
