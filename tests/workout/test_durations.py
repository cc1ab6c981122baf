"""Durations: every notation, every limit, and the words they are told in."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tempo_trainer.workout.durations import LONGEST_MS, duration_ms, in_words, on_a_clock

milliseconds = st.integers(0, LONGEST_MS)


@pytest.mark.parametrize(
    ("written", "ms"),
    [
        (0, 0), (90, 90_000), (2.5, 2500), (0.001, 1), (3600, LONGEST_MS), (-0.0, 0), (0.1, 100),
        ("90s", 90_000), ("90", 90_000), ("2.5s", 2500), ("0s", 0), ("0.001s", 1),
        ("2m", 120_000), ("1m30s", 90_000), ("1m30", 90_000), ("1m 30s", 90_000), ("1m2.5s", 62_500),
        ("60m", LONGEST_MS), ("1:30", 90_000), ("0:05", 5000), ("1:02.5", 62_500), ("60:00", LONGEST_MS),
        ("0000000000001:00", 60_000),
    ],
)  # fmt: skip
def test_every_notation(written: Any, ms: int) -> None:
    assert duration_ms(written) == ms


@pytest.mark.parametrize(
    ("written", "message"),
    [
        (-1, "0 to 3600 s"), (3600.001, "0 to 3600 s"), ("60:01", "0 to 3600 s"), ("3601s", "0 to 3600 s"),
        (float("inf"), "0 to 3600 s"), (float("-inf"), "0 to 3600 s"), (float("nan"), "0 to 3600 s"),
        (10**18, "0 to 3600 s"), (1e308, "0 to 3600 s"), ("9" * 5000, "0 to 3600 s"),
        ("9" * 5000 + ":00", "0 to 3600 s"),
        (0.0005, "whole milliseconds"), (1.0001, "whole milliseconds"), ("1.0001s", "whole milliseconds"),
        (5e-324, "whole milliseconds"),
        ("", "is no duration"), (" ", "is no duration"), ("s", "is no duration"), ("m", "is no duration"),
        ("-5s", "is no duration"), ("1e3", "is no duration"), ("1:60", "is no duration"), ("1:3", "is no duration"),
        (":30", "is no duration"), ("1:30s", "is no duration"), ("1h", "is no duration"), ("30s1m", "is no duration"),
        ("1.5m", "is no duration"), ("90 s\n", "is no duration"), ("٣", "is no duration"), ("soon", "is no duration"),
        (True, "must be a duration"), (None, "must be a duration"), ([90], "must be a duration"),
        ({"s": 1}, "must be a duration"),
    ],
)  # fmt: skip
def test_whatever_else_is_refused_in_words(written: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        duration_ms(written)


@given(milliseconds)
def test_all_notations_of_a_length_agree(ms: int) -> None:
    seconds = Decimal(ms) / 1000
    minutes, rest = divmod(seconds, 60)
    assert duration_ms(ms / 1000) == ms
    assert duration_ms(f"{seconds:f}s") == ms
    assert duration_ms(f"{minutes:f}m{rest:f}s") == ms
    assert duration_ms(f"{minutes:f}:{'0' if rest < 10 else ''}{rest:f}") == ms


@given(st.text())
def test_any_text_is_a_duration_or_a_value_error(text: str) -> None:
    try:
        assert 0 <= duration_ms(text) <= LONGEST_MS
    except ValueError as error:
        assert str(error)  # noqa: PT017  either way out is right


@pytest.mark.parametrize(
    ("ms", "words"),
    [
        (0, "0 s"), (1, "0.001 s"), (2500, "2.5 s"), (59_000, "59 s"), (60_000, "1 min"), (90_000, "1 min 30 s"),
        (3_599_400, "59 min 59 s"), (3_600_000, "1 h 00 min"), (3_900_000, "1 h 05 min"), (86_400_000, "24 h 00 min"),
    ],
)  # fmt: skip
def test_in_words(ms: int, words: str) -> None:
    assert in_words(ms) == words


@pytest.mark.parametrize(
    ("ms", "shown"), [(0, "0:00"), (0.5, "0:01"), (1000, "0:01"), (1001, "0:02"), (60_000, "1:00"), (3.6e6, "60:00")]
)
def test_on_a_clock_a_begun_second_counts(ms: float, shown: str) -> None:
    assert on_a_clock(ms) == shown


@given(st.floats(0, LONGEST_MS))
def test_a_clock_shows_zero_only_at_the_end(ms: float) -> None:
    assert (on_a_clock(ms) == "0:00") == (ms == 0)
