"""The sessions as the screen shows them: as they were read, with what was changed here since."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from tempo_trainer.history.records import Session
from tempo_trainer.ui.workouts.entries import folded

RANGES = {"4 weeks": 28, "3 months": 91, "Year": 365, "All time": 0}
"""How many days back the list reaches, today counted; 0: all of them."""


class Rating(NamedTuple):
    """What the user said of a session."""

    effort: int | None
    pain: int | None
    note: str


class Past:
    """What is changed here is seen at once: a reading that began before the change does not take it back."""

    def __init__(self) -> None:
        self._sessions: dict[int, Session] = {}
        self._ratings: dict[int, Rating] = {}  # said here, and not seen on disk yet
        self._deleted: list[Session] = []  # the last one is taken back first
        self._back: dict[int, Session] = {}  # brought back, and not seen on disk yet
        self._texts: dict[int, str] = {}  # what is searched

    @property
    def sessions(self) -> Sequence[Session]:
        """All of them, the newest first."""
        gone = {session.id for session in self._deleted}
        return [self._sessions[it] for it in sorted(self._sessions, reverse=True) if it not in gone]

    def take(self, sessions: Iterable[Session]) -> None:
        """These were read."""
        self._texts.clear()
        self._sessions = {session.id: session for session in sessions}
        self._back = {it: session for it, session in self._back.items() if it not in self._sessions}
        self._sessions.update(self._back)
        for it, rating in list(self._ratings.items()):
            session = self._sessions.get(it)
            if session is None or rating_of(session) == rating:
                del self._ratings[it]
            else:
                self._put(session, rating)

    def rate(self, it: int, rating: Rating) -> None:
        """The user says this of the session with the id `it`."""
        if it in self._sessions:
            self._ratings[it] = rating
            self._put(self._sessions[it], rating)

    def delete(self, it: int) -> None:
        """Out of sight."""
        self._deleted.append(self._sessions[it])

    def undelete(self) -> Session | None:
        """Bring back what was deleted last; None if there is nothing."""
        if not self._deleted:
            return None
        deleted = self._deleted.pop()
        session = self._sessions.setdefault(deleted.id, deleted)
        self._back[session.id] = session
        return session

    def fitting(self, words: str, since: date | None, keep: Session | None = None) -> Sequence[Session]:
        """Sessions with all of these words in their name, exercises or note, from a day on; the newest first.

        `keep` is one that is looked at: it stays, also when what is said of it does not fit any more.
        """
        wanted = folded(words).split()
        return [
            session
            for session in self.sessions
            if (keep and session.id == keep.id)
            or (
                (since is None or session.started_at.date() >= since)
                and all(word in self._text(session) for word in wanted)
            )
        ]

    def is_last_of_its_workout(self, session: Session) -> bool:
        """Whether the same workout was not done again since."""
        return not any(other.id > session.id and other.workout == session.workout for other in self.sessions)

    def _put(self, session: Session, rating: Rating) -> None:
        self._sessions[session.id] = replace(session, effort=rating.effort, pain=rating.pain, note=rating.note)
        self._texts.pop(session.id, None)

    def _text(self, session: Session) -> str:
        if session.id not in self._texts:
            names = dict.fromkeys((*(one.name for one in session.plan), *(one.name for one in session.sets)))
            self._texts[session.id] = folded("\n".join((session.workout, *names, session.note)))
        return self._texts[session.id]


def rating_of(session: Session) -> Rating:
    """What is known to have been said."""
    return Rating(session.effort, session.pain, session.note)


def first_day(reach: str, today: date) -> date | None:
    """From which day on sessions are listed; None: all of them."""
    days = RANGES[reach]
    return today - timedelta(days - 1) if days else None
