"""The exercise for which a preset is shown, and one rep of it, seen and heard."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tempo_trainer.ui.fields import Row, combo
from tempo_trainer.ui.figure.figures import Figures
from tempo_trainer.ui.rep.course import Rehearsal, side_of
from tempo_trainer.ui.rep.view import RepView
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.themes import Theme
from tempo_trainer.ui.widgets import column
from tempo_trainer.workout.exercise import CatalogueExercise, Exercise
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.tempo import Ramp, Tempo


class Showing(QWidget):
    """`changed` when another exercise is chosen. Those that are held have no tempo, and are not offered."""

    changed = Signal()

    def __init__(self, theme: Theme, figures: Figures, rehearsal: Rehearsal, names: Names) -> None:
        super().__init__()
        self._exercises = {key: made for key, made in names.exercises.items() if not _is_held(made)}
        self.combo = combo("Shown for", {key: made.name for key, made in self._exercises.items()})
        self.combo.choose(next(iter(self._exercises)))
        self.combo.picked.connect(lambda _: self.changed.emit())
        self.rep = RepView(theme, figures, rehearsal)
        rows = column(self, spacing=2 * SPACE)
        rows.addWidget(Row("Shown for", self.combo))
        rows.addWidget(self.rep, 1)

    @property
    def exercise(self) -> Exercise:
        """The chosen one."""
        return self._exercises[self.combo.chosen()]

    def show_tempo(self, tempo: Tempo | Ramp) -> None:
        """Perform a rep in this tempo."""
        self.rep.set_rep(self.combo.chosen(), self.exercise, tempo, side_of(self.exercise.sides))


def _is_held(exercise: Exercise) -> bool:
    return isinstance(exercise, CatalogueExercise) and exercise.held
