"""The sign of a row: of an exercise the shape of one rep in its tempo, of the others what they are."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from tempo_trainer.ui.builder.rows import Row
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.tempo import Phase, Ramp, Tempo, parse_tempo, performed_order

_ENDS: dict[Phase, float] = {"eccentric": 1, "stretched_pause": 1, "concentric": 0, "contracted_pause": 0}
_PLAIN = Tempo(3000, 1000, 3000, 1000)


def sign_of(row: Row, names: Names, box: QRectF) -> QPainterPath:
    """Lines within the box."""
    if not row.path:
        return _lines(box, [(0.1, 0.2, 0.9), (0.1, 0.5, 0.9), (0.1, 0.8, 0.6)])
    if row.is_circuit:
        return _circle(box)
    if "rest" in row.said and "exercise" not in row.said:
        return _pause(box)
    if row.path[0] == "exercises":
        return _star(box)
    if "hold" in row.said:
        return _lines(box, [(0.0, 0.5, 1.0)])
    return _rep(row, names, box)


def _rep(row: Row, names: Names, box: QRectF) -> QPainterPath:
    """Down where the muscle lengthens, up where it shortens; as wide as each part lasts."""
    exercise = names.exercises.get(str(row.said.get("exercise")))
    starts_with: Phase = exercise.starts_with if exercise else "eccentric"
    points = QPolygonF(list(_points(_tempo(row, names), starts_with, box.adjusted(0, 5, 0, -5))))
    path = QPainterPath()
    path.addPolygon(points)
    return path


def _points(tempo: Tempo, starts_with: Phase, box: QRectF) -> Iterator[QPointF]:
    order = performed_order(starts_with)
    whole = sum(tempo.of(phase) for phase in order)
    at = 0
    yield QPointF(box.left(), box.top() + _ENDS[order[-1]] * box.height())
    for phase in order:
        at += tempo.of(phase)
        yield QPointF(box.left() + box.width() * at / whole, box.top() + _ENDS[phase] * box.height())


def _tempo(row: Row, names: Names) -> Tempo:
    try:
        tempo = parse_tempo(row.said.get("tempo", "controlled"))
    except ValueError:
        return _PLAIN
    meant = names.presets.get(tempo, _PLAIN) if isinstance(tempo, str) else tempo
    return meant.start if isinstance(meant, Ramp) else meant


def _lines(box: QRectF, lines: list[tuple[float, float, float]]) -> QPainterPath:
    path = QPainterPath()
    for x, y, end in lines:
        path.moveTo(box.left() + x * box.width(), box.top() + y * box.height())
        path.lineTo(box.left() + end * box.width(), box.top() + y * box.height())
    return path


def _circle(box: QRectF) -> QPainterPath:
    """Round and round: an arc that ends in an arrow."""
    room = box.adjusted(4, 4, -4, -4)
    path = QPainterPath()
    path.arcMoveTo(room, 0)
    path.arcTo(room, 0, -300)
    end = path.currentPosition()
    path.moveTo(end + QPointF(-7, 0.6))
    path.lineTo(end)
    path.lineTo(end + QPointF(-3, -6.4))
    return path


def _pause(box: QRectF) -> QPainterPath:
    path = QPainterPath()
    for x in (0.34, 0.66):
        path.moveTo(box.left() + x * box.width(), box.top() + 0.22 * box.height())
        path.lineTo(box.left() + x * box.width(), box.top() + 0.78 * box.height())
    return path


def _star(box: QRectF) -> QPainterPath:
    """A pencil would be too small to be told; a plus in a ring says: made by you."""
    path = QPainterPath()
    path.addEllipse(box.adjusted(3, 3, -3, -3))
    middle = box.center()
    for dx, dy in ((5, 0), (0, 5)):
        path.moveTo(middle - QPointF(dx, dy))
        path.lineTo(middle + QPointF(dx, dy))
    return path
