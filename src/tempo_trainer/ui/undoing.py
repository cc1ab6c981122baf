"""Undo and redo for the whole page, also while a text field has the focus."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

KEYS = ("Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y")  # of the window's menu


class Undoing(QObject):
    """`goes_back` while a step is undone (`back`) or done again (`forward`); `settle` is called in another field."""

    def __init__(
        self,
        page: QWidget,
        back: Callable[[], None],
        forward: Callable[[], None],
        settle: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__(page)
        self.goes_back = False
        self._page = page
        self._back, self._forward, self._settle_step = back, forward, settle
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._settle)

    def undo(self) -> None:
        """Take the last step back."""
        self._step(self._back)

    def redo(self) -> None:
        """Do it again."""
        self._step(self._forward)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """A text field would take Ctrl+Z for itself, and know nothing of the steps before it had the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence(event.keyCombination())
            if any(keys == QKeySequence(ours) for ours in KEYS):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _settle(self, before: QWidget | None, now: QWidget | None) -> None:
        """Another field: what is typed there is another step. Its own keys for undo are those of the page."""
        self._settle_step()
        if before is not None:
            before.removeEventFilter(self)
        if now is not None and self._page.isAncestorOf(now):
            now.installEventFilter(self)

    def _step(self, step: Callable[[], None]) -> None:
        self.goes_back = True
        try:
            step()
        finally:
            self.goes_back = False
