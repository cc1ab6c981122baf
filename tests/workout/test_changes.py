"""Changes in mid-session: what lies before is untouched, what follows is as if compiled so."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from helpers.workouts import Data, curl, figures, names, timeline_of, workout, workouts
from tempo_trainer.workout.changes import with_rest, with_tempo
from tempo_trainer.workout.exercise import Sides
from tempo_trainer.workout.tempo import Ramp, Tempo, parse_tempo
from tempo_trainer.workout.timeline import Cue, Step, Timeline, TooLongError

SLOW = Tempo(4000, 2000, 4000, 2000)


def first_of_a_rep(timeline: Timeline, index: int) -> int:
    """The first step of the rep that the step `index` is in, or of the next one."""
    work = timeline.next_work(index)
    assume(work is not None)
    return timeline.rep_of(work or 0).start


def before(timeline: Timeline, index: int) -> tuple[tuple[Step, ...], list[Cue]]:
    return timeline.steps[:index], [cue for cue in timeline.cues if cue.step < index]


def after(timeline: Timeline, index: int) -> tuple[list[Step], list[Cue]]:
    """What comes from a step on, as if it began at 0."""
    start = timeline.steps[index].start_ms if index < len(timeline.steps) else timeline.duration_ms
    return (
        [step._replace(start_ms=step.start_ms - start) for step in timeline.steps[index:]],
        [Cue(cue.at_ms - start, cue.kind, cue.step - index) for cue in timeline.cues if cue.step >= index],
    )


def breaks(timeline: Timeline) -> list[int]:
    return [index for index, step in enumerate(timeline.steps) if step.kind in {"lead_in", "rest", "switch"}]


@given(workouts(), st.integers(1, 3_600_000), st.data())
def test_another_rest_moves_what_follows_and_no_more(data: Data, ms: int, choice: st.DataObject) -> None:
    timeline = timeline_of(data)
    assume(breaks(timeline))
    index = choice.draw(st.sampled_from(breaks(timeline)))
    changed = with_rest(timeline, index, ms)
    assert before(changed, index) == before(timeline, index)
    assert changed.steps[index] == timeline.steps[index]._replace(duration_ms=ms)
    assert after(changed, index + 1) == after(timeline, index + 1)
    assert changed.bouts == timeline.bouts
    assert with_rest(changed, index, timeline.steps[index].duration_ms or 0) == timeline


def test_another_rest_is_as_if_the_file_said_so() -> None:
    def rested(seconds: int) -> Timeline:
        return timeline_of(workout(curl(sets=2, rest=seconds)))

    changed = with_rest(rested(30), 5, 45_000)
    assert (changed.steps, changed.cues) == (rested(45).steps, rested(45).cues)


def test_a_rest_of_nothing_is_gone() -> None:
    timeline = timeline_of(workout(curl(sets=2, rest=30)))
    assert len(with_rest(timeline, 5, 0).steps) == len(timeline.steps) - 1


def test_a_rest_can_make_a_workout_too_long() -> None:
    with pytest.raises(TooLongError, match="24 h"):
        with_rest(timeline_of(workout(curl(sets=2))), 5, 25 * 3_600_000)


@given(workouts(), st.data())
def test_the_planned_tempo_is_no_change(data: Data, choice: st.DataObject) -> None:
    timeline = timeline_of(data)
    index = first_of_a_rep(timeline, choice.draw(st.integers(0, max(0, len(timeline.steps) - 1))))
    changed = with_tempo(timeline, index, {})
    assert (changed.steps, changed.cues, changed.bouts) == (timeline.steps, timeline.cues, timeline.bouts)


@given(workouts(), figures(), figures(), st.booleans(), st.data())
def test_another_tempo_is_as_if_the_file_said_so_from_that_rep_on(
    data: Data, start: object, end: object, ramp: bool, choice: st.DataObject
) -> None:
    written = {"from": start, "to": end} if ramp else start
    tempo = parse_tempo(written)
    assert isinstance(tempo, Tempo | Ramp)
    planned, items = timeline_of(data), range(100)

    exercises = [block for outer in data["blocks"] for block in outer.get("blocks", [outer]) if "exercise" in block]
    for block in exercises:
        if "hold" not in block:
            block["tempo"] = written
    compiled = timeline_of(data)

    index = first_of_a_rep(planned, choice.draw(st.integers(0, max(0, len(planned.steps) - 1))))
    changed = with_tempo(planned, index, dict.fromkeys(items, tempo))
    assert before(changed, index) == before(planned, index)
    work = planned.steps[index]
    same = next(
        place
        for place, step in enumerate(compiled.steps)
        if (step.bout, step.rep, step.side) == (work.bout, work.rep, work.side)
    )
    assert after(changed, index) == after(compiled, same)


def test_only_the_named_exercise_changes() -> None:
    timeline = timeline_of(workout(curl(tempo="3131"), curl(tempo="3131"), lead_in=0, rest_after=0))
    changed = with_tempo(timeline, 0, {1: SLOW})
    assert [step.duration_ms for step in changed.steps] == [3000, 1000, 3000, 1000, 4000, 2000, 4000, 2000]


def test_a_ramp_counts_by_the_sets_of_the_plan() -> None:
    timeline = timeline_of(workout(curl(tempo="3131", sets=3, rest=0), lead_in=0))
    ramp = names().presets["progressive"]
    changed = with_tempo(timeline, 4, {0: ramp})
    assert [step.duration_ms for step in changed.steps if step.phase == "eccentric"] == [3000, 3500, 4000]


@pytest.mark.parametrize(
    ("percent", "lengths"),
    [(80, [2400, 800, 2400, 800]), (100, [3000, 1000, 3000, 1000]), (125, [3750, 1250, 3750, 1250])],
)
def test_percent_are_of_the_planned_tempo_and_leave_holds_alone(percent: int, lengths: list[int]) -> None:
    timeline = timeline_of(workout(curl(reps=2), curl(hold=20), lead_in=0, rest_after=5))
    changed = with_tempo(timeline, 4, {}, percent)
    assert [step.duration_ms for step in changed.steps] == [3000, 1000, 3000, 1000, *lengths, 5000, 20_000]
    # not of what was changed before: 80 % and then 100 % is the plan
    assert with_tempo(changed, 4, {}).steps == timeline.steps


@pytest.mark.parametrize("sides", ["both", "each", "alternate"])
def test_a_change_within_a_set_begins_with_that_rep_of_that_side(sides: Sides) -> None:
    timeline = timeline_of(workout(curl(reps=2, sides=sides, tempo="1-0-1-0"), lead_in=0))
    changed = with_tempo(timeline, 2, {0: Tempo(2000, 0, 0, 0)})
    assert changed.steps[:2] == timeline.steps[:2]
    assert {step.duration_ms for step in changed.steps[2:] if step.is_work} == {2000}
    reps_and_sides = [(step.rep, step.side) for step in timeline.steps if step.phase == "eccentric"]
    assert [(step.rep, step.side) for step in changed.steps if step.phase == "eccentric"] == reps_and_sides
