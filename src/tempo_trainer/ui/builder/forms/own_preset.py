"""One preset of a workout: its name, its tempo in words, and the editor of the tempo, which is closed at first."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from tempo_trainer.ui.builder.document import tempo_of
from tempo_trainer.ui.fields import TextField
from tempo_trainer.ui.tempo import TempoEditor
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import button, column, label
from tempo_trainer.workout.exercise import Words
from tempo_trainer.workout.tempo import Ramp, Tempo, tempo_in_words

EDIT_WIDTH = 80  # in bold, as it is while it is pressed


class PresetRow(QFrame):
    """Each signal tells the row, as its name may be another by then; `renamed` tells the text that is typed too."""

    renamed = Signal(object, str)
    changed = Signal(object, object)
    delete_wanted = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("card")
        self.name = name
        self.first = TextField("Name of the preset", "slow")
        self.first.setText(name)
        self.first.textEdited.connect(self._typed)
        self.first.editingFinished.connect(self._left)
        self.edit = button("Edit")
        self.edit.setCheckable(True)
        self.edit.setObjectName("choice")
        self.edit.setMinimumWidth(EDIT_WIDTH)
        self.edit.toggled.connect(self._show_editor)
        self.delete = button("Delete", "danger")
        self.delete.clicked.connect(self._delete)
        self._words = label()
        self._uses = label("quiet")
        self._problem = label("problem")
        self.editor = TempoEditor()
        self.editor.changed.connect(self._changed)
        self.editor.hide()
        self._wrong_name = self._wrong_tempo = ""
        self._arrange()

    def show_preset(self, name: str, said: Any, uses: int) -> None:
        """Show what the document says; a name that is being typed stays as it is if it says the same."""
        if name != self.name or not self._wrong_name:
            self.name = name
            self._show_name()
        self.setAccessibleName(f"Preset {name}")
        for made, what in ((self.edit, "Edit"), (self.delete, "Delete")):
            made.setAccessibleName(f"{what} preset {name}")
        tempo = tempo_of(said)
        if tempo is not None:
            self.editor.set_tempo(tempo)
        self._words.setText(_in_words(tempo) if tempo is not None else "")
        self._uses.setText(_uses_in_words(uses))
        self.delete.setToolTip("Its blocks keep the tempo, in figures" if uses else "")

    def show_problem(self, text: str) -> None:
        """What is wrong with its tempo."""
        self._wrong_tempo = text
        self._tell()

    def show_name_problem(self, text: str) -> None:
        """Why it cannot be called what is typed."""
        self._wrong_name = text
        self._tell()

    @property
    def problem(self) -> str:
        """What is shown to be wrong."""
        return "; ".join(filter(None, (self._wrong_name, self._wrong_tempo)))

    def open_editor(self, *, on: bool) -> None:
        """Show the editor of the tempo, or hide it."""
        self.edit.setChecked(on)

    def _show_name(self) -> None:
        self.show_name_problem("")
        if self.first.text().strip() != self.name:
            self.first.set_text(self.name)

    def _typed(self, text: str) -> None:
        self.renamed.emit(self, text)

    def _left(self) -> None:
        """A name that cannot be is given up."""
        self._show_name()

    def _tell(self) -> None:
        self._problem.setText(f"⚠ {self.problem}")
        self._problem.setVisible(bool(self.problem))
        self.first.setAccessibleDescription(self.problem)
        self.first.setProperty("wrong", bool(self._wrong_name))
        self.first.style().unpolish(self.first)
        self.first.style().polish(self.first)

    def _changed(self, tempo: Tempo | Ramp) -> None:
        self.changed.emit(self, tempo)

    def _delete(self) -> None:
        self.delete_wanted.emit(self)

    def _show_editor(self, on: bool) -> None:
        self.editor.setVisible(on)
        self._words.setHidden(on)  # the editor says them too

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(SPACE)
        top.addWidget(self.first, 1)
        top.addWidget(self.edit)
        top.addWidget(self.delete)
        rows = column(self, (SPACE, SPACE, SPACE, SPACE), SPACE)
        rows.addLayout(top)
        for widget in (self._problem, self._words, self._uses, self.editor):
            rows.addWidget(widget)


def _in_words(tempo: Tempo | Ramp) -> str:
    return f"{tempo}  ·  {tempo_in_words(tempo, 'eccentric', Words().by_phase())}"


def _uses_in_words(uses: int) -> str:
    blocks = "No block uses" if not uses else "1 block uses" if uses == 1 else f"{uses} blocks use"
    return f"{blocks} it."
