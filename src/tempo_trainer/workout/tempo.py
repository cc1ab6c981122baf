"""Tempo: how long each phase of a rep lasts, its notation, and ramps from one tempo to another.

The order of the figures is the field's: eccentric, pause stretched, concentric, pause contracted. It never
changes; which figure is performed first depends on the lift (see `performed_order`).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal, Self

from tempo_trainer.workout.durations import in_words
from tempo_trainer.workout.problems import did_you_mean

Phase = Literal["eccentric", "stretched_pause", "concentric", "contracted_pause"]
PHASES: tuple[Phase, ...] = ("eccentric", "stretched_pause", "concentric", "contracted_pause")

EXPLOSIVE_MS = 1000  # what an X is timed as (DESIGN 4.1)
LONGEST_PART_MS = 60_000
RAMP_STEP_MS = 100

_PART = re.compile(r"[0-9]+(?:\.[0-9]+)?|[Xx]")
_DIGITS = re.compile(r"[0-9Xx]{4}")
_FORMS = "such as 3-1-3-1, 30X1, 2.5-1-2.5-0 or the name of a preset"


@dataclass(frozen=True)
class Tempo:
    """Milliseconds of each phase; `explosive` names the phases written as X."""

    eccentric: int
    stretched_pause: int
    concentric: int
    contracted_pause: int
    explosive: frozenset[Phase] = frozenset()

    @classmethod
    def of_parts(cls, parts: Iterable[int], explosive: frozenset[Phase]) -> Self:
        """From milliseconds in the order of the notation."""
        eccentric, stretched_pause, concentric, contracted_pause = parts
        return cls(eccentric, stretched_pause, concentric, contracted_pause, explosive)

    def __post_init__(self) -> None:
        if any(not 0 <= self.of(phase) <= LONGEST_PART_MS for phase in PHASES):
            raise ValueError("each part of a tempo lasts 0 to 60 s")
        if self.eccentric + self.concentric == 0:
            raise ValueError("a tempo needs time for the movement: eccentric and concentric are both 0")

    def of(self, phase: Phase) -> int:
        """Milliseconds of one phase."""
        return int(getattr(self, phase))

    def __str__(self) -> str:
        return "-".join("X" if phase in self.explosive else f"{self.of(phase) / 1000:g}" for phase in PHASES)


@dataclass(frozen=True)
class Ramp:
    """A tempo that changes evenly from the first set to the last."""

    start: Tempo
    end: Tempo

    def __post_init__(self) -> None:
        if min(tempo.eccentric + tempo.concentric for tempo in (self.start, self.end)) < RAMP_STEP_MS:
            raise ValueError("a ramp needs at least 0.1 s of movement at both ends")

    def __str__(self) -> str:
        return f"{self.start} to {self.end}"


TempoChoice = Tempo | Ramp | str  # a str is the name of a preset


def parse_tempo(value: Any) -> TempoChoice:
    """Every way a file may write a tempo (DESIGN 4.1); ValueError says what is wrong.

    >>> str(parse_tempo("30X1")), parse_tempo("slow"), str(parse_tempo({"from": "3131", "to": "4/2/4/2"}))
    ('3-0-X-1', 'slow', '3-1-3-1 to 4-2-4-2')
    """
    if isinstance(value, Tempo | Ramp):
        return value
    if isinstance(value, Mapping):
        return _ramp(value) if value.keys() & {"from", "to"} else _tempo_of_parts(value)
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise ValueError(f"must be a tempo {_FORMS}")  # noqa: TRY004  pydantic collects ValueErrors only
    text = written(value)
    return text if isinstance(value, str) and is_preset_name(text) else _notation(text)


def is_preset_name(text: str) -> bool:
    """Whether a preset may bear this name: it starts with a letter and reads as no notation."""
    return text[:1].isalpha() and not _looks_like_notation(text)


def ramped(ramp: Ramp, number: int, sets: int) -> Tempo:
    """The tempo of set `number` of `sets`: from + (to - from)·(k-1)/(n-1), to 100 ms, ties up.

    >>> str(ramped(Ramp(Tempo(3000, 1000, 3000, 1000), Tempo(4000, 2000, 4000, 2000)), 2, 3))
    '3.5-1.5-3.5-1.5'
    """
    if sets == 1:
        return ramp.start

    def part(phase: Phase) -> int:
        start, end = ramp.start.of(phase), ramp.end.of(phase)
        exact = start * (sets - 1) + (end - start) * (number - 1)  # in units of 1/(sets - 1) ms
        return (2 * exact + RAMP_STEP_MS * (sets - 1)) // (2 * RAMP_STEP_MS * (sets - 1)) * RAMP_STEP_MS

    return Tempo.of_parts(map(part, PHASES), ramp.start.explosive & ramp.end.explosive)


def scaled(tempo: Tempo, percent: int) -> Tempo:
    """The tempo with each part at `percent` of its length, to whole milliseconds.

    >>> str(scaled(Tempo(3000, 1000, 3000, 0), 125))
    '3.75-1.25-3.75-0'
    """
    parts = [min(LONGEST_PART_MS, (tempo.of(phase) * percent + 50) // 100) for phase in PHASES]
    return Tempo.of_parts(parts, tempo.explosive)


def performed_order(starts_with: Phase) -> tuple[Phase, ...]:
    """The phases as a lift performs them, beginning with its eccentric or its concentric."""
    return PHASES if starts_with == "eccentric" else PHASES[2:] + PHASES[:2]


def tempo_in_words(tempo: TempoChoice, starts_with: Phase, words: Mapping[Phase, str]) -> str:
    """The tempo read out in performed order with the exercise's own words.

    >>> plain = dict(zip(PHASES, ("lower", "hold", "lift", "hold")))
    >>> tempo_in_words(Tempo(3000, 1000, 1000, 0, frozenset({"concentric"})), "eccentric", plain)
    'lower 3 s, hold 1 s, lift fast'
    """
    if isinstance(tempo, str):
        return tempo
    if isinstance(tempo, Ramp):
        first, last = (tempo_in_words(end, starts_with, words) for end in (tempo.start, tempo.end))
        return f"{first}; by the last set {last}"
    return ", ".join(
        f"{words[phase]} fast" if phase in tempo.explosive else f"{words[phase]} {in_words(tempo.of(phase))}"
        for phase in performed_order(starts_with)
        if tempo.of(phase)
    )


def written(value: Any) -> str:
    """The characters a number had in its file (`0131` keeps its nought), or the value as text."""
    return str(getattr(value, "written", value)).strip()


def _looks_like_notation(text: str) -> bool:
    return bool(_DIGITS.fullmatch(text)) or all(_PART.fullmatch(part.strip()) for part in re.split("[-:/]", text))


def _notation(text: str) -> Tempo:
    separators = {character for character in text if character in "-:/"}
    parts = list(text) if _DIGITS.fullmatch(text) else [part.strip() for part in re.split("[-:/]", text)]
    if len(parts) == len(PHASES) - 1:
        parts.append("0")
    if len(parts) != len(PHASES) or len(separators) > 1 or not all(map(_PART.fullmatch, parts)):
        raise ValueError(f"`{text[:40]}` is no tempo; write four figures {_FORMS}")
    return _tempo(parts)


def _tempo(parts: list[str]) -> Tempo:
    explosive = frozenset(phase for phase, part in zip(PHASES, parts, strict=True) if part in "Xx")
    return Tempo.of_parts(map(_part_ms, parts), explosive)


def _part_ms(part: str) -> int:
    if part in {"X", "x"}:
        return EXPLOSIVE_MS
    if not _PART.fullmatch(part):
        raise ValueError(f"`{part[:40]}` is no part of a tempo: write seconds from 0 to 60, or X")
    ms = Decimal(part) * 1000
    if ms > LONGEST_PART_MS:
        raise ValueError("each part of a tempo lasts 0 to 60 s")
    if ms % 1:
        raise ValueError("each part of a tempo lasts whole milliseconds")
    return int(ms)


def _tempo_of_parts(value: Mapping[Any, Any]) -> Tempo:
    for key in value:
        if key not in PHASES:
            raise ValueError(f"unknown part `{key}` of a tempo{did_you_mean(str(key), PHASES)}")
    return _tempo([written(value.get(phase, 0)) for phase in PHASES])


def _ramp(value: Mapping[Any, Any]) -> Ramp:
    if value.keys() != {"from", "to"}:
        raise ValueError("a ramp has just `from` and `to`, such as {from: 3-1-3-1, to: 4-2-4-2}")
    ends = [parse_tempo(value[end]) for end in ("from", "to")]
    start, end = ends
    if not isinstance(start, Tempo) or not isinstance(end, Tempo):
        raise ValueError("a ramp goes from one tempo in figures to another")  # noqa: TRY004  see above
    return Ramp(start, end)
