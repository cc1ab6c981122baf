"""What can be done with a session, as the menu behind the right mouse button; the keys of the list are shown in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from tempo_trainer.history.records import Session

Deed = Literal["go_on", "again", "fit", "workout", "delete"]


@dataclass(frozen=True)
class _Item:
    text: str
    may: Callable[[Session], bool]
    changes: bool = False  # something, which only this window may do
    key: str = ""


def _over(session: Session) -> bool:
    return session.state != "running"


_ITEMS: Mapping[Deed, _Item] = {
    "go_on": _Item("Go on with it", lambda session: session.state == "interrupted", changes=True),
    "again": _Item("Do it again", lambda _: True, changes=True),
    "fit": _Item("Export as FIT file…", _over),
    "workout": _Item("Save its workout…", lambda _: True),
    "delete": _Item("Delete", _over, changes=True, key="Del"),
}


class SessionMenu(QMenu):
    """Each item calls `do` with its deed. Keys reach it through `press`, from the list only."""

    def __init__(self, parent: QWidget, do: Callable[[Deed], None]) -> None:
        super().__init__("Session", parent)
        self._do = do
        self._actions: dict[Deed, QAction] = {}
        for deed, item in _ITEMS.items():
            action = QAction(item.text, self)
            action.setShortcut(QKeySequence(item.key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # here they are only shown
            action.setShortcutVisibleInContextMenu(True)
            action.triggered.connect(lambda _=False, it=deed: do(it))
            self._actions[deed] = action
            self.addAction(action)
        self.insertSeparator(self._actions["fit"])
        self.insertSeparator(self._actions["delete"])

    def suit(self, session: Session | None, *, only_looks: bool) -> None:
        """Offer what can be done with this one."""
        for deed, action in self._actions.items():
            item = _ITEMS[deed]
            action.setEnabled(session is not None and item.may(session) and not (only_looks and item.changes))
        self._actions["go_on"].setVisible(session is not None and session.state == "interrupted")

    def may(self, deed: Deed) -> bool:
        """Whether this can be done now."""
        return self._actions[deed].isEnabled()

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key stands for; whether it stands for anything."""
        pressed = QKeySequence(event.keyCombination())
        for deed, item in _ITEMS.items():
            if item.key and pressed == QKeySequence(item.key):
                if self.may(deed):
                    self._do(deed)
                return True
        return False
