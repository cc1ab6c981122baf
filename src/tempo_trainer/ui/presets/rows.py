"""How a row of the list of presets is painted: its name, its notation, and whose it is."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tempo_trainer.ui.presets.edits import Preset, short
from tempo_trainer.ui.theme import RADIUS, SPACE, font
from tempo_trainer.ui.themes import Theme

PRESET = Qt.ItemDataRole.UserRole
HEIGHT, HEADING = 64, 40
_LARGE, _SMALL = 16, 14


class RowDelegate(QStyledItemDelegate):
    """A card a preset; the chosen one has a frame and a mark, not a colour alone."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        """Headings are lower than presets."""
        del option
        return QSize(180, HEIGHT + SPACE if index.data(PRESET) else HEADING)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Qt wants a row painted."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        preset, room = index.data(PRESET), QRectF(option.rect)
        if isinstance(preset, Preset):
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            raised = chosen or bool(option.state & QStyle.StateFlag.State_MouseOver)
            card = room.adjusted(1, 1, -1, -SPACE)
            self._paint_card(painter, card, chosen=chosen, raised=raised)
            self._paint_text(painter, card.adjusted(2.5 * SPACE, SPACE, -2 * SPACE, -SPACE), preset)
        else:
            below = room.adjusted(SPACE / 2, SPACE, 0, -SPACE / 2)
            _write(painter, below, str(index.data()), 15, self._theme.accent, bold=True)
        painter.restore()

    def _paint_card(self, painter: QPainter, card: QRectF, *, chosen: bool, raised: bool) -> None:
        theme = self._theme
        painter.setBrush(QColor(theme.raised if raised else theme.surface))
        painter.setPen(QPen(QColor(theme.accent if chosen else theme.border), 2 if chosen else 1))
        painter.drawRoundedRect(card, RADIUS, RADIUS)
        if chosen:
            mark = QRectF(card.left() + SPACE * 0.75, card.top() + card.height() * 0.25, 4, card.height() * 0.5)
            painter.setBrush(QColor(theme.accent))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(mark, 2, 2)

    def _paint_text(self, painter: QPainter, room: QRectF, preset: Preset) -> None:
        half, theme = room.height() / 2, self._theme
        _write(painter, room.adjusted(0, 0, 0, -half), preset.name, _LARGE, theme.text, bold=True)
        _write(painter, room.adjusted(0, half, 0, 0), second_line(preset), _SMALL, theme.quiet)


def second_line(preset: Preset) -> str:
    """What the list tells of a preset below its name.

    >>> from tempo_trainer.workout.tempo import Tempo
    >>> second_line(Preset("slow", Tempo(5000, 0, 5000, 0), True, Tempo(4000, 2000, 4000, 2000)))
    '5-0-5-0  ·  changed'
    """
    return f"{short(preset.tempo)}  ·  changed" if preset.hides else short(preset.tempo)


def _write(painter: QPainter, room: QRectF, text: str, size: int, colour: str, *, bold: bool = False) -> None:
    used = font(size, bold=bold)
    painter.setFont(used)
    painter.setPen(QColor(colour))
    shown = QFontMetricsF(used).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
