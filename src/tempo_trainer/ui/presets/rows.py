"""How a row of the list of presets is painted: its name, its notation, and whose it is."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from tempo_trainer.ui.cards import CardDelegate, write_line
from tempo_trainer.ui.presets.edits import Preset, short
from tempo_trainer.ui.theme import SPACE

PRESET = Qt.ItemDataRole.UserRole
HEIGHT, HEADING = 64, 40
_LARGE, _SMALL = 16, 14


class RowDelegate(CardDelegate):
    """A card a preset."""

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
            card = room.adjusted(1, 1, -1, -SPACE)
            self.paint_card(painter, card, option)
            self._paint_text(painter, card.adjusted(2.5 * SPACE, SPACE, -2 * SPACE, -SPACE), preset)
        else:
            below = room.adjusted(SPACE / 2, SPACE, 0, -SPACE / 2)
            write_line(painter, below, str(index.data()), 15, self.theme.accent, bold=True)
        painter.restore()

    def _paint_text(self, painter: QPainter, room: QRectF, preset: Preset) -> None:
        half, theme = room.height() / 2, self.theme
        write_line(painter, room.adjusted(0, 0, 0, -half), preset.name, _LARGE, theme.text, bold=True)
        write_line(painter, room.adjusted(0, half, 0, 0), second_line(preset), _SMALL, theme.quiet)


def second_line(preset: Preset) -> str:
    """What the list tells of a preset below its name.

    >>> from tempo_trainer.workout.tempo import Tempo
    >>> second_line(Preset("slow", Tempo(5000, 0, 5000, 0), True, Tempo(4000, 2000, 4000, 2000)))
    '5-0-5-0  ·  changed'
    """
    return f"{short(preset.tempo)}  ·  changed" if preset.hides else short(preset.tempo)
