"""Painting the figure: from back to front, every limb with a contour in the colour of the ground."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTransform

from tempo_trainer.ui.figure.colours import FigureColours, blend
from tempo_trainer.ui.figure.motion import Motion
from tempo_trainer.ui.figure.paths import placing, rim_path, skin_path, stripes_path
from tempo_trainer.ui.figure.props import paint_anchor, paint_ball, paint_ground, paint_weight
from tempo_trainer.ui.figure.scene import FAR_ARM, FAR_LEG, Extent, Scene, parts_of
from tempo_trainer.ui.figure.skeleton import THIGH, Placed
from tempo_trainer.ui.theme import font
from tempo_trainer.workout.exercise import Side

_BADGE = 0.046  # the radius of the badge on the working leg


def paint_figure(
    painter: QPainter, room: QRectF, motion: Motion, movement: float, side: Side, colours: FigureColours
) -> None:
    """The figure of an exercise at a position in the movement; `side` is the working one, and the nearer to the eye.

    It faces right, for the left side left. Its size depends on room and exercise alone, so nothing jumps.
    """
    scene = motion.at(movement)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    frame = _frame(room, motion.extent, mirrored=side == "left") * painter.worldTransform()
    _paint_scene(painter, frame, scene, motion.extent, side, colours)
    if side != "both":
        _paint_badge(painter, frame, scene.body.near_leg.thigh, side, colours)
    painter.restore()


def _frame(room: QRectF, extent: Extent, *, mirrored: bool) -> QTransform:
    """From body heights to the room's pixels."""
    scale = min(room.width() / extent.width, room.height() / extent.height)
    across = -scale if mirrored else scale
    middle = room.center()
    return QTransform(
        across,
        0,
        0,
        -scale,
        middle.x() - across * extent.middle.real,
        middle.y() + scale * extent.middle.imag,
    )


def _paint_scene(
    painter: QPainter, frame: QTransform, scene: Scene, extent: Extent, side: Side, colours: FigureColours
) -> None:
    body = scene.body
    behind, beside = _shifted(frame, FAR_LEG), _shifted(frame, FAR_ARM)
    far_leg = blend(colours.working, colours.far) if side == "both" else colours.far
    _paint_limb(painter, beside, parts_of(body.far_arm), colours.far)
    if scene.weight:
        paint_weight(painter, beside, scene.weight, colours)
    _paint_limb(painter, behind, parts_of(body.far_leg), far_leg, striped=colours.ground if side == "both" else None)
    if scene.ball:
        paint_ball(painter, frame, scene.ball, colours)
    _paint_limb(painter, frame, (body.neck, body.head, body.trunk), colours.body, rim=colours.ground)
    near_leg = parts_of(body.near_leg)
    _paint_limb(painter, frame, near_leg, colours.working, rim=colours.ground, striped=colours.ground)
    if scene.anchor:
        paint_anchor(painter, frame, scene.anchor, scene.floor, colours)
    _paint_limb(painter, frame, parts_of(body.near_arm), colours.body, rim=colours.ground)
    painter.setWorldTransform(frame)
    paint_ground(painter, scene, extent, colours)  # last, so that no contour cuts into it


def _shifted(frame: QTransform, way: complex) -> QTransform:
    return QTransform.fromTranslate(way.real, way.imag) * frame


def _paint_limb(
    painter: QPainter,
    frame: QTransform,
    parts: Sequence[Placed],
    colour: str,
    *,
    rim: str | None = None,
    striped: str | None = None,
) -> None:
    """First the contours of all its parts, then all its parts: so a limb is of one piece.

    Many small paths are filled sooner than one large one (measured), and what lies behind all others needs no contour.
    """
    places = [(placed.part, placing(placed, frame)) for placed in parts]
    for part, place in places if rim else ():
        painter.setWorldTransform(place)
        painter.fillPath(rim_path(part), QColor(rim))
    for part, place in places:
        painter.setWorldTransform(place)
        painter.fillPath(skin_path(part), QColor(colour))
        if striped and not stripes_path(part).isEmpty():
            painter.fillPath(stripes_path(part), QColor(striped))


def _paint_badge(painter: QPainter, frame: QTransform, thigh: Placed, side: Side, colours: FigureColours) -> None:
    """L or R on the working thigh, upright and never mirrored."""
    at = thigh.point(complex(THIGH * 0.45, 0))
    middle = frame.map(QPointF(at.real, at.imag))
    radius = _BADGE * abs(frame.m22())
    painter.setWorldTransform(QTransform())
    painter.setBrush(QColor(colours.ground))
    painter.drawEllipse(middle, radius, radius)
    box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
    painter.setPen(QColor(colours.label))
    painter.setFont(font(radius * 1.45, bold=True))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, side[0].upper())
