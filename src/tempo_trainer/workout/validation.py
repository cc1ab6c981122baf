"""From plain data to a model, with pydantic's findings told in our words at their paths, or places in a file."""

from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from tempo_trainer.workout.compiler import compile_timeline
from tempo_trainer.workout.exercise import Exercise, Strict, Words
from tempo_trainer.workout.model import MODEL_OF_TAG, CircuitBlock, ExerciseBlock, Names, Workout
from tempo_trainer.workout.problems import Problem, ProblemsError, did_you_mean
from tempo_trainer.workout.strict_yaml import Document, Path, Place
from tempo_trainer.workout.timeline import TooLongError
from tempo_trainer.workout.writer import TooLargeError, workout_text

Model = TypeVar("Model", bound=Strict)

_SENTENCES = {
    "string_type": "must be text (a number or true/false as text stands in quotes)",
    "string_too_short": "must not be empty",
    "missing": "is missing",
    "list_type": "must be a list",
    "tuple_type": "must be a list",
    "too_short": "must not be empty",
    "block": "a block must say `exercise`, `circuit` or `rest`",
}
_NEEDS_MAPPING = {"model_type", "dict_type", "mapping_type", "model_attributes_type"}


@dataclass(frozen=True)
class Finding:
    """What is wrong with plain data; `path` is where it stands, or should stand where it is missing."""

    path: Path
    message: str
    of_key: bool = False  # the key itself is wrong, not what it says


def findings(data: Any, names: Names) -> tuple[Workout | None, tuple[Finding, ...]]:
    """The workout that plain data say, or all that is wrong with them; `too_long` tells the rest."""
    return checked(Workout, data, with_names_of(data, names))


def too_long(workout: Workout, names: Names) -> Finding | None:
    """Whether the workout grows beyond the limits of a plan or a file, and where. Takes as long as compiling."""
    try:
        workout_text(workout)
        compile_timeline(workout, names)
    except TooLongError as error:
        return Finding(("blocks", error.block - 1), str(error))
    except TooLargeError as error:
        return Finding((), str(error))
    return None


def with_names_of(data: Any, names: Names) -> Names:
    """The names that a workout's data may use, its own included, be their definitions right or wrong."""

    def own(key: str) -> dict[str, Any]:
        value = data.get(key) if isinstance(data, dict) else None
        return value if isinstance(value, dict) else {}

    return Names({**names.exercises, **own("exercises")}, {**names.presets, **own("presets")})


def validated(model: type[Model], document: Document, file: str, context: Any = None) -> Model:
    """The document as a `model`; ProblemsError with all that is wrong, the YAML's problems included."""
    result, found = checked(model, document.data, context)
    problems = [
        *document.problems,
        *(
            Problem(file, *_place(finding, document), finding.message)
            for finding in found
            if _is_news(finding, document)
        ),
    ]
    if problems or result is None:
        raise ProblemsError(problems)
    return result


def checked(model: type[Model], data: Any, context: Any = None) -> tuple[Model | None, tuple[Finding, ...]]:
    """Plain data as a `model`, or all that is wrong with them."""
    try:
        return model.model_validate(data, context=context), ()
    except ValidationError as error:
        return None, tuple(_finding(detail, model, data) for detail in error.errors(include_url=False))


def _is_news(finding: Finding, document: Document) -> bool:
    """Of what was refused as YAML, there is nothing more to say."""
    return not any(finding.path[:length] in document.broken for length in range(len(finding.path) + 1))


def _place(finding: Finding, document: Document) -> Place:
    """Where it stands in the file; what is missing is told where the innermost value around it begins."""
    if finding.of_key:
        return document.keys.get(finding.path, (1, 1))
    inner = (finding.path[:length] for length in range(len(finding.path), -1, -1))
    return next((document.values[path] for path in inner if path in document.values), (1, 1))


def _finding(detail: ErrorDetails, model: type[Strict], data: Any) -> Finding:
    path = _path_in_data(detail["loc"], data)
    message = _message(detail, path, model)
    if detail["type"] == "missing" or (detail["loc"][-1:] == ("hold",) != path[-1:]):
        path = (*path, detail["loc"][-1])  # `hold` is checked also where it does not stand
    return Finding(path, message, of_key=detail["type"] == "extra_forbidden")


def _path_in_data(loc: tuple[int | str, ...], data: Any) -> Path:
    """The longest part of `loc` that is in the data; the tags of unions are not, and are passed over."""
    path: Path = ()
    for part in loc:
        inside = part in data if isinstance(data, dict) else isinstance(data, list) and part in range(len(data))
        if inside:
            data = data[part]
            path = (*path, part)
    return path


def _message(detail: ErrorDetails, path: Path, model: type[Strict]) -> str:
    kind, loc = detail["type"], detail["loc"]
    if kind == "extra_forbidden":
        return f"unknown key `{loc[-1]}`{did_you_mean(str(loc[-1]), _keys_at(loc, model))}"
    if kind == "missing":
        return f"`{loc[-1]}` is missing"
    return f"{path[-1]}: {_sentence(detail)}" if path and isinstance(path[-1], str) else _sentence(detail)


def _sentence(detail: ErrorDetails) -> str:
    kind = detail["type"]
    if kind == "value_error":
        return str(detail["ctx"]["error"])
    if kind == "literal_error":
        options = detail["ctx"]["expected"].replace("'", "")
        return f"must be {options}{did_you_mean(str(detail['input']), options.replace(' or ', ', ').split(', '))}"
    if kind in _NEEDS_MAPPING:
        return "must be a mapping of keys to values"
    return _SENTENCES.get(kind, detail["msg"])


def _keys_at(loc: tuple[int | str, ...], model: type[Strict]) -> list[str]:
    """The keys that may stand where `loc` ends: those of the innermost model named on the way."""
    inner = model
    for part in loc[:-1]:
        if model is Workout and inner is Workout and part == "exercises":
            inner = Exercise
        elif part == "words":
            inner = Words
        elif inner is CircuitBlock and part == "blocks":
            inner = ExerciseBlock
        else:
            inner = next((found for tag, found in MODEL_OF_TAG.items() if tag == part), inner)
    return list(inner.model_fields)
