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


def at(data: Any, path: Sequence[str | int]) -> Any:
    for key in path:
        data = data[key]
    return data


def put(data: Any, path: Sequence[str | int], value: Any) -> Any:
    if not path:
        return value
    key, *rest = path
    new = data.copy()
    if rest:
        inner = data[key] if not isinstance(data, dict) or key in data else {}
        new[key] = put(inner, rest, value)
    elif value is None and isinstance(data, dict):
        new.pop(key, None)
    else:
        new[key] = value
    return new


def inserted(data: Any, list_path: Sequence[str | int], index: int, value: Any) -> Any:
    items = list(at(data, list_path))
    items.insert(index, value)
    return put(data, list_path, items)


def removed(data: Any, path: Sequence[str | int]) -> Any:
    items = at(data, path[:-1]).copy()
    del items[path[-1]]
    return put(data, path[:-1], items)


def duplicated(data: Any, path: Sequence[str | int]) -> Any:
    return inserted(data, path[:-1], int(path[-1]) + 1, at(data, path))


def moved(data: Any, path: Sequence[str | int], to: Sequence[str | int], index: int) -> Any:
    block = at(data, path)
    marked = inserted(data, to, index, block)
    old = list(path)
    if tuple(to) == tuple(path[:-1]) and index <= int(path[-1]):
        old[-1] = int(path[-1]) + 1
    elif len(path) == 4 and len(to) == 1 and index <= int(path[1]):
        old[1] = int(path[1]) + 1
    return removed(marked, old)
