"""One measurement of the picture, printed as JSON: painted.py frames|session|paused|bare."""

import json
import sys
import time
from collections.abc import Callable

import numpy as np
from looking import Clock
from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from tempo_trainer.folders import find_folders
from tempo_trainer.session.clock import NS_PER_MS, SystemClock
from tempo_trainer.session.clock import Clock as AnyClock
from tempo_trainer.session.commands import Command
from tempo_trainer.session.conductor import Conductor
from tempo_trainer.session.hearing import Hearing
from tempo_trainer.session.player import Player
from tempo_trainer.ui.figure.figures import load_figures
from tempo_trainer.ui.session.page import SessionPage
from tempo_trainer.ui.themes import DARK
from tempo_trainer.workout.loader import load_timeline, shipped_names

SIZE = 1920, 1080
FRAMES = 3600  # a minute
SECONDS = 8


def page(clock: AnyClock) -> SessionPage:
    """The intermediate workout, on a stage of the whole size."""
    names = shipped_names()
    timeline = load_timeline(find_folders().shipped_workouts / "intermediate.yaml", names)
    made = SessionPage(DARK, load_figures(), lambda _: None)
    made.resize(*SIZE)
    made.show()
    made.open(Conductor(Player(timeline, clock), names.presets, Hearing(), lambda _: None))
    QApplication.processEvents()
    return made


def frames() -> dict[str, float]:
    """Each frame as it is painted in a session: the parts that have changed, and the whole."""
    clock = Clock()
    shown = page(clock)
    shown.do(Command.GO_OR_PAUSE)
    times, whole = [], []
    for number in range(FRAMES):
        clock.now += round(1000 / 60 * NS_PER_MS)
        begin = time.perf_counter()
        shown.refresh()
        QApplication.processEvents()
        times.append(time.perf_counter() - begin)
        if number % 20 == 0:
            begin = time.perf_counter()
            shown.stage.repaint()
            whole.append(time.perf_counter() - begin)
    return {
        "median": float(np.median(times)) * 1000,
        "p99": float(np.percentile(times, 99)) * 1000,
        "whole": float(np.percentile(whole, 99)) * 1000,
    }


class Bare(QWidget):
    """A shape of 600×600 that goes to and fro."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(*SIZE)
        self._number = 0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._move)
        self._timer.start(16)  # 60 Hz

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """A disc."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(event.rect(), QColor("black"))
            painter.setBrush(QColor("white"))
            painter.drawEllipse(self._box())

    def _box(self) -> QRectF:
        return QRectF(100 + 300 * abs(self._number % 120 / 60 - 1), 100, 600, 600)

    def _move(self) -> None:
        before = self._box()
        self._number += 1
        self.update(before.united(self._box()).toAlignedRect())


def share(begin: Callable[[], object]) -> dict[str, float]:
    """Processor time over time, in seconds that pass while the event loop runs."""
    kept = begin()
    application = QApplication.instance()
    used: list[float] = []

    def note() -> None:
        used.append(time.process_time())

    QTimer.singleShot(1000, note)
    QTimer.singleShot(1000 + SECONDS * 1000, note)
    QTimer.singleShot(1000 + SECONDS * 1000, QApplication.quit)
    if application:
        application.exec()
    del kept
    return {"share": (used[1] - used[0]) / SECONDS}


def running() -> SessionPage:
    """A session by the machine's own clock, in its second exercise."""
    made = page(SystemClock())
    made.do(Command.GO_OR_PAUSE)
    for _ in range(2):
        made.do(Command.NEXT)
    return made


def paused() -> SessionPage:
    """The same, paused."""
    made = running()
    made.do(Command.GO_OR_PAUSE)
    return made


def bare() -> Bare:
    """Shown."""
    made = Bare()
    made.show()
    return made


SUBJECTS: dict[str, Callable[[], dict[str, float]]] = {
    "frames": frames,
    "session": lambda: share(running),
    "paused": lambda: share(paused),
    "bare": lambda: share(bare),
}

if __name__ == "__main__":
    QImage()  # loads what painting needs
    application = QApplication(sys.argv[:1])
    print(json.dumps(SUBJECTS[sys.argv[1]]()))
