"""The names that a workout gives to exercises and presets of its own: who uses them, and what a rename has to change.

Everything here is about plain data, as the functions of workout/edits.py are.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tempo_trainer.ui.builder.deeds import unused
from tempo_trainer.workout.edits import at, put, removed
from tempo_trainer.workout.model import ExerciseBlock
from tempo_trainer.workout.strict_yaml import Path
from tempo_trainer.workout.tempo import is_preset_name

Data = Mapping[str, Any]
Uses = Callable[[Data, str], list[Path]]

EXERCISES, PRESETS = "exercises", "presets"
USUAL_TEMPO = ExerciseBlock.model_fields["tempo"].default  # the preset of a block that names none


def own(data: Data, kind: str) -> Mapping[str, Any]:
    """The workout's own exercises or presets by their names."""
    said = data.get(kind)
    return said if isinstance(said, Mapping) else {}


def uses_of_exercise(data: Data, name: str) -> list[Path]:
    """The blocks of an exercise."""
    return [path for path, block in _exercise_blocks(data) if block.get("exercise") == name]


def uses_of_preset(data: Data, name: str) -> list[Path]:
    """The blocks that are done in the tempo of a preset, be it because they name none."""
    return [path for path, block in _exercise_blocks(data) if _preset_of(block) == name]


def exercise_renamed(data: Data, old: str, new: str) -> Data:
    """With another name for an exercise of its own, also in its blocks."""
    renamed = _with_key(data, EXERCISES, old, new)
    for path in uses_of_exercise(data, old):
        renamed = put(renamed, (*path, "exercise"), new)
    return renamed


def preset_renamed(data: Data, old: str, new: str) -> Data:
    """With another name for a preset of its own, also in the blocks that use it."""
    return _in_tempo(_with_key(data, PRESETS, old, new), uses_of_preset(data, old), new)


def without_preset(data: Data, name: str) -> Data:
    """Without a preset of its own; the blocks that use it keep its tempo."""
    return _in_tempo(_without(data, (PRESETS, name)), uses_of_preset(data, name), own(data, PRESETS)[name])


def without_exercise(data: Data, name: str) -> Data:
    """Without an exercise of its own, which no block uses."""
    return _without(data, (EXERCISES, name))


def with_preset(data: Data, tempo: str) -> tuple[Data, str]:
    """With one more preset, and its name."""
    name = unused("my-tempo", {*own(data, PRESETS), *(_preset_of(block) for _, block in _exercise_blocks(data))})
    return put(data, (PRESETS, name), tempo), name


def problem_of_exercise_name(data: Data, old: str, new: str) -> str:
    """Why an exercise may not be renamed like this; empty if it may."""
    if not new:
        return "Write a name, such as my-curl"
    if not new.isprintable():
        return "Write it in plain characters"
    return _problem_if_taken(data, EXERCISES, old, new, uses_of_exercise)


def problem_of_preset_name(data: Data, old: str, new: str) -> str:
    """Why a preset may not be renamed like this; empty if it may."""
    if not new:
        return "Write a name, such as slow"
    if not is_preset_name(new) or not new.isprintable():
        return "A name starts with a letter and is no tempo itself"
    return _problem_if_taken(data, PRESETS, old, new, uses_of_preset)


def _problem_if_taken(data: Data, kind: str, old: str, new: str, uses: Uses) -> str:
    """A block that means the catalogue's, or the user's, must not come to mean this one."""
    if new == old:
        return ""
    if new in own(data, kind):
        return f"This workout has another one called {new}"
    return f"Blocks of this workout use another one called {new}" if uses(data, new) else ""


def _exercise_blocks(data: Data) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """Each block of an exercise, those of circuits included, with where it stands."""
    for index, block in _mappings(data.get("blocks")):
        if "exercise" in block:
            yield ("blocks", index), block
        for inner, said in _mappings(block.get("blocks")):
            yield ("blocks", index, "blocks", inner), said


def _mappings(items: Any) -> Iterator[tuple[int, Mapping[str, Any]]]:
    for index, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, Mapping):
            yield index, item


def _preset_of(block: Mapping[str, Any]) -> str:
    """What preset a block uses; empty for none."""
    said = block.get("tempo", "" if "hold" in block else USUAL_TEMPO)
    return said.strip() if isinstance(said, str) else ""


def _with_key(data: Data, kind: str, old: str, new: str) -> Data:
    """Another key at the same place among the others."""
    keyed: Data = put(data, (kind,), {new if key == old else key: said for key, said in own(data, kind).items()})
    return keyed


def _in_tempo(data: Data, paths: list[Path], tempo: Any) -> Data:
    for path in paths:
        data = put(data, (*path, "tempo"), tempo)
    return data


def _without(data: Data, path: Path) -> Data:
    """Without what stands there, and without its mapping if that is empty then."""
    left: Data = removed(data, path)
    emptied: Data = left if at(left, path[:-1]) else removed(left, path[:-1])
    return emptied
