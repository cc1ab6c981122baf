"""One tempo in figures: its four fields, and below them the notation and the words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tempo_trainer.ui.fields import Row, TextField
from tempo_trainer.ui.tempo.fields import PhaseFields, mark
from tempo_trainer.ui.tempo.parts import NO_MOVEMENT, Parts, read_notation, words
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import column, label
from tempo_trainer.workout.exercise import Exercise
from tempo_trainer.workout.tempo import Tempo

NOTATION_WIDTH = 176
ORDER = "Always in this order: eccentric, pause stretched, concentric, pause contracted"


class Figures(QWidget):
    """Typing in the fields rewrites the notation, and typing the notation fills the fields. `changed` tells of both."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._exercise: Exercise | None = None
        self._tempo = Parts().tempo
        self._title = label("section")
        self.fields = PhaseFields()
        self.fields.changed.connect(self._fields_changed)
        self.notation = TextField("Notation", "3-1-3-1")
        self.notation.setToolTip(ORDER)
        self.notation.textEdited.connect(self._typed)
        self.notation.editingFinished.connect(self._write_plainly)
        self._said = label()
        self._said.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._problem = label("problem")
        self._arrange()
        self.set_title("")
        self.set_tempo(Tempo(3000, 1000, 3000, 1000))

    def set_title(self, title: str) -> None:
        """Say of which set it is, or nothing."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self.notation.setAccessibleName(f"Notation, {title.lower()}" if title else "Notation")

    def set_exercise(self, exercise: Exercise) -> None:
        """Take its order and its words."""
        self._exercise = exercise
        self.fields.set_exercise(exercise)
        self._say()

    def set_tempo(self, tempo: Tempo) -> None:
        """Show a tempo, without telling."""
        parts = Parts.of_tempo(tempo)
        self.fields.show_parts(parts)
        self.notation.set_text(parts.notation)
        self._show(tempo, "")

    def tempo(self) -> Tempo | None:
        """What it says; None while that is no tempo."""
        return self._tempo

    def show_problem(self, text: str) -> None:
        """Say what is wrong; nothing if the text is empty."""
        self._problem.setText(f"⚠ {text}" if text else "")
        self._problem.setVisible(bool(text))
        self.notation.setAccessibleDescription(text or ORDER)
        mark(self.notation, wrong=bool(text))

    @property
    def problem(self) -> str:
        """What is shown to be wrong."""
        return self._problem.text().removeprefix("⚠ ")

    def _fields_changed(self, parts: Parts) -> None:
        self.notation.set_text(parts.notation)
        self._show(parts.tempo, parts.problem)
        self.changed.emit()

    def _typed(self, text: str) -> None:
        try:
            parts = read_notation(text)
        except ValueError as error:
            self._show(None, str(error))
        else:
            self.fields.show_parts(parts)
            self._show(parts.tempo, "")
        self.changed.emit()

    def _write_plainly(self) -> None:
        """What was typed as 3131 is shown as 3-1-3-1 when the field is left."""
        if self._tempo:
            self.notation.set_text(str(self._tempo))

    def _show(self, tempo: Tempo | None, problem: str) -> None:
        self._tempo = tempo
        self.show_problem(problem)
        self.fields.show_wrong(wrong=problem == NO_MOVEMENT)
        self._say()

    def _say(self) -> None:
        self._said.setText(words(self._exercise, self._tempo) if self._exercise and self._tempo else "–")

    def _arrange(self) -> None:
        self._said.setMinimumHeight(self.notation.minimumSizeHint().height())
        written = Row("Notation", self.notation)
        written.setFixedWidth(NOTATION_WIDTH)
        below = QHBoxLayout()
        below.setSpacing(2 * SPACE)
        below.addWidget(written, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(Row("In words", self._said), 1, Qt.AlignmentFlag.AlignTop)
        rows = column(self, spacing=SPACE)
        rows.addWidget(self._title)
        rows.addWidget(self.fields)
        rows.addLayout(below)
        rows.addWidget(self._problem)
