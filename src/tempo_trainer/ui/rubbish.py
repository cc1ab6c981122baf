"""Collecting rubbish in the window's thread only.

Python collects it in whichever thread makes it due. Objects of Qt's that are rubbish would then end in the thread that
sounds or reads files, and those with timers take the program with them (seen in Shelf's tests).
"""

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

OFTEN_MS = 1000
ALL_EVERY = 60  # so many times the young rubbish, then all of it, which takes up to 50 ms


class Collector(QObject):
    """Takes over from Python; `at_rest` says whether nothing moves on the screen now."""

    def __init__(self, parent: QObject, at_rest: Callable[[], bool]) -> None:
        super().__init__(parent)
        self._at_rest = at_rest
        self._turns = 0
        gc.disable()
        gc.freeze()  # what is there now stays: it need not be looked through again
        timer = QTimer(self)
        timer.setInterval(OFTEN_MS)
        timer.timeout.connect(self.collect)
        timer.start()
        self.destroyed.connect(gc.enable)

    def collect(self) -> None:
        """The young rubbish; at times, and only at rest, the old."""
        self._turns += 1
        if self._turns >= ALL_EVERY and self._at_rest():
            self._turns = 0
            gc.collect()
        else:
            gc.collect(1)
