"""The ribbon on the stage: two seconds back, eight ahead, sliding past a fixed playhead.

A longer piece of it is drawn once and then moved: a frame costs hardly more than copying pixels.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap

from tempo_trainer.session.moment import Moment
from tempo_trainer.session.ribbon import AHEAD_MS, BACK_MS, now_ms
from tempo_trainer.ui.session.layout import RIBBON_CAPITALS
from tempo_trainer.ui.session.tape import Scale, draw_span, paint_playhead
from tempo_trainer.ui.themes import Theme
from tempo_trainer.workout.timeline import Timeline

SPAN_MS = BACK_MS + AHEAD_MS
TAPE_MS = 2 * SPAN_MS  # how much is drawn at once
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
        paint_playhead(painter, room, room.left() + past, moment, theme)


def _drawn(room: QRectF, ratio: float, moment: Moment, from_ms: float, theme: Theme, measure: float) -> QPixmap:
    tape = QPixmap(round(room.width() * ratio * TAPE_MS / SPAN_MS), round(room.height() * ratio))
    tape.setDevicePixelRatio(ratio)
    tape.fill(QColor(theme.surface))
    scale = Scale(room.height(), room.width() / SPAN_MS, from_ms, TAPE_MS)
    with QPainter(tape) as painter:
        draw_span(painter, scale, moment, theme, measure * RIBBON_CAPITALS)
    return tape


def _paler(tape: QPixmap, theme: Theme) -> QPixmap:
    made = QPixmap(tape)
    veil = QColor(theme.surface)
    veil.setAlphaF(_PAST)
    with QPainter(made) as painter:
        painter.fillRect(made.rect(), veil)
    return made
