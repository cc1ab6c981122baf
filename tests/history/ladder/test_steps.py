"""One step up or down from a workout: what changes, what stays, and that it can be performed."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.workouts import curl, names, timeline_of, workout, workouts
from tempo_trainer.history.ladder.easier import step_down
from tempo_trainer.history.ladder.harder import step_up
from tempo_trainer.history.ladder.steps import Step, exercise_blocks
from tempo_trainer.workout.model import Workout
from tempo_trainer.workout.validation import findings
from tempo_trainer.workout.writer import plain

MOST_STEPS = 200
WALKOUT, CURL, SINGLE_CURL = "hamstring-walkout", "stability-ball-curl", "single-leg-stability-ball-curl"


def up(data: dict[str, Any]) -> Step | None:
    said = timeline_of(data).workout
    return step_up(said, names().and_those_of(said))


def down(data: dict[str, Any], *items: int, without_load: bool = False) -> Step | None:
    said = timeline_of(data).workout
    return step_down(said, names().and_those_of(said), items, without_load=without_load)


def blocks(step: Step | None) -> list[dict[str, Any]]:
    assert step
    found: list[dict[str, Any]] = plain(step.workout)["blocks"]
    return found


def block(exercise: str, **keys: Any) -> dict[str, Any]:
    return {"exercise": exercise, **({} if "hold" in keys else {"reps": 10}), **keys}


def test_first_the_steady_tempos_grow_and_only_they() -> None:
    step = up(workout(curl(sets=3), block(WALKOUT, sets=2, tempo="progressive"), block("pelvic-bridge", hold=20)))
    changed, *same = blocks(step)
    assert changed == curl(sets=3, tempo={"from": "3-1-3-1", "to": "4-2-4-2"})
    assert same == [block(WALKOUT, sets=2, tempo="progressive"), {"exercise": "pelvic-bridge", "hold": 20}]
    assert step
    assert step.what == "Stability ball hamstring curl: from 3-1-3-1 to 4-2-4-2, set by set."


def test_then_they_are_slow_in_all_sets() -> None:
    step = up(workout(curl(sets=3, tempo="progressive"), block(WALKOUT, sets=2, tempo="progressive")))
    assert [one["tempo"] for one in blocks(step)] == ["4-2-4-2", "4-2-4-2"]
    assert step
    assert step.what == "Stability ball hamstring curl and Hamstring walkout: 4-2-4-2 in all sets."


@pytest.mark.parametrize(("now", "then"), [(20, 30), (45, 55), (55, 60), (59.5, 60)])
def test_then_holds_last_longer(now: float, then: float) -> None:
    assert blocks(up(workout(curl(tempo="slow"), block("pelvic-bridge", hold=now))))[1]["hold"] == then


def test_then_the_first_exercise_that_can_becomes_a_harder_one() -> None:
    first = block("nordic-curl", tempo="slow")
    second = block("romanian-deadlift", sets=3, tempo="slow", load="20 kg", rest=75, note="Two legs.", sides="left")
    third = block("pelvic-bridge", tempo="slow")
    step = up(workout(first, second, third))
    harder = {"exercise": "single-leg-romanian-deadlift", "sets": 3, "reps": 8, "tempo": "3-1-3-1", "rest": 75}
    assert blocks(step) == [first, harder, third]
    assert step
    assert step.title == "A harder exercise: Single-leg Romanian deadlift"
    assert step.what == ("Single-leg Romanian deadlift: 3 × 8 at 3-1-3-1 instead of Romanian deadlift, without 20 kg.")


@pytest.mark.parametrize(("now", "then"), [(12, 10), (10, 8), (6, 5), (2, 1), (1, 1), (999, 799), ("max", "max")])
def test_a_harder_exercise_has_a_fifth_fewer_reps(now: Any, then: Any) -> None:
    assert blocks(up(workout(block(WALKOUT, reps=now, tempo="slow"))))[0]["reps"] == then


def test_an_exercise_that_is_held_begins_with_twenty_seconds() -> None:
    step = up(workout(block("single-leg-pelvic-bridge", sets=3, tempo="slow")))
    assert blocks(step) == [{"exercise": "long-lever-bridge-hold", "sets": 3, "hold": 20}]


def test_a_hold_that_cannot_last_longer_is_held_in_a_harder_exercise() -> None:
    assert blocks(up(workout(block("pelvic-bridge", hold=60)))) == [
        {"exercise": "single-leg-pelvic-bridge", "hold": 20}
    ]


def test_an_exercise_that_is_there_already_is_not_taken_again() -> None:
    assert up(workout(block(SINGLE_CURL, tempo="slow"), block("nordic-curl", tempo="slow"))) is None


def test_all_blocks_of_an_exercise_change_together_in_circuits_too() -> None:
    one = block(WALKOUT, tempo="slow")
    step = up(workout(one, {"rest": 30}, {"circuit": "Finisher", "blocks": [block("nordic-curl", tempo="slow"), one]}))
    first, rest, circuit = blocks(step)
    assert (first["exercise"], rest) == (CURL, {"rest": 30})
    assert [inner["exercise"] for inner in circuit["blocks"]] == ["nordic-curl", CURL]


def test_what_is_needed_for_it_is_told() -> None:
    step = up(workout(block(WALKOUT, tempo="slow")))
    assert step
    assert step.what.endswith("You need: stability ball.")


def test_an_exercise_of_the_files_own_has_no_neighbour() -> None:
    own = {"exercises": {WALKOUT: {"name": "My walkout"}}}
    assert up(workout(block(WALKOUT, tempo="slow"), **own)) is None


def test_a_neighbour_that_the_file_calls_something_else_is_none() -> None:
    own = {"exercises": {CURL: {"name": "My curl"}}}
    assert up(workout(block(WALKOUT, tempo="slow"), **own)) is None


def test_a_workout_has_the_level_that_all_of_it_has_reached() -> None:
    bridge, walkout = block("pelvic-bridge", tempo="slow"), block(WALKOUT, tempo="slow")
    one, both = up(workout(bridge, walkout, level="beginner")), up(workout(bridge, level="beginner"))
    assert one
    assert both
    assert (one.workout.level, both.workout.level) == ("beginner", "intermediate")


def test_easier_exercises_with_the_same_sets_reps_and_tempo() -> None:
    single = block("single-leg-romanian-deadlift", sets=3, tempo="slow", load="5 kg", note="One leg.")
    step = down(workout(single, curl(reps=8)), 0)
    easier = {"exercise": "romanian-deadlift", "sets": 3, "reps": 10, "tempo": "slow", "load": "5 kg"}
    assert blocks(step) == [easier, curl(reps=8)]
    assert step
    assert step.title == "An easier exercise: Romanian deadlift"
    assert step.what == "Romanian deadlift instead of Single-leg Romanian deadlift."


def test_without_load_all_weights_are_left_out() -> None:
    step = down(workout(curl(load="5 kg"), block("pelvic-bridge", load="no weight")), 0, 1, without_load=True)
    assert [one.get("load") for one in blocks(step)] == [None, "no weight"]
    assert step
    assert step.what.endswith("All of it without load.")


def test_where_no_exercise_is_easier_the_tempo_goes_back() -> None:
    slow = block("pelvic-bridge", tempo="slow")
    step = down(workout(slow, slow), 1)
    assert blocks(step) == [slow, block("pelvic-bridge", tempo="3-1-3-1")]


def test_then_holds_are_shorter_and_then_loads_go() -> None:
    both = workout(block("pelvic-bridge", hold=20, load="5 kg"))
    assert blocks(down(both, 0)) == [block("pelvic-bridge", hold=10, load="5 kg")]
    assert blocks(down(workout(block("pelvic-bridge", hold=10, load="5 kg")), 0)) == [block("pelvic-bridge", hold=10)]
    assert down(workout(block("pelvic-bridge", hold=10, load="no weight")), 0) is None


def test_sides_of_ones_own_stay_where_both_exercises_have_the_same() -> None:
    left = block(SINGLE_CURL, sides="left", tempo="slow")
    assert "sides" not in blocks(down(workout(left), 0))[0]
    assert blocks(up(workout(block("single-leg-pelvic-bridge", sides="left", tempo="slow"))))[0]["sides"] == "left"


def check(step: Step | None, before: Workout) -> Workout | None:
    """What holds for each step: another workout that is right, of as many blocks, and is told."""
    if step is None:
        return None
    read, wrong = findings(plain(step.workout), names())
    assert not wrong
    assert read == step.workout != before
    assert len(exercise_blocks(read)) == len(exercise_blocks(before))
    assert step.title
    assert step.what.endswith(".")
    return read


@given(workouts())
def test_steps_up_come_to_an_end(data: dict[str, Any]) -> None:
    now: Workout | None = timeline_of(data).workout
    for _ in range(MOST_STEPS):
        if now is None:
            return
        now = check(step_up(now, names().and_those_of(now)), now)
    pytest.fail("the ladder has no end")


@given(workouts(), st.booleans())
def test_steps_down_come_to_an_end(data: dict[str, Any], without_load: bool) -> None:
    now: Workout | None = timeline_of(data).workout
    for _ in range(MOST_STEPS):
        if now is None:
            return
        items = range(len(exercise_blocks(now)))
        now = check(step_down(now, names().and_those_of(now), items, without_load=without_load), now)
    pytest.fail("the ladder has no end")
