"""The library with two thousand workouts in the user's folder, in a process of its own; prints what it measured."""

import json
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QApplication

from tempo_trainer.folders import find_folders
from tempo_trainer.session.hearing import Hearing
from tempo_trainer.ui.styles import style_sheet
from tempo_trainer.ui.themes import DARK
from tempo_trainer.ui.workouts.page import WorkoutsPage
from tempo_trainer.ui.workouts.shelf import Shelf
from tempo_trainer.workout.loader import shipped_names

HEARTBEAT_MS = 1


class Pauses:
    """The longest time in which the window's thread could not do anything else."""

    def __init__(self) -> None:
        self.longest_ms = 0.0
        self._since = QElapsedTimer()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)

    def begin(self) -> None:
        """From now on."""
        self.longest_ms = 0.0
        self._since.start()
        self._timer.start(HEARTBEAT_MS)

    def _beat(self) -> None:
        self.longest_ms = max(self.longest_ms, self._since.nsecsElapsed() / 1e6 - HEARTBEAT_MS)
        self._since.restart()


def fill(folder: Path, count: int) -> None:
    """The shipped workouts, again and again under other names."""
    texts = [path.read_text() for path in sorted(find_folders().shipped_workouts.glob("*.yaml"))]
    for number in range(count):
        text = texts[number % len(texts)].replace("name: ", f"name: {number:04} ", 1)
        (folder / f"workout-{number:04}.yaml").write_text(text)


def measure(folder: Path) -> dict[str, float]:
    """Show the page, fill it, search in it."""
    application = QApplication(sys.argv[:1])
    application.setStyleSheet(style_sheet(DARK))
    folders, names = find_folders(), shipped_names()
    begin = time.perf_counter()
    shelf = Shelf(folders.shipped_workouts, folder, lambda: names)
    page = WorkoutsPage(DARK, shelf, folders.sounds, Hearing, lambda *_: None)
    page.resize(1200, 760)
    page.show()
    application.processEvents()
    told = {"shown_ms": (time.perf_counter() - begin) * 1000}
    pauses = Pauses()
    shelf.read.connect(application.quit)
    QTimer.singleShot(0, pauses.begin)
    begin = time.perf_counter()
    shelf.refresh()
    application.exec()
    told |= {"complete_s": time.perf_counter() - begin, "pause_ms": pauses.longest_ms, "count": float(page.list.shown)}
    begin = time.perf_counter()
    page.search.setText("00")
    application.processEvents()
    told["search_ms"] = (time.perf_counter() - begin) * 1000
    (folder / "workout-0007.yaml").write_text("format: 2\n")
    begin = time.perf_counter()
    pauses.begin()
    application.exec()
    told |= {"again_ms": (time.perf_counter() - begin) * 1000, "again_pause_ms": pauses.longest_ms}
    shelf.close()
    return told


if __name__ == "__main__":
    with TemporaryDirectory() as place:
        fill(Path(place), int(sys.argv[1]))
        print(json.dumps(measure(Path(place))))
