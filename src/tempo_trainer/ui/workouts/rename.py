"""A new name for a workout, asked in the page."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from tempo_trainer.ui.fields import Row, TextField
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import button, column


class RenameCard(QFrame):
    """A field with two buttons; `named` with the new name, `left` without one."""

    named = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.path: Path | None = None
        self.field = TextField("New name")
        self.field.returnPressed.connect(self._take)
        self._row = Row("New name", self.field)
        self.field.textEdited.connect(lambda _: self._row.show_problem(""))
        rename = button("Rename", "primary")
        rename.clicked.connect(self._take)
        cancel = button("Cancel")
        cancel.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(rename)
        rows = column(self, (2 * SPACE,) * 4, 2 * SPACE)
        rows.addWidget(self._row)
        rows.addLayout(buttons)
        self.hide()

    def ask(self, path: Path, name: str) -> None:
        """Ask for another name than this of this file."""
        self.path = path
        self._row.show_problem("")
        self.field.setText(name)
        self.field.selectAll()
        self.show()
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Escape leaves it as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        name = " ".join(self.field.text().split())
        if not name or not name.isprintable():
            self._row.show_problem("A workout needs a name." if not name else "A name is plain text.")
            return
        self.named.emit(name)
