"""What is taken up in the builder: a new workout, a file, a copy of one, a draft; nothing that is open gets lost."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from tempo_trainer.files import Stamp, stamp_of
from tempo_trainer.ui.builder.document import Document
from tempo_trainer.ui.builder.drafts import Draft
from tempo_trainer.ui.builder.keeping import DraftKeeper
from tempo_trainer.ui.builder.reading import Opened, read_workout
from tempo_trainer.ui.builder.saving import Saving
from tempo_trainer.ui.builder.watch import FileWatch
from tempo_trainer.ui.errands import Errands, words
from tempo_trainer.ui.question import Question
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.problems import ProblemsError

Then = Callable[[], object]
FIRST = {"exercise": "romanian-deadlift", "sets": 3, "reps": 8}
LOSS = " No draft of them can be kept: closing the window again loses them."


def new_workout(*blocks: Mapping[str, Any]) -> Mapping[str, Any]:
    """Good from the beginning, so that it can be heard at once."""
    return {"format": 1, "name": "My workout", "blocks": list(blocks) or [FIRST]}


class Opening(QObject):
    """Emits `opened` when there is something else to show, `left` when the user has done with what there was.

    `touched` tells that something may have happened to the file.
    """

    opened = Signal()
    left = Signal()
    touched = Signal()

    def __init__(
        self,
        document: Document,
        names: Names,
        saving: Saving,
        keeper: DraftKeeper,
        errands: Errands,
        question: Question,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._names = names
        self._saving = saving
        self._keeper = keeper
        self._errands = errands
        self._question = question
        self._put_off = False
        self._seen: object = None  # of the file and of ours, when they were last compared
        self._watch = FileWatch(self)
        self._watch.touched.connect(self._look_at_disk)
        self._watch.touched.connect(self.touched)
        document.saved.connect(lambda: self._watch.watch(document.path))

    def set_names(self, names: Names) -> None:
        """Others may be named from now on."""
        self._names = names
        self._document.set_names(names)

    def new(self, *blocks: Mapping[str, Any]) -> None:
        """A workout of its own."""
        self.when_done(lambda: self._begin(Opened(new_workout(*blocks), None), None))

    def begin_with(self, block: Mapping[str, Any]) -> None:
        """A new workout of one block that the user has chosen, and may want to keep."""
        self._begin(Opened(new_workout(block), None), None, changed=True)

    def take_up(self, data: Mapping[str, Any]) -> None:
        """A whole workout that stands in no file yet."""
        self.when_done(lambda: self._begin(Opened(data, None), None, changed=True))

    def open(self, path: Path) -> None:
        """A workout of the user's."""
        if path == self._document.path and self._document.is_changed:
            self.opened.emit()  # it is being built
        else:
            self._read(path, lambda opened: self._begin(opened, path))

    def copy_of(self, path: Path) -> None:
        """A workout like another one, which stays as it is."""

        def begin(opened: Opened) -> None:
            data = {**opened.data, "name": f"{opened.data.get('name', path.stem)} (copy)"}
            self._begin(Opened(data, None), None)

        self._read(path, begin)

    def leave(self) -> None:
        """Ask what is to become of what is not saved, then tell `left`."""
        self.when_done(self.left.emit)

    def when_done(self, then: Then, *, loss: bool = False) -> None:
        """Go on once nothing can get lost: at once, or when the user has said what to do.

        `loss`: it is known that no draft can be kept.
        """
        self._saving.when_idle(lambda: self._ask_or_go_on(then, LOSS if loss else ""))

    def _ask_or_go_on(self, then: Then, more: str) -> None:
        document = self._document
        if not document.is_changed:
            then()
            return
        self._keeper.keep()
        name = document.data.get("name") or "The workout"
        self._question.ask(
            f"“{name}” has changes that are not saved.{more}",
            (
                ("Save", lambda: self._saving.save(lambda: self.when_done(then))),
                ("Discard the changes", lambda: self._saving.when_idle(lambda: self._discard(then))),
                ("Stay here", lambda: None),
            ),
        )

    def offer_draft(self) -> bool:
        """Ask about a draft that a crash has left behind; False if there is none."""
        draft = None if self._put_off else next(self._keeper.drafts.left_behind(), None)
        if draft is None:
            return False
        of = f", a change of {draft.path.name}," if draft.path else ""
        self._question.ask(
            f"“{draft.name}”{of} was not saved when the program ended the last time.",
            (
                ("Go on with it", lambda: self.when_done(lambda: self._take_draft(draft))),
                ("Discard it", lambda: self._discard_draft(draft)),
                ("Later", self._later),
            ),
        )
        return True

    def _later(self) -> None:
        self._put_off = True

    def _discard(self, then: Then) -> None:
        self._keeper.drop()
        document = self._document
        if document.kept:
            document.begin(document.kept, document.path, document.stamp)
        else:  # it was a draft from the beginning, or its file is gone
            document.begin(new_workout(), None, None)
        then()

    def _take_draft(self, draft: Draft) -> None:
        if self._keeper.take(draft):
            self._document.begin(draft.data, draft.path, draft.stamp, changed=True)
            self._seen = None
            self._watch.watch(draft.path)
            self.opened.emit()
            self._look_at_disk()

    def _discard_draft(self, draft: Draft) -> None:
        self._keeper.drafts.discard(draft)
        self.offer_draft()

    def _read(self, path: Path, then: Callable[[Opened], None]) -> None:
        """Take up a file; what is built while it is read does not get lost either."""
        data = self._document.data

        def failed(error: Exception) -> None:
            text = f"{path.name} cannot be opened here. {_why(error)}"
            called_for = self._document.data is data
            self._question.ask(text, (("Close", lambda: None),), called_for=called_for)

        def read(opened: Opened) -> None:
            self.when_done(lambda: then(opened))

        self.when_done(lambda: self._errands.run(lambda: read_workout(path, self._names), read, failed))

    def _begin(self, opened: Opened, path: Path | None, *, changed: bool = False) -> None:
        self._question.close_question()
        self._seen = None
        self._document.begin(opened.data, path, opened.stamp, changed=changed)
        self._watch.watch(path)
        self.opened.emit()

    def _look_at_disk(self) -> None:
        path = self._document.path
        if path is None:
            return

        def compare(stamp: Stamp | None) -> None:
            self._compare(path, stamp)

        self._errands.run(lambda: stamp_of(path), self._document.while_open(compare), lambda _: None)

    def _compare(self, path: Path, stamp: Stamp | None) -> None:
        """Take over what another program wrote, or ask where that would lose something."""
        document = self._document
        if path != document.path:
            return
        if self._saving.is_busy:
            self._saving.when_idle(self._look_at_disk)
            return
        document.set_gone(gone=stamp is None)
        seen, self._seen = self._seen, (path, stamp, document.stamp)
        if stamp == document.stamp or self._seen == seen:  # all is well, or the user has put it off
            return
        if document.is_changed or stamp is None:
            self._saving.ask_about_change()
        else:
            self._saving.take_theirs()


def _why(error: Exception) -> str:
    if not isinstance(error, ProblemsError):
        return words(error)
    first = error.problems[0]
    return f"Line {first.line}: {first.message}."
