"""What the voice says and when: read off the timeline, like everything else."""

from collections.abc import Iterator
from typing import NamedTuple

from tempo_trainer.workout.timeline import Bout, Step, Timeline

WORDED_REPS = 2  # the phases of this many reps of a bout are called by name, then reps are counted
SHORTEST_WORDED_MS = 800  # no word in a shorter phase: it would still be spoken in the next one


class Speech(NamedTuple):
    """A text to be spoken from an instant on; `step` as in a cue."""

    at_ms: int
    text: str
    step: int


def speech_of(timeline: Timeline) -> tuple[Speech, ...]:
    """Everything that is said in a session, in order."""
    starts = (
        Speech(step.start_ms, text, index)
        for index, step in enumerate(timeline.steps)
        if (text := _text_of_step(timeline, index, step))
    )
    inside = (Speech(cue.at_ms, _INSIDE[cue.kind], cue.step) for cue in timeline.cues if cue.kind in _INSIDE)
    return tuple(sorted([*starts, *inside], key=lambda speech: (speech.step, speech.at_ms)))


_INSIDE = {"halfway": "halfway", "finish": "finished"}


def _text_of_step(timeline: Timeline, index: int, step: Step) -> str:
    if step.kind == "phase":
        return _text_of_phase(timeline, index, step)
    if step.kind == "hold":
        return step.label
    return " ".join(_announcement(timeline, index, step))


def _text_of_phase(timeline: Timeline, index: int, step: Step) -> str:
    if (step.duration_ms or 0) < SHORTEST_WORDED_MS or step.rep is None or step.bout is None:
        return ""
    if step.rep <= WORDED_REPS:
        return step.label
    before = timeline.steps[index - 1]
    if (before.rep, before.side) == (step.rep, step.side):
        return ""
    last = step.rep == step.reps and not timeline.bouts[step.bout].until_ended
    return "last rep" if last else str(step.rep)


def _announcement(timeline: Timeline, index: int, step: Step) -> Iterator[str]:
    """The opening word of a break, then what comes next."""
    work = timeline.next_work(index)
    bout = None if work is None else timeline.bouts[timeline.steps[work].bout or 0]
    if step.kind == "switch" and bout:
        yield f"Switch to your {bout.sides[0]} leg."
        return
    yield {"lead_in": "Get ready.", "rest": "Rest.", "ready": "Press a key when you are ready."}.get(step.kind, "")
    if step.say:
        yield step.say
    if bout:
        yield from _introduction(bout)


def _introduction(bout: Bout) -> Iterator[str]:
    yield f"Next: {bout.exercise.name}."
    if bout.sides[0] != "both":
        yield f"{bout.sides[0].capitalize()} leg."
    if bout.sets > 1:
        yield "Last set." if bout.set == bout.sets else f"Set {bout.set} of {bout.sets}."
    if bout.set == 1 and bout.exercise.cues:
        yield bout.exercise.cues[0]
