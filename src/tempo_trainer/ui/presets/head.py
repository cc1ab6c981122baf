"""The head of a preset: its name, whose it is and where it is used, and what can be done with it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from tempo_trainer.ui.fields import Row, TextField
from tempo_trainer.ui.presets.edits import Preset, plain_name, short, used_in
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import button, column, label

BROAD = 620  # from this width on the buttons stand beside the name
NAME_WIDTH = 360
_BUTTONS_DOWN = 20  # so that the buttons stand on the line of the field, which has its label above


class Head(QWidget):
    """`renamed` with a new name that is good; while it is not, it says so and is silent."""

    renamed = Signal(str)

    def __init__(self, name_problem: Callable[[str], str]) -> None:
        super().__init__()
        self._problem_of = name_problem
        self._preset: Preset | None = None
        self.name = TextField("Name")
        self.name.textEdited.connect(lambda _: self._look())
        self.name.editingFinished.connect(self.take_typed)
        self._row = Row("Name", self.name)
        self._row.setMaximumWidth(NAME_WIDTH)
        self._fixed = label("name")
        self.duplicate = button("Duplicate")
        self.delete = button("Delete", "danger")
        self.reset = button("Reset to shipped")
        self._about, self._uses = label("quiet"), label("quiet")
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._arrange()

    def show_preset(self, preset: Preset) -> None:
        """Tell of this one. A name that is being typed for it stays."""
        if self._preset is None or preset.name != self._preset.name:
            self.name.set_text(preset.name)
            self._row.show_problem("")
        self._preset = preset
        built_in = preset.built_in is not None
        self._fixed.setText(preset.name)
        self._fixed.setVisible(built_in)
        self._row.setVisible(not built_in)
        self.delete.setVisible(not built_in)
        self.reset.setVisible(built_in)
        self.reset.setEnabled(preset.hides)
        self._about.setText(_about(preset))
        self._lie_or_stand()

    def show_uses(self, workouts: Sequence[str] | None) -> None:
        """Say which workouts name it, once that is known."""
        told = f"Used in {used_in(workouts)}: what you change here changes there too." if workouts else ""
        self._uses.setText("" if workouts is None else told or "No workout of the library uses it.")
        self._uses.setVisible(workouts is not None)
        self._uses.setToolTip("\n".join(workouts or ()))

    def edit_name(self) -> None:
        """Let the user type a name at once."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    @property
    def is_typed(self) -> bool:
        """Whether another name stands in the field than the preset has."""
        return self._preset is not None and not self._row.isHidden() and self.name.text() != self._preset.name

    def take_typed(self) -> None:
        """Tell of the name that is typed, if it is another one and good."""
        name = plain_name(self.name.text())
        if self._preset and name == self._preset.name:
            self.forget_typed()
        elif self.is_typed and not self._problem_of(name):
            self.renamed.emit(name)

    def forget_typed(self) -> None:
        """Show the name that it has."""
        if self._preset:
            self.name.set_text(self._preset.name)
            self._row.show_problem("")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """The buttons stand beside the name, or below it."""
        super().resizeEvent(event)
        self._lie_or_stand()

    def _lie_or_stand(self) -> None:
        directions, broad = QBoxLayout.Direction, self.width() >= BROAD
        self._line.setDirection(directions.LeftToRight if broad else directions.TopToBottom)
        self._buttons.setContentsMargins(0, _BUTTONS_DOWN if broad and not self._row.isHidden() else 0, 0, 0)

    def _look(self) -> None:
        name = plain_name(self.name.text())
        own = self._preset and name == self._preset.name
        self._row.show_problem("" if own else self._problem_of(name))

    def _arrange(self) -> None:
        made = QWidget()
        self._buttons = QHBoxLayout(made)
        self._buttons.setSpacing(SPACE)
        for control in (self.duplicate, self.reset, self.delete):
            self._buttons.addWidget(control)
        self._buttons.addStretch(1)
        self._line.setSpacing(int(1.5 * SPACE))
        self._line.addWidget(self._fixed, 1, Qt.AlignmentFlag.AlignVCenter)
        self._line.addWidget(self._row, 1, Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        rows = column(self, spacing=SPACE // 2)
        rows.addLayout(self._line)
        rows.addSpacing(SPACE // 2)
        rows.addWidget(self._about)
        rows.addWidget(self._uses)


def _about(preset: Preset) -> str:
    """Whose it is, and what that means."""
    if preset.built_in is None:
        return "Your own. What you change is kept at once."
    if preset.own:
        return f"Your own, in place of the built-in “{preset.name}” ({short(preset.built_in)})."
    return "Built in. Change it, and yours takes its place until you reset it."
