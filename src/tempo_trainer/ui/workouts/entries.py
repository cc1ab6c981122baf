"""The entries of the library: each workout file with its plan, or its problems. Read off the main thread."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal

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


class Reader(QObject):
    """Reads in a thread of the pool; what was read arrives in the thread the reader lives in."""

    entries = Signal(object)

    def start(self, read: Callable[[], Sequence[Entry]]) -> None:
        """Begin to read."""
        QThreadPool.globalInstance().start(lambda: self.entries.emit(read()))


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
