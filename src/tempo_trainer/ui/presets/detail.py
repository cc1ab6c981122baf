"""One preset: its head, its tempo to be edited, and one rep of it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QWidget

from tempo_trainer.ui.presets.head import Head
from tempo_trainer.ui.presets.showing import Showing
from tempo_trainer.ui.tempo import TempoEditor
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import column, named

BROAD = 720  # from this width on the rep stands beside the tempo
_TOP = Qt.AlignmentFlag.AlignTop


class Detail(QScrollArea):
    """Puts the parts of a preset beside or below each other; it is scrolled where there is little room."""

    def __init__(self, head: Head, editor: TempoEditor, showing: Showing) -> None:
        super().__init__()
        self._showing = showing
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("The preset")
        rows = column(inside := QWidget(), (0, 0, SPACE, 3 * SPACE), 2 * SPACE)
        rows.addWidget(head)
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._halves.setSpacing(2 * SPACE)
        self._halves.addWidget(_card(editor), 6, _TOP)
        self._halves.addWidget(showing, 5, _TOP)
        rows.addLayout(self._halves)
        rows.addStretch(1)
        self.setWidget(inside)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """The rep beside the tempo, or below it."""
        super().resizeEvent(event)
        size, directions = self.viewport().size(), QBoxLayout.Direction
        broad = size.width() >= BROAD
        self._halves.setDirection(directions.LeftToRight if broad else directions.TopToBottom)
        most = size.width() * (0.55 if broad else 0.62)
        self._showing.setFixedHeight(round(min(640.0, max(340.0, min(most, size.height() * 0.8)))))


def _card(widget: QWidget) -> QWidget:
    card = named(QFrame(), "card")
    column(card, (2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)).addWidget(widget)
    return card
