"""The form of a block: which exercise, how much of it, on which sides, how fast, and with which rests."""

from typing import Any

from tempo_trainer.ui.builder.document import Document
from tempo_trainer.ui.builder.forms.amount import Amount
from tempo_trainer.ui.builder.forms.base import Form, set_number
from tempo_trainer.ui.builder.forms.chooser import ExerciseChooser
from tempo_trainer.ui.builder.forms.overrides import Override
from tempo_trainer.ui.builder.forms.tempo import USUAL, TempoOfBlock
from tempo_trainer.ui.builder.forms.texts import show_text
from tempo_trainer.ui.fields import LongTextField, NumberField, Row, TextField, combo
from tempo_trainer.ui.guide.texts import SIDES
from tempo_trainer.ui.rep.course import side_of
from tempo_trainer.ui.rep.view import RepView
from tempo_trainer.ui.themes import Theme
from tempo_trainer.ui.widgets import button
from tempo_trainer.workout.edits import put
from tempo_trainer.workout.exercise import Exercise, Side, Sides
from tempo_trainer.workout.model import MOST_SETS
from tempo_trainer.workout.strict_yaml import Path
from tempo_trainer.workout.tempo import Ramp, Tempo
from tempo_trainer.workout.writer import tempo_as_written

REP_HEIGHT = 320
INSIDE = 4  # the length of the path of a block in a circuit
ANY = Exercise(name="Any exercise")


class ExerciseForm(Form):
    """What has no meaning for the block is not shown: no tempo of a hold, no change of sides where both work."""

    def __init__(self, document: Document, path: Path, rep: RepView) -> None:
        super().__init__(document, path, "Exercise")
        self._kept_tempo: Any = None  # what the block said before it was a hold
        self.chooser = ExerciseChooser()
        self.describe = button("Describe this exercise …")
        self.sets = NumberField("Sets", 1, MOST_SETS)
        self.amount = Amount()
        self.sides = combo("Sides", {"": ""} | dict(SIDES.items()))
        self.load = TextField("Load", "10 kg")
        self.tempo = TempoOfBlock()
        self.rest = Override(self, "rest", "Between sets")
        self.switch = Override(self, "switch", "Change of sides")
        self.rest_after = Override(self, "rest_after", "After this block")
        self.note = LongTextField("Note", "Shown before and during the exercise.")
        self.rep = rep
        self._arrange()
        self._wire()
        self.begin()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.rep.set_theme(theme)

    def set_steps_only(self, *, steps_only: bool) -> None:
        """Reduced motion."""
        self.rep.steps_only = steps_only

    def refresh(self) -> None:
        """Show what the document says."""
        said, names = self.said, self.document.names
        key = str(said.get("exercise", ""))
        exercise = names.exercises.get(key, ANY)
        self.chooser.show_exercise(key, names.exercises)
        self.describe.setVisible(key in (self.document.data.get("exercises") or ()))
        set_number(self.sets, said.get("sets", 1))
        self.amount.show_said(said.get("reps"), said.get("hold"))
        self._show_sides(str(said.get("sides", "")), exercise)
        self.tempo.show_said(said.get("tempo"), exercise, names.presets)
        self._tempo_row.setVisible("hold" not in said)
        show_text(self.load, said.get("load"))
        show_text(self.note, said.get("note"))
        for field in (self.rest, self.switch, self.rest_after):
            field.refresh()
        self._show_rep(key, exercise)

    def _sides_of(self, exercise: Exercise) -> Sides:
        """Those of the block, or of the exercise."""
        said = str(self.said.get("sides"))
        return next((sides for sides in SIDES if sides == said), exercise.sides)

    def _show_sides(self, said: str, exercise: Exercise) -> None:
        self.sides.setItemText(0, f"as usual: {SIDES[exercise.sides].lower()}")
        self.sides.choose(said)
        self._switch_row.setVisible(self._sides_of(exercise) == "each" or "switch" in self.said)

    def _show_rep(self, key: str, exercise: Exercise) -> None:
        """What cannot be performed leaves the picture as it was."""
        self.rep.setVisible(exercise is not ANY)
        if exercise is not ANY and key:
            tempo = None if "hold" in self.said else self.tempo.tempo
            first: Side = "right" if self.document.data.get("first_side") == "right" else "left"
            self.rep.set_rep(key, exercise, tempo, side_of(self._sides_of(exercise), first))

    def _arrange(self) -> None:
        self.add("exercise", Row("Exercise", self.chooser))
        self.add_widget(self.describe)
        self.add("sets", Row("Sets", self.sets))
        self.add("reps", Row("Each set", self.amount), "hold", beside=True)
        self.sides.setToolTip("“As usual” is what the exercise itself says.")
        self.add("sides", Row("Sides", self.sides))
        self.add("load", Row("Load", self.load), beside=True)
        self._tempo_row = self.add("tempo", Row("Tempo", self.tempo))
        self.section("Rests")
        self.add("rest", Row("Between sets", self.rest))
        self._switch_row = self.add("switch", Row("Change of sides", self.switch), beside=True)
        after = self.add("rest_after", Row("After this block", self.rest_after, "None after the last block."))
        after.setVisible(len(self.path) != INSIDE)  # there the circuit has a say
        self.section("Note")
        self.add("note", Row("Note", self.note))
        self.section("How it looks and sounds")
        self.rep.setFixedHeight(REP_HEIGHT)
        self.add_widget(self.rep)

    def _wire(self) -> None:
        self.chooser.picked.connect(self._take_exercise)
        self.describe.clicked.connect(self._go_to_exercise)
        self.sets.valueChanged.connect(self._take_sets)
        self.amount.changed.connect(self._take_amount)
        self.sides.picked.connect(self._take_sides)
        self.load.textEdited.connect(self._take_load)
        self.tempo.changed.connect(self._take_tempo)
        self.note.edited.connect(self._take_note)

    def _take_exercise(self, key: str) -> None:
        self.put("exercise", key)

    def _go_to_exercise(self) -> None:
        self.go_wanted.emit(("exercises", self.said.get("exercise")))

    def _take_sets(self, sets: int) -> None:
        self.put("sets", sets)

    def _take_amount(self, reps: Any, hold: Any) -> None:
        """One step, though it changes several keys: a hold has no tempo, and gets it back when it is none."""
        if not self.is_there:
            return
        said = self.said
        if hold is None:
            tempo = self._kept_tempo if "hold" in said else said.get("tempo")
        else:
            self._kept_tempo, tempo = said.get("tempo", self._kept_tempo), None
        data = self.document.data
        for key, value in (("reps", reps), ("hold", hold), ("tempo", tempo)):
            data = put(data, (*self.path, key), value)
        self.document.edit("change of reps", data, (*self.path, "reps"))

    def _take_sides(self, sides: str) -> None:
        self.put("sides", sides or None)

    def _take_load(self, text: str) -> None:
        self.put("load", text.strip() or None)

    def _take_tempo(self, tempo: str | Tempo | Ramp) -> None:
        """The usual one goes without saying."""
        self.put("tempo", None if tempo == USUAL else tempo_as_written(tempo))

    def _take_note(self, text: str) -> None:
        self.put("note", text.strip() or None)
