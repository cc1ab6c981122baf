"""What the charts are of: which exercise, what of it, since when, and whether as charts or as tables."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from tempo_trainer.history.progress import Exercise, Measure
from tempo_trainer.ui.fields import Choices, checkbox, combo
from tempo_trainer.ui.theme import SPACE

ALL_EXERCISES = "all"
WEEKS = {"12": 12, "52": 52, "all": None}
_BROAD = 1060  # pixels: from here on all stands in one row


class Choosing(QWidget):
    """`changed` tells that something else was chosen; `table` is a check box."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._exercise = combo("Exercise", {ALL_EXERCISES: "All exercises"})
        self._exercise.setMinimumWidth(220)
        self._exercise.choose(ALL_EXERCISES)
        self._measure = Choices("Show", {"tension": "Time under tension", "reps": "Reps"})
        self._measure.choose("tension")
        self._reach = Choices("Time", {"12": "12 weeks", "52": "Year", "all": "All"})
        self._reach.choose("12")
        self.table = checkbox("As a table")
        for field in (self._exercise, self._measure, self._reach):
            field.picked.connect(lambda _: self.changed.emit())
        self._arrange()

    def offer(self, exercises: Sequence[Exercise]) -> None:
        """Offer these; what was chosen stays, if it is among them."""
        names = {_key(one.id): one.name for one in exercises}
        self._exercise.offer({ALL_EXERCISES: "All exercises", **names})
        if not self._exercise.chosen():
            self._exercise.choose(ALL_EXERCISES)

    @property
    def exercise(self) -> str | None:
        """The id of the one that is chosen; None: all of them."""
        chosen = self._exercise.chosen()
        return None if chosen == ALL_EXERCISES else chosen.removeprefix(_key(""))

    @property
    def measure(self) -> Measure:
        """What is counted."""
        return "reps" if self._measure.chosen() == "reps" else "tension"

    def since(self, today: date) -> date | None:
        """A day of the first week; None: from the beginning."""
        weeks = WEEKS[self._reach.chosen()]
        return None if weeks is None else today - timedelta(7 * (weeks - 1))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """One row or two."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        self._rows.setDirection(directions.LeftToRight if self.width() >= _BROAD else directions.TopToBottom)

    def _arrange(self) -> None:
        self._rows = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(SPACE)
        for widgets, stretch in (((self._exercise, self._measure), 5), ((self._reach, self.table), 4)):
            row = QHBoxLayout()
            row.setSpacing(2 * SPACE)
            for widget in widgets:
                row.addWidget(widget, 0 if widget is self.table else 1)
            self._rows.addLayout(row, stretch)


def _key(exercise: str) -> str:
    """So that an exercise may be called whatever it likes."""
    return f"= {exercise}"
