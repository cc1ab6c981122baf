"""Where the form of the chosen block stands, and how it is made."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from tempo_trainer.ui.builder.document import Document
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.themes import Theme
from tempo_trainer.ui.widgets import column
from tempo_trainer.workout.edits import at
from tempo_trainer.workout.strict_yaml import Path

MakeForm = Callable[[Document, Path], QWidget]


class FormRoom(QFrame):
    """A card with one form at a time. Emits `go_wanted` with a path if the form leads to another one."""

    go_wanted = Signal(object)

    def __init__(self, document: Document, make_form: MakeForm) -> None:
        super().__init__()
        self.setObjectName("card")
        self.path: Path = ()
        self._document = document
        self._make = make_form
        self._kind: object = None
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column(self, (2 * SPACE, 2 * SPACE, SPACE, 2 * SPACE)).addWidget(self._scroll)

    @property
    def form(self) -> QWidget | None:
        """What is shown."""
        return self._scroll.widget()

    def show_path(self, path: Path) -> None:
        """Show the form of a block, or of the workout."""
        kind = _kind(self._document, path)
        if self.form is not None and (path, kind) == (self.path, self._kind):
            return  # it follows the document by itself, and keeps the cursor
        self.path, self._kind = path, kind
        focused = self.window().focusWidget()
        was_inside = focused is not None and self.isAncestorOf(focused)
        if old := self._scroll.takeWidget():
            old.hide()
            old.deleteLater()  # not at once: it may be the one that has asked for another
        form = self._make(self._document, path)
        if hasattr(form, "go_wanted"):
            form.go_wanted.connect(self.go_wanted)
        self._scroll.setWidget(form)
        if was_inside:  # a button of the old form led here: the keys go on in the new one
            self.enter()

    def begin(self) -> None:
        """Whatever is shown belongs to another workout."""
        self._kind = None

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        form: Any = self._scroll.widget()
        if hasattr(form, "set_theme"):
            form.set_theme(theme)

    def set_steps_only(self, *, steps_only: bool) -> None:
        """Reduced motion."""
        form: Any = self.form
        if hasattr(form, "set_steps_only"):
            form.set_steps_only(steps_only=steps_only)

    def last_control(self) -> QWidget:
        """Where Tab leaves the form."""
        last = form = self.form or self
        following = last.nextInFocusChain()
        while following and form.isAncestorOf(following):
            last, following = following, following.nextInFocusChain()
        return last

    def enter(self, place: Path | None = None) -> None:
        """Give the form the focus: where something is wrong, or its first field."""
        form: Any = self._scroll.widget()
        if place is not None and hasattr(form, "enter") and form.enter(place):
            return
        if form is not None:
            form.setFocus(Qt.FocusReason.OtherFocusReason)
            if not form.isAncestorOf(form.window().focusWidget() or form):
                form.focusNextChild()


def _kind(document: Document, path: Path) -> str:
    """What kind of form the place wants."""
    said = at(document.data, path)
    kinds = ("exercise", "circuit", "rest") if path[:1] == ("blocks",) and isinstance(said, Mapping) else ()
    return next((kind for kind in kinds if kind in said), str(path[:1]))
