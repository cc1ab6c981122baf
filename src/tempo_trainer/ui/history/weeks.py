"""The strip of weeks with what the chosen day says, what the squares mean, and the way back through the years."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from tempo_trainer.ui.history.days import LEVELS, Day
from tempo_trainer.ui.history.squares import paint_square
from tempo_trainer.ui.history.weekstrip import WeekStrip
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.themes import Theme
from tempo_trainer.ui.widgets import button, column, label

_SQUARE = 13.0
_LEGEND_FROM = 720  # pixels


class Legend(QWidget):
    """The squares from little to much."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName("The fuller a day, the more time under tension")
        self.setFixedSize(QSize(round((LEVELS + 1) * (_SQUARE + 3)), round(_SQUARE + 2)))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """Qt wants it painted."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for full in range(LEVELS + 1):
                square = QRectF(full * (_SQUARE + 3) + 1, 1, _SQUARE, _SQUARE)
                paint_square(painter, square, full or None, self._theme)


class Weeks(QWidget):
    """A line of words above the strip."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.strip = WeekStrip(theme)
        self._words = label()
        self._words.setWordWrap(False)
        self._words.setMinimumWidth(1)
        self._legend = Legend(theme)
        self._less, self._more = label("quiet", "Less"), label("quiet", "More under tension")
        self.earlier = _arrow("‹", "Earlier weeks")
        self.later = _arrow("›", "Later weeks")
        self.earlier.clicked.connect(lambda: self.strip.scroll(-self._page))
        self.later.clicked.connect(lambda: self.strip.scroll(self._page))
        self.strip.moved.connect(self._suit)
        self._arrange()

    def show_days(self, days: Mapping[date, Day], today: date) -> None:
        """Show other days."""
        self.strip.set_days(days, today)
        self.choose(self.strip.chosen)

    def choose(self, day: date | None) -> None:
        """Mark a day and tell of it."""
        self.strip.choose(day)
        self._words.setText(self.strip.words(day) if day else "")

    def set_room(self, width: int, *, low: bool) -> None:
        """Only the strip in a low window; it tells of its days itself."""
        self.strip.set_room(width, low=low)
        self._line.setVisible(not low)
        for part in (self._legend, self._less, self._more):
            part.setVisible(width >= _LEGEND_FROM)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.strip.set_theme(theme)
        self._legend.set_theme(theme)

    @property
    def _page(self) -> int:
        """So many weeks at a time that one of them stays in sight."""
        return max(1, self.strip.grid.weeks - 1)

    def _suit(self) -> None:
        """An arrow that leads nowhere is not offered."""
        self.earlier.setVisible(self.strip.can_go_back)
        self.later.setVisible(self.strip.can_go_on)

    def _arrange(self) -> None:
        self._line = QWidget()
        line = QHBoxLayout(self._line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE)
        line.addWidget(self._words, 1)
        for end in (self._less, self._more):
            end.setWordWrap(False)
        for part in (self._less, self._legend, self._more, self.earlier, self.later):
            line.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        rows = column(self, spacing=SPACE // 2)
        rows.addWidget(self._line)
        rows.addWidget(self.strip)


def _arrow(sign: str, name: str) -> QPushButton:
    made = button(sign, "quietly")
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setFixedSize(32, 32)
    kept = made.sizePolicy()
    kept.setRetainSizeWhenHidden(True)
    made.setSizePolicy(kept)
    return made
