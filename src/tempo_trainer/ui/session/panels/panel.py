"""A panel: a card over the stage, one at a time. The session goes on below it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import button, column, label, named


class Panel(QFrame):
    """Stands in the middle of its parent, as large as its content needs; what does not fit is scrolled."""

    closed = Signal()

    def __init__(self, parent: QWidget, title: str, width: int = 560) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAccessibleName(title)
        self.over = parent
        self._wanted_width = width
        self._close = button("Close")
        self._close.setToolTip("Close (Esc)")
        self._close.setAccessibleName(f"Close {title}")
        self._close.clicked.connect(self.close_panel)
        self._inside = QWidget()
        self.content = column(self._inside, (0, 0, SPACE, 0), 2 * SPACE)
        head = QHBoxLayout()
        head.addWidget(label("name", title), 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._inside)
        rows: QVBoxLayout = column(self, (3 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE), 2 * SPACE)
        rows.addLayout(head)
        rows.addWidget(scroll, 1)
        parent.installEventFilter(self)
        self.hide()

    def open_panel(self) -> None:
        """Show it above all else, with the first of its controls in the focus."""
        self.show()
        self._place()  # once the style sheet has dressed it
        self.raise_()
        self.first_control().setFocus(Qt.FocusReason.OtherFocusReason)

    def first_control(self) -> QWidget:
        """What has the focus when the panel opens."""
        return self._close

    def close_panel(self) -> None:
        """Give the stage back."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def section(self, title: str) -> None:
        """A heading between groups of controls."""
        heading = named(label("", title), "section")
        self.content.addWidget(heading)

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: N802  Qt's name and way
        """Tab stays inside while the panel is open."""
        inside = [widget for widget in self.findChildren(QWidget) if _takes_focus(widget)]
        focus = self.window().focusWidget()
        if focus not in inside:
            return super().focusNextPrevChild(following)
        step = 1 if following else -1
        inside[(inside.index(focus) + step) % len(inside)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Stay in the middle when the parent changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        room = self.over.rect().adjusted(SPACE, SPACE, -SPACE, -SPACE)
        width = min(self._wanted_width, room.width())
        self._inside.setFixedWidth(width - 7 * SPACE)
        height = self._inside.heightForWidth(width - 7 * SPACE) if self._inside.hasHeightForWidth() else -1
        height = max(height, self._inside.sizeHint().height()) + 12 * SPACE
        self.setGeometry(0, 0, width, min(height, room.height()))
        self.move(room.center() - self.rect().center())


def _takes_focus(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
