"""Lengths of time as people write them, kept as whole milliseconds."""

import re
from decimal import Decimal
from typing import Any

LONGEST_MS = 3_600_000

_FORMS = "seconds (90, 2.5) or text such as 90s, 1m30s, 2m, 1:30"
_UNITS = re.compile(r"(?:([0-9]+)m)? ?(?:([0-9]+(?:\.[0-9]+)?)s?)?")
_CLOCK = re.compile(r"([0-9]+):([0-5][0-9](?:\.[0-9]+)?)")


def duration_ms(value: Any) -> int:
    """Whole milliseconds of a number of seconds or of a text (DESIGN 4.1); ValueError says what is wrong.

    >>> duration_ms("1m30s"), duration_ms("1:30"), duration_ms(2.5)
    (90000, 90000, 2500)
    """
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise ValueError(f"must be a duration: {_FORMS}")  # noqa: TRY004  pydantic collects ValueErrors only
    seconds = _seconds_of_text(value) if isinstance(value, str) else _seconds_of_number(value)
    if not 0 <= seconds * 1000 <= LONGEST_MS:
        raise ValueError("must be a duration from 0 to 3600 s")
    if seconds * 1000 % 1:
        raise ValueError("must be a duration of whole milliseconds")
    return int(seconds * 1000)


def in_words(ms: int) -> str:
    """Short text for a length of time: `45 s`, `1 min 30 s`, `1 h 05 min`.

    >>> in_words(2500), in_words(90_000), in_words(3_900_000)
    ('2.5 s', '1 min 30 s', '1 h 05 min')
    """
    if ms < 60_000:
        return f"{ms / 1000:g} s"
    minutes, seconds = divmod(round(ms / 1000), 60)
    if minutes < 60:
        return f"{minutes} min {seconds} s" if seconds else f"{minutes} min"
    return f"{minutes // 60} h {minutes % 60:02} min"


def on_a_clock(ms: float) -> str:
    """Minutes and seconds, begun seconds counted full: what a countdown shows.

    >>> on_a_clock(61_001)
    '1:02'
    """
    seconds = -int(-ms // 1000)
    return f"{seconds // 60}:{seconds % 60:02}"


def _seconds_of_number(value: float) -> Decimal:
    seconds = Decimal(str(float(value)))
    if not seconds.is_finite():
        raise ValueError("must be a duration from 0 to 3600 s")
    return seconds


def _seconds_of_text(text: str) -> Decimal:
    if clock := _CLOCK.fullmatch(text):
        return Decimal(clock[1]) * 60 + Decimal(clock[2])
    units = _UNITS.fullmatch(text)
    if not units or not any(units.groups()):
        raise ValueError(f"`{text[:40]}` is no duration; write {_FORMS}")
    return Decimal(units[1] or 0) * 60 + Decimal(units[2] or 0)
