"""The list of keys; each line is a button that does what it says."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from tempo_trainer.session.commands import CLICKER, Command, key_sign
from tempo_trainer.ui.session.panels.panel import Panel
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import button, label, named

WIDE = 1060


class KeysPanel(Panel):
    """Emits the command that was chosen."""

    chosen = Signal(Command)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "Keys", width=WIDE)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2 * SPACE)
        self._grid.setVerticalSpacing(SPACE // 2)
        commands = [command for command in Command if command not in {Command.ON, Command.KEYS}]
        self._lines = [(named(QLabel(key_sign(command)), "key"), self._line(command)) for command in commands]
        self.content.addLayout(self._grid)
        self.content.addWidget(label("quiet", CLICKER))

    def open_panel(self) -> None:
        """In two columns where there is room for them."""
        columns = 2 if self.over.width() > WIDE else 1
        rows = -(-len(self._lines) // columns)
        for number, (key, line) in enumerate(self._lines):
            row, column = number % rows, 2 * (number // rows)
            self._grid.addWidget(key, row, column)
            self._grid.addWidget(line, row, column + 1)
            self._grid.setColumnStretch(column + 1, 1)
        super().open_panel()

    def _line(self, command: Command) -> QPushButton:
        line = button(command.value[:1].upper() + command.value[1:], "line")
        line.setAccessibleName(f"{command.value}, key {key_sign(command)}")
        line.clicked.connect(lambda: self._choose(command))
        return line

    def _choose(self, command: Command) -> None:
        self.close_panel()
        self.chosen.emit(command)
