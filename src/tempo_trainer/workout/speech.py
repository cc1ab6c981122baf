"""What the voice says and when: read off the timeline, like everything else.

A speech is made of phrases, so that each of them can have a clip of its own, and so that the least of them can be
left out: where time is short, and where the runner wants to hear less. Leaving one out never moves the others'
instants here; `audio/wording.py` lays them out.
"""

from collections.abc import Iterator, Mapping
from enum import IntEnum
from typing import Literal, NamedTuple

from tempo_trainer.workout.exercise import Side
from tempo_trainer.workout.timeline import COUNTDOWN_MS, HALFWAY_FROM_MS, LONGEST_MS, Bout, Step, Timeline

WORDED_REPS = 2  # the phases of this many reps of a bout are called by name, then reps are counted
SHORTEST_WORDED_MS = 800  # no word in a shorter phase: it would still be spoken in the next one
MARGIN_MS = 100  # of silence between what is said in a break and the count-down
NEVER_MS = 2 * LONGEST_MS  # later than anything: what is said then may take as long as it takes

LAST_SET = "Last set."
LAST_REP = "last rep"
NEXT = "Next:"
OPENINGS: Mapping[str, str] = {
    "lead_in": "Get ready.",
    "rest": "Rest.",
    "ready": "Press a key when you are ready.",
}
INSIDE: Mapping[str, str] = {"halfway": "halfway", "finish": "finished"}
"""What is said with the cues inside a step, and at the end."""

VoiceLevel = Literal["full", "brief", "tones"]


class Weight(IntEnum):
    """How much a phrase matters: what comes first here is left out first."""

    NEXT = 0
    OPENING = 1  # the tone of the break tells it as well
    CUE = 2
    SET = 3
    LABEL = 4  # the name of a phase, which its tone tells as well
    LAST_SET = 5
    SAY = 6  # the workout's own words
    NAME = 7
    SIDE = 8
    CALL = 9  # a number, switch, last rep: nothing else tells it


LIGHTEST: Mapping[VoiceLevel, int] = {"full": Weight.NEXT, "brief": Weight.LAST_SET, "tones": len(Weight)}
"""The lightest phrase that is heard. Brief: what comes next, which side, reps counted; no phases, no cues."""


class Phrase(NamedTuple):
    """Words that are spoken in one breath, and how much they matter."""

    text: str
    weight: Weight


class Speech(NamedTuple):
    """What is said about an instant; `step` as in a cue."""

    at_ms: int
    phrases: tuple[Phrase, ...]
    step: int
    until_ms: int  # by then it has to be over
    announces: bool = False  # several phrases after the tone, not a word with it

    @property
    def text(self) -> str:
        """All phrases in one line."""
        return " ".join(phrase.text for phrase in self.phrases)


def speech_of(timeline: Timeline) -> tuple[Speech, ...]:
    """Everything that is said in a session, in order."""
    speeches = [
        speech
        for index, step in enumerate(timeline.steps)
        if (speech := _call(timeline, index, step) if step.is_work else _announcement(timeline, index, step))
    ]
    for cue in timeline.cues:
        if cue.kind in INSIDE:
            phrase = Phrase(INSIDE[cue.kind], Weight.CALL)
            until_ms = _end_of_words(timeline.steps[cue.step]) if cue.kind == "halfway" else NEVER_MS
            speeches.append(Speech(cue.at_ms, (phrase,), cue.step, until_ms))
    return tuple(sorted(speeches, key=lambda speech: (speech.step, speech.at_ms)))


def side_phrase(side: Side) -> str:
    """Which leg comes next."""
    return f"{side.capitalize()} leg."


def switch_phrase(side: Side) -> str:
    """Which leg is next in the middle of a set."""
    return f"Switch to your {side} leg."


def set_phrase(number: int, sets: int) -> str:
    """Which set comes next."""
    return LAST_SET if number == sets else f"Set {number} of {sets}."


def name_phrase(name: str) -> str:
    """Which exercise comes next."""
    return f"{name}."


def _call(timeline: Timeline, index: int, step: Step) -> Speech | None:
    """A word with the tone of a phase or hold."""
    phrase = Phrase(step.label, Weight.LABEL) if step.kind == "hold" else _call_of_phase(timeline, index, step)
    if phrase is None:
        return None
    until_ms = step.start_ms + (step.duration_ms or 0) // 2 if _has_halfway(step) else step.end_ms
    return Speech(step.start_ms, (phrase,), index, until_ms)


def _call_of_phase(timeline: Timeline, index: int, step: Step) -> Phrase | None:
    """A phase by its name in the first reps, later the rep by its number, in its first phase with time for a word.

    The first reps keep their names also where one of them is the last: what is new is the movement, not the number.
    """
    if not _has_time(step) or step.rep is None or step.bout is None:
        return None
    if step.rep <= WORDED_REPS:
        return Phrase(step.label, Weight.LABEL)
    if any(_has_time(timeline.steps[before]) for before in range(timeline.rep_of(index).start, index)):
        return None
    last = step.rep == step.reps and not timeline.bouts[step.bout].until_ended
    return Phrase(LAST_REP if last else str(step.rep), Weight.CALL)


def _has_time(phase: Step) -> bool:
    return (phase.duration_ms or 0) >= SHORTEST_WORDED_MS


def _announcement(timeline: Timeline, index: int, step: Step) -> Speech:
    until_ms = _end_of_words(step)
    if _has_halfway(step):
        until_ms = min(until_ms, step.start_ms + (step.duration_ms or 0) // 2 - MARGIN_MS)
    return Speech(step.start_ms, tuple(_announced(timeline, index, step)), index, until_ms, announces=True)


def _announced(timeline: Timeline, index: int, step: Step) -> Iterator[Phrase]:
    """The opening word of a break, then what comes next."""
    work = timeline.next_work(index)
    bout = None if work is None else timeline.bouts[timeline.steps[work].bout or 0]
    if step.kind == "switch" and bout:
        yield Phrase(switch_phrase(bout.sides[0]), Weight.CALL)
        return
    if step.kind in OPENINGS:
        yield Phrase(OPENINGS[step.kind], Weight.CALL if step.kind == "ready" else Weight.OPENING)
    if step.say:
        yield Phrase(step.say, Weight.SAY)
    if bout:
        yield from _introduction(bout)


def _introduction(bout: Bout) -> Iterator[Phrase]:
    yield Phrase(NEXT, Weight.NEXT)
    yield Phrase(name_phrase(bout.exercise.name), Weight.NAME)
    if bout.sides[0] != "both":
        yield Phrase(side_phrase(bout.sides[0]), Weight.SIDE)
    if bout.sets > 1:
        yield Phrase(set_phrase(bout.set, bout.sets), Weight.LAST_SET if bout.set == bout.sets else Weight.SET)
    if bout.exercise.cues:  # the one that the window shows too
        yield Phrase(bout.exercise.cues[0], Weight.CUE)


def _has_halfway(step: Step) -> bool:
    return step.kind in {"rest", "hold"} and (step.duration_ms or 0) >= HALFWAY_FROM_MS


def _end_of_words(step: Step) -> int:
    """Before the first pip of the count-down, or the end of what has none."""
    if step.duration_ms is None:
        return NEVER_MS
    pips = [before for before in COUNTDOWN_MS if before <= step.duration_ms and not step.is_work]
    return step.end_ms - pips[0] - MARGIN_MS if pips else step.end_ms
