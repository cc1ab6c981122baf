"""The session screen: the stage, and the controls below it. It leads a player; the player knows nothing of it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from tempo_trainer.session.moment import Moment
from tempo_trainer.session.player import Player
from tempo_trainer.session.states import Event, State
from tempo_trainer.ui.session.stage import Stage
from tempo_trainer.ui.theme import SPACE, Theme
from tempo_trainer.ui.widgets import button, column, named

FRAME_MS = 16
_ENDED = {State.FINISHED, State.STOPPED}
_BIG_KEY = {
    State.READY: "Start",
    State.RUNNING: "Pause",
    State.PAUSED: "Go on",
    State.WAITING: "Go on",
    State.FINISHED: "Back to the library",
    State.STOPPED: "Back to the library",
}


class SessionPage(QWidget):
    """Runs a frame timer only while the session runs; a paused or finished one costs nothing."""

    left = Signal()
    full_screen_wanted = Signal()
    ended = Signal()
    sound_ready = Signal()  # for the sound thread to emit

    def __init__(self, theme: Theme, painted: Callable[[Moment], None]) -> None:
        super().__init__()
        self.setObjectName("page")
        self._player: Player | None = None
        self._shown: State | None = None
        self.stage = Stage(theme, painted)
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.refresh)
        self._controls = self._make_controls()
        page = column(self)
        page.addWidget(self.stage, 1)
        page.addWidget(self._controls)

    def open(self, player: Player) -> None:
        """Show a session from its beginning."""
        self._player = player
        self._shown = None
        self.stage.follow(player.look)
        self.refresh()
        self.stage.setFocus()

    def close_session(self) -> None:
        """End the session, if there is one that has not ended."""
        self._do(Event.STOP)

    @property
    def is_idle(self) -> bool:
        """Whether no timer runs."""
        return not self._timer.isActive()

    def refresh(self) -> None:
        """Look at the session and show what is true now."""
        if self._player is None:
            return
        state = self._player.look().state
        self.stage.update()
        if state is not self._shown:
            self._shown = state
            self._state_changed(state)

    def go_or_pause(self) -> None:
        """The big key: start, pause, go on; at the end, back to the library."""
        player = self._player
        if player is None or player.state in _ENDED:
            self.left.emit()
            return
        if not player.attempt(Event.PAUSE):
            player.attempt(Event.GO)
        self.refresh()

    def start_once_seen(self) -> None:
        """Start by itself, after the first frame: it takes longer than all others."""
        if self._player and self._player.state is State.READY:
            self.stage.repaint()
            QTimer.singleShot(0, self._start)

    def next(self) -> None:
        """On to the next break, or to the end of this one."""
        self._do(Event.NEXT)

    def back(self) -> None:
        """Do this set again, or the one before."""
        self._do(Event.BACK)

    def escape(self) -> None:
        """One step out: running, then paused, then ended, then the library. Nothing is lost by one key."""
        player = self._player
        if player is None or player.state in _ENDED or player.state is State.READY:
            self.left.emit()
        else:
            self._do(Event.PAUSE if player.allows(Event.PAUSE) else Event.STOP)

    def _clicker(self) -> None:
        """A presenter's forward key: what one most likely wants."""
        if self._player and self._player.state is State.RUNNING:
            self.next()
        else:
            self.go_or_pause()

    def _start(self) -> None:
        """Only start: somebody may have pressed a key meanwhile."""
        if self._player and self._player.state is State.READY:
            self._do(Event.GO)

    def _do(self, event: Event) -> None:
        if self._player:
            self._player.attempt(event)
            self.refresh()

    def _state_changed(self, state: State) -> None:
        if state is State.RUNNING:
            self._timer.start()
        else:
            self._timer.stop()
        _name(self._main, _BIG_KEY[state], "Space")
        _name(self._end, "Library" if state in {State.READY, *_ENDED} else "End", "Esc")
        for control, event in ((self._back, Event.BACK), (self._next, Event.NEXT)):
            control.setEnabled(bool(self._player and self._player.allows(event)))
        if state in _ENDED:
            self.ended.emit()

    def _make_controls(self) -> QWidget:
        bar = named(QWidget(), "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        row.setSpacing(SPACE)
        self._back = self._button("Back", "←", self.back, "Left", "PgUp")
        self._main = self._button("Start", "Space", self.go_or_pause, "Space")
        self._main.setObjectName("primary")
        self._next = self._button("Next", "→", self.next, "Right")
        self._end = self._button("End", "Esc", self.escape, "Esc")
        full = self._button("Full screen", "F", self.full_screen_wanted.emit, "F")
        self._shortcut("PgDown", self._clicker)
        row.addWidget(self._back)
        row.addWidget(self._main, 1)
        row.addWidget(self._next)
        row.addSpacing(4 * SPACE)
        row.addWidget(self._end)
        row.addWidget(full)
        return bar

    def _button(self, text: str, key: str, action: Callable[[], None], *keys: str) -> QPushButton:
        made = button(text)
        _name(made, text, key)
        made.clicked.connect(lambda: action())  # noqa: PLW0108  clicked has an argument
        for name in keys:
            self._shortcut(name, action)
        return made

    def _shortcut(self, key: str, action: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(action)


def _name(control: QPushButton, text: str, key: str) -> None:
    """What a button says to the eye, to the mouse and to a screen reader."""
    control.setText(text)
    control.setToolTip(f"{text} ({key})")
    control.setAccessibleName(f"{text}, key {key}")
