"""What the charts show, as plain values: bars, what stands at the axes, and each of them in a sentence."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import isinf
from typing import NamedTuple

from tempo_trainer.history.progress import (
    SIDES,
    Amount,
    Exercise,
    Measure,
    Week,
    Work,
    balance,
    gathered,
    sum_of,
)
from tempo_trainer.ui.history.progress import words
from tempo_trainer.ui.history.progress.scale import Tick, amount_ticks, percent_ticks, week_ticks
from tempo_trainer.workout.exercise import Side

MOST_EXERCISES = 8  # what was done less is told together
MOST_WEEKS = 60  # more would be too narrow to be told apart: several are told together
LATELY = 4  # weeks
_LEAST_PERCENT, _MOST_PERCENT = 10.0, 100.0  # what the axis of the balance reaches to
_AIR = 1.06  # so that the longest bar does not touch the edge


class Bar(NamedTuple):
    """In which slot it stands, and from where to where it reaches."""

    slot: int
    side: Side
    start: float
    end: float


class Caption(NamedTuple):
    """Written above a bar that lies: what it is, and how much."""

    name: str
    amount: str


@dataclass(frozen=True)
class Picture:
    """Slots from left to right with standing bars; with captions they follow from top to bottom, and the bars lie."""

    slots: int
    low: float
    high: float
    bars: Sequence[Bar]
    ticks: Sequence[Tick] = ()
    slot_ticks: Callable[[int], Sequence[Tick]] = lambda _: ()
    """At most so many."""
    captions: Sequence[Caption] = ()


class Shown(NamedTuple):
    """A picture, what it says as a whole, and each of its slots in a sentence."""

    picture: Picture
    headline: str
    told: Sequence[str]


def by_week(weeks: Sequence[Week], measure: Measure) -> Shown:
    """Weeks with what the sides did upon each other."""
    weeks = gathered(weeks, MOST_WEEKS)
    most = max((week.work.total(measure) for week in weeks), default=0) * _AIR or 1.0
    bars = [bar for slot, week in enumerate(weeks) for bar in _stack(slot, week.work, measure)]
    done = sum_of(week.work for week in weeks)
    picture = Picture(len(weeks), 0, most, bars, amount_ticks(most, measure), lambda count: week_ticks(weeks, count))
    return Shown(picture, _sentence(words.whole(done, measure), words.parts(done, measure)), _weeks(weeks, measure))


def by_exercise(exercises: Sequence[Exercise], measure: Measure) -> Shown:
    """Those that were done most, and all others as one."""
    shown = _fewer([one for one in exercises if one.work.total(measure)])
    most = max((one.work.total(measure) for one in shown), default=0) * _AIR or 1.0
    picture = Picture(
        len(shown),
        0,
        most,
        [bar for slot, one in enumerate(shown) for bar in _stack(slot, one.work, measure)],
        captions=[Caption(one.name, words.amount(one.work.total(measure), measure)) for one in shown],
    )
    told = [_sentence(f"{one.name}: {words.whole(one.work, measure)}", words.parts(one.work, measure)) for one in shown]
    return Shown(picture, _most(shown, measure), told)


def left_and_right(weeks: Sequence[Week], measure: Measure) -> Shown:
    """How many percent more one side did than the other: left upwards, right downwards."""
    headline, weeks = _lately(weeks, measure), gathered(weeks, MOST_WEEKS)
    found = [week.work.more_left(measure) for week in weeks]
    reach = max((abs(more) for more in found if more is not None and not isinf(more)), default=0.0)
    top = min(_MOST_PERCENT, max(_LEAST_PERCENT, reach))
    bars = [
        Bar(slot, "left" if more > 0 else "right", 0, max(-top, min(top, more)))
        for slot, more in enumerate(found)
        if more
    ]
    picture = Picture(
        len(weeks),
        -top * _AIR,
        top * _AIR,
        bars,
        percent_ticks(top),
        lambda count: week_ticks(weeks, count),
    )
    return Shown(picture, headline, [_sides(week, measure) for week in weeks])


def _stack(slot: int, work: Work, measure: Measure) -> Sequence[Bar]:
    """The sides one behind the other; what did nothing has no bar."""
    amounts = [side.by(measure) for side in work]
    ends = list(accumulate(amounts))
    return [
        Bar(slot, side, end - length, end) for side, length, end in zip(SIDES, amounts, ends, strict=True) if length
    ]


def _most(exercises: Sequence[Exercise], measure: Measure) -> str:
    if not exercises:
        return "Nothing was done in this time."
    share = exercises[0].work.total(measure) / sum(one.work.total(measure) for one in exercises)
    return f"Most: {exercises[0].name}, {round(100 * share)} % of all."


def _fewer(exercises: Sequence[Exercise]) -> Sequence[Exercise]:
    if len(exercises) <= MOST_EXERCISES:
        return exercises
    others = exercises[MOST_EXERCISES - 1 :]
    together = Exercise("", f"{len(others)} others", sum_of(one.work for one in others))
    return [*exercises[: MOST_EXERCISES - 1], together]


def _weeks(weeks: Sequence[Week], measure: Measure) -> Sequence[str]:
    return [
        _sentence(f"{words.week(week)}: {words.whole(week.work, measure)}", words.parts(week.work, measure))
        if week.work.total(measure)
        else f"{words.week(week)}: nothing."
        for week in weeks
    ]


def _lately(weeks: Sequence[Week], measure: Measure) -> str:
    """Over the last weeks; over all that are shown, where nothing was done lately."""
    if said := words.balance(balance(weeks, LATELY), measure):
        return f"{said} over the last {LATELY} weeks."
    said = words.balance(balance(weeks), measure)
    return f"{said} in all this time." if said else words.NO_SIDES


def _sides(week: Week, measure: Measure) -> str:
    said = words.balance(week.work, measure)
    if not said:
        return f"{words.week(week)}: nothing one side at a time."
    return _sentence(
        f"{words.week(week)}: {said[:1].lower()}{said[1:]}", words.parts(week.work._replace(both=Amount()), measure)
    )


def _sentence(first: str, parts: str) -> str:
    return f"{first} ({parts})." if parts else f"{first}."
