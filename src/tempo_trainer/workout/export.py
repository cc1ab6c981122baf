"""A timeline as a JSON object, as rows, and as text (DESIGN 4.3 and 4.4)."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from tempo_trainer.workout.durations import in_words, on_a_clock
from tempo_trainer.workout.speech import speech_of
from tempo_trainer.workout.tempo import tempo_in_words
from tempo_trainer.workout.timeline import Bout, Step, Timeline

COLUMNS = (
    "index", "kind", "start_ms", "duration_ms", "block", "exercise", "round", "set", "sets", "side",
    "rep", "reps", "phase", "label",
)  # fmt: skip


def as_object(timeline: Timeline) -> Mapping[str, Any]:
    """The object that `tempo-trainer timeline --format json` prints."""
    return {
        "format": 1,
        "name": timeline.workout.name,
        "duration_ms": timeline.duration_ms,
        "open_ended": timeline.open_ended,
        "time_under_tension_ms": timeline.time_under_tension_ms,
        "steps": [dict(zip(COLUMNS, row, strict=True)) for row in rows(timeline)],
        "cues": [{"at_ms": cue.at_ms, "kind": cue.kind} for cue in timeline.cues],
        "speech": [{"at_ms": speech.at_ms, "text": speech.text} for speech in speech_of(timeline)],
    }


def rows(timeline: Timeline) -> Iterator[tuple[Any, ...]]:
    """A row a step, in the order of COLUMNS."""
    return ((index, *step[: len(COLUMNS) - 1]) for index, step in enumerate(timeline.steps))


def table(timeline: Timeline) -> Iterator[str]:
    """The plan as lines of text: what it is made of, then a line a step."""
    yield from summary(timeline)
    yield ""
    yield f"{'at':>7}  {'length':>8}  what"
    for step in timeline.steps:
        length = "waits" if step.duration_ms is None else in_words(step.duration_ms)
        yield f"{on_a_clock(step.start_ms):>7}  {length:>8}  {' · '.join(_what(step))}"


def summary(timeline: Timeline) -> Iterator[str]:
    """Name, length, time under tension, and a line for each exercise with its tempo in words."""
    yield f"{timeline.workout.name}: {length(timeline)}"
    yield f"under tension: {tension(timeline) or 'none'}"
    yield from ("  " + line for line in exercise_lines(timeline))


def length(timeline: Timeline) -> str:
    """How long the session lasts; where the user decides, in which direction that may go."""
    waits = any(step.kind == "ready" for step in timeline.steps)
    ends = any(bout.until_ended for bout in timeline.bouts)
    open_end = {(True, False): " and the time you take", (False, True): " at most", (True, True): ", as you decide"}
    return in_words(timeline.duration_ms) + open_end.get((waits, ends), "")


def tension(timeline: Timeline) -> str:
    """Time under tension, a side."""
    names = {"left": "left", "right": "right", "both": "both legs"}
    return ", ".join(f"{names[side]} {in_words(ms)}" for side, ms in timeline.time_under_tension_ms.items() if ms)


def exercise_lines(timeline: Timeline) -> Iterator[str]:
    """A line for each exercise block: name, sets and reps, tempo in words."""
    for _, group in groupby(sorted(timeline.bouts, key=lambda bout: bout.item), key=lambda bout: bout.item):
        bouts = list(group)
        yield f"{bouts[0].exercise.name}: {amount(bouts[0])}, {_tempo_words(bouts)}"


def amount(bout: Bout) -> str:
    """Sets and reps (or hold) of an exercise block in a few words."""
    reps = "max reps" if bout.until_ended else f"{bout.reps} rep{'s' if bout.reps > 1 else ''}"
    one = f"hold {in_words(bout.hold_ms)}" if bout.tempo is None else reps
    sides = "" if bout.sides == ("both",) else " a side"
    sets = f"{bout.sets} × {one}{sides}"
    if bout.rounds is None:
        return sets
    return f"{bout.rounds} rounds of {sets if bout.sets > 1 else one + sides}"


def _tempo_words(bouts: Sequence[Bout]) -> str:
    first, last = bouts[0], bouts[-1]
    if first.tempo is None or last.tempo is None:
        return "held still"
    exercise = first.exercise
    words = [
        tempo_in_words(tempo, exercise.starts_with, exercise.words.by_phase()) for tempo in (first.tempo, last.tempo)
    ]
    return words[0] if words[0] == words[1] else f"{words[0]}; by the last set {words[1]}"


def _what(step: Step) -> Iterator[str]:
    yield step.label
    if step.say:
        yield step.say
    if step.exercise:
        yield step.exercise
    if step.round:
        yield f"round {step.round}"
    if step.set:
        yield f"set {step.set}/{step.sets}"
    if step.side and step.side != "both":
        yield step.side
    if step.rep:
        yield f"rep {step.rep}/{step.reps}"
