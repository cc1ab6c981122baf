"""The days of the history, as the strip of weeks shows them."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from math import ceil
from typing import NamedTuple

from tempo_trainer.history.dates import monday_of
from tempo_trainer.history.records import Session
from tempo_trainer.ui.history.words import counted, day_in_words, length_in_words

LEVELS = 4  # how finely a day tells how much was done
_WEEK = timedelta(7)


class Day(NamedTuple):
    """What was done on one day, as lived."""

    sessions: int = 0
    tension_ms: int = 0
    newest: int = 0  # the id of its last session


NOTHING = Day()


def days_of(sessions: Iterable[Session]) -> Mapping[date, Day]:
    """Each day on which a session was begun."""
    days: dict[date, Day] = {}
    for session in sessions:
        on = session.started_at.date()
        count, tension_ms, newest = days.get(on, NOTHING)
        days[on] = Day(count + 1, tension_ms + session.tension_ms, max(newest, session.id))
    return days


def much(days: Iterable[Day]) -> int:
    """So much tension fills a day: what nine of ten days stay below, so that one long day does not empty the others."""
    tensions = sorted(day.tension_ms for day in days if day.tension_ms)
    return tensions[(len(tensions) - 1) * 9 // 10] if tensions else 1


def level(day: Day, full_ms: int) -> int:
    """How full a day is shown, 0 to `LEVELS`; what was done at all shows."""
    return min(LEVELS, ceil(LEVELS * day.tension_ms / full_ms))


def weeks_between(first: date, last: date) -> int:
    """How many weeks lie between those of two days."""
    return (monday_of(last) - monday_of(first)) // _WEEK


def told(day: date, done: Day, today: date) -> str:
    """A day in a sentence."""
    if not done.sessions:
        return f"{day_in_words(day, today)}: no session"
    tension = f", {length_in_words(done.tension_ms)} under tension" if done.tension_ms else ""
    return f"{day_in_words(day, today)}: {counted(done.sessions, 'session')}{tension}"
