"""How days, lengths, states, effort and pain are said on the history screen."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple

from tempo_trainer.history.dates import DAYS, MONTHS
from tempo_trainer.history.records import Session, State
from tempo_trainer.workout.durations import in_words
from tempo_trainer.workout.exercise import Side

SIDES: Mapping[Side, str] = {"left": "Left", "right": "Right", "both": "Both"}


class Told(NamedTuple):
    """A sign, and the words that say the same."""

    sign: str
    words: str

    def __str__(self) -> str:
        return f"{self.sign} {self.words}"


STATES: Mapping[State, Told] = {
    "running": Told("▶", "Running in another window"),
    "finished": Told("✓", "Finished"),
    "ended": Told("◐", "Ended early"),
    "interrupted": Told("⚠", "Interrupted"),
}


def state_told(session: Session) -> Told:
    """How it ended; who came to the end and has left out reps on the way is told how many were done."""
    counted = [line for line in session.summary.lines if line.planned is not None]
    if session.state != "finished" or all(line.all_done for line in counted):
        return STATES[session.state]
    done = sum(min(line.done, line.planned or 0) for line in counted)
    return Told("◐", f"Finished, {done} of {sum(line.planned or 0 for line in counted)} reps")


def day_in_words(day: date, today: date) -> str:
    """A day in full.

    >>> day_in_words(date(2024, 2, 29), date(2025, 1, 1))
    'Thursday 29 February 2024'
    """
    near = {today: "Today", today - timedelta(1): "Yesterday"}.get(day)
    return near or f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}{_year(day, today)}"


def short_day(day: date, today: date) -> str:
    """A day where there is little room.

    >>> short_day(date(2025, 2, 3), date(2025, 6, 1))
    'Mon 3 Feb'
    """
    near = {today: "Today", today - timedelta(1): "Yesterday"}.get(day)
    return near or f"{DAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1][:3]}{_year(day, today)}"


def time_in_words(at: datetime) -> str:
    """The time of day as it was where the user was."""
    return f"{at.hour}:{at.minute:02}"


def zone_in_words(at: datetime) -> str:
    """The offset from UTC, where it is not the one that held here at that time: then one was elsewhere."""
    there, here = at.utcoffset(), at.astimezone().utcoffset()
    if there is None or there == here:
        return ""
    hours, minutes = divmod(abs(there) // timedelta(minutes=1), 60)
    return f"UTC{'−' if there < timedelta() else '+'}{hours}{f':{minutes:02}' if minutes else ''}"


def length_in_words(ms: int) -> str:
    """No more exact than one wants to know it.

    >>> length_in_words(45_400), length_in_words(1_930_000)
    ('45 s', '32 min')
    """
    unit = 60_000 if ms >= 600_000 else 1000
    return in_words(round(ms / unit) * unit)


def ratings_in_words(session: Session) -> tuple[str, ...]:
    """Effort and pain, as far as they were said."""
    effort = f"effort {session.effort}" if session.effort is not None else ""
    pain = f"pain {session.pain}" if session.pain is not None else ""
    return tuple(text for text in (effort, pain) if text)


def counted(number: int, what: str) -> str:
    """`1 session`, `2 sessions`."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _year(day: date, today: date) -> str:
    return "" if day.year == today.year else f" {day.year}"
