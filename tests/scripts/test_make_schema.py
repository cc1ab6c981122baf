"""The schema for editors says what the program says, and each example in docs/workout-format.md is true."""

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import jsonschema
import pytest
from click.testing import CliRunner

from helpers.scripts import load_script
from tempo_trainer.cli import main
from tempo_trainer.workout.export import COLUMNS
from tempo_trainer.workout.loader import BUILT_IN_PRESETS, load_timeline
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.problems import ProblemsError
from tempo_trainer.workout.strict_yaml import read_yaml
from tempo_trainer.workout.tempo import parse_tempo

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = ROOT / "docs" / "workout.schema.json"
DOCUMENT = (ROOT / "docs" / "workout-format.md").read_text(encoding="utf-8")

BRIDGE = "blocks: [{exercise: pelvic-bridge, reps: 10}]\n"
MISSING = {"format": "format: 1\n", "name": "name: Example\n", "blocks": BRIDGE}


def completed(text: str) -> str:
    """A whole workout: what the text lacks of required keys stands after it, so that its lines keep their numbers."""
    return text + "".join(line for key, line in MISSING.items() if not re.search(rf"^{key}:", text, re.MULTILINE))


def fits_the_schema(text: str) -> bool:
    validator = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    return bool(validator.is_valid(read_yaml(text, "schema.yaml").data))


def told(file: Path, names: Names) -> str:
    """What `check` says of a file, under its bare name."""
    try:
        load_timeline(file, names)
    except ProblemsError as error:
        return "".join(f"{problem}\n" for problem in error.problems).replace(str(file), file.name)
    return ""


# --- the schema ---------------------------------------------------------------------------------------------------

GOOD = [
    BRIDGE,
    "lead_in: 0\nrest: 1:30\nswitch: 2.5s\nrest_after: 1m 30s\n",
    "lead_in: 60m\nrest: '90'\nswitch: 1m\nrest_after: 0:07.5\n",
    "level: advanced\nsummary: ''\ntags: []\nfirst_side: right\npresets: {}\nexercises: {}\n",
    "presets: {a: 3131, b: 0131, c: 30X1, d: 3:1:3:1, e: 2.5/0/3, ö: {eccentric: 3, concentric: x}}\n",
    "presets: {a: {from: 3131, to: {concentric: 2.5}}, b: 3 - 1 - X - 1, c: {eccentric: '3'}}\n",
    "blocks: [{exercise: nordic-curl, hold: 1m30s, sides: alternate, tempo: slow, load: 5 kg, note: n}]\n",
    "blocks: [{exercise: nordic-curl, reps: max}, {rest: until-ready}, {rest: 5, say: Now.}]\n",
    "blocks: [{circuit: C, rounds: 2, transition: 0, blocks: [{exercise: nordic-curl, reps: 1, rest_after: 3}]}]\n",
    "exercises: {own: {name: Own, words: {eccentric: out}, setup: [a], cues: [], figure: ball-curl}}\n",
]

BAD = [
    "format: 2\n",
    "name: 5\n",
    "name: ''\n",
    "summary:\n",
    "level: expert\n",
    "tags: ball\n",
    "tags: [2026]\n",
    "reast: 60\n",
    "lead_in: -1\n",
    "lead_in: 3601\n",
    "lead_in: 90 s\n",
    "lead_in: 1h\n",
    "lead_in: ' '\n",
    "lead_in: yes\n",
    "rest: until-ready\n",
    "first_side: both\n",
    "presets: {2slow: 3131}\n",
    "presets: {lazy: slow}\n",
    "presets: {ramp: {from: slow, to: 4242}}\n",
    "presets: {ramp: {from: 3131}}\n",
    "presets: {a: {eccentric: 61}}\n",
    "presets: {a: {stretched_pause: 1}}\n",
    "presets: {a: {eccentric: 3, up: 1}}\n",
    "presets: {a: 3-1:3-1}\n",
    "presets: {a: 3-1-3-1-2}\n",
    "presets: {a: 3.1}\n",
    "presets: {a: [3, 1, 3, 1]}\n",
    "exercises: {own: {}}\n",
    "exercises: {own: {name: Own, easier: nordic-curl}}\n",
    "exercises: {own: {name: Own, words: {up: u}}}\n",
    "exercises: {own: {name: Own, starts_with: hold}}\n",
    "exercises: {'': {name: Own}}\n",
    "blocks: []\n",
    "blocks: none\n",
    "blocks: [text]\n",
    "blocks: [{reps: 3}]\n",
    "blocks: [{exercise: nordic-curl}]\n",
    "blocks: [{exercise: nordic-curl, reps: 3, hold: 3}]\n",
    "blocks: [{exercise: nordic-curl, reps: 0}]\n",
    "blocks: [{exercise: nordic-curl, reps: 1000}]\n",
    "blocks: [{exercise: nordic-curl, reps: many}]\n",
    "blocks: [{exercise: nordic-curl, reps: 3, sets: 100}]\n",
    "blocks: [{exercise: nordic-curl, reps: 3, sets: true}]\n",
    "blocks: [{exercise: nordic-curl, reps: 3, load: 10}]\n",
    "blocks: [{exercise: nordic-curl, reps: 3, sides: one}]\n",
    "blocks: [{exercise: nordic-curl, hold: 0}]\n",
    "blocks: [{exercise: nordic-curl, reps: 3, rest: until-ready}]\n",
    "blocks: [{circuit: C, blocks: []}]\n",
    "blocks: [{circuit: C, blocks: [{rest: 5}]}]\n",
    "blocks: [{circuit: C, rounds: 0, blocks: [{exercise: nordic-curl, reps: 1}]}]\n",
    "blocks: [{rest: until ready}]\n",
    "blocks: [{rest: 5, note: n}]\n",
]


def test_made_anew_it_is_the_file_in_docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = tmp_path / "schema.json"
    monkeypatch.setattr("sys.argv", ["make_schema.py", str(made)])
    load_script("make_schema").main()
    assert made.read_text(encoding="utf-8") == SCHEMA.read_text(encoding="utf-8"), "run `make schema`"


def test_is_a_schema_of_its_dialect() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    assert schema["$schema"] == jsonschema.Draft202012Validator.META_SCHEMA["$id"]
    jsonschema.Draft202012Validator.check_schema(schema)


def test_speaks_of_seconds_and_never_of_null() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    defaults = {key: value.get("default") for key, value in schema["properties"].items()}
    assert [defaults[key] for key in ("lead_in", "rest", "switch", "rest_after")] == [10, 60, 8, 90]
    assert schema["$defs"]["CircuitBlock"]["properties"]["transition"]["default"] == 10
    assert "null" not in SCHEMA.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sorted((ROOT / "workouts").glob("*.yaml")), ids=lambda path: path.name)
def test_shipped_workouts_fit(path: Path) -> None:
    assert fits_the_schema(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", GOOD)
def test_what_the_program_takes_fits(text: str, tmp_path: Path, names: Names) -> None:
    file = tmp_path / "good.yaml"
    file.write_text(completed(text), encoding="utf-8")
    assert told(file, names) == ""
    assert fits_the_schema(completed(text))


@pytest.mark.parametrize("text", BAD)
def test_what_does_not_fit_the_program_refuses_too(text: str, tmp_path: Path, names: Names) -> None:
    file = tmp_path / "bad.yaml"
    file.write_text(completed(text), encoding="utf-8")
    assert told(file, names)
    assert not fits_the_schema(completed(text))


# --- the examples in the document ---------------------------------------------------------------------------------
#
# What follows ``` says what a block is:
#   yaml              a workout, or a piece of one, without problems
#   yaml NAME.yaml    the same; the commands may name it
#   yaml bad          has exactly the problems in the next block, a `text`
#   yaml NAME.yaml bad   has problems; a command tells them
#   console           a command and what it prints; a line … stands for lines left out
#   json              an excerpt of what `timeline circuit.yaml --format json` prints


class Fence(NamedTuple):
    language: str
    words: list[str]
    body: str

    @property
    def name(self) -> str:
        return next((word for word in self.words if word.endswith(".yaml")), "")


def fences() -> Iterator[Fence]:
    for info, body in re.findall(r"^```(\S[^\n]*)\n(.*?)^```$", DOCUMENT, re.MULTILINE | re.DOTALL):
        language, *words = info.split()
        yield Fence(language, words, body)


FENCES = list(fences())
EXAMPLES = [fence for fence in FENCES if fence.language == "yaml" and "bad" not in fence.words]
FAULTY = [
    (fence, following.body)
    for fence, following in pairwise(FENCES)
    if fence.language == "yaml" and fence.words == ["bad"]
]


@pytest.fixture
def printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Runs a command of the document in a folder that has its files."""
    monkeypatch.chdir(tmp_path)
    for fence in FENCES:
        if fence.name:
            Path(fence.name).write_text(fence.body, encoding="utf-8")
    return lambda command: CliRunner().invoke(main, command.split()[1:]).output


def test_there_are_examples_of_every_kind() -> None:
    assert len(EXAMPLES) >= 10
    assert len(FAULTY) >= 6
    assert {fence.language for fence in FENCES} == {"yaml", "text", "console", "json"}


@pytest.mark.parametrize("example", EXAMPLES)
def test_good_examples_are_good(example: Fence, tmp_path: Path, names: Names) -> None:
    file = tmp_path / "example.yaml"
    file.write_text(completed(example.body), encoding="utf-8")
    assert told(file, names) == ""
    assert fits_the_schema(completed(example.body))


@pytest.mark.parametrize(("example", "problems"), FAULTY)
def test_bad_examples_have_the_problems_that_are_shown(
    example: Fence, problems: str, tmp_path: Path, names: Names
) -> None:
    file = tmp_path / "bad.yaml"
    file.write_text(completed(example.body), encoding="utf-8")
    assert told(file, names) == problems


@pytest.mark.parametrize("fence", [fence for fence in FENCES if fence.language == "console"])
def test_commands_print_what_is_shown(fence: Fence, printed: Any) -> None:
    command, _, shown = fence.body.partition("\n")
    pattern = "".join("(.*\n)+" if line == "…\n" else re.escape(line) for line in shown.splitlines(keepends=True))
    assert re.fullmatch(pattern, printed(command.removeprefix("$ ")))


def test_the_excerpt_of_the_json_is_from_the_real_one(printed: Any) -> None:
    shown = json.loads(next(fence.body for fence in FENCES if fence.language == "json"))
    real = json.loads(printed("tempo-trainer timeline circuit.yaml --format json"))
    assert shown.keys() == real.keys()
    for key, value in shown.items():
        if isinstance(value, list):
            assert [entry for entry in value if entry not in real[key]] == [], key
        else:
            assert value == real[key], key


def test_every_key_stands_in_a_table() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    of_files = {key for each in (schema, *schema["$defs"].values()) for key in each.get("properties", {})}
    of_files -= {"from", "to"}  # of a ramp
    assert [key for key in (*sorted(of_files), *COLUMNS) if f"\n| `{key}` |" not in DOCUMENT] == []


def test_all_shipped_exercises_and_presets_stand_in_a_table(names: Names) -> None:
    for key, exercise in names.exercises.items():
        assert f"| `{key}` | {exercise.name} | `{exercise.sides}` | `{exercise.starts_with}` |" in DOCUMENT
    for key, tempo in BUILT_IN_PRESETS.items():
        assert re.search(rf"\| `{key}` \| (from )?{parse_tempo(tempo)} \|", DOCUMENT)
