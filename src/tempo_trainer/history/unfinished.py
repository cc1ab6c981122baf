"""A session that was broken off, with all that is needed to go on with it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from tempo_trainer.history.database import opened_to_read
from tempo_trainer.history.reading import read_sessions
from tempo_trainer.history.records import Session
from tempo_trainer.session.clock import NS_PER_MS
from tempo_trainer.session.resuming import Begun, Spot, place_after, rep_done, spot_of
from tempo_trainer.workout.changes import with_tempo
from tempo_trainer.workout.loader import timeline_of
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.problems import ProblemsError
from tempo_trainer.workout.tempo import Ramp, Tempo, parse_tempo
from tempo_trainer.workout.timeline import Timeline, TooLongError

ALL_DONE = "There is nothing left to go on with: all of it was done, or its exercises are others now."
NO_PLAN = "Its workout cannot be gone on with: {why}"

_LAST = "SELECT id FROM sessions WHERE deleted_at IS NULL ORDER BY state = 'running' DESC, id DESC LIMIT 1"
_FACTS = "SELECT text, presets, spot, reps_before, tempos, pace FROM sessions WHERE id = ?"
_WORKOUT = "SELECT text, presets, workout FROM sessions WHERE id = ?"
_REPS = """SELECT item, round, set_in_round, side, rep, tempo, duration_ms, ended_at FROM reps
    WHERE session = ? ORDER BY id"""


class PastRep(NamedTuple):
    """A rep that was performed."""

    spot: Spot
    tempo: Tempo | None
    duration_ms: int
    ended_at: datetime


@dataclass(frozen=True)
class Unfinished:
    """What is known of it; the plan is compiled when it is gone on with."""

    session: Session
    text: str
    presets: Mapping[str, Any]  # that the workout names without bringing them along, as a file says them
    spot: Spot | None  # the rep with which its last run began; None: the first
    all_done: bool  # its last run began behind all work
    reps: tuple[PastRep, ...]
    reps_before: int  # so many of them were done before that run
    tempos: Mapping[int, Tempo | Ramp]  # as the runner has changed them
    pace: int

    @property
    def reps_since(self) -> int:
        """Reps that were done in its last run."""
        return len(self.reps) - self.reps_before


def newest_unfinished(path: Path) -> Unfinished | None:
    """The session that was performed last, if it was broken off; HistoryError if the history cannot be read."""
    with opened_to_read(path) as connection:
        row = connection.execute(_LAST).fetchone()
    return unfinished_of(path, *row) if row else None


def unfinished_of(path: Path, number: int) -> Unfinished | None:
    """A session that was broken off; None if there is no such one."""
    interrupted = (session for session in read_sessions(path, number) if session.state == "interrupted")
    return next((_unfinished(path, session) for session in interrupted), None)


@dataclass(frozen=True)
class BrokenOff:
    """A session that was broken off: its plan and where it goes on, or why it cannot be gone on with."""

    session: Session
    timeline: Timeline | None = None
    begun: Begun | None = None
    problem: str = ""


def looked_into(unfinished: Unfinished, names: Names) -> BrokenOff:
    """Its workout is compiled, as it was: that takes its time."""
    try:
        timeline = plan_of(unfinished, names)
    except ProblemsError as error:
        return BrokenOff(unfinished.session, problem=NO_PLAN.format(why=f"{error.problems[0].message}."))
    begun = begun_of(unfinished, timeline)
    if begun is None:
        return BrokenOff(unfinished.session, problem=ALL_DONE)
    try:
        with_tempo(timeline, begun.place.step, begun.tempos, begun.pace)
    except TooLongError as error:
        return BrokenOff(unfinished.session, problem=NO_PLAN.format(why=f"{error}."))
    return BrokenOff(unfinished.session, timeline, begun)


def plan_of(unfinished: Unfinished, names: Names) -> Timeline:
    """Its workout as it was, with the presets as they were; ProblemsError if it cannot be compiled any more."""
    return _plan(unfinished.text, unfinished.presets, unfinished.session.workout, names)


def past_plan(path: Path, number: int, names: Names) -> Timeline:
    """The same of any session, by its number."""
    with opened_to_read(path) as connection:
        text, presets, workout = connection.execute(_WORKOUT, (number,)).fetchone()
    return _plan(text, json.loads(presets), workout, names)


def begun_of(unfinished: Unfinished, timeline: Timeline) -> Begun | None:
    """What its player is to begin with; None if nothing is left to do, or the workout is not the same any more."""
    spot = None if unfinished.all_done else unfinished.spot or spot_of(timeline, 0)
    place = spot and place_after(timeline, spot, unfinished.reps_since)
    done = [rep_done(timeline, rep.spot, rep.tempo, rep.duration_ms, _wall_ns(rep)) for rep in unfinished.reps]
    if place is None or None in done:
        return None
    known = tuple(rep for rep in done if rep)
    return Begun(place, known, unfinished.session.lasted_ms, unfinished.tempos, unfinished.pace)


def _plan(text: str, presets: Mapping[str, Any], workout: str, names: Names) -> Timeline:
    then = {name: _tempo(said) for name, said in presets.items()}
    return timeline_of(text, workout, replace(names, presets={**names.presets, **then}))


def _unfinished(path: Path, session: Session) -> Unfinished:
    with opened_to_read(path) as connection:
        text, presets, spot, reps_before, tempos, pace = connection.execute(_FACTS, (session.id,)).fetchone()
        rows = connection.execute(_REPS, (session.id,)).fetchall()
    said = json.loads(spot or "null")
    return Unfinished(
        session=session,
        text=text,
        presets=json.loads(presets),
        spot=Spot(*said) if said else None,
        all_done=spot is not None and not said,
        reps=tuple(map(_past_rep, rows)),
        reps_before=reps_before,
        tempos={int(item): _tempo(said) for item, said in json.loads(tempos).items()},
        pace=pace,
    )


def _wall_ns(rep: PastRep) -> int:
    return round(rep.ended_at.timestamp() * 1000) * NS_PER_MS


def _past_rep(row: Sequence[Any]) -> PastRep:
    item, turn, number, side, rep, tempo, duration_ms, ended_at = row
    spot = Spot(item, turn or None, number, side, rep)
    return PastRep(spot, None if tempo is None else _steady(tempo), duration_ms, datetime.fromisoformat(ended_at))


def _tempo(said: Any) -> Tempo | Ramp:
    tempo = parse_tempo(said)
    if isinstance(tempo, str):
        raise TypeError(f"`{said}` is no tempo in figures")
    return tempo


def _steady(said: str) -> Tempo:
    tempo = _tempo(said)
    if not isinstance(tempo, Tempo):
        raise TypeError(f"`{said}` is no steady tempo")
    return tempo
