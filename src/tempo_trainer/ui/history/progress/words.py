"""How amounts, weeks and the balance of the sides are said."""

from collections.abc import Mapping
from datetime import date
from math import isinf

from tempo_trainer.history.dates import MONTHS
from tempo_trainer.history.progress import SIDES, Measure, Week, Work
from tempo_trainer.workout.durations import in_words
from tempo_trainer.workout.exercise import Side

SIDE_NAMES: Mapping[Side, str] = {"left": "Left", "right": "Right", "both": "Both together"}
NO_SIDES = "Nothing was done one side at a time."


def amount(value: int, measure: Measure) -> str:
    """So much, with its unit.

    >>> amount(64_400, "tension"), amount(1, "reps"), amount(12_000, "reps")
    ('1 min 4 s', '1 rep', '12,000 reps')
    """
    if measure == "tension":
        return in_words(round(value / 1000) * 1000)
    return f"{value:,} rep{'' if value == 1 else 's'}"


def whole(work: Work, measure: Measure) -> str:
    """All sides in one sum, as part of a sentence."""
    total = amount(work.total(measure), measure)
    return f"{total} under tension" if measure == "tension" else total


def parts(work: Work, measure: Measure) -> str:
    """What each side did; empty if nothing was done."""
    done = zip(SIDES, (side.by(measure) for side in work), strict=True)
    return ", ".join(f"{SIDE_NAMES[side].lower()} {amount(value, measure)}" for side, value in done if value)


def day(on: date) -> str:
    """A day in full.

    >>> day(date(2026, 3, 2))
    '2 March 2026'
    """
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}"


def short_day(on: date, *, with_year: bool = False) -> str:
    """A day where there is little room."""
    return f"{on.day} {MONTHS[on.month - 1][:3]}{f' {on.year}' if with_year else ''}"


def week(it: Week) -> str:
    """Which week it is, or which weeks."""
    return f"Week of {day(it.monday)}" if it.length == 1 else f"{it.length} weeks from {day(it.monday)}"


def balance(work: Work, measure: Measure) -> str:
    """Left against right; empty if neither did anything by itself.

    >>> from tempo_trainer.history.progress import Amount
    >>> balance(Work(Amount(reps=26), Amount(reps=25)), "reps")
    'Left 4 % more'
    """
    more = work.more_left(measure)
    if more is None:
        return ""
    side = SIDE_NAMES["left" if more > 0 else "right"]
    if isinf(more):
        return f"{side} only"
    percent = round(abs(more))
    if percent:
        return f"{side} {percent:,} % more"
    return "Nearly the same" if more else "The same"
