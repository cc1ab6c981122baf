"""Records one session while it is performed: each rep is on its way to the disk as soon as it is done."""

import json
import sqlite3
from collections.abc import Mapping

from tempo_trainer.history.records import Session
from tempo_trainer.history.times import local_time, written
from tempo_trainer.history.writer import Write, Writer
from tempo_trainer.session.clock import NS_PER_MS, Clock
from tempo_trainer.session.news import Changed, Followed, News, Reached, RepDone, Silenced, TempoChanged
from tempo_trainer.session.places import Place
from tempo_trainer.session.resuming import spot_of
from tempo_trainer.session.states import ENDED, State
from tempo_trainer.session.stretch import Stretch
from tempo_trainer.session.summary import summary_of
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.tempo import Ramp, Tempo
from tempo_trainer.workout.timeline import Bout, Timeline
from tempo_trainer.workout.uses import presets_used
from tempo_trainer.workout.writer import tempo_as_written, workout_text

_SESSION = """INSERT INTO sessions (workout, text, presets, started_at, zone, ended_at, lasted_ms, state)
    VALUES (?, ?, ?, ?, ?, ?, 0, 'running')"""
_PLAN = "INSERT INTO plan (session, item, exercise, name, side, reps) VALUES (?, ?, ?, ?, ?, ?)"
_REP = """INSERT INTO reps (session, item, round, set_in_round, side, rep, tempo, duration_ms, ended_at)
    VALUES (:session, :item, :round, :set, :side, :rep, :tempo, :duration, :ended)"""
_SET = """INSERT INTO sets (session, item, round, set_in_round, number, exercise, name, side, planned_reps, done_reps,
        tempo, tension_ms, load, started_at)
    VALUES (:session, :item, :round, :set, :number, :exercise, :name, :side, :planned, 1,
        :tempo, :duration, :load, :started)
    ON CONFLICT DO UPDATE SET tempo = excluded.tempo, tension_ms = tension_ms + excluded.tension_ms,
        done_reps = (SELECT count(DISTINCT rep) FROM reps WHERE session = :session AND item = :item
            AND round = :round AND set_in_round = :set AND side = :side)"""
_LIFE = "UPDATE sessions SET ended_at = ?, lasted_ms = ?, state = ? WHERE id = ?"
_GO_ON = """UPDATE sessions SET state = 'running', deleted_at = NULL
    WHERE id = ? AND started_at = ? AND state = 'interrupted'"""  # it may have been ended elsewhere meanwhile
_FORGET = "DELETE FROM sessions WHERE julianday(deleted_at) < julianday(?) - 1"  # else a killed program's would stay
_SPOT = """UPDATE sessions SET spot = ?, reps_before = (SELECT count(*) FROM reps WHERE session = sessions.id)
    WHERE id = ?"""
_TEMPOS = "UPDATE sessions SET tempos = ?, pace = ? WHERE id = ?"
RATE = "UPDATE sessions SET effort = ?, pain = ?, note = ? WHERE id = ?"
_STATES = {State.FINISHED: "finished", State.STOPPED: "ended"}


class Recording:
    """Hears the news of a session. What it was asked and what was done is handed to the writer as plain values.

    Nothing is written of a session that was not begun here: the last tempo chosen before is remembered.
    """

    def __init__(
        self, timeline: Timeline, names: Names, clock: Clock, writer: Writer, of: Session | None = None
    ) -> None:
        self.id: int | None = None  # once it is in the history; for the writer's thread
        self._timeline = timeline
        self._names = names
        self._bouts = {bout.item: bout for bout in timeline.bouts}
        self._clock = clock
        self._writer = writer
        self._of = of  # the session that is gone on with
        self._before_ms = 0  # how long it had lasted before it was gone on with; also for that thread
        self._done: list[Write] = []  # the same
        self._began_ns: int | None = None
        self._began_wall_ns = 0
        self._run_ns = 0  # by which origin the present run is known
        self._tempos: tuple[str, int] | None = None  # as the runner has changed them

    def begin(self) -> None:
        """From now on it is in the history."""
        self._began_ns, self._began_wall_ns = self._clock.now_ns(), self._clock.wall_ns()
        started = local_time(self._began_wall_ns)
        at = written(started)
        workout = self._timeline.workout
        text = self._timeline.source or workout_text(workout)
        facts = (workout.name, text, self._presets(), at, started.tzname() or "", at)
        plan = [
            (line.item, self._bouts[line.item].exercise_id, line.exercise, line.side, line.planned)
            for line in summary_of(self._timeline, (), 0).lines
        ]

        def write(connection: sqlite3.Connection) -> None:
            connection.execute("UPDATE sessions SET state = 'interrupted' WHERE state = 'running'")
            connection.execute(_FORGET, (at,))
            if self._of and connection.execute(_GO_ON, (self._of.id, written(self._of.started_at))).rowcount:
                self.id, self._before_ms = self._of.id, self._of.lasted_ms
                return
            self.id, self._before_ms = connection.execute(_SESSION, facts).lastrowid, 0
            connection.executemany(_PLAN, [(self.id, *line) for line in plan])

        self._put(write)
        self._write_tempos()

    def news(self, news: News) -> None:
        """What has just happened in the session."""
        match news:
            case TempoChanged(tempos, pace):
                self._note_tempos(tempos, pace)
            case _ if self._began_ns is None:
                pass
            case Changed(state) if state in ENDED:
                self._put(self._life(_STATES[state]))
            case RepDone():
                self._put(self._rep(news))
            case Followed(stretch) | Reached(stretch):
                self._note_run(stretch)
            case Silenced(timeline, place) if timeline and place:
                self._note_spot(timeline, place)
            case _:
                pass

    def rate(self, effort: int | None, pain: int | None, note: str) -> None:
        """What the runner says of it; nothing is written of a session that was not begun here."""
        if self._began_ns is not None:
            self._put(lambda connection: connection.execute(RATE, (effort, pain, note, self.id)))

    def again(self) -> None:
        """All of it once more, as the history is a new one; called in the writer's thread."""
        done, self._done, self.id = self._done, [], None
        for write in reversed(done):
            self._writer.put_first(self._noted(write))

    def _presets(self) -> str:
        """What the workout names without bringing it along, as it is today."""
        used = presets_used(self._timeline.workout)
        kept = {name: tempo_as_written(self._names.presets[name]) for name in sorted(used & self._names.presets.keys())}
        return json.dumps(kept, ensure_ascii=False)

    def _note_run(self, stretch: Stretch) -> None:
        """Where the session goes on from now; a change of plan in mid-flight is no new run."""
        if stretch.origin_ns == self._run_ns:
            return
        self._run_ns = stretch.origin_ns
        self._note_spot(stretch.timeline, stretch.begin)

    def _note_spot(self, timeline: Timeline, place: Place) -> None:
        spot = json.dumps(spot_of(timeline, place.step))
        self._put(lambda connection: connection.execute(_SPOT, (spot, self.id)))

    def _note_tempos(self, tempos: Mapping[int, Tempo | Ramp], pace: int) -> None:
        written_tempos = {str(item): tempo_as_written(tempo) for item, tempo in tempos.items()}
        self._tempos = json.dumps(written_tempos), pace
        if self._began_ns is not None:
            self._write_tempos()

    def _write_tempos(self) -> None:
        if tempos := self._tempos:
            self._put(lambda connection: connection.execute(_TEMPOS, (*tempos, self.id)))

    def _rep(self, rep: RepDone) -> Write:
        facts, life = _facts(rep, self._bouts[rep.item]), self._life("running")

        def write(connection: sqlite3.Connection) -> None:
            connection.execute(_REP, {"session": self.id, **facts})
            connection.execute(_SET, {"session": self.id, **facts})
            life(connection)

        return write

    def _life(self, state: str) -> Write:
        """How long it has lasted until now. A clock that was set back does not make it end before that."""
        lasted_ns = self._clock.now_ns() - (self._began_ns or 0)
        least_ns = self._began_wall_ns + lasted_ns
        if self._of:  # the clock may have been set back before it was gone on with
            before_ns = round(self._of.started_at.timestamp() * 1000 + self._of.lasted_ms) * NS_PER_MS
            least_ns = max(least_ns, before_ns + lasted_ns)
        now = written(local_time(max(self._clock.wall_ns(), least_ns)))

        def write(connection: sqlite3.Connection) -> None:
            connection.execute(_LIFE, (now, self._before_ms + lasted_ns // NS_PER_MS, state, self.id))

        return write

    def _put(self, write: Write) -> None:
        self._writer.put(self._noted(write))

    def _noted(self, write: Write) -> Write:
        """Remembered once it is done, in case it has to be done again."""

        def do(connection: sqlite3.Connection) -> None:
            write(connection)
            if self._done[-1:] != [write]:  # the disk may have refused it after all, and it comes again
                self._done.append(write)

        return do


def _facts(rep: RepDone, bout: Bout) -> Mapping[str, object]:
    """A rep as the database takes it."""
    started = local_time(rep.wall_ns - rep.duration_ms * NS_PER_MS)  # whose offset from UTC may be another
    return {
        "item": rep.item,
        "round": rep.round or 0,
        "set": rep.set,
        "number": ((rep.round or 1) - 1) * bout.sets + rep.set,
        "exercise": rep.exercise,
        "name": bout.exercise.name,
        "side": rep.side,
        "rep": rep.rep,
        "planned": None if bout.until_ended else rep.reps,
        "tempo": None if rep.tempo is None else str(rep.tempo),
        "duration": rep.duration_ms,
        "load": bout.load,
        "started": written(started),
        "ended": written(local_time(rep.wall_ns)),
    }
