"""Set-up, cues, mistakes and equipment of an exercise, in two columns or in one."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QVBoxLayout, QWidget

from tempo_trainer.ui.guide.texts import mended
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import column, label, named
from tempo_trainer.workout.exercise import Exercise

_TOP = Qt.AlignmentFlag.AlignTop
_BULLET = "•"

Point = tuple[str, QWidget]


class Advice(QWidget):
    """All that is to be read of an exercise."""

    def __init__(self) -> None:
        super().__init__()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(2 * SPACE)
        self._halves = [QVBoxLayout(), QVBoxLayout()]
        for half in self._halves:
            half.setSpacing(2 * SPACE)
            self._columns.addLayout(half, 1)

    def show_exercise(self, exercise: Exercise) -> None:
        """Tell of this one."""
        left, right = self._halves
        for half in self._halves:
            _empty(half)
        _add(left, "Set-up", ((f"{number}.", label("", text)) for number, text in enumerate(exercise.setup, 1)))
        _add(left, "Cues", ((_BULLET, label("", text)) for text in exercise.cues))
        _add(right, "Mistakes, and how to mend them", _mistakes(exercise.mistakes))
        _add(right, "You need", ((_BULLET, label("", text)) for text in exercise.equipment or ("Nothing",)))
        for half in self._halves:
            half.addStretch(1)

    def stand(self, *, side_by_side: bool) -> None:
        """In two columns or in one."""
        directions = QBoxLayout.Direction
        self._columns.setDirection(directions.LeftToRight if side_by_side else directions.TopToBottom)


def _mistakes(mistakes: Sequence[str]) -> Iterable[Point]:
    for mistake in mistakes:
        what, how = mended(mistake)
        lines = column(both := QWidget(), spacing=2)
        lines.addWidget(label("field", what))
        if how:
            lines.addWidget(label("quiet", how))
        yield "✗", both


def _add(half: QVBoxLayout, title: str, points: Iterable[Point]) -> None:
    """A card with a mark and a text a line."""
    points = list(points)
    if not points:
        return
    card = named(QFrame(), "card")
    card.setAccessibleName(title)
    rows = column(card, (2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE), int(1.5 * SPACE))
    rows.addWidget(label("section", title))
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE)
    grid.setVerticalSpacing(SPACE)
    grid.setColumnMinimumWidth(0, 2 * SPACE)
    grid.setColumnStretch(1, 1)
    for row, (mark, text) in enumerate(points):
        sign = label("quiet", mark)
        sign.setWordWrap(False)
        grid.addWidget(sign, row, 0, _TOP)
        grid.addWidget(text, row, 1, _TOP)
    rows.addLayout(grid)
    half.addWidget(card)


def _empty(half: QVBoxLayout) -> None:
    while item := half.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
