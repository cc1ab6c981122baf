"""What the library knows of a workout file: small, plain and frozen, so that thousands of them cost little."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from tempo_trainer.workout.export import exercise_lines, length, tension
from tempo_trainer.workout.loader import load_timeline
from tempo_trainer.workout.model import Names, Workout
from tempo_trainer.workout.problems import Problem, ProblemsError
from tempo_trainer.workout.timeline import Timeline
from tempo_trainer.workout.uses import presets_used

State = tuple[int, int, int]  # inode, size and time of change: what tells one state of a file from another

_LEVELS = ("beginner", "intermediate", "advanced", None)


@dataclass(frozen=True)
class Entry:
    """One file. With `problems` there is nothing else to tell of it but its name, which is then the file's."""

    path: Path
    own: bool
    name: str
    summary: str = ""
    level: str = ""
    length: str = ""
    tension: str = ""
    equipment: tuple[str, ...] = ()
    exercises: tuple[tuple[str, str], ...] = ()  # name, and what is done of it
    presets: frozenset[str] = frozenset()  # used, and not the file's own
    problems: tuple[Problem, ...] = ()
    rank: str = ""  # sorts the entries
    search: str = ""  # what a search looks in, folded
    state: State = field(default=(0, 0, 0), compare=False)

    @property
    def good(self) -> bool:
        """Whether it can be performed."""
        return not self.problems


def read_entry(path: Path, names: Names, *, own: bool, state: State = (0, 0, 0)) -> Entry:
    """Read one file, whatever is in it."""
    try:
        return _entry(path, load_timeline(path, names), state, own=own)
    except ProblemsError as error:
        problems = tuple(replace(problem, file=path.name) for problem in error.problems)
        rank = _rank(path.name, None, own=own)
        return Entry(path, own, path.name, problems=problems, rank=rank, search=folded(path.name), state=state)


def folded(text: str) -> str:
    """The text as a search compares it: small letters without accents, so that `uben` finds `Üben`.

    >>> folded("Müde Beine")
    'mude beine'
    """
    if text.isascii():  # most are, and it is done for each session of the history
        return text.casefold()
    parts = unicodedata.normalize("NFKD", text.casefold())
    if parts.isascii():  # most are, and thousands are looked through with each key
        return parts
    return "".join(part for part in parts if not unicodedata.combining(part))


def _entry(path: Path, timeline: Timeline, state: State, *, own: bool) -> Entry:
    workout = timeline.workout
    pairs = [line.split(": ", 1) for line in exercise_lines(timeline)]
    exercises = tuple((name, amount) for name, amount in pairs)
    equipment = _equipment(thing for bout in timeline.bouts for thing in bout.exercise.equipment)
    words = (workout.name, workout.level or "", *workout.tags, *equipment, *(name for name, _ in exercises), path.stem)
    return Entry(
        path,
        own,
        workout.name,
        workout.summary,
        (workout.level or "").capitalize(),
        length(timeline),
        tension(timeline),
        equipment,
        exercises,
        presets_used(workout),
        rank=_rank(workout.name, workout, own=own),
        search=folded(" ".join(words)),
        state=state,
    )


def _equipment(things: Iterable[str]) -> tuple[str, ...]:
    everything = {thing[0].lower() + thing[1:] for thing in things}
    return tuple(sorted(thing for thing in everything if "(optional)" not in thing))


def _rank(name: str, workout: Workout | None, *, own: bool) -> str:
    """Shipped ones first and by level, the shortest way in before all; then the user's own, by name."""
    first = workout is not None and "introduction" in workout.tags
    level = 0 if own else _LEVELS.index(workout.level if workout else None)
    return f"{own:d}{own or not first:d}{level}{name.casefold()}"
