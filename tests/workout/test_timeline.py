"""The timeline is what DESIGN 4.3 says: by example, by an independent second implementation, and by invariants."""

from collections import Counter
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings

from helpers import oracle
from helpers.workouts import curl, timeline_of, workout, workouts
from tempo_trainer.workout.export import as_object
from tempo_trainer.workout.problems import ProblemsError
from tempo_trainer.workout.timeline import Timeline

BREAKS = {"lead_in", "rest", "switch", "ready"}


def shape(timeline: Timeline) -> list[tuple[Any, ...]]:
    """Kind and seconds of each step, with side and rep where there is work."""
    return [
        (step.kind, (step.duration_ms or 0) / 1000, *((step.side, step.rep) if step.is_work else ()))
        for step in timeline.steps
    ]


def cues(timeline: Timeline, *kinds: str) -> list[tuple[int, str]]:
    return [(cue.at_ms, cue.kind) for cue in timeline.cues if not kinds or cue.kind in kinds]


@settings(max_examples=400)  # rare pairs of keys, such as a circuit of two rounds with a rest of its own, come too
@given(workouts())
def test_it_is_what_an_independent_implementation_says(data: dict[str, Any]) -> None:
    found = dict(as_object(timeline_of(data)))
    del found["speech"]
    found["cues"] = sorted((cue["at_ms"], cue["kind"]) for cue in found["cues"])
    for step in found["steps"]:
        assert step["label"]
        if step["kind"] != "phase":
            step["label"] = None
    assert found == oracle.expected(data)


@given(workouts())
def test_steps_follow_one_another_and_none_is_empty(data: dict[str, Any]) -> None:
    timeline = timeline_of(data)
    assert all(step.duration_ms is None if step.kind == "ready" else step.duration_ms for step in timeline.steps)
    assert [step.start_ms for step in timeline.steps[:1]] in ([], [0])
    assert all(one.end_ms == other.start_ms for one, other in pairwise(timeline.steps))
    assert timeline.duration_ms == sum(step.duration_ms or 0 for step in timeline.steps)


@given(workouts())
def test_cues_come_in_order_each_inside_its_step(data: dict[str, Any]) -> None:
    timeline = timeline_of(data)
    *inside, finish = timeline.cues
    assert finish == (timeline.duration_ms, "finish", len(timeline.steps))
    assert all(one.at_ms <= other.at_ms and one.step <= other.step for one, other in pairwise(timeline.cues))
    for cue in inside:
        step = timeline.steps[cue.step]
        assert step.start_ms <= cue.at_ms < max(step.end_ms, step.start_ms + 1)
    assert Counter(cue.step for cue in inside if cue.at_ms == timeline.steps[cue.step].start_ms).keys() == set(
        range(len(timeline.steps))
    ), "every step begins with a cue"


@given(workouts())
def test_bouts_are_the_stretches_of_work(data: dict[str, Any]) -> None:
    timeline = timeline_of(data)
    for number, (start, end) in enumerate(timeline.bout_spans):
        first = timeline.first_step_of(number)
        steps = timeline.steps[first : timeline.end_of_bout(first)]
        assert {step.bout for step in steps} == {number}
        assert all(step.is_work for step in steps)
        assert (steps[0].start_ms, steps[-1].end_ms) == (start, end)
        bout = timeline.bouts[number]
        assert {(step.rep, step.side) for step in steps} == {
            (rep, side) for rep in range(1, bout.reps + 1) for side in bout.sides
        }
    assert sum(end - start for start, end in timeline.bout_spans) == sum(timeline.time_under_tension_ms.values())


@given(workouts())
def test_steps_and_cues_are_found_by_position(data: dict[str, Any]) -> None:
    timeline = timeline_of(data)
    count = len(timeline.steps)
    for index, step in enumerate(timeline.steps):
        stop = timeline.stop_after(index)
        assert all(later.kind != "ready" for later in timeline.steps[index:stop])
        assert stop == count or timeline.steps[stop].kind == "ready"
        if step.duration_ms:
            assert timeline.step_at(step.start_ms, index, count) == index
            assert timeline.step_at(step.end_ms - 0.5, index, count) == index
        assert list(timeline.cues_of(index, index, step.start_ms)) == [c for c in timeline.cues if c.step == index]
        middle = step.start_ms + (step.duration_ms or 0) // 2
        assert list(timeline.cues_of(index, index, middle)) == [
            c for c in timeline.cues if c.step == index and c.at_ms >= middle
        ]


@given(workouts())
def test_a_rep_is_found_by_any_of_its_steps(data: dict[str, Any]) -> None:
    timeline = timeline_of(data)
    for index, step in enumerate(timeline.steps[:100]):
        if step.is_work:
            rep = timeline.rep_of(index)
            assert index in rep
            same = (step.bout, step.rep, step.side)
            found = [i for i, other in enumerate(timeline.steps) if (other.bout, other.rep, other.side) == same]
            assert list(rep) == found


def test_each_side_in_turn_with_a_switch_between() -> None:
    timeline = timeline_of(workout(curl(sides="each", reps=2, tempo="1-0-0-0", switch=5), lead_in=0))
    assert shape(timeline) == [
        ("phase", 1, "left", 1), ("phase", 1, "left", 2), ("switch", 5),
        ("phase", 1, "right", 1), ("phase", 1, "right", 2),
    ]  # fmt: skip


def test_sides_in_alternation_have_no_switch() -> None:
    timeline = timeline_of(
        workout(curl(sides="alternate", reps=2, tempo="1-0-0-0"), lead_in=0, first_side="right", switch=5)
    )
    assert shape(timeline) == [
        ("phase", 1, "right", 1), ("phase", 1, "left", 1), ("phase", 1, "right", 2), ("phase", 1, "left", 2),
    ]  # fmt: skip
    assert timeline.time_under_tension_ms == {"left": 2000, "right": 2000, "both": 0}


@pytest.mark.parametrize("side", ["left", "right", "both"])
def test_one_side_is_all_there_is(side: str) -> None:
    timeline = timeline_of(workout(curl(sides=side, tempo="1-0-0-0"), lead_in=0, first_side="right"))
    assert shape(timeline) == [("phase", 1, side, 1)]


@pytest.mark.parametrize(
    ("exercise", "performed"),
    [
        ("stability-ball-curl", [("eccentric", 4, "out"), ("stretched_pause", 1, "hold"), ("concentric", 2, "in")]),
        ("pelvic-bridge", [("concentric", 2, "lift"), ("eccentric", 4, "lower"), ("stretched_pause", 1, "hold")]),
    ],
)
def test_the_lift_decides_which_phase_is_performed_first(exercise: str, performed: list[tuple[str, int, str]]) -> None:
    timeline = timeline_of(workout({"exercise": exercise, "reps": 1, "tempo": "lowering"}, lead_in=0))
    assert [(step.phase, (step.duration_ms or 0) // 1000, step.label) for step in timeline.steps] == performed


def test_rests_lie_between_sets_and_blocks_only() -> None:
    timeline = timeline_of(
        workout(
            curl(sets=2, tempo="1-0-0-0", rest=30),
            curl(tempo="1-0-0-0", rest_after=45),
            {"rest": 20, "say": "Fetch the ball."},
            curl(tempo="1-0-0-0"),
            lead_in=5,
        )
    )
    assert [piece[:2] for piece in shape(timeline)] == [
        ("lead_in", 5), ("phase", 1), ("rest", 30), ("phase", 1),
        ("rest", 90), ("phase", 1),
        ("rest", 20),  # in place of the 45 s
        ("phase", 1),
    ]  # fmt: skip


def test_a_circuit_goes_round() -> None:
    timeline = timeline_of(
        workout(
            {
                "circuit": "Finisher",
                "rounds": 2,
                "rest": 40,
                "rest_after": 50,
                "transition": 5,
                "blocks": [
                    curl(tempo="1-0-0-0", sets=2, rest=3),
                    {"exercise": "nordic-curl", "reps": 1, "tempo": "2-0-0-0"},
                ],
            },
            curl(tempo="1-0-0-0"),
            lead_in=0,
        )
    )
    once = [("phase", 1), ("rest", 3), ("phase", 1), ("rest", 5), ("phase", 2)]
    assert [piece[:2] for piece in shape(timeline)] == [*once, ("rest", 40), *once, ("rest", 50), ("phase", 1)]
    assert [step.round for step in timeline.steps if step.is_work] == [1, 1, 1, 2, 2, 2, None]
    assert {step.block for step in timeline.steps[:-1]} == {1}


def test_max_is_planned_as_a_hundred_reps() -> None:
    timeline = timeline_of(workout(curl(reps="max", tempo="1-0-1-0"), lead_in=0))
    assert timeline.open_ended
    assert timeline.duration_ms == 200_000
    assert (timeline.steps[-1].rep, timeline.steps[-1].reps) == (100, 100)


def test_until_ready_waits_and_counts_nothing() -> None:
    timeline = timeline_of(workout({"rest": "until-ready"}, curl(tempo="1-0-0-0"), lead_in=4))
    assert timeline.open_ended
    assert [(step.kind, step.start_ms, step.duration_ms) for step in timeline.steps] == [
        ("lead_in", 0, 4000), ("ready", 4000, None), ("phase", 4000, 1000),
    ]  # fmt: skip


def test_a_workout_of_nothing_is_only_its_finish() -> None:
    timeline = timeline_of(workout({"rest": 0}, lead_in=0))
    assert (timeline.steps, timeline.duration_ms, cues(timeline)) == ((), 0, [(0, "finish")])


def test_ticks_are_strictly_inside_a_phase() -> None:
    timeline = timeline_of(workout(curl(tempo="2-0.5-2.5-1"), lead_in=0))
    assert cues(timeline) == [
        (0, "eccentric"), (1000, "tick"), (2000, "stretched_pause"),
        (2500, "concentric"), (3500, "tick"), (4500, "tick"),
        (5000, "contracted_pause"), (6000, "finish"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("seconds", "at_ms"),
    [(0.5, []), (1, [0]), (1.5, [500]), (2, [0, 1000]), (3, [0, 1000, 2000]), (10, [7000, 8000, 9000])],
)
def test_the_countdown_never_begins_before_its_step(seconds: float, at_ms: list[int]) -> None:
    timeline = timeline_of(workout({"rest": seconds}, lead_in=0))
    assert [at for at, _ in cues(timeline, "countdown")] == at_ms


@pytest.mark.parametrize(
    ("block", "at_ms"),
    [
        ({"rest": 19.999}, []),
        ({"rest": 20}, [10_000]),
        (curl(hold=19.999), []),
        (curl(hold=20), [10_000]),
        (curl(hold=31), [15_500]),
        (curl(reps=1, tempo="60-0-0-0"), []),
    ],
)
def test_halfway_in_rests_and_holds_of_twenty_seconds(block: dict[str, Any], at_ms: list[int]) -> None:
    assert [at for at, _ in cues(timeline_of(workout(block, lead_in=0)), "halfway")] == at_ms


def test_a_long_switch_and_lead_in_have_no_halfway() -> None:
    timeline = timeline_of(workout(curl(sides="each", switch=60, tempo="1-0-0-0"), lead_in=60))
    assert cues(timeline, "halfway") == []


@pytest.mark.parametrize(
    ("blocks", "within"),
    [
        ([curl(sets=25, hold=3600, rest=0)], False),
        ([curl(sets=24, hold=3600, rest=0)], True),
        ([curl(sets=50, reps=999, tempo="0.1-0-0.1-0", rest=0), curl(reps=50, tempo="1-0-1-0")], True),
        ([curl(sets=50, reps=999, tempo="0.1-0-0.1-0", rest=0), curl(reps=50, tempo="1-0-1-0"), {"rest": 1}], False),
    ],
)
def test_the_limits_of_a_day_and_of_a_hundred_thousand_steps(blocks: list[dict[str, Any]], within: bool) -> None:
    data = workout(*blocks, lead_in=0, rest_after=0)
    if within:
        assert timeline_of(data).duration_ms <= 24 * 3_600_000
        return
    with pytest.raises(ProblemsError) as caught:
        timeline_of(data)
    assert len(caught.value.problems) == 1
