"""Sessions of the past as JSON objects, as rows and as text (DESIGN 4.4)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tempo_trainer.history.records import PerformedSet, Session, State
from tempo_trainer.history.times import written
from tempo_trainer.session.summary import Line
from tempo_trainer.workout.durations import in_words
from tempo_trainer.workout.exercise import Side

_SESSION_COLUMNS = ("id", "workout", "started_at", "ended_at", "state", "effort", "pain", "note")
_SET_COLUMNS = (
    "exercise", "set", "side", "planned_reps", "done_reps", "tempo", "time_under_tension_ms", "load",
)  # fmt: skip

COLUMNS = (*_SESSION_COLUMNS, *_SET_COLUMNS, "set_started_at")

_STATES: Mapping[State, str] = {
    "running": "running now",
    "finished": "finished",
    "ended": "ended early",
    "interrupted": "interrupted",
}
# What makes a spreadsheet compute a cell instead of showing it; some take the wide forms for the plain ones.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def as_objects(sessions: Sequence[Session]) -> list[dict[str, Any]]:
    """The list that `tempo-trainer history --format json` prints: oldest first, as the sessions are."""
    return [
        {
            **dict(zip(_SESSION_COLUMNS, _session_values(session), strict=True)),
            "sets": [
                dict(zip((*_SET_COLUMNS, "started_at"), _set_values(performed), strict=True))
                for performed in session.sets
            ],
        }
        for session in sessions
    ]


def rows(sessions: Sequence[Session]) -> Iterator[tuple[Any, ...]]:
    """A row a set with the facts of its session, in the order of COLUMNS; a session without sets has one too."""
    nothing = (None,) * (len(COLUMNS) - len(_SESSION_COLUMNS))
    for session in sessions:
        facts = _session_values(session)
        for values in map(_set_values, session.sets):
            yield tuple(map(_harmless, (*facts, *values)))
        if not session.sets:
            yield tuple(map(_harmless, (*facts, *nothing)))


def table(sessions: Sequence[Session]) -> Iterator[str]:
    """What was done as lines of text: a block a session, the newest first."""
    if not sessions:
        yield "Nothing has been done yet."
    for number, session in enumerate(reversed(sessions)):
        if number:
            yield ""
        yield from _block(session)


def _session_values(session: Session) -> tuple[Any, ...]:
    return (
        session.id,
        session.workout,
        written(session.started_at),
        None if session.ended_at is None else written(session.ended_at),
        session.state,
        session.effort,
        session.pain,
        session.note,
    )


def _set_values(performed: PerformedSet) -> tuple[Any, ...]:
    return (
        performed.exercise,
        performed.set,
        performed.side,
        performed.reps_as_numbered,
        performed.done_reps,
        performed.tempo,
        performed.tension_ms,
        performed.load,
        written(performed.started_at),
    )


def _harmless(value: Any) -> Any:
    """Text that a spreadsheet would take for a formula stays text."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA_STARTS) else value


def _block(session: Session) -> Iterator[str]:
    yield _printable(f"{session.started_at:%Y-%m-%d %H:%M}  {session.workout}: {_STATES[session.state]}")
    yield "  " + ", ".join(_facts(session))
    for sides in session.summary.rows:
        yield _printable(f"  {_exercise_line(sides)}")
    yield from (f"  Note: {line}" if not number else f"        {line}" for number, line in enumerate(_note(session)))


def _facts(session: Session) -> Iterator[str]:
    yield f"in {_rounded(session.lasted_ms)}"
    yield f"under tension {_rounded(session.tension_ms)}"
    if session.effort is not None:
        yield f"effort {session.effort} of 10"
    if session.pain is not None:
        yield f"pain {session.pain} of 10"


def _rounded(ms: int) -> str:
    return in_words(round(ms / 1000) * 1000)


def _exercise_line(sides: Mapping[Side, Line]) -> str:
    """What was done of what was planned, a side at a time."""
    name = next(iter(sides.values())).exercise
    return f"{name}: " + ", ".join(f"{line}" if side == "both" else f"{side} {line}" for side, line in sides.items())


def _note(session: Session) -> list[str]:
    return [_printable(line.rstrip()) for line in session.note.strip().splitlines()]


def _printable(text: str) -> str:
    """Names and notes must not steer the terminal."""
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text)
