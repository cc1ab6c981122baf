"""A row of a form: what it is, the control, a word of help, and what is wrong with it."""

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
        self._below.setVisible(bool(help))
        self._problem = label("problem")
        self._problem.hide()
        rows = column(self, spacing=SPACE // 2)
        for widget in (title, control, self._below, self._problem):
            rows.addWidget(widget)
        if not control.accessibleName():
            control.setAccessibleName(text)
        control.setAccessibleDescription(help)

    def show_problem(self, text: str) -> None:
        """Say what is wrong; nothing if the text is empty."""
        if text != self.problem:
            self._problem.setText(f"⚠ {text}" if text else "")
            self._problem.setVisible(bool(text))
            self.control.setAccessibleDescription(text or self._help)
            self.control.setProperty("wrong", bool(text))
            self.control.style().unpolish(self.control)
            self.control.style().polish(self.control)

    @property
    def problem(self) -> str:
        """What is shown to be wrong."""
        return self._problem.text().removeprefix("⚠ ")
