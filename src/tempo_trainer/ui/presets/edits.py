"""What can be done to the presets, and what is said of them. Plain functions and values, no Qt."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from tempo_trainer.workout.tempo import Ramp, Tempo, is_preset_name

Presets = Mapping[str, Tempo | Ramp]

LONGEST_NAME = 60
NEW_NAME = "my tempo"
NEW_TEMPO = Tempo(3000, 1000, 3000, 1000)
_NUMBER = 6  # letters that a number behind a name may take
_NAMED_USES = 3  # workouts that are named; of more, how many there are


@dataclass(frozen=True)
class Preset:
    """One of the list. `built_in` is what this name means as shipped, if it means anything."""

    name: str
    tempo: Tempo | Ramp
    own: bool
    built_in: Tempo | Ramp | None = None

    @property
    def hides(self) -> bool:
        """Whether it stands in front of a built-in one."""
        return self.own and self.built_in is not None


def listed(own: Presets, built_in: Presets) -> tuple[Preset, ...]:
    """The user's own by name, then the built-in ones in their order; one that is hidden is there as what hides it."""
    new = sorted(own.keys() - built_in.keys(), key=str.casefold)
    return (
        *(Preset(name, own[name], own=True) for name in new),
        *(Preset(name, own.get(name, tempo), name in own, tempo) for name, tempo in built_in.items()),
    )


def put(own: Presets, built_in: Presets, name: str, tempo: Tempo | Ramp) -> Presets:
    """With another tempo of this name; a built-in one that is as shipped is none of the user's own."""
    return without(own, name) if built_in.get(name) == tempo else {**own, name: tempo}


def without(own: Presets, name: str) -> Presets:
    """Without this one; what was built in under its name comes back."""
    return {key: tempo for key, tempo in own.items() if key != name}


def renamed(own: Presets, old: str, new: str) -> Presets:
    """With another name, in the same place of the file."""
    return {new if key == old else key: tempo for key, tempo in own.items()}


def plain_name(typed: str) -> str:
    """What was typed, without spaces around it and with single ones in it."""
    return " ".join(typed.split())


def name_problem(name: str, taken: Iterable[str]) -> str:
    """Why a preset cannot be called so, in words; empty if it can."""
    if not name:
        return "A preset needs a name."
    if len(name) > LONGEST_NAME or not name.isprintable():
        return f"A name is plain text of at most {LONGEST_NAME} letters."
    if not name[0].isalpha():
        return "Begin the name with a letter."
    if not is_preset_name(name):
        return "This reads as a tempo. Give it another name."
    if name in taken:
        return f"There is a preset called “{name}” already."
    return ""


def unused_name(wanted: str, taken: Iterable[str]) -> str:
    """The name, or with a number behind it.

    >>> unused_name("slow", ["slow", "slow 2"]), unused_name("slow 2", ["slow 2"])
    ('slow 3', 'slow 3')
    """
    names = set(taken)
    stem, _, number = wanted.rpartition(" ")
    stem = (stem if stem and number.isdecimal() else wanted)[: LONGEST_NAME - _NUMBER].rstrip()
    return wanted if wanted not in names else next(name for name in _numbered(stem) if name not in names)


def used_in(workouts: Sequence[str]) -> str:
    """Where a preset is used, for a sentence.

    >>> used_in(["A"]), used_in(list("ABC")), used_in(list("ABCDE"))
    ('“A”', '“A”, “B” and “C”', '“A”, “B”, “C” and 2 more')
    """
    told = [f"“{name}”" for name in workouts[:_NAMED_USES]]
    if (rest := len(workouts) - len(told)) > 0:
        told.append(f"{rest} more")
    return " and ".join([", ".join(told[:-1]), told[-1]] if len(told) > 1 else told)


def short(tempo: Tempo | Ramp) -> str:
    """The notation, as lists show it."""
    return str(tempo).replace(" to ", " → ")


def _numbered(stem: str) -> Iterator[str]:
    return (f"{stem} {number}" for number in count(2))
