"""Painting what is about the body: floor, mat, ball, anchor and weight. The painter works in body heights, y up."""

import cmath
import math
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QTransform

from tempo_trainer.ui.figure.ball import Ball
from tempo_trainer.ui.figure.colours import FigureColours
from tempo_trainer.ui.figure.paths import RIM
from tempo_trainer.ui.figure.scene import ROLLER, WEIGHT, Extent, Scene

_LINE = 0.007
_SEAMS = 6


def paint_ground(painter: QPainter, scene: Scene, extent: Extent, colours: FigureColours) -> None:
    """The floor's line, and the mat on it."""
    painter.fillRect(QRectF(extent.left, scene.floor - _LINE, extent.width, _LINE), QColor(colours.line))
    if scene.mat:
        left, right = scene.mat
        painter.setBrush(QColor(colours.prop))
        painter.drawRoundedRect(QRectF(left, scene.floor, right - left, -scene.floor), 0.006, 0.006)


def paint_ball(painter: QPainter, frame: QTransform, ball: Ball, colours: FigureColours) -> None:
    """A ball with curved seams, by which one sees it roll."""
    centre = QTransform.fromTranslate(ball.centre.real, ball.centre.imag) * frame
    painter.setWorldTransform(QTransform.fromScale(ball.radius, ball.radius).rotate(-ball.rolled) * centre)
    painter.fillPath(_disc(1 + RIM / ball.radius), QColor(colours.ground))
    painter.fillPath(_disc(1), QColor(colours.prop))
    painter.fillPath(_seams(), QColor(colours.ground))


@cache
def _disc(radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(0, 0), radius, radius)
    return path


@cache
def _seams() -> QPainterPath:
    """Of a ball with the radius 1, filled."""
    lines = QPainterPath()
    for seam in range(_SEAMS):
        end = cmath.rect(1, seam * math.tau / _SEAMS)
        bend = end * cmath.rect(0.55, 0.35)
        lines.moveTo(0, 0)
        lines.quadTo(bend.real, bend.imag, end.real, end.imag)
    return _outline(lines, 0.05).simplified()


def paint_anchor(painter: QPainter, frame: QTransform, roller: complex, floor: float, colours: FigureColours) -> None:
    """A padded roller over the heels, held by a post on a foot."""
    painter.setWorldTransform(frame)
    painter.setBrush(QColor(colours.prop))
    x, y = roller.real, roller.imag
    outline = QPainterPath()
    outline.setFillRule(Qt.FillRule.WindingFill)
    outline.addRoundedRect(QRectF(x - 0.085, floor, 0.17, 0.014), 0.006, 0.006)
    outline.addRoundedRect(QRectF(x - 0.009, floor, 0.018, y - floor), 0.004, 0.004)
    painter.drawPath(outline)
    for radius, colour in ((ROLLER + RIM, colours.ground), (ROLLER, colours.prop), (ROLLER * 0.3, colours.ground)):
        painter.setBrush(QColor(colour))
        painter.drawEllipse(QPointF(x, y), radius, radius)


def paint_weight(painter: QPainter, frame: QTransform, grip: complex, colours: FigureColours) -> None:
    """A kettlebell that hangs from a hand, in outline only: it may be left out."""
    painter.setWorldTransform(QTransform.fromTranslate(grip.real, grip.imag) * frame)
    for inside, outline in _weight():
        painter.fillPath(inside, QColor(colours.ground))
        painter.fillPath(outline, QColor(colours.prop))


@cache
def _weight() -> tuple[tuple[QPainterPath, QPainterPath], ...]:
    """Handle and bell, with the grip at 0: each its inside and its outline, as filling is faster than stroking."""
    handle, bell = QPainterPath(), QPainterPath()
    handle.addRoundedRect(QRectF(-0.032, -0.06, 0.064, 0.07), 0.02, 0.02)
    bell.addEllipse(QPointF(0, -WEIGHT * 0.62), WEIGHT * 0.36, WEIGHT * 0.36)
    return (handle, _outline(handle, 0.01)), (bell, _outline(bell, 0.01))


def _outline(path: QPainterPath, width: float) -> QPainterPath:
    stroker = QPainterPathStroker()
    stroker.setWidth(width)
    stroker.setCurveThreshold(0.004)
    return stroker.createStroke(path)
