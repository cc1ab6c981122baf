"""Where the form of the chosen block stands, and how it is made."""

from collections.abc import Mapping
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from shiboken6 import isValid

from tempo_trainer.ui.builder.document import Document
from tempo_trainer.ui.builder.forms import Forms
from tempo_trainer.ui.builder.forms.base import Form
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.themes import Theme
from tempo_trainer.ui.widgets import column
from tempo_trainer.workout.edits import at
from tempo_trainer.workout.strict_yaml import Path


class FormRoom(QFrame):
    """A card with one form at a time. Emits `go_wanted` with a path if the form leads to another one."""

    go_wanted = Signal(object)

    def __init__(self, document: Document, forms: Forms) -> None:
        super().__init__()
        self.setObjectName("card")
        self.path: Path = ()
        self._document = document
        self._forms = forms
        self._kind: object = None
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column(self, (2 * SPACE, 2 * SPACE, SPACE, 2 * SPACE)).addWidget(self._scroll)

    @property
    def form(self) -> Form | None:
        """What is shown."""
        return cast("Form | None", self._scroll.widget())

    def show_path(self, path: Path) -> None:
        """Show the form of a block, or of the workout."""
        kind = _kind(self._document, path)
        if self.form is not None and (path, kind) == (self.path, self._kind):
            return  # it follows the document by itself, and keeps the cursor
        self.path, self._kind = path, kind
        focused = self.window().focusWidget()
        was_inside = focused is not None and self.isAncestorOf(focused)
        if self.form:
            self.form.retire()
        if old := self._scroll.takeWidget():
            old.hide()
            old.deleteLater()  # not at once: it may be the one that has asked for another
        form = self._forms.make(self._document, path)
        form.go_wanted.connect(self.go_wanted)
        self._scroll.setWidget(form)
        if was_inside:  # a button of the old form led here: the keys go on in the new one
            self.enter()

    def begin(self) -> None:
        """Whatever is shown belongs to another workout."""
        self._kind = None

    def set_theme(self, theme: Theme) -> None:
        """Take other colours, also in the forms that come."""
        self._forms.set_theme(theme)
        if self.form:
            self.form.set_theme(theme)

    def set_steps_only(self, *, steps_only: bool) -> None:
        """Reduced motion, also in the forms that come."""
        self._forms.set_steps_only(steps_only=steps_only)
        if self.form:
            self.form.set_steps_only(steps_only=steps_only)

    def last_control(self) -> QWidget:
        """Where Tab leaves the form; hidden fields, and those that a field is made of, stand in the chain as well."""
        form = self.form
        last: QWidget = self
        following = form.nextInFocusChain() if form else None
        while form and following and following is not form:
            if form.isAncestorOf(following) and following.focusPolicy() & Qt.FocusPolicy.TabFocus:
                last = following
            following = following.nextInFocusChain()
        return last

    def enter_again(self, field: QWidget) -> None:
        """Give the focus back to a field; where it led to another form, to the first of that."""
        if isValid(field) and self.isAncestorOf(field):
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.enter()

    def enter(self, place: Path | None = None) -> None:
        """Give the form the focus: where something is wrong, or its first field."""
        form = self.form
        if form and not (place is not None and form.enter(place)):
            form.enter_first()


def _kind(document: Document, path: Path) -> str:
    """What kind of form the place wants."""
    said = at(document.data, path)
    kinds = ("exercise", "circuit", "rest") if path[:1] == ("blocks",) and isinstance(said, Mapping) else ()
    return next((kind for kind in kinds if kind in said), str(path[:1]))
