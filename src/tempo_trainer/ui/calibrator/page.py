"""The calibrator's screen: a ball and a click once a second, and a slider that brings them together.

It knows neither the sound nor the clock: it is given ways to start and stop the beats and to ask where they are.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from tempo_trainer.ui.calibrator.ball import Ball
from tempo_trainer.ui.theme import SPACE, Theme
from tempo_trainer.ui.widgets import button, column, label

FRAME_MS = 16
STEP_MS = 10
EARLIEST_MS, LATEST_MS = -100, 500
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


def offset_in_words(offset_ms: int) -> str:
    """What an offset does to the picture.

    >>> offset_in_words(120), offset_in_words(0), offset_in_words(-50)
    ('Picture 120 ms later', 'Same time', 'Picture 50 ms earlier')
    """
    if offset_ms == 0:
        return "Same time"
    return f"Picture {abs(offset_ms)} ms {'later' if offset_ms > 0 else 'earlier'}"


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
        self._words = label("name")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._slider = _slider()
        self._slider.valueChanged.connect(self._offset_changed)
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
        return self._slider.value() * STEP_MS

    def show_device(self, device: str, offset_ms: int) -> None:
        """Calibrate this device, beginning with this offset."""
        self._device.setText(f"Sound device: {device}")
        self._slider.setValue(round(offset_ms / STEP_MS))
        self._offset_changed()

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

    def _offset_changed(self) -> None:
        self._words.setText(offset_in_words(self.offset_ms))

    def _step(self, steps: int) -> None:
        self._slider.setValue(self._slider.value() + steps)

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
        rows.addWidget(self._words)
        rows.addLayout(self._slider_row())
        rows.addLayout(self._buttons())

    def _slider_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        earlier, later = label("quiet", "Picture earlier"), label("quiet", "Picture later")
        for end in (earlier, later):
            end.setWordWrap(False)
        row.addWidget(earlier)
        row.addWidget(self._slider, 1)
        row.addWidget(later)
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        self._again = button("Start again")
        same = button("Same time (0)")
        cancel = button("Cancel")
        self._done = button("Done", "primary")
        for control, action in (
            (same, lambda: self._slider.setValue(0)),
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
            ("Left", lambda: self._step(-1)),
            ("Right", lambda: self._step(1)),
            ("Esc", self.left.emit),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)


def _slider() -> QSlider:
    made = QSlider(Qt.Orientation.Horizontal)
    made.setRange(EARLIEST_MS // STEP_MS, LATEST_MS // STEP_MS)
    made.setPageStep(5)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setAccessibleName("How much later than the sound the picture is shown, in hundredths of a second")
    return made
