"""The strip of weeks: a calendar in which a day can be chosen, back to the first session."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from tempo_trainer.ui.history.days import NOTHING, Day, monday, much, told, weeks_between
from tempo_trainer.ui.history.grid import NAMES, Grid, grid_of, height_of
from tempo_trainer.ui.history.squares import Look, paint_strip
from tempo_trainer.ui.theme import RADIUS
from tempo_trainer.ui.themes import Theme

LOW_PITCH = 11.0
LEAST_PITCH, MOST_PITCH, WEEKS = 14.0, 20.0, 72  # in a high window, of a whole width
_MONTH = timedelta(28)
_NOTCH = 120  # of a wheel


class WeekStrip(QWidget):
    """Emits `picked` with the day that the user chose, and `moved` when other weeks are shown."""

    picked = Signal(object)
    moved = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pitch = LEAST_PITCH
        self._days: Mapping[date, Day] = {}
        self._full_ms = 1
        self._today = date.min + _MONTH
        self._back = 0  # how many weeks before the latest one the strip ends
        self.chosen: date | None = None
        self.setAccessibleName("Calendar of sessions")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def grid(self) -> Grid:
        """Where the days lie now."""
        last = monday(self._latest) - timedelta(7 * self._back)
        return grid_of(self.width(), self._pitch, last)

    @property
    def can_go_back(self) -> bool:
        """Whether there is something before the weeks that are shown."""
        return self._back < self._furthest

    @property
    def can_go_on(self) -> bool:
        """Whether there is something behind them."""
        return self._back > 0

    def set_days(self, days: Mapping[date, Day], today: date) -> None:
        """Show other days."""
        self._days, self._today = days, today
        self._full_ms = much(days.values())
        self._show_from(self._back)

    def choose(self, day: date | None) -> None:
        """Mark a day and bring it into sight, without telling."""
        self.chosen = day
        if day is not None:
            self._bring_into_sight(day)
        self._describe()
        self.update()

    def scroll(self, weeks: int) -> None:  # type: ignore[override]  # of pixels, which nobody moves here
        """Show later weeks, or earlier ones with a number below 0."""
        self._show_from(self._back - weeks)

    def set_room(self, width: int, *, low: bool) -> None:
        """Larger days in a large window, small ones in a low one."""
        self._pitch = LOW_PITCH if low else max(LEAST_PITCH, min(MOST_PITCH, width // WEEKS))
        self.updateGeometry()
        self._show_from(self._back)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """As wide as there is room."""
        return QSize(640, height_of(self._pitch))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """Narrow windows show it too."""
        return QSize(round(NAMES + 6 * self._pitch), height_of(self._pitch))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """Qt wants it painted."""
        del event
        with QPainter(self) as painter:
            paint_strip(painter, self.grid, Look(self._theme, self._days, self._full_ms, self._today, self.chosen))
            if self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(self._theme.accent), 2))
                painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """More weeks, or fewer; what is chosen stays in sight."""
        super().resizeEvent(event)
        self._show_from(self._back)
        if self.chosen is not None:
            self._bring_into_sight(self.chosen)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        """A click chooses a day."""
        day = self.grid.day_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and day is not None and day <= self._latest:
            self._pick(day)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  Qt's name
        """Through the years, upwards to earlier weeks."""
        turned = event.angleDelta().y() or event.angleDelta().x()
        self.scroll(-round(4 * turned / _NOTCH) or (-1 if turned > 0 else 1))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Arrows go from day to day and from week to week."""
        now = self.chosen or self._today
        there = {
            Qt.Key.Key_Left: now - timedelta(7),
            Qt.Key.Key_Right: now + timedelta(7),
            Qt.Key.Key_Up: now - timedelta(1),
            Qt.Key.Key_Down: now + timedelta(1),
            Qt.Key.Key_PageUp: now - _MONTH,
            Qt.Key.Key_PageDown: now + _MONTH,
            Qt.Key.Key_Home: self._first,
            Qt.Key.Key_End: self._today,
        }.get(Qt.Key(event.key()))
        if there is None:
            super().keyPressEvent(event)
        else:
            self._pick(max(monday(self._first), min(there, self._latest)))

    def event(self, event: QEvent) -> bool:
        """The day below the mouse is told in a few words."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            day = self.grid.day_at(event.pos().toPointF())
            shown = day is not None and day <= self._latest
            QToolTip.showText(event.globalPos(), self.words(day) if shown and day else "", self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802  Qt's name
        """The frame tells of the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802  Qt's name
        """See above."""
        super().focusOutEvent(event)
        self.update()

    def words(self, day: date) -> str:
        """What was done on a day."""
        return told(day, self._days.get(day, NOTHING), self._today)

    @property
    def _latest(self) -> date:
        """A clock may have been ahead."""
        return max(self._today, max(self._days, default=self._today))

    @property
    def _first(self) -> date:
        return min(self._today, min(self._days, default=self._today))

    @property
    def _furthest(self) -> int:
        return max(0, weeks_between(self._first, self._latest) + 1 - self.grid.weeks)

    def _pick(self, day: date) -> None:
        self.choose(day)
        self.picked.emit(day)

    def _bring_into_sight(self, day: date) -> None:
        back = weeks_between(day, self._latest)
        self._show_from(min(back, max(self._back, back + 1 - self.grid.weeks)))

    def _show_from(self, back: int) -> None:
        self._back = max(0, min(back, self._furthest))
        self.update()
        self.moved.emit()

    def _describe(self) -> None:
        self.setAccessibleDescription(self.words(self.chosen) if self.chosen else "")
