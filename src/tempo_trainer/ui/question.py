"""A question, or something that has to be known, at the top of the page: no dialog, and one at a time."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget

from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import Button, label, named

TEXT_WIDTH = 360  # less would be broken into many lines

Answer = tuple[str, Callable[[], object]]  # what the button says, and what then is done


class Question(QFrame):
    """Its last answer is the harmless one, which Esc gives too; the first one is what most people want."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAccessibleName("Question")
        self._text = label()
        self._answers: Sequence[Answer] = []
        self.buttons: list[Button] = []
        self._row = QHBoxLayout()
        self._row.setSpacing(SPACE)
        self._row.addStretch(1)
        self._rows = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._rows.setContentsMargins(2 * SPACE, SPACE, SPACE, SPACE)
        self._rows.setSpacing(SPACE)
        self._rows.addWidget(self._text, 1)
        self._rows.addLayout(self._row)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(lambda: self._give(self._answers[-1]))
        self.hide()

    @property
    def text(self) -> str:
        """What is asked; empty if nothing is."""
        return "" if self.isHidden() else self._text.text()

    def ask(self, text: str, answers: Sequence[Answer], *, called_for: bool = True) -> None:
        """Show the question in place of any other; one that nobody called for leaves the focus where it is.

        Who types just then would answer it with a space.
        """
        self.close_question()
        self._text.setText(text)
        self._answers = answers
        for number, answer in enumerate(answers):
            made = named(Button(answer[0]), "primary" if number == 0 and len(answers) > 1 else "")
            made.setAccessibleDescription(text)
            made.clicked.connect(lambda _=False, answer=answer: self._give(answer))
            self._row.addWidget(made)
            self.buttons.append(made)
        self.show()
        self._lie_or_stand()
        if called_for:
            self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def close_question(self) -> None:
        """Nothing is asked any more."""
        self.hide()
        for made in self.buttons:
            self._row.removeWidget(made)
            made.hide()
            made.deleteLater()
        self.buttons.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Text and answers beside each other where both fit into the line."""
        super().resizeEvent(event)
        self._lie_or_stand()

    def _lie_or_stand(self) -> None:
        wanted = self._row.sizeHint().width() + TEXT_WIDTH
        lies = self.width() >= wanted
        self._rows.setDirection(QBoxLayout.Direction.LeftToRight if lies else QBoxLayout.Direction.TopToBottom)

    def _give(self, answer: Answer) -> None:
        self.close_question()
        answer[1]()
