"""Does to workout files what the library's menu offers, and says on the strip what has become of it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from tempo_trainer.files import file_name
from tempo_trainer.session.hearing import Hearing
from tempo_trainer.ui.errands import Errands
from tempo_trainer.ui.strip import UNDO, Strip
from tempo_trainer.ui.workouts import deeds
from tempo_trainer.ui.workouts.actions import Deed
from tempo_trainer.ui.workouts.dialogs import SOUND_FILES, WORKOUT_FILES, ask_for_files, ask_where_to_save
from tempo_trainer.ui.workouts.entries import Entry
from tempo_trainer.ui.workouts.exporting import Exports
from tempo_trainer.ui.workouts.recording import Recording
from tempo_trainer.ui.workouts.shelf import Shelf

TOPIC = "library"
MOST_TOLD = 3  # sentences


class Handling(QObject):
    """`made` names a file that is to be chosen in the list as soon as it is there."""

    made = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        shelf: Shelf,
        strip: Strip,
        exports: Strip,
        sounds: Path,
        hearing: Callable[[], Hearing],
        tell: Callable[[str, str], None],
    ) -> None:
        super().__init__(parent)
        self._parent = parent
        self._shelf = shelf
        self._strip = strip
        self._sounds = sounds
        self._hearing = hearing
        self._tell = tell
        self._errands = Errands(self)
        self._errands.failed.connect(lambda why: tell(TOPIC, why))
        self._deleted: list[tuple[Path, Path]] = []  # where it is in the trash, and where it was
        self.exports = Exports(exports, self.open_folder, self)
        self.exports.failed.connect(lambda why: tell(TOPIC, why))

    def do(self, deed: Deed, entry: Entry) -> None:
        """One of the deeds that need no more than the workout."""
        match deed:
            case "duplicate":
                self.duplicate(entry)
            case "delete":
                self.delete(entry)
            case "export":
                self.export(entry)
            case "record":
                self.record(entry)
            case "open_folder":
                self.open_folder(entry.path.parent)

    def duplicate(self, entry: Entry) -> None:
        """A copy among the user's own."""
        taken = {other.name for other in self._shelf.entries.values()}
        self._run(lambda: deeds.duplicate(entry.path, entry.name, taken, self._shelf.own), self._made)

    def rename(self, entry: Entry, name: str) -> None:
        """Another name; that of the file where it has no other."""
        if entry.good:
            self._run(lambda: deeds.rename(entry.path, entry.name, name), self._made)
        else:
            self._run(lambda: deeds.rename_file(entry.path, name.removesuffix(entry.path.suffix)), self._made)

    def delete(self, entry: Entry) -> None:
        """To the trash, and back if it was a mistake."""

        def offer(trashed: Path) -> None:
            self._shelf.refresh()
            self._deleted.append((trashed, entry.path))
            self._strip.offer(f"“{entry.name}” is in the trash.", UNDO, self._restore)

        self._run(lambda: deeds.to_trash(entry.path), offer)

    def step_back(self) -> None:
        """Take back the last deletion, whatever the strip tells of by now."""
        if not self._strip.undo():
            self._restore()

    def ask_what_to_bring_in(self) -> None:
        """Which files are to be copied to the user's own."""
        ask_for_files(self._parent, "Import workouts", self.bring_in)

    def bring_in(self, files: Sequence[Path]) -> None:
        """Copies of these files among the user's own."""
        self._tell(TOPIC, "")
        self._errands.run(lambda: deeds.bring_in_all(files, self._shelf.own), self._brought_in)

    def export(self, entry: Entry) -> None:
        """A copy to hand on, where the user says."""
        ask_where_to_save(
            self._parent, "Export a copy", _stem(entry), WORKOUT_FILES, lambda to: self.write_copy(entry, to)
        )

    def write_copy(self, entry: Entry, to: Path) -> None:
        """A copy to hand on."""
        names = self._shelf.names()
        self._tell(TOPIC, "")
        self._errands.run(lambda: deeds.export(entry.path, to, names), self._exported)

    def record(self, entry: Entry) -> None:
        """The whole session as a sound file, where the user says."""
        ask_where_to_save(
            self._parent, "Export as sound", _stem(entry), SOUND_FILES, lambda to: self.write_sound(entry, to)
        )

    def write_sound(self, entry: Entry, to: Path) -> None:
        """The whole session as a sound file, after those that are being written."""
        if to.suffix.lower().removeprefix(".") not in SOUND_FILES:
            self._tell(TOPIC, f"The name of a sound file ends with .{', .'.join(SOUND_FILES)}: choose one of these.")
            return
        self.exports.add(Recording(entry.path, to, self._shelf.names(), self._sounds, self._hearing()))

    def open_folder(self, folder: Path) -> None:
        """In the system's file manager."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._tell(TOPIC, f"No file manager was found. The folder is {folder}")

    def _run(self, do: Callable[[], Path], done: Callable[[Path], None]) -> None:
        self._tell(TOPIC, "")
        self._errands.run(do, done)

    def _made(self, path: Path) -> None:
        self.made.emit(path)
        self._shelf.refresh()

    def _brought_in(self, outcome: deeds.BroughtIn) -> None:
        """One summary for all of them."""
        if outcome.files:
            self._made(outcome.files[-1])
        if outcome.failures:
            self._tell(TOPIC, _summary(outcome))
        elif len(outcome.files) > 1:
            self._strip.offer(f"{len(outcome.files)} workouts are imported.")

    def _restore(self) -> None:
        if self._deleted:
            trashed, path = self._deleted.pop()
            self._run(lambda: deeds.restore(trashed, path), self._made)

    def _exported(self, copy: deeds.Exported) -> None:
        lost = ". It has your presets in it, and lost its comments" if copy.rewritten else ""
        self._strip.offer(f"The copy is {copy.to}{lost}", "Open folder", lambda: self.open_folder(copy.to.parent))


def _stem(entry: Entry) -> str:
    return file_name(entry.name) if entry.good else entry.path.stem


def _summary(outcome: deeds.BroughtIn) -> str:
    """What was not imported and why, as far as there is room for it."""
    told, more = outcome.failures[:MOST_TOLD], len(outcome.failures) - MOST_TOLD
    rest = [f"{more} more could not be imported."] if more > 0 else []
    done = [f"The other {len(outcome.files)} are imported."] if len(outcome.files) > 1 else []
    return " ".join((*told, *rest, *done))
