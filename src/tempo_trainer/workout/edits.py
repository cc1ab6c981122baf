"""Edits of a workout as plain data: each gives new data and leaves the old alone (parts that stay are shared)."""

from collections.abc import Callable, Sequence
from typing import Any

from tempo_trainer.workout.exercise import Exercise, Strict, Words
from tempo_trainer.workout.model import CircuitBlock, ExerciseBlock, RestBlock, Workout
from tempo_trainer.workout.strict_yaml import Path
from tempo_trainer.workout.tempo import PHASES


def at(data: Any, path: Path) -> Any:
    """What stands at a path; None where there is nothing."""
    for part in path:
        if isinstance(data, list) and isinstance(part, int) and part in range(len(data)):
            data = data[part]
        else:
            data = data.get(part) if isinstance(data, dict) else None
    return data


def put(data: Any, path: Path, value: Any) -> Any:
    """The data with another value at a path, None: without the key. Mappings on the way are made where missing."""
    if not path:
        return value
    if value is None:
        return removed(data, path) if at(data, path) is not None else data
    return _changed(data, path[:-1], lambda inner: _with_item(inner, path, value))


def inserted(data: Any, list_path: Path, index: int, value: Any) -> Any:
    """The data with one more item in a list, which is made where missing; ValueError for what may not stand there."""
    _refuse_nesting(list_path, value)

    def insert(items: Any) -> list[Any]:
        items = [] if items is None else items
        if not 0 <= index <= len(items):
            raise IndexError(f"no place {index} in a list of {len(items)}")
        return [*items[:index], value, *items[index:]]

    return _changed(data, list_path, insert)


def removed(data: Any, path: Path) -> Any:
    """The data without the item or the key at a path; LookupError where there is none."""

    def remove(inner: Any) -> Any:
        part = path[-1]
        inner[part]
        if isinstance(inner, list):
            return [item for number, item in enumerate(inner) if number != part]
        return {key: item for key, item in inner.items() if key != part}

    return _changed(data, path[:-1], remove)


def moved(data: Any, path: Path, to_list_path: Path, index: int) -> Any:
    """The data with the item at `path` in the list `to_list_path` instead, where it then has the place `index`.

    Both paths are those before the move. ValueError for what may not stand there. `landing` tells the path after it.
    """
    item = at(data, path)
    _refuse_nesting(to_list_path, item)
    landed = landing(path, to_list_path, index)
    return inserted(removed(data, path), landed[:-1], index, item)


def landing(path: Path, to_list_path: Path, index: int) -> Path:
    """Where an item has come to stand after `moved` with the same words.

    >>> landing(("blocks", 0), ("blocks", 2, "blocks"), 1)
    ('blocks', 1, 'blocks', 1)
    """
    depth = len(path) - 1
    own, last = to_list_path[: depth + 1], path[-1]
    if own[:depth] == path[:-1] and len(own) > depth:
        place = own[depth]
        if isinstance(place, int) and isinstance(last, int) and place > last:
            to_list_path = (*path[:-1], place - 1, *to_list_path[depth + 1 :])
    return (*to_list_path, index)


def duplicated(data: Any, path: Path) -> Any:
    """The data with an item of a list a second time, behind the first."""
    number = path[-1]
    if not isinstance(number, int):
        raise ValueError("a key cannot stand in a mapping twice")  # noqa: TRY004
    return inserted(data, path[:-1], number + 1, at(data, path))


def _changed(data: Any, path: Path, change: Callable[[Any], Any], done: Path = ()) -> Any:
    """The data with what stands at `path` changed; all else is shared with the old."""
    if not path:
        return change(data)
    inner = _changed(at(data, path[:1]), path[1:], change, (*done, path[0]))
    return _with_item(data, (*done, path[0]), inner)


def _with_item(inner: Any, path: Path, value: Any) -> Any:
    """A list or mapping with another item or key, where `path` is that of the item."""
    part = path[-1]
    if isinstance(inner, list):
        if part not in range(len(inner)):
            raise IndexError(f"no item {part} in a list of {len(inner)}")
        return [value if number == part else item for number, item in enumerate(inner)]
    mapping = {**(inner or {}), part: value}
    return mapping if inner and part in inner else _in_order(mapping, _order(path[:-1], mapping))


def _in_order(mapping: dict[Any, Any], order: Sequence[str]) -> dict[Any, Any]:
    known = [key for key in order if key in mapping]
    return {key: mapping[key] for key in (*known, *(key for key in mapping if key not in known))}


def _order(path: Path, mapping: dict[Any, Any]) -> Sequence[str]:
    """The keys of the mapping at `path` as the format orders them; none where the user does."""
    match path:
        case ():
            return list(Workout.model_fields)
        case ("presets",) | ("exercises",):
            return ()
        case ("exercises", _):
            return list(Exercise.model_fields)
        case (*_, "words"):
            return list(Words.model_fields)
        case (*_, "blocks", int()):
            kinds: dict[str, type[Strict]] = {"exercise": ExerciseBlock, "circuit": CircuitBlock, "rest": RestBlock}
            return next((list(kinds[key].model_fields) for key in kinds if key in mapping), ())
    return ("from", "to", *PHASES)


def _refuse_nesting(list_path: Path, value: Any) -> None:
    inside = len(list_path) > 1 and list_path[0] == "blocks" and list_path[-1] == "blocks"
    if inside and isinstance(value, dict) and "exercise" not in value and value.keys() & {"circuit", "rest"}:
        raise ValueError("a circuit holds exercises only")
