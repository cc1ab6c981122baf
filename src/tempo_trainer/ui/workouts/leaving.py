"""What is asked when the window is to be closed while a sound file is being written."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from tempo_trainer.ui.question import Question
from tempo_trainer.ui.workouts.exporting import Exports

ASKED = "The sound file is not finished. Closing now would throw it away."


class Leaving(QObject):
    """Closes the window when all is written, or stops the writing, or neither."""

    def __init__(self, exports: Exports, question: Question, parent: QObject) -> None:
        super().__init__(parent)
        self._exports = exports
        self._question = question
        self._then: Callable[[], object] | None = None  # wanted as soon as all is written
        exports.finished.connect(self._finished)

    def ask(self, then: Callable[[], object]) -> bool:
        """Ask before an export is lost; false if there is none, or if the question was answered by closing again."""
        if not self._exports.is_busy or self._question.text:
            return False
        self._question.ask(
            ASKED,
            (
                ("Close when it is finished", lambda: self._wait(then)),
                ("Stop it and close", lambda: self._stop(then)),
                ("Do not close", self._stay),
            ),
        )
        return True

    def _wait(self, then: Callable[[], object]) -> None:
        self._then = then

    def _stop(self, then: Callable[[], object]) -> None:
        self._exports.close()
        then()

    def _stay(self) -> None:
        self._then = None

    def _finished(self, all_written: bool) -> None:
        """There is nothing to ask any more. Why one was not written has to be seen: the window stays."""
        then, self._then = self._then, None
        self._question.close_question()
        if then and all_written:
            then()
