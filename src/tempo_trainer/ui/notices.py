"""Messages without dialogs: a bar that stays until its cause is gone or it is closed. Repeats collapse."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import button, column, label, named

PASSING = {"awake", "gap"}  # to be known, not to be looked at all session long
PASSING_MS = 15_000


class NoticeBar(QWidget):
    """Shows the newest notice of each topic; empty topics vanish. `tell` may be called from any thread."""

    _told = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notices: dict[str, str] = {}
        self._label = label()
        self._label.setAccessibleName("Notice")
        close = button("Close")
        close.clicked.connect(self.clear)
        frame = named(QFrame(), "notice")
        column(self, (2 * SPACE, SPACE, 2 * SPACE, SPACE)).addWidget(frame)
        row = QHBoxLayout(frame)
        row.setContentsMargins(2 * SPACE, SPACE, SPACE, SPACE)
        row.addWidget(self._label, 1)
        row.addWidget(close)
        self._told.connect(self._show)
        self.hide()

    def tell(self, topic: str, text: str) -> None:
        """Show a sentence; an empty one takes the topic's notice away."""
        self._told.emit(topic, text)

    def _show(self, topic: str, text: str) -> None:
        if text:
            self._notices[topic] = text
            if topic in PASSING:
                QTimer.singleShot(PASSING_MS, self, lambda: self._show(topic, ""))
        else:
            self._notices.pop(topic, None)
        self._label.setText("\n".join(self._notices.values()))
        self.setVisible(bool(self._notices))

    def clear(self) -> None:
        """Take all notices away."""
        self._notices.clear()
        self.hide()

    @property
    def text(self) -> str:
        """What is shown."""
        return "\n".join(self._notices.values())
