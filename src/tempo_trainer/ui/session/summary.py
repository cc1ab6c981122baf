"""The summary on the stage: what was done against what was planned, an exercise a row, a side a column."""

from collections.abc import Mapping

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from tempo_trainer.session.face import Face
from tempo_trainer.session.summary import Line, Summary
from tempo_trainer.ui.session.layout import EndLayout
from tempo_trainer.ui.session.lettering import CENTRE, LEFT, RIGHT, write
from tempo_trainer.ui.session.shapes import shape
from tempo_trainer.ui.themes import Theme
from tempo_trainer.workout.durations import in_words, on_a_clock
from tempo_trainer.workout.exercise import Side

_HEAD_CAPITALS, _NAME_CAPITALS, _CAPITALS = 0.07, 0.034, 0.03
_ROW = 0.085  # all of the window's height
_COLUMNS: Mapping[str, float] = {"left": 0.53, "right": 0.70, "tension": 0.87}  # of the width


def paint_end(painter: QPainter, layout: EndLayout, face: Face, theme: Theme) -> None:
    """How it ended, by shape, colour and word; then of which workout."""
    room, capitals = layout.head, _HEAD_CAPITALS * layout.measure
    box = QRectF(room.x(), room.center().y() - capitals / 2, capitals, capitals)
    painter.fillPath(shape(face.role, box), QColor(theme.roles[face.role].bright))
    room = room.adjusted(capitals * 1.4, 0, 0, 0)
    wide = write(painter, room, face.headline, capitals, theme.text, LEFT, bold=True)
    name = room.adjusted(wide + capitals, 0, 0, 0)
    write(painter, name, face.exercise, _NAME_CAPITALS * layout.measure, theme.quiet, RIGHT)


def paint_summary(painter: QPainter, layout: EndLayout, summary: Summary, theme: Theme) -> None:
    """Rows move together, with smaller letters, until all of them fit."""
    room = layout.table
    rows = summary.rows
    height = min(_ROW * layout.measure, room.height() / (len(rows) + 2))
    capitals = min(_CAPITALS * layout.measure, height * 0.4)
    head = QRectF(room.x(), room.y(), room.width(), height)
    for text, column in (("left", "left"), ("right", "right"), ("under tension", "tension")):
        write(painter, _cell(head, column), text, capitals * 0.8, theme.quiet, CENTRE)
    painter.setPen(QPen(QColor(theme.quiet), 1, Qt.PenStyle.SolidLine))
    painter.drawLine(QLineF(head.bottomLeft(), head.bottomRight()))
    for number, row in enumerate(rows, 1):
        _paint_row(painter, head.translated(0, number * height), row, capitals, theme)
    last = head.translated(0, (len(rows) + 1) * height)
    painter.setPen(QPen(QColor(theme.quiet), 1, Qt.PenStyle.SolidLine))
    painter.drawLine(QLineF(last.topLeft(), last.topRight()))
    write(painter, last, f"In {in_words(_whole_seconds(summary.lasted_ms))}", capitals, theme.text, LEFT, bold=True)
    write(painter, _cell(last, "tension"), on_a_clock(summary.tension_ms), capitals, theme.text, CENTRE, bold=True)


def _paint_row(painter: QPainter, row: QRectF, sides: Mapping[Side, Line], capitals: float, theme: Theme) -> None:
    first = next(iter(sides.values()))
    name = QRectF(row.x(), row.y(), row.width() * (_COLUMNS["left"] - 0.08), row.height())
    write(painter, name, first.exercise, capitals, theme.text, LEFT)
    for side, line in sides.items():
        cell = _cell(row, "left").united(_cell(row, "right")) if side == "both" else _cell(row, side)
        write(painter, cell, str(line), capitals, theme.text, CENTRE, bold=True)
    tension = sum(line.tension_ms for line in sides.values())
    write(painter, _cell(row, "tension"), on_a_clock(tension), capitals, theme.text, CENTRE)


def _cell(row: QRectF, column: str) -> QRectF:
    width = row.width() * 0.17
    if column == "tension":
        width = row.width() * 0.24
    return QRectF(row.x() + row.width() * _COLUMNS[column] - width / 2, row.y(), width, row.height())


def _whole_seconds(ms: int) -> int:
    return round(ms / 1000) * 1000
