"""What the window asks of each of its pages."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from tempo_trainer.ui.themes import Theme
from tempo_trainer.workout.model import Names


class Page(QWidget):
    """A page does what applies to it, and leaves the rest as it is here."""

    can_save = False
    can_undo = False

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")

    def set_theme(self, theme: Theme) -> None:
        """Take other colours, where the style sheet does not reach."""

    def set_steps_only(self, *, steps_only: bool) -> None:
        """Reduced motion: what moves does so once a second."""

    def set_names(self, names: Names) -> None:
        """The presets are others now."""

    def entered(self) -> None:
        """It is shown, again: the focus goes where work begins."""
        self.setFocus()

    def seek(self) -> bool:
        """Let the user search; false if there is nothing to search in."""
        return False

    def save(self) -> bool:
        """Keep what was made; false if there is nothing to keep here."""
        return False

    def step_back(self) -> None:
        """Undo."""

    def step_forward(self) -> None:
        """Redo."""

    def ask_to_leave(self, then: Callable[[], object]) -> bool:
        """Ask before something is lost, then do what was wanted; false if there is nothing to ask."""
        del then
        return False
