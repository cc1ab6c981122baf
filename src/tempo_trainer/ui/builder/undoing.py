"""Undo and redo for the whole page, also while a text field has the focus."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from tempo_trainer.ui.builder.document import Document


def page_action(page: QWidget, text: str, keys: Sequence[str], do: Callable[[], None]) -> QAction:
    """One that a menu can have too: its keys hold on this page only."""
    made = QAction(text, page)
    made.setShortcuts([QKeySequence(key) for key in keys])
    made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    made.triggered.connect(lambda _=False: do())
    page.addAction(made)
    return made


class Undoing(QObject):
    """`goes_back` while a step is undone or done again."""

    def __init__(self, document: Document, page: QWidget) -> None:
        super().__init__(page)
        self.goes_back = False
        self._document = document
        self._page = page
        self.undo = page_action(page, "Undo", ["Ctrl+Z"], lambda: self._step(document.undo.undo))
        self.redo = page_action(page, "Redo", ["Ctrl+Shift+Z", "Ctrl+Y"], lambda: self._step(document.undo.redo))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._settle)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """A text field would take Ctrl+Z for itself, and know nothing of the steps before it had the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence(event.keyCombination())
            if keys in self.undo.shortcuts() + self.redo.shortcuts():
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _settle(self, before: QWidget | None, now: QWidget | None) -> None:
        """Another field: what is typed there is another step. Its own keys for undo are those of the page."""
        self._document.settle()
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
