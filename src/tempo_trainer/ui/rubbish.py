"""Collecting rubbish in the window's thread only.

Python collects it in whichever thread makes it due. Objects of Qt's that are rubbish would then end in the thread that
sounds or reads files, and those with timers take the program with them (seen in Shelf's tests).
"""

import gc

from PySide6.QtCore import QObject, QTimer

OFTEN_MS = 1000


class Collector(QObject):
    """Takes over from Python."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()  # what is there now stays: it need not be looked through again
        timer = QTimer(self)
        timer.setInterval(OFTEN_MS)
        timer.timeout.connect(self.collect_young)
        timer.start()
        self.destroyed.connect(gc.enable)

    def collect_young(self) -> None:
        """What was made lately: a moment's work."""
        gc.collect(1)

    def collect_all(self) -> None:
        """It takes up to 40 ms: for when the user goes to another page, never for when something moves or is typed."""
        gc.collect()
