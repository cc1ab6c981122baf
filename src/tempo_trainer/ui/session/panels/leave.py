"""The question before an unfinished session is ended; it is paused meanwhile."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tempo_trainer.session.face import work_done
from tempo_trainer.session.moment import Moment
from tempo_trainer.ui.session.panels.panel import Panel
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import button, label


class LeavePanel(Panel):
    """Emits `ended` or `gone_on`, the answers; Esc is left to whoever asked."""

    ended = Signal()
    gone_on = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "End the session?", width=520)
        self._text = label()
        self._go_on = button("Go on (Space)", "primary")
        self._go_on.clicked.connect(self.go_on)
        end = button("End it here (E)")
        end.clicked.connect(self._end)
        key = QShortcut(QKeySequence("E"), self)
        key.setAutoRepeat(False)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self._end)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self._go_on, 1)
        row.addWidget(end, 1)
        self.content.addWidget(self._text)
        self.content.addLayout(row)
        self._close.hide()

    def ask(self, moment: Moment) -> None:
        """Show what would be left undone."""
        self._text.setText(f"{work_done(moment)} The session is paused meanwhile.")
        self.open_panel()

    def first_control(self) -> QWidget:
        """The harmless one."""
        return self._go_on

    def go_on(self) -> None:
        """The answer of whoever pressed a key by mistake."""
        self.close_panel()
        self.gone_on.emit()

    def _end(self) -> None:
        self.close_panel()
        self.ended.emit()
