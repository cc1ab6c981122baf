"""The words of the stage: the phase and its count, the exercise, side, set and rep, and the advice of breaks."""

import re
from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from tempo_trainer.session.face import Face
from tempo_trainer.ui.session.layout import (
    ADVICE_CAPITALS,
    COUNT_CAPITALS,
    FACTS_CAPITALS,
    HEADLINE_CAPITALS,
    NOTE_CAPITALS,
    TITLE_CAPITALS,
    StageLayout,
)
from tempo_trainer.ui.session.lettering import CENTRE, RIGHT, width_of, write, write_paragraphs
from tempo_trainer.ui.session.shapes import shape
from tempo_trainer.ui.themes import Theme

_GAP = "   "
_SHAPE, _SHAPE_GAP = 1.0, 0.4  # of the count's capitals


@lru_cache
def words_width(headlines: tuple[str, ...], measure: float) -> float:
    """How wide the words of an exercise, and a count of two figures, need to be at their full size."""
    return max(count_width("88", measure), *(_width(text, measure, HEADLINE_CAPITALS) for text in headlines))


def count_width(count: str, measure: float) -> float:
    """How wide a count needs to be; one in minutes stands without the shape, as there is no room for both."""
    width = _width(count, measure, COUNT_CAPITALS)
    return width if ":" in count else width + measure * COUNT_CAPITALS * (_SHAPE + _SHAPE_GAP)


def _width(text: str, measure: float, capitals: float) -> float:
    return width_of(text, measure * capitals, bold=True)


@lru_cache
def lines_of_facts(facts: tuple[str, ...], measure: float, width: float) -> Sequence[str]:
    """Side, set and rep in one line, or in two where one would be too long for letters of their size.

    The last rep of the right side decides for all, so that nothing moves in mid-set.
    """
    texts = [text for text in facts if text]
    widest = _GAP.join(re.sub(r"\d+/(\d+)", r"\1/\1", text) for text in texts).replace("Left", "Right")
    if len(texts) < 2 or width_of(widest, measure * FACTS_CAPITALS, bold=True) <= width:
        return [_GAP.join(texts)]
    return [_GAP.join(texts[:-1]), texts[-1]]


def paint_title(painter: QPainter, layout: StageLayout, face: Face, theme: Theme, *, muted: bool) -> None:
    """The exercise, whether the sound is off, and how much of the session is left."""
    size = layout.measure * TITLE_CAPITALS
    right = " · ".join(text for text in ("sound off" if muted else "", face.session_left) if text)
    left = write(painter, layout.title, right, size, theme.quiet, RIGHT)
    room = layout.title.adjusted(0, 0, -left - size * 2, 0)
    write(painter, room, face.exercise, size, theme.text, bold=True)


def paint_headline(painter: QPainter, layout: StageLayout, face: Face, theme: Theme) -> None:
    """The phase word."""
    write(painter, layout.headline, face.headline, layout.measure * HEADLINE_CAPITALS, theme.text, bold=True)


def paint_count(painter: QPainter, layout: StageLayout, face: Face, theme: Theme) -> None:
    """The role's shape in its colour, and the seconds that are left."""
    size, room = layout.measure * COUNT_CAPITALS, layout.count
    if ":" not in face.count:
        side = size * _SHAPE
        box = QRectF(room.x(), room.center().y() - side / 2, side, side)
        painter.fillPath(shape(face.role, box), QColor(theme.roles[face.role].bright))
        room = room.adjusted(side + size * _SHAPE_GAP, 0, 0, 0)
    write(painter, room, face.count, size, theme.text, bold=True)


def paint_facts(painter: QPainter, layout: StageLayout, lines: Sequence[str], theme: Theme) -> None:
    """Side, set and rep."""
    size = layout.measure * FACTS_CAPITALS
    height = layout.facts.height() / len(lines)
    for number, line in enumerate(lines):
        room = QRectF(layout.facts.x(), layout.facts.y() + number * height, layout.facts.width(), height)
        write(painter, room, line, size, theme.text, bold=True)


def paint_after(painter: QPainter, layout: StageLayout, face: Face, theme: Theme) -> None:
    """What follows, where there is room for it."""
    if layout.after.height() > 0:
        write(painter, layout.after, face.after, layout.measure * NOTE_CAPITALS, theme.quiet)


def paint_advice(painter: QPainter, layout: StageLayout, face: Face, theme: Theme) -> None:
    """In breaks, below the figure."""
    write_paragraphs(painter, layout.advice, face.advice, layout.measure * ADVICE_CAPITALS, theme.text)


def paint_said(painter: QPainter, layout: StageLayout, text: str, theme: Theme) -> None:
    """What a key has done, over the ribbon."""
    size = layout.measure * TITLE_CAPITALS
    width, height = width_of(text, size, bold=True) + 4 * size, 3.2 * size
    box = QRectF(layout.ribbon.center().x() - width / 2, layout.ribbon.center().y() - height / 2, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.text))
    painter.drawRoundedRect(box, height / 2, height / 2)
    write(painter, box, text, size, theme.ground, CENTRE, bold=True)
