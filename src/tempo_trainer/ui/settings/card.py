"""Cards of settings that belong together, in one column or two, and the row for a folder."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import button, column, label


def card(title: str, *rows: QWidget) -> QFrame:
    """A heading, and rows below it."""
    made = QFrame()
    made.setObjectName("card")
    made.setAccessibleName(title)
    inside = column(made, (3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE), 2 * SPACE)
    inside.addWidget(label("section", title))
    for row in rows:
        inside.addWidget(row)
    return made


class Columns(QWidget):
    """Cards in two columns, or those of the second below those of the first."""

    def __init__(self, first: Sequence[QWidget], second: Sequence[QWidget]) -> None:
        super().__init__()
        self._second = second
        left, right = QWidget(), QWidget()
        self._left, self._right = column(left, spacing=2 * SPACE), column(right, spacing=2 * SPACE)
        self._right_side = right
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * SPACE)
        for side in (left, right):
            row.addWidget(side, 1, Qt.AlignmentFlag.AlignTop)
        for made in first:
            self._left.addWidget(made)
        for made in second:
            self._right.addWidget(made)

    def be_two(self, two: bool) -> None:
        """Columns, or one."""
        if two != self._right_side.isVisibleTo(self):
            self._right_side.setVisible(two)
            for made in self._second:
                (self._right if two else self._left).addWidget(made)


class PathLabel(QLabel):
    """A path in one line; where it is too long, its middle is left out and shown as a tip."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.setObjectName("quiet")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(path)
        self.setToolTip(path)
        self._path = path

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """As much of it as there is room for."""
        super().resizeEvent(event)
        self.setText(self.fontMetrics().elidedText(self._path, Qt.TextElideMode.ElideMiddle, self.width()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """Any width will do."""
        return QSize(0, super().minimumSizeHint().height())


class FolderRow(QWidget):
    """Where a folder is; `open` is the button that shows it."""

    def __init__(self, name: str, path: str) -> None:
        super().__init__()
        self.open: QPushButton = button("Open")
        self.open.setAccessibleName(name)
        self.setFocusProxy(self.open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * SPACE)
        row.addWidget(PathLabel(path), 1)
        row.addWidget(self.open)
