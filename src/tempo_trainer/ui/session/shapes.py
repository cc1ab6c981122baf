"""A shape for each role, so that a phase is told without its colour and without its word."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from tempo_trainer.session.face import Role


def shape(role: Role, box: QRectF) -> QPainterPath:
    """The filled outline of a role's shape within a square box."""
    path = QPainterPath()
    _SHAPES[role](path, box)
    return path


def _polygon(*points: tuple[float, float]) -> Callable[[QPainterPath, QRectF], None]:
    def draw(path: QPainterPath, box: QRectF) -> None:
        corners = [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in points]
        path.addPolygon(QPolygonF([*corners, corners[0]]))

    return draw


def _bars(*bars: tuple[float, float, float, float]) -> Callable[[QPainterPath, QRectF], None]:
    def draw(path: QPainterPath, box: QRectF) -> None:
        for x, y, width, height in bars:
            part = QRectF(
                box.x() + x * box.width(), box.y() + y * box.height(), width * box.width(), height * box.height()
            )
            path.addRoundedRect(part, box.width() * 0.06, box.width() * 0.06)

    return draw


def _ring(path: QPainterPath, box: QRectF) -> None:
    path.addEllipse(box)
    inset = box.width() * 0.18
    path.addEllipse(box.adjusted(inset, inset, -inset, -inset))


def _disc(path: QPainterPath, box: QRectF) -> None:
    path.addEllipse(box)


_SHAPES: Mapping[Role, Callable[[QPainterPath, QRectF], None]] = {
    "eccentric": _polygon((0.05, 0.15), (0.95, 0.15), (0.5, 0.95)),
    "concentric": _polygon((0.05, 0.85), (0.95, 0.85), (0.5, 0.05)),
    "stretched_pause": _bars((0.0, 0.68, 1.0, 0.24)),
    "contracted_pause": _bars((0.0, 0.08, 1.0, 0.24)),
    "hold": _disc,
    "rest": _ring,
    "lead_in": _polygon((0.15, 0.05), (0.95, 0.5), (0.15, 0.95)),
    "ready": _polygon((0.15, 0.05), (0.95, 0.5), (0.15, 0.95)),
    "switch": _polygon(
        (0.0, 0.5),
        (0.3, 0.15),
        (0.3, 0.38),
        (0.7, 0.38),
        (0.7, 0.15),
        (1.0, 0.5),
        (0.7, 0.85),
        (0.7, 0.62),
        (0.3, 0.62),
        (0.3, 0.85),
    ),
    "paused": _bars((0.14, 0.05, 0.26, 0.9), (0.6, 0.05, 0.26, 0.9)),
    "ended": _bars((0.1, 0.1, 0.8, 0.8)),
    "done": _polygon((0.05, 0.52), (0.2, 0.37), (0.4, 0.57), (0.8, 0.15), (0.95, 0.3), (0.4, 0.87)),
}
