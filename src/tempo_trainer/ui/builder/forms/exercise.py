"""The form of an exercise block: what, how much, in which tempo, with which rests; and one rep to see and hear."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter

from tempo_trainer.ui.builder.document import Document
from tempo_trainer.ui.builder.forms.amount import Amount
from tempo_trainer.ui.builder.forms.base import Form, set_number, text_of
from tempo_trainer.ui.builder.forms.block_tempo import BlockTempo
from tempo_trainer.ui.builder.forms.overrides import Override
from tempo_trainer.ui.fields import Combo, LongTextField, NumberField, Row, TextField, combo
from tempo_trainer.ui.rep.course import side_of
from tempo_trainer.ui.rep.view import RepView
from tempo_trainer.ui.themes import Theme
from tempo_trainer.workout.edits import put
from tempo_trainer.workout.exercise import Exercise, Sides
from tempo_trainer.workout.model import MOST_SETS
from tempo_trainer.workout.strict_yaml import Path

UNKNOWN = Exercise(name="Unknown exercise")
SIDES: Mapping[Sides, str] = {
    "both": "Both together",
    "each": "One after the other",
    "alternate": "In turn, rep by rep",
    "left": "Left only",
    "right": "Right only",
}


class ExerciseForm(Form):
    """The rep is seen in the tempo that is chosen, and can be heard."""

    def __init__(self, document: Document, path: Path, rep: RepView) -> None:
        super().__init__(document, path, "Exercise")
        self.exercise = _searchable(combo("Exercise", {}))
        self.sets = NumberField("Sets", 1, MOST_SETS, unit="sets")
        self.amount = Amount()
        self.sides = combo("Sides", {})
        self.tempo = BlockTempo()
        self.overrides = (
            Override(self, "rest", "Rest between sets"),
            Override(self, "switch", "Change of sides"),
            Override(self, "rest_after", "Rest after it"),
        )
        self.load = TextField("Load", "10 kg")
        self.note = LongTextField("Note", "What to think of.")
        self.rep = rep
        self._arrange()
        self._wire()
        self.begin()

    def refresh(self) -> None:
        """Show what the document says."""
        said, names = self.said, self.document.names
        exercise_id = str(said.get("exercise", ""))
        exercise = names.exercises.get(exercise_id, UNKNOWN)
        self.set_title(exercise.name)
        self.exercise.offer({key: known.name for key, known in names.exercises.items()})
        self.exercise.choose(exercise_id)
        set_number(self.sets, said.get("sets", 1))
        self.amount.show_amount(said.get("reps"), said.get("hold"))
        self.sides.offer({"": f"As usual: {SIDES[exercise.sides].lower()}"} | dict(SIDES.items()))
        self.sides.setCurrentIndex(self.sides.findData(said.get("sides") or ""))
        self._tempo_row.setVisible(said.get("hold") is None)
        self.tempo.show_tempo(said.get("tempo"), exercise, names)
        for field in self.overrides:
            field.refresh()
        self.load.set_text(text_of(said.get("load")))
        self.note.set_text(text_of(said.get("note")))
        self._show_rep(exercise_id, exercise)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.rep.set_theme(theme)

    def set_steps_only(self, *, steps_only: bool) -> None:
        """Reduced motion."""
        self.rep.steps_only = steps_only

    def _show_rep(self, exercise_id: str, exercise: Exercise) -> None:
        """Only what makes sense: while the tempo is being typed, the last one that did."""
        held = self.said.get("hold") is not None
        tempo = None if held else self.tempo.tempo(self.said.get("tempo"))
        if exercise is not UNKNOWN and (held or tempo is not None):
            sides = next((key for key in SIDES if key == self.said.get("sides")), exercise.sides)
            self.rep.set_rep(exercise_id, exercise, tempo, side_of(sides))

    def _arrange(self) -> None:
        self.add("exercise", Row("Exercise", self.exercise, "Type a part of its name to search."))
        self.add("sets", Row("Sets", self.sets))
        self.add("sides", Row("Sides", self.sides), beside=True)
        self.add("reps", Row("How much in a set", self.amount, "A side, where sides take turns."), also="hold")
        self._tempo_row = self.add("tempo", Row("Tempo", self.tempo))
        self.add_widget(self.rep)
        self.section("Rests")
        for number, (field, text) in enumerate(
            zip(self.overrides, ("Between sets", "Change of sides", "After it"), strict=True)
        ):
            self.add(field.key, Row(text, field), beside=number > 0)
        self.section("To know")
        self.add("load", Row("Load", self.load, "Shown and kept, not counted."))
        self.add("note", Row("Note", self.note, "Shown in the rest before."))

    def _wire(self) -> None:
        self.exercise.picked.connect(self._take_exercise)
        self.sets.valueChanged.connect(partial(self.put, "sets"))
        self.amount.changed.connect(self._take_amount)
        self.sides.picked.connect(self._take_sides)
        self.tempo.changed.connect(partial(self.put, "tempo"))
        self.load.textEdited.connect(partial(self._take_text, "load"))
        self.note.edited.connect(partial(self._take_text, "note"))

    def _take_exercise(self, exercise_id: str) -> None:
        self.put("exercise", exercise_id)

    def _take_amount(self, reps: object, hold: object) -> None:
        """Both keys in one step, as a block says one of the two."""
        if self.is_there:
            data = put(self.document.data, (*self.path, "reps"), reps)
            self.document.edit("change of amount", put(data, (*self.path, "hold"), hold), (*self.path, "reps"))

    def _take_sides(self, sides: str) -> None:
        self.put("sides", sides or None)

    def _take_text(self, key: str, text: str) -> None:
        self.put(key, text.strip() or None)


def _searchable(made: Combo) -> Combo:
    """One may type in it, and is offered what has the letters anywhere."""
    made.setEditable(True)
    made.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    if completer := made.completer():
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    return made
