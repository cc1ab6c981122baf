"""When the sets of a session lay in it, and the rests between: one after another, whatever its clock was set to."""

from datetime import datetime
from typing import NamedTuple

from tempo_trainer.history.records import PerformedSet, Session

_SHORTEST_REST_MS = 1000
_LONGEST_BREAK_MS = 24 * 3_600_000  # beyond that it was gone on with days later, or the clock was set: no rest


class Span(NamedTuple):
    """A set or a rest, in milliseconds from the start of the session."""

    start_ms: int
    length_ms: int
    performed: PerformedSet | None  # None: a rest

    @property
    def end_ms(self) -> int:
        """When it is over."""
        return self.start_ms + self.length_ms


def elapsed_ms(session: Session) -> int:
    """From its start to its end; longer than it lasted if it was broken off and gone on with later."""
    lasted = max(session.lasted_ms, session.tension_ms)
    by_clock = lasted if session.ended_at is None else _since_start(session, session.ended_at)
    return by_clock if 0 <= by_clock - lasted <= _LONGEST_BREAK_MS else lasted


def spans_of(session: Session) -> tuple[Span, ...]:
    """The sets in the order in which they were begun, each as long as it was under tension, and what lies between."""
    spans: list[Span] = []
    at, latest = 0, elapsed_ms(session) - session.tension_ms
    for performed in session.sets:
        # Where the clock was set meanwhile, a set lies where there is room for it and for those after it.
        start = min(max(at, _since_start(session, performed.started_at)), latest)
        if spans and start - at >= _SHORTEST_REST_MS:
            spans.append(Span(at, start - at, None))
        spans.append(Span(start, performed.tension_ms, performed))
        at, latest = start + performed.tension_ms, latest + performed.tension_ms
    return tuple(spans)


def _since_start(session: Session, moment: datetime) -> int:
    return round(1000 * (moment.timestamp() - session.started_at.timestamp()))
