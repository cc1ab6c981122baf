"""Fields for text: one line, several, a list with an item a line, and a search."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

LEAST_LINES, MOST_LINES = 2, 8
LINE_END = "⏎"  # stands for one inside of an item
_LINE_ENDS = re.compile("\r\n|[\n\r\u2028\u2029]")  # all that Qt begins a new line at


class TextField(QLineEdit):
    """One line; `textEdited` tells what the user types."""

    def __init__(self, name: str, placeholder: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)

    def set_text(self, text: str) -> None:
        """Show another text; the cursor stays where it is if it is the same."""
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)


class SearchField(TextField):
    """Escape clears it."""

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__(name, placeholder)
        self.setClearButtonEnabled(True)
        for action in self.findChildren(QAction):
            action.setText("Clear")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Qt tells of a key."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.textEdited.emit("")
        else:
            super().keyPressEvent(event)


class LongTextField(QPlainTextEdit):
    """Several lines, as high as its text; Tab leaves it. `edited` tells what the user types."""

    edited = Signal(str)

    def __init__(self, name: str, placeholder: str = "", *, least_lines: int = LEAST_LINES) -> None:
        super().__init__()
        self._least_lines = least_lines
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(6)
        self._shown = ""
        self.textChanged.connect(self._changed)
        self._grow()

    def text(self) -> str:
        """What stands in it."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Show another text, without telling; the cursor stays where it is if it is the same."""
        if text != self.text():
            self._shown = text
            self.setPlainText(text)

    def _changed(self) -> None:
        self._grow()
        if self.text() != self._shown:
            self._shown = self.text()
            self.edited.emit(self._shown)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Another width wraps the lines elsewhere."""
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        """Lines of text, as wrapped, within limits; what is longer is scrolled."""
        lines = round(self.document().size().height())
        scroll = Qt.ScrollBarPolicy.ScrollBarAsNeeded if lines > MOST_LINES else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(scroll)
        self.setFixedHeight(max(self._least_lines, min(MOST_LINES, lines)) * self.fontMetrics().lineSpacing() + 24)


class LinesField(LongTextField):
    """A list, an item a line, in which ⏎ is the end of a line; `lines_edited` tells of others."""

    lines_edited = Signal(object)

    def __init__(self, name: str, placeholder: str = "") -> None:
        super().__init__(name, placeholder)
        self.edited.connect(lambda _: self.lines_edited.emit(self.lines()))

    def lines(self) -> tuple[str, ...]:
        """The items: every line that is not blank."""
        lines = (line.strip() for line in self.text().split("\n"))
        return tuple(re.sub(f" ?{LINE_END} ?", "\n", line) for line in lines if line)

    def set_lines(self, lines: Sequence[str]) -> None:
        """Show other items, without telling; what is typed stays as it is if it says the same."""
        if tuple(lines) != self.lines():
            self.set_text("\n".join(_LINE_ENDS.sub(f" {LINE_END} ", line) for line in lines))
