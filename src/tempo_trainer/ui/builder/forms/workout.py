"""The form of the workout itself: what it is called, its times, and the presets and exercises of its own."""

from collections.abc import Mapping
from functools import partial

from tempo_trainer.ui.builder.document import Document
from tempo_trainer.ui.builder.forms.base import Form, Key, ms_of
from tempo_trainer.ui.builder.forms.own_exercises import OwnExercises
from tempo_trainer.ui.builder.forms.own_presets import OwnPresets
from tempo_trainer.ui.builder.forms.texts import items_of, or_none, show_list, show_text
from tempo_trainer.ui.fields import Choices, LongTextField, Row, SecondsField, TextField, combo
from tempo_trainer.ui.guide.texts import LEVELS
from tempo_trainer.workout.durations import LONGEST_MS, in_words
from tempo_trainer.workout.model import Workout
from tempo_trainer.workout.strict_yaml import Path

SIDES: Mapping[str, str] = {"left": "Left", "right": "Right"}
TIMES: Mapping[str, tuple[str, str]] = {
    "lead_in": ("To get ready", "Before the first exercise."),
    "rest": ("Rest between sets", "Of one exercise."),
    "switch": ("Change of sides", "Between the sides of a set."),
    "rest_after": ("Rest after a block", "Before the next one."),
}
TAGS_HELP = "With commas between them."
TAGS_KEPT = "One has a comma or a line end in it: change them in a text editor."


class WorkoutForm(Form):
    """Blocks may say other times of their own."""

    def __init__(self, document: Document, path: Path = ()) -> None:
        super().__init__(document, path, "Workout")
        self.name = TextField("Name", "Hamstrings, intermediate")
        self.summary = LongTextField("Summary", "What it is good for, and for whom.")
        self.level = combo("Level", {"": "Not said", **dict(LEVELS.items())})
        self.tags = TextField("Tags", "hamstrings, runners")
        self.times: Mapping[str, SecondsField] = {key: _time(key) for key in TIMES}
        self.first_side = Choices("First side", SIDES)
        self.presets = OwnPresets(document)
        self.exercises = OwnExercises(document)
        self._arrange()
        self._wire()
        self.begin()

    def refresh(self) -> None:
        """Show what the document says."""
        said = self.said
        show_text(self.name, said.get("name"))
        show_text(self.summary, said.get("summary"))
        self.level.choose(str(said.get("level") or ""))
        self._tags_row.show_help(TAGS_HELP if show_list(self.tags, said.get("tags")) else TAGS_KEPT)
        for key, field in self.times.items():
            field.set_ms(ms_of(said.get(key)))
        side = str(said.get("first_side", "left"))
        if side in SIDES:
            self.first_side.choose(side)
        self.presets.refresh()
        self.exercises.refresh()

    def enter(self, place: Path) -> bool:
        """Give the focus to what a place belongs to; False if there is no such field."""
        return self.presets.enter(place) or super().enter(place)

    def _arrange(self) -> None:
        self.add("name", Row("Name", self.name))
        self.add("summary", Row("Summary", self.summary))
        self.add("level", Row("Level", self.level))
        self._tags_row = self.add("tags", Row("Tags", self.tags, TAGS_HELP), beside=True)
        self.section("Times")
        for number, (key, (text, help_)) in enumerate(TIMES.items()):
            self.add(key, Row(text, self.times[key], help_), beside=number % 2 == 1)
        self.add("first_side", Row("First side", self.first_side, "Where the sides are trained one after the other."))
        self.section("Presets of this workout")
        self.add_widget(self.presets)
        self.section("Exercises of this workout")
        self.add_widget(self.exercises)

    def _wire(self) -> None:
        self.name.textEdited.connect(self._take_name)
        self.summary.edited.connect(partial(self._take_text, "summary"))
        self.level.picked.connect(partial(self._take_text, "level"))
        self.tags.textEdited.connect(self._take_tags)
        for key, field in self.times.items():
            field.changed.connect(partial(self.put_ms, key))
        self.first_side.picked.connect(self._take_side)
        self.exercises.go_wanted.connect(self.go_wanted)

    def _take_name(self, text: str) -> None:
        self.put("name", text.strip())

    def _take_text(self, key: Key, text: str) -> None:
        self.put(key, text.strip() or None)

    def _take_tags(self, text: str) -> None:
        self.put("tags", or_none(items_of(text)))

    def _take_side(self, side: str) -> None:
        self.put("first_side", None if side == "left" else side)


def _time(key: str) -> SecondsField:
    """Empty where the usual length holds."""
    usual = Workout.model_fields[key].default
    field = SecondsField(TIMES[key][0], 0, LONGEST_MS, empty=f"as usual: {in_words(usual)}")
    field.empty_ms = usual
    return field
