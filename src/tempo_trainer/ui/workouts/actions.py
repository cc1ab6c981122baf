"""What can be done with a workout, as a menu: the same one behind the button and behind the right mouse button."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from tempo_trainer.ui.workouts.entries import Entry

Deed = Literal[
    "start", "edit", "duplicate", "rename", "delete", "export", "record", "open_text", "show_text", "open_folder"
]


@dataclass(frozen=True)
class _Item:
    text: str
    may: Callable[[Entry], bool]
    key: str = ""
    begins_group: bool = False


def _any(_entry: Entry) -> bool:
    return True


def _good(entry: Entry) -> bool:
    return entry.good


def _own(entry: Entry) -> bool:
    return entry.own


_ITEMS: Mapping[Deed, _Item] = {
    "start": _Item("Start", _good, "Return"),
    "edit": _Item("Edit", _good),
    "duplicate": _Item("Duplicate", _any, "Ctrl+D", begins_group=True),
    "rename": _Item("Rename…", _own, "F2"),
    "delete": _Item("Move to trash", _own, "Del"),
    "export": _Item("Export a copy…", _any, begins_group=True),
    "record": _Item("Export as sound…", _good),
    "open_text": _Item("Open in text editor", _own, begins_group=True),
    "show_text": _Item("Show as text", _any),
    "open_folder": _Item("Open folder", _any),
}


class WorkoutMenu(QMenu):
    """Each item calls `do` with its deed. Keys reach it through `press`: the window's own shortcuts come first."""

    def __init__(self, parent: QWidget, do: Callable[[Deed], None]) -> None:
        super().__init__("Workout", parent)
        self._do = do
        self._actions: dict[Deed, QAction] = {}
        for deed, item in _ITEMS.items():
            if item.begins_group:
                self.addSeparator()
            action = QAction(item.text, self)
            action.setShortcut(QKeySequence(item.key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # here they are only shown
            action.setShortcutVisibleInContextMenu(True)
            action.triggered.connect(lambda _=False, it=deed: do(it))
            self._actions[deed] = action
            self.addAction(action)

    def suit(self, entry: Entry | None) -> None:
        """Offer what can be done with this workout."""
        for deed, action in self._actions.items():
            action.setEnabled(entry is not None and _ITEMS[deed].may(entry))
        self._actions["edit"].setText("Edit" if entry is None or entry.own else "Edit a copy")

    def may(self, deed: Deed) -> bool:
        """Whether this can be done now."""
        return self._actions[deed].isEnabled()

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key stands for; whether it stands for anything."""
        pressed = QKeySequence(event.keyCombination())
        for deed, item in _ITEMS.items():
            if item.key and deed != "start" and pressed == QKeySequence(item.key):
                if self.may(deed):
                    self._do(deed)
                return True
        return False
