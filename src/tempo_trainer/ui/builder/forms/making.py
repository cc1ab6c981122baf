"""Which form a place of the document has."""

from collections.abc import Mapping

from tempo_trainer.ui.builder.document import Document
from tempo_trainer.ui.builder.forms.base import Form
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
    """Makes the forms of a builder page. The page itself tells the form that is shown of another theme or motion."""

    def __init__(self, theme: Theme, figures: Figures, rehearsal: Rehearsal) -> None:
        self._theme, self._figures, self._rehearsal = theme, figures, rehearsal
        self._steps_only = False

    def set_theme(self, theme: Theme) -> None:
        """Those that are made from now on have other colours."""
        self._theme = theme

    def set_steps_only(self, *, steps_only: bool) -> None:
        """Those that are made from now on move so."""
        self._steps_only = steps_only

    def make(self, document: Document, path: Path) -> Form:
        """The form of a place."""
        if not path:
            return WorkoutForm(document, path)
        if path[0] == "exercises":
            return OwnExerciseForm(document, path)
        said = at(document.data, path)
        kinds = said if isinstance(said, Mapping) else {}
        if "exercise" in kinds:
            return self._of_exercise(document, path)
        if "circuit" in kinds:
            return CircuitForm(document, path)
        return RestForm(document, path) if "rest" in kinds else _of_nothing(document, path)

    def _of_exercise(self, document: Document, path: Path) -> Form:
        made = ExerciseForm(document, path, RepView(self._theme, self._figures, self._rehearsal))
        made.set_steps_only(steps_only=self._steps_only)
        return made


def _of_nothing(document: Document, path: Path) -> Form:
    """Of what is no block at all, it can only be said what is wrong."""
    made = Form(document, path, "Block")
    made.begin()
    return made
