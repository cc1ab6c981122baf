"""The history as the program holds it: what is recorded, said afterwards and taken out, and when it has changed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from tempo_trainer.history.database import BrokenError
from tempo_trainer.history.lock import SessionLock
from tempo_trainer.history.reading import read_sessions, text_of
from tempo_trainer.history.recording import RATE, Recording
from tempo_trainer.history.records import Session
from tempo_trainer.history.times import local_time, written
from tempo_trainer.history.unfinished import (
    BrokenOff,
    Unfinished,
    looked_into,
    newest_unfinished,
    past_plan,
    unfinished_of,
)
from tempo_trainer.history.writer import Writer
from tempo_trainer.session.clock import Clock
from tempo_trainer.session.news import Changed, News
from tempo_trainer.session.states import ENDED, State
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.timeline import Timeline

BUSY = (
    "A session is running in another window of Tempo Trainer, or in a terminal:"
    " until it has ended, none can be started here, and the history only looked at."
)
NOT_RECORDED = "A session is running in another window of Tempo Trainer, so this one is not recorded."

_KEEP = "UPDATE sessions SET state = 'ended' WHERE id = ? AND state IN ('running', 'interrupted')"
_DELETE = "UPDATE sessions SET deleted_at = ? WHERE id = ?"
_PURGE = "DELETE FROM sessions WHERE id = ? AND deleted_at IS NOT NULL"


class History:
    """Writing returns at once and is done in a thread; reading takes its time. `changed` is called from that thread."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self.changed: Callable[[], None] = lambda: None
        self._path = path
        self._clock = clock
        self._lock = SessionLock(path)
        self._deleted: set[int] = set()
        self._last: Recording | None = None  # of the session that was performed last
        self._writer = Writer(path, clock)
        self._writer.written = self._tell_changed
        self._writer.begun_anew = self._record_again
        self._writer.given_up = self._lock.let_go

    @property
    def tell(self) -> Callable[[str, str], None]:
        """Told (topic, sentence) of what cannot be written; from the writer's thread."""
        return self._writer.tell

    @tell.setter
    def tell(self, tell: Callable[[str, str], None]) -> None:
        self._writer.tell = tell

    def record(self, timeline: Timeline, names: Names, of: Session | None = None) -> Callable[[News], None]:
        """Who is to hear the news of a session, so that it is kept; from its start to its end no other may run.

        `of` is the session that was broken off and is gone on with.
        """
        recording = Recording(timeline, names, self._clock, self._writer, of)

        def news(news: News) -> None:
            if isinstance(news, Changed) and self._last is not recording:
                self._last = recording
                if news.state is State.RUNNING or of:  # one that was begun before may end without going on
                    self._begin(recording)
            recording.news(news)
            if isinstance(news, Changed) and news.state in ENDED:
                self._writer.put(lambda _: self._lock.give_back(recording))  # behind all that belongs to the session

        return news

    @property
    def last(self) -> int | None:
        """The session that was performed last; None if it is not on the disk."""
        return self._last.id if self._last else None

    def rate_last(self, effort: int | None, pain: int | None, note: str) -> None:
        """What the runner says of the session that was performed last, if it was recorded."""
        if self._last:
            self._last.rate(effort, pain, _whole(note))

    def rate(self, session: int, effort: int | None, pain: int | None, note: str) -> None:
        """What the runner says of a session."""
        said = (effort, pain, _whole(note))
        self._writer.put(lambda connection: connection.execute(RATE, (*said, session)))

    def delete(self, session: int) -> None:
        """Take a session out. It can be brought back until the program ends."""
        now = written(self.now())
        self._deleted.add(session)
        self._writer.put(lambda connection: connection.execute(_DELETE, (now, session)))

    def undelete(self, session: int) -> None:
        """Bring a session back that was taken out."""
        self._deleted.discard(session)
        self._writer.put(lambda connection: connection.execute(_DELETE, (None, session)))

    def keep(self, session: int) -> None:
        """What was done of a session that was broken off is all of it: it was ended early."""
        self._writer.put(lambda connection: connection.execute(_KEEP, (session,)))

    def unfinished(self) -> Unfinished | None:
        """The session that was performed last, if it was broken off. Reads: not for the main thread."""
        with self._broken_set_aside():
            return None if self._lock.is_mine else newest_unfinished(self._path)

    def unfinished_of(self, session: int) -> Unfinished | None:
        """A session that was broken off; None if it was not. Reads: not for the main thread."""
        with self._broken_set_aside():
            return unfinished_of(self._path, session)

    def broken_off(self, names: Names, session: int | None = None) -> BrokenOff | None:
        """A session that was broken off (the last one, if it was), looked into. Reads: not for the main thread."""
        found = self.unfinished() if session is None else self.unfinished_of(session)
        return looked_into(found, names) if found else None

    def sessions(self) -> tuple[Session, ...]:
        """All of them, the oldest first. Reads: not for the main thread."""
        with self._broken_set_aside():
            return read_sessions(self._path)

    def text_of(self, session: int) -> str:
        """The workout of a session as its file was. Reads: not for the main thread."""
        with self._broken_set_aside():
            return text_of(self._path, session)

    def plan_of(self, session: int, names: Names) -> Timeline:
        """The workout of a session as it was, compiled. Reads: not for the main thread."""
        with self._broken_set_aside():
            return past_plan(self._path, session, names)

    def is_busy_elsewhere(self) -> bool:
        """Whether a session runs in another window: then this one only looks."""
        return self._lock.is_held_elsewhere()

    def now(self) -> datetime:
        """The time on the wall, where the machine is."""
        return local_time(self._clock.wall_ns())

    def stamp(self) -> object:
        """What is another one after anybody has written to the history; quick."""
        files = (self._path, self._path.with_name(f"{self._path.name}-wal"))
        return [(file.stat().st_mtime_ns, file.stat().st_size) if file.exists() else None for file in files]

    def settle(self) -> bool:
        """Wait until all is on disk, or was refused; false if the disk hangs."""
        return self._writer.settle()

    def close(self) -> None:
        """All is on disk, but for a disk that would not or hangs. What was taken out is gone."""
        if gone := [(session,) for session in self._deleted]:
            self._writer.put(lambda connection: connection.executemany(_PURGE, gone))
        self._writer.close()
        self._lock.let_go()

    def _begin(self, recording: Recording) -> None:
        is_alone = self._lock.take(recording)
        if is_alone:
            recording.begin()
        self.tell("recording", "" if is_alone else NOT_RECORDED)

    @contextmanager
    def _broken_set_aside(self) -> Iterator[None]:
        """Who finds the history broken has the writer look: it sets it aside, begins a new one and tells of it."""
        try:
            yield
        except BrokenError:
            self._writer.put(lambda _: None)
            raise

    def _tell_changed(self) -> None:
        self.changed()

    def _record_again(self) -> None:
        if self._last:
            self._last.again()


def _whole(text: str) -> str:
    """Without halves of characters, which a terminal in another encoding gives and no database takes."""
    return text.encode(errors="replace").decode()
