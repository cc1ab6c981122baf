"""A ball that lands with each beat, and a flash where it lands: easy to judge, even from the corner of the eye."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tempo_trainer.ui.theme import RADIUS
from tempo_trainer.ui.themes import Theme

BEAT_MS = 1000
FLASH_MS = 220  # once a beat


def height_of(position_ms: float) -> float:
    """How high the ball is at a position: 0 at each beat, 1 half-way between two.

    >>> height_of(0), height_of(500), height_of(-1000)
    (0.0, 1.0, 0.0)
    """
    part = position_ms / BEAT_MS % 1
    return 4 * part * (1 - part)


def flash_of(position_ms: float) -> float:
    """How bright the flash is at a position: 1 at a beat, then less and less; nothing before the first one.

    >>> flash_of(3000), flash_of(3110), flash_of(3500), flash_of(-990)
    (1.0, 0.5, 0.0, 0.0)
    """
    since_ms = position_ms % BEAT_MS
    return 0.0 if position_ms < 0 else max(0.0, 1 - since_ms / FLASH_MS)


class Ball(QWidget):
    """Asks for the position when it paints, so that no frame is older than its painting; then tells it to `painted`."""

    def __init__(
        self, theme: Theme, shown_ms: Callable[[], float | None], painted: Callable[[float], None], *, still: bool
    ) -> None:
        super().__init__()
        self._theme = theme
        self._shown_ms = shown_ms
        self._painted = painted
        self._still = still  # flashes only, for who wants little motion
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(200, 110)
        self.setAccessibleName("A ball that lands once a second")

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """Qt wants the widget painted."""
        del event
        position_ms = self._shown_ms()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint(painter, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), position_ms)
        if position_ms is not None:
            self._painted(position_ms)

    def _paint(self, painter: QPainter, room: QRectF, position_ms: float | None) -> None:
        theme = self._theme
        painter.setPen(QPen(QColor(theme.border), 1))
        painter.setBrush(QColor(theme.surface))
        painter.drawRoundedRect(room, RADIUS, RADIUS)
        flash = 0.0 if position_ms is None else flash_of(position_ms)
        height = 0.0 if position_ms is None or self._still else height_of(position_ms)
        radius = min(room.height() * 0.13, room.width() * 0.1)
        floor = room.bottom() - room.height() * 0.16
        lowest = QPointF(room.center().x(), floor - radius)
        place = QPointF(lowest.x(), lowest.y() - height * (lowest.y() - room.top() - radius * 1.6))
        painter.setClipRect(QRectF(room.left(), room.top(), room.width(), floor - room.top()))
        self._paint_flash(painter, lowest, radius, flash)
        painter.setClipping(False)
        self._paint_floor(painter, room, floor, radius, flash)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_blend(theme.accent, theme.text, flash))
        painter.drawEllipse(place, radius, radius)

    def _paint_floor(self, painter: QPainter, room: QRectF, floor: float, radius: float, flash: float) -> None:
        half = min(room.width() * 0.4, radius * 5)
        pen = QPen(_blend(self._theme.quiet, self._theme.text, flash), max(3.0, radius * (0.12 + 0.18 * flash)))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        y = floor + pen.widthF() / 2
        painter.drawLine(QPointF(room.center().x() - half, y), QPointF(room.center().x() + half, y))

    def _paint_flash(self, painter: QPainter, centre: QPointF, radius: float, flash: float) -> None:
        """A ring around the place of landing; it grows as it fades, or only fades."""
        if flash == 0:
            return
        colour = QColor(self._theme.accent)
        colour.setAlphaF(0.3 * flash)
        grown = radius * (2.4 if self._still else 3.2 - 1.2 * flash)
        ring = QColor(self._theme.text)
        ring.setAlphaF(flash)
        painter.setPen(QPen(ring, max(3.0, radius * 0.2)))
        painter.setBrush(colour)
        painter.drawEllipse(centre, grown, grown)


def _blend(one: str, other: str, part: float) -> QColor:
    """A colour between two: the first at 0, the other at 1."""
    first, second = QColor(one), QColor(other)
    red, green, blue = (
        round(here + (there - here) * part)
        for here, there in (
            (first.red(), second.red()),
            (first.green(), second.green()),
            (first.blue(), second.blue()),
        )
    )
    return QColor(red, green, blue)
