"""How the plan of a session is drawn: names above, the sets as waves, breaks as flat bars, minutes below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from tempo_trainer.session.face import Role
from tempo_trainer.ui.builder.labels import draw_labels
from tempo_trainer.ui.builder.outline import Outline, Stretch
from tempo_trainer.ui.builder.scale import MARGIN, Scale
from tempo_trainer.ui.themes import Theme
from tempo_trainer.workout.timeline import Step

BREAK = 6.0  # height of a break's bar
_HEIGHTS = {
    "eccentric": (1.0, 0.0),
    "stretched_pause": (0.0, 0.0),
    "concentric": (0.0, 1.0),
    "contracted_pause": (1.0, 1.0),
}
_FILL = 0.4  # opacity below the wave
_NARROWEST = 1.5  # pixels; the plan is drawn in the window's thread while somebody types
_WIDE_REP = 4.0  # pixels from which on each rep is drawn
_WIDE_PHASE = 4.0  # … and each phase in its own colour


@dataclass(frozen=True)
class _Detail:
    """How much of the reps there is room for: the same in all sets of a plan, so that they compare."""

    reps: bool
    phases: bool


def draw_plan(painter: QPainter, outline: Outline, scale: Scale, theme: Theme) -> None:
    """All of it but what is chosen."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    detail = _detail(outline, scale)
    for works in (False, True):  # so that no slivers of breaks hide that there is work
        for stretch in _seen(outline, scale, works=works):
            _draw_stretch(painter, outline, stretch, scale, theme, detail)
    draw_labels(painter, outline, scale, theme)


def _seen(outline: Outline, scale: Scale, *, works: bool) -> Iterator[Stretch]:
    """Work or breaks, without what would lie on the pixels of the last one: there may be thousands of slivers."""
    after, narrowest = -1.0, _NARROWEST * scale.duration_ms / max(1.0, scale.width - 2 * MARGIN)
    for stretch in outline.stretches:
        if (stretch.bout is not None) == works and (stretch.end_ms >= after or stretch.role == "ready"):
            after = stretch.end_ms + narrowest
            yield stretch


def _detail(outline: Outline, scale: Scale) -> _Detail:
    """What the narrowest reps of the plan, and their phases on average, have room for."""
    reps, phases = [], []
    for stretch in outline.stretches:
        if stretch.bout and stretch.bout.tempo:
            width = scale.pixels(stretch.end_ms - stretch.start_ms)
            reps.append(width / max(1, stretch.bout.reps * len(stretch.bout.sides)))
            phases.append(width / len(stretch.steps))
    return _Detail(min(reps, default=0) >= _WIDE_REP, min(phases, default=0) >= _WIDE_PHASE)


def _draw_stretch(
    painter: QPainter, outline: Outline, stretch: Stretch, scale: Scale, theme: Theme, detail: _Detail
) -> None:
    left, right = scale.x(stretch.start_ms), scale.x(stretch.end_ms)
    colour = QColor(theme.roles[stretch.role].bright)
    if stretch.role == "ready":
        _draw_wait(painter, left, scale, colour)
    elif stretch.bout is None:
        bar = QRectF(left, scale.floor - BREAK, max(1.0, right - left - 1), BREAK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(bar, min(2.0, bar.width() / 2), 2)
    elif stretch.bout.tempo is None or not detail.reps:
        box = QRectF(left, scale.y(1), max(1.0, right - left - 1), scale.floor - scale.y(1))
        _draw_block(painter, box, QColor(theme.accent) if stretch.bout.tempo else colour)
    else:
        steps = outline.timeline.steps[stretch.steps.start : stretch.steps.stop]
        slopes = list(_slopes(steps, scale))
        if detail.phases:
            for role, corners in slopes:
                _draw_edge(painter, corners, scale.floor, QColor(theme.roles[role].bright))
        else:
            _draw_edge(painter, [corner for _, two in slopes for corner in two], scale.floor, QColor(theme.accent))


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
    faint.setAlphaF(_FILL)
    painter.fillRect(box, faint)
    painter.fillRect(QRectF(box.left(), box.top(), box.width(), 2.5), colour)


def _draw_edge(painter: QPainter, corners: Sequence[QPointF], floor: float, colour: QColor) -> None:
    """A piece of the wave, filled down to the floor."""
    faint = QColor(colour)
    faint.setAlphaF(_FILL)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(faint)
    painter.drawPolygon(QPolygonF([QPointF(corners[0].x(), floor), *corners, QPointF(corners[-1].x(), floor)]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPolyline(QPolygonF(list(corners)))


def _slopes(steps: Sequence[Step], scale: Scale) -> Iterator[tuple[Role, tuple[QPointF, QPointF]]]:
    """The upper edge of each phase."""
    for step in steps:
        if step.phase:
            start, end = _HEIGHTS[step.phase]
            corners = QPointF(scale.x(step.start_ms), scale.y(start)), QPointF(scale.x(step.end_ms), scale.y(end))
            yield step.phase, corners
