"""Four fields for the lengths of the phases, in the order in which an exercise performs them."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from tempo_trainer.ui.fields import SecondsField, checkbox
from tempo_trainer.ui.tempo.parts import MOVEMENTS, Parts, in_order
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import label
from tempo_trainer.workout.exercise import Exercise
from tempo_trainer.workout.tempo import LONGEST_PART_MS, PHASES, Phase

STEP_MS = 500
FIELD_WIDTH = 112
FAST = "As fast as possible (X)"
TERMS: Mapping[Phase, str] = {
    "eccentric": "eccentric",
    "stretched_pause": "stretched",
    "concentric": "concentric",
    "contracted_pause": "contracted",
}


def mark(field: QWidget, *, wrong: bool) -> None:
    """Show that what stands in a field is wrong, or that it is right."""
    if bool(field.property("wrong")) != wrong:
        field.setProperty("wrong", wrong)
        field.style().unpolish(field)
        field.style().polish(field)


class PhaseFields(QWidget):
    """In one row where there is room, else in two. `changed` tells what the user does."""

    changed = Signal(object)  # Parts

    def __init__(self) -> None:
        super().__init__()
        self._parts = Parts()
        self._order: tuple[Phase, ...] = ()
        self._words: Mapping[Phase, QLabel] = {phase: label("field") for phase in PHASES}
        self._terms: Mapping[Phase, QLabel] = {phase: label("quiet", TERMS[phase]) for phase in PHASES}
        self._lengths: Mapping[Phase, SecondsField] = {phase: self._length(phase) for phase in PHASES}
        self._fast: Mapping[Phase, QCheckBox] = {phase: self._fast_box(phase) for phase in MOVEMENTS}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE)
        self._grid.setVerticalSpacing(SPACE // 2)
        self._columns = 0

    def set_exercise(self, exercise: Exercise) -> None:
        """Take its order and its words."""
        for phase, word in exercise.words.by_phase().items():
            self._words[phase].setText(word[:1].upper() + word[1:])
            self._lengths[phase].setAccessibleName(f"{word} ({TERMS[phase]})")
        for phase, box in self._fast.items():
            box.setAccessibleName(f"{exercise.words.by_phase()[phase]} ({TERMS[phase]}): as fast as possible")
        self._order = in_order(exercise)
        self._columns = 0
        self._arrange()

    def show_parts(self, parts: Parts) -> None:
        """Show other lengths, without telling."""
        self._parts = parts
        for phase, field in self._lengths.items():
            field.set_ms(parts.of(phase))
        for phase, box in self._fast.items():
            box.setChecked(phase in parts.explosive)

    def show_wrong(self, *, wrong: bool) -> None:
        """Mark the movements, one of which has to be longer."""
        for phase in MOVEMENTS:
            mark(self._lengths[phase], wrong=wrong)

    def in_tab_order(self) -> list[QWidget]:
        """The controls as the eye goes over them."""
        return [
            control
            for phase in self._order
            for control in (self._lengths[phase], self._fast.get(phase))
            if control is not None
        ]

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """Two fields wide, as it can be arranged so."""
        return QSize(2 * FIELD_WIDTH + SPACE, self._grid.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Another width may ask for another arrangement."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = len(PHASES) if self.width() >= len(PHASES) * (FIELD_WIDTH + SPACE) - SPACE else 2
        if columns == self._columns:
            return
        self._columns = columns
        bottom = Qt.AlignmentFlag.AlignBottom
        for place, phase in enumerate(self._order):
            top, left = place // columns * 4, place % columns
            self._grid.addWidget(self._words[phase], top, left, bottom)
            self._grid.addWidget(self._terms[phase], top + 1, left)
            self._grid.addWidget(self._lengths[phase], top + 2, left)
            if phase in self._fast:
                self._grid.addWidget(self._fast[phase], top + 3, left, 1, 2)
        for column in range(len(PHASES)):
            self._grid.setColumnStretch(column, column < columns)
        self.updateGeometry()

    def _length(self, phase: Phase) -> SecondsField:
        field = SecondsField(TERMS[phase], 0, LONGEST_PART_MS, step_ms=STEP_MS)
        field.setMinimumWidth(FIELD_WIDTH)
        field.changed.connect(lambda ms: self._take(self._parts.lasting(phase, ms)))
        return field

    def _fast_box(self, phase: Phase) -> QCheckBox:
        box = checkbox(FAST)
        box.setToolTip("Timed as 1 s, and written as X")

        def clicked(*, fast: bool) -> None:
            self._take(self._parts.fast(phase) if fast else self._parts.lasting(phase, self._parts.of(phase)))

        box.clicked.connect(lambda fast: clicked(fast=fast))
        return box

    def _take(self, parts: Parts) -> None:
        self.show_parts(parts)
        self.changed.emit(parts)
