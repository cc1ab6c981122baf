"""What was done week by week and exercise by exercise, side by side: sums for charts and tables."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from math import ceil, inf
from typing import Literal, NamedTuple, TypeVar

from tempo_trainer.history.dates import monday_of
from tempo_trainer.history.records import PerformedSet, Session
from tempo_trainer.workout.exercise import Side

Measure = Literal["tension", "reps"]
Key = TypeVar("Key", bound=Hashable)

SIDES: Sequence[Side] = ("left", "right", "both")
_LENGTHS = (1, 4, 13, 52)  # weeks that are told together: about a month, a quarter and a year


class Amount(NamedTuple):
    """How much was done."""

    tension_ms: int = 0
    reps: int = 0

    def by(self, measure: Measure) -> int:
        """Milliseconds under tension, or reps."""
        return self.tension_ms if measure == "tension" else self.reps


class Work(NamedTuple):
    """What each side did; `both` did it together."""

    left: Amount = Amount()
    right: Amount = Amount()
    both: Amount = Amount()

    def total(self, measure: Measure) -> int:
        """Of all sides."""
        return self.left.by(measure) + self.right.by(measure) + self.both.by(measure)

    def more_left(self, measure: Measure) -> float | None:
        """How many percent more left did than right; negative: right more. Infinite if only one did anything.

        >>> Work(Amount(reps=12), Amount(reps=8)).more_left("reps")
        50.0
        """
        left, right = self.left.by(measure), self.right.by(measure)
        if left == right:
            return 0.0 if left else None
        if not left or not right:
            return inf if left else -inf
        return (left - right) / min(left, right) * 100


class Week(NamedTuple):
    """A week from its Monday on, or several that are told together."""

    monday: date
    length: int  # weeks
    work: Work

    @property
    def sunday(self) -> date:
        """Its last day."""
        return self.monday + timedelta(7 * self.length - 1)


class Exercise(NamedTuple):
    """All that was done of an exercise."""

    id: str
    name: str  # what it was called last
    work: Work


def weeks(
    sessions: Iterable[Session], exercise: str | None = None, since: date | None = None, until: date | None = None
) -> Sequence[Week]:
    """All weeks from the first to the last, without a gap; those of `since` and `until` are among them.

    A session belongs whole to the week in which it was begun, by the calendar there and then.
    """
    days = ((monday_of(session.started_at.date()), session) for session in begun_since(sessions, since))
    sums = _sums((day, one) for day, session in days for one in session.sets if exercise in {None, one.exercise})
    ends = [*sums, *(monday_of(day) for day in (since, until) if day)]
    if not ends:
        return ()
    mondays = map(date.fromordinal, range(min(ends).toordinal(), max(ends).toordinal() + 1, 7))
    return [Week(monday, 1, sums.get(monday, Work())) for monday in mondays]


def exercises(sessions: Iterable[Session], measure: Measure = "tension") -> Sequence[Exercise]:
    """All that were done, the one that was done most first."""
    sets = [one for session in sessions for one in session.sets]
    names = {one.exercise: one.name for one in sets}
    sums = _sums((one.exercise, one) for one in sets)
    found = [Exercise(exercise, names[exercise], work) for exercise, work in sums.items()]
    return sorted(found, key=lambda one: (-one.work.total(measure), one.name))


def balance(weeks: Iterable[Week], last: int | None = None) -> Work:
    """All work of the last so many weeks, or of all."""
    shown = list(weeks)
    return sum_of(week.work for week in (shown if last is None else shown[-last:]))


def gathered(weeks: Sequence[Week], most: int) -> Sequence[Week]:
    """The same in at most so many parts, each of several weeks if need be. The last is whole."""
    length = next((length for length in _LENGTHS if len(weeks) <= length * most), ceil(len(weeks) / most))
    if length == 1:
        return weeks
    ends = range(len(weeks), 0, -length)
    return [_together(weeks[max(0, end - length) : end]) for end in reversed(ends)]


def begun_since(sessions: Iterable[Session], since: date | None) -> Iterable[Session]:
    """Those from the week of a day on, later ones by the calendar."""
    first = monday_of(since) if since else date.min
    return (session for session in sessions if session.started_at.date() >= first)


def sum_of(works: Iterable[Work]) -> Work:
    """All of them together."""
    sums: dict[tuple[Side, Measure], int] = defaultdict(int)
    for work in works:
        for side, amount in zip(SIDES, work, strict=True):
            sums[side, "tension"] += amount.tension_ms
            sums[side, "reps"] += amount.reps
    return _work(lambda side, measure: sums[side, measure])


def _together(weeks: Sequence[Week]) -> Week:
    return Week(weeks[0].monday, len(weeks), sum_of(week.work for week in weeks))


def _sums(sets: Iterable[tuple[Key, PerformedSet]]) -> Mapping[Key, Work]:
    """In one go, as there may be many."""
    tensions: dict[tuple[Key, Side], int] = defaultdict(int)
    reps: dict[tuple[Key, Side], int] = defaultdict(int)
    for key, one in sets:
        tensions[key, one.side] += one.tension_ms
        reps[key, one.side] += one.done_reps

    def work(key: Key) -> Work:
        return _work(lambda side, measure: (tensions if measure == "tension" else reps).get((key, side), 0))

    return {key: work(key) for key in dict.fromkeys(key for key, _ in tensions)}


def _work(amount: Callable[[Side, Measure], int]) -> Work:
    return Work(*(Amount(amount(side, "tension"), amount(side, "reps")) for side in SIDES))
