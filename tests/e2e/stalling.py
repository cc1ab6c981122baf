"""The program itself, with a main thread that stands still for 1 s every 3 s. Run as a script."""

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tempo_trainer.cli import main

STALL_S = 1.0
EVERY_MS = 3000


def stall() -> None:
    """Keep the main thread, and the interpreter's lock, busy."""
    end = time.monotonic() + STALL_S
    while time.monotonic() < end:
        pass


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    timer = QTimer()
    timer.timeout.connect(stall)
    timer.start(EVERY_MS)
    main()
