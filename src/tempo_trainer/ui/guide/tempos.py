"""The choice of the tempo in which an exercise is shown: a preset, or a hold."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from tempo_trainer.session.preview import HOLD_S
from tempo_trainer.ui.fields import combo
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import label
from tempo_trainer.workout.exercise import CatalogueExercise
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.tempo import Ramp, Tempo, tempo_in_words

HOLD = "="  # no preset may be called so
FIRST = "controlled"
BROAD = 560  # from this width on the words stand beside the choice


class TempoChoice(QWidget):
    """What was taken stays for the next exercise, but one that is mostly held begins with a hold."""

    changed = Signal()

    def __init__(self, names: Names) -> None:
        super().__init__()
        self._names = names
        self._kept = FIRST
        self._exercise: CatalogueExercise | None = None
        self.combo = combo("Tempo", {})
        self.combo.setMinimumWidth(220)
        self.combo.picked.connect(self._take)
        self._words = label("quiet")
        title = label("field", "Tempo")
        title.setWordWrap(False)
        title.setBuddy(self.combo)
        row = QHBoxLayout()
        row.setSpacing(int(1.5 * SPACE))
        row.addWidget(title)
        row.addWidget(self.combo, 1)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(SPACE)
        self._line.addLayout(row)
        self._line.addWidget(self._words, 1)
        self.set_names(names)

    def set_names(self, names: Names) -> None:
        """Offer these presets."""
        self._names = names
        texts = {name: f"{name}   {_short(tempo)}" for name, tempo in names.presets.items()}
        self.combo.offer({**texts, HOLD: "hold still"})
        if not self.combo.chosen():
            self.combo.choose(self._known(self._kept))
        self._tell()

    def show_exercise(self, exercise: CatalogueExercise) -> None:
        """Choose for this one."""
        self._exercise = exercise
        self.combo.choose(HOLD if exercise.held else self._known(self._kept))
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """The words stand beside the choice, or below it."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        self._line.setDirection(directions.LeftToRight if self.width() >= BROAD else directions.TopToBottom)

    @property
    def preset(self) -> str | None:
        """The chosen preset; None for a hold."""
        chosen = self.combo.chosen()
        return None if chosen == HOLD else chosen

    @property
    def tempo(self) -> Tempo | Ramp | None:
        """What the chosen preset says; None for a hold."""
        return None if self.preset is None else self._names.presets[self.preset]

    def _known(self, preset: str) -> str:
        return preset if preset in self._names.presets else next(iter(self._names.presets), HOLD)

    def _take(self, key: str) -> None:
        if key != HOLD:
            self._kept = key
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        if self._exercise is None:
            return
        words = self._exercise.words.by_phase()
        tempo = self.tempo
        told = tempo_in_words(tempo, self._exercise.starts_with, words) if tempo else f"hold; {HOLD_S} s are shown"
        self._words.setText(told[:1].upper() + told[1:])


def _short(tempo: Tempo | Ramp) -> str:
    return str(tempo).replace(" to ", " → ")
