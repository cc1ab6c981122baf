"""How a row of the library is painted: name, level, length."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tempo_trainer.ui.theme import RADIUS, SPACE, font
from tempo_trainer.ui.themes import Theme
from tempo_trainer.ui.workouts.entries import Entry

ENTRY = Qt.ItemDataRole.UserRole
HEIGHT = 76


class RowDelegate(QStyledItemDelegate):
    """A card a workout; the chosen one has a frame and a mark, not a colour alone."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        """Every row is as high as the others."""
        del option, index
        return QSize(200, HEIGHT + SPACE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Qt wants a row painted."""
        entry = index.data(ENTRY)
        state = option.state
        card = QRectF(option.rect).adjusted(1, 1, -1, -SPACE)
        theme, chosen = self._theme, bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter, card, chosen=chosen, hovered=bool(state & QStyle.StateFlag.State_MouseOver))
        text = card.adjusted(2.5 * SPACE, 0, -2 * SPACE, 0)
        first = text.adjusted(0, 1.4 * SPACE, 0, -card.height() / 2)
        _write(painter, first, entry.name, 17, theme.text)
        _write(painter, text.adjusted(0, card.height() / 2, 0, -1.2 * SPACE), second_line(entry), 14, theme.quiet)
        painter.restore()

    def _paint_card(self, painter: QPainter, card: QRectF, *, chosen: bool, hovered: bool) -> None:
        theme = self._theme
        painter.setBrush(QColor(theme.raised if chosen or hovered else theme.surface))
        painter.setPen(QPen(QColor(theme.accent if chosen else theme.border), 2 if chosen else 1))
        painter.drawRoundedRect(card, RADIUS, RADIUS)
        if chosen:
            mark = QRectF(card.left() + SPACE * 0.75, card.top() + card.height() * 0.25, 4, card.height() * 0.5)
            painter.setBrush(QColor(theme.accent))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(mark, 2, 2)


def second_line(entry: Entry) -> str:
    """What the list tells of a workout below its name."""
    if not entry.good:
        count = len(entry.problems)
        return f"⚠ {count} problem{'s' if count > 1 else ''} in this file"
    return "  ·  ".join(part for part in (entry.level, entry.length, "Own" if entry.own else "") if part)


def _write(painter: QPainter, room: QRectF, text: str, size: int, colour: str) -> None:
    used = font(size, bold=size > 15)
    painter.setFont(used)
    painter.setPen(QColor(colour))
    shown = QFontMetricsF(used).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
