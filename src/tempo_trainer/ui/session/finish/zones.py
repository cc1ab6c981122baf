"""A part of a scale, painted below its figures: a bar across them, a shape and a word; told by all three."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from tempo_trainer.history.ratings import Light
from tempo_trainer.ui.theme import SPACE, font
from tempo_trainer.ui.themes import Theme

_BAR = 4
_SIGN, _LETTERS = 12, 13  # pixels
_GAP = SPACE


class Zone(QWidget):
    """Of a pain scale one of the lights; without a light only a quiet word. It is told by the figures as well."""

    def __init__(self, text: str, light: Light | None, alignment: Qt.AlignmentFlag, theme: Theme) -> None:
        super().__init__()
        self._text, self._light, self._alignment = text, light, alignment
        self._theme = theme
        self.lit = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        self._theme = theme
        self.update()

    def light_up(self, *, lit: bool) -> None:
        """Its figure is the chosen one, or not."""
        self.lit = lit
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """As high as its bar and its word."""
        return QSize(0, 3 * SPACE)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """Qt wants it painted."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._light:
                _paint_light(painter, QRectF(self.rect()), self._light, self._text, self._theme, lit=self.lit)
            else:
                painter.setFont(font(_LETTERS))
                painter.setPen(QColor(self._theme.quiet))
                painter.drawText(self.rect(), self._alignment | Qt.AlignmentFlag.AlignVCenter, self._text)


def _paint_light(painter: QPainter, room: QRectF, light: Light, text: str, theme: Theme, *, lit: bool) -> None:
    colour = QColor(theme.lights[light])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(room.x(), room.y(), room.width(), _BAR), _BAR / 2, _BAR / 2)
    used = font(_LETTERS, bold=lit)
    wide = _SIGN + _GAP + QFontMetricsF(used).horizontalAdvance(text)
    left = room.center().x() - wide / 2
    middle = room.y() + _BAR + (room.height() - _BAR) / 2
    _SIGNS[light](painter, QRectF(left, middle - _SIGN / 2, _SIGN, _SIGN))
    painter.setFont(used)
    painter.setPen(QColor(theme.text if lit else theme.quiet))
    words = QRectF(left + _SIGN + _GAP, room.y() + _BAR, room.width(), room.height() - _BAR)
    painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


def _disc(painter: QPainter, box: QRectF) -> None:
    painter.drawEllipse(box)


def _triangle(painter: QPainter, box: QRectF) -> None:
    painter.drawPolygon(QPolygonF([box.bottomLeft(), box.bottomRight(), QPointF(box.center().x(), box.top())]))


def _octagon(painter: QPainter, box: QRectF) -> None:
    """As the sign that says stop."""
    cut = box.width() * 0.29
    near, far = (cut, 0.0), (box.width() - cut, box.width())
    corners = [(near[0], 0), (far[0], 0), (far[1], cut), (far[1], far[0]), (far[0], far[1]), (cut, far[1])]
    corners += [(0.0, far[0]), (0.0, cut)]
    painter.drawPolygon(QPolygonF([box.topLeft() + QPointF(x, y) for x, y in corners]))


_SIGNS: Mapping[Light, Callable[[QPainter, QRectF], None]] = {"go on": _disc, "hold": _triangle, "ease off": _octagon}
