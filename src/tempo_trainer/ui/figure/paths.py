"""The parts of the body as paths for Qt, made once: skin, rim and stripes in the part's own coordinates."""

import math
from functools import cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF, QTransform

from tempo_trainer.ui.figure.outlines import grown_outline, outline
from tempo_trainer.ui.figure.skeleton import Part, Placed

RIM = 0.008  # how far the contour goes beyond the skin, in body heights
_STRIPE, _EVERY, _SLANT = 0.01, 0.033, 0.06  # the stripes of a marked leg: width, distance, rise across the leg
_STRIPED = {"thigh": (0.03, 0.24), "shank": (0.05, 0.22)}  # from where to where, along the part


@cache
def skin_path(part: Part) -> QPainterPath:
    """The filled outline of a part."""
    return _closed([QPointF(point.real, point.imag) for point in outline(part)])


@cache
def rim_path(part: Part) -> QPainterPath:
    """The same, larger by a contour."""
    return _closed([QPointF(point.real, point.imag) for point in grown_outline(part, RIM)])


@cache
def stripes_path(part: Part) -> QPainterPath:
    """Slanting stripes within a part; none on foot and toes."""
    stripes = QPainterPath()
    first, last = _STRIPED.get(part, (0.0, 0.0))
    for k in range(math.floor((last - first) / _EVERY)):
        at = first + k * _EVERY
        corners = [(at, -0.1), (at + _STRIPE, -0.1), (at + _STRIPE + _SLANT * 2, 0.1), (at + _SLANT * 2, 0.1)]
        stripes.addPath(_closed([QPointF(along - _SLANT, front) for along, front in corners]))
    return stripes.intersected(skin_path(part))


def placing(placed: Placed, frame: QTransform) -> QTransform:
    """From a part's own coordinates to the picture's."""
    axis, joint = placed.axis, placed.joint
    return QTransform(axis.real, axis.imag, -axis.imag, axis.real, joint.real, joint.imag) * frame


def _closed(points: list[QPointF]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([*points, points[0]]))
    path.setFillRule(Qt.FillRule.WindingFill)
    return path
