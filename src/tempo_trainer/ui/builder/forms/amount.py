"""How much a set is: a number of reps, as many as one can, or a hold."""

from typing import Any, Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tempo_trainer.ui.builder.forms.base import ms_of, set_number
from tempo_trainer.ui.fields import Choices, NumberField, SecondsField
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import column, label
from tempo_trainer.workout.durations import LONGEST_MS
from tempo_trainer.workout.model import MOST_REPS
from tempo_trainer.workout.writer import seconds_as_written

Kind = Literal["reps", "max", "hold"]
Said = tuple[Any, Any]  # what a block says of `reps` and of `hold`, None for nothing

FIRST_REPS, FIRST_HOLD_MS = 8, 20_000


class Amount(QWidget):
    """`changed` tells what a block is to say of `reps` and of `hold`. What was said in another way is kept."""

    changed = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.kind = Choices("Each set", {"reps": "Reps", "max": "Max", "hold": "Hold"})
        self.reps = NumberField("Reps", 1, MOST_REPS, unit="reps")
        self.hold = SecondsField("Length of the hold", 500, LONGEST_MS)
        self._max = label("quiet", "As many as you can: you end the set.")
        self.reps.setValue(FIRST_REPS)
        self.hold.set_ms(FIRST_HOLD_MS)
        rows = column(self, spacing=SPACE)
        for widget in (self.kind, self.reps, self.hold, self._max):
            rows.addWidget(widget)
        self.kind.picked.connect(self._tell)
        self.reps.valueChanged.connect(self._take_reps)
        self.hold.changed.connect(self._tell)

    def show_said(self, reps: Any, hold: Any) -> None:
        """Show what a block says, without telling."""
        kind: Kind = "hold" if hold is not None else "max" if reps == "max" else "reps"
        self.kind.choose(kind)
        for widget, its in ((self.reps, "reps"), (self.hold, "hold"), (self._max, "max")):
            widget.setVisible(its == kind)
        set_number(self.reps, reps)
        self._count()
        if (ms := ms_of(hold)) is not None:
            self.hold.set_ms(ms)

    def said(self) -> Said:
        """What stands there."""
        kind = self.kind.chosen()
        if kind == "hold":
            return None, seconds_as_written(self.hold.ms() or FIRST_HOLD_MS)
        return ("max" if kind == "max" else self.reps.value()), None

    def _take_reps(self) -> None:
        self._count()
        self._tell()

    def _count(self) -> None:
        unit = " rep" if self.reps.value() == 1 else " reps"
        if unit != self.reps.suffix():  # setting it moves the cursor
            self.reps.setSuffix(unit)

    def _tell(self) -> None:
        self.changed.emit(*self.said())
