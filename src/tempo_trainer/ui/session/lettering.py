"""Writing on the stage: lines with capitals of a given height, smaller where they would not fit."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap, QPixmapCache

from tempo_trainer.ui.theme import CAPITAL_HEIGHT, font

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
LARGE = 60  # from this height of capitals on, letters are painted once and then copied
WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


@lru_cache(maxsize=1024)
def width_of(text: str, capitals: float, *, bold: bool = False) -> float:
    """How wide a line with capitals of a height is."""
    return QFontMetricsF(font(capitals / CAPITAL_HEIGHT, bold=bold)).horizontalAdvance(text)


def write(
    painter: QPainter,
    room: QRectF,
    text: str,
    capitals: float,
    colour: str,
    alignment: Qt.AlignmentFlag = LEFT,
    *,
    bold: bool = False,
) -> float:
    """One line; returns its width."""
    used = font(capitals / CAPITAL_HEIGHT, bold=bold)
    metrics = QFontMetricsF(used)
    width = metrics.horizontalAdvance(text)
    if alignment == LEFT and text:
        room = room.adjusted(-metrics.leftBearing(text[0]), 0, 0, 0)  # large letters stand flush with small ones
    if width > room.width():
        used.setPixelSize(max(1, int(used.pixelSize() * room.width() / width)))
        width = room.width()
    if capitals >= LARGE and alignment == LEFT:
        _copy(painter, room, text, used, colour)
        return width
    painter.setFont(used)
    painter.setPen(QColor(colour))
    painter.drawText(room, alignment | Qt.TextFlag.TextDontClip, text)
    return width


def _copy(painter: QPainter, room: QRectF, text: str, used: QFont, colour: str) -> None:
    """Large letters are outlines, and slow: Qt's cache keeps their picture."""
    ratio = painter.device().devicePixelRatio()
    metrics = QFontMetricsF(used)
    height = metrics.height()
    before = max(0.0, -metrics.leftBearing(text[0])) if text else 0.0  # a J reaches back
    key = f"{text}|{used.key()}|{colour}|{ratio}"
    picture = QPixmap()
    if not QPixmapCache.find(key, picture):
        size = QRectF(0, 0, before + metrics.horizontalAdvance(text) + height / 4, height).size() * ratio
        picture = QPixmap(size.toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as letters:
            letters.setFont(used)
            letters.setPen(QColor(colour))
            letters.drawText(QPointF(before, metrics.ascent()), text)
        QPixmapCache.insert(key, picture)
    painter.drawPixmap(QPointF(round(room.x() - before), round(room.center().y() - height / 2)), picture)


def write_paragraphs(painter: QPainter, room: QRectF, texts: Sequence[str], capitals: float, colour: str) -> None:
    """Several lines a text, half a line between them; smaller until all of them fit."""
    painter.setPen(QColor(colour))
    heights = _heights(painter, room, texts, capitals)
    while sum(heights) > room.height() and capitals > 4:
        capitals *= 0.94
        heights = _heights(painter, room, texts, capitals)
    top = room.top()
    for text, height in zip(texts, heights, strict=True):
        painter.drawText(QRectF(room.left(), top, room.width(), height), WRAPPED, text)
        top += height


def _heights(painter: QPainter, room: QRectF, texts: Sequence[str], capitals: float) -> list[float]:
    """Of each text with the gap below it."""
    painter.setFont(font(capitals / CAPITAL_HEIGHT))
    everything = QRectF(0, 0, room.width(), 1e6)
    return [painter.boundingRect(everything, WRAPPED, text).height() + capitals * 0.7 for text in texts]
