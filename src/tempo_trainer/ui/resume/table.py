"""What was done of what was planned, as a table: an exercise a row, a side a column."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

from tempo_trainer.session.summary import Line, Summary
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import label, named
from tempo_trainer.workout.durations import in_words, on_a_clock
from tempo_trainer.workout.exercise import Side

_LEFT, _RIGHT, _TENSION = 1, 2, 3
_CENTRE = Qt.AlignmentFlag.AlignCenter
_END = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def table_of(summary: Summary) -> QGridLayout:
    """Names wrap where there is little room; figures do not."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(2 * SPACE)
    grid.setVerticalSpacing(SPACE)
    grid.setColumnStretch(0, 1)
    for column, text in ((_LEFT, "Left"), (_RIGHT, "Right"), (_TENSION, "Under tension")):
        grid.addWidget(named(QLabel(text), "quiet"), 0, column, _END if column == _TENSION else _CENTRE)
        grid.setColumnMinimumWidth(column, 11 * SPACE)
    _rule(grid, 1)
    for number, row in enumerate(summary.rows, 2):
        _add(grid, number, row)
    last = grid.rowCount()
    _rule(grid, last)
    grid.addWidget(label("field", f"In {in_words(_whole_seconds(summary.lasted_ms))}"), last + 1, 0)
    grid.addWidget(_figure("field", on_a_clock(summary.tension_ms)), last + 1, _TENSION, _END)
    return grid


def in_sentences(summary: Summary) -> str:
    """The same for who hears it."""
    lines = (f"{_named(line)}: {_plain(line)}." for line in summary.lines)
    return f"What was done. {' '.join(lines)} In {in_words(_whole_seconds(summary.lasted_ms))}."


def _add(grid: QGridLayout, number: int, row: Mapping[Side, Line]) -> None:
    grid.addWidget(label(text=next(iter(row.values())).exercise), number, 0)
    for side, line in row.items():
        column, columns = (_LEFT, 2) if side == "both" else (_LEFT if side == "left" else _RIGHT, 1)
        grid.addWidget(_figure("field", str(line)), number, column, 1, columns, _CENTRE)
    tension = sum(line.tension_ms for line in row.values())
    grid.addWidget(_figure("", on_a_clock(tension)), number, _TENSION, _END)


def _rule(grid: QGridLayout, row: int) -> None:
    grid.addWidget(named(QFrame(), "rule"), row, 0, 1, _TENSION + 1)


def _figure(name: str, text: str) -> QLabel:
    return named(QLabel(text), name)


def _named(line: Line) -> str:
    return line.exercise if line.side == "both" else f"{line.exercise}, {line.side}"


def _plain(line: Line) -> str:
    return str(line.done) if line.planned is None else f"{line.done} of {line.planned}"


def _whole_seconds(ms: int) -> int:
    return round(ms / 1000) * 1000
