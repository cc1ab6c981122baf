"""Effort, pain and note of a session, changed in place and kept as soon as they are."""

from collections.abc import Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from tempo_trainer.history.ratings import RATINGS, advice_for, effort_in_words
from tempo_trainer.history.records import Session
from tempo_trainer.ui.fields import Combo, LongTextField, combo
from tempo_trainer.ui.history.past import Rating, rating_of
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import label

NOT_SAID = "–"
TYPING_MS = 500  # of rest after which what was typed is kept


class RatingForm(QWidget):
    """Emits `rated` with the id of the session and its `Rating`."""

    rated = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self._id = 0
        self._kept = Rating(None, None, "")
        self.effort = combo("Effort", _offers({number: f"{number}, {effort_in_words(number)}" for number in RATINGS}))
        self.pain = combo("Pain", _offers({0: "0, none", RATINGS[-1]: f"{RATINGS[-1]}, the worst"}))
        self.light = label("quiet")
        self.note = LongTextField("Note", "How was it? What should next time be different?")
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self.keep)
        self.effort.picked.connect(lambda _: self.keep())
        self.pain.picked.connect(lambda _: self.keep())
        self.note.edited.connect(lambda _: self._typing.start())
        self._arrange()

    def show_session(self, session: Session) -> None:
        """Show another session, or the same with what is known of it by now; what is being typed stays."""
        if session.id == self._id and self._typing.isActive():
            return
        self.keep()
        self._id, self._kept = session.id, rating_of(session)
        self.effort.choose(_key(session.effort))
        self.pain.choose(_key(session.pain))
        self.note.set_text(session.note)
        self._show_light()

    def keep(self) -> None:
        """Tell at once what was changed."""
        self._typing.stop()
        said = Rating(_number(self.effort), _number(self.pain), self.note.text())
        if self._id and said != self._kept:
            self._kept = said
            self._show_light()
            self.rated.emit(self._id, said)

    def set_changeable(self, *, changeable: bool) -> None:
        """While another window runs a session nothing can be changed."""
        for field in (self.effort, self.pain):
            field.setEnabled(changeable)
        self.note.setReadOnly(not changeable)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  Qt's name
        """Who leaves the screen has typed to the end."""
        super().hideEvent(event)
        self.keep()

    def _show_light(self) -> None:
        pain = _number(self.pain)
        self.light.setText("" if pain is None else advice_for(pain))
        self.light.setVisible(pain is not None)

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * SPACE)
        grid.setVerticalSpacing(SPACE)
        for at, (text, field) in enumerate((("Effort", self.effort), ("Pain", self.pain))):
            name = label("field", text)
            name.setBuddy(field)
            grid.addWidget(name, 0, at)
            grid.addWidget(field, 1, at)
            grid.setColumnStretch(at, 1)
        grid.addWidget(self.light, 2, 0, 1, 2)
        grid.addWidget(label("field", "Note"), 3, 0, 1, 2)
        grid.addWidget(self.note, 4, 0, 1, 2)


def _offers(words: Mapping[int, str]) -> Mapping[str, str]:
    numbers = {_key(number): words.get(number, str(number)) for number in RATINGS}
    return {_key(None): NOT_SAID, **numbers}


def _key(number: int | None) -> str:
    return NOT_SAID if number is None else str(number)


def _number(field: Combo) -> int | None:
    return int(field.chosen()) if field.chosen() not in {"", NOT_SAID} else None
