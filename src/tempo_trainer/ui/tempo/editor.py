"""A tempo to be edited: the same in all sets, or changing from the first to the last."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from tempo_trainer.ui.fields import Choices
from tempo_trainer.ui.tempo.figures import Figures
from tempo_trainer.ui.tempo.parts import RAMP_TOO_SHORT, joined, too_short_for_ramp
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import column
from tempo_trainer.workout.exercise import Exercise
from tempo_trainer.workout.tempo import Ramp, Tempo

SAME, RAMP = "same", "ramp"


class TempoEditor(QWidget):
    """`changed` tells of each tempo that the user makes; while what stands there is none, it says so and is silent."""

    changed = Signal(object)  # Tempo | Ramp

    def __init__(self) -> None:
        super().__init__()
        self._known: Tempo | Ramp | None = None  # the last that was set or told
        self._kind = Choices("Over the sets", {SAME: "Same in all sets", RAMP: "Changes by set"})
        self._kind.picked.connect(self._kind_picked)
        self._first, self._last = Figures(), Figures()
        for figures in (self._first, self._last):
            figures.changed.connect(self._changed)
        rows = column(self, spacing=2 * SPACE)
        for widget in (self._kind, self._first, self._last):
            rows.addWidget(widget)
        self._exercise: Exercise | None = None
        self.set_exercise(Exercise(name="Any exercise"))
        self._last.set_title("Last set")
        self._show_kind(SAME)

    def set_exercise(self, exercise: Exercise) -> None:
        """Take its order and its words; the tempo stays."""
        if exercise != self._exercise:
            self._exercise = exercise
            for figures in (self._first, self._last):
                figures.set_exercise(exercise)
            self._order_tabs()

    def set_tempo(self, tempo: Tempo | Ramp) -> None:
        """Show a tempo, without telling. What is being typed stays as it is if it led to this tempo."""
        if tempo == self._known and (self.tempo() is not None or self._is_typed_in()):
            return
        self._known = tempo
        self.put_back()

    def put_back(self) -> None:
        """Show the last tempo that was valid again, in place of what is typed."""
        if (tempo := self._known) is None:
            return
        start, end = (tempo.start, tempo.end) if isinstance(tempo, Ramp) else (tempo, tempo)
        self._first.set_tempo(start)
        self._last.set_tempo(end)
        self._show_kind(RAMP if isinstance(tempo, Ramp) else SAME)

    def enter(self) -> None:
        """Begin with the first field."""
        self._first.fields.in_tab_order()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def tempo(self) -> Tempo | Ramp | None:
        """What stands there; None while that is not valid."""
        if self._kind.chosen() == SAME:
            return self._first.tempo()
        return joined(self._first.tempo(), self._last.tempo())

    def _kind_picked(self, kind: str) -> None:
        first = self._first.tempo()
        if kind == RAMP and first:  # no change yet, to begin with
            self._last.set_tempo(first)
        self._show_kind(kind)
        self._changed()

    def _show_kind(self, kind: str) -> None:
        self._kind.choose(kind)
        self._first.set_title("First set" if kind == RAMP else "")
        self._last.setVisible(kind == RAMP)

    def _changed(self) -> None:
        self._show_problems()
        tempo = self.tempo()
        if tempo is not None and tempo != self._known:
            self._known = tempo
            self.changed.emit(tempo)

    def _show_problems(self) -> None:
        """Those that one tempo alone does not have."""
        ramp = self._kind.chosen() == RAMP
        for figures in (self._first, self._last):
            if tempo := figures.tempo():
                figures.show_problem(RAMP_TOO_SHORT if ramp and too_short_for_ramp(tempo) else "")

    def _is_typed_in(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _order_tabs(self) -> None:
        controls: list[QWidget] = list(self._kind.findChildren(QPushButton))
        for figures in (self._first, self._last):
            controls += [*figures.fields.in_tab_order(), figures.notation]
        for before, following in pairwise(controls):
            QWidget.setTabOrder(before, following)
