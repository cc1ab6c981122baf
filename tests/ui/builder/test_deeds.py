"""What can be done with blocks: what comes of it, and which block is chosen then."""

from typing import Any

import pytest

from helpers.workouts import curl, workout
from tempo_trainer.ui.builder.deeds import (
    Data,
    added,
    doubled,
    first_difference,
    nearest,
    put_at,
    shifted,
    taken_out,
    unused,
    with_own_exercise,
)
from tempo_trainer.workout.edits import at, put
from tempo_trainer.workout.strict_yaml import Path

A, B, C, D = (curl(reps=number) for number in (1, 2, 3, 4))
CIRCUIT = {"circuit": "C", "blocks": [B, C]}
REST = {"rest": 30}
DATA = workout(A, CIRCUIT, REST, D)
INSIDE = ("blocks", 1, "blocks")


def shape(data: Any) -> list[Any]:
    """Blocks by their reps, circuits as lists, rests as `rest`."""
    return [
        shape({"blocks": [], **block})
        if "circuit" in block
        else block.get("reps", "rest")
        if "exercise" in block
        else "rest"
        for block in data["blocks"]
    ]


def test_the_shape_of_what_is_tested_with() -> None:
    assert shape(DATA) == [1, [2, 3], "rest", 4]


@pytest.mark.parametrize(
    ("chosen", "expected", "path"),
    [
        (("blocks", 0), [1, 9, [2, 3], "rest", 4], ("blocks", 1)),
        (("blocks", 1), [1, [2, 3, 9], "rest", 4], (*INSIDE, 2)),
        ((*INSIDE, 0), [1, [2, 9, 3], "rest", 4], (*INSIDE, 1)),
        ((), [1, [2, 3], "rest", 4, 9], ("blocks", 4)),
    ],
)
def test_an_exercise_is_added_below_the_chosen_block(chosen: Path, expected: list[Any], path: Path) -> None:
    data, then = added(DATA, chosen, curl(reps=9))
    assert shape(data) == expected
    assert then == path


def test_a_circuit_without_blocks_takes_some() -> None:
    data = workout(A, {"circuit": "Empty"})
    assert shape(added(data, ("blocks", 1), B)[0])[1] == [2]
    done = shifted(data, ("blocks", 0), 1)
    assert done is not None
    assert shape(done[0]) == [[1]]


def test_a_rest_is_added_below_the_circuit_not_into_it() -> None:
    data, then = added(DATA, (*INSIDE, 0), {"rest": 10})
    assert shape(data) == [1, [2, 3], "rest", "rest", 4]
    assert then == ("blocks", 2)


@pytest.mark.parametrize(
    ("path", "then"), [(("blocks", 3), ("blocks", 2)), (("blocks", 0), ("blocks", 0)), ((*INSIDE, 1), (*INSIDE, 0))]
)
def test_after_a_block_is_taken_out_its_neighbour_is_chosen(path: Path, then: Path) -> None:
    assert taken_out(DATA, path)[1] == then


def test_after_the_last_block_of_a_circuit_the_circuit_is_chosen() -> None:
    one_left = taken_out(DATA, (*INSIDE, 0))[0]
    assert taken_out(one_left, (*INSIDE, 0))[1] == ("blocks", 1)


def test_a_block_is_doubled() -> None:
    data, then = doubled(DATA, (*INSIDE, 0))
    assert shape(data) == [1, [2, 2, 3], "rest", 4]
    assert then == (*INSIDE, 1)


def test_walking_down_leads_into_circuits_and_out_of_them() -> None:
    data: Data = DATA
    path: Path = ("blocks", 0)
    seen = []
    while done := shifted(data, path, 1):
        data, path = done
        assert at(data, path) == A, "the path leads to what was moved"
        seen.append(shape(data))
    assert seen == [
        [[1, 2, 3], "rest", 4],
        [[2, 1, 3], "rest", 4],
        [[2, 3, 1], "rest", 4],
        [[2, 3], 1, "rest", 4],
        [[2, 3], "rest", 1, 4],
        [[2, 3], "rest", 4, 1],
    ]


def test_walking_up_is_walking_down_backwards() -> None:
    data: Data = DATA
    path: Path = ("blocks", 0)
    down = [shape(DATA)]
    while done := shifted(data, path, 1):
        data, path = done
        down.append(shape(data))
    up = [shape(data)]
    while done := shifted(data, path, -1):
        data, path = done
        up.append(shape(data))
    assert up == down[::-1]


def test_a_rest_walks_past_a_circuit() -> None:
    done = shifted(DATA, ("blocks", 2), -1)
    assert done is not None
    assert shape(done[0]) == [1, "rest", [2, 3], 4]


@pytest.mark.parametrize("block", [1, 2])
def test_circuits_and_rests_stay_out_of_circuits(block: int) -> None:
    two = workout(CIRCUIT, CIRCUIT, REST)
    with pytest.raises(ValueError, match="exercises only"):
        put_at(two, ("blocks", block), ("blocks", 0, "blocks"), 0)


@pytest.mark.parametrize(
    ("path", "to", "index", "expected"),
    [
        (("blocks", 0), ("blocks",), 4, [[2, 3], "rest", 4, 1]),
        (("blocks", 0), ("blocks",), 1, [1, [2, 3], "rest", 4]),
        (("blocks", 3), ("blocks",), 0, [4, 1, [2, 3], "rest"]),
        (("blocks", 0), INSIDE, 1, [[2, 1, 3], "rest", 4]),
        (("blocks", 3), INSIDE, 2, [1, [2, 3, 4], "rest"]),
        ((*INSIDE, 0), ("blocks",), 0, [2, 1, [3], "rest", 4]),
        ((*INSIDE, 0), INSIDE, 2, [1, [3, 2], "rest", 4]),
    ],
)
def test_a_block_let_go_in_front_of_another(path: Path, to: Path, index: int, expected: list[Any]) -> None:
    data, then = put_at(DATA, path, to, index)
    assert shape(data) == expected
    assert at(data, then) == at(DATA, path)


def test_own_exercises_get_names_of_their_own() -> None:
    data, then = with_own_exercise(DATA, ())
    again, second = with_own_exercise(data, ())
    assert (then, second) == (("exercises", "my-exercise"), ("exercises", "my-exercise-2"))
    assert [said["name"] for said in again["exercises"].values()] == ["My exercise", "My exercise 2"]
    assert again["blocks"][-1]["exercise"] == "my-exercise-2"


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        (("name",), "Other", ()),
        (("exercises",), {"mine": {"name": "Mine"}}, ("exercises", "mine")),
        (("blocks", 2), {"rest": 1}, ("blocks", 2)),
        ((*INSIDE, 1, "reps"), 7, (*INSIDE, 1)),
    ],
)
def test_what_two_states_differ_in(path: Path, value: Any, expected: Path) -> None:
    assert first_difference(DATA, put(DATA, path, value)) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("blocks", 9), ("blocks", 3)),
        ((*INSIDE, 9), (*INSIDE, 1)),
        (("blocks", 0, "blocks", 1), ("blocks", 0)),
        (("exercises", "gone"), ()),
        (("name",), ()),
    ],
)
def test_a_path_that_leads_into_nothing_becomes_the_nearest(path: Path, expected: Path) -> None:
    assert nearest(DATA, path) == expected


def test_a_name_that_is_taken_gets_a_number_however_many_there_are() -> None:
    assert unused("my-tempo", ()) == "my-tempo"
    assert unused("my-tempo", {"my-tempo"}) == "my-tempo-2"
    assert unused("My exercise", {"My exercise", "My exercise 2"}) == "My exercise 3"
    assert unused("a", {"a", *(f"a-{number}" for number in range(2, 2000))}) == "a-2000"
