"""Keys typed into the builder with a long workout open, and what each one took; printed as JSON."""

import json
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tempo_trainer.ui.builder.forms import Forms
from tempo_trainer.ui.builder.page import BuilderPage
from tempo_trainer.ui.figure.figures import load_figures
from tempo_trainer.ui.rep.course import Rehearsal
from tempo_trainer.ui.styles import style_sheet
from tempo_trainer.ui.themes import DARK
from tempo_trainer.workout.loader import shipped_names

BLOCKS = 200
KEYS = 60
PAUSES_MS = (40, 200)  # fast, and so slowly that the plan is made anew between two keys


def long_workout() -> dict[str, object]:
    """Of twenty thousand steps and seventeen hours."""
    block = {"exercise": "single-leg-romanian-deadlift", "sets": 3, "reps": 4, "tempo": "3-1-3-1", "note": "Slowly."}
    return {"format": 1, "name": "Long", "rest": 30, "rest_after": 30, "blocks": [dict(block) for _ in range(BLOCKS)]}


def main() -> None:
    """Type."""
    application = QApplication(sys.argv[:1])
    application.setStyleSheet(style_sheet(DARK))
    with tempfile.TemporaryDirectory() as folder:
        silent = Rehearsal(lambda _: None, lambda: None, lambda: None)
        forms = Forms(DARK, load_figures(), silent)
        page = BuilderPage(DARK, shipped_names(), Path(folder), Path(folder), forms, lambda _topic, _text: None)
        page.resize(1200, 760)
        page.show()
        page.document.begin(long_workout(), None, None)
        page.choose(("blocks", BLOCKS // 2))
        page.form.enter(("blocks", BLOCKS // 2, "note"))
        _wait(1000)
        if page.document.timeline is None:
            raise RuntimeError("the plan is part of what is measured")
        times = [_key(page, pause) for pause in PAUSES_MS for _ in range(KEYS)]
        page.close_page()
    print(json.dumps({"median": float(np.median(times)) * 1000, "worst": max(times) * 1000}))


def _wait(ms: int) -> None:
    """In Qt's own loop, so that the other threads may run: QTest's wait keeps the interpreter's lock."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def _key(page: BuilderPage, pause: int) -> float:
    _wait(pause)
    begin = time.perf_counter()
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_X)
    QApplication.processEvents()
    return time.perf_counter() - begin


if __name__ == "__main__":
    main()
