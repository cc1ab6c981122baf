"""Effort, pain and note of a session, changed in place and kept as soon as they are."""

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tempo_trainer.history.ratings import LIGHTS, RATINGS, effort_in_words, light_of
from tempo_trainer.history.records import Session
from tempo_trainer.ui.fields import Combo, LongTextField, combo
from tempo_trainer.ui.history.past import Rating, rating_of
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.themes import Theme
from tempo_trainer.ui.widgets import column, label

NOT_SAID = "–"
BROAD = 400
TYPING_MS = 500  # of rest after which what was typed is kept


class RatingForm(QWidget):
    """Emits `rated` with the id of the session and its `Rating`."""

    rated = Signal(int, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._id = 0
        self._kept = Rating(None, None, "")
        self.effort = combo("Effort", _offers({number: f"{number}, {effort_in_words(number)}" for number in RATINGS}))
        self.pain = combo("Pain", _offers({0: "0, none", RATINGS[-1]: f"{RATINGS[-1]}, the worst"}))
        self.light = label(text_format=Qt.TextFormat.RichText)
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
        for field in (self.effort, self.pain, self.note):
            field.setEnabled(changeable)

    def set_theme(self, theme: Theme) -> None:
        """The lights have other colours."""
        self._theme = theme
        self._show_light()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  Qt's name
        """Who leaves the screen has typed to the end."""
        super().hideEvent(event)
        self.keep()

    def _show_light(self) -> None:
        pain = _number(self.pain)
        self.light.setText("" if pain is None else _advice(pain, self._theme))
        self.pain.setAccessibleDescription("" if pain is None else LIGHTS[light_of(pain)].text)
        self.light.setVisible(pain is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Effort and pain beside each other where there is room."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        self._figures.setDirection(directions.LeftToRight if event.size().width() >= BROAD else directions.TopToBottom)

    def _arrange(self) -> None:
        rows = column(self, spacing=SPACE)
        self._figures = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._figures.setSpacing(2 * SPACE)
        for text, field in (("Effort", self.effort), ("Pain", self.pain)):
            self._figures.addLayout(_below(text, field), 1)
        rows.addLayout(self._figures)
        rows.addWidget(self.light)
        rows.addSpacing(SPACE)
        rows.addLayout(_below("Note", self.note))


def _advice(pain: int, theme: Theme) -> str:
    """What the traffic light says, its sign in its colour."""
    light = light_of(pain)
    advice = LIGHTS[light]
    return f"<span style='color: {theme.lights[light]}'>{advice.sign}</span>&nbsp; {escape(advice.text)}"


def _below(text: str, field: QWidget) -> QVBoxLayout:
    """A field below its name."""
    rows = QVBoxLayout()
    rows.setSpacing(SPACE // 2)
    name = label("field", text)
    name.setBuddy(field)
    rows.addWidget(name)
    rows.addWidget(field)
    return rows


def _offers(words: Mapping[int, str]) -> Mapping[str, str]:
    numbers = {_key(number): words.get(number, str(number)) for number in RATINGS}
    return {_key(None): NOT_SAID, **numbers}


def _key(number: int | None) -> str:
    return NOT_SAID if number is None else str(number)


def _number(field: Combo) -> int | None:
    return int(field.chosen()) if field.chosen() not in {"", NOT_SAID} else None
