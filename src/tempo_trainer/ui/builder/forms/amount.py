"""How much of an exercise: reps a set, as many as one can, or a hold."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tempo_trainer.ui.builder.forms.base import ms_of, set_number
from tempo_trainer.ui.fields import Choices, NumberField, SecondsField
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.workout.durations import LONGEST_MS
from tempo_trainer.workout.model import MOST_REPS
from tempo_trainer.workout.writer import seconds_as_written

REPS, MOST, HOLD = "reps", "max", "hold"
FIRST_REPS, FIRST_HOLD_MS = 8, 20_000


class Amount(QWidget):
    """`changed` tells what `reps` and `hold` shall say, one of them None. What was typed is kept for coming back."""

    changed = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.kind = Choices("How much", {REPS: "Reps", MOST: "As many as I can", HOLD: "Hold"})
        self.reps = NumberField("Reps", 1, MOST_REPS, unit="reps")
        self.reps.setValue(FIRST_REPS)
        self.hold = SecondsField("Hold", 1, LONGEST_MS)
        self.hold.set_ms(FIRST_HOLD_MS)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(self.kind, 3)
        for field in (self.reps, self.hold):
            row.addWidget(field, 1)
        self.kind.picked.connect(self._tell)
        self.reps.valueChanged.connect(self._tell)
        self.hold.changed.connect(self._tell)

    def show_amount(self, reps: object, hold: object) -> None:
        """What the document says."""
        kind = HOLD if hold is not None else MOST if reps == MOST else REPS
        self.kind.choose(kind)
        self.reps.setVisible(kind == REPS)
        self.hold.setVisible(kind == HOLD)
        set_number(self.reps, reps)
        if (ms := ms_of(hold)) is not None:
            self.hold.set_ms(ms)

    def _tell(self) -> None:
        kind = self.kind.chosen()
        hold = seconds_as_written(self.hold.ms() or FIRST_HOLD_MS) if kind == HOLD else None
        self.changed.emit({REPS: self.reps.value(), MOST: MOST}.get(kind), hold)
