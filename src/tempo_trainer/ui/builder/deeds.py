"""What can be done with the blocks of a list: each brings new data, and the path of the block to choose then."""

from collections.abc import Container, Mapping, Sequence
from itertools import chain, count
from typing import Any

from tempo_trainer.workout.edits import at, duplicated, inserted, landing, moved, put, removed
from tempo_trainer.workout.strict_yaml import Path

Data = Mapping[str, Any]
Done = tuple[Data, Path]

TOP: Path = ("blocks",)


def is_block(path: Path) -> bool:
    """Whether there is a block at this path, or the workout itself or an exercise of its own."""
    return path[:1] == TOP and len(path) in {2, 4}


def added(data: Data, chosen: Path, block: Data) -> Done:
    """Below the chosen block; into its circuit if it is an exercise."""
    to, index = place_below(data, chosen, block)
    return inserted(data, to, index, block), (*to, index)


def place_below(data: Data, chosen: Path, block: Data) -> tuple[Path, int]:
    """The list and the index in it where a block that is added below the chosen one comes to stand."""
    if not is_block(chosen):
        return TOP, _count(data, TOP)
    inside = "exercise" in block
    if inside and "circuit" in at(data, chosen):
        return (*chosen, "blocks"), _count(data, (*chosen, "blocks"))
    if inside and len(chosen) == 4:
        return chosen[:3], _index(chosen) + 1
    return TOP, int(chosen[1]) + 1


def taken_out(data: Data, path: Path) -> Done:
    """Without a block; the one that follows is chosen, or the one before, or the circuit, or the workout."""
    new = removed(data, path)
    left = len(at(new, path[:-1]))
    if left:
        return new, (*path[:-1], min(_index(path), left - 1))
    return new, path[:-2]


def doubled(data: Data, path: Path) -> Done:
    """With the same block once more below it."""
    return duplicated(data, path), (*path[:-1], _index(path) + 1)


def put_at(data: Data, path: Path, to: Path, index: int) -> Done:
    """A block in another place: in front of what stands at `index` now. ValueError where it may not stand."""
    if path[:-1] == to and index > _index(path):
        index -= 1
    return moved(data, path, to, index), landing(path, to, index)


def shifted(data: Data, path: Path, step: int) -> Done | None:
    """One place up (-1) or down (1), into circuits and out of them; None where there is no further place."""
    to, index = path[:-1], _index(path) + step
    if len(path) == 4 and not 0 <= index < len(at(data, to)):
        circuit = int(path[1])
        return put_at(data, path, TOP, circuit + (step > 0))
    blocks = at(data, to)
    if not 0 <= index < len(blocks):
        return None
    if len(path) == 2 and "circuit" in blocks[index] and "exercise" in at(data, path):
        inside = (*TOP, index, "blocks")
        return put_at(data, path, inside, 0 if step > 0 else _count(data, inside))
    try:
        return put_at(data, path, to, index + (step > 0))
    except ValueError:  # a rest that stands in a circuit, as only a text editor can put it
        return None


def with_own_exercise(data: Data, chosen: Path) -> Done:
    """With an exercise of the user's own, and a block of it; the exercise is chosen, to be described."""
    new, path = with_description(data)
    new, _ = added(new, chosen, {"exercise": path[-1], "sets": 3, "reps": 8})
    return new, path


def with_description(data: Data) -> Done:
    """With an exercise of the user's own that no block uses yet."""
    known = data.get("exercises", {})
    key = unused("my-exercise", known)
    return put(data, ("exercises", key), {"name": unused("My exercise", _names(known))}), ("exercises", key)


def unused(name: str, known: Container[str]) -> str:
    """The name, with a number behind it if there is one like it."""
    joint = "-" if name.islower() else " "
    numbered = (f"{name}{joint}{number}" for number in count(2))
    return next(found for found in chain([name], numbered) if found not in known)


def first_difference(before: Data, after: Data) -> Path:
    """The block, or the workout, that two states differ in first: what an undone step was about."""
    one, other = before.get("blocks", []), after.get("blocks", [])
    if one == other:
        own, new_own = before.get("exercises", {}), after.get("exercises", {})
        return next((("exercises", key) for key, said in new_own.items() if own.get(key) != said), ())
    index = next((i for i, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), None)
    if index is None:
        return () if len(one) == len(other) or not other else (*TOP, min(len(one), len(other) - 1))
    inner, new_inner = one[index].get("blocks"), other[index].get("blocks")
    if len(one) == len(other) and inner and new_inner and inner != new_inner:
        same = next((i for i, pair in enumerate(zip(inner, new_inner, strict=False)) if pair[0] != pair[1]), len(inner))
        return (*TOP, index, "blocks", min(same, len(new_inner) - 1))
    return (*TOP, index)


def nearest(data: Data, path: Path) -> Path:
    """The path, or where it leads into nothing, the nearest that does not."""
    if path[:1] == ("exercises",):
        return path[:2] if len(path) > 1 and path[1] in data.get("exercises", {}) else ()
    if not is_block(path):
        return ()
    blocks = data.get("blocks", [])
    if not blocks:
        return ()
    top = (*TOP, min(int(path[1]), len(blocks) - 1))
    inner = at(data, top).get("blocks", [])
    return (*top, "blocks", min(_index(path), len(inner) - 1)) if len(path) == 4 and inner else top


def _count(data: Data, list_path: Path) -> int:
    """How many blocks a list has; a circuit that was just begun by hand may have none."""
    return len(at(data, list_path) or ())


def _index(path: Path) -> int:
    return int(path[-1])


def _names(exercises: Mapping[str, Any]) -> Sequence[str]:
    return [str(said.get("name")) for said in exercises.values() if isinstance(said, Mapping)]
