"""The page that offers to go on with a session that was broken off by a crash, a kill or a power cut."""

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from tempo_trainer.history.offer import Offer
from tempo_trainer.ui.page import Page
from tempo_trainer.ui.resume.table import in_sentences, table_of
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import Button, column, label, named

WIDEST = 90 * SPACE
LOW = 50 * SPACE  # below, the cards need the room of the hint, which assistive programs tell anyway
MARGIN = 2 * SPACE

TITLE = "Your session was interrupted"
GO_ON = "Go on with this set"
KEEP = "No, keep what was done"
KEEP_ONLY = "Keep what was done"
LATER = "Decide later (Esc)"
HINT = (
    "What was done is kept in any case. Going on waits for Space, then counts you in. "
    "“No” ends the session here. “Decide later” leaves it in the history."
)
HINT_TO_KEEP = "What was done is kept in any case, as a session that was ended early."


class ResumePage(Page):
    """Emits what the runner wants, once."""

    go_on = Signal()
    keep = Signal()
    later = Signal()

    def __init__(self, offer: Offer) -> None:
        super().__init__()
        self.setWindowTitle(TITLE)
        self._is_answered = False
        self.go_on_button = self._button(GO_ON, "primary", self.go_on)
        self.keep_button = self._button(KEEP if offer.can_go_on else KEEP_ONLY, "", self.keep)
        self.later_button = self._button(LATER, "quietly", self.later)
        self._main = self.go_on_button if offer.can_go_on else self.keep_button
        if not offer.can_go_on:
            self.go_on_button.hide()
            named(self.keep_button, "primary")
        inside = QWidget()
        self._cards = column(inside, spacing=2 * SPACE)
        self._cards.addWidget(_place_card(offer) if offer.can_go_on else _problem_card(offer))
        self._cards.addWidget(_done_card(offer))
        self._scroll = _scrolled(inside)
        self._hint = label("quiet", HINT if offer.can_go_on else HINT_TO_KEEP)
        self._main.setAccessibleDescription(self._hint.text())
        self._arrange(offer)
        QShortcut(
            QKeySequence("Esc"), self, self.later_button.click, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        )

    def entered(self) -> None:
        """Enter and Space go on; or keep what was done, where that is all there is."""
        self._main.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """The parts stay together; what is too tall is scrolled."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  Qt's name
        """Another theme may need another height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        self._hint.setVisible(self.height() >= LOW)
        width = min(WIDEST, self.width() - 2 * MARGIN)
        self._scroll.setMaximumHeight(self._cards.totalHeightForWidth(width))

    def _button(self, text: str, name: str, wanted: SignalInstance) -> QPushButton:
        made = named(Button(text), name)
        made.clicked.connect(lambda: self._answer(wanted))
        return made

    def _answer(self, wanted: SignalInstance) -> None:
        """A key that is held down answers once."""
        if not self._is_answered:
            self._is_answered = True
            wanted.emit()

    def _arrange(self, offer: Offer) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addWidget(self.go_on_button)
        buttons.addWidget(self.keep_button)
        buttons.addStretch(1)
        buttons.addWidget(self.later_button)
        middle = QWidget()
        middle.setMaximumWidth(WIDEST)
        rows = column(middle, spacing=2 * SPACE)
        rows.addStretch(1)
        rows.addWidget(label("title", TITLE))
        rows.addSpacing(-SPACE)
        rows.addWidget(label("quiet", f"{offer.name}  ·  {offer.when}"))
        rows.addWidget(self._scroll, 1000)
        rows.addLayout(buttons)
        rows.addWidget(self._hint)
        rows.addStretch(1)
        page = QHBoxLayout(self)
        page.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        page.addStretch(1)
        page.addWidget(middle, 1000)
        page.addStretch(1)


def _place_card(offer: Offer) -> QFrame:
    card, rows = _card("It goes on with")
    card.setAccessibleName(f"It goes on with {offer.exercise}. {offer.where}. {_load(offer)}".strip())
    rows.addWidget(label("name", offer.exercise))
    rows.addWidget(label("field", "  ·  ".join(part for part in (offer.where, _load(offer)) if part)))
    return card


def _problem_card(offer: Offer) -> QFrame:
    card, rows = _card("It cannot go on")
    rows.addWidget(label("", offer.problem))
    return card


def _done_card(offer: Offer) -> QFrame:
    card, rows = _card("What was done")
    card.setAccessibleName(in_sentences(offer.summary))
    rows.addLayout(table_of(offer.summary))
    return card


def _card(title: str) -> tuple[QFrame, QVBoxLayout]:
    card = named(QFrame(), "card")
    rows = column(card, (3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE), SPACE)
    rows.addWidget(label("section", title))
    return card, rows


def _load(offer: Offer) -> str:
    return f"load {offer.load}" if offer.load else ""


def _scrolled(inside: QWidget) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setAccessibleName("The session that was interrupted")
    scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # so that arrows scroll it
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(inside)
    return scroll
