"""How a row of the library is painted: name, level, length."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from tempo_trainer.ui.cards import CardDelegate, write_line
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.workouts.entries import Entry

ENTRY = Qt.ItemDataRole.UserRole
HEIGHT = 76


class RowDelegate(CardDelegate):
    """A card a workout."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        """Every row is as high as the others."""
        del option, index
        return QSize(200, HEIGHT + SPACE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Qt wants a row painted."""
        entry = index.data(ENTRY)
        card = QRectF(option.rect).adjusted(1, 1, -1, -SPACE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_card(painter, card, option)
        text = card.adjusted(2.5 * SPACE, 0, -2 * SPACE, 0)
        first = text.adjusted(0, 1.4 * SPACE, 0, -card.height() / 2)
        write_line(painter, first, entry.name, 17, self.theme.text, bold=True)
        second = text.adjusted(0, card.height() / 2, 0, -1.2 * SPACE)
        write_line(painter, second, second_line(entry), 14, self.theme.quiet)
        painter.restore()


def second_line(entry: Entry) -> str:
    """What the list tells of a workout below its name."""
    if not entry.good:
        count = len(entry.problems)
        return f"⚠ {count} problem{'s' if count > 1 else ''} in this file"
    return "  ·  ".join(part for part in (entry.level, entry.length, "Own" if entry.own else "") if part)
