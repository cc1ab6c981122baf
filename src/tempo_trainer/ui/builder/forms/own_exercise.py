"""The form of an exercise of one's own: how it is performed, and what is said about it."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from tempo_trainer.ui.builder.deeds import added
from tempo_trainer.ui.builder.document import Document
from tempo_trainer.ui.builder.forms.base import Form
from tempo_trainer.ui.builder.forms.naming import (
    EXERCISES,
    exercise_renamed,
    problem_of_exercise_name,
    uses_of_exercise,
    without_exercise,
)
from tempo_trainer.ui.builder.forms.texts import or_none, show_lines, show_text
from tempo_trainer.ui.fields import Choices, Combo, LinesField, Row, TextField, combo
from tempo_trainer.ui.guide.texts import SIDES
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import button, column, label
from tempo_trainer.workout.exercise import CatalogueExercise, Exercise, Words
from tempo_trainer.workout.strict_yaml import Path
from tempo_trainer.workout.tempo import PHASES, Phase

STARTS: Mapping[str, str] = {"eccentric": "Eccentric", "concentric": "Concentric"}
STARTS_HELP = "What a rep begins with: eccentric lowers or lengthens, concentric lifts or shortens."
TERMS: Mapping[Phase, str] = {
    "eccentric": "Eccentric",
    "stretched_pause": "Pause, stretched",
    "concentric": "Concentric",
    "contracted_pause": "Pause, contracted",
}
USUAL_WORDS = Words().by_phase()
LISTS: Mapping[str, tuple[str, str]] = {
    "setup": ("Set-up", "For example: Lie on the back, heels on the ball."),
    "cues": ("Cues", "For example: Keep the hips high."),
    "mistakes": ("Mistakes", "For example: The hips sink: take fewer reps."),
    "equipment": ("Equipment", "For example: Stability ball"),
}
NO_FIGURE = "No figure"


class OwnExerciseForm(Form):
    """Its name in the file is another once it is typed and left: the blocks follow, and `go_wanted` tells."""

    def __init__(self, document: Document, path: Path) -> None:
        super().__init__(document, path, "Own exercise")
        self.name = TextField("Name", "My curl")
        self.starts = Choices("Begins with", STARTS)
        self.sides = combo("Sides", dict(SIDES.items()))
        self.words: Mapping[Phase, TextField] = {phase: TextField(TERMS[phase], USUAL_WORDS[phase]) for phase in PHASES}
        self.lists: Mapping[str, LinesField] = {key: LinesField(*texts) for key, texts in LISTS.items()}
        self.figure = Combo("Figure")
        self.key = TextField("Name in the file", "my-curl")
        self.uses = label("quiet")
        self.use = button("Add as a block")
        self.delete = button("Delete", "danger")
        self._is_left = False
        self._arrange()
        self._wire()
        self.begin()

    @property
    def id(self) -> str:
        """The name in the file."""
        return str(self.path[-1])

    def refresh(self) -> None:
        """Show what the document says."""
        said = self.said
        show_text(self.name, said.get("name"))
        start = str(said.get("starts_with", "eccentric"))
        if start in STARTS:
            self.starts.choose(start)
        self.sides.choose(str(said.get("sides", "both")))
        words = said.get("words")
        for phase, field in self.words.items():
            show_text(field, words.get(phase) if isinstance(words, Mapping) else None)
        for key, lines in self.lists.items():
            show_lines(lines, said.get(key))
        self._show_figure(str(said.get("figure") or ""))
        if not self._key_row.problem:
            show_text(self.key, self.id)
        self._show_uses()

    def _show_figure(self, figure: str) -> None:
        """By the exercises that they were made for."""
        offered = {"": NO_FIGURE, **_figures(self.document.names.exercises)}
        offered.setdefault(figure, figure)
        if [self.figure.itemData(index) for index in range(self.figure.count())] != list(offered):
            self.figure.offer(offered)
        self.figure.choose(figure)

    def _show_uses(self) -> None:
        uses = len(uses_of_exercise(self.document.data, self.id))
        self.uses.setText(_uses_in_words(uses))
        self.delete.setEnabled(not uses)

    def _arrange(self) -> None:
        self.add("name", Row("Name", self.name))
        self.section("How it is performed")
        self.add("starts_with", Row("Begins with", self.starts, STARTS_HELP))
        self.add("sides", Row("Sides", self.sides, "Where a block says nothing else."))
        self.add("figure", Row("Figure", self.figure, "Moves as in this exercise."), beside=True)
        self.section("What its phases are called")
        for number, (phase, field) in enumerate(self.words.items()):
            self.add(("words", phase), Row(TERMS[phase], field), beside=number % 2 == 1)
        self.section("What to know")
        for key, lines in self.lists.items():
            self.add(key, Row(LISTS[key][0], lines, "One a line."))
        self.section("In this workout")
        self._key_row = Row("Name in the file", self.key, "Its blocks follow when it is renamed.")
        self.add_widget(self._key_row)
        self.add_widget(self._below())

    def _below(self) -> QWidget:
        made = QWidget()
        rows = column(made, spacing=SPACE)
        rows.addWidget(self.uses)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self.use)
        row.addWidget(self.delete)
        row.addStretch(1)
        rows.addLayout(row)
        return made

    def _wire(self) -> None:
        self.name.textEdited.connect(self._take_name)
        self.starts.picked.connect(partial(self._take_choice, "starts_with"))
        self.sides.picked.connect(partial(self._take_choice, "sides"))
        self.figure.picked.connect(partial(self._take_choice, "figure"))
        for phase, field in self.words.items():
            field.textEdited.connect(partial(self._take_word, phase))
        for key, lines in self.lists.items():
            lines.lines_edited.connect(partial(self._take_lines, key))
        self.key.textEdited.connect(self._look_at_key)
        self.key.editingFinished.connect(self._rename)
        self.use.clicked.connect(self._use)
        self.delete.clicked.connect(self._delete)

    def _take_name(self, text: str) -> None:
        self.put("name", text.strip())

    def _take_choice(self, key: str, chosen: str) -> None:
        """The usual one is not said."""
        usual = Exercise.model_fields[key].default or ""
        self.put(key, None if chosen == usual else chosen)

    def _take_word(self, phase: Phase, text: str) -> None:
        words = self.said.get("words")
        words = {**(words if isinstance(words, Mapping) else {}), phase: text.strip()}
        self.put("words", {key: word for key, word in words.items() if word} or None)

    def _take_lines(self, key: str, lines: tuple[str, ...]) -> None:
        self.put(key, or_none(lines))

    def _look_at_key(self, text: str) -> None:
        self._key_row.show_problem(problem_of_exercise_name(self.document.data, self.id, text.strip()))

    def _rename(self) -> None:
        """What cannot be its name is given up. The form itself goes with the rename, and another takes its place."""
        new, data = self.key.text().strip(), self.document.data
        can_be = self.is_there and not problem_of_exercise_name(data, self.id, new)
        if not can_be or new == self.id:
            self._key_row.show_problem("")
            show_text(self.key, self.id)
        elif not self._is_left:
            self._is_left = True  # it tells once more when it loses the focus on its way out
            self.document.edit("renaming of an own exercise", exercise_renamed(data, self.id, new))
            self.go_wanted.emit((EXERCISES, new))

    def _use(self) -> None:
        data, path = added(self.document.data, (), {"exercise": self.id, "sets": 3, "reps": 8})
        self.document.edit("adding of an exercise", data)
        self.go_wanted.emit(path)

    def _delete(self) -> None:
        if self.is_there and not uses_of_exercise(self.document.data, self.id):
            self.document.edit("deleting", without_exercise(self.document.data, self.id))
            self.go_wanted.emit(())


def _figures(exercises: Mapping[str, Exercise]) -> Mapping[str, str]:
    """The names of the shipped exercises by their figures."""
    shipped = (exercise for exercise in exercises.values() if isinstance(exercise, CatalogueExercise))
    return {exercise.figure: exercise.name for exercise in shipped if exercise.figure}


def _uses_in_words(uses: int) -> str:
    if not uses:
        return "No block uses it yet."
    blocks = "1 block uses it" if uses == 1 else f"{uses} blocks use it"
    return f"{blocks}: it can be deleted when none does."
