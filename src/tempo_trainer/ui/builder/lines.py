"""What the rows of the list say: a name, and what it comes to. The data may be half filled in or wrong."""

from collections.abc import Mapping
from typing import Any

from tempo_trainer.workout.durations import duration_ms, in_words
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.tempo import parse_tempo

Said = Mapping[str, Any]


def title_of(path: tuple[str | int, ...], said: Said, names: Names) -> str:
    """The name of a row."""
    if not path:
        return "The whole workout"
    if path[0] == "exercises":
        return str(said.get("name") or path[1])
    if "exercise" in said:
        exercise = names.exercises.get(str(said["exercise"]))
        return exercise.name if exercise else str(said["exercise"] or "No exercise yet")
    if "circuit" in said:
        return str(said["circuit"] or "Circuit without a name")
    return "Rest until ready" if said.get("rest") == "until-ready" else f"Rest {_length(said.get('rest'))}"


def detail_of(path: tuple[str | int, ...], said: Said, names: Names) -> str:
    """The second line of a row."""
    if not path:
        return _of_workout(said)
    if path[0] == "exercises":
        return "Exercise of your own"
    if "exercise" in said:
        return _of_exercise(said, names, in_circuit=len(path) == 4)
    return _of_circuit(said) if "circuit" in said else str(said.get("say", ""))


def _of_workout(said: Said) -> str:
    level = str(said.get("level", "")).capitalize()
    return "  ·  ".join(part for part in (level, f"rest {_length(said.get('rest', 60))}", _tags(said)) if part)


def _tags(said: Said) -> str:
    tags = said.get("tags", ())
    return ", ".join(map(str, tags[:3])) if isinstance(tags, list | tuple) else ""


def _of_exercise(said: Said, names: Names, *, in_circuit: bool) -> str:
    parts = (_amount(said, names, in_circuit=in_circuit), _tempo(said, names), str(said.get("load", "")))
    return "  ·  ".join(part for part in parts if part)


def _amount(said: Said, names: Names, *, in_circuit: bool) -> str:
    exercise = names.exercises.get(str(said["exercise"]))
    sides = said.get("sides") or (exercise.sides if exercise else "both")
    a_side = {"each": " a side", "alternate": " a side", "left": " left", "right": " right"}.get(str(sides), "")
    sets = said.get("sets", 1)
    return f"{_one(said)}{a_side}" if in_circuit and sets == 1 else f"{sets} × {_one(said)}{a_side}"


def _one(said: Said) -> str:
    if "hold" in said:
        return f"hold {_length(said['hold'])}"
    reps = said.get("reps")
    return "max reps" if reps == "max" else "no reps yet" if reps is None else f"{reps} rep{'' if reps == 1 else 's'}"


def _tempo(said: Said, names: Names) -> str:
    if "hold" in said:
        return ""
    try:
        tempo = parse_tempo(said.get("tempo", "controlled"))
    except ValueError:
        return str(said.get("tempo"))
    if not isinstance(tempo, str):
        return str(tempo)
    meant = names.presets.get(tempo)
    return f"{tempo} {meant}" if meant else tempo


def _of_circuit(said: Said) -> str:
    rounds, blocks = said.get("rounds", 1), said.get("blocks", ())
    count = len(blocks) if isinstance(blocks, list | tuple) else 0
    of = f"{count} exercise{'' if count == 1 else 's'}" if count else "no exercises yet"
    return f"{rounds} round{'' if rounds == 1 else 's'} of {of}"


def _length(value: Any) -> str:
    try:
        return in_words(duration_ms(value))
    except ValueError:
        return str(value)
