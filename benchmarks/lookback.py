"""The history screen with years of sessions, in a process of its own; prints what it measured.

`lookback.py screen`: the sessions; `charts`: with their library imported ahead; `charts-cold`: without.
"""

import json
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import years
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tempo_trainer.history.advice import Suggestion
from tempo_trainer.history.reading import read_sessions
from tempo_trainer.history.records import Session
from tempo_trainer.ui.history.book import Book
from tempo_trainer.ui.history.page import HistoryPage
from tempo_trainer.ui.history.progress.plot import preload
from tempo_trainer.ui.history.progress.view import ProgressView
from tempo_trainer.ui.history.progressing import Progress
from tempo_trainer.ui.rubbish import Collector
from tempo_trainer.ui.styles import palette, style_sheet
from tempo_trainer.ui.themes import DARK, Theme
from tempo_trainer.ui.widgets import button, column, label

Told = Mapping[str, float]
SIZE = 1200, 760


def book_of(path: Path) -> Book:
    """A history that is only looked at."""

    def nothing(_id: int, *_: object) -> None:
        """What is said does not matter here."""

    def no_advice(_sessions: Sequence[Session], _last: Session) -> Suggestion | None:
        return None

    return Book(lambda: read_sessions(path), str, nothing, nothing, nothing, lambda: False, no_advice)


def show_library(application: QApplication) -> None:
    """The program has always shown another page before: fonts are loaded, and the style sheet is read."""
    page, parts = QWidget(), [label(name, "1 ✓ › ▲ ◐ ⚠") for name in ("", "title", "name", "quiet", "section")]
    rows = column(page)
    for part in (*parts, button("Start", "primary")):
        rows.addWidget(part)
    page.show()
    application.processEvents()
    page.hide()


def no_charts(_theme: Theme) -> Progress:
    """The sessions come first; the charts are measured by themselves."""
    return Progress(QWidget(), lambda _: None, lambda _: None)


def preloaded() -> float:
    """Milliseconds for what the window does in a thread ahead: importing the library of the charts."""
    begin = time.perf_counter()
    preload()
    return _ms_since(begin)


def screen(application: QApplication, path: Path) -> Told:
    """From nothing to the list with all its sessions, painted; then once more, as a new session makes it."""
    begin = time.perf_counter()
    page = HistoryPage(DARK, book_of(path), no_charts, lambda _topic, _text: None)
    page.resize(*SIZE)
    page.show()
    application.processEvents()
    shown = _ms_since(begin)
    _wait_until(lambda: bool(page.sessions.list.sessions))
    application.processEvents()
    told = {"shown_ms": shown, "filled_ms": _ms_since(begin), "count": len(page.sessions.list.sessions)}
    begin = time.perf_counter()
    page.sessions.search.setText("left")
    application.processEvents()
    return {**told, "search_ms": _ms_since(begin)}


def charts(application: QApplication, path: Path) -> Told:
    """With the library imported, as the window does ahead."""
    return {"import_ms": preloaded(), **charts_cold(application, path)}


def charts_cold(application: QApplication, path: Path) -> Told:
    """From nothing to the charts of all sessions, painted; then another range."""
    sessions = read_sessions(path)
    begin = time.perf_counter()
    view = ProgressView(DARK)
    view.set_sessions(sessions)
    view.resize(*SIZE)
    view.show()
    application.processEvents()
    told = {"charts_ms": _ms_since(begin)}
    begin = time.perf_counter()
    view.set_sessions(sessions)
    application.processEvents()
    return {**told, "again_ms": _ms_since(begin)}


def _wait_until(true: Callable[[], bool]) -> None:
    """In Qt's own loop: calling processEvents again and again would keep the interpreter from the thread that reads."""
    loop, timer = QEventLoop(), QTimer()
    timer.timeout.connect(lambda: loop.quit() if true() else None)
    timer.start(1)
    loop.exec()


def _ms_since(begin: float) -> float:
    return (time.perf_counter() - begin) * 1000


SUBJECTS: Mapping[str, Callable[[QApplication, Path], Told]] = {
    "screen": screen,
    "charts": charts,
    "charts-cold": charts_cold,
}


def main(subject: str) -> None:
    """Dressed as the program is."""
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    application.setPalette(palette(DARK))
    application.setStyleSheet(style_sheet(DARK))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "history.sqlite3"
        sets = years.fill(path)
        show_library(application)
        Collector(application)  # as in the program: else Python looks for rubbish while the history is read
        print(json.dumps({"sets": sets, **SUBJECTS[subject](application, path)}))


if __name__ == "__main__":
    main(sys.argv[1])
