"""The forms of the builder: what a place of the document says, in fields."""

from PySide6.QtWidgets import QWidget

from tempo_trainer.ui.builder.document import Document
from tempo_trainer.ui.builder.forms.circuit import CircuitForm
from tempo_trainer.ui.builder.forms.exercise import ExerciseForm
from tempo_trainer.ui.builder.forms.own_exercise import OwnExerciseForm
from tempo_trainer.ui.builder.forms.rest import RestForm
from tempo_trainer.ui.builder.forms.workout import WorkoutForm
from tempo_trainer.ui.figure.figures import Figures
from tempo_trainer.ui.rep.course import Rehearsal
from tempo_trainer.ui.rep.view import RepView
from tempo_trainer.ui.themes import Theme
from tempo_trainer.workout.edits import at
from tempo_trainer.workout.strict_yaml import Path


class Forms:
    """Makes the form of each place."""

    def __init__(self, theme: Theme, figures: Figures, rehearsal: Rehearsal) -> None:
        self._theme = theme
        self._figures = figures
        self._rehearsal = rehearsal
        self._steps_only = False

    def make(self, document: Document, path: Path) -> QWidget:
        """The form that suits what stands at a place."""
        if path[:1] == ("exercises",):
            return OwnExerciseForm(document, path)
        said = at(document.data, path) if path else {}
        if "circuit" in said:
            return CircuitForm(document, path)
        if "rest" in said and "exercise" not in said:
            return RestForm(document, path)
        return ExerciseForm(document, path, self._rep()) if path else WorkoutForm(document)

    def set_theme(self, theme: Theme) -> None:
        """For the forms that come."""
        self._theme = theme

    def set_steps_only(self, *, steps_only: bool) -> None:
        """For the forms that come."""
        self._steps_only = steps_only

    def _rep(self) -> RepView:
        made = RepView(self._theme, self._figures, self._rehearsal)
        made.steps_only = self._steps_only
        return made
