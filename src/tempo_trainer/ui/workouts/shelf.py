"""The shelf: all workouts of the folders as they are on disk now. Read in a thread, told in the shelf's own."""

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from threading import Event, Thread

from PySide6.QtCore import QObject, QTimer, Signal

from tempo_trainer.ui.workouts.entries import Entry, State
from tempo_trainer.ui.workouts.scanning import Batch, Listing, Place, batches, list_files
from tempo_trainer.ui.workouts.watching import Watch
from tempo_trainer.workout.model import Names

CLOSE_S = 2.0
SOON_MS = 400
REST_S = 0.0005  # after each file the window's thread gets its turn at the interpreter,
SETTLE_MS = 5  # and after each batch it may show it in peace: it would wait for the interpreter in every row
MOST_SETTLE_S = 0.5  # it is busy with something else then

_UNREAD: State = (-1, -1, -1)

log = logging.getLogger(__name__)


class Shelf(QObject):
    """Tells of entries that came or changed (`arrived`), of paths that are `gone`, and when all has been `read`.

    `reread` names files that were read again, also where only a comment in them has changed.

    `begin` starts to read and to watch. `names` is asked anew at each look: presets may have changed since.
    """

    arrived = Signal(object)
    gone = Signal(object)
    reread = Signal(object)
    read = Signal()
    _batch = Signal(object)
    _scanned = Signal(object)

    def __init__(
        self, shipped: Path, own: Path, names: Callable[[], Names], tell: Callable[[str, str], None] = lambda *_: None
    ) -> None:
        super().__init__()
        self.own = own
        self.names = names
        self.entries: Mapping[Path, Entry] = {}
        self.complete = False  # all that was there has been read once
        self._places = (Place(shipped, own=False), Place(own, own=True))
        self._tell = tell
        self._seen = False  # the user's folder has been there
        self._busy = self._again = self._anew = False
        self._stop, self._settled = Event(), Event()
        self._thread: Thread | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self.refresh)
        self._watch = Watch([shipped, own], self)
        self._watch.changed.connect(self.refresh)
        self._batch.connect(self._take)
        self._scanned.connect(self._end)

    def refresh(self) -> None:
        """Look whether anything has changed; the answer arrives later."""
        self._again = self._busy
        if self._busy or self._stop.is_set():
            return
        self._busy = True
        self._watch.watch_folders()
        known = {path: _UNREAD if self._anew else entry.state for path, entry in self.entries.items()}
        self._anew = False
        self._thread = Thread(target=self._scan, args=(known, self.names()), name="shelf", daemon=True)
        self._thread.start()

    def read_again(self) -> None:
        """Read everything anew, once what names mean has stopped changing: it does with each key typed in a preset."""
        self._anew = True
        self._soon.start()

    def uses(self) -> Mapping[str, Sequence[str]]:
        """Which workouts use which presets, both by name."""
        found: dict[str, list[str]] = {}
        for entry in sorted(self.entries.values(), key=lambda entry: entry.rank):
            for preset in entry.presets:
                found.setdefault(preset, []).append(entry.name)
        return found

    def close(self) -> None:
        """Stop reading and watching.

        It goes in the window's thread: Python's garbage collector, which may run in any, must not be what ends it.
        """
        self._stop.set()
        self._settled.set()
        if self._thread:
            self._thread.join(CLOSE_S)
        self.deleteLater()

    def _scan(self, known: Mapping[Path, State], names: Names) -> None:
        """In the thread."""
        listed: list[tuple[Place, Listing]] = []
        try:
            listed = [(place, list_files(place.folder)) for place in self._places]
            for batch in batches(listed, known, names, self._rest):
                self._settled.clear()
                if self._stop.is_set():
                    return
                self._batch.emit(batch)
                self._settled.wait(MOST_SETTLE_S)
        except Exception:
            log.exception("The workouts could not be read")
        if not self._stop.is_set():
            self._scanned.emit(listed)

    def _rest(self) -> bool:
        time.sleep(REST_S)
        return not self._stop.is_set()

    def _take(self, batch: Batch) -> None:
        before = self.entries
        read = {entry.path: entry for entry in batch.entries}
        self.entries = {path: entry for path, entry in before.items() if path not in batch.gone} | read
        self._watch.watch_files({path: entry.state[0] for path, entry in read.items()})
        if batch.gone:
            self._watch.forget(batch.gone)
            self.gone.emit(batch.gone)
        if changed := tuple(entry for entry in batch.entries if before.get(entry.path) != entry):
            self.arrived.emit(changed)
        if again := read.keys() & before.keys():
            self.reread.emit(again)
        QTimer.singleShot(SETTLE_MS, self._settled.set)

    def _end(self, listed: Sequence[tuple[Place, Listing]]) -> None:
        self._busy = False
        if self._stop.is_set():  # nobody is left to be told
            return
        for place, listing in listed:
            if place.own:
                self._tell("workouts", _trouble(place.folder, listing, seen=self._seen))
                self._seen |= listing.there
        self.complete = True
        self.read.emit()
        if self._again:
            self.refresh()


def _trouble(folder: Path, listing: Listing, *, seen: bool) -> str:
    if listing.trouble:
        reason = listing.trouble.strerror or listing.trouble
        return f"The folder {folder} cannot be read ({reason}): may you open it?"
    if seen and not listing.there:
        return f"The folder {folder} is gone. Your workouts are here again as soon as it is back."
    return ""
