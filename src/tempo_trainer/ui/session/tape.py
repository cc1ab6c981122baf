"""The shape of the reps as it is drawn: ramps and plateaus, a tick at each sound, the word of each piece."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from tempo_trainer.session.moment import Moment
from tempo_trainer.session.ribbon import Piece, height_now, pieces_between, ticks_between
from tempo_trainer.ui.session.lettering import LEFT, width_of, write
from tempo_trainer.ui.themes import Theme

_TOP, _BOTTOM = 0.36, 0.8  # of the height: where the ribbon runs when high, and when low
_FILL = 0.28  # opacity below the line
_BEYOND_MS = 500  # what lies farther beyond the ends is cut off there


@dataclass(frozen=True)
class Scale:
    """Times and heights as points of a tape: of a height in pixels, from one time on for so long."""

    height: float
    per_ms: float
    from_ms: float
    span_ms: float

    def x(self, ms: float) -> float:
        """Cut off a little beyond both ends."""
        return min(self.span_ms + _BEYOND_MS, max(-_BEYOND_MS, ms - self.from_ms)) * self.per_ms

    def at(self, piece: Piece, ms: float) -> QPointF:
        """A point of the ribbon."""
        return QPointF(self.x(ms), self.height * _y(piece.height_at(ms)))


def draw_span(painter: QPainter, scale: Scale, moment: Moment, theme: Theme, capitals: float) -> None:
    """All that lies on a tape; words only where the tape is high enough for them."""
    from_ms, to_ms = scale.from_ms, scale.from_ms + scale.span_ms
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw_ticks(painter, scale, ticks_between(moment, from_ms, to_ms), theme)
    for piece in pieces_between(moment, from_ms, to_ms):
        _draw_piece(painter, scale, piece, theme)
        if scale.height > 4 * capitals:
            _draw_label(painter, scale, piece, theme, capitals)


def _y(height: float) -> float:
    return _BOTTOM + (_TOP - _BOTTOM) * height


def _draw_piece(painter: QPainter, scale: Scale, piece: Piece, theme: Theme) -> None:
    begin, end = scale.at(piece, piece.start_ms), scale.at(piece, piece.end_ms)
    colour, floor = QColor(theme.roles[piece.role].bright), scale.height
    pen = QPen(colour, max(2.5, floor * 0.055), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    if piece.start_ms == piece.end_ms:  # a wait
        painter.setPen(pen)
        painter.drawLine(QLineF(begin.x(), floor * _y(1.1), begin.x(), floor))
        return
    faint = QColor(colour)
    faint.setAlphaF(_FILL)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(faint)
    painter.drawPolygon(QPolygonF([QPointF(begin.x(), floor), begin, end, QPointF(end.x(), floor)]))
    painter.setPen(pen)
    painter.drawLine(QLineF(begin, end))


def _draw_ticks(painter: QPainter, scale: Scale, ticks: Sequence[tuple[int, bool]], theme: Theme) -> None:
    """Short from below, longer where a step begins."""
    painter.setPen(QPen(QColor(theme.quiet), max(1.0, scale.height * 0.014)))
    for ms, begins in ticks:
        x = scale.x(ms)
        painter.drawLine(QLineF(x, scale.height * (0.84 if begins else 0.92), x, scale.height))


def _draw_label(painter: QPainter, scale: Scale, piece: Piece, theme: Theme, capitals: float) -> None:
    """The word of the piece above it, if it fits."""
    left, right = scale.x(piece.start_ms) + capitals * 0.6, scale.x(piece.end_ms)
    if width_of(piece.label, capitals) <= right - left:
        room = QRectF(left, 0, right - left, scale.height * _TOP * 0.85)
        write(painter, room, piece.label, capitals, theme.text, LEFT)


def paint_playhead(painter: QPainter, room: QRectF, x: float, moment: Moment, theme: Theme) -> None:
    """A line at `x`, and a dot on it where the ribbon is there."""
    width = max(2, round(room.height() * 0.02))
    painter.fillRect(QRect(round(x), room.toRect().top(), width, room.toRect().height()), QColor(theme.text))
    height = height_now(moment)
    if height is not None:
        radius = max(5.0, room.height() * 0.085)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.text))
        painter.drawEllipse(QPointF(x, room.top() + room.height() * _y(height)), radius, radius)
