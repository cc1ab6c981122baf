"""Fields for one of several: buttons in a row, a list that opens, a slider, a check box."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QCheckBox, QComboBox, QPushButton, QSlider, QWidget

from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import button, choose_button

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class Choices(QWidget):
    """Buttons in a row, one of them chosen; `picked` tells which one the user took."""

    picked = Signal(str)

    def __init__(self, name: str, texts: Mapping[str, str]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE // 2)
        for key, text in texts.items():
            choice = button(text, "choice")
            choice.setCheckable(True)
            choice.setAccessibleName(f"{name}: {text}")
            choice.clicked.connect(lambda _=False, it=key: self._take(it))
            self._group.addButton(choice)
            self._buttons[key] = choice
            row.addWidget(choice, 1)

    def choose(self, key: str) -> None:
        """Show another choice, without telling. Tab leads to the one that is chosen, arrows to the others."""
        choose_button(self._buttons.values(), self._buttons[key])

    def chosen(self) -> str:
        """The key of what is chosen; empty at first."""
        return next((key for key, made in self._buttons.items() if made.isChecked()), "")

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """As narrow as the widest of them, as they can stand below each other."""
        widest = max((made.sizeHint().width() for made in self._buttons.values()), default=0)
        return QSize(widest, self._row.minimumSize().height())

    def event(self, event: QEvent) -> bool:
        """Below each other where there is no room for a row: known once the style has dressed them, at each size."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show}:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        needed = sum(made.sizeHint().width() for made in self._buttons.values())
        fits = needed + (len(self._buttons) - 1) * self._row.spacing() <= self.width()
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """The arrow keys take the one before or behind."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        keys = list(self._buttons)
        key = keys[(keys.index(self.chosen()) + step) % len(keys) if self.chosen() else 0]
        self._take(key)
        self._buttons[key].setFocus(Qt.FocusReason.TabFocusReason)

    def _take(self, key: str) -> None:
        self.choose(key)
        self.picked.emit(key)


class Combo(QComboBox):
    """A list that opens; `picked` tells what the user took."""

    picked = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._offered: Mapping[str, str] = {}
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumContentsLength(8)
        self.setMaxVisibleItems(14)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.activated.connect(lambda _: self.picked.emit(self.chosen()))

    def offer(self, texts: Mapping[str, str]) -> None:
        """Offer these, keeping what was chosen if it is among them; without telling."""
        if texts == self._offered:
            return
        self._offered = dict(texts)
        chosen = self.chosen()
        self.clear()
        for key, text in texts.items():
            self.addItem(text, key)
        if chosen:
            self.choose(chosen)

    def choose(self, key: str) -> None:
        """Show another choice, without telling; an unknown one shows nothing."""
        self.setCurrentIndex(self.findData(key))

    def chosen(self) -> str:
        """The key of what is chosen; empty if nothing is."""
        return str(self.currentData() or "")

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  Qt's name
        """Only where the user is at work."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def combo(name: str, texts: Mapping[str, str]) -> Combo:
    """A list that opens, with these choices (key, text)."""
    made = Combo(name)
    made.offer(texts)
    return made


class _Slider(QSlider):
    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  Qt's name
        """Only where the user is at work."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def slider(name: str, low: int, high: int, step: int) -> QSlider:
    """A slider from left to right."""
    made = _Slider(Qt.Orientation.Horizontal)
    made.setRange(low, high)
    made.setSingleStep(step)
    made.setPageStep(step)
    made.setAccessibleName(name)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def checkbox(text: str) -> QCheckBox:
    """On or off."""
    made = QCheckBox(text)
    made.setAccessibleName(text)
    return made
