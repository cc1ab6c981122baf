"""Rows of a form that stand beside each other where there is room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from tempo_trainer.ui.theme import SPACE

LEAST_WIDTH = 168


class Line(QWidget):
    """As many columns as there is room for; rows that are hidden take no room."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[QWidget] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * SPACE)
        self._grid.setVerticalSpacing(2 * SPACE)

    def add(self, row: QWidget) -> None:
        """One more, at the end."""
        self._rows.append(row)
        row.setParent(self)
        self._columns = 0
        self._arrange()

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """One row wide, as it can be arranged so."""
        return QSize(LEAST_WIDTH, self._grid.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Another width may ask for another arrangement."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        least = max(LEAST_WIDTH, *(row.minimumSizeHint().width() for row in self._rows), 0)
        fitting = (self.width() + 2 * SPACE) // (least + 2 * SPACE)
        columns = max(1, min(len(self._rows), fitting))
        if columns == self._columns:
            return
        self._columns = columns
        for place, row in enumerate(self._rows):
            self._grid.addWidget(row, place // columns, place % columns, Qt.AlignmentFlag.AlignTop)
        for column in range(len(self._rows)):
            self._grid.setColumnStretch(column, column < columns)
        self.updateGeometry()
