"""What all forms of the builder have in common: rows that say what a place of the document says."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QSpinBox, QWidget

from tempo_trainer.ui.builder.document import Document
from tempo_trainer.ui.builder.forms.lines import Line
from tempo_trainer.ui.fields import Row
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.themes import Theme
from tempo_trainer.ui.widgets import column, label
from tempo_trainer.workout.durations import duration_ms
from tempo_trainer.workout.edits import at
from tempo_trainer.workout.strict_yaml import Path
from tempo_trainer.workout.validation import Finding
from tempo_trainer.workout.writer import seconds_as_written

Key = str | tuple[str, ...]  # below the form's path; a tuple leads further down, such as ("words", "eccentric")


class Form(QWidget):
    """The form of one place of the document. A subclass makes its rows, then calls `begin`; `refresh` fills them.

    `go_wanted` with another path asks for the form of that one.
    """

    go_wanted = Signal(object)

    def __init__(self, document: Document, path: Path, title: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.document, self.path = document, path
        self._rows: dict[Path, Row] = {}
        self._line: Line | None = None
        self._retired = False
        self._column = column(self, (0, 0, SPACE, 0), 2 * SPACE)
        self._title = label("name", title)
        self._problem = label("problem")  # what is wrong with no row, or with none of these
        self._problem.hide()
        self._column.addWidget(self._title)
        self._column.addWidget(self._problem)

    def begin(self) -> None:
        """All rows are there: fill them, and follow the document from now on."""
        self._column.addStretch(1)
        self._follow()
        self.document.changed.connect(self._follow)

    def refresh(self) -> None:
        """Overridden: show what the document says, without telling."""

    def set_theme(self, theme: Theme) -> None:
        """Overridden where the style sheet does not reach."""

    def set_steps_only(self, *, steps_only: bool) -> None:
        """Overridden where something moves."""

    def add(self, key: Key, row: Row, *also: Key, beside: bool = False) -> Row:
        """A row for a key, which shows the problems of it and of `also`; `beside` the last where there is room."""
        for its in (key, *also):
            self._rows[_path(its)] = row
        if self._line is None or not beside:
            self._line = Line()
            self._column.addWidget(self._line)
        self._line.add(row)
        return row

    def add_widget(self, widget: QWidget) -> None:
        """Something that is no row."""
        self._line = None
        self._column.addWidget(widget)

    def add_hint(self, text: str) -> None:
        """A word of help that belongs to no row."""
        self.add_widget(label("quiet", text))

    def section(self, title: str) -> None:
        """What the rows that follow are about."""
        self._column.addSpacing(SPACE)
        self.add_widget(label("section", title))

    def set_title(self, title: str) -> None:
        """The heading."""
        self._title.setText(title)
        self.setAccessibleName(title)

    @property
    def is_there(self) -> bool:
        """Whether the place is still in the document."""
        return isinstance(at(self.document.data, self.path), Mapping)

    @property
    def said(self) -> Mapping[str, Any]:
        """What the document says at the form's place; nothing where it is gone."""
        said = at(self.document.data, self.path)
        return said if isinstance(said, Mapping) else {}

    def put(self, key: Key, value: Any) -> None:
        """Say something else; None takes the key out."""
        if self.is_there and not self._retired:
            self.document.put((*self.path, *_path(key)), value)

    def put_ms(self, key: Key, ms: int | None) -> None:
        """Say another length of time."""
        self.put(key, None if ms is None else seconds_as_written(ms))

    def problem_at(self, *key: str) -> str:
        """What is shown to be wrong at the row of a key; without a key, with the place as a whole."""
        if key:
            return self._rows[key].problem
        return self._problem.text().removeprefix("⚠ ")

    def enter(self, place: Path) -> bool:
        """Give the focus to the row that a place belongs to; false if there is none."""
        row = self._row_of(place)
        if row is None or not row.isVisibleTo(self):
            return False
        _first_control(row).setFocus(Qt.FocusReason.OtherFocusReason)
        parent: QWidget | None = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        if parent is not None:
            parent.ensureWidgetVisible(row)
        return True

    def retire(self) -> None:
        """It is taken away: a field that loses the focus by that tells once more, but of another block by now."""
        self._retired = True

    def enter_first(self) -> None:
        """Give the focus to the first row."""
        if row := next(iter(self._rows.values()), None):
            _first_control(row).setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self) -> None:
        if self.is_there and not self._retired:
            self.refresh()
            self._show_problems()

    def _show_problems(self) -> None:
        depth = len(self.path)
        found: dict[Row | None, list[str]] = {}
        for finding in self.document.problems_within(self.path):
            row = self._row_of(finding.path)
            if row is not None or len(finding.path) <= depth + 1:
                found.setdefault(row, []).append(_sentence(finding))
        for row in self._rows.values():
            row.show_problem("; ".join(found.get(row, ())))
        others = "; ".join(found.get(None, ()))
        self._problem.setText(f"⚠ {others}")
        self._problem.setVisible(bool(others))

    def _row_of(self, place: Path) -> Row | None:
        """The row of the longest key that leads to a place."""
        inner = place[len(self.path) :] if place[: len(self.path)] == self.path else ()
        keys = (inner[:length] for length in range(len(inner), 0, -1))
        return next((self._rows[key] for key in keys if key in self._rows), None)


def ms_of(said: Any) -> int | None:
    """A length of time as a field shows it; None for none, or for one that cannot be read."""
    try:
        return duration_ms(said)
    except ValueError:
        return None


def text_of(said: Any) -> str:
    """A text as a field shows it."""
    return "" if said is None else str(said)


def set_number(field: QSpinBox, said: Any) -> None:
    """Show a number without telling; one that cannot be read is left to the problem below the field."""
    if isinstance(said, int) and said != field.value() and field.minimum() <= said <= field.maximum():
        with QSignalBlocker(field):
            field.setValue(said)


def _path(key: Key) -> Path:
    return (key,) if isinstance(key, str) else key


def _sentence(finding: Finding) -> str:
    """Without the key, where the row says it already."""
    message = finding.message.removeprefix(f"{finding.path[-1]}: ") if finding.path else finding.message
    return message[:1].upper() + message[1:]


def _first_control(row: Row) -> QWidget:
    """Where the focus goes: the control, or the first of those that it is made of."""
    control = row.control
    if control.focusPolicy() != Qt.FocusPolicy.NoFocus or control.focusProxy():
        return control
    inner = (part for part in control.findChildren(QWidget) if part.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return next((part for part in inner if part.isVisibleTo(control)), control)
