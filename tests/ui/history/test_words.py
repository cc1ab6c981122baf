"""Days, lengths and zones in words; the days of the strip; the tables."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from time import tzset

import pytest

from helpers.performed import performed, session
from tempo_trainer.history.records import Session
from tempo_trainer.ui.history.days import Day, days_of, level, much, told, weeks_between
from tempo_trainer.ui.history.tables import MOST_SETS, in_sentences, left_out, plan_table, sets_in_sentences, sets_table
from tempo_trainer.ui.history.words import day_in_words, length_in_words, short_day, state_told, zone_in_words
from tempo_trainer.ui.themes import DARK
from ui.history.conftest import START, session_of, set_of

TODAY = START.date()


@pytest.fixture
def in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
        tzset()
        yield
    tzset()


def rows(html: str) -> list[list[str]]:
    """The texts of a table."""
    found = re.findall(r"<tr>(.*?)</tr>", html.replace("\N{NO-BREAK SPACE}", " "))
    return [[re.sub("<[^>]*>", "", cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", row)] for row in found]


def test_days() -> None:
    assert day_in_words(TODAY, TODAY) == short_day(TODAY, TODAY) == "Today"
    assert day_in_words(TODAY - timedelta(1), TODAY) == "Yesterday"
    assert day_in_words(date(2025, 6, 3), TODAY) == "Tuesday 3 June"
    assert short_day(date(2024, 12, 31), TODAY) == "Tue 31 Dec 2024"


def test_lengths_are_no_more_exact_than_one_wants() -> None:
    assert [length_in_words(ms) for ms in (0, 59_900, 600_500, 5_400_000)] == ["0 s", "1 min", "10 min", "1 h 30 min"]


@pytest.mark.usefixtures("in_berlin")
def test_the_zone_is_told_only_of_another_one_daylight_saving_or_not() -> None:
    def at(month: int, hours: float) -> datetime:
        return datetime(2025, month, 12, 18, 5, tzinfo=timezone(timedelta(hours=hours)))

    assert zone_in_words(at(6, 2)) == zone_in_words(at(1, 1)) == ""
    assert zone_in_words(at(6, 1)) == "UTC+1"
    assert zone_in_words(at(6, -3.5)) == "UTC−3:30"


def test_days_of_sessions() -> None:
    yesterday = TODAY - timedelta(1)
    first, second, third = session_of(1), session_of(2, sets=()), session_of(3, START - timedelta(1))
    days = days_of([first, third, second])
    assert days == {TODAY: Day(2, first.tension_ms, 2), yesterday: Day(1, third.tension_ms, 3)}
    assert told(TODAY, days[TODAY], TODAY) == "Today: 2 sessions, 9 min 4 s under tension"
    assert told(yesterday, Day(1, 0, 1), TODAY) == "Yesterday: 1 session"
    assert told(yesterday, Day(), TODAY) == "Yesterday: no session"


def test_one_long_day_does_not_empty_the_others() -> None:
    days = [Day(1, 600_000, 1)] * 19 + [Day(1, 36_000_000, 1)]
    assert much(days) == 600_000
    assert [level(Day(1, ms, 1), 600_000) for ms in (0, 1, 150_001, 600_000, 36_000_000)] == [0, 1, 2, 4, 4]
    assert much([]) == 1


def test_weeks_begin_on_monday() -> None:
    assert weeks_between(date(2025, 6, 8), date(2025, 6, 9)) == 1
    assert weeks_between(date(2025, 6, 9), date(2025, 6, 15)) == 0


def test_done_against_planned_a_side_at_a_time() -> None:
    assert rows(plan_table(session_of(1, done=5), DARK)) == [
        ["Exercise", "Left", "Right", "Under tension"],
        ["Single-leg Romanian deadlift", "✓ 24 of 24", "21 of 24", "6:00"],
        ["Stability ball hamstring curl", "✓ 20 of 20", "2:40"],
    ]
    assert in_sentences(session_of(1, done=5)).startswith(
        "Single-leg Romanian deadlift, left: 24 of 24, 3:12 under tension. "
        "Single-leg Romanian deadlift, right: 21 of 24, 2:48 under tension."
    )


def test_set_by_set() -> None:
    table = rows(sets_table(session_of(1, done=5), DARK))
    assert table[0] == ["Set", "Side", "Reps", "Tempo", "Under tension", "Load"]
    assert table[1] == ["Single-leg Romanian deadlift"]
    assert table[2] == ["1", "Left", "✓ 8 of 8", "3-1-3-1", "1:04", "10 kg"]
    assert table[7] == ["3", "Right", "5 of 8", "3-1-3-1", "40 s", "10 kg"]
    assert table[9] == ["1", "Both", "✓ 10 of 10", "3-1-3-1", "1:20", "–"]


def test_sets_for_who_hears_them() -> None:
    heard = sets_in_sentences(session_of(1))
    assert heard.startswith(
        "Single-leg Romanian deadlift, set 1, left: 8 of 8, tempo 3-1-3-1, 1:04 under tension, 10 kg. "
    )
    assert heard.endswith("Stability ball hamstring curl, set 2, both: 10 of 10, tempo 3-1-3-1, 1:20 under tension.")


def test_holds_open_sets_and_names_with_angles() -> None:
    hold = set_of(0, 1, "both", 30, planned=None)._replace(tempo=None, load=None, name="Hold <b>")
    table = sets_table(session_of(1, sets=(hold,)), DARK)
    assert rows(table)[2] == ["1", "Both", "30", "hold", "4:00"]
    assert "Hold &lt;b&gt;" in table


def test_very_many_sets_are_cut_and_say_so() -> None:
    long: Session = session_of(1, sets=tuple(set_of(0, number, "left", 1) for number in range(1, MOST_SETS + 13)))
    assert len(rows(sets_table(long, DARK))) == MOST_SETS + 2
    assert left_out(long) == "12 more sets are in the export."
    assert left_out(session_of(1)) == ""


def test_who_left_out_reps_on_the_way_to_the_end_is_told_so() -> None:
    whole = session([performed(planned_reps=8, done_reps=8)])
    assert str(state_told(whole)) == "✓ Finished"
    part = session([performed(planned_reps=8, done_reps=5)])
    assert str(state_told(part)) == "◐ Finished, 5 of 8 reps"
