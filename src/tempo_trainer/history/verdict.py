"""What the last sessions of a workout say: all done and easy, too painful, or reps missed."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from tempo_trainer.history.records import Planned, Session
from tempo_trainer.history.rules import MOST_EFFORT, MOST_PAIN, TOO_MUCH_PAIN
from tempo_trainer.session.summary import Line


class Done(NamedTuple):
    """Reps done of those planned; what is done as often as one can is not among them."""

    done: int
    planned: int


def says_something(session: Session) -> bool:
    """Whether it is over, and anything was done in it or it hurt."""
    return session.state in {"finished", "ended"} and (bool(session.sets) or too_painful(session))


def running(sessions: Sequence[Session], last: Session) -> Sequence[Session]:
    """The last session and, if it was of the same plan, the one of the same workout before it."""
    before = [one for one in sessions if one.id < last.id and one.workout == last.workout and says_something(one)]
    latest = max(before, key=lambda one: one.id, default=None)
    return (latest, last) if latest and _asked(latest) == _asked(last) else (last,)


def is_outdated(sessions: Sequence[Session], last: Session) -> bool:
    """Whether the same workout was done again after this session."""
    return any(one.id > last.id and one.workout == last.workout and says_something(one) for one in sessions)


def too_painful(session: Session) -> bool:
    """Whether one should ease off after it."""
    return session.pain is not None and session.pain > TOO_MUCH_PAIN


def went_well(session: Session) -> bool:
    """Whether all was done with little effort and little pain, and both were said."""
    rated = session.effort is not None and session.pain is not None
    return rated and not missed(session) and _at_most(session.effort, MOST_EFFORT) and _at_most(session.pain, MOST_PAIN)


def missed(session: Session) -> Collection[int]:
    """The exercise blocks of which something planned was not done.

    One rep is enough where one does as many as one can, unless the session was ended early: then nobody knows.
    """
    lines = session.summary.lines
    return {line.item for line in lines if line.done < _least(line) or (line.planned is None and _ended(session))}


def concerned(session: Session) -> Collection[int]:
    """Of the missed ones those that were begun: what was never begun was not too hard. If none was, all of them."""
    items = missed(session)
    begun = {performed.item for performed in session.sets}
    return {item for item in items if item in begun} or items


def done_of(session: Session) -> Done:
    """How much was done of what was planned in figures."""
    lines = [line for line in session.summary.lines if line.planned is not None]
    planned = sum(line.planned or 0 for line in lines)
    return Done(sum(min(line.done, line.planned or 0) for line in lines), planned)


def _asked(session: Session) -> Collection[tuple[object, ...]]:
    return {_what_of(planned) for planned in session.plan}


def _what_of(planned: Planned) -> tuple[object, ...]:
    return planned.item, planned.exercise, planned.side, planned.reps


def _least(line: Line) -> int:
    return 1 if line.planned is None else line.planned


def _ended(session: Session) -> bool:
    return session.state == "ended"


def _at_most(said: int | None, most: int) -> bool:
    return said is not None and said <= most
