"""The one place where everything is built and wired together; nothing else reaches for a global.

Qt and numpy are imported inside the functions that need them: a command waits for its own libraries only.
"""

import logging
import sys
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from tempo_trainer.folders import Folders, names_in_reach
from tempo_trainer.session.clock import Clock, SystemClock
from tempo_trainer.session.player import Player
from tempo_trainer.session.trace import Trace
from tempo_trainer.settings import Settings, load_settings, save_settings

if TYPE_CHECKING:
    from tempo_trainer.audio.playback import Playback, Report
    from tempo_trainer.ui.window import MainWindow
    from tempo_trainer.workout.timeline import Timeline

RING_OUT_MS = 2500  # the last tune is over by then
LOG_BYTES = 500_000

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class WindowOptions:
    """What the command line asked for."""

    timeline: "Timeline | None" = None
    autostart: bool = False
    fullscreen: bool = False
    exit_when_done: bool = False
    trace: Path | None = None


def open_window(options: WindowOptions, folders: Folders) -> int:
    """Run the window until it is closed; the exit status."""
    from PySide6.QtWidgets import QApplication

    from tempo_trainer.ui.theme import THEMES
    from tempo_trainer.ui.window import MainWindow

    application = QApplication.instance() or QApplication(sys.argv[:1])
    settings, doubt = load_settings(folders.settings)
    clock = SystemClock()
    with ExitStack() as stack:
        trace = stack.enter_context(Trace(options.trace, clock)) if options.trace else None
        sound = _Sound(settings, folders, clock, trace)
        stack.callback(sound.close)
        window = MainWindow(THEMES[settings.theme], sound.new_session, trace.frame if trace else lambda _: None)
        sound.tell = window.notices.tell
        stack.enter_context(_faults_told(folders, window))
        _wear(window, settings)
        window.theme_wanted.connect(lambda: _change_theme(window, folders))
        window.notices.tell("settings", doubt)
        _show(window, options)
        _fill_library(window, folders)
        return int(application.exec())


def play_in_terminal(timeline: "Timeline", folders: Folders) -> int:
    """Run the session in the terminal until it ends; the exit status."""
    from PySide6.QtCore import QCoreApplication

    from tempo_trainer.terminal.screen import TerminalSession

    application = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    settings, doubt = load_settings(folders.settings)
    clock = SystemClock()
    sound = _Sound(settings, folders, clock, None)
    session = TerminalSession(sys.stdin, sys.stdout)
    sound.tell = session.tell
    session.tell("settings", doubt)
    try:
        session.run(sound.new_session(timeline))
    finally:
        sound.close()
        del application
    return 0


class _Sound:
    """Makes sessions that are heard. The bank is loaded and the sound thread begun with the first of them."""

    def __init__(self, settings: Settings, folders: Folders, clock: Clock, trace: Trace | None) -> None:
        self.tell: Callable[[str, str], None] = lambda _topic, _text: None
        self._settings = settings
        self._folders = folders
        self._clock = clock
        self._trace = trace
        self._playback: Playback | None = None

    def new_session(self, timeline: "Timeline") -> Player:
        """A player whose stretches are heard and whose states are traced."""
        listeners = [self._begun().news]
        if self._trace:
            listeners.append(self._trace.news)
        return Player(timeline, self._clock, listeners)

    def close(self) -> None:
        """Silence."""
        if self._playback:
            self._playback.close()

    def _begun(self) -> "Playback":
        if self._playback is None:
            from tempo_trainer.audio.bank import load_bank
            from tempo_trainer.audio.output import outputs
            from tempo_trainer.audio.playback import Playback

            bank = load_bank(self._folders.sounds)
            self.tell("sounds", " ".join(bank.problems[:1]))
            self._playback = Playback(outputs(self._settings.output), bank, self._clock, self._report)
        return self._playback

    def _report(self, report: "Report") -> None:
        """Called from the sound thread."""
        from tempo_trainer.audio.playback import Handed, Lost

        if isinstance(report, Handed):
            if self._trace:
                self._trace.passage(report.mono_ns, report.position_ms, report.output)
        else:
            self.tell("sound", report.why if isinstance(report, Lost) else "")


def _show(window: "MainWindow", options: WindowOptions) -> None:
    from PySide6.QtCore import QTimer

    if options.timeline:
        window.open_session(options.timeline)
    if options.exit_when_done:
        window.session.ended.connect(lambda: QTimer.singleShot(RING_OUT_MS, window.close))
    if options.fullscreen:
        window.showFullScreen()
    else:
        window.show()
    if options.autostart:
        QTimer.singleShot(0, window.session.go_or_pause)


def _fill_library(window: "MainWindow", folders: Folders) -> None:
    """Off the main thread."""
    from PySide6.QtCore import QThreadPool

    from tempo_trainer.ui.library.entries import Reading, read_entries

    names, doubts = names_in_reach(folders)
    window.notices.tell("presets", " ".join(doubts[:1]))
    reading = Reading(lambda: read_entries(folders.shipped_workouts, folders.own_workouts, names), window.fill_library)
    QThreadPool.globalInstance().start(reading)


def _wear(window: "MainWindow", settings: Settings) -> None:
    from PySide6.QtWidgets import QApplication

    from tempo_trainer.ui.theme import THEMES, palette, style_sheet

    theme = THEMES[settings.theme]
    application = QApplication.instance()
    if isinstance(application, QApplication):
        application.setStyle("Fusion")
        application.setPalette(palette(theme))
        application.setStyleSheet(style_sheet(theme))
    window.set_theme(theme)


def _change_theme(window: "MainWindow", folders: Folders) -> None:
    settings, _ = load_settings(folders.settings)
    changed = settings.model_copy(update={"theme": "light" if settings.theme == "dark" else "dark"})
    _wear(window, changed)
    try:
        save_settings(changed, folders.settings)
        window.notices.tell("settings", "")
    except OSError as error:
        window.notices.tell("settings", f"The settings cannot be kept ({error.strerror}): is {folders.home} writable?")


class _faults_told:  # noqa: N801  a context manager
    """While it lasts, faults of ours and of Qt's end in the log, ours in a plain sentence too; the session goes on."""

    def __init__(self, folders: Folders, window: "MainWindow") -> None:
        self._file = folders.log
        self._window = window

    def __enter__(self) -> None:
        from PySide6.QtCore import qInstallMessageHandler

        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            handler: logging.Handler = RotatingFileHandler(self._file, maxBytes=LOG_BYTES, backupCount=2, delay=True)
        except OSError:
            handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        logging.getLogger().addHandler(handler)
        sys.excepthook = self._fault
        qInstallMessageHandler(lambda _kind, _context, message: log.warning("Qt: %s", message))

    def __exit__(self, *_: object) -> None:
        from PySide6.QtCore import qInstallMessageHandler

        qInstallMessageHandler(None)
        sys.excepthook = sys.__excepthook__

    def _fault(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.error("A fault of the program", exc_info=(kind, error, trace))
        self._window.notices.tell("fault", f"Something went wrong inside the program and was written to {self._file}.")
