"""A row of a form: what it is, the control, a word of help, and what is wrong with it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import column, label


class Row(QWidget):
    """The label stands above, help and problem below the control; the problem is told to assistive programs too."""

    def __init__(self, text: str, control: QWidget, help: str = "") -> None:  # noqa: A002  the word for it
        super().__init__()
        self.control = control
        self._help = help
        title = label("field", text)
        title.setBuddy(control)
        self._below = label("quiet", help)
        if not help:
            self._below.hide()  # to show what has no parent yet would open a window
        self._problem = label("problem")
        self._problem.hide()
        rows = column(self, spacing=SPACE // 2)
        for widget in (title, control, self._below, self._problem):
            rows.addWidget(widget)
        if not control.accessibleName():
            control.setAccessibleName(text)
        self._describe(help)

    def show_help(self, text: str) -> None:
        """Say another word of help; nothing if the text is empty."""
        if text != self._help:
            self._help = text
            self._below.setText(text)
            self._below.setVisible(bool(text))
            self._describe(self.problem or text)

    def show_problem(self, text: str) -> None:
        """Say what is wrong; nothing if the text is empty."""
        if text != self.problem:
            self._problem.setText(f"⚠ {text}" if text else "")
            self._problem.setVisible(bool(text))
            self._describe(text or self._help)
            self.control.setProperty("wrong", bool(text))
            self.control.style().unpolish(self.control)
            self.control.style().polish(self.control)

    def _describe(self, text: str) -> None:
        """Told where the focus is: at the control, or at those that it is made of."""
        for control in (self.control, *self.control.findChildren(QWidget)):
            if control is self.control or control.focusPolicy() != Qt.FocusPolicy.NoFocus:
                control.setAccessibleDescription(text)

    @property
    def problem(self) -> str:
        """What is shown to be wrong."""
        return self._problem.text().removeprefix("⚠ ")
