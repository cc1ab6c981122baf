"""The face: the words and figures with which a moment is shown, the same in the window and in the terminal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from tempo_trainer.session.moment import Moment
from tempo_trainer.session.states import State
from tempo_trainer.workout.durations import in_words, on_a_clock
from tempo_trainer.workout.timeline import Bout, Kind, Step

Role = Literal[
    "eccentric", "stretched_pause", "concentric", "contracted_pause", "hold",
    "lead_in", "rest", "switch", "ready", "paused", "done", "ended",
]  # fmt: skip
"""What a moment is, and with it its colour and its shape."""

HEADLINES: Mapping[Kind, str] = {"lead_in": "Get ready", "rest": "Rest", "switch": "Switch", "ready": "Ready?"}
_ROLES: dict[State, Role] = {
    State.READY: "ready",
    State.PAUSED: "paused",
    State.WAITING: "ready",
    State.FINISHED: "done",
    State.STOPPED: "ended",
}

_KEYS: dict[State, str] = {
    State.READY: "Space starts",
    State.PAUSED: "Space goes on",
    State.WAITING: "Space when you are ready",
}


@dataclass(frozen=True)
class Face:
    """Texts to show; what does not apply is empty."""

    role: Role
    headline: str  # the phase word, or what kind of break it is
    count: str
    exercise: str
    side: str
    set_text: str
    rep_text: str
    after: str  # what comes after this step, in a few words
    advice: Sequence[str]  # in breaks, for what comes next: load, note, a cue, a mistake
    session_left: str


def face_of(moment: Moment) -> Face:
    """Everything there is to say about a moment."""
    if moment.state in {State.FINISHED, State.STOPPED}:
        return _face_of_end(moment)
    bout = moment.bout or moment.next_bout
    return Face(
        role=_role(moment),
        headline=_headline(moment),
        count=_count(moment),
        exercise=_exercise(moment, bout),
        side=_side(moment, bout),
        set_text=_set_text(bout) if bout else "",
        rep_text=_rep_text(moment, bout),
        after=_after(moment),
        advice=_advice(moment, bout),
        session_left=f"{on_a_clock(moment.session_left_ms)} left",
    )


def work_done(moment: Moment) -> str:
    """How much of the plan is done, as a sentence: what would be lost by leaving."""
    of = _of_planned(moment)
    return "1 rep is done." if moment.reps_done == 1 and not of else f"{moment.reps_done}{of} reps are done."


def _of_planned(moment: Moment) -> str:
    """How many reps there are to do, unless the runner decides."""
    bouts = moment.timeline.bouts
    planned = sum(bout.reps * len(bout.sides) for bout in bouts)
    return "" if any(bout.until_ended for bout in bouts) else f" of {planned}"


def _face_of_end(moment: Moment) -> Face:
    bouts = moment.timeline.bouts
    goal = _of_planned(moment)
    what = (
        "reps and holds"
        if any(bout.tempo is None for bout in bouts)
        else "rep"
        if goal == "" and moment.reps_done == 1
        else "reps"
    )
    return Face(
        role=_ROLES[moment.state],
        headline=_headline(moment),
        count="",
        exercise=moment.timeline.workout.name,
        side="",
        set_text=f"{moment.reps_done}{goal} {what}",
        rep_text="",
        after="",
        advice=(),
        session_left="",
    )


def _role(moment: Moment) -> Role:
    if moment.state is not State.RUNNING:
        return _ROLES[moment.state]
    step = moment.step
    if moment.count_in_ms or step is None:
        return "lead_in"
    return step.phase or ("hold" if step.kind == "hold" else role_of_break(step))


def role_of_break(step: Step) -> Role:
    """What a step without work is."""
    return step.kind if step.kind in {"lead_in", "switch", "ready"} else "rest"


def _headline(moment: Moment) -> str:
    step = moment.step
    if moment.state is State.PAUSED:
        return "Paused"
    if moment.state is State.READY:
        return "Ready"
    if moment.state is State.STOPPED:
        return "Ended"
    if step is None:
        return "Done"
    if moment.count_in_ms:
        return "Get ready"
    return step.label.capitalize() if step.is_work else HEADLINES[step.kind]


def _exercise(moment: Moment, bout: Bout | None) -> str:
    if bout is None:
        return moment.timeline.workout.name
    return bout.exercise.name if moment.bout else f"Next: {bout.exercise.name}"


def _count(moment: Moment) -> str:
    step = moment.step
    if step is None or moment.state in {State.READY, State.WAITING, State.STOPPED} or step.duration_ms is None:
        return ""
    return str(moment.seconds) if moment.left_ms <= 99_000 else on_a_clock(moment.left_ms)


def _set_text(bout: Bout) -> str:
    if bout.rounds is None:
        return f"Set {bout.set}/{bout.sets}"
    turn = f"Round {bout.round}/{bout.rounds}"
    return turn if bout.sets == 1 else f"{turn}  Set {bout.set}/{bout.sets}"


def _side(moment: Moment, bout: Bout | None) -> str:
    side = moment.step.side if moment.step and moment.step.side else bout.sides[0] if bout else "both"
    return "" if side == "both" else side.capitalize()


def _rep_text(moment: Moment, bout: Bout | None) -> str:
    if bout is None:
        return ""
    if bout.tempo is None:
        return f"Hold {in_words(bout.hold_ms)}"
    if moment.step and moment.step.rep:
        return f"Rep {moment.step.rep}" if bout.until_ended else f"Rep {moment.step.rep}/{bout.reps}"
    return "Max reps" if bout.until_ended else _reps(bout.reps)


def _reps(count: int) -> str:
    return "1 rep" if count == 1 else f"{count} reps"


def _after(moment: Moment) -> str:
    """What a key does where the session stands; else the next step, or the break or work that follows."""
    if moment.state in _KEYS:
        return _KEYS[moment.state]
    if moment.count_in_ms and moment.step:
        return f"Then: {moment.step.label} {in_words(moment.step.duration_ms or 0)}"
    if moment.bout and moment.bout.until_ended:
        return "As many as you can; → ends the set"
    following = moment.index + 1
    steps = moment.timeline.steps
    if moment.step is None or following >= len(steps):
        return "" if moment.step is None else "Then: finished"
    step = steps[following]
    if step.is_work:
        length = in_words(step.duration_ms or 0)
        return f"Then: {step.label} {length}" if moment.step.is_work else ""
    return f"Then: {HEADLINES[step.kind].lower()} {in_words(step.duration_ms) if step.duration_ms else ''}".rstrip()


def _advice(moment: Moment, bout: Bout | None) -> Sequence[str]:
    """In breaks and before the start: what to know for the work that comes next."""
    if bout is None or (moment.bout and moment.state is not State.READY):
        return ()
    exercise = bout.exercise
    if moment.state is State.READY:
        return [f"{number}. {step}" for number, step in enumerate(exercise.setup, 1)]
    say = [moment.step.say] if moment.step and moment.step.say else []
    load = [f"Load: {bout.load}"] if bout.load else []
    note = [bout.note] if bout.note else []
    cue = exercise.cues[:1]  # the one that the voice says
    mistake = [f"Avoid: {_in_sentence(_in_turn(exercise.mistakes, bout))}"] if exercise.mistakes else []
    return [*say, *load, *note, *cue, *mistake]


def _in_turn(texts: Sequence[str], bout: Bout) -> str:
    """Another one each set, so that all are read in time."""
    return texts[(bout.set - 1) % len(texts)]


def _in_sentence(text: str) -> str:
    return text[:1].lower() + text[1:]
