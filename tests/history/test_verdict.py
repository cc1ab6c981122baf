"""What sessions say: which two count, what went well, what was missed."""

from dataclasses import replace

import pytest

from helpers.sessions import performed
from helpers.workouts import curl, timeline_of, workout
from tempo_trainer.history.records import Session
from tempo_trainer.history.verdict import concerned, done_of, missed, running, says_something, went_well

PLAN = timeline_of(workout(curl(sets=3, reps=10), {"exercise": "single-leg-pelvic-bridge", "sets": 2, "reps": 8}))
OPEN = timeline_of(workout(curl(reps="max"), {"exercise": "pelvic-bridge", "reps": "max"}))


@pytest.mark.parametrize(
    ("effort", "pain", "well"),
    [(6, 2, True), (0, 0, True), (7, 2, False), (6, 3, False), (None, 0, False), (3, None, False), (None, None, False)],
)
def test_well_is_little_effort_and_little_pain_and_both_said(effort: int | None, pain: int | None, well: bool) -> None:
    assert went_well(performed(PLAN, 1, effort=effort, pain=pain)) is well


def test_a_rep_less_on_one_side_is_missed() -> None:
    session = performed(PLAN, 1)
    *rest, last = session.sets
    session = replace(session, sets=(*rest, last._replace(done_reps=15)))
    assert missed(session) == {1}
    assert not went_well(session)
    assert done_of(session) == (30 + 16 + 15, 30 + 16 + 16)


def test_more_than_was_planned_makes_up_for_nothing() -> None:
    session = performed(PLAN, 1, {0: -5, 1: 2})
    assert missed(session) == {1}
    assert done_of(session) == (30 + 14 + 14, 62)


def test_as_many_as_one_can_is_one_unless_it_was_ended_early() -> None:
    assert missed(performed(OPEN, 1)) == set()
    assert missed(performed(OPEN, 1, {1: 1})) == {1}
    assert missed(performed(OPEN, 1, state="ended")) == {0, 1}


def test_ended_in_the_last_rest_nothing_is_missed() -> None:
    assert missed(performed(PLAN, 1, state="ended")) == set()


def test_what_was_begun_and_not_finished_was_too_hard_and_not_what_came_after() -> None:
    assert concerned(performed(PLAN, 1, {0: 10, 1: 16}, state="ended")) == {0}


def test_where_all_that_was_begun_was_finished_the_rest_is_meant() -> None:
    assert concerned(performed(PLAN, 1, {1: 16}, state="ended")) == {1}


@pytest.mark.parametrize(
    ("session", "says"),
    [
        (performed(PLAN, 1), True),
        (performed(PLAN, 1, state="ended"), True),
        (performed(PLAN, 1, state="interrupted"), False),
        (performed(PLAN, 1, state="running"), False),
        (performed(PLAN, 1, {0: 30, 1: 16}, state="ended"), False),
        (performed(PLAN, 1, {0: 30, 1: 16}, state="ended", pain=6), True),  # it hurt before the first rep
    ],
)
def test_what_says_something(session: Session, says: bool) -> None:
    assert says_something(session) is says


def test_the_one_before_is_of_the_same_workout_and_says_something() -> None:
    one, other, broken, last = (performed(PLAN, number) for number in (1, 2, 3, 4))
    sessions = [one, replace(other, workout="Another"), replace(broken, state="interrupted"), last]
    assert running(sessions, last) == (one, last)


def test_order_is_of_ids_and_what_came_later_does_not_count() -> None:
    sessions = [performed(PLAN, number) for number in (3, 1, 2)]
    assert running(sessions, sessions[2]) == (sessions[1], sessions[2])


def test_a_workout_that_was_changed_begins_anew() -> None:
    more = timeline_of(workout(curl(sets=3, reps=11), {"exercise": "single-leg-pelvic-bridge", "sets": 2, "reps": 8}))
    last = performed(more, 2)
    assert running([performed(PLAN, 1), last], last) == (last,)


def test_the_other_side_first_is_no_change() -> None:
    first = performed(PLAN, 1)
    last = replace(performed(PLAN, 2), plan=first.plan[::-1])
    assert running([first, last], last) == (first, last)
