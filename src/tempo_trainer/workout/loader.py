"""Reading files: workouts, the catalogue, presets. All that is wrong is raised at once as ProblemsError."""

import stat
from collections.abc import Mapping
from dataclasses import replace
from importlib import resources
from pathlib import Path
from typing import Any

from tempo_trainer.workout.compiler import compile_timeline
from tempo_trainer.workout.exercise import CatalogueExercise, Strict
from tempo_trainer.workout.model import Names, PresetName, PresetTempo, Workout
from tempo_trainer.workout.problems import Problem, ProblemsError
from tempo_trainer.workout.strict_yaml import LARGEST_BYTES, Document, place_of_byte, read_yaml
from tempo_trainer.workout.tempo import Ramp, Tempo
from tempo_trainer.workout.timeline import Timeline, TooLongError
from tempo_trainer.workout.validation import Model, validated, with_names_of

BUILT_IN_PRESETS: Mapping[str, Any] = {
    "controlled": "3-1-3-1",
    "slow": "4-2-4-2",
    "progressive": {"from": "3-1-3-1", "to": "4-2-4-2"},
    "lowering": "4-1-2-0",
    "quick-lift": "3-1-X-1",
}


class _Catalogue(Strict):
    exercises: Mapping[str, CatalogueExercise]


class _Presets(Strict):
    presets: Mapping[PresetName, PresetTempo]


def shipped_names() -> Names:
    """The shipped exercises and the built-in presets."""
    text = resources.files("tempo_trainer.workout").joinpath("catalogue.yaml").read_text(encoding="utf-8")
    catalogue = validated(_Catalogue, _below("exercises", read_yaml(text, "catalogue.yaml")), "catalogue.yaml")
    return Names(dict(catalogue.exercises), _in_figures(_Presets(presets=dict(BUILT_IN_PRESETS))))


def load_presets(path: Path, names: Names) -> Names:
    """`names` with the user's presets (a mapping of name to tempo) in front."""
    presets = validated(_Presets, _below("presets", read_yaml(_text(path), str(path))), str(path))
    return Names(names.exercises, {**names.presets, **_in_figures(presets)})


def load_model(model: type[Model], path: Path) -> Model:
    """A small file of the user's as a model; an empty file is a mapping without keys."""
    document = read_yaml(_text(path), str(path))
    if document.data is None:
        document.data = {}
    return validated(model, document, str(path))


def load_timeline(path: Path, names: Names) -> Timeline:
    """The workout of a file, compiled: a file is good only if its plan can be performed."""
    return timeline_of(_text(path), str(path), names)


def timeline_of(text: str, file: str, names: Names) -> Timeline:
    """The same of a text; `file` is what its problems are told to be in."""
    document = read_yaml(text, file)
    if document.data is None and not document.problems:
        raise ProblemsError([Problem(file, 1, 1, "the file is empty; a workout needs `format`, `name` and `blocks`")])
    workout = validated(Workout, document, file, context=with_names_of(document.data, names))
    try:
        return replace(compile_timeline(workout, names), source=text)
    except TooLongError as error:
        place = document.values.get(("blocks", error.block - 1), (1, 1))
        raise ProblemsError([Problem(file, *place, str(error))]) from None


def _text(path: Path) -> str:
    """The text of a small regular UTF-8 file; whatever else it is, is a problem at line 1."""
    data = _bytes(path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = place_of_byte(data, error.start)
        raise ProblemsError([Problem(str(path), *place, "not UTF-8 text; save the file as UTF-8")]) from None


def _bytes(path: Path) -> bytes:
    def refuse(message: str) -> ProblemsError:
        return ProblemsError([Problem(str(path), 1, 1, message)])

    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise refuse("is a folder, not a file" if stat.S_ISDIR(status.st_mode) else "is not a regular file")
        with path.open("rb") as file:
            data = file.read(LARGEST_BYTES + 1)
    except FileNotFoundError:
        raise refuse("there is no such file") from None
    except (OSError, ValueError) as error:
        raise refuse(f"cannot be read: {getattr(error, 'strerror', None) or error}") from None
    if len(data) > LARGEST_BYTES:
        raise refuse(f"larger than {LARGEST_BYTES // 1024} KiB; a workout file is a few hundred lines at most")
    return data


def _below(key: str, document: Document) -> Document:
    """The same document one level deeper, under `key`."""
    return Document(
        {key: document.data if document.data is not None else {}},
        {(key, *path): place for path, place in document.values.items()},
        {(key, *path): place for path, place in document.keys.items()},
        document.problems,
        {(key, *path) for path in document.broken},
    )


def _in_figures(presets: _Presets) -> dict[str, Tempo | Ramp]:
    return {name: tempo for name, tempo in presets.presets.items() if not isinstance(tempo, str)}
