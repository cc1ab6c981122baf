"""Writing a workout as a person would: only what differs from the defaults, in the format's order (DESIGN 4.2)."""

from collections.abc import Mapping
from typing import Any

from tempo_trainer.workout.exercise import Strict
from tempo_trainer.workout.model import Workout
from tempo_trainer.workout.strict_yaml import LARGEST_BYTES
from tempo_trainer.workout.tempo import Ramp, Tempo
from tempo_trainer.workout.yaml_text import yaml_text

_IN_MS = {"lead_in", "rest", "switch", "rest_after", "transition", "hold"}


class TooLargeError(ValueError):
    """A workout whose file could not be read again."""


def plain(workout: Workout) -> dict[str, Any]:
    """The workout as plain data, as its file says it: `findings` of these gives the same workout."""
    return _plain_model(workout)


def workout_text(workout: Workout) -> str:
    """The workout as a file; TooLargeError where no file may be so large."""
    text = yaml_text(plain(workout), spaced="blocks")
    if len(text.encode()) > LARGEST_BYTES:
        raise TooLargeError(
            f"the file would be larger than {LARGEST_BYTES // 1024} KiB: shorten its texts or its blocks"
        )
    return text


def tempo_as_written(tempo: Tempo | Ramp | str) -> str | dict[str, str]:
    """A tempo as a file says it: `3-1-3-1`, the name of a preset, or where a ramp begins and ends."""
    return {"from": str(tempo.start), "to": str(tempo.end)} if isinstance(tempo, Ramp) else str(tempo)


def seconds_as_written(ms: int) -> float:
    """A length of time as a file says it: `90`, `2.5`."""
    return ms / 1000 if ms % 1000 else ms // 1000


def _plain_model(model: Strict) -> dict[str, Any]:
    """The fields that differ from their defaults, in the order of the model, which is the format's."""
    fields = type(model).model_fields.items()
    values = {key: getattr(model, key) for key, _field in fields}
    return {
        key: _plain(key, values[key])
        for key, field in fields
        if field.is_required() or values[key] != field.get_default(call_default_factory=True)
    }


def _plain(key: str, value: Any) -> Any:
    if isinstance(value, Strict):
        return _plain_model(value)
    if isinstance(value, Mapping):
        return {name: _plain(name, item) for name, item in value.items()}
    if isinstance(value, tuple):
        return [_plain("", item) for item in value]
    if isinstance(value, Tempo | Ramp):
        return tempo_as_written(value)
    return seconds_as_written(value) if key in _IN_MS and isinstance(value, int) else value
