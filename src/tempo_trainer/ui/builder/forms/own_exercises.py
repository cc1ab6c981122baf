"""The exercises of one workout: a button for each, which leads to its form."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from tempo_trainer.ui.builder.deeds import with_description
from tempo_trainer.ui.builder.document import Document
from tempo_trainer.ui.builder.forms.naming import EXERCISES, own, uses_of_exercise
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import button, column, label

ABOUT = "An exercise of your own has its own words, sides and cues."


class OwnExercises(QWidget):
    """Emits `go_wanted` with the path of the exercise that is to be shown."""

    go_wanted = Signal(object)

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self.buttons: dict[str, QPushButton] = {}
        self.new = button("New exercise")
        self.new.clicked.connect(self._add)
        top = QHBoxLayout()
        top.setSpacing(2 * SPACE)
        top.addWidget(label("quiet", ABOUT), 1)
        top.addWidget(self.new)
        self._column = column(self, spacing=SPACE)
        self._column.addLayout(top)

    def refresh(self) -> None:
        """Show what the document says."""
        exercises = own(self._document.data, EXERCISES)
        if list(exercises) != list(self.buttons):
            self._make(list(exercises))
        for name, said in exercises.items():
            problem = "⚠ " if self._document.problems_within((EXERCISES, name)) else ""
            uses = len(uses_of_exercise(self._document.data, name))
            self.buttons[name].setText(f"{problem}{_title(name, said)}  ·  {_uses_in_words(uses)}")
            self.buttons[name].setAccessibleName(f"Exercise {_title(name, said)}")
            self.buttons[name].setAccessibleDescription("Has a problem" if problem else "")

    def _make(self, names: list[str]) -> None:
        for made in self.buttons.values():
            made.hide()
            self._column.removeWidget(made)
            made.deleteLater()
        self.buttons = {name: self._button(name) for name in names}
        before = self.new
        for made in self.buttons.values():
            self._column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
            QWidget.setTabOrder(before, made)
            before = made

    def _button(self, name: str) -> QPushButton:
        made = button("", "line")
        made.setProperty("exercise", name)
        made.clicked.connect(self._go)
        return made

    def _go(self) -> None:
        self.go_wanted.emit((EXERCISES, self.sender().property("exercise")))

    def _add(self) -> None:
        data, path = with_description(self._document.data)
        self._document.edit("adding of an own exercise", data)
        self.go_wanted.emit(path)


def _title(name: str, said: Any) -> str:
    """What it is called, once it is called anything."""
    return str(said.get("name") or name) if isinstance(said, Mapping) else name


def _uses_in_words(uses: int) -> str:
    return "in no block yet" if not uses else "in 1 block" if uses == 1 else f"in {uses} blocks"
