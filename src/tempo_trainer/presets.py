"""The user's presets, kept as presets.yaml in the user's folder."""

from collections.abc import Callable
from pathlib import Path

from tempo_trainer.background import BackgroundFile
from tempo_trainer.preset_file import PresetFile, Presets
from tempo_trainer.workout.model import Names

OTHERS = (
    "Another window or program has changed your presets too. Its changes are kept; "
    "you see them here when you start the program again."
)


class KeptPresets:
    """The presets that hold now, the user's own in front of the shipped ones. Written in the background.

    A file that could not be read is not written over: the user may want to mend it.
    """

    def __init__(self, path: Path, shipped: Names) -> None:
        self.shipped = shipped
        self.listeners: list[Callable[[Names], None]] = []  # told of each change
        self._disk = PresetFile(path)
        self.own, self.doubt = self._disk.holds, self._disk.doubt
        self.file = BackgroundFile[Presets](path, "presets", self._write)

    @property
    def names(self) -> Names:
        """The exercises and presets that a workout may name."""
        return Names(self.shipped.exercises, {**self.shipped.presets, **self.own})

    def change(self, own: Presets) -> None:
        """From now on these are the user's."""
        if own == self.own:
            return
        if not self.doubt:
            self._disk.note(self.own, own)
        self.own = own
        if not self.doubt:
            self.file.put(own)
        for listener in self.listeners:
            listener(self.names)

    def close(self) -> None:
        """Everything is on disk, but for a disk that hangs."""
        self.file.close()

    def _write(self, own: Presets) -> None:
        if self._disk.write(own):
            self.file.tell("presets of others", OTHERS)
