"""Saving: only what is valid, never over what somebody else wrote without asking, and nothing lost when it fails."""

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from tempo_trainer.files import ChangedError, Stamp
from tempo_trainer.ui.builder.document import Data, Document
from tempo_trainer.ui.builder.keeping import DraftKeeper
from tempo_trainer.ui.builder.reading import Opened, read_workout
from tempo_trainer.ui.builder.writing import CommentsError, RefusedError, Target, write
from tempo_trainer.ui.errands import Errands, words
from tempo_trainer.ui.question import Question
from tempo_trainer.workout.model import Workout
from tempo_trainer.workout.problems import ProblemsError
from tempo_trainer.workout.validation import Finding

Then = Callable[[], object]


class Saving(QObject):
    """Emits `saved` with the path, and `refused` when something is wrong with the workout."""

    saved = Signal(object)
    refused = Signal()

    def __init__(
        self,
        document: Document,
        errands: Errands,
        question: Question,
        keeper: DraftKeeper,
        folder: Path,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._errands = errands
        self._question = question
        self._keeper = keeper
        self._folder = folder
        self._busy = False
        self._waiting: deque[Then] = deque()  # until nothing is being written

    @property
    def is_busy(self) -> bool:
        """Whether a file is being written just now."""
        return self._busy

    def save(self, then: Then = lambda: None) -> None:
        """Save, ask what has to be asked, and go on with `then` once it is on disk; one save after the other."""
        self.when_idle(self._document.while_open(lambda: self._save(then)))

    def _save(self, then: Then) -> None:
        document = self._document
        document.settle()
        if document.workout is None:
            self.refused.emit()
        elif document.path and not document.is_changed:
            then()
        else:
            self._write(document.workout, Target(document.path, document.stamp), then)

    def when_idle(self, do: Then) -> None:
        """At once, or as soon as nothing is being written: by then it is known what is on disk."""
        self._waiting.append(do)
        self._go_on()

    def _go_on(self) -> None:
        while self._waiting and not self._busy:
            self._waiting.popleft()()

    def save_copy(self, then: Then = lambda: None) -> None:
        """Save under another name; what is open from now on is the copy."""
        self._save_to(Target(None, None), then)

    def _write(self, workout: Workout, target: Target, then: Then) -> None:
        self._busy = True
        self._keeper.keep()  # it is there by the time the save has failed
        data, names = self._document.data, self._document.names

        def keep(result: tuple[Path, Stamp]) -> None:
            self._document.keep(data, *result)
            then()

        def ask(error: Exception) -> None:
            called_for = self._document.data is data  # the focus goes there only if nobody has typed since
            if isinstance(error, RefusedError):
                self._refuse(error.finding, data)
            elif isinstance(error, CommentsError):
                self._ask_about_comments(error, target, then, called_for=called_for)
            else:
                self._ask_what_now(error, then, called_for=called_for)

        keep_if_open, ask_if_open = self._document.while_open(keep), self._document.while_open(ask)

        def written(result: tuple[Path, Stamp]) -> None:
            self._busy = False
            self.saved.emit(result[0])
            keep_if_open(result)
            self._go_on()

        def failed(error: Exception) -> None:
            self._busy = False
            ask_if_open(error)
            self._go_on()

        self._errands.run(lambda: write(workout, names, target, self._folder), written, failed)

    def _refuse(self, finding: Finding, data: Data) -> None:
        if self._document.data is data:  # or it may have been mended
            self._document.refuse(finding)
            self.refused.emit()

    def _ask_about_comments(self, error: CommentsError, target: Target, then: Then, *, called_for: bool) -> None:
        again = replace(target, comments_may_go=True)
        agree = ("Save without comments", lambda: self._save_to(again, then))
        self._question.ask(str(error), (agree, _nothing("Do not save")), called_for=called_for)

    def _ask_what_now(self, error: Exception, then: Then, *, called_for: bool) -> None:
        name = self._document.path.name if self._document.path else "The workout"
        if isinstance(error, ChangedError) and self._document.path:
            self.ask_about_change(then, called_for=called_for)
        else:
            kept = "is kept as a draft" if self._keeper.is_kept else "is still here"
            text = f"{name} was not saved; what you have built {kept}. {words(error)}"
            copy = ("Save a copy", lambda: self.save_copy(then))
            again = ("Try again", lambda: self.save(then))
            offers = (again, copy) if self._document.path else (again,)
            self._question.ask(text, (*offers, _nothing("Close")), called_for=called_for)

    def ask_about_change(self, then: Then = lambda: None, *, called_for: bool = False) -> None:
        """Somebody else has changed, or removed, the file that is open."""
        path = self._document.path
        if path is None:
            return
        if path.exists():
            text = f"{path.name} was changed by another program since it was opened here. Which one is to be kept?"
            self._question.ask(
                text,
                (
                    ("Both: mine as a copy", lambda: self.save_copy(then)),
                    ("Theirs", lambda: self.take_theirs(then)),
                    ("Mine, over theirs", lambda: self._save_to(Target(path, None, over=True), then)),
                    _nothing("Decide later"),
                ),
                called_for=called_for,
            )
        else:
            text = f"{path.name} is not there any more: it was moved, renamed or deleted by another program."
            again = ("Save it again", lambda: self._save_to(Target(path, None), then))
            self._question.ask(text, (again, _nothing("Decide later")), called_for=called_for)

    def take_theirs(self, then: Then = lambda: None) -> None:
        """What is on disk; undo brings back mine."""
        document = self._document
        path, data = document.path, document.data
        if path is None:
            return

        def read(opened: Opened) -> None:
            if document.data is not data:  # there is something to lose by now
                self.ask_about_change(then)
                return
            document.edit("taking over the file on disk", opened.data)
            document.keep(opened.data, path, opened.stamp)
            then()

        self._errands.run(
            lambda: read_workout(path, document.names),
            document.while_open(read),
            document.while_open(self._tell_unreadable),
        )

    def _save_to(self, target: Target, then: Then) -> None:
        self.when_idle(self._document.while_open(lambda: self._write_to(target, then)))

    def _write_to(self, target: Target, then: Then) -> None:
        if self._document.workout is None:
            self.refused.emit()
            text = "Yours was not saved, as there is a problem in it. Mend it, then save again."
            self._question.ask(text, (_nothing("Close"),), called_for=False)  # the focus is where the problem is
        else:
            self._write(self._document.workout, target, then)

    def _tell_unreadable(self, error: Exception) -> None:
        why = f"It has problems: {error}" if isinstance(error, ProblemsError) else words(error)
        self._question.ask(f"The file on disk cannot be taken over. {why}", (_nothing("Close"),), called_for=False)


def _nothing(text: str) -> tuple[str, Then]:
    return text, lambda: None
