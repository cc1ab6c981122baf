"""What a workout file says (DESIGN 4.2), validated. Durations are held as milliseconds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Discriminator,
    Field,
    Tag,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
)

from tempo_trainer.workout.durations import duration_ms
from tempo_trainer.workout.exercise import (
    DURATION_SCHEMA,
    AnyTempo,
    AnyText,
    Duration,
    Exercise,
    Level,
    Several,
    Sides,
    Strict,
    Text,
)
from tempo_trainer.workout.problems import did_you_mean
from tempo_trainer.workout.tempo import Ramp, Tempo, TempoChoice, is_preset_name

MOST_SETS = 99
MOST_REPS = 999
OPEN_REPS = 100  # how many reps `max` is planned and numbered as


@dataclass(frozen=True)
class Names:
    """The exercises and presets that a workout may name; those of the nearest owner hide the others."""

    exercises: Mapping[str, Exercise] = field(default_factory=dict)
    presets: Mapping[str, Tempo | Ramp] = field(default_factory=dict)

    def and_those_of(self, workout: "Workout") -> "Names":
        """These names, with the workout's own in front."""
        presets = {name: tempo for name, tempo in workout.presets.items() if not isinstance(tempo, str)}
        return Names({**self.exercises, **workout.exercises}, {**self.presets, **presets})


def _format(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, int) or value != 1:  # true and 1.0 equal 1 in Python
        raise ValueError("must be 1, the only format there is")
    return 1


def _whole(most: int) -> Any:
    def check(value: Any) -> Any:
        if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= most:
            raise ValueError(f"must be a whole number from 1 to {most}")
        return int(value)

    return BeforeValidator(check)


Sets = Annotated[int, _whole(MOST_SETS), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": MOST_SETS})]


def _reps(value: Any) -> Any:
    if value == "max":
        return value
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= MOST_REPS:
        raise ValueError(f"must be a whole number from 1 to {MOST_REPS}, or `max`")
    return int(value)


_REPS_SCHEMA = {"anyOf": [{"type": "integer", "minimum": 1, "maximum": MOST_REPS}, {"const": "max"}]}
Reps = Annotated[int | Literal["max"], BeforeValidator(_reps), WithJsonSchema(_REPS_SCHEMA)]


def _hold(value: int) -> int:
    if value == 0:
        raise ValueError("must be longer than 0 s")
    return value


def _known_exercise(name: str, info: ValidationInfo) -> str:
    names: Names | None = info.context
    if names and name not in names.exercises:
        raise ValueError(f"unknown exercise `{name}`{did_you_mean(name, names.exercises)}")
    return name


def _known_tempo(tempo: TempoChoice, info: ValidationInfo) -> TempoChoice:
    names: Names | None = info.context
    if names and isinstance(tempo, str) and tempo not in names.presets:
        raise ValueError(f"unknown preset `{tempo}`{did_you_mean(tempo, names.presets)}")
    return tempo


def _in_figures(tempo: TempoChoice) -> TempoChoice:
    if isinstance(tempo, str):
        raise ValueError(f"must be a tempo in figures or a ramp, not the name `{tempo}`")  # noqa: TRY004  pydantic
    return tempo


def _preset_name(name: str) -> str:
    if not is_preset_name(name):
        raise ValueError(f"`{name}` cannot name a preset: it must start with a letter and be no tempo itself")
    return name


PresetName = Annotated[str, AfterValidator(_preset_name)]
PresetTempo = Annotated[AnyTempo, AfterValidator(_in_figures)]


class ExerciseBlock(Strict):
    """Sets of one exercise."""

    exercise: Annotated[Text, AfterValidator(_known_exercise)]
    sets: Sets = 1
    reps: Reps | None = None
    hold: Annotated[Annotated[Duration, AfterValidator(_hold)] | None, Field(validate_default=True)] = None
    sides: Sides | None = None
    tempo: Annotated[AnyTempo, AfterValidator(_known_tempo)] = "controlled"
    rest: Duration | None = None
    switch: Duration | None = None
    rest_after: Duration | None = None
    load: Text | None = None
    note: Text | None = None

    @field_validator("hold")
    @classmethod
    def _reps_or_hold(cls, hold: int | None, info: ValidationInfo) -> int | None:
        """Checked with the field, not after the model: so it is told together with all other problems."""
        if "reps" in info.data and (info.data["reps"] is None) == (hold is None):
            raise ValueError("an exercise block says either `reps` or `hold`, one of the two")
        return hold


class CircuitBlock(Strict):
    """Several exercises in turn, round after round."""

    circuit: Text
    rounds: Sets = 1
    rest: Duration | None = None
    rest_after: Duration | None = None
    transition: Duration = 10_000
    blocks: Annotated[Several[ExerciseBlock], Field(min_length=1)]


def _rest(value: Any) -> Any:
    try:
        return value if value == "until-ready" else duration_ms(value)
    except ValueError as error:
        raise ValueError(f"{error}, or `until-ready`") from None


_REST_SCHEMA = {"anyOf": [*DURATION_SCHEMA["anyOf"], {"const": "until-ready"}]}


class RestBlock(Strict):
    """A rest of a given length in milliseconds, or until the user is ready."""

    rest: Annotated[Literal["until-ready"] | int, BeforeValidator(_rest), WithJsonSchema(_REST_SCHEMA)]
    say: Text | None = None


def _kind_of_block(value: Any) -> str | None:
    if not isinstance(value, dict):
        by_type = {"ExerciseBlock": "exercise block", "CircuitBlock": "circuit block", "RestBlock": "rest block"}
        return by_type.get(type(value).__name__)
    by_key = {"exercise": "exercise block", "circuit": "circuit block", "rest": "rest block"}
    if exact := next((key for key in by_key if key in value), None):
        return by_key[exact]
    near = (name for key in list(value)[:3] for name in get_close_matches(str(key), by_key, n=1))
    return by_key.get(next(near, ""))


Block = Annotated[
    Annotated[ExerciseBlock, Tag("exercise block")]
    | Annotated[CircuitBlock, Tag("circuit block")]
    | Annotated[RestBlock, Tag("rest block")],
    Discriminator(
        _kind_of_block,
        custom_error_type="block",
        custom_error_message="a block must say `exercise`, `circuit` or `rest`",
    ),
]


class Workout(Strict):
    """A whole workout as its file says it."""

    format: Annotated[Literal[1], BeforeValidator(_format)]
    name: Text
    summary: AnyText = ""
    level: Level | None = None
    tags: Several[Text] = ()
    lead_in: Duration = 10_000
    rest: Duration = 60_000
    switch: Duration = 8_000
    rest_after: Duration = 90_000
    first_side: Literal["left", "right"] = "left"
    presets: Mapping[PresetName, PresetTempo] = Field(default_factory=dict)
    exercises: Mapping[Text, Exercise] = Field(default_factory=dict)
    blocks: Annotated[Several[Block], Field(min_length=1)]


MODEL_OF_TAG: Mapping[str, type[Strict]] = {
    "exercise block": ExerciseBlock,
    "circuit block": CircuitBlock,
    "rest block": RestBlock,
}
