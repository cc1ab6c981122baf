"""A ball on a track: the position in the movement, for exercises without a figure."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from tempo_trainer.ui.themes import RoleColours, Theme


def paint_track(
    painter: QPainter, room: QRectF, movement: float, theme: Theme, colours: RoleColours, *, starts_low: bool
) -> None:
    """The ball runs from the rep's start to its turn and back: down first where the eccentric comes first."""
    radius = min(room.height() * 0.15, room.width() * 0.25)
    x = room.center().x()
    top, bottom = room.top() + radius, room.bottom() - radius
    part = 1 - movement if starts_low else movement
    y = top + (bottom - top) * part
    pen = QPen(QColor(theme.quiet), radius * 0.24, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(x, top), QPointF(x, bottom))
    for end in (top, bottom):
        painter.drawLine(QPointF(x - radius * 0.8, end), QPointF(x + radius * 0.8, end))
    painter.setPen(QPen(QColor(colours.bright), radius * 0.24, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(x, bottom if starts_low else top), QPointF(x, y))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.bright))
    painter.drawEllipse(QPointF(x, y), radius, radius)
    painter.setBrush(QColor(colours.ground))
    painter.drawEllipse(QPointF(x, y), radius * 0.38, radius * 0.38)
    painter.setBrush(Qt.BrushStyle.NoBrush)
