"""The stage: paints one moment of the session. It is told what to show and knows nothing else."""

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tempo_trainer.session.face import Face, face_of
from tempo_trainer.session.moment import Moment
from tempo_trainer.ui.session.layout import (
    FACTS_CAPITALS,
    HEADLINE_CAPITALS,
    NOTE_CAPITALS,
    TITLE_CAPITALS,
    StageLayout,
    stage_layout,
)
from tempo_trainer.ui.session.shapes import shape
from tempo_trainer.ui.session.strip import paint_strip
from tempo_trainer.ui.session.track import paint_track
from tempo_trainer.ui.theme import CAPITAL_HEIGHT, Theme, font

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_GAP = "   "
WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class Stage(QWidget):
    """Asks for the moment when it paints, so that no frame is older than its painting; then calls `painted` with it."""

    def __init__(self, theme: Theme, painted: Callable[[Moment], None]) -> None:
        super().__init__()
        self._theme = theme
        self._painted = painted
        self._look: Callable[[], Moment] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 200)
        self.setAccessibleName("Session")

    def follow(self, look: Callable[[], Moment]) -> None:
        """Paint what this tells, whenever a frame is due."""
        self._look = look
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """Qt wants the widget painted."""
        del event
        if self._look is None:
            return
        moment = self._look()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            window_height = float(self.window().height())
            face = face_of(moment)
            layout = stage_layout(self.width(), self.height(), window_height)
            lines = _lines_of_facts(face, layout)
            layout = stage_layout(self.width(), self.height(), window_height, len(lines))
            _paint(painter, QRectF(self.rect()), layout, moment, face, lines, self._theme)
        self._painted(moment)


def _paint(
    painter: QPainter,
    all_of_it: QRectF,
    layout: StageLayout,
    moment: Moment,
    face: Face,
    facts: Sequence[str],
    theme: Theme,
) -> None:
    colours = theme.roles[face.role]
    painter.fillRect(all_of_it, QColor(colours.ground))
    _paint_title(painter, layout, face, theme)
    _paint_headline(painter, layout, face, theme)
    _paint_facts(painter, layout, face, facts, theme)
    if face.advice:
        _paint_advice(painter, layout, face.advice, theme)
    elif moment.bout and moment.bout.tempo:
        paint_track(painter, layout.picture, moment, theme, colours)
    paint_strip(painter, layout.strip, moment, theme)


def _paint_title(painter: QPainter, layout: StageLayout, face: Face, theme: Theme) -> None:
    size = layout.measure * TITLE_CAPITALS
    left = _write(painter, layout.title, face.session_left, size, theme.quiet, RIGHT)
    room = layout.title.adjusted(0, 0, -left - size * 2, 0)
    _write(painter, room, face.exercise, size, theme.text, LEFT, bold=True)


def _paint_headline(painter: QPainter, layout: StageLayout, face: Face, theme: Theme) -> None:
    size = layout.measure * HEADLINE_CAPITALS
    bright = theme.roles[face.role].bright
    _write(painter, layout.headline, face.headline, size, theme.text, LEFT, bold=True)
    side = min(size * 1.25, layout.count.height())
    box = QRectF(layout.count.x(), layout.count.center().y() - side / 2, side, side)
    painter.fillPath(shape(face.role, box), QColor(bright))
    room = layout.count.adjusted(side + size * 0.6, 0, 0, 0)
    _write(painter, room, face.count, size * 1.15, bright, LEFT, bold=True)


def _lines_of_facts(face: Face, layout: StageLayout) -> Sequence[str]:
    """Side, set and rep in one line, or in two where one would be too long for letters of their size.

    The last rep of the right side decides for all, so that nothing moves in mid-set.
    """
    texts = [text for text in (face.side, face.set_text, face.rep_text) if text]
    widest = _GAP.join(re.sub(r"\d+/(\d+)", r"\1/\1", text) for text in texts).replace("Left", "Right")
    letters = QFontMetricsF(font(layout.measure * FACTS_CAPITALS / CAPITAL_HEIGHT, bold=True))
    if len(texts) < 2 or letters.horizontalAdvance(widest) <= layout.facts.width():
        return [_GAP.join(texts)]
    return [_GAP.join(texts[:-1]), texts[-1]]


def _paint_facts(painter: QPainter, layout: StageLayout, face: Face, facts: Sequence[str], theme: Theme) -> None:
    size = layout.measure * FACTS_CAPITALS
    height = layout.facts.height() / len(facts)
    for number, line in enumerate(facts):
        room = QRectF(layout.facts.x(), layout.facts.y() + number * height, layout.facts.width(), height)
        _write(painter, room, line, size, theme.text, LEFT, bold=True)
    _write(painter, layout.after, face.after, layout.measure * NOTE_CAPITALS, theme.quiet, LEFT)


def _paint_advice(painter: QPainter, layout: StageLayout, advice: Sequence[str], theme: Theme) -> None:
    size = layout.measure * NOTE_CAPITALS
    room = QRectF(layout.picture)
    painter.setPen(QColor(theme.text))
    while size > 6:
        painter.setFont(font(size / CAPITAL_HEIGHT))
        text = "\n\n".join(advice)
        if painter.boundingRect(room, WRAPPED, text).height() <= room.height():
            break
        size *= 0.94
    painter.drawText(room, WRAPPED, text)


def _write(
    painter: QPainter,
    room: QRectF,
    text: str,
    capitals: float,
    colour: str,
    alignment: Qt.AlignmentFlag,
    *,
    bold: bool = False,
) -> float:
    """One line with capitals of a height, smaller if it would not fit its room; returns its width."""
    used = font(capitals / CAPITAL_HEIGHT, bold=bold)
    metrics = QFontMetricsF(used)
    width = metrics.horizontalAdvance(text)
    if alignment == LEFT and text:
        room = room.adjusted(-metrics.leftBearing(text[0]), 0, 0, 0)  # large letters stand flush with small ones
    if width > room.width():
        used.setPixelSize(max(1, int(used.pixelSize() * room.width() / width)))
        width = room.width()
    painter.setFont(used)
    painter.setPen(QColor(colour))
    painter.drawText(room, alignment | Qt.TextFlag.TextDontClip, text)
    return width
