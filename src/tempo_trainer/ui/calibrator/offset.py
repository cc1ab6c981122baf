"""The slider for how much later than the sound the picture is shown, and its value in words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from tempo_trainer.settings import EARLIEST_MS, LATEST_MS
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import column, label

STEP_MS = 10


def offset_in_words(offset_ms: int) -> str:
    """What an offset does to the picture.

    >>> offset_in_words(120), offset_in_words(0), offset_in_words(-50)
    ('Picture 120 ms later', 'Same time', 'Picture 50 ms earlier')
    """
    if offset_ms == 0:
        return "Same time"
    return f"Picture {abs(offset_ms)} ms {'later' if offset_ms > 0 else 'earlier'}"


class OffsetSlider(QWidget):
    """In steps of 10 ms, from 100 ms earlier to 500 ms later."""

    def __init__(self) -> None:
        super().__init__()
        self._words = label("name")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._slider = _slider()
        self._slider.valueChanged.connect(self._changed)
        rows = column(self, spacing=SPACE)
        rows.addWidget(self._words)
        rows.addLayout(self._row())
        self._changed()

    @property
    def ms(self) -> int:
        """How much later the picture is shown."""
        return self._slider.value() * STEP_MS

    def set_ms(self, ms: int) -> None:
        """Move there, or as near as it goes."""
        self._slider.setValue(round(ms / STEP_MS))

    def step(self, steps: int) -> None:
        """Move by so many steps to the right."""
        self._slider.setValue(self._slider.value() + steps)

    def _changed(self) -> None:
        self._words.setText(offset_in_words(self.ms))

    def _row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        earlier, later = label("quiet", "Picture earlier"), label("quiet", "Picture later")
        for end in (earlier, later):
            end.setWordWrap(False)
        row.addWidget(earlier)
        row.addWidget(self._slider, 1)
        row.addWidget(later)
        return row


def _slider() -> QSlider:
    made = QSlider(Qt.Orientation.Horizontal)
    made.setRange(EARLIEST_MS // STEP_MS, LATEST_MS // STEP_MS)
    made.setPageStep(5)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setAccessibleName("How much later than the sound the picture is shown, in hundredths of a second")
    return made
