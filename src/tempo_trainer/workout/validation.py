"""From strict YAML data to a model, with pydantic's findings told in our words at their places."""

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from tempo_trainer.workout.exercise import Exercise, Strict, Words
from tempo_trainer.workout.model import MODEL_OF_TAG, CircuitBlock, ExerciseBlock, Workout
from tempo_trainer.workout.problems import Problem, ProblemsError, did_you_mean
from tempo_trainer.workout.strict_yaml import Document, Path

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


def validated(model: type[Model], document: Document, file: str, context: Any = None) -> Model:
    """The document as a `model`; ProblemsError with all that is wrong, the YAML's problems included."""
    problems = list(document.problems)
    result = None
    try:
        result = model.model_validate(document.data, context=context)
    except ValidationError as error:
        problems += _problems(error, model, document, file)
    if problems or result is None:
        raise ProblemsError(problems)
    return result


def _problems(error: ValidationError, model: type[Strict], document: Document, file: str) -> Iterator[Problem]:
    for detail in error.errors(include_url=False):
        path = _path_in_data(detail["loc"], document.data)
        if any(path[:length] in document.broken for length in range(len(path) + 1)):
            continue
        places = document.keys if detail["type"] == "extra_forbidden" else document.values
        yield Problem(file, *places.get(path, (1, 1)), _message(detail, path, model))


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
