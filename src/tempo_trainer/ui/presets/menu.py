"""What can be done with a preset, as the menu behind the right mouse button; the keys of the list are shown in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from tempo_trainer.ui.presets.edits import Preset

Deed = Literal["new", "duplicate", "rename", "delete", "reset"]


@dataclass(frozen=True)
class _Item:
    text: str
    key: str
    may: Callable[[Preset], bool]


_ITEMS: Mapping[Deed, _Item] = {
    "new": _Item("New preset", "Ins", lambda _: True),
    "duplicate": _Item("Duplicate", "Ctrl+D", lambda _: True),
    "rename": _Item("Rename", "F2", lambda preset: preset.built_in is None),
    "delete": _Item("Delete", "Del", lambda preset: preset.built_in is None),
    "reset": _Item("Reset to shipped", "Del", lambda preset: preset.hides),
}


class PresetMenu(QMenu):
    """Each item calls `do` with its deed. Keys reach it through `press`, from the list only."""

    def __init__(self, parent: QWidget, do: Callable[[Deed], None]) -> None:
        super().__init__("Preset", parent)
        self._do = do
        self._preset: Preset | None = None
        self._actions: dict[Deed, QAction] = {}
        for deed, item in _ITEMS.items():
            action = QAction(item.text, self)
            action.setShortcut(QKeySequence(item.key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # here they are only shown
            action.setShortcutVisibleInContextMenu(True)
            action.triggered.connect(lambda _=False, it=deed: do(it))
            self._actions[deed] = action
            self.addAction(action)

    def suit(self, preset: Preset) -> None:
        """Offer what can be done with this one."""
        self._preset = preset
        for deed, action in self._actions.items():
            action.setEnabled(_ITEMS[deed].may(preset))
        self._actions["delete"].setVisible(preset.built_in is None)
        self._actions["reset"].setVisible(preset.built_in is not None)

    def press(self, pressed: QKeySequence) -> bool:
        """Do what the keys stand for; whether they stand for anything."""
        found = [deed for deed, item in _ITEMS.items() if pressed == QKeySequence(item.key)]
        for deed in found:
            if self._actions[deed].isEnabled():
                self._do(deed)
                break
        return bool(found)
