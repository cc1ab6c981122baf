"""The entries of the library: each workout file with its plan, or its problems. Read off the main thread."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QRunnable, Signal

from tempo_trainer.workout.loader import load_timeline
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.problems import ProblemsError
from tempo_trainer.workout.timeline import Timeline

_LEVELS = ("beginner", "intermediate", "advanced", None)


@dataclass(frozen=True)
class Entry:
    """One file: `timeline` if it is good, `problems` if not."""

    path: Path
    own: bool
    timeline: Timeline | None = None
    problems: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What the list calls it."""
        return self.timeline.workout.name if self.timeline else self.path.name


def read_entries(shipped: Path, own: Path, names: Names) -> Sequence[Entry]:
    """All workouts: the shortest way in first, then the shipped ones by level, then the user's own by name."""
    entries = [_entry(path, names, own=False) for path in sorted(shipped.glob("*.yaml"))]
    entries += [_entry(path, names, own=True) for path in sorted(own.glob("*.yaml"))]
    return sorted(entries, key=_rank)


class Reading(QRunnable):
    """Reads the library in a thread of the pool and hands the entries back to the main thread."""

    class _Done(QObject):
        entries = Signal(object)

    def __init__(self, read: Callable[[], Sequence[Entry]], then: Callable[[Sequence[Entry]], None]) -> None:
        super().__init__()
        self._read = read
        self._done = Reading._Done()
        self._done.entries.connect(then)

    def run(self) -> None:
        """Called by the pool."""
        self._done.entries.emit(self._read())


def _entry(path: Path, names: Names, *, own: bool) -> Entry:
    try:
        return Entry(path, own, timeline=load_timeline(path, names))
    except ProblemsError as error:
        return Entry(path, own, problems=tuple(map(str, error.problems)))


def _rank(entry: Entry) -> tuple[bool, bool, int, str]:
    workout = entry.timeline.workout if entry.timeline else None
    level = workout.level if workout else None
    first = workout is not None and "first-try" in workout.tags
    return entry.own, not first, _LEVELS.index(level), entry.name.casefold()
