"""The places of the window, and the bar that leads to them."""

from collections.abc import Mapping
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton

from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import button, choose_button


class Place(Enum):
    """Where one can be, in the order of the bar."""

    WORKOUTS = "Workouts"
    BUILDER = "Builder"
    EXERCISES = "Exercises"
    PRESETS = "Presets"
    HISTORY = "History"
    SETTINGS = "Settings"

    @property
    def key(self) -> str:
        """The shortcut that leads there."""
        return f"Ctrl+{list(Place).index(self) + 1}"


class PlaceBar(QFrame):
    """A button a place; `wanted` tells which one was pressed."""

    wanted = Signal(Place)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("places")
        self.setAccessibleName("Places")
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * SPACE, SPACE // 2, 2 * SPACE, SPACE // 2)
        row.setSpacing(SPACE // 2)  # six of them stand in the narrowest window, one with a dot
        self._buttons: Mapping[Place, QPushButton] = {place: self._button(place) for place in Place}
        for made in self._buttons.values():
            row.addWidget(made)
        row.addStretch(1)

    def show_place(self, place: Place) -> None:
        """Mark where the window is."""
        choose_button(self._buttons.values(), self._buttons[place])

    def mark(self, place: Place, *, unsaved: bool) -> None:
        """A dot behind the name says that something there is not saved."""
        self._buttons[place].setText(f"{place.value} •" if unsaved else place.value)
        self._buttons[place].setAccessibleName(f"{place.value}, not saved" if unsaved else place.value)

    def _button(self, place: Place) -> QPushButton:
        made = button(place.value, "place")
        made.setCheckable(True)
        made.setToolTip(f"{place.value} ({place.key})")
        made.clicked.connect(lambda: self.wanted.emit(place))
        self._group.addButton(made)
        return made
