"""A length of time, shown as people say it and typed as they write it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox

from tempo_trainer.ui.fields.numbers import use_wheel
from tempo_trainer.workout.durations import duration_ms, in_words

_State = QValidator.State


class SecondsField(QAbstractSpinBox):
    """From `low_ms` to `high_ms`, or empty where `empty` says what that means. `changed` emits ms, or None.

    It takes `90`, `1:30`, `1m30s`, and its own `1 min 30 s`.
    """

    changed = Signal(object)

    def __init__(self, name: str, low_ms: int, high_ms: int, *, step_ms: int = 5000, empty: str = "") -> None:
        super().__init__()
        use_wheel(self)
        self.setAccessibleName(name)
        self._range = (low_ms, high_ms)
        self._step_ms = step_ms
        self._may_be_empty = bool(empty)
        self.empty_ms = low_ms  # what an empty field means: steps begin there
        self._ms: int | None = None if empty else low_ms
        line = self.lineEdit()
        line.setPlaceholderText(empty)
        line.textEdited.connect(self._typed)
        self.editingFinished.connect(self._show)
        self._show()

    def ms(self) -> int | None:
        """Milliseconds; None if it is empty."""
        return self._ms

    def set_ms(self, ms: int | None) -> None:
        """Show another length, without telling. What is being typed is left as it is if it says the same."""
        if ms != self._ms:
            self._ms = ms
            self._show()

    def stepBy(self, steps: int) -> None:  # noqa: N802  Qt's name
        """Arrow keys, buttons and wheel."""
        low, high = self._range
        begun = self._ms if self._ms is not None else self.empty_ms
        self._take(max(low, min(high, (begun // self._step_ms + steps) * self._step_ms)))
        self._show()

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:  # noqa: N802  Qt's name
        """Which of the two buttons do something."""
        low, high = self._range
        ms = self._ms if self._ms is not None else self.empty_ms
        up = QAbstractSpinBox.StepEnabledFlag.StepUpEnabled if ms < high else QAbstractSpinBox.StepEnabledFlag.StepNone
        down = (
            QAbstractSpinBox.StepEnabledFlag.StepDownEnabled if ms > low else QAbstractSpinBox.StepEnabledFlag.StepNone
        )
        return up | down

    def validate(self, text: str, position: int) -> tuple[_State, str, int]:
        """Whatever is on the way to a length may be typed."""
        done = self._read(text) is not None or not text
        return _State.Acceptable if done else _State.Intermediate, text, position

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  Qt's name
        """Only where the user is at work."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _typed(self, text: str) -> None:
        if not text.strip() and self._may_be_empty:
            self._take(None)
        elif (ms := self._read(text)) is not None:
            self._take(ms)

    def _read(self, text: str) -> int | None:
        """What a text says, if that is in the range."""
        low, high = self._range
        try:
            ms = duration_ms(text.strip().replace(" min ", "m").replace(" min", "m").replace(" s", "s"))
        except ValueError:
            return None
        return ms if low <= ms <= high else None

    def _take(self, ms: int | None) -> None:
        if ms != self._ms:
            self._ms = ms
            self.changed.emit(ms)

    def _show(self) -> None:
        self.lineEdit().setText("" if self._ms is None else in_words(self._ms))
