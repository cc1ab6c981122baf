"""A whole number with its unit, and what all spin fields have in common."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QSpinBox


def use_wheel(field: QAbstractSpinBox) -> None:
    """A field takes the focus by Tab and click only, so that the wheel scrolls the form it stands in."""
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    field.setCorrectionMode(QAbstractSpinBox.CorrectionMode.CorrectToNearestValue)
    field.lineEdit().setTextMargins(6, 0, 0, 0)
    field.setMinimumSize(96, 36)  # a style sheet's padding is not in the size that Qt finds


class NumberField(QSpinBox):
    """A whole number from `low` to `high`; `valueChanged` tells of others."""

    def __init__(self, name: str, low: int, high: int, *, step: int = 1, unit: str = "") -> None:
        super().__init__()
        use_wheel(self)
        self.setAccessibleName(name)
        self.setRange(low, high)
        self.setSingleStep(step)
        if unit:
            self.setSuffix(f" {unit}")

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  Qt's name
        """Only where the user is at work."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
