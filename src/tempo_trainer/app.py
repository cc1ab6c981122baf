"""The one place where everything is built and wired together; nothing else reaches for a global.

Qt and numpy are imported inside the functions that need them: a command waits for its own libraries only.
"""

import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tempo_trainer.awake import Awake
from tempo_trainer.faults import faults_told, let_qt_name_its_messages, stderr_logged
from tempo_trainer.folders import Folders
from tempo_trainer.history.keeper import BUSY, History
from tempo_trainer.history.lock import is_held
from tempo_trainer.presets import KeptPresets
from tempo_trainer.session.clock import SystemClock
from tempo_trainer.session.news import Changed, News
from tempo_trainer.session.states import RING_OUT_MS, Event
from tempo_trainer.session.trace import Trace
from tempo_trainer.settings import KeptSettings
from tempo_trainer.sound import Listener, Sound
from tempo_trainer.workout.loader import shipped_names

if TYPE_CHECKING:
    from tempo_trainer.pages import Pages
    from tempo_trainer.ui.notices import NoticeBar
    from tempo_trainer.workout.timeline import Timeline

EXIT_BUSY = 3  # this machine has only one runner, and one user folder
SOUND_TRIED_S = 5.0  # by then every output has been tried, or is out of order
GAP = "The computer was asleep, so the session is paused where it was."


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
    let_qt_name_its_messages()
    from PySide6.QtWidgets import QApplication

    from tempo_trainer.ui.notices import NoticeBar

    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Qt's loop would not hear of Ctrl-C
    application = QApplication.instance() or QApplication(sys.argv[:1])
    with built(folders, NoticeBar(), options.trace) as pages:
        _show(pages, options)
        pages.needs.shelf.refresh()
        status = int(application.exec())
    if pages.starts_again:
        _start_again()
    return status


@contextmanager
def built(folders: Folders, notices: "NoticeBar", trace_to: Path | None = None) -> "Iterator[Pages]":
    """The window with its pages and all that they need, wired; let go of at the end."""
    from tempo_trainer.pages import Needs, Pages
    from tempo_trainer.ui.rubbish import Collector
    from tempo_trainer.ui.workouts.shelf import Shelf

    with _world(folders, notices.tell, trace_to) as world:
        presets, sound = world.presets, world.sound
        shelf = Shelf(folders.shipped_workouts, folders.own_workouts, lambda: presets.names, notices.tell)
        painted = world.trace.frame if world.trace else lambda _: None
        pages = Pages(Needs(folders, world.settings, presets, sound, world.history, shelf, notices, painted))
        window = pages.window
        sound.ready, sound.playing = window.session.sound_ready.emit, pages.effects.playing.emit
        presets.listeners += [window.set_names, lambda _: shelf.read_again()]
        window.place_shown.connect(Collector(window).collect_all)
        yield pages
        shelf.close()


def play_in_terminal(timeline: "Timeline", folders: Folders) -> int:
    """Run the session in the terminal until it ends; the exit status."""
    from tempo_trainer.terminal.screen import TerminalSession

    if is_held(folders.history):
        sys.stderr.write(f"{BUSY}\n")
        return EXIT_BUSY
    application = _qt_for_sound()
    session = TerminalSession(sys.stdin, sys.stdout, SystemClock())
    ready = threading.Event()
    with _world(folders, session.tell) as world:
        world.sound.ready = ready.set
        world.sound.playing = lambda playing: session.tell_playing(str(playing))
        conductor = world.sound.new_session(timeline, world.history.record(timeline, world.presets.names))
        ready.wait(SOUND_TRIED_S)
        session.run(conductor, world.history.rate_last)
    del application
    return 0


@dataclass(frozen=True)
class _World:
    """What window and terminal have in common."""

    settings: KeptSettings
    presets: KeptPresets
    sound: Sound
    history: History
    trace: Trace | None


@contextmanager
def _world(folders: Folders, tell: Callable[[str, str], None], trace_to: Path | None = None) -> Iterator[_World]:
    """Everything that a session needs but its screen; let go of in the other order."""
    restored = _take_up_restore(folders.home)  # before any of it is opened
    settings, clock = KeptSettings(folders.settings), SystemClock()
    presets = KeptPresets(folders.presets, shipped_names())
    with ExitStack() as stack:
        stack.enter_context(faults_told(folders.log, tell, clock))
        stack.enter_context(stderr_logged(folders.log, tell))
        stack.callback(settings.close)
        stack.callback(presets.close)
        trace = stack.enter_context(Trace(trace_to, clock)) if trace_to else None
        awake = Awake(tell, allowed=settings.now.keep_awake)
        settings.listeners.append(lambda now: awake.allow(now.keep_awake))
        stack.callback(awake.close)
        history = History(folders.history, clock)
        history.tell = tell
        stack.callback(history.close)
        sound = Sound(settings, folders, lambda: presets.names, clock, _listeners(awake, tell), trace)
        stack.callback(sound.close)
        sound.tell = settings.file.tell = presets.file.tell = tell
        if trace:
            trace.tell = tell
        tell("restore", restored)
        tell("settings", settings.doubt)
        tell("presets", presets.doubt)
        yield _World(settings, presets, sound, history, trace)


def _take_up_restore(home: Path) -> str:
    """Before anything else is opened: a backup takes the place of what was there, and what there is to tell of it.

    The program ends if that is only half done, as nothing may be opened then; the next start goes on with it.
    """
    if not (home / ".restore").is_dir():
        return ""
    from tempo_trainer.backup import BackupError, take_up

    try:
        return take_up(home) or ""
    except BackupError as error:
        _say_at_last(str(error))
        sys.exit(EXIT_BUSY)


def _say_at_last(sentence: str) -> None:
    """Where nothing else can be shown any more."""
    sys.stderr.write(f"{sentence}\n")
    if "PySide6.QtWidgets" in sys.modules:
        from PySide6.QtWidgets import QApplication, QMessageBox

        if QApplication.instance():
            QMessageBox.critical(None, "Tempo Trainer", sentence)


def _listeners(awake: Awake, tell: Callable[[str, str], None]) -> Sequence[Listener]:
    """Who hears of each session: what keeps the screen awake, and what says why it was paused."""

    def say_why(news: News) -> None:
        if isinstance(news, Changed):
            tell("gap", GAP if news.because is Event.GAP else "")

    return [awake.news, say_why]


def _qt_for_sound() -> object:
    """The second sound output needs an application; without Qt the first one has to do."""
    let_qt_name_its_messages()
    try:
        from PySide6.QtCore import QCoreApplication
    except ImportError:
        return None
    return QCoreApplication.instance() or QCoreApplication(sys.argv[:1])


def _start_again() -> None:
    """With a backup that waits to be taken up; all that this program has opened is closed by now."""
    from PySide6.QtCore import QProcess

    QProcess.startDetached(sys.executable, ["-m", "tempo_trainer"])


def _show(pages: "Pages", options: WindowOptions) -> None:
    from PySide6.QtCore import QTimer

    window, settings = pages.window, pages.needs.settings.now
    if not (options.timeline and pages.open_session(options.timeline)):
        window.show_place(pages.first_place())
    if not options.autostart:
        pages.offer_to_go_on()
    if options.autostart and (conductor := window.session.conductor):
        window.session.sound_ready.connect(lambda: window.session.start_once_seen(conductor))
        QTimer.singleShot(round(SOUND_TRIED_S * 1000), lambda: window.session.start_once_seen(conductor))
    if options.exit_when_done:
        window.session.ended.connect(lambda: QTimer.singleShot(RING_OUT_MS, window.close))
    if settings.window:
        window.take_place(settings.window)
    if options.fullscreen:
        window.fill_screen()
    elif settings.window and settings.window.maximised:
        window.showMaximized()
    else:
        window.show()
