"""Where the ways through a session lead: from a place of a timeline to another. Pure functions."""

from dataclasses import dataclass

from tempo_trainer.workout.timeline import Step, Timeline

LAST_MS = 3000  # what `next` leaves of a break; within how much of a bout `back` leads to the one before


@dataclass(frozen=True)
class Place:
    """Where a session stands: a step of the timeline (one past the last: the end) and a position in milliseconds."""

    step: int
    at_ms: int


def step_at(timeline: Timeline, place: Place) -> Step:
    """The step of a place; at the end a step that has no length and waits."""
    steps = timeline.steps
    return steps[place.step] if place.step < len(steps) else Step("ready", timeline.duration_ms, None)


def start_of(timeline: Timeline, index: int) -> Place:
    """The place at which a step begins."""
    return Place(index, step_at(timeline, Place(index, 0)).start_ms)


def is_stop(timeline: Timeline, place: Place) -> bool:
    """Whether the session cannot run from here: it waits for the user, or is over."""
    return step_at(timeline, place).kind == "ready"


def to_resume(timeline: Timeline, place: Place) -> Place:
    """Where to go on after an interruption: in a rep at its start, elsewhere right there."""
    return start_of(timeline, timeline.rep_of(place.step).start) if step_at(timeline, place).is_work else place


def after(timeline: Timeline, place: Place) -> Place:
    """From work to what follows its bout; from a break to its last three seconds, and from those to what follows."""
    step = step_at(timeline, place)
    if step.is_work:
        return start_of(timeline, timeline.end_of_bout(place.step))
    if step.kind != "ready" and step.end_ms - place.at_ms > LAST_MS:
        return Place(place.step, step.end_ms - LAST_MS)
    return start_of(timeline, place.step + 1)


def before(timeline: Timeline, place: Place) -> Place:
    """The start of this bout; from its first three seconds, and from a break, that of the bout before."""
    bouts = [step.bout for step in timeline.steps[: place.step + 1] if step.bout is not None]
    if not bouts:
        return Place(0, 0)
    start = start_of(timeline, timeline.first_step_of(bouts[-1]))
    early = step_at(timeline, place).is_work and place.at_ms - start.at_ms < LAST_MS
    return start_of(timeline, timeline.first_step_of(bouts[-1] - 1)) if early and bouts[-1] else start


def next_rep(timeline: Timeline, place: Place, earliest_ms: float) -> int:
    """Index of the first step of the next rep that begins at `earliest_ms` or later; one past the last if none does."""
    steps = timeline.steps
    reps = (i for i in range(place.step, len(steps)) if timeline.begins_rep(i) and steps[i].start_ms >= earliest_ms)
    return next(reps, len(steps))
