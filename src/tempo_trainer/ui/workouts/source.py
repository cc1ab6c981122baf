"""A file as text with one line marked, to be read where no editor opens it."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFontDatabase, QKeyEvent, QTextCursor, QTextFormat
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QTextEdit

from tempo_trainer.files import reason
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.themes import Theme
from tempo_trainer.ui.widgets import button, column, label
from tempo_trainer.ui.workouts.entries import Entry

MOST_SHOWN = 256 * 1024


class SourceCard(QFrame):
    """A card with the text; `left` when the reader has had enough of it."""

    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("card")
        self.path: Path | None = None
        self._theme = theme
        self._line = 0
        self._title = label("section")
        self._what = label("quiet")
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.close_button = button("Close")
        self.close_button.clicked.connect(self.left)
        heading = QHBoxLayout()
        heading.addWidget(self._title, 1)
        heading.addWidget(self.close_button)
        rows = column(self, (3 * SPACE, 2 * SPACE, 3 * SPACE, 3 * SPACE), SPACE)
        rows.addLayout(heading)
        rows.addWidget(self._what)
        rows.addWidget(self.text, 1)

    def show_file(self, entry: Entry, line: int) -> None:
        """Show a workout's file, with this line marked if it is not 0."""
        problem = next((problem for problem in entry.problems if problem.line == line), None)
        self.path = entry.path
        self._title.setText(entry.path.name)
        self._what.setText(f"Line {line}: {problem.message}" if problem else "Only to be read here.")
        self.text.setAccessibleName(f"Text of {entry.path.name}")
        self.text.setPlainText(_text(entry.path))
        self.go_to(line)

    def show_anew(self, entry: Entry) -> None:
        """Show what is in the file by now, where the reader is; a mark at what has been put right goes."""
        line = self._line if any(problem.line == self._line for problem in entry.problems) else 0
        bars = (self.text.verticalScrollBar(), self.text.horizontalScrollBar())
        places = [bar.value() for bar in bars]
        cursor = self.text.textCursor()
        block, column = cursor.blockNumber(), cursor.positionInBlock()
        self.show_file(entry, line)
        self._put_cursor(block, column)
        for bar, place in zip(bars, places, strict=True):
            bar.setValue(place)

    def go_to(self, line: int) -> None:
        """Show this line, and mark it; 0 is the beginning."""
        self._line = line
        cursor = self._put_cursor(line - 1, 0)
        self.text.centerCursor()
        mark = QTextEdit.ExtraSelection()
        mark.cursor = cursor
        mark.format.setBackground(QColor(self._theme.alarm))
        mark.format.setProperty(QTextFormat.Property.FullWidthSelection.value, True)
        self.text.setExtraSelections([mark] if line else [])

    def _put_cursor(self, line: int, column: int) -> QTextCursor:
        """At this place, counted from 0, or the nearest that there is."""
        block = self.text.document().findBlockByNumber(max(0, min(line, self.text.blockCount() - 1)))
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + min(column, block.length() - 1))
        self.text.setTextCursor(cursor)
        return cursor

    def set_theme(self, theme: Theme) -> None:
        """Mark in another colour from now on."""
        self._theme = theme

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _text(path: Path) -> str:
    """The beginning of a file, whatever is in it."""
    try:
        with path.open("rb") as file:
            return file.read(MOST_SHOWN).decode("utf-8-sig", errors="replace")
    except OSError as error:
        return reason(error)
