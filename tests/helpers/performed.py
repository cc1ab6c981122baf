"""Sessions of the past as tests need them: what is not said is as in a plain one."""

from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from typing import Any

from tempo_trainer.history.records import PerformedSet, Planned, Session

SUMMER = timezone(timedelta(hours=2))
START = datetime(2026, 10, 12, 18, 5, 30, 250_000, SUMMER)


def after(seconds: float) -> datetime:
    """So long after the start."""
    return START + timedelta(seconds=seconds)


def performed(at: float = 10, **facts: Any) -> PerformedSet:
    """A set of one side that was begun so many seconds after the start: 8 of 8 reps in 64 s."""
    usual: dict[str, Any] = {
        "item": 1,
        "exercise": "single-leg-romanian-deadlift",
        "name": "Single-leg Romanian deadlift",
        "set": 1,
        "side": "left",
        "planned_reps": 8,
        "done_reps": 8,
        "tempo": "3-1-3-1",
        "tension_ms": 64_000,
        "load": None,
        "started_at": after(at),
    }
    return PerformedSet(**{**usual, **facts})


def session(sets: Sequence[PerformedSet] = (), **facts: Any) -> Session:
    """A session of ten minutes; what was planned is what was done, if nothing else is said."""
    usual: dict[str, Any] = {
        "id": 1,
        "workout": "Hamstrings, intermediate",
        "started_at": START,
        "ended_at": after(600),
        "lasted_ms": 600_000,
        "state": "finished",
        "effort": None,
        "pain": None,
        "note": "",
        "plan": tuple(Planned(one.item, one.exercise, one.name, one.side, one.planned_reps) for one in sets),
        "sets": tuple(sets),
    }
    return Session(**{**usual, **facts})
