"""The calibrator's screen: a ball and a click once a second, and a slider that brings them together.

It knows neither the sound nor the clock: it is given ways to start and stop the beats and to ask where they are.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tempo_trainer.ui.calibrator.ball import Ball
from tempo_trainer.ui.calibrator.offset import OffsetSlider
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.themes import Theme
from tempo_trainer.ui.widgets import button, column, label

FRAME_MS = 16
HOW = (
    "Watch the ball and listen: it should land with the click. "
    "If it lands before the click, move the slider to the right (→); if it lands after it, to the left (←)."
)
STOPPED = "The clicks have stopped."


@dataclass(frozen=True)
class Beats:
    """Ways to beats that are heard; `position_ms` is 0 at the first, 1000 at the next, None while there are none."""

    start: Callable[[], None]
    stop: Callable[[], None]
    position_ms: Callable[[], float | None]


class CalibratorPage(QWidget):
    """Beats and paints only while it is shown. `offset_chosen` comes with Done, and `left` with Done and Cancel."""

    offset_chosen = Signal(int)
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        device: str,
        offset_ms: int,
        beats: Beats,
        painted: Callable[[float], None] = lambda _: None,
        *,
        still: bool = False,
    ) -> None:
        super().__init__()
        self.setObjectName("page")
        self._beats = beats
        self._ball = Ball(theme, self._shown_ms, painted, still=still)
        self._device = label("quiet")
        self._how = label(text=HOW)
        self._offset = OffsetSlider()
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.refresh)
        self._lay_out()
        self._add_keys()
        self.show_device(device, offset_ms)

    @property
    def offset_ms(self) -> int:
        """How much later than the sound's own time the picture is shown now."""
        return self._offset.ms

    def show_device(self, device: str, offset_ms: int) -> None:
        """Calibrate this device, beginning with this offset."""
        self._device.setText(f"Sound is heard {device}")
        self._offset.set_ms(offset_ms)

    def set_theme(self, theme: Theme) -> None:
        """Show everything in other colours."""
        self._ball.set_theme(theme)

    def refresh(self) -> None:
        """Show where the beats are now."""
        if self._beats.position_ms() is None:
            self._timer.stop()
            self._how.setText(STOPPED)
            self._again.show()
        self._ball.update()

    def start(self) -> None:
        """Beat from the beginning."""
        self._beats.start()
        self._how.setText(HOW)
        self._again.hide()
        self._timer.start()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  Qt's name
        """The page is shown."""
        super().showEvent(event)
        self.start()
        self._done.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  Qt's name
        """The page is left, or the window is hidden."""
        self._timer.stop()
        self._beats.stop()
        super().hideEvent(event)

    def _shown_ms(self) -> float | None:
        """The position that the picture shows: it comes later than the sound's by the offset."""
        position_ms = self._beats.position_ms()
        return None if position_ms is None else position_ms - self.offset_ms

    def _choose(self) -> None:
        self.offset_chosen.emit(self.offset_ms)
        self.left.emit()

    def _lay_out(self) -> None:
        rows = column(self, (3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE), 2 * SPACE)
        head = column(heading := QWidget(), spacing=SPACE)
        for widget in (label("title", "Picture and sound"), self._device, self._how):
            head.addWidget(widget)
        rows.addWidget(heading)
        rows.addWidget(self._ball, 1)
        rows.addWidget(self._offset)
        rows.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        self._again = button("Start again")
        same = button("Same time (0)")
        cancel = button("Cancel")
        self._done = button("Done", "primary")
        for control, action in (
            (same, lambda: self._offset.set_ms(0)),
            (self._again, self.start),
            (cancel, self.left.emit),
            (self._done, self._choose),
        ):
            control.clicked.connect(lambda _=False, action=action: action())
        row.addWidget(same)
        row.addWidget(self._again)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._done)
        return row

    def _add_keys(self) -> None:
        for key, action in (
            ("Left", lambda: self._offset.step(-1)),
            ("Right", lambda: self._offset.step(1)),
            ("Esc", self.left.emit),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)
