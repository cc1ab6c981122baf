"""Painting what is about the body: floor, mat, ball, anchor and weight. The painter works in body heights, y up."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from tempo_trainer.ui.figure.ball import Ball
from tempo_trainer.ui.figure.colours import FigureColours
from tempo_trainer.ui.figure.scene import ROLLER, WEIGHT, Extent, Scene

_LINE = 0.007
_SPOKES = 6


def paint_ground(painter: QPainter, scene: Scene, extent: Extent, colours: FigureColours) -> None:
    """The floor's line, and the mat on it."""
    painter.fillRect(QRectF(extent.left, scene.floor - _LINE, extent.width, _LINE), QColor(colours.line))
    if scene.mat:
        left, right = scene.mat
        painter.setBrush(QColor(colours.prop))
        painter.drawRoundedRect(QRectF(left, scene.floor, right - left, -scene.floor), 0.006, 0.006)


def paint_ball(painter: QPainter, frame: QTransform, ball: Ball, colours: FigureColours) -> None:
    """A ball with curved seams, by which one sees it roll."""
    centre, radius = ball.centre, ball.radius
    place = QTransform.fromTranslate(centre.real, centre.imag) * frame
    painter.setWorldTransform(place)
    painter.setBrush(QColor(colours.ground))
    painter.drawEllipse(QPointF(0, 0), radius + 0.006, radius + 0.006)
    painter.setBrush(QColor(colours.prop))
    painter.drawEllipse(QPointF(0, 0), radius, radius)
    painter.setWorldTransform(QTransform().rotate(-ball.rolled) * place)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colours.ground), 0.008))
    painter.drawPath(_seams(radius))
    painter.setPen(Qt.PenStyle.NoPen)


def _seams(radius: float) -> QPainterPath:
    path = QPainterPath()
    for spoke in range(_SPOKES):
        angle = spoke * math.tau / _SPOKES
        path.moveTo(0, 0)
        bend, end = angle + 0.35, angle
        path.quadTo(
            radius * 0.55 * math.cos(bend),
            radius * 0.55 * math.sin(bend),
            radius * math.cos(end),
            radius * math.sin(end),
        )
    return path


def paint_anchor(painter: QPainter, scene: Scene, colours: FigureColours) -> None:
    """A padded roller over the heels, on a post."""
    if scene.anchor is None:
        return
    x, y = scene.anchor.real, scene.anchor.imag
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.prop))
    painter.drawEllipse(QPointF(x, y), ROLLER, ROLLER)


def paint_weight(painter: QPainter, frame: QTransform, grip: complex, colours: FigureColours) -> None:
    """A kettlebell that hangs from a hand, in outline only: it may be left out."""
    painter.setWorldTransform(QTransform.fromTranslate(grip.real, grip.imag) * frame)
    painter.setBrush(QColor(colours.ground))
    painter.setPen(QPen(QColor(colours.prop), 0.01))
    painter.drawRoundedRect(QRectF(-0.032, -0.06, 0.064, 0.07), 0.02, 0.02)
    painter.drawEllipse(QPointF(0, -WEIGHT * 0.62), WEIGHT * 0.36, WEIGHT * 0.36)
    painter.setPen(Qt.PenStyle.NoPen)
