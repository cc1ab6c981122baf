"""The help screen: every key, outside of a session and in one, and the rules of what comes next."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QWidget

from tempo_trainer.history.rules import RULES
from tempo_trainer.session.commands import Command, key_sign
from tempo_trainer.ui.page import Page
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import button, column, label, named

NARROW = 900
FIRST = (
    "Choose a workout and press Enter: the session begins with Space. "
    "Everything can be done without a mouse; Tab leads from one control to the next."
)
AT_THE_END = (
    ("0–9 X", "how hard it was, then whether it hurt; X is 10"),
    ("← →", "one less or more; ↑ ↓ to the other question"),
    ("Space", "done; Tab first leads to the note and to what comes next"),
)
IN_LISTS = (
    ("Enter", "start the chosen workout; in the builder, go to its fields"),
    ("Del", "delete, and it can be brought back"),
    ("F2", "another name"),
    ("Ctrl+D", "one more like this"),
    ("Alt+↑ ↓", "move a block of a workout up or down"),
    ("Menu key", "all that can be done with the chosen one"),
)


class HelpPage(Page):
    """Emits `left` when the reader has seen enough."""

    left = Signal()

    def __init__(self, keys: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        close = button("Back", "primary")
        close.clicked.connect(self.left)
        self._close = close
        head = QHBoxLayout()
        head.addWidget(label("title", "Keys and help"), 1)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignVCenter)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(3 * SPACE)
        left = column(outside := QWidget(), spacing=3 * SPACE)
        left.addWidget(_card("Everywhere outside of a session", keys))
        left.addWidget(_card("In lists", IN_LISTS))
        left.addStretch(1)
        in_session = [(key_sign(command), command.value) for command in Command]
        self._columns.addWidget(outside, 1)
        right = column(beside := QWidget(), spacing=3 * SPACE)
        right.addWidget(_card("In a session", in_session))
        right.addWidget(_card("At the end of a session", AT_THE_END))
        right.addStretch(1)
        self._columns.addWidget(beside, 1)
        page = column(self, (3 * SPACE, 2 * SPACE, 3 * SPACE, 0), 2 * SPACE)
        page.addLayout(head)
        page.addWidget(label("quiet", FIRST))
        page.addWidget(self._scrolled(), 1)
        QShortcut(QKeySequence("Esc"), self, self.left.emit, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def entered(self) -> None:
        """Enter and Space go back."""
        self._close.setFocus()

    def showEvent(self, event: object) -> None:  # noqa: N802  Qt's name
        """It is shown."""
        super().showEvent(event)  # type: ignore[arg-type]  # handed on as it came
        self.entered()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """One column where there is no room for two."""
        super().resizeEvent(event)
        wide = self.width() >= NARROW
        directions = QBoxLayout.Direction
        self._columns.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    def _scrolled(self) -> QScrollArea:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName("The keys")
        inside = column(all_of_it := QWidget(), (0, 0, SPACE, 3 * SPACE), 3 * SPACE)
        inside.addLayout(self._columns)
        inside.addWidget(_rules())
        inside.addStretch(1)
        scroll.setWidget(all_of_it)
        return scroll


def _rules() -> QFrame:
    """By which suggestions are made: who follows one may know why."""
    card = named(QFrame(), "card")
    rows = column(card, (3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE), SPACE)
    rows.addWidget(label("section", "What next: the rules"))
    rows.addWidget(label("", RULES.strip()))
    return card


def _card(title: str, lines: Iterable[tuple[str, str]]) -> QFrame:
    card = named(QFrame(), "card")
    rows = column(card, (3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE), SPACE)
    rows.addWidget(label("section", title))
    grid = QGridLayout()
    grid.setHorizontalSpacing(2 * SPACE)
    grid.setVerticalSpacing(SPACE // 2)
    grid.setColumnStretch(1, 1)
    for row, (key, what) in enumerate(lines):
        grid.addWidget(named(QLabel(key), "key"), row, 0)
        grid.addWidget(label("", what[:1].upper() + what[1:]), row, 1)
    rows.addLayout(grid)
    return card
