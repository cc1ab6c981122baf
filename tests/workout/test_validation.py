"""What is wrong with plain data is told by path, in the sentences that `check` tells for a file."""

import json
from typing import Any

import pytest
from hypothesis import given

from helpers.workouts import curl, loaded, names, workout, workouts
from tempo_trainer.workout.edits import at
from tempo_trainer.workout.model import Names, Workout
from tempo_trainer.workout.problems import ProblemsError
from tempo_trainer.workout.strict_yaml import LARGEST_BYTES, Path
from tempo_trainer.workout.tempo import Tempo
from tempo_trainer.workout.validation import Finding, findings, too_long

BROKEN = {
    "format": 2,
    "nam": "Test",
    "level": "begginer",
    "lead_in": -5,
    "tags": "runners",
    "presets": {"3131": "slow", "soft": "0-1-0-1"},
    "exercises": {"name": {"start_with": "eccentric", "words": {"excentric": "out"}}},
    "blocks": [
        {"exercise": "nordi-curl", "sets": 0, "reps": 8, "tempo": "controled"},
        {"exercise": "nordic-curl"},
        {
            "circuit": "Finisher",
            "round": 3,
            "blocks": [
                {"exercise": "name", "reps": 0, "hold": 20},
                {"exercise": "name", "reps": 5, "hold": 20},
                {"circuit": "x"},
            ],
        },
        {"rest": "until-redy"},
        {"resst": 5},
        "nordic-curl",
        {"circuit": "Empty", "blocks": []},
    ],
}
INNER: Path = ("blocks", 2, "blocks")


def found(data: Any) -> tuple[Finding, ...]:
    """All findings of data that are no workout."""
    result, told = findings(data, names())
    assert result is None
    return told


def told_of_file(data: Any) -> list[str]:
    """The messages for the same data as a file."""
    with pytest.raises(ProblemsError) as caught:
        loaded(json.dumps(data))
    return sorted(problem.message for problem in caught.value.problems)


def test_all_is_told_at_once_with_the_path_where_it_stands_or_should() -> None:
    assert {finding.path for finding in found(BROKEN)} == {
        ("format",), ("name",), ("nam",), ("level",), ("lead_in",), ("tags",),
        ("presets", "3131"), ("presets", "soft"),
        ("exercises", "name", "name"), ("exercises", "name", "start_with"), ("exercises", "name", "words", "excentric"),
        ("blocks", 0, "exercise"), ("blocks", 0, "sets"), ("blocks", 0, "tempo"), ("blocks", 1, "hold"),
        ("blocks", 2, "round"), (*INNER, 0, "reps"), (*INNER, 1, "hold"),
        (*INNER, 2, "circuit"), (*INNER, 2, "exercise"), (*INNER, 2, "hold"),
        ("blocks", 3, "rest"), ("blocks", 4, "rest"), ("blocks", 4, "resst"), ("blocks", 5), ("blocks", 6, "blocks"),
    }  # fmt: skip


def test_the_sentences_are_those_of_check() -> None:
    assert sorted({finding.message for finding in found(BROKEN)}) == sorted(set(told_of_file(BROKEN)))


def test_a_wrong_key_is_told_from_a_wrong_value() -> None:
    assert {finding.path[-1] for finding in found(BROKEN) if finding.of_key} == {
        "nam", "start_with", "excentric", "round", "resst", "circuit",
    }  # fmt: skip


@pytest.mark.parametrize("data", [None, "Do ten curls.", [1, 2], 5])
def test_data_that_are_no_mapping(data: Any) -> None:
    assert found(data) == (Finding((), "must be a mapping of keys to values"),)


@pytest.mark.parametrize("key", ["format", "name", "blocks"])
def test_what_is_missing_is_told_where_it_should_stand(key: str) -> None:
    data = workout(curl())
    del data[key]
    assert found(data) == (Finding((key,), f"`{key}` is missing"),)


def test_names_of_the_file_count_as_known_right_or_wrong() -> None:
    block = curl(tempo="mine") | {"exercise": "my-curl"}
    assert [finding.path for finding in found(workout(block))] == [("blocks", 0, "exercise"), ("blocks", 0, "tempo")]
    result, told = findings(workout(block, exercises={"my-curl": {"name": "X"}}, presets={"mine": "3131"}), Names())
    assert result
    assert not told
    half_done = workout(block, exercises={"my-curl": {}}, presets={"mine": "3"})
    assert [finding.path for finding in found(half_done)] == [("presets", "mine"), ("exercises", "my-curl", "name")]


def test_names_of_the_users_count_as_known() -> None:
    data = workout(curl(tempo="mine"))
    mine = Names(names().exercises, {"mine": Tempo(3000, 0, 3000, 0)})
    assert findings(data, mine)[0]
    assert not findings(data, names())[0]


@given(workouts())
def test_a_good_workout_has_no_findings_and_is_what_a_file_gives(data: dict[str, Any]) -> None:
    result, told = findings(data, names())
    assert not told
    assert result == loaded(json.dumps(data, ensure_ascii=False)).workout


@given(workouts())
def test_each_finding_stands_in_something_that_is_there(data: dict[str, Any]) -> None:
    for block in data["blocks"]:
        block["reps"], block["sides"] = -1, "middle"
    for finding in found(data):
        assert at(data, finding.path[:-1]) is not None


@pytest.mark.parametrize(
    ("block", "path", "message"),
    [
        (curl(sets=99, hold=3600), ("blocks", 1), "the workout grows longer than 24 h in this block"),
        (
            curl(sets=99, reps=999, tempo="0.1-0-0.1-0", rest=0),
            ("blocks", 1),
            "the workout grows beyond 100,000 steps in this block",
        ),
        (
            curl(note="a" * LARGEST_BYTES),
            (),
            "the file would be larger than 256 KiB: shorten its texts or its blocks",
        ),
    ],
)  # fmt: skip
def test_too_long_is_told_when_asked(block: dict[str, Any], path: Path, message: str) -> None:
    result, told = findings(workout(curl(), block), names())
    assert not told
    assert result
    assert too_long(result, names()) == Finding(path, message)


def test_what_is_not_too_long() -> None:
    assert too_long(Workout.model_validate(workout(curl())), names()) is None
