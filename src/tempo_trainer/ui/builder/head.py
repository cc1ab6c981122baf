"""The top of the builder: what is being built, how long it takes, what is wrong, and what to do with it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from tempo_trainer.ui.builder.document import Document
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import button, column
from tempo_trainer.workout.export import length, tension


class Line(QLabel):
    """One line of text; what does not fit is cut, and told by its tool tip."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """Qt wants it painted."""
        del event
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        with QPainter(self) as painter:
            painter.setPen(self.palette().windowText().color())
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


class Head(QWidget):
    """Emits what its buttons want."""

    back_wanted = Signal()
    save_wanted = Signal()
    start_wanted = Signal()
    problem_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self._name = Line("name")
        self._facts = Line("quiet")
        self.problems = button("", "danger")
        self.problems.setToolTip("Go to the first problem")
        self.problems.clicked.connect(self.problem_wanted)
        self.undo, self.redo = button("↶"), button("↷")
        self.undo.clicked.connect(self.undo_wanted)
        self.redo.clicked.connect(self.redo_wanted)
        self.save, self.start = button("Save"), button("Start", "primary")
        self.save.clicked.connect(self.save_wanted)
        self.start.clicked.connect(self.start_wanted)
        self.back = button("‹ Back", "quietly")
        self.back.clicked.connect(self.back_wanted)
        self._arrange()
        document.changed.connect(self.refresh)
        document.planned.connect(self._measure)
        document.saved.connect(self.refresh)
        self._measured: tuple[str, ...] = ()
        self._follow_steps()
        self.refresh()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self.back)
        row.addWidget(self._name, 1)
        for made in (self.problems, self.undo, self.redo, self.save, self.start):
            row.addWidget(made)
        rows = column(self, spacing=SPACE // 2)
        rows.addLayout(row)
        rows.addWidget(self._facts)

    @property
    def facts(self) -> str:
        """What is said below the name."""
        return self._facts.text()

    def refresh(self) -> None:
        """Say what is true now."""
        document = self._document
        name = str(document.data.get("name", "")) or "Workout without a name"
        self._name.setText(name)
        self._name.setToolTip(name)
        self._facts.setText(self._facts_line())
        self._facts.setToolTip(self._facts.text())
        count = len(document.findings)
        self.problems.setText(f"⚠ {count} problem{'' if count == 1 else 's'}")
        self.problems.setVisible(count > 0)
        self.save.setEnabled(document.is_changed or document.path is None)
        self.start.setEnabled(document.workout is not None)

    def _follow_steps(self) -> None:
        """Undo and redo say what they would take back; the stack itself may be gone by the time it tells."""
        stack = self._document.undo
        for made, can, what, text, keys in (
            (self.undo, stack.canUndoChanged, stack.undoTextChanged, "Undo", "Ctrl+Z"),
            (self.redo, stack.canRedoChanged, stack.redoTextChanged, "Redo", "Ctrl+Shift+Z"),
        ):
            made.setEnabled(False)
            made.setAccessibleName(text)
            can.connect(made.setEnabled)
            what.connect(partial(_show_step, made, text, keys))

    def _measure(self) -> None:
        """Once for each plan, as long ones take time to look through."""
        timeline = self._document.timeline
        under_tension = tension(timeline) if timeline else ""
        under_tension = f"under tension: {under_tension}" if under_tension else ""
        self._measured = (length(timeline), under_tension) if timeline else ()
        self.refresh()

    def _facts_line(self) -> str:
        document = self._document
        saved = "not saved yet" if document.path is None else "changed" if document.is_changed else "saved"
        measured = self._measured if document.timeline else ()
        return "  ·  ".join(part for part in (*measured, saved) if part)


def _show_step(made: QPushButton, text: str, keys: str, what: str) -> None:
    made.setToolTip(f"{text} {what} ({keys})".replace("  ", " "))
