"""The ribbon: the shape of what was just done and of what comes, as plain pieces of time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tempo_trainer.session.face import HEADLINES, Role, role_of_break
from tempo_trainer.session.moment import Moment
from tempo_trainer.workout.timeline import Cue, Step

BACK_MS = 2000
AHEAD_MS = 8000
_HEIGHTS = {
    "eccentric": (1.0, 0.0),
    "stretched_pause": (0.0, 0.0),
    "concentric": (0.0, 1.0),
    "contracted_pause": (1.0, 1.0),
}


@dataclass(frozen=True)
class Piece:
    """A step: from when to when in ms, with heights from 0 (stretched, or a break) to 1 (contracted, or a hold)."""

    start_ms: float
    end_ms: float
    start_height: float
    end_height: float
    role: Role
    label: str

    def height_at(self, ms: float) -> float:
        """How high the ribbon is at a time within the piece."""
        length = self.end_ms - self.start_ms
        part = (ms - self.start_ms) / length if length else 0.0
        return self.start_height + (self.end_height - self.start_height) * part


def now_ms(moment: Moment) -> float:
    """Where the playhead is, in ms of the timeline: in a count-in before the place where the work begins."""
    return moment.position_ms - moment.count_in_ms


def pieces_of(moment: Moment) -> Sequence[Piece]:
    """What lies between two seconds ago and eight seconds from now; times are from now."""
    now = now_ms(moment)
    pieces = pieces_between(moment, now - BACK_MS, now + AHEAD_MS)
    return [replace(piece, start_ms=piece.start_ms - now, end_ms=piece.end_ms - now) for piece in pieces]


def pieces_between(moment: Moment, from_ms: float, to_ms: float) -> Sequence[Piece]:
    """A span of the timeline; in a count-in that comes first, and nothing of the plan before it.

    A wait has no length, but has its piece.
    """
    return list(_pieces(moment, from_ms, to_ms))


def height_now(moment: Moment) -> float | None:
    """How high the ribbon is at the playhead; None where there is none."""
    if moment.step is None or moment.step.duration_ms is None:
        return None
    return 0.0 if moment.count_in_ms else _piece(moment.step).height_at(moment.position_ms)


def ticks_between(moment: Moment, from_ms: float, to_ms: float) -> Sequence[tuple[int, bool]]:
    """When something sounds; true where a step begins."""
    first, last = _steps_between(moment, from_ms, to_ms)
    cues = moment.timeline.cues_of(first, last, _begin_ms(moment, from_ms))
    return [(cue.at_ms, _begins_step(cue)) for cue in cues if cue.at_ms <= to_ms]


def _begins_step(cue: Cue) -> bool:
    return cue.kind not in {"tick", "countdown", "halfway"}


def _begin_ms(moment: Moment, from_ms: float) -> int:
    """From where on the plan is drawn: what lies before a count-in was interrupted."""
    return int(moment.position_ms if moment.count_in_ms else from_ms)


def _steps_between(moment: Moment, from_ms: float, to_ms: float) -> tuple[int, int]:
    steps = moment.timeline.steps
    first = moment.timeline.step_at(_begin_ms(moment, from_ms), 0, len(steps))
    last = moment.timeline.step_at(to_ms, first, len(steps))
    return min(first, moment.index), max(last, min(moment.index, len(steps) - 1))


def _pieces(moment: Moment, from_ms: float, to_ms: float) -> Iterator[Piece]:
    if moment.count_in_ms:
        end = moment.position_ms
        yield Piece(end - moment.counted_ms, end, 0, 0, "lead_in", HEADLINES["lead_in"])
    if not moment.timeline.steps:
        return
    first, last = _steps_between(moment, from_ms, to_ms)
    begin = _begin_ms(moment, from_ms)
    for step in moment.timeline.steps[first : last + 1]:
        if step.end_ms > begin or step.duration_ms is None:
            yield _piece(step)


def _piece(step: Step) -> Piece:
    if step.phase:
        return Piece(step.start_ms, step.end_ms, *_HEIGHTS[step.phase], step.phase, step.label)
    if step.kind == "hold":
        return Piece(step.start_ms, step.end_ms, 1, 1, "hold", step.label)
    return Piece(step.start_ms, step.end_ms, 0, 0, role_of_break(step), HEADLINES[step.kind])
