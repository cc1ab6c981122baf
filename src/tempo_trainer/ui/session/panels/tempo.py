"""The tempo from the next rep on: a preset for this exercise, and a pace for all."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QPushButton, QSlider, QWidget

from tempo_trainer.session.conductor import PACE_STEP, Conductor, pace_in_words
from tempo_trainer.session.player import PACES
from tempo_trainer.ui.session.panels.panel import Panel
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import button, label, named
from tempo_trainer.workout.tempo import tempo_in_words
from tempo_trainer.workout.timeline import Bout

_PLANNED = "As planned"


class TempoPanel(Panel):
    """Shows what the conductor has, and tells it what is chosen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "Tempo", width=620)
        self._conductor: Conductor | None = None
        self._bout: Bout | None = None  # whose tempo is chosen: the one that was on when the panel opened
        self._presets = QGridLayout()
        self._presets.setSpacing(SPACE)
        self._group = QButtonGroup(self)
        self._words = label("quiet")
        self._pace_text = label()
        self._pace_text.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._pace = named(QSlider(Qt.Orientation.Horizontal), "pace")
        self._pace.setRange(PACES.start, PACES.stop - 1)
        self._pace.setSingleStep(PACE_STEP)
        self._pace.setPageStep(PACE_STEP)
        self._pace.setAccessibleName("Length of every phase, in percent of the tempo")
        self._pace.setTracking(False)  # each tempo is another plan
        self._pace.valueChanged.connect(self._pace_moved)
        self._pace.sliderMoved.connect(self._tell_pace)
        self._arrange()

    def show_for(self, conductor: Conductor) -> None:
        """Open with the choice that holds now."""
        self._conductor = conductor
        for choice in self._group.buttons():
            choice.deleteLater()
        self._bout = bout = conductor.bout()
        names = [_PLANNED, *conductor.presets] if bout and bout.tempo else [_PLANNED]
        for number, name in enumerate(names):
            self._presets.addWidget(self._choice(conductor, name), number // 3, number % 3)
        self._pace.blockSignals(True)
        self._pace.setValue(conductor.pace)
        self._pace.blockSignals(False)
        self._tell()
        for before, following in pairwise([*self._group.buttons(), self._pace]):
            self.setTabOrder(before, following)
        self.open_panel()

    def _arrange(self) -> None:
        self.section("For this exercise")
        self.content.addLayout(self._presets)
        self.content.addWidget(self._words)
        self.section("For all exercises")
        row = QHBoxLayout()
        row.addWidget(label("", "Quicker"))
        row.addWidget(self._pace, 1)
        slower = label("", "Slower")
        slower.setAlignment(Qt.AlignmentFlag.AlignRight)
        row.addWidget(slower)
        self.content.addLayout(row)
        self.content.addWidget(self._pace_text)
        self.content.addWidget(label("quiet", "A change holds from the next rep on. The file stays as it is."))

    def _choice(self, conductor: Conductor, name: str) -> QPushButton:
        tempo = conductor.presets.get(name)
        made = button(f"{name}\n{tempo}" if tempo else name, "choice")
        made.setCheckable(True)
        made.setAccessibleName(f"Tempo {name} {tempo or ''}".strip())
        made.setChecked((conductor.preset(self._bout) or _PLANNED) == name)
        made.clicked.connect(lambda: self._choose(name))
        self._group.addButton(made)
        return made

    def _choose(self, name: str) -> None:
        if self._conductor:
            self._conductor.set_tempo(self._pace.value(), None if name == _PLANNED else name, self._bout)
            self._tell()

    def _pace_moved(self, pace: int) -> None:
        if self._conductor:
            self._conductor.set_tempo(pace, self._conductor.preset(self._bout), self._bout)
            self._tell()

    def _tell(self) -> None:
        """What was chosen, in the exercise's own words."""
        conductor = self._conductor
        bout = self._bout
        if conductor is None:
            return
        self._tell_pace(conductor.pace)
        if bout is None or bout.tempo is None:
            self._words.setText("A hold has no tempo.")
            return
        name = conductor.preset(bout)
        tempo = conductor.presets[name] if name else bout.tempo
        words = tempo_in_words(tempo, bout.exercise.starts_with, bout.exercise.words.by_phase())
        self._words.setText(f"{bout.exercise.name}: {words}")

    def _tell_pace(self, pace: int) -> None:
        self._pace_text.setText(f"{pace_in_words(pace).capitalize()}: every phase lasts {pace} % of its time")
