"""The file of the user's presets, which other windows and editors may change as well: nothing of theirs is lost.

What is written is not all the presets that this program knows but what it has changed, put into what the file holds.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tempo_trainer.files import ChangedError, Stamp, save_text, stamp_of
from tempo_trainer.workout.loader import load_presets
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.problems import ProblemsError
from tempo_trainer.workout.tempo import Ramp, Tempo
from tempo_trainer.workout.writer import tempo_as_written
from tempo_trainer.workout.yaml_text import yaml_text

Presets = Mapping[str, Tempo | Ramp]

TRIES = 3  # somebody else may write at the same moment, but hardly three times


@dataclass(frozen=True)
class Change:
    """One preset before and after; None where there was, or is, none."""

    name: str
    before: Tempo | Ramp | None
    after: Tempo | Ramp | None


def changes(old: Presets, new: Presets) -> Iterator[Change]:
    """What leads from one to the other."""
    for name in {**old, **new}:
        if old.get(name) != new.get(name):
            yield Change(name, old.get(name), new.get(name))


def applied(made: Iterable[Change], presets: Presets) -> Presets:
    """The presets with these changes. One that somebody else has changed too stays, under another name."""
    result = dict(presets)
    for change in made:
        held = result.get(change.name)
        is_theirs = held not in {None, change.before, change.after}
        if change.after is not None:
            if held is not None and is_theirs:
                result[_free(change.name, result)] = held
            result[change.name] = change.after
        elif not is_theirs:
            result.pop(change.name, None)
    return result


def load_own_presets(path: Path) -> tuple[Presets, str]:
    """The user's presets, or none and a sentence on what is wrong with their file."""
    if not path.exists():
        return {}, ""
    try:
        return load_presets(path, Names()).presets, ""
    except ProblemsError as error:
        return {}, f"Your presets could not be read: {error.problems[0]}"


class PresetFile:
    """What the file held when it was read or written last. `write` may be called in another thread than the rest."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._pending: deque[Change] = deque()
        self._is_ours = False  # not written yet: there may be comments in it, so a backup is kept
        self._stamp: Stamp | None = None
        self._holds, self.doubt = self._read()

    @property
    def holds(self) -> Presets:
        """The presets in it."""
        return self._holds

    def note(self, old: Presets, new: Presets) -> None:
        """Have what leads from one to the other changed with the next `write`."""
        self._pending.extend(changes(old, new))

    def write(self, own: Presets) -> bool:
        """Change the file; whether somebody else has changed it meanwhile. OSError if the disk will not.

        `own` is what this program knows; its order is taken if nobody else has changed anything.
        """
        met_others = False
        for tried in range(1, TRIES + 1):
            made = list(self._pending)
            after = applied(made, self._holds)
            try:
                self._put(own if after == own else after)
            except ChangedError:
                met_others = self._read_again() or met_others
                if tried == TRIES:
                    raise
            else:
                for _ in made:
                    self._pending.popleft()
                return met_others
        return met_others

    def _put(self, presets: Presets) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        text = yaml_text({name: tempo_as_written(tempo) for name, tempo in presets.items()}) if presets else ""
        self._stamp = save_text(self._path, text, self._stamp, backup=not self._is_ours)
        self._holds, self._is_ours = presets, True

    def _read_again(self) -> bool:
        """Whether it says something else now. A file that is gone takes no preset with it."""
        before, expected, self._is_ours = self._holds, self._stamp, False
        if not self._path.exists():
            self._stamp = None
            return False
        holds, doubt = self._read()
        if doubt:
            self._stamp = expected  # else it would be written over when it is tried again
            raise ChangedError(f"another program has changed their file. {doubt}. Mend it, or delete it.")
        self._holds = holds
        return holds != before

    def _read(self) -> tuple[Presets, str]:
        """The stamp first: a change in between is then noticed when it is written."""
        try:
            self._stamp = stamp_of(self._path)
        except OSError:
            self._stamp = None
        return load_own_presets(self._path)


def _free(name: str, taken: Presets) -> str:
    number = 2
    while (free := f"{name} {number}") in taken:
        number += 1
    return free
