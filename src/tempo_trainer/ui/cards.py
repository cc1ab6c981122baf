"""What the lists of all pages have in common: a card a row, the chosen one with a frame and a mark, and lines on it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tempo_trainer.ui.theme import RADIUS, SPACE, font
from tempo_trainer.ui.themes import Theme


class CardDelegate(QStyledItemDelegate):
    """Paints in the colours of a theme."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        self.theme = theme

    def paint_card(self, painter: QPainter, card: QRectF, option: QStyleOptionViewItem) -> None:
        """The card of a row; that it is chosen is not told by a colour alone."""
        theme = self.theme
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setBrush(QColor(self.ground(option)))
        painter.setPen(QPen(QColor(theme.accent if chosen else theme.border), 2 if chosen else 1))
        painter.drawRoundedRect(card, RADIUS, RADIUS)
        if chosen:
            painter.setBrush(QColor(theme.accent))
            painter.setPen(Qt.PenStyle.NoPen)
            height = card.height() * 0.5
            painter.drawRoundedRect(QRectF(card.left() + SPACE * 0.75, card.center().y() - height / 2, 4, height), 2, 2)

    def ground(self, option: QStyleOptionViewItem) -> str:
        """The colour of the card of a row."""
        raised = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver
        return self.theme.raised if option.state & raised else self.theme.surface


def write_line(painter: QPainter, room: QRectF, text: str, size: int, colour: str, *, bold: bool = False) -> None:
    """A line of text at the left; what does not fit ends in an ellipsis."""
    used = font(size, bold=bold)
    painter.setFont(used)
    painter.setPen(QColor(colour))
    shown = QFontMetricsF(used).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
