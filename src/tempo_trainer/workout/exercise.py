"""What an exercise is, and the base and field types that everything read from a file shares."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from tempo_trainer.workout.durations import duration_ms
from tempo_trainer.workout.tempo import PHASES, Phase, TempoChoice, parse_tempo

Item = TypeVar("Item")

Side = Literal["left", "right", "both"]
Sides = Literal["both", "each", "alternate", "left", "right"]
Level = Literal["beginner", "intermediate", "advanced"]


class Strict(BaseModel):
    """Frozen, no unknown keys, no silent conversion of one type to another."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, arbitrary_types_allowed=True)


def _as_tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


Several = Annotated[tuple[Item, ...], BeforeValidator(_as_tuple)]

_PLAIN_DURATION = {"type": "number", "minimum": 0, "maximum": 3600}
_TEXT_DURATION = {
    "type": "string",
    "pattern": r"^([0-9]+:[0-5][0-9](\.[0-9]+)?|[0-9]+m|([0-9]+m ?)?[0-9]+(\.[0-9]+)?s?)$",
}
DURATION_SCHEMA: dict[str, Any] = {
    "anyOf": [_PLAIN_DURATION, _TEXT_DURATION],
    "description": "seconds, or 90s, 1m30s, 2m, 1:30",
}
Duration = Annotated[
    int,
    BeforeValidator(duration_ms),
    WithJsonSchema(DURATION_SCHEMA),
]
"""Milliseconds; in a file seconds or text, see durations.py."""

_PART = {"anyOf": [{"type": "number", "minimum": 0, "maximum": 60}, {"enum": ["X", "x"]}]}
_PARTS = {
    "type": "object",
    "additionalProperties": False,
    "properties": dict.fromkeys(("eccentric", "stretched_pause", "concentric", "contracted_pause"), _PART),
}
_NOTATION = {"type": ["string", "integer"], "description": "3-1-3-1, 30X1, 2.5-1-2.5-0, or the name of a preset"}
_ONE_TEMPO = {"anyOf": [_NOTATION, _PARTS]}
_RAMP = {
    "type": "object",
    "additionalProperties": False,
    "required": ["from", "to"],
    "properties": {"from": _ONE_TEMPO, "to": _ONE_TEMPO},
}
TEMPO_SCHEMA = {"anyOf": [_NOTATION, _RAMP, _PARTS]}
AnyTempo = Annotated[TempoChoice, BeforeValidator(parse_tempo), WithJsonSchema(TEMPO_SCHEMA)]


def _printable(text: str) -> str:
    """Escape codes in a name would reach the terminal."""
    if not all(character.isprintable() or character == "\n" for character in text):
        raise ValueError("must be plain text without control characters")
    return text


AnyText = Annotated[str, AfterValidator(_printable)]
Text = Annotated[AnyText, Field(min_length=1)]


class Words(Strict):
    """What the voice and the window call each phase of an exercise."""

    eccentric: Text = "lower"
    stretched_pause: Text = "hold"
    concentric: Text = "lift"
    contracted_pause: Text = "hold"

    def by_phase(self) -> Mapping[Phase, str]:
        """The words as a mapping, in the order of the notation."""
        return {phase: getattr(self, phase) for phase in PHASES}


class Exercise(Strict):
    """One movement: how it is performed and what to tell who performs it."""

    name: Text
    starts_with: Literal["eccentric", "concentric"] = "eccentric"
    sides: Sides = "both"
    words: Words = Words()
    setup: Several[Text] = ()
    cues: Several[Text] = ()
    mistakes: Several[Text] = ()
    equipment: Several[Text] = ()
    figure: Text | None = None


class CatalogueExercise(Exercise):
    """A shipped exercise, with its neighbours on the ladder of difficulty."""

    level: Level
    held: bool = False  # mostly done as a hold
    easier: Text | None = None
    harder: Text | None = None
