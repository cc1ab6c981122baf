"""The controls below the stage: a button for what one may want now. A narrow window has the rest in its list."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from tempo_trainer.session.commands import Command, key_sign
from tempo_trainer.session.conductor import Conductor
from tempo_trainer.session.states import ENDED, State
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import button

NARROW = 980
_BIG_KEY = {
    State.READY: "Start",
    State.RUNNING: "Pause",
    State.PAUSED: "Go on",
    State.WAITING: "Go on",
    State.FINISHED: "Back",
    State.STOPPED: "Back",
}
_TEXTS = {
    Command.BACK: "Back",
    Command.GO_OR_PAUSE: "Start",
    Command.NEXT: "Next",
    Command.END_SET: "End set",
    Command.REST_SHORTER: "−15 s",
    Command.REST_LONGER: "+15 s",
    Command.TEMPO: "Tempo",
    Command.OPTIONS: "Sound and picture",
    Command.KEYS: "Keys",
    Command.FULL_SCREEN: "Full screen",
    Command.LEAVE: "End",
}
_ONLY_WIDE = (Command.TEMPO, Command.OPTIONS, Command.FULL_SCREEN)
_IN_WORK = (Command.END_SET,)
_IN_RESTS = (Command.REST_SHORTER, Command.REST_LONGER)


class Controls(QWidget):
    """Emits the command that was clicked."""

    commanded = Signal(Command)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.buttons = {command: self._made(command, text) for command, text in _TEXTS.items()}
        self.buttons[Command.GO_OR_PAUSE].setObjectName("primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        row.setSpacing(SPACE)
        for command, made in self.buttons.items():
            row.addWidget(made, 1 if command is Command.GO_OR_PAUSE else 0)
        row.insertSpacing(len(_TEXTS) - len(_ONLY_WIDE) - 2, SPACE)

    def show_state(self, conductor: Conductor, state: State) -> None:
        """Offer what means something now."""
        ended = state in ENDED
        _name(self.buttons[Command.GO_OR_PAUSE], _BIG_KEY[state], Command.GO_OR_PAUSE)
        _name(self.buttons[Command.LEAVE], "Library" if ended or state is State.READY else "End", Command.LEAVE)
        for command in (Command.BACK, Command.NEXT, Command.TEMPO):
            self.buttons[command].setEnabled(conductor.allows(command))
        resting = conductor.allows(Command.REST_LONGER)
        for command in _IN_RESTS:
            self.buttons[command].setVisible(resting)
        for command in _IN_WORK:
            self.buttons[command].setVisible(not resting and not ended)
            self.buttons[command].setEnabled(conductor.allows(command))
        self.buttons[Command.LEAVE].setVisible(not ended)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Qt tells of another size."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        for command in _ONLY_WIDE:
            self.buttons[command].setVisible(not narrow)
        for command in (*_IN_WORK, *_IN_RESTS):  # what comes and goes moves no other button from below the pointer
            policy = self.buttons[command].sizePolicy()
            policy.setRetainSizeWhenHidden(not narrow)
            self.buttons[command].setSizePolicy(policy)
        _name(self.buttons[Command.KEYS], "More" if narrow else "Keys", Command.KEYS)

    def _made(self, command: Command, text: str) -> QPushButton:
        made = button(text)
        _name(made, text, command)
        made.clicked.connect(lambda: self.commanded.emit(command))
        return made


def _name(control: QPushButton, text: str, command: Command) -> None:
    """What a button says to the eye, to the mouse and to a screen reader."""
    control.setText(text)
    control.setToolTip(f"{text}: {command.value} ({key_sign(command)})")
    control.setAccessibleName(f"{text}, key {key_sign(command)}")
