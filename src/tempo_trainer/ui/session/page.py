"""The session screen: the stage, the controls below it, and what lies over it. It leads a conductor by commands."""

from collections.abc import Callable, Mapping
from math import ceil

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut

from tempo_trainer.session.commands import KEYS, Command
from tempo_trainer.session.conductor import Conductor
from tempo_trainer.session.moment import Moment
from tempo_trainer.session.states import ENDED, Event, State
from tempo_trainer.settings import Settings
from tempo_trainer.ui.figure.figures import Figures
from tempo_trainer.ui.page import Page
from tempo_trainer.ui.session.controls import Controls
from tempo_trainer.ui.session.finish.form import FinishForm
from tempo_trainer.ui.session.panels.group import PanelGroup
from tempo_trainer.ui.session.panels.keys import KeysPanel
from tempo_trainer.ui.session.panels.leave import LeavePanel
from tempo_trainer.ui.session.panels.options import OptionsPanel
from tempo_trainer.ui.session.panels.tempo import TempoPanel
from tempo_trainer.ui.session.stage import LOWEST, Stage
from tempo_trainer.ui.themes import Theme
from tempo_trainer.ui.widgets import column

FRAME_MS = (
    24  # each waking costs more than what it paints: 40 frames a second are smooth, and cost a third less than 60
)
BY_STEPS = {
    Command.TONES_LOUDER,
    Command.TONES_QUIETER,
    Command.VOICE_LOUDER,
    Command.VOICE_QUIETER,
    Command.SLOWER,
    Command.QUICKER,
}
"""What a held key repeats."""
_LOWEST_END = 120  # the summary in a low window, so that questions have room below it
_FINISH_SHARE = 0.55  # of the height, at most, for the questions at the end: the summary is read from the mat


class SessionPage(Page):
    """Runs a frame timer only while the session runs; a paused or finished one costs nothing."""

    left = Signal()
    full_screen_wanted = Signal()
    options_wanted = Signal()
    opened = Signal()
    ended = Signal()
    rated = Signal(object, object, str)  # effort and pain, None where nothing was said; note
    sound_ready = Signal()  # for the sound thread to emit

    def __init__(self, theme: Theme, figures: Figures, painted: Callable[[Moment], None]) -> None:
        super().__init__()
        self.conductor: Conductor | None = None  # of the session that is shown
        self._shown: tuple[State, int] | None = None  # what the controls depend on: state and step
        self._after_end: Callable[[], object] = lambda: None
        self._ran = False  # whether the question before leaving has paused the session
        self.stage = Stage(theme, figures, painted)
        self.controls, self.finish = Controls(), FinishForm(theme)
        self.keys, self.tempo = KeysPanel(self.stage), TempoPanel(self.stage)
        self.options, self.leaving = OptionsPanel(self.stage), LeavePanel(self.stage)
        self._panels = PanelGroup(self, (self.keys, self.tempo, self.options, self.leaving))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._wire()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.stage.set_theme(theme)
        self.finish.set_theme(theme)

    def set_steps_only(self, *, steps_only: bool) -> None:
        """Reduced motion: the picture moves once a second."""
        self.stage.steps_only = steps_only

    def entered(self) -> None:
        """The keys are the stage's, or at the end those of the questions."""
        if self.finish.isVisible():
            self.finish.begin()
        else:
            self.stage.setFocus()

    def open(self, conductor: Conductor) -> None:
        """Show a session from its beginning."""
        self._panels.close_all()
        self.conductor = conductor
        self._shown = None
        self._show_finish(shown=False)
        self.finish.clear()
        self.stage.follow(conductor.look)
        self.opened.emit()
        self.refresh()
        self.stage.setFocus()

    def pause(self) -> None:
        """Hold the session, if it runs, and give the whole stage free."""
        self._panels.close_all()
        if self.conductor:
            self.conductor.player.attempt(Event.PAUSE)
            self.refresh()

    def close_session(self) -> None:
        """End the session, if there is one that has not ended."""
        self._panels.close_all()
        if self.conductor:
            self.conductor.player.attempt(Event.STOP)
            self.refresh()

    @property
    def is_idle(self) -> bool:
        """Whether no timer runs."""
        return not self._timer.isActive()

    def refresh(self) -> None:
        """Look at the session and show what is true now."""
        if self.conductor is None:
            return
        self.stage.muted = self.conductor.hearing.muted
        self.stage.refresh()
        moment = self.conductor.player.look()  # where the session is, not what the picture shows
        if (moment.state, moment.index) != self._shown:
            before, self._shown = self._shown, (moment.state, moment.index)
            self.controls.show_state(self.conductor, moment.state)
            if before is None or before[0] is not moment.state:
                self._state_changed(moment.state)
        if moment.state is State.RUNNING:
            self._timer.start(_to_next_frame_ms(moment, self.conductor.behind_ms()))

    def do(self, command: Command) -> None:
        """What a key or a button stands for."""
        conductor = self.conductor
        if conductor is None:
            return
        if self.leaving.isVisible() and command in {Command.GO_OR_PAUSE, Command.ON}:
            self.leaving.go_on()
        elif command in self._screen_commands:
            self._screen_commands[command]()
        elif conductor.player.state in ENDED:
            if command in {Command.GO_OR_PAUSE, Command.ON}:
                self.left.emit()
        else:
            self.stage.say(conductor.do(command))
        self.refresh()

    def start_once_seen(self, conductor: Conductor) -> None:
        """Let this session start by itself, after the first frame: it takes longer than all others."""
        if self._is_ready(conductor):
            self.stage.repaint()
            QTimer.singleShot(0, lambda: self._start(conductor))

    def ask_to_leave(self, then: Callable[[], object]) -> bool:
        """Ask before an unfinished session is lost, then do what was wanted; false if there is nothing to ask."""
        conductor = self.conductor
        if conductor is None or not conductor.is_unfinished or self.leaving.isVisible():
            return False
        self._ran = conductor.player.attempt(Event.PAUSE)
        self._after_end = then
        self._panels.toggle(self.leaving, lambda: self.leaving.ask(conductor.player.look()))
        self.refresh()
        return True

    def show_options(self, settings: Settings, playing: str, offset_ms: int) -> None:
        """Open the panel for sound and picture with what holds now."""
        if conductor := self.conductor:
            self._panels.toggle(self.options, lambda: self.options.show_for(conductor, settings, playing, offset_ms))

    @property
    def _screen_commands(self) -> Mapping[Command, Callable[[], object]]:
        return {
            Command.FULL_SCREEN: self.full_screen_wanted.emit,
            Command.KEYS: lambda: self._panels.toggle(self.keys, self.keys.open_panel),
            Command.TEMPO: self._show_tempo,
            Command.OPTIONS: self.options_wanted.emit,
            Command.LEAVE: self._leave,
        }

    def _show_tempo(self) -> None:
        if (conductor := self.conductor) and conductor.allows(Command.TEMPO):
            self._panels.toggle(self.tempo, lambda: self.tempo.show_for(conductor))

    def _leave(self) -> None:
        """One step out. Nothing is lost by one key; the same key takes the question back."""
        if self.leaving.isVisible() and self._ran:
            self._panels.close_all()
            self.do(Command.GO_OR_PAUSE)
        elif self._panels.is_open:
            self._panels.close_all()
        elif not self.ask_to_leave(lambda: None):
            self.left.emit()

    def _end(self) -> None:
        self.close_session()
        self._after_end()

    def _is_ready(self, conductor: Conductor) -> bool:
        return self.conductor is conductor and conductor.player.state is State.READY

    def _start(self, conductor: Conductor) -> None:
        """Only start: somebody may have pressed a key meanwhile."""
        if self._is_ready(conductor):
            self.do(Command.GO_OR_PAUSE)

    def _state_changed(self, state: State) -> None:
        if state is not State.RUNNING:
            self._timer.stop()
        if state in ENDED:
            self._panels.close_all()
            self._show_finish(shown=True)
            self.finish.begin()
            self.ended.emit()

    def _show_finish(self, *, shown: bool) -> None:
        self.stage.setMinimumHeight(_LOWEST_END if shown else LOWEST)
        self.finish.setVisible(shown)
        self.controls.setVisible(not shown)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Qt tells of another size."""
        super().resizeEvent(event)
        self.finish.setMaximumHeight(round(self.height() * _FINISH_SHARE))

    def _wire(self) -> None:
        page = column(self)
        page.addWidget(self.stage, 1)
        page.addWidget(self.controls)
        page.addWidget(self.finish)
        self.finish.hide()
        self._timer.timeout.connect(self.refresh)
        self.controls.commanded.connect(self.do)
        self.keys.chosen.connect(self.do)
        self.leaving.ended.connect(self._end)
        self.leaving.gone_on.connect(lambda: self.do(Command.GO_OR_PAUSE))
        self.finish.rated.connect(self.rated)
        self.finish.left.connect(self.left)
        self._panels.all_closed.connect(self.entered)
        self._panels.own([self._shortcut(key, command) for command, keys in KEYS.items() for key in keys])

    def _shortcut(self, key: str, command: Command) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(command in BY_STEPS)
        shortcut.activated.connect(lambda: self.do(command))
        return shortcut


def _to_next_frame_ms(moment: Moment, behind_ms: float) -> int:
    """One is painted at each whole second, as the count and the phases change there: with the sound, not after it."""
    to_second = (moment.left_ms + behind_ms) % 1000
    return min(FRAME_MS, ceil(to_second) or FRAME_MS)
