"""How the plan of a session is drawn: names above, the sets as waves, breaks as flat bars, minutes below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from tempo_trainer.session.face import Role
from tempo_trainer.ui.builder.outline import Outline, Stretch
from tempo_trainer.ui.theme import SPACE, font
from tempo_trainer.ui.themes import Theme
from tempo_trainer.workout.durations import on_a_clock
from tempo_trainer.workout.timeline import Step

NAMES, MINUTES = 28, 24  # heights of the lanes above and below the wave
MARGIN = 2 * SPACE
BREAK = 6.0  # height of a break's bar
_HEIGHTS = {
    "eccentric": (1.0, 0.0),
    "stretched_pause": (0.0, 0.0),
    "concentric": (0.0, 1.0),
    "contracted_pause": (1.0, 1.0),
}
_LOW = 0.4  # where the wave is lowest, as a share of its lane
_WIDE_REP = 5.0  # pixels from which on each rep is drawn
_WIDE_PHASE = 4.0  # … and each phase in its own colour
_MINUTE_STEPS = (0.25, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 240)
_MINUTES_APART = 72


@dataclass(frozen=True)
class Scale:
    """Milliseconds as pixels of a widget."""

    width: float
    height: float
    duration_ms: int

    def x(self, ms: float) -> float:
        """Where an instant is."""
        room = self.width - 2 * MARGIN
        return MARGIN + (room * ms / self.duration_ms if self.duration_ms else 0.0)

    def ms(self, x: float) -> float:
        """Which instant is there; the nearest one beyond the ends."""
        room = max(1.0, self.width - 2 * MARGIN)
        return self.duration_ms * min(1.0, max(0.0, (x - MARGIN) / room))

    def pixels(self, ms: float) -> float:
        """How wide a length of time is."""
        return self.x(ms) - MARGIN

    @property
    def top(self) -> float:
        """Of the wave."""
        return NAMES + SPACE / 2

    @property
    def floor(self) -> float:
        """The line on which everything stands."""
        return self.height - MINUTES - SPACE / 2

    def y(self, height: float) -> float:
        """How far down a height of the wave from 0 to 1 is."""
        share = _LOW + (1 - _LOW) * height
        return self.floor - (self.floor - self.top) * share


_NARROWEST = 1.5  # pixels; the plan is drawn in the window's thread while somebody types


def draw_plan(painter: QPainter, outline: Outline, scale: Scale, theme: Theme) -> None:
    """All of it but what is chosen."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawn = -1.0
    for stretch in outline.stretches:
        right = scale.x(stretch.end_ms)
        if right - drawn < _NARROWEST and stretch.role != "ready":
            continue  # nobody would see it, and there may be thousands
        drawn = right
        _draw_stretch(painter, outline, stretch, scale, theme)
    _draw_sides(painter, outline, scale, theme)
    _draw_names(painter, outline, scale, theme)
    _draw_minutes(painter, scale, theme)


def _draw_stretch(painter: QPainter, outline: Outline, stretch: Stretch, scale: Scale, theme: Theme) -> None:
    left, right = scale.x(stretch.start_ms), scale.x(stretch.end_ms)
    colour = QColor(theme.roles[stretch.role].bright)
    if stretch.role == "ready":
        _draw_wait(painter, left, scale, colour)
    elif stretch.bout is None:
        bar = QRectF(left, scale.floor - BREAK, max(1.0, right - left - 1), BREAK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(bar, min(2.0, bar.width() / 2), 2)
    elif stretch.bout.tempo is None:
        _draw_block(painter, QRectF(left, scale.y(1), max(1.0, right - left - 1), scale.floor - scale.y(1)), colour)
    else:
        _draw_wave(painter, outline.timeline.steps[stretch.steps.start : stretch.steps.stop], stretch, scale, theme)


def _draw_wait(painter: QPainter, x: float, scale: Scale, colour: QColor) -> None:
    """It has no length: a mark across the lane."""
    painter.setPen(QPen(colour, 2, Qt.PenStyle.DotLine))
    painter.drawLine(QLineF(x, scale.top, x, scale.floor))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    middle = QPointF(x, scale.floor - BREAK / 2)
    painter.drawPolygon(QPolygonF([middle + QPointF(*at) for at in ((-5, 0), (0, -6), (5, 0), (0, 6))]))


def _draw_block(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Work that is level, or too short to be seen rep by rep."""
    faint = QColor(colour)
    faint.setAlphaF(0.4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(faint)
    painter.drawRect(box)
    painter.setBrush(colour)
    painter.drawRect(QRectF(box.left(), box.top(), box.width(), 2.5))


def _draw_wave(painter: QPainter, steps: Sequence[Step], stretch: Stretch, scale: Scale, theme: Theme) -> None:
    """The reps of a bout, as wide as they last."""
    bout = stretch.bout
    left, right = scale.x(stretch.start_ms), scale.x(stretch.end_ms)
    reps = max(1, bout.reps * len(bout.sides)) if bout else 1
    rep = (right - left) / reps
    if rep < _WIDE_REP:
        colour = QColor(theme.accent)
        _draw_block(painter, QRectF(left, scale.y(1), max(1.0, right - left - 1), scale.floor - scale.y(1)), colour)
        return
    in_colours = rep * reps / max(1, len(steps)) >= _WIDE_PHASE
    for role, corners in _slopes(steps, scale):
        colour = QColor(theme.roles[role].bright if in_colours else theme.accent)
        faint = QColor(colour)
        faint.setAlphaF(0.4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faint)
        painter.drawPolygon(
            QPolygonF([QPointF(corners[0].x(), scale.floor), *corners, QPointF(corners[1].x(), scale.floor)])
        )
        painter.setPen(QPen(colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QLineF(*corners))


def _slopes(steps: Sequence[Step], scale: Scale) -> Iterator[tuple[Role, tuple[QPointF, QPointF]]]:
    """The upper edge of each phase."""
    for step in steps:
        if step.phase:
            start, end = _HEIGHTS[step.phase]
            corners = QPointF(scale.x(step.start_ms), scale.y(start)), QPointF(scale.x(step.end_ms), scale.y(end))
            yield step.phase, corners


def _draw_sides(painter: QPainter, outline: Outline, scale: Scale, theme: Theme) -> None:
    """L and R in the sets that have a side and the room."""
    painter.setFont(font(12, bold=True))
    painter.setPen(QColor(theme.text))
    for stretch in outline.stretches:
        sides = stretch.bout.sides if stretch.bout else ()
        letters = "".join(side[0].upper() for side in sides if side != "both")
        left, right = scale.x(stretch.start_ms), scale.x(stretch.end_ms)
        if letters and right - left > 10 * len(letters) + 4:
            room = QRectF(left, scale.floor - 18, right - left, 16)
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
        name = metrics.elidedText(section.name, Qt.TextElideMode.ElideRight, room.width())
        if len(name) > 2:
            painter.setPen(QColor(theme.text))
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)


def _draw_minutes(painter: QPainter, scale: Scale, theme: Theme) -> None:
    """A line below, with the time at round minutes."""
    painter.setPen(QPen(QColor(theme.quiet), 1))
    painter.drawLine(QLineF(MARGIN, scale.floor + 1, scale.width - MARGIN, scale.floor + 1))
    painter.setFont(font(12))
    for ms in _round_times(scale):
        x = scale.x(ms)
        painter.drawLine(QLineF(x, scale.floor + 1, x, scale.floor + 6))
        room = QRectF(x - 40, scale.floor + 6, 80, MINUTES - 4)
        painter.drawText(room, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, _time(ms))


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
