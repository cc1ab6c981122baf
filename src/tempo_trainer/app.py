"""The one place where everything is built and wired together; nothing else reaches for a global.

Qt and numpy are imported inside the functions that need them: a command waits for its own libraries only.
"""

import signal
import sys
import threading
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tempo_trainer.faults import faults_told, stderr_logged
from tempo_trainer.folders import Folders, names_in_reach
from tempo_trainer.session.clock import Clock, SystemClock
from tempo_trainer.session.player import Player
from tempo_trainer.session.trace import Trace
from tempo_trainer.settings import Settings, load_settings, save_settings

if TYPE_CHECKING:
    from tempo_trainer.audio.playback import Playback
    from tempo_trainer.audio.reports import Report
    from tempo_trainer.ui.window import MainWindow
    from tempo_trainer.workout.timeline import Timeline

SOUND_TRIED_S = 5.0  # by then every output has been tried, or is out of order
RING_OUT_MS = 2500  # the last tune is over by then


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

    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Qt's loop would not hear of Ctrl-C
    application = QApplication.instance() or QApplication(sys.argv[:1])
    settings, doubt = load_settings(folders.settings)
    clock = SystemClock()
    with ExitStack() as stack:
        stack.enter_context(stderr_logged(folders.log))
        trace = stack.enter_context(Trace(options.trace, clock)) if options.trace else None
        sound = _Sound(settings, folders, clock, trace)
        stack.callback(sound.close)
        window = MainWindow(THEMES[settings.theme], sound.new_session, trace.frame if trace else lambda _: None)
        if trace:
            trace.tell = window.notices.tell
        sound.tell, sound.ready = window.notices.tell, window.session.sound_ready.emit
        stack.enter_context(faults_told(folders.log, window.notices.tell))
        _wear(window, settings)
        window.theme_wanted.connect(lambda: _change_theme(window, folders))
        window.notices.tell("settings", doubt)
        _show(window, options)
        _fill_library(window, folders)
        return int(application.exec())


def play_in_terminal(timeline: "Timeline", folders: Folders) -> int:
    """Run the session in the terminal until it ends; the exit status."""
    from tempo_trainer.terminal.screen import TerminalSession

    application = _qt_for_sound()
    settings, doubt = load_settings(folders.settings)
    clock = SystemClock()
    sound = _Sound(settings, folders, clock, None)
    session = TerminalSession(sys.stdin, sys.stdout)
    ready = threading.Event()
    sound.tell, sound.ready = session.tell, ready.set
    session.tell("settings", doubt)
    with ExitStack() as stack:
        stack.enter_context(stderr_logged(folders.log))
        stack.callback(sound.close)
        stack.enter_context(faults_told(folders.log, session.tell))
        player = sound.new_session(timeline)
        ready.wait(SOUND_TRIED_S)
        session.run(player)
    del application
    return 0


def _qt_for_sound() -> object:
    """The second sound output needs an application; without Qt the first one has to do."""
    try:
        from PySide6.QtCore import QCoreApplication
    except ImportError:
        return None
    return QCoreApplication.instance() or QCoreApplication(sys.argv[:1])


class _Sound:
    """Makes sessions that are heard. The bank is loaded and the sound thread begun with the first of them."""

    def __init__(self, settings: Settings, folders: Folders, clock: Clock, trace: Trace | None) -> None:
        self.tell: Callable[[str, str], None] = lambda _topic, _text: None
        self.ready: Callable[[], None] = lambda: None  # called from the sound thread when the outputs have been tried
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
        from tempo_trainer.audio.reports import Handed, Lost, Ready

        if isinstance(report, Ready):
            self.ready()
        elif isinstance(report, Handed):
            if self._trace:
                self._trace.passage(report.mono_ns, report.position_ms, report.output)
        else:
            self.tell("sound", report.why if isinstance(report, Lost) else "")


def _show(window: "MainWindow", options: WindowOptions) -> None:
    from PySide6.QtCore import QTimer

    if options.autostart:
        window.session.sound_ready.connect(window.session.start_once_seen)
        QTimer.singleShot(round(SOUND_TRIED_S * 1000), window.session.start_once_seen)
    if options.timeline:
        window.open_session(options.timeline)
    if options.exit_when_done:
        window.session.ended.connect(lambda: QTimer.singleShot(RING_OUT_MS, window.close))
    if options.fullscreen:
        window.fill_screen()
    else:
        window.show()


def _fill_library(window: "MainWindow", folders: Folders) -> None:
    """Off the main thread."""
    from tempo_trainer.ui.library.entries import Reader, read_entries

    names, doubts = names_in_reach(folders)
    window.notices.tell("presets", " ".join(doubts[:1]))
    reader = Reader(window)
    reader.entries.connect(window.fill_library)

    def read() -> None:
        reader.start(lambda: read_entries(folders.shipped_workouts, folders.own_workouts, names))

    window.library_shown.connect(read)
    read()


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
    settings, doubt = load_settings(folders.settings)
    changed = settings.model_copy(update={"theme": "light" if settings.theme == "dark" else "dark"})
    _wear(window, changed)
    if doubt:  # what cannot be read is not written over either
        window.notices.tell("settings", doubt)
        return
    try:
        save_settings(changed, folders.settings)
        window.notices.tell("settings", "")
    except OSError as error:
        window.notices.tell("settings", f"The settings cannot be kept ({error.strerror}): is {folders.home} writable?")
