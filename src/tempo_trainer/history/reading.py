"""Reads the history as plain values. The file is left alone, whoever writes to it meanwhile."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from tempo_trainer.history.database import opened_to_read
from tempo_trainer.history.lock import is_held
from tempo_trainer.history.records import PerformedSet, Planned, Session, State

_SESSIONS = """SELECT id, workout, started_at, ended_at, lasted_ms, state, effort, pain, note
    FROM sessions WHERE id = IFNULL(?, id) AND deleted_at IS NULL ORDER BY id"""
_PLAN = "SELECT session, item, exercise, name, side, reps FROM plan WHERE session = IFNULL(?, session) ORDER BY id"
_SETS = """SELECT session, item, exercise, name, number, side, planned_reps, done_reps, tempo, tension_ms, load,
        started_at
    FROM sets WHERE session = IFNULL(?, session) ORDER BY id"""

Value = TypeVar("Value")


def read_sessions(path: Path, only: int | None = None) -> tuple[Session, ...]:
    """All sessions or a single one, the oldest first; none if there is no history. HistoryError if it is unreadable."""
    with opened_to_read(path) as connection:
        connection.execute("BEGIN")  # so that sessions and sets are of the same instant
        plan = _by_session(connection.execute(_PLAN, (only,)), Planned._make)
        sets = _by_session(connection.execute(_SETS, (only,)), _performed)
        rows = connection.execute(_SESSIONS, (only,)).fetchall()
    said = {state for _, _, _, _, _, state, *_ in rows}
    runs = "running" in said and is_held(path)
    return tuple(_session(row, plan, sets, runs=runs) for row in rows)


def text_of(path: Path, session: int) -> str:
    """The workout of a session, as its file was; empty if there is no such session."""
    with opened_to_read(path) as connection:
        row = connection.execute("SELECT text FROM sessions WHERE id = ?", (session,)).fetchone()
    return str(row[0]) if row else ""


def _by_session(rows: Iterable[Sequence[Any]], make: Callable[[Sequence[Any]], Value]) -> Mapping[int, list[Value]]:
    """Rows whose first column is the session."""
    found: dict[int, list[Value]] = defaultdict(list)
    for session, *rest in rows:
        found[session].append(make(rest))
    return found


def _performed(row: Sequence[Any]) -> PerformedSet:
    return PerformedSet._make((*row[:-1], datetime.fromisoformat(row[-1])))


def _session(
    row: Sequence[Any],
    plan: Mapping[int, Sequence[Planned]],
    sets: Mapping[int, Sequence[PerformedSet]],
    *,
    runs: bool,
) -> Session:
    """A session that seems to run while nobody performs it was broken off."""
    number, workout, started_at, ended_at, lasted_ms, said, effort, pain, note = row
    state: State = "interrupted" if said == "running" and not runs else said
    return Session(
        id=number,
        workout=workout,
        started_at=datetime.fromisoformat(started_at),
        ended_at=datetime.fromisoformat(ended_at) if ended_at and state != "running" else None,
        lasted_ms=lasted_ms,
        state=state,
        effort=effort,
        pain=pain,
        note=note,
        plan=tuple(plan.get(number, ())),
        sets=tuple(sets.get(number, ())),
    )
