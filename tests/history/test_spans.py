"""Where sets lie in their session, whatever the clock was set to meanwhile."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from helpers.performed import after, performed, session
from tempo_trainer.history.spans import elapsed_ms, spans_of


def test_sets_lie_where_they_were_and_rests_between() -> None:
    first, second, third = performed(10), performed(82), performed(146.5)
    assert list(spans_of(session([first, second, third]))) == [
        (10_000, 64_000, first),
        (74_000, 8000, None),
        (82_000, 64_000, second),
        (146_500, 64_000, third),  # half a second is no rest
    ]


def test_sides_that_alternate_lie_one_after_the_other() -> None:
    spans = spans_of(session([performed(10), performed(18)]))
    assert [(span.start_ms, span.end_ms) for span in spans] == [(10_000, 74_000), (74_000, 138_000)]


def test_a_clock_set_back_in_between_changes_no_order_and_no_length() -> None:
    spans = spans_of(session([performed(10), performed(-3000), performed(-2900)], ended_at=after(-2600)))
    assert [span.performed and span.length_ms for span in spans] == [64_000, 64_000, 64_000]
    assert [span.start_ms for span in spans] == [10_000, 74_000, 138_000]


def test_a_night_with_an_hour_more_is_no_longer_than_it_lasted() -> None:
    zone = ZoneInfo("Europe/Berlin")
    start = datetime(2026, 10, 25, 2, 55, tzinfo=zone)
    end = datetime(2026, 10, 25, 2, 5, tzinfo=zone, fold=1)
    night = session([performed(started_at=start + timedelta(minutes=1))], started_at=start, ended_at=end)
    assert elapsed_ms(night) == 600_000
    assert spans_of(night)[0].start_ms == 60_000


def test_a_break_by_a_crash_is_a_rest() -> None:
    gone_on = session([performed(10), performed(3600)], ended_at=after(4000))
    assert elapsed_ms(gone_on) == 4_000_000
    assert spans_of(gone_on)[1] == (74_000, 3_526_000, None)


def test_a_clock_set_on_by_years_makes_no_session_of_years() -> None:
    spans = spans_of(session([performed(10), performed(1e8)], ended_at=after(1e8 + 100)))
    assert [span.start_ms for span in spans] == [10_000, 74_000, 536_000]
    assert spans[-1].end_ms == 600_000


def test_a_session_that_runs_is_as_long_as_it_has_lasted() -> None:
    assert elapsed_ms(session(ended_at=None, lasted_ms=5000)) == 5000
    assert spans_of(session()) == ()


@given(
    st.lists(st.tuples(st.integers(-90_000, 90_000), st.integers(1, 200_000)), max_size=12),
    st.integers(0, 4_000_000),
    st.integers(-90_000, 90_000),
)
def test_nothing_overlaps_or_is_lost(sets: list[tuple[int, int]], lasted_ms: int, end: int) -> None:
    past = session(
        [performed(at, tension_ms=tension) for at, tension in sets], lasted_ms=lasted_ms, ended_at=after(end)
    )
    spans = spans_of(past)
    assert [span.performed for span in spans if span.performed] == list(past.sets)
    assert all(span.length_ms == span.performed.tension_ms for span in spans if span.performed)
    ends = [0, *(span.end_ms for span in spans)]
    assert all(end <= span.start_ms for end, span in zip(ends, spans, strict=False))
    assert ends[-1] <= elapsed_ms(past)
