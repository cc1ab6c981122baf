"""Sessions of the past as plain values, as if a timeline had been performed."""

from collections import Counter
from datetime import UTC, datetime
from typing import Any

from tempo_trainer.history.records import PerformedSet, Planned, Session
from tempo_trainer.workout.exercise import Side
from tempo_trainer.workout.timeline import Timeline

THEN = datetime(2026, 3, 6, 18, 5, tzinfo=UTC)


def plan_of(timeline: Timeline) -> tuple[Planned, ...]:
    """What a workout asks for, a side at a time."""
    reps: Counter[tuple[int, Side]] = Counter()
    for bout in timeline.bouts:
        reps.update(dict.fromkeys(((bout.item, side) for side in bout.sides), bout.reps))
    by_item = {bout.item: bout for bout in timeline.bouts}
    return tuple(
        Planned(item, bout.exercise_id, bout.exercise.name, side, None if bout.until_ended else count)
        for (item, side), count in reps.items()
        if (bout := by_item[item])
    )


def performed(timeline: Timeline, number: int, missing: dict[int, int] | None = None, **said: Any) -> Session:
    """A session with everything done but so many reps of some exercise blocks a side."""
    plan = plan_of(timeline)
    sets = [_set(planned, (planned.reps or 1) - (missing or {}).get(planned.item, 0)) for planned in plan]
    rest: dict[str, Any] = {"state": "finished", "effort": 5, "pain": 1, **said}
    return Session(
        id=number,
        workout=timeline.workout.name,
        started_at=THEN,
        ended_at=THEN,
        lasted_ms=60_000,
        note="",
        plan=plan,
        sets=tuple(one for one in sets if one.done_reps > 0),
        **rest,
    )


def _set(planned: Planned, done: int) -> PerformedSet:
    where = (planned.item, planned.exercise, planned.name, 1, planned.side, planned.reps)
    return PerformedSet(*where, done, "3-1-3-1", 8000 * max(done, 0), None, THEN)
