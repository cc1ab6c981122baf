"""The second view of the history screen, made and imported only when it is first shown: charts are slow to import."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

from PySide6.QtWidgets import QWidget

from tempo_trainer.history.records import Session
from tempo_trainer.ui.themes import Theme


class Progress(NamedTuple):
    """A widget, and what it is told."""

    widget: QWidget
    set_sessions: Callable[[Sequence[Session]], None]
    set_theme: Callable[[Theme], None]


MakeProgress: TypeAlias = Callable[[Theme], Progress]
