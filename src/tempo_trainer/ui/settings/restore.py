"""The way back to the defaults. It asks in its place, as no setting is worth a dialog."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import button, label

_OFFER = "Set everything on this screen as it was when the program was new."
_QUESTION = "Restore all defaults? Picture and sound stay adjusted for each device."
_NOTHING = "Everything is as it was when the program was new."


class Restore(QWidget):
    """`wanted` comes with the second press."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._text = label("quiet")
        self._begin = button("Restore defaults…")
        self._keep = button("Keep mine", "primary")
        self._do = button("Restore defaults", "danger")
        self._begin.clicked.connect(lambda: self._ask(asking=True))
        self._keep.clicked.connect(self.take_back)
        self._do.clicked.connect(self._restore)
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * SPACE, 0, 3 * SPACE, 0)
        row.setSpacing(SPACE)
        row.addWidget(self._text, 1)
        for control in (self._begin, self._keep, self._do):
            row.addWidget(control)
        self._escape = QShortcut(QKeySequence("Esc"), self, self.take_back)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._ask(asking=False)

    def allow(self, allowed: bool) -> None:
        """Whether there is anything to restore."""
        self._begin.setEnabled(allowed)
        if not self._keep.isVisibleTo(self):
            self._text.setText(_OFFER if allowed else _NOTHING)

    def take_back(self) -> None:
        """As if nobody had asked."""
        had_focus = self._keep.hasFocus() or self._do.hasFocus()
        self._ask(asking=False)
        if had_focus:
            self._begin.setFocus()

    def _ask(self, *, asking: bool) -> None:
        self._escape.setEnabled(asking)
        self._begin.setVisible(not asking)
        self._keep.setVisible(asking)
        self._do.setVisible(asking)
        self._text.setText(_QUESTION if asking else _OFFER)
        if asking:
            self._keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _restore(self) -> None:
        self.take_back()
        self.wanted.emit()
