"""Stands in for parts of `workout/` that are being written; to be deleted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from tempo_trainer.workout.loader import _names_in_reach
from tempo_trainer.workout.model import Names, Workout
from tempo_trainer.workout.validation import _message, _path_in_data

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Finding:
    path: Path
    message: str


def findings(data: Any, names: Names) -> tuple[Workout | None, tuple[Finding, ...]]:
    try:
        return Workout.model_validate(data, context=_names_in_reach(data, names)), ()
    except ValidationError as error:
        found = []
        for detail in error.errors(include_url=False):
            path = _path_in_data(detail["loc"], data)
            where = (*path, detail["loc"][-1]) if detail["type"] == "missing" else path
            found.append(Finding(where, _message(detail, path, Workout)))
        return None, tuple(found)


