"""A question with eleven answers, 0 to 10: figures in a row, the words of the chosen one beside the question."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton

from tempo_trainer.history.ratings import RATINGS, Light
from tempo_trainer.ui.session.finish.zones import Zone
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.themes import Theme
from tempo_trainer.ui.widgets import button, column, label, named

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_CLEARING = {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}
_CENTRE = Qt.AlignmentFlag.AlignHCenter


class Part(NamedTuple):
    """Some figures beside each other, and the word below them."""

    text: str
    figures: int
    light: Light | None = None
    alignment: Qt.AlignmentFlag = _CENTRE


class Asked(NamedTuple):
    """What a scale asks for, and what is said of each answer."""

    question: str
    words: Callable[[int], str]
    parts: Sequence[Part]
    hint: str = ""  # below the figures until there is an answer
    advice: Callable[[int], str] | None = None  # instead of it then


class Scale(QFrame):
    """One stop for Tab: the focus is the whole row's. `picked` emits what the user chose; None: nothing any more."""

    picked = Signal(object)

    def __init__(self, asked: Asked, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("scale")
        self.setAccessibleName(asked.question)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._asked = asked
        self.value: int | None = None
        self.buttons = [self._made(figure) for figure in RATINGS]
        self._zones = [Zone(part.text, part.light, part.alignment, theme) for part in asked.parts]
        self._chosen, self._hint, self._advice = label("field"), label("quiet", asked.hint), label()
        self._chosen.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._arrange()

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        for zone in self._zones:
            zone.set_theme(theme)

    def show_value(self, value: int | None) -> None:
        """Show another answer, without telling."""
        self.value = value
        for figure, made in enumerate(self.buttons):
            made.setChecked(figure == value)
        said = "" if value is None else f"{value}: {self._asked.words(value)}"
        advice = self._asked.advice(value) if self._asked.advice and value is not None else self._asked.hint
        self._chosen.setText(said)
        self._advice.setText(advice)
        self._hint.setVisible(value is None and bool(advice))
        self._advice.setVisible(value is not None and bool(advice))
        self.setAccessibleDescription(f"{said or 'Not said yet. Keys 0 to 9, X for 10'}. {advice}".strip())
        end = 0
        for zone, part in zip(self._zones, self._asked.parts, strict=True):
            end += part.figures
            zone.light_up(lit=value is not None and end - part.figures <= value < end)

    def take(self, value: int | None) -> None:
        """The user's answer."""
        self.show_value(value)
        self.picked.emit(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Arrows go on from the chosen figure, or begin at its ends; Backspace takes the answer back."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            begun = self.value if self.value is not None else -1 if _STEPS[key] > 0 else RATINGS.stop
            self.take(min(RATINGS[-1], max(RATINGS[0], begun + _STEPS[key])))
        elif key in _CLEARING:
            self.take(None)
        else:
            super().keyPressEvent(event)

    def _made(self, figure: int) -> QPushButton:
        made = named(button(str(figure)), "score")
        made.setCheckable(True)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setAccessibleName(f"{self._asked.question} {figure}: {self._asked.words(figure)}")
        made.setToolTip(f"{self._asked.words(figure)} (key {'X' if figure == RATINGS[-1] else figure})")
        made.clicked.connect(lambda: self._click(figure))
        return made

    def _click(self, figure: int) -> None:
        """A click on the chosen one takes it back."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.take(None if figure == self.value else figure)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(label("field", self._asked.question))
        head.addWidget(self._chosen, 1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE // 2)
        grid.setVerticalSpacing(SPACE // 2)
        for figure, made in enumerate(self.buttons):
            grid.addWidget(made, 0, figure)
            grid.setColumnStretch(figure, 1)
        at = 0
        for zone, part in zip(self._zones, self._asked.parts, strict=True):
            grid.addWidget(zone, 1, at, 1, part.figures)
            at += part.figures
        rows = column(self, (SPACE, SPACE // 2, SPACE, SPACE // 2), SPACE // 2)
        rows.addLayout(head)
        rows.addLayout(grid)
        for below in (self._hint, self._advice):
            rows.addWidget(below)
        self.show_value(None)
