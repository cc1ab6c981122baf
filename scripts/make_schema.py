"""Make the JSON Schema of a workout file, for editors: python scripts/make_schema.py [FILE].

It is the model's own schema, put right for what a file says: seconds instead of milliseconds, no null, and words for
a person who writes. It is never stricter than the program, and laxer where a schema cannot look: at names, at sums.
"""

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tempo_trainer.workout.durations import LONGEST_MS
from tempo_trainer.workout.exercise import DURATION_SCHEMA, TEMPO_SCHEMA
from tempo_trainer.workout.loader import BUILT_IN_PRESETS, shipped_names
from tempo_trainer.workout.model import Workout
from tempo_trainer.workout.tempo import LONGEST_PART_MS, PHASES

Schema = dict[str, Any]

FILE = Path(__file__).resolve().parent.parent / "docs" / "workout.schema.json"
DIALECT = "https://json-schema.org/draft/2020-12/schema"

SECONDS = r"[0-9]+(\.[0-9]+)?"
PART = rf"({SECONDS}|[Xx])"
NAME = r"^([A-Za-z]|[^\u0000-\u007F])"  # starts with a letter


def reference(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


# What stands in many places, each once. Patterns keep to what Python and JavaScript read alike; what an editor says
# where one is not met is an addition of the YAML language server's, and nothing to other readers.
SHARED: Mapping[str, Schema] = {
    "Duration": {
        "description": "Seconds (90, 2.5), or text: 90s, 1m30s, 2m, 1:30. At most one hour.",
        "type": ["number", "string"],
        "minimum": 0,
        "maximum": LONGEST_MS // 1000,
        "pattern": rf"^([0-9]+m ?({SECONDS}s?)?| ?{SECONDS}s?|[0-9]+:[0-5][0-9](\.[0-9]+)?)$",
        "patternErrorMessage": "must be seconds (90, 2.5) or text such as 90s, 1m30s, 2m, 1:30",
    },
    "Notation": {
        "title": "Tempo in four figures",
        "description": "Seconds: eccentric, pause stretched, concentric, pause contracted. X is as fast as possible.",
        "type": ["string", "integer"],
        "minimum": 1,
        "maximum": 9999,
        "pattern": rf"^([0-9Xx]{{4}}|{PART} *([-:/]) *{PART} *\4 *{PART}( *\4 *{PART})?)$",
        "patternErrorMessage": "must be a tempo in figures, such as 3-1-3-1, 30X1 or 2.5-1-2.5-0",
    },
    "Parts": {
        "title": "Tempo part by part",
        "description": "Seconds of each part; a part left out is 0.",
        "type": "object",
        "additionalProperties": False,
        "anyOf": [{"required": ["eccentric"]}, {"required": ["concentric"]}],
        "properties": dict.fromkeys(PHASES, reference("Part")),
    },
    "Part": {
        "description": "Seconds from 0 to 60, or X: as fast as possible.",
        "type": ["number", "string"],
        "minimum": 0,
        "maximum": LONGEST_PART_MS // 1000,
        "pattern": f"^{PART}$",
        "patternErrorMessage": "must be seconds from 0 to 60, or X",
    },
    "Ramp": {
        "title": "Ramp",
        "description": "Goes evenly from one tempo in the first set to another in the last.",
        "type": "object",
        "additionalProperties": False,
        "required": ["from", "to"],
        "properties": {end: {"anyOf": [reference("Notation"), reference("Parts")]} for end in ("from", "to")},
    },
    "PresetTempo": {
        "description": "A tempo in figures, or a ramp.",
        "anyOf": [reference("Notation"), reference("Parts"), reference("Ramp")],
    },
    "Tempo": {
        "description": "Four figures (3-1-3-1, 30X1), a ramp, or the name of a preset.",
        "anyOf": [
            reference("Notation"),
            {"title": "Name of a preset", "type": "string", "pattern": NAME},
            reference("Parts"),
            reference("Ramp"),
        ],
        "examples": ["3-1-3-1", "30X1", *BUILT_IN_PRESETS],
    },
}

# What the model writes out at each place, and the name that it has here.
NAMED = [(DURATION_SCHEMA["anyOf"], "Duration"), (TEMPO_SCHEMA["anyOf"], "Tempo")]

# What an editor shows beside each key; every key of the model stands here.
DESCRIPTIONS: Mapping[str, Mapping[str, str]] = {
    "Workout": {
        "format": "The version of this format: always 1.",
        "name": "What the library calls the workout.",
        "summary": "A few sentences about it.",
        "level": "For whom it is.",
        "tags": "Words about it, as a list.",
        "lead_in": "Time to get ready, once at the start.",
        "rest": "Between the sets of an exercise and the rounds of a circuit.",
        "switch": "Between the two sides of a set.",
        "rest_after": "Between one block and the next.",
        "first_side": "The side that begins each set.",
        "presets": "Tempos of this file by name. They hide the user's and the built-in ones.",
        "exercises": "Exercises of this file by id. They hide the shipped ones.",
        "blocks": "What is done, in order: exercises, circuits and rests.",
    },
    "ExerciseBlock": {
        "exercise": "Id of a shipped exercise or of one under `exercises`.",
        "sets": "How many sets.",
        "reps": "Repetitions of a set, per side; `max`: until you end the set.",
        "hold": "Instead of reps: one still hold per side, so long.",
        "sides": "Default: the exercise's own.",
        "tempo": "How long each part of a repetition takes. Without effect beside `hold`.",
        "rest": "Between the sets. Default: the file's rest.",
        "switch": "Between the sides. Default: the file's switch.",
        "rest_after": "After the last set. Default: the file's rest_after. Without effect in a circuit.",
        "load": "Weight or band, as text. It is shown and logged.",
        "note": "Shown before each set.",
    },
    "CircuitBlock": {
        "circuit": "Name of the circuit.",
        "rounds": "How many times through.",
        "rest": "Between the rounds. Default: the file's rest.",
        "rest_after": "After the last round. Default: the file's rest_after.",
        "transition": "From one exercise to the next.",
        "blocks": "The exercises of a round.",
    },
    "RestBlock": {
        "rest": "How long, or `until-ready`: waits for a key. Takes the place of the rest_after before it.",
        "say": "Shown and spoken in this rest.",
    },
    "Exercise": {
        "name": "What the window calls the exercise.",
        "starts_with": "The phase that a repetition begins with.",
        "sides": "Both together, each in turn, alternating, or one only.",
        "words": "What each phase is called.",
        "setup": "How to get into position, step by step.",
        "cues": "What to think of. The first is spoken before the first set.",
        "mistakes": "What to avoid.",
        "equipment": "What is needed.",
        "figure": "The figure that shows the movement. Default: a ball on a track.",
    },
    "Words": {
        "eccentric": "The muscle lengthens under load.",
        "stretched_pause": "The pause while it is long.",
        "concentric": "The muscle shortens and moves the load.",
        "contracted_pause": "The pause while it is short.",
    },
}
TITLES = {
    "ExerciseBlock": "Exercise block",
    "CircuitBlock": "Circuit block",
    "RestBlock": "Rest block",
}


def make() -> Schema:
    """The schema of a workout file."""
    model = without_notes(Workout.model_json_schema())
    definitions: dict[str, Schema] = {**model.pop("$defs"), "Workout": model}
    if definitions.keys() != DESCRIPTIONS.keys():
        raise ValueError("DESCRIPTIONS and the model know different kinds of things")
    described = {name: with_descriptions(name, for_a_file(schema)) for name, schema in definitions.items()}
    for block, title in TITLES.items():
        described[block]["title"] = title
    add_limits(described)
    return {"$schema": DIALECT, **described.pop("Workout"), "$defs": {**described, **SHARED}}


def without_notes(node: Any) -> Any:
    """Without the titles and docstrings of the model: they speak to programmers."""
    if isinstance(node, dict):
        # A key of a file may be called `title` as well; its schema is a mapping, never text.
        notes = {key for key in ("title", "description") if isinstance(node.get(key), str)}
        return {key: without_notes(value) for key, value in node.items() if key not in notes}
    return [without_notes(value) for value in node] if isinstance(node, list) else node


def for_a_file(node: Any) -> Any:
    """A piece of the model's schema, put right for what stands in a file."""
    if isinstance(node, list):
        return [for_a_file(value) for value in node]
    if not isinstance(node, dict):
        return node
    node = with_names(without_null(node))
    if node.get("type") == "array" and "minLength" in node:
        node["minItems"] = node.pop("minLength")
    default = node.pop("default", None)
    if default and not isinstance(default, dict):  # null, "", [] and all words of an exercise say nothing to a writer
        node["default"] = seconds(default) if node.get("$ref") == reference("Duration")["$ref"] else default
    return {key: for_a_file(value) for key, value in node.items()}


def seconds(ms: int) -> float:
    return ms / 1000 if ms % 1000 else ms // 1000


def without_null(node: Schema) -> Schema:
    """Without null as an alternative: a key without a value is an error in a file."""
    if {"type": "null"} not in node.get("anyOf", ()):
        return node
    left = [choice for choice in node["anyOf"] if choice != {"type": "null"}]
    rest = {key: value for key, value in node.items() if key != "anyOf"}
    return {**rest, **left[0]} if len(left) == 1 else {**rest, "anyOf": left}


def with_names(node: Schema) -> Schema:
    """With a reference for what the model writes out: alone, or as the first of several alternatives."""
    choices = node.get("anyOf", [])
    for written_out, name in NAMED:
        plain = without_notes(written_out)
        if choices[: len(plain)] == plain:
            rest = {key: value for key, value in node.items() if key != "anyOf"}
            others = choices[len(plain) :]
            return {**rest, "anyOf": [reference(name), *others]} if others else {**rest, **reference(name)}
    return dict(node)


def with_descriptions(name: str, schema: Schema) -> Schema:
    """With a description beside each key."""
    properties, texts = schema["properties"], DESCRIPTIONS[name]
    if properties.keys() != texts.keys():
        raise ValueError(f"{name}: no description for some of {', '.join(properties.keys() ^ texts.keys())}")
    described = {key: {**value, "description": texts[key]} for key, value in properties.items()}
    return {**schema, "properties": described}


def add_limits(definitions: Mapping[str, Schema]) -> None:
    """Add what the model checks by its own code, and the names that come with the program."""
    exercises = shipped_names().exercises
    block = definitions["ExerciseBlock"]
    block["oneOf"] = [{"required": ["reps"]}, {"required": ["hold"]}]
    block["properties"]["hold"]["not"] = {"const": 0}
    block["properties"]["exercise"]["examples"] = sorted(exercises)
    definitions["Exercise"]["properties"]["figure"]["examples"] = known(each.figure for each in exercises.values())
    presets = definitions["Workout"]["properties"]["presets"]
    presets.update(additionalProperties=reference("PresetTempo"), propertyNames={"pattern": NAME})


def known(names: Iterable[str | None]) -> list[str]:
    return sorted({name for name in names if name})


def text(schema: Schema) -> str:
    return json.dumps(schema, indent=2, sort_keys=True) + "\n"


def main() -> None:
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else FILE
    file.write_text(text(make()), encoding="utf-8")
    print(f"The schema of a workout file is in {file}")


if __name__ == "__main__":
    main()
