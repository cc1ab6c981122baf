"""The ribbon on the stage: two seconds back, eight ahead, sliding past a fixed playhead.

A longer piece of it is drawn once and then moved: a frame costs hardly more than copying pixels.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from tempo_trainer.session.moment import Moment
from tempo_trainer.session.ribbon import AHEAD_MS, BACK_MS, Piece, height_now, now_ms, pieces_between, ticks_between
from tempo_trainer.ui.session.layout import RIBBON_CAPITALS
from tempo_trainer.ui.session.lettering import LEFT, width_of, write
from tempo_trainer.ui.themes import Theme
from tempo_trainer.workout.timeline import Timeline

SPAN_MS = BACK_MS + AHEAD_MS
TAPE_MS = 2 * SPAN_MS  # how much is drawn at once
_TOP, _BOTTOM = 0.36, 0.8  # of the height: where the ribbon runs when high, and when low
_FILL = 0.28  # opacity below the line
_PAST = 0.55  # how much of what is over is hidden


@dataclass(frozen=True)
class _Key:
    """What a tape was drawn from; it serves as long as this is the same."""

    begin_ms: float | None  # of the work after a count-in
    width: float
    height: float
    ratio: float
    measure: float
    theme: str


class Ribbon:
    """Paints; keeps the tape that it drew last."""

    def __init__(self) -> None:
        self._tape = QPixmap()
        self._past = QPixmap()  # the same, paler
        self._plan: Timeline | None = None
        self._key: _Key | None = None
        self._from_ms = 0.0

    def paint(self, painter: QPainter, room: QRectF, moment: Moment, theme: Theme, measure: float) -> None:
        """The shape of the reps, with a tick at each sound, and the playhead where it is now."""
        ratio = painter.device().devicePixelRatio()
        begin = moment.position_ms if moment.count_in_ms else None
        key = _Key(begin, room.width(), room.height(), ratio, measure, theme.name)
        first = now_ms(moment) - BACK_MS
        fits = self._from_ms <= first <= self._from_ms + TAPE_MS - SPAN_MS
        if not fits or key != self._key or moment.timeline is not self._plan:
            self._plan, self._key, self._from_ms = moment.timeline, key, first
            self._tape = _drawn(room, ratio, moment, first, theme, measure)
            self._past = _paler(self._tape, theme)
        offset = round((first - self._from_ms) / SPAN_MS * room.width() * ratio)
        past = round(room.width() * BACK_MS / SPAN_MS)
        for tape, left, right in ((self._past, 0, past), (self._tape, past, room.width())):
            source = QRect(offset + round(left * ratio), 0, round((right - left) * ratio), tape.height())
            target = QRectF(room.left() + left, room.top(), right - left, room.height()).toRect()
            painter.drawPixmap(target, tape, source)
        _paint_playhead(painter, room, room.left() + past, moment, theme)


class _Scale:
    """Times and heights as points of the tape."""

    def __init__(self, room: QRectF, from_ms: float) -> None:
        self.height = room.height()
        self._from_ms = from_ms
        self._per_ms = room.width() / SPAN_MS

    def x(self, ms: float) -> float:
        """Cut off a little beyond both ends."""
        return min(TAPE_MS + 500, max(-500.0, ms - self._from_ms)) * self._per_ms

    def at(self, piece: Piece, ms: float) -> QPointF:
        """A point of the ribbon."""
        return QPointF(self.x(ms), self.height * _y(piece.height_at(ms)))


def _y(height: float) -> float:
    return _BOTTOM + (_TOP - _BOTTOM) * height


def _drawn(room: QRectF, ratio: float, moment: Moment, from_ms: float, theme: Theme, measure: float) -> QPixmap:
    tape = QPixmap(round(room.width() * ratio * TAPE_MS / SPAN_MS), round(room.height() * ratio))
    tape.setDevicePixelRatio(ratio)
    tape.fill(QColor(theme.surface))
    scale, to_ms = _Scale(room, from_ms), from_ms + TAPE_MS
    pieces = pieces_between(moment, from_ms, to_ms)
    capitals = measure * RIBBON_CAPITALS
    with QPainter(tape) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw_ticks(painter, scale, ticks_between(moment, from_ms, to_ms), theme)
        for piece in pieces:
            _draw_piece(painter, scale, piece, theme)
            if room.height() > 4 * capitals:
                _draw_label(painter, scale, piece, theme, capitals)
    return tape


def _paler(tape: QPixmap, theme: Theme) -> QPixmap:
    made = QPixmap(tape)
    veil = QColor(theme.surface)
    veil.setAlphaF(_PAST)
    with QPainter(made) as painter:
        painter.fillRect(made.rect(), veil)
    return made


def _draw_piece(painter: QPainter, scale: _Scale, piece: Piece, theme: Theme) -> None:
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


def _draw_ticks(painter: QPainter, scale: _Scale, ticks: Sequence[tuple[int, bool]], theme: Theme) -> None:
    """Short from below, longer where a step begins."""
    painter.setPen(QPen(QColor(theme.quiet), max(1.0, scale.height * 0.014)))
    for ms, begins in ticks:
        x = scale.x(ms)
        painter.drawLine(QLineF(x, scale.height * (0.84 if begins else 0.92), x, scale.height))


def _draw_label(painter: QPainter, scale: _Scale, piece: Piece, theme: Theme, capitals: float) -> None:
    """The word of the piece above it, if it fits."""
    left, right = scale.x(piece.start_ms) + capitals * 0.6, scale.x(piece.end_ms)
    if width_of(piece.label, capitals) <= right - left:
        room = QRectF(left, 0, right - left, scale.height * _TOP * 0.85)
        write(painter, room, piece.label, capitals, theme.text, LEFT)


def _paint_playhead(painter: QPainter, room: QRectF, x: float, moment: Moment, theme: Theme) -> None:
    width = max(2, round(room.height() * 0.02))
    painter.fillRect(QRect(round(x), room.toRect().top(), width, room.toRect().height()), QColor(theme.text))
    height = height_now(moment)
    if height is not None:
        radius = max(5.0, room.height() * 0.085)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.text))
        painter.drawEllipse(QPointF(x, room.top() + room.height() * _y(height)), radius, radius)
