"""Edits of plain data: what they give, and that what was there before stays as it was."""

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.workouts import curl, workout, workouts
from tempo_trainer.workout.edits import at, duplicated, inserted, landing, moved, put, removed
from tempo_trainer.workout.strict_yaml import Path

RESTS = [{"rest": seconds} for seconds in range(3)]
CIRCUIT = {"circuit": "C", "blocks": [curl(reps=1), curl(reps=2)]}
BLOCKS: Path = ("blocks",)
INNER: Path = ("blocks", 1, "blocks")


def mixed() -> dict[str, Any]:
    """Exercise, circuit of two, rest, exercise."""
    return workout(curl(reps=5), deepcopy(CIRCUIT), {"rest": 30}, curl(reps=6))


def reps(data: Any) -> list[Any]:
    """The blocks told apart: by their reps, circuits as lists, a rest as `rest`."""
    items = data if isinstance(data, list) else data["blocks"]
    return [reps(item) if "circuit" in item else item.get("reps", "rest") for item in items]


def test_what_stands_at_a_path() -> None:
    assert at(mixed(), ("blocks", 1, "blocks", 0, "reps")) == 1
    assert at(mixed(), ()) == mixed()


@pytest.mark.parametrize(
    "path", [("nothing",), ("blocks", 9), ("blocks", -1), ("blocks", "0"), ("name", 0), ("name", "x", "y")]
)
def test_nothing_stands_at_a_path(path: Path) -> None:
    assert at(mixed(), path) is None


@pytest.mark.parametrize(
    ("path", "value", "keys"),
    [
        (("level",), "beginner", ["format", "name", "level", "blocks"]),
        (("blocks", 0, "sets"), 3, ["exercise", "sets", "reps"]),
        (("blocks", 0, "rest"), 3, ["exercise", "reps", "rest"]),
        (("blocks", 1, "rest"), 3, ["circuit", "rest", "blocks"]),
        (("blocks", 1, "blocks", 1, "sides"), "left", ["exercise", "reps", "sides"]),
        (("blocks", 2, "say"), "Rest.", ["rest", "say"]),
        (("exercises", "my-curl", "name"), "My curl", ["name"]),
        (("exercises", "my-curl", "words", "concentric"), "in", ["concentric"]),
        (("presets", "slow"), "4-2-4-2", ["slow"]),
        (("blocks", 0, "tempo", "from"), "4-2-4-2", ["from"]),
    ],
)
def test_a_new_key_stands_where_the_format_has_it(path: Path, value: Any, keys: list[str]) -> None:
    data = put(mixed(), path, value)
    assert at(data, path) == value
    assert list(at(data, path[:-1])) == keys


def test_words_and_ramps_are_in_order_whatever_came_first() -> None:
    data = put({}, ("exercises", "x", "words", "contracted_pause"), "wait")
    data = put(put(data, ("exercises", "x", "words", "eccentric"), "out"), ("exercises", "x", "name"), "X")
    assert list(data["exercises"]["x"]) == ["name", "words"]
    assert list(data["exercises"]["x"]["words"]) == ["eccentric", "contracted_pause"]
    ramp = put(put({}, ("presets", "up", "to"), "4242"), ("presets", "up", "from"), "3131")
    assert list(ramp["presets"]["up"]) == ["from", "to"]


def test_the_users_own_names_stay_in_the_users_order_and_unknown_keys_at_the_end() -> None:
    data = put(put({}, ("presets", "slow"), "4-2-4-2"), ("presets", "a"), "1-1-1-1")
    assert list(data["presets"]) == ["slow", "a"]
    assert list(put({"nam": "?", "blocks": []}, ("name",), "Test")) == ["name", "blocks", "nam"]


def test_another_value_leaves_the_order_alone() -> None:
    assert list(put({"name": "Test", "format": 1}, ("name",), "Other").items()) == [("name", "Other"), ("format", 1)]


def test_none_takes_the_key_out() -> None:
    assert put(mixed(), ("blocks", 0, "reps"), None) == put(mixed(), ("blocks", 0), {"exercise": "stability-ball-curl"})
    assert put(mixed(), ("level",), None) == mixed()
    assert put(mixed(), ("exercises", "mine", "name"), None) == mixed()


def test_a_whole_block_or_the_whole_workout_can_be_put() -> None:
    assert reps(put(mixed(), ("blocks", 2), curl(reps=9))) == [5, [1, 2], 9, 6]
    assert put(mixed(), (), {"format": 1}) == {"format": 1}


def test_insert() -> None:
    assert reps(inserted(mixed(), BLOCKS, 0, RESTS[0])) == ["rest", 5, [1, 2], "rest", 6]
    assert reps(inserted(mixed(), BLOCKS, 4, curl(reps=7))) == [5, [1, 2], "rest", 6, 7]
    assert reps(inserted(mixed(), INNER, 1, curl(reps=7))) == [5, [1, 7, 2], "rest", 6]
    assert inserted({"name": "Test"}, BLOCKS, 0, RESTS[0]) == {"name": "Test", "blocks": [RESTS[0]]}


def test_remove() -> None:
    assert reps(removed(mixed(), ("blocks", 1))) == [5, "rest", 6]
    assert reps(removed(mixed(), ("blocks", 1, "blocks", 0))) == [5, [2], "rest", 6]
    assert "name" not in removed(mixed(), ("name",))


@pytest.mark.parametrize(
    ("path", "to", "index", "expected", "landed"),
    [
        (("blocks", 0), BLOCKS, 3, [[1, 2], "rest", 6, 5], ("blocks", 3)),
        (("blocks", 0), BLOCKS, 1, [[1, 2], 5, "rest", 6], ("blocks", 1)),
        (("blocks", 3), BLOCKS, 0, [6, 5, [1, 2], "rest"], ("blocks", 0)),
        (("blocks", 2), BLOCKS, 2, [5, [1, 2], "rest", 6], ("blocks", 2)),
        (("blocks", 1), BLOCKS, 2, [5, "rest", [1, 2], 6], ("blocks", 2)),
        (("blocks", 0), INNER, 2, [[1, 2, 5], "rest", 6], ("blocks", 0, "blocks", 2)),
        (("blocks", 3), INNER, 0, [5, [6, 1, 2], "rest"], ("blocks", 1, "blocks", 0)),
        ((*INNER, 0), INNER, 1, [5, [2, 1], "rest", 6], (*INNER, 1)),
        ((*INNER, 1), BLOCKS, 0, [2, 5, [1], "rest", 6], ("blocks", 0)),
        ((*INNER, 0), BLOCKS, 4, [5, [2], "rest", 6, 1], ("blocks", 4)),
    ],
)  # fmt: skip
def test_move(path: Path, to: Path, index: int, expected: list[Any], landed: Path) -> None:
    data = moved(mixed(), path, to, index)
    assert reps(data) == expected
    assert landing(path, to, index) == landed
    assert at(data, landed) == at(mixed(), path)


def test_the_last_exercise_can_leave_a_circuit() -> None:
    data = workout({"circuit": "C", "blocks": [curl(reps=1)]})
    assert reps(moved(data, ("blocks", 0, "blocks", 0), BLOCKS, 0)) == [1, []]


@pytest.mark.parametrize("path", [("blocks", 1), ("blocks", 2)])
def test_a_circuit_or_a_rest_is_not_moved_into_a_circuit(path: Path) -> None:
    data = workout(curl(), CIRCUIT, RESTS[0], CIRCUIT)
    with pytest.raises(ValueError, match="a circuit holds exercises only"):
        moved(data, path, ("blocks", 3, "blocks"), 0)
    with pytest.raises(ValueError, match="a circuit holds exercises only"):
        inserted(data, ("blocks", 3, "blocks"), 0, at(data, path))


def test_duplicate() -> None:
    assert reps(duplicated(mixed(), ("blocks", 1))) == [5, [1, 2], [1, 2], "rest", 6]
    assert reps(duplicated(mixed(), (*INNER, 0))) == [5, [1, 1, 2], "rest", 6]
    with pytest.raises(ValueError, match="twice"):
        duplicated(mixed(), ("name",))


@pytest.mark.parametrize(
    "edit",
    [
        lambda data: removed(data, ("blocks", 9)),
        lambda data: removed(data, ("level",)),
        lambda data: put(data, ("blocks", 9), RESTS[0]),
        lambda data: inserted(data, BLOCKS, 9, RESTS[0]),
        lambda data: inserted(data, BLOCKS, -1, RESTS[0]),
        lambda data: moved(data, ("blocks", 9), BLOCKS, 0),
        lambda data: moved(data, ("blocks", 0), BLOCKS, 4),
        lambda data: duplicated(data, ("blocks", 9)),
    ],
)
def test_a_place_that_there_is_not_is_refused(edit: Any) -> None:
    data = mixed()
    with pytest.raises(LookupError):
        edit(data)
    assert data == mixed()


@given(workouts())
def test_no_edit_touches_what_was_there(data: Any) -> None:
    before = deepcopy(data)
    last = len(data["blocks"]) - 1
    path = ("blocks", last)
    edited = [
        put(data, (*path, "note"), "other"),
        put(data, ("name",), None),
        removed(data, path),
        duplicated(data, path),
        moved(data, path, BLOCKS, 0),
        inserted(data, (*path, "blocks"), 0, curl()),
    ]
    assert data == before
    assert all(after is not data for after in edited)


@given(workouts(), st.data())
def test_a_move_and_the_move_back_are_none(data: Any, draw: st.DataObject) -> None:
    last = len(data["blocks"]) - 1
    start, end = (draw.draw(st.integers(0, last)) for _ in range(2))
    there = moved(data, ("blocks", start), BLOCKS, end)
    assert moved(there, ("blocks", end), BLOCKS, start) == data
