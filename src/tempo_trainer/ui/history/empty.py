"""What the history screen shows while there is no history."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import button, column, label, named

TITLE = "Nothing has been done yet"
TEXT = (
    "Every session that you begin is kept here, set by set, with what you say of effort and pain. "
    "Do a workout, then come back to see it."
)
_WIDTH = 460


class Empty(QWidget):
    """A card in the middle; its button leads to the workouts."""

    def __init__(self) -> None:
        super().__init__()
        self.begin = button("Choose a workout", "primary")
        card = named(QFrame(), "card")
        card.setFixedWidth(_WIDTH)
        rows = column(card, (3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE), 2 * SPACE)
        rows.addWidget(label("name", TITLE))
        rows.addWidget(label("quiet", TEXT))
        rows.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)
        middle = QHBoxLayout()  # an alignment would give the card the height of labels that do not wrap
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        page = column(self)
        page.addStretch(2)
        page.addLayout(middle)
        page.addStretch(3)
