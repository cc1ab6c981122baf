"""The panels of a stage: one open at a time; while one is open the keys are its own."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from tempo_trainer.ui.session.panels.panel import Panel

ALWAYS = {QKeySequence(key) for key in ("Esc", "T", "O", "?", "H", "PgDown", "B", ".")}
"""What opens or closes panels, and the keys of a presenter, who has no others."""


class PanelGroup(QObject):
    """Emits `all_closed` when the stage is free again."""

    all_closed = Signal()

    def __init__(self, parent: QObject, panels: Sequence[Panel]) -> None:
        super().__init__(parent)
        self._panels = panels
        self._shortcuts: Sequence[QShortcut] = ()
        for panel in panels:
            panel.closed.connect(self._closed)

    def own(self, shortcuts: Sequence[QShortcut]) -> None:
        """These keys mean nothing while a panel is open, as arrows move its sliders, and Space presses its buttons."""
        self._shortcuts = shortcuts

    @property
    def is_open(self) -> bool:
        """Whether one of them is shown."""
        return any(panel.isVisible() for panel in self._panels)

    def toggle(self, panel: Panel, show: Callable[[], None]) -> None:
        """Open this one in place of any other; if it was open, that was all."""
        was_open = panel.isVisible()
        self.close_all()
        if not was_open:
            show()
            self._enable(others=False)

    def close_all(self) -> None:
        """Give the stage back."""
        for panel in self._panels:
            panel.close_panel()

    def _closed(self) -> None:
        self._enable(others=True)
        self.all_closed.emit()

    def _enable(self, *, others: bool) -> None:
        for shortcut in self._shortcuts:
            shortcut.setEnabled(others or shortcut.key() in ALWAYS)
