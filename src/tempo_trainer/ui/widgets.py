"""Small makers for the widgets that every screen uses; the names are those of the style sheet in theme.py."""

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

AnyWidget = TypeVar("AnyWidget", bound=QWidget)


def named(widget: AnyWidget, name: str) -> AnyWidget:
    """The widget, dressed as the style sheet says for `name`."""
    widget.setObjectName(name)
    return widget


def label(name: str = "", text: str = "", text_format: Qt.TextFormat = Qt.TextFormat.PlainText) -> QLabel:
    """A label that wraps."""
    made = named(QLabel(text), name)
    made.setTextFormat(text_format)
    made.setWordWrap(True)
    return made


class Button(QPushButton):
    """A button that Enter presses too, as it does in dialogs."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Qt tells of a key."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)


def button(text: str, name: str = "") -> QPushButton:
    """A button that takes the focus by Tab only, so that a click leaves the keys where they were."""
    made = named(Button(text), name)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def choose_button(buttons: Iterable[QAbstractButton], chosen: QAbstractButton) -> None:
    """Check one of several. Tab leads to it, arrow keys to the others; Qt sees to that only after the first Tab."""
    for one in buttons:
        one.setFocusPolicy(Qt.FocusPolicy.TabFocus if one is chosen else Qt.FocusPolicy.NoFocus)
    chosen.setChecked(True)


def scrolled(inside: QWidget) -> QScrollArea:
    """As wide as there is room for, up to its own limit; what is too high is scrolled, by what has the focus in it."""
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setWidget(inside)
    return made


def column(parent: QWidget, margins: tuple[int, int, int, int] = (0, 0, 0, 0), spacing: int = 0) -> QVBoxLayout:
    """A vertical layout for a widget."""
    made = QVBoxLayout(parent)
    made.setContentsMargins(*margins)
    made.setSpacing(spacing)
    return made
