"""What there is to say of a session that was broken off, and where it would go on, in words."""

from dataclasses import dataclass
from datetime import datetime

from tempo_trainer.history.records import Session
from tempo_trainer.history.unfinished import BrokenOff
from tempo_trainer.session.places import Place
from tempo_trainer.session.summary import Summary
from tempo_trainer.workout.durations import in_words
from tempo_trainer.workout.timeline import Bout, Step, Timeline

# Not from strftime: Qt takes up the language of the system, and the rest of the program is in English.
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_A_WEEK = 7  # days; from then on the name of a day says too little


@dataclass(frozen=True)
class Offer:
    """A session to go on with; where there is a problem, it can only be kept as it is."""

    name: str
    when: str
    summary: Summary  # what was done
    exercise: str = ""  # that it goes on with
    where: str = ""
    load: str = ""
    problem: str = ""

    @property
    def can_go_on(self) -> bool:
        """Whether there is somewhere to go on."""
        return not self.problem


def offer_of(session: Session, now: datetime, timeline: Timeline, place: Place) -> Offer:
    """To go on with a session at a place of work."""
    step = timeline.steps[place.step]
    bout = timeline.bouts[step.bout or 0]
    where, load = where_in_words(step, bout), bout.load or ""
    when = when_in_words(session.started_at, now)
    return Offer(session.workout, when, session.summary, bout.exercise.name, where, load)


def offer_to_keep(session: Session, now: datetime, problem: str) -> Offer:
    """A session that cannot be gone on with, and why."""
    return Offer(session.workout, when_in_words(session.started_at, now), session.summary, problem=problem)


def offer_for(broken: BrokenOff, now: datetime) -> Offer:
    """To go on with it; or, where that cannot be, to keep what was done."""
    if broken.timeline and broken.begun:
        return offer_of(broken.session, now, broken.timeline, broken.begun.place)
    return offer_to_keep(broken.session, now, broken.problem)


def where_in_words(step: Step, bout: Bout) -> str:
    """Which rep of which set: `Set 2 of 3, left, rep 5 of 8`."""
    turn = [f"round {bout.round} of {bout.rounds}"] if bout.rounds else []
    number = [] if bout.rounds and bout.sets == 1 else [f"set {bout.set} of {bout.sets}"]
    side = [step.side] if step.side in {"left", "right"} else []
    text = ", ".join([*turn, *number, *side, _rep(step, bout)])
    return text[:1].upper() + text[1:]


def when_in_words(then: datetime, now: datetime) -> str:
    """When a session began, by the clock on the wall there and then.

    >>> when_in_words(datetime(2026, 11, 22, 18, 5), datetime(2026, 11, 23, 9, 0))
    'yesterday at 18:05'
    """
    ago = (now.date() - then.date()).days
    if ago in {0, 1}:
        day = ("today", "yesterday")[ago]
    elif 0 < ago < _A_WEEK:
        day = f"on {_DAYS[then.weekday()]}"
    else:
        year = "" if then.year == now.year else f" {then.year}"
        day = f"on {then.day} {_MONTHS[then.month - 1]}{year}"
    return f"{day} at {then.hour}:{then.minute:02}"


def _rep(step: Step, bout: Bout) -> str:
    if bout.tempo is None:
        return f"a hold of {in_words(bout.hold_ms)}"
    return f"rep {step.rep}" if bout.until_ended else f"rep {step.rep} of {bout.reps}"
