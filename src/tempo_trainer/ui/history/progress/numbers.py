"""A table of numbers that can be read, walked through and copied."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QHeaderView, QTableView

from tempo_trainer.ui.history.progress.tables import Table
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import button, column, label

ROW = 36  # pixels
_LEAST_ROWS, _MOST_ROWS = 4, 14  # in sight
_FIRST, _OTHERS = 264, 148  # pixels: least widths of columns

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class NumbersModel(QAbstractTableModel):
    """The first column is a name, the others are numbers."""

    def __init__(self) -> None:
        super().__init__()
        self._table = Table((), ())

    @property
    def table(self) -> Table:
        """What it shows."""
        return self._table

    def fill(self, table: Table) -> None:
        """Show other numbers."""
        self.beginResetModel()
        self._table = table
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:  # noqa: N802  Qt's name
        """Qt asks."""
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:  # noqa: N802  Qt's name
        """Qt asks."""
        return 0 if parent.isValid() else len(self._table.heads)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt asks."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._table.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            row = self._table.rows[index.row()]
            return f"{row[0]}, {self._table.heads[index.column()]}: {row[index.column()]}"
        return _side(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(  # noqa: N802  Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Qt asks."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._table.heads[section]
        return _side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None


class NumbersView(QTableView):
    """Ctrl+C copies all of it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.numbers = NumbersModel()
        self.setModel(self.numbers)
        self.setAccessibleName(name)
        self.setObjectName("numbers")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)

    def fill(self, table: Table) -> None:
        """Show other numbers, from the top."""
        self.numbers.fill(table)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for at in range(1, len(table.heads)):
            head.resizeSection(at, _OTHERS)
        self._widen()
        self.setCurrentIndex(self.numbers.index(0, 0))
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Another width is the first column's."""
        super().resizeEvent(event)
        self._widen()

    def _widen(self) -> None:
        others = (len(self.numbers.table.heads) - 1) * _OTHERS
        self.horizontalHeader().resizeSection(0, max(_FIRST, self.viewport().width() - others))

    def copy_all(self) -> None:
        """Into the clipboard, for a spreadsheet."""
        QGuiApplication.clipboard().setText(self.numbers.table.as_text())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Qt tells of a key."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_all()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """As high as its rows, up to a limit."""
        rows = max(_LEAST_ROWS, min(_MOST_ROWS, len(self.numbers.table.rows)))
        return QSize(_FIRST + 5 * _OTHERS, (rows + 1) * ROW + 2 * SPACE)  # and a bar to scroll

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """The same height: what holds it is scrolled."""
        return QSize(240, self.sizeHint().height())


class NumbersCard(QFrame):
    """A table with its name, and a button to copy it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("card")
        self.view = NumbersView(name)
        self.copy = button("Copy", "quietly")
        self.copy.setAccessibleName(f"Copy the table: {name}")
        self.copy.setToolTip("Copy the table, for a spreadsheet")
        self.copy.clicked.connect(self.view.copy_all)
        head = QHBoxLayout()
        head.addWidget(label("section", name), 1)
        head.addWidget(self.copy)
        rows = column(self, (2 * SPACE, SPACE, SPACE, 2 * SPACE), SPACE // 2)
        rows.addLayout(head)
        rows.addWidget(self.view)


def _side(section: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
