"""What is changed here is seen at once, and stays so until the disk says the same."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tempo_trainer.ui.history.past import Past, Rating, first_day
from ui.history.conftest import NOW, START, session_of


@pytest.fixture
def past() -> Past:
    made = Past()
    made.take([session_of(1, workout="Üben", note="Knie"), session_of(2, START - timedelta(9)), session_of(3)])
    return made


def ids(past: Past) -> list[int]:
    return [session.id for session in past.sessions]


def test_the_newest_comes_first_whatever_the_clock_said(past: Past) -> None:
    past.take([session_of(2, START - timedelta(9)), session_of(3, START - timedelta(20)), session_of(1)])
    assert ids(past) == [3, 2, 1]


def test_a_reading_that_began_before_a_change_does_not_take_it_back(past: Past) -> None:
    stale = list(past.sessions)
    past.rate(3, Rating(9, 2, "Good"))
    past.take(stale)
    assert past.sessions[0] == replace(stale[0], effort=9, pain=2, note="Good")


def test_what_another_window_says_later_counts(past: Past) -> None:
    past.rate(3, Rating(9, 2, "Good"))
    past.take([session_of(3, effort=9, pain=2, note="Good")])
    past.take([session_of(3, effort=1, pain=1, note="Better")])
    assert past.sessions[0].note == "Better"


def test_a_deleted_session_is_out_of_sight_and_comes_back_in_its_place(past: Past) -> None:
    past.delete(3)
    past.delete(2)
    assert ids(past) == [1]
    past.take([session_of(1)])
    assert ids(past) == [1]
    for it in (2, 3):
        back = past.undelete()
        assert back is not None
        assert back.id == it
    assert ids(past) == [3, 2, 1]
    assert past.undelete() is None


@pytest.mark.parametrize(
    ("words", "found"),
    [("", [3, 2, 1]), ("uben", [1]), ("KNIE üb", [1]), ("curl", [3, 2, 1]), ("knie intermediate", []), ("xyz", [])],
)
def test_every_word_is_looked_for_in_workout_exercises_and_note(past: Past, words: str, found: list[int]) -> None:
    assert [session.id for session in past.fitting(words, None)] == found


def test_a_new_note_is_found_at_once(past: Past) -> None:
    assert not past.fitting("calm", None)
    past.rate(3, Rating(None, None, "Calm"))
    assert [session.id for session in past.fitting("calm", None)] == [3]


def test_a_range_counts_today(past: Past) -> None:
    past.take([session_of(1, START - timedelta(28)), session_of(2, START - timedelta(27))])
    since = first_day("4 weeks", NOW.date())
    assert [session.id for session in past.fitting("", since)] == [2]
    assert first_day("All", NOW.date()) is None


def test_days_are_those_of_the_place_where_they_were_lived(past: Past) -> None:
    late = START.replace(hour=0, minute=30)  # in UTC it is the day before
    past.take([session_of(1, late)])
    assert past.fitting("", late.date())
    assert not past.fitting("", date(2025, 6, 13))


def test_the_last_session_of_a_workout(past: Past) -> None:
    third, second, first = past.sessions
    assert past.is_last_of_its_workout(third)
    assert past.is_last_of_its_workout(first)
    assert not past.is_last_of_its_workout(second)
