"""Sums of the history: by week, by exercise, and left against right."""

from datetime import UTC, date, datetime, timedelta, timezone
from math import inf
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from helpers.performed import performed, session
from tempo_trainer.history.dates import monday_of
from tempo_trainer.history.progress import (
    Amount,
    Exercise,
    Week,
    Work,
    balance,
    exercises,
    gathered,
    weeks,
)

BRIDGE: dict[str, Any] = {"exercise": "pelvic-bridge", "name": "Pelvic bridge", "side": "both"}
MONDAY = date(2026, 10, 12)
WORK = st.builds(Work, *3 * [st.builds(Amount, st.integers(0, 10**6), st.integers(0, 99))])


def test_a_week_holds_what_each_side_did() -> None:
    done = session([performed(), performed(side="right", tension_ms=60_000, done_reps=7), performed(**BRIDGE)])
    assert weeks([done]) == [Week(MONDAY, 1, Work(Amount(64_000, 8), Amount(60_000, 7), Amount(64_000, 8)))]


def test_weeks_without_work_are_told_too() -> None:
    first = session([performed()])
    later = session([performed()], started_at=first.started_at + timedelta(21))
    assert [week.monday for week in weeks([later, first])] == [MONDAY + timedelta(7 * k) for k in range(4)]
    assert [week.work.total("reps") for week in weeks([first, later])] == [8, 0, 0, 8]


def test_of_one_exercise_only() -> None:
    done = [session([performed(), performed(**BRIDGE)])]
    assert weeks(done, "pelvic-bridge")[0].work == Work(both=Amount(64_000, 8))
    assert weeks(done, "nordic-curl") == ()


def test_a_week_ends_on_sunday_where_the_user_was() -> None:
    east, west = timezone(timedelta(hours=13)), timezone(timedelta(hours=-9))
    monday_there = datetime(2026, 10, 19, 0, 30, tzinfo=east)  # still Sunday in UTC
    sunday_there = datetime(2026, 10, 18, 23, 30, tzinfo=west)  # Monday in UTC
    found = weeks([session([performed()], started_at=at) for at in (monday_there, sunday_there)])
    assert [(week.monday, week.work.total("reps")) for week in found] == [(MONDAY, 8), (MONDAY + timedelta(7), 8)]


def test_a_session_over_midnight_belongs_to_the_week_in_which_it_was_begun() -> None:
    begun = datetime(2026, 10, 18, 23, 59, tzinfo=UTC)
    done = session([performed(started_at=begun + timedelta(minutes=5))], started_at=begun)
    assert [week.monday for week in weeks([done])] == [MONDAY]


def test_the_time_that_is_asked_for_is_there_from_end_to_end() -> None:
    done = [session([performed()]), session([performed()], started_at=datetime(2026, 9, 1, tzinfo=UTC))]
    found = weeks(done, since=date(2026, 10, 1), until=date(2026, 11, 1))
    assert found[0].monday == date(2026, 9, 28)
    assert found[-1].monday == date(2026, 10, 26)
    assert balance(found).total("reps") == 8
    assert weeks(done, since=date(2026, 10, 14))[0].work.total("reps") == 8  # the week of that day is whole


def test_a_clock_that_was_ahead_hides_nothing() -> None:
    ahead = session([performed()], started_at=datetime(2027, 1, 1, tzinfo=UTC))
    assert weeks([ahead], until=date(2026, 11, 1))[-1].monday == date(2026, 12, 28)


def test_nothing_was_done() -> None:
    assert weeks([]) == ()
    assert weeks([session()]) == ()
    assert exercises([session()]) == []
    assert balance([]) == Work()
    assert gathered([], 10) == []


def test_exercises_with_the_one_done_most_first_and_its_last_name() -> None:
    old = session([performed(name="RDL", tension_ms=100_000), performed(**BRIDGE, done_reps=30)])
    new = session([performed(side="right", tension_ms=50_000)])
    assert exercises([old, new]) == [
        Exercise(
            "single-leg-romanian-deadlift",
            "Single-leg Romanian deadlift",
            Work(Amount(100_000, 8), Amount(50_000, 8)),
        ),
        Exercise("pelvic-bridge", "Pelvic bridge", Work(both=Amount(64_000, 30))),
    ]
    assert [one.id for one in exercises([old, new], "reps")] == ["pelvic-bridge", "single-leg-romanian-deadlift"]


def test_left_against_right() -> None:
    def more(left: int, right: int) -> float | None:
        return Work(Amount(left), Amount(right), Amount(9, 9)).more_left("tension")

    assert more(104, 100) == 4
    assert more(100, 125) == -25
    assert more(7, 7) == 0
    assert more(7, 0) == inf
    assert more(0, 7) == -inf
    assert more(0, 0) is None


def test_the_balance_of_the_last_weeks() -> None:
    found = [Week(MONDAY + timedelta(7 * k), 1, Work(Amount(k, k))) for k in range(6)]
    assert balance(found, 4) == Work(Amount(14, 14))
    assert balance(found) == Work(Amount(15, 15))


@given(st.lists(WORK, max_size=200), st.integers(1, 60))
def test_gathered_weeks_lose_nothing(works: list[Work], most: int) -> None:
    found = [Week(MONDAY + timedelta(7 * k), 1, work) for k, work in enumerate(works)]
    parts = gathered(found, most)
    assert len(parts) <= most
    assert balance(parts) == balance(found)
    assert sum(part.length for part in parts) == len(found)
    assert [part.monday for part in parts[1:]] == [part.sunday + timedelta(1) for part in parts[:-1]]
    assert len({part.length for part in parts[1:]}) <= 1  # only the first may be shorter


@given(st.dates(date(1970, 1, 1), date(2100, 1, 1)))
def test_monday(day: date) -> None:
    assert monday_of(day).weekday() == 0
    assert 0 <= (day - monday_of(day)).days < 7
