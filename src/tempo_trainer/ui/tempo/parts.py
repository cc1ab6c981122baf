"""What stands in the four fields and in the notation, be it a tempo or not yet. No Qt here."""

from dataclasses import dataclass, replace
from typing import Self

from tempo_trainer.workout.exercise import Exercise
from tempo_trainer.workout.tempo import (
    EXPLOSIVE_MS,
    PHASES,
    RAMP_STEP_MS,
    Phase,
    Ramp,
    Tempo,
    parse_tempo,
    performed_order,
    tempo_in_words,
)

MOVEMENTS: tuple[Phase, ...] = ("eccentric", "concentric")
FORMS = "Write four figures, such as 3-1-3-1, 30X1 or 2.5-1-2.5-0."
NO_MOVEMENT = "A rep needs time for the movement: give one of the two more than 0 s, or make it as fast as possible."
RAMP_TOO_SHORT = "Where the tempo changes by set, the movement takes at least 0.1 s."


@dataclass(frozen=True)
class Parts:
    """Milliseconds in the order of the notation, and which phases are as fast as possible."""

    ms: tuple[int, ...] = (3000, 1000, 3000, 1000)
    explosive: frozenset[Phase] = frozenset()

    @classmethod
    def of_tempo(cls, tempo: Tempo) -> Self:
        """The parts of a tempo."""
        return cls(tuple(tempo.of(phase) for phase in PHASES), tempo.explosive)

    def of(self, phase: Phase) -> int:
        """Milliseconds of one phase."""
        return self.ms[PHASES.index(phase)]

    def lasting(self, phase: Phase, ms: int) -> Self:
        """With another length of one phase, which is then no more as fast as possible."""
        lengths = tuple(ms if one == phase else old for one, old in zip(PHASES, self.ms, strict=True))
        return replace(self, ms=lengths, explosive=self.explosive - {phase})

    def fast(self, phase: Phase) -> Self:
        """With one phase as fast as possible."""
        return replace(self.lasting(phase, EXPLOSIVE_MS), explosive=self.explosive | {phase})

    @property
    def notation(self) -> str:
        """As the field writes it, also where it is no tempo."""
        return "-".join(
            "X" if phase in self.explosive else f"{ms / 1000:g}" for phase, ms in zip(PHASES, self.ms, strict=True)
        )

    @property
    def problem(self) -> str:
        """What keeps them from being a tempo, in words."""
        return "" if any(self.of(phase) for phase in MOVEMENTS) else NO_MOVEMENT

    @property
    def tempo(self) -> Tempo | None:
        """The tempo, if there is no problem."""
        return None if self.problem else Tempo.of_parts(self.ms, self.explosive)


def read_notation(text: str) -> Parts:
    """The parts that a notation says; ValueError has a sentence for the user.

    >>> read_notation("30X1").ms
    (3000, 0, 1000, 1000)
    """
    try:
        tempo = parse_tempo(text)
    except ValueError as error:
        said = str(error)
        if "both 0" in said:
            raise ValueError(NO_MOVEMENT) from None
        raise ValueError(FORMS if "is no tempo" in said else f"{said[0].upper()}{said[1:]}.") from None
    if not isinstance(tempo, Tempo):
        raise ValueError(FORMS)  # noqa: TRY004  the text is at fault
    return Parts.of_tempo(tempo)


def in_order(exercise: Exercise) -> tuple[Phase, ...]:
    """The phases as this exercise performs them."""
    return performed_order(exercise.starts_with)


def words(exercise: Exercise, tempo: Tempo) -> str:
    """The tempo read out with the exercise's own words, and how long a rep takes."""
    total = sum(tempo.of(phase) for phase in PHASES)
    return f"{tempo_in_words(tempo, exercise.starts_with, exercise.words.by_phase())}  ·  {total / 1000:g} s a rep"


def too_short_for_ramp(tempo: Tempo) -> bool:
    """Whether no ramp may begin or end with it."""
    return sum(tempo.of(phase) for phase in MOVEMENTS) < RAMP_STEP_MS


def joined(start: Tempo | None, end: Tempo | None) -> Ramp | None:
    """A ramp from one to the other, if both are there and long enough."""
    if start is None or end is None or too_short_for_ramp(start) or too_short_for_ramp(end):
        return None
    return Ramp(start, end)
