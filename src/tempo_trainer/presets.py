"""The user's presets, kept as presets.yaml in the user's folder."""

from collections.abc import Callable, Mapping
from pathlib import Path

from tempo_trainer.background import BackgroundFile
from tempo_trainer.files import written_whole
from tempo_trainer.workout.loader import load_presets
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.problems import ProblemsError
from tempo_trainer.workout.tempo import Ramp, Tempo
from tempo_trainer.workout.writer import tempo_as_written
from tempo_trainer.workout.yaml_text import yaml_text

Presets = Mapping[str, Tempo | Ramp]


def load_own_presets(path: Path) -> tuple[Presets, str]:
    """The user's presets, or none and a sentence on what is wrong with their file."""
    if not path.exists():
        return {}, ""
    try:
        return load_presets(path, Names()).presets, ""
    except ProblemsError as error:
        return {}, f"Your presets could not be read: {error.problems[0]}"


def save_own_presets(own: Presets, path: Path) -> None:
    """Write them all; OSError if the disk will not."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml_text({name: tempo_as_written(tempo) for name, tempo in own.items()}) if own else ""
    with written_whole(path) as neighbour:
        neighbour.write_text(text, encoding="utf-8")


class KeptPresets:
    """The presets that hold now, the user's own in front of the shipped ones. Written in the background.

    A file that could not be read is not written over: the user may want to mend it.
    """

    def __init__(self, path: Path, shipped: Names) -> None:
        self.shipped = shipped
        self.listeners: list[Callable[[Names], None]] = []  # told of each change
        self.own, self.doubt = load_own_presets(path)
        self.file = BackgroundFile[Presets](path, "presets", lambda own: save_own_presets(own, path))

    @property
    def names(self) -> Names:
        """The exercises and presets that a workout may name."""
        return Names(self.shipped.exercises, {**self.shipped.presets, **self.own})

    def change(self, own: Presets) -> None:
        """From now on these are the user's."""
        if own == self.own:
            return
        self.own = own
        if not self.doubt:
            self.file.put(own)
        for listener in self.listeners:
            listener(self.names)

    def close(self) -> None:
        """Everything is on disk, but for a disk that hangs."""
        self.file.close()
