"""How the strip of weeks is painted: the days' names, the months, and a square a day, the fuller the more was done."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from tempo_trainer.ui.history.days import LEVELS, NOTHING, Day, level
from tempo_trainer.ui.history.grid import EDGE, MONTHS, NAMES, Grid
from tempo_trainer.ui.history.words import DAYS
from tempo_trainer.ui.history.words import MONTHS as MONTH_NAMES
from tempo_trainer.ui.theme import font
from tempo_trainer.ui.themes import Theme

_ROUND = 3
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_NAMED = (0, 2, 4, 6)  # each name has two rows


@dataclass(frozen=True)
class Look:
    """What is painted besides the grid."""

    theme: Theme
    days: Mapping[date, Day]
    full_ms: int
    today: date
    chosen: date | None


def paint_strip(painter: QPainter, grid: Grid, look: Look) -> None:
    """All of it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_names(painter, grid, look.theme)
    _paint_months(painter, grid, look.theme)
    for first in grid.mondays:
        for number in range(7):
            day = first + timedelta(number)
            if day <= look.today or day in look.days:
                done = look.days.get(day, NOTHING)
                paint_square(
                    painter, grid.square(day), level(done, look.full_ms) if done.sessions else None, look.theme
                )
    _frame(painter, grid.square(look.today), QPen(QColor(look.theme.text), 1.5), 0)
    if look.chosen and grid.first <= look.chosen < grid.last + timedelta(7):
        _frame(painter, grid.square(look.chosen), QPen(QColor(look.theme.accent), 2), 2.5)


def paint_square(painter: QPainter, square: QRectF, full: int | None, theme: Theme) -> None:
    """One day: filled from below as a glass is, with a rim; without a session (None) just a shade."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.raised))
    painter.drawRoundedRect(square, _ROUND, _ROUND)
    if full is None:
        return
    painter.save()
    painter.setClipRect(square.adjusted(0, square.height() * (1 - full / LEVELS), 0, 0))
    painter.setBrush(QColor(theme.accent))
    painter.drawRoundedRect(square, _ROUND, _ROUND)
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.accent), 1))
    painter.drawRoundedRect(square.adjusted(0.5, 0.5, -0.5, -0.5), _ROUND - 0.5, _ROUND - 0.5)


def _frame(painter: QPainter, square: QRectF, pen: QPen, by: float) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    painter.drawRoundedRect(square.adjusted(-by, -by, by, by), _ROUND + by, _ROUND + by)


def _paint_names(painter: QPainter, grid: Grid, theme: Theme) -> None:
    painter.setFont(font(12))
    painter.setPen(QColor(theme.quiet))
    for number in _NAMED:
        square = grid.square(grid.first + timedelta(number))
        room = QRectF(EDGE, square.center().y() - 10, NAMES, 20)
        painter.drawText(room, _LEFT, DAYS[number][:3])


def _paint_months(painter: QPainter, grid: Grid, theme: Theme) -> None:
    """A name above the first week that begins in the month; the year with January."""
    painter.setFont(font(12))
    painter.setPen(QColor(theme.quiet))
    free, end = 0.0, grid.left + grid.weeks * grid.pitch
    for first in grid.mondays:
        left = grid.square(first).left()
        text = MONTH_NAMES[first.month - 1][:3] + (f" {first.year}" if first.month == 1 else "")
        wide = painter.fontMetrics().horizontalAdvance(text)
        if first.day <= 7 and left >= free and left + wide <= end:
            painter.drawText(QRectF(left, 0, wide + 1, MONTHS), _LEFT, text)
            free = left + wide + 8
