"""The strip below the library: what was just done and can be undone, or what goes on and can be called off."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar

from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import button, label

UNDO = "Undo"


class Strip(QFrame):
    """One message at a time, with one thing to do about it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._answer: Callable[[], None] = lambda: None
        self._text = label()
        self._text.setAccessibleName("Message")
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Progress")
        self.do = button("")
        self.do.clicked.connect(self._press)
        self.close_button = button("Close")
        self.close_button.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * SPACE, SPACE, SPACE, SPACE)
        row.setSpacing(SPACE)
        row.addWidget(self._text, 2)
        row.addWidget(self._bar, 1)
        row.addWidget(self.do)
        row.addWidget(self.close_button)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def offer(self, text: str, answer_text: str = "", answer: Callable[[], None] = lambda: None) -> None:
        """Say what was done, and offer to do something about it."""
        self._show(text, answer_text, answer, under_way=False)

    def follow(self, text: str, call_off: Callable[[], None]) -> None:
        """Say what goes on, and offer to stop it."""
        self._bar.setValue(0)
        self._show(text, "Cancel", call_off, under_way=True)

    def say(self, text: str) -> None:
        """Say it in other words; all else stays."""
        self._text.setText(text)

    def undo(self) -> bool:
        """Do what the button offers, if that is to undo something; whether it is."""
        offered = self.isVisible() and self.do.text() == UNDO
        if offered:
            self._press()
        return offered

    def progress(self, share: int) -> None:
        """How much of it is done, of 1000."""
        self._bar.setValue(share)

    def _show(self, text: str, answer_text: str, answer: Callable[[], None], *, under_way: bool) -> None:
        self._answer = answer
        self._text.setText(text)
        self.do.setText(answer_text)
        self.do.setVisible(bool(answer_text))
        self._bar.setVisible(under_way)
        self.close_button.setVisible(not under_way)
        self.show()

    def _press(self) -> None:
        answer = self._answer
        self.hide()
        answer()
