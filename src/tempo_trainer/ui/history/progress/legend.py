"""Which pattern stands for which side."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tempo_trainer.history.progress import SIDES
from tempo_trainer.ui.history.progress.patterns import brush
from tempo_trainer.ui.history.progress.words import SIDE_NAMES
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.themes import Theme
from tempo_trainer.ui.widgets import label
from tempo_trainer.workout.exercise import Side

_SIZE = QSize(24, 16)


class _Swatch(QWidget):
    def __init__(self, side: Side, theme: Theme) -> None:
        super().__init__()
        self._side: Side = side
        self.theme = theme
        self.setFixedSize(_SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """Qt wants it painted."""
        del event
        ratio = self.devicePixelRatioF()
        filled = brush(self._side, self.theme, ratio)
        filled.setTransform(filled.transform().scale(1 / ratio, 1 / ratio))
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(filled)
            painter.drawRoundedRect(QRectF(self.rect()), 3, 3)


class Legend(QWidget):
    """One for all charts."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._swatches = [_Swatch(side, theme) for side in SIDES]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        for side, swatch in zip(SIDES, self._swatches, strict=True):
            name = label("quiet", SIDE_NAMES[side])
            name.setWordWrap(False)
            row.addWidget(swatch)
            row.addWidget(name)
            row.addSpacing(SPACE if side != SIDES[-1] else 0)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for swatch in self._swatches:
            swatch.theme = theme
            swatch.update()
