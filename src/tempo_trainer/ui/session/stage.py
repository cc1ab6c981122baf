"""The stage: paints one moment of the session. It is told what to show and knows nothing else."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tempo_trainer.session.moment import Moment
from tempo_trainer.ui.figure.figures import Figures
from tempo_trainer.ui.session.painting import paint
from tempo_trainer.ui.session.ribbon import Ribbon
from tempo_trainer.ui.session.sight import Frame, Sight, changed, sight_of
from tempo_trainer.ui.themes import Theme

SAID_MS = 2000

LOWEST = 200  # what is below cannot be read


class Stage(QWidget):
    """Asks for the moment when it paints, so that no frame is older than its painting; then calls `painted` with it."""

    def __init__(self, theme: Theme, figures: Figures, painted: Callable[[Moment], None]) -> None:
        super().__init__()
        self._theme = theme
        self._figures = figures
        self._ribbon = Ribbon()
        self._painted = painted
        self._look: Callable[[], Moment] | None = None
        self.seen: Sight | None = None  # what was painted last
        self.said = ""
        self.muted = False
        self._hush = QTimer(self)
        self._hush.setSingleShot(True)
        self._hush.timeout.connect(lambda: self.say(""))
        self.steps_only = False  # reduced motion: what would glide moves once a second
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, LOWEST)
        self.setAccessibleName("Session")

    def follow(self, look: Callable[[], Moment]) -> None:
        """Paint what this tells, whenever a frame is due."""
        self._look = look
        self.seen = None
        self.said = ""
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        self._theme = theme
        self.update()

    def say(self, text: str) -> None:
        """Show a few words for a moment."""
        self.said = text
        if text:
            self._hush.start(SAID_MS)
        self.refresh()

    def refresh(self) -> None:
        """Ask for the parts to be painted that have changed since the last frame."""
        if self._look:
            self.update(changed(self.seen, self._sight(self._look()), self.rect(), self._figures))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """Qt wants a part of the widget painted."""
        if self._look is None:
            return
        moment = self._look()
        sight = self._sight(moment)
        missed = changed(self.seen, sight, self.rect(), self._figures).subtracted(event.region())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint(painter, event.region(), sight, self._theme, self._figures, self._ribbon)
        self.seen = sight
        if not missed.isEmpty():
            self.update(missed)
        self._painted(moment)

    def _sight(self, moment: Moment) -> Sight:
        frame = Frame(self.size(), self.window().height(), self.said, self.muted, self.steps_only)
        return sight_of(moment, frame, self.seen)
