"""The presets of one workout: each with its name and its tempo in words, and the editor of the tempo when wanted."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tempo_trainer.ui.builder.document import Document
from tempo_trainer.ui.builder.forms.naming import (
    PRESETS,
    own,
    preset_renamed,
    problem_of_preset_name,
    uses_of_preset,
    with_preset,
    without_preset,
)
from tempo_trainer.ui.builder.forms.own_preset import PresetRow
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import button, column, label
from tempo_trainer.workout.strict_yaml import Path
from tempo_trainer.workout.tempo import Ramp, Tempo
from tempo_trainer.workout.writer import tempo_as_written

FIRST = "3-1-3-1"
ABOUT = "A preset is a tempo with a name, for several blocks of this workout."


class OwnPresets(QWidget):
    """Follows the document when it is told to by `refresh`."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self.rows: list[PresetRow] = []
        self.new = button("New preset")
        self.new.clicked.connect(self._add)
        top = QHBoxLayout()
        top.setSpacing(2 * SPACE)
        top.addWidget(label("quiet", ABOUT), 1)
        top.addWidget(self.new)
        self._column = column(self, spacing=2 * SPACE)
        self._column.addLayout(top)

    def refresh(self) -> None:
        """Show what the document says."""
        presets = own(self._document.data, PRESETS)
        self._fit(list(presets))
        for row, (name, said) in zip(self.rows, presets.items(), strict=True):
            row.show_preset(name, said, len(uses_of_preset(self._document.data, name)))
            row.show_problem(_problem(self._document, name))

    def enter(self, place: Path) -> bool:
        """Give the focus to the preset that a place belongs to; False if there is none."""
        row = self._row(place[1]) if place[:1] == (PRESETS,) and len(place) > 1 else None
        if row is not None:
            row.open_editor(on=True)
            row.editor.enter()
        return row is not None

    def _row(self, name: object) -> PresetRow | None:
        return next((row for row in self.rows if row.name == name), None)

    def _fit(self, names: list[str]) -> None:
        """A row for each name. After a rename there are as many as before; else those that are gone lose theirs."""
        if len(names) == len(self.rows):
            return
        kept = {row.name: row for row in self.rows if row.name in names}
        for row in self.rows:
            if kept.get(row.name) is not row:
                row.hide()
                self._column.removeWidget(row)
                row.deleteLater()
        self.rows = [kept.get(name) or self._made(name) for name in names]
        for place, row in enumerate(self.rows):
            self._column.insertWidget(place + 1, row)
            row.show()  # at once, so that it can take the focus
        self._order_tabs()

    def _made(self, name: str) -> PresetRow:
        row = PresetRow(name)
        row.renamed.connect(self._rename)
        row.changed.connect(self._change)
        row.delete_wanted.connect(self._delete)
        return row

    def _order_tabs(self) -> None:
        """Rows that came later are behind their neighbours all the same."""
        controls = [self.new, *(control for row in self.rows for control in _tab_chain(row))]
        for before, following in pairwise(controls):
            QWidget.setTabOrder(before, following)

    def _add(self) -> None:
        data, name = with_preset(self._document.data, FIRST)
        self._document.edit("adding of a preset", data)
        made = self._row(name)
        if made is not None:
            made.open_editor(on=True)
            made.first.setFocus(Qt.FocusReason.OtherFocusReason)
            made.first.selectAll()

    def _rename(self, row: PresetRow, text: str) -> None:
        """While the name is typed, the blocks follow; a name that cannot be is only told of."""
        data, new = self._document.data, text.strip()
        problem = problem_of_preset_name(data, row.name, new)
        row.show_name_problem(problem)
        if problem or new == row.name:
            return
        place = self.rows.index(row)
        self._document.edit("renaming of a preset", preset_renamed(data, row.name, new), ("preset name", place))

    def _change(self, row: PresetRow, tempo: Tempo | Ramp) -> None:
        self._document.put((PRESETS, row.name), tempo_as_written(tempo))

    def _delete(self, row: PresetRow) -> None:
        self._document.edit("deleting of a preset", without_preset(self._document.data, row.name))
        self.new.setFocus(Qt.FocusReason.OtherFocusReason)


def _problem(document: Document, name: str) -> str:
    """What is wrong with a preset, without the name that stands above it."""
    found = document.problems_within((PRESETS, name))
    return "; ".join(finding.message.removeprefix(f"{name}: ") for finding in found)


def _tab_chain(widget: QWidget) -> list[QWidget]:
    """The controls within a widget in the order of Tab."""
    found: list[QWidget] = []
    control = widget.nextInFocusChain()
    while control is not None and control is not widget:
        if widget.isAncestorOf(control) and control.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(control)
        control = control.nextInFocusChain()
    return found
