"""What is written on the plan: sides, names of blocks, minutes; only where there is room."""

from collections.abc import Iterator

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from tempo_trainer.ui.builder.outline import Outline
from tempo_trainer.ui.builder.scale import MARGIN, MINUTES, NAMES, Scale
from tempo_trainer.ui.theme import SPACE, font
from tempo_trainer.ui.themes import Theme
from tempo_trainer.workout.durations import on_a_clock

_WIDE_LETTER = 12  # pixels
_NARROW_NAME = 20
_MINUTE_STEPS = (0.25, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 240)
_MINUTES_APART = 72  # pixels


def draw_labels(painter: QPainter, outline: Outline, scale: Scale, theme: Theme) -> None:
    """All of it."""
    _draw_sides(painter, outline, scale, theme)
    _draw_names(painter, outline, scale, theme)
    _draw_minutes(painter, scale, theme)


def _draw_sides(painter: QPainter, outline: Outline, scale: Scale, theme: Theme) -> None:
    """L and R in the sets that have a side and the room."""
    painter.setFont(font(12, bold=True))
    painter.setPen(QColor(theme.text))
    for stretch in outline.stretches:
        width = scale.pixels(stretch.end_ms - stretch.start_ms)
        if stretch.bout is None or width < _WIDE_LETTER:
            continue
        letters = "".join(side[0].upper() for side in stretch.bout.sides if side != "both")
        if letters and width > _WIDE_LETTER * len(letters):
            room = QRectF(scale.x(stretch.start_ms), scale.floor - 18, width, 16)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, letters)


def _draw_names(painter: QPainter, outline: Outline, scale: Scale, theme: Theme) -> None:
    """The name of each block above it, as much of it as fits, and a line where the next one begins."""
    used = font(13, bold=True)
    metrics = QFontMetricsF(used)
    painter.setFont(used)
    lefts = [scale.x(section.start_ms) for section in outline.sections]
    for section, left, end in zip(outline.sections, lefts, [*lefts[1:], scale.width - MARGIN], strict=True):
        painter.setPen(QPen(QColor(theme.border), 1))
        if left > MARGIN + 1 and end - left > 6:
            painter.drawLine(QLineF(left, SPACE, left, scale.floor))
        room = QRectF(left + 6, 4, end - left - 10, NAMES - 4)
        if room.width() < _NARROW_NAME:
            continue
        name = metrics.elidedText(section.name, Qt.TextElideMode.ElideRight, room.width())
        if len(name) > 2:
            painter.setPen(QColor(theme.text))
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)


def _draw_minutes(painter: QPainter, scale: Scale, theme: Theme) -> None:
    """A line below, with the time at round minutes."""
    painter.setPen(QPen(QColor(theme.quiet), 1))
    painter.drawLine(QLineF(MARGIN, scale.floor + 1, scale.width - MARGIN, scale.floor + 1))
    used = font(12)
    metrics = QFontMetricsF(used)
    painter.setFont(used)
    for ms in _round_times(scale):
        x, text = scale.x(ms), _time(ms)
        painter.drawLine(QLineF(x, scale.floor + 1, x, scale.floor + 6))
        half = metrics.horizontalAdvance(text) / 2 + 1
        middle = min(max(x, MARGIN + half), scale.width - MARGIN - half)  # the first and the last stay inside
        room = QRectF(middle - half, scale.floor + 6, 2 * half, MINUTES - 4)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)


def _round_times(scale: Scale) -> Iterator[int]:
    """Instants as far apart as their figures need."""
    if not scale.duration_ms:
        return
    for minutes in _MINUTE_STEPS:
        step = round(minutes * 60_000)
        if scale.pixels(step) >= _MINUTES_APART or minutes == _MINUTE_STEPS[-1]:
            yield from range(0, scale.duration_ms + 1, step)
            return


def _time(ms: int) -> str:
    minutes = ms // 60_000
    return on_a_clock(ms) if minutes < 60 else f"{minutes // 60}:{minutes % 60:02}:00"
