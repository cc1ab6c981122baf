"""A card with a chart: what it is, what it says as a whole or of the slot that is looked at, and the chart."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from tempo_trainer.ui.history.progress.chart import Chart
from tempo_trainer.ui.history.progress.pictures import Picture, Shown
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.themes import Theme
from tempo_trainer.ui.widgets import column, label

_LINE = 20  # pixels
_BROAD = 640  # pixels: in a narrower one the words take two lines


class ChartCard(QFrame):
    """The words are told to assistive programs too."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.setObjectName("card")
        self._shown = Shown(Picture(0, 0, 1, ()), "", ())
        self.chart = Chart(theme, name)
        self.words = label()
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.chart.looked.connect(self._say)
        rows = column(self, (2 * SPACE, SPACE * 3 // 2, 2 * SPACE, SPACE * 3 // 2), SPACE // 2)
        self.head = QHBoxLayout()
        self.head.addWidget(label("section", name), 1)
        rows.addLayout(self.head)
        rows.addWidget(self.words)
        rows.addWidget(self.chart, 1)

    def show_all(self, shown: Shown) -> None:
        """Show another chart."""
        self._shown = shown
        self.chart.show_picture(shown.picture)
        self._say(self.chart.slot)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.chart.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """The words always have the same room, so that nothing jumps while one looks about."""
        super().resizeEvent(event)
        self.words.setMinimumHeight(_LINE if self.width() >= _BROAD else 2 * _LINE)

    def _say(self, slot: int) -> None:
        text = self._shown.told[slot] if slot >= 0 else self._shown.headline
        self.words.setText(text)
        self.chart.setAccessibleDescription(text)
