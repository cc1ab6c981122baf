"""The tempo of a block: one of the presets, or one of its own."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tempo_trainer.ui.fields import combo
from tempo_trainer.ui.tempo import TempoEditor
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import column, label
from tempo_trainer.workout.exercise import Exercise
from tempo_trainer.workout.model import ExerciseBlock, Names
from tempo_trainer.workout.tempo import Ramp, Tempo, TempoChoice, parse_tempo, tempo_in_words
from tempo_trainer.workout.writer import tempo_as_written

OWN = "\N{BULLET} own"  # no preset can have this name
USUAL: TempoChoice = ExerciseBlock.model_fields["tempo"].default


class BlockTempo(QWidget):
    """`changed` tells what `tempo` shall say; None for the usual preset."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.presets = combo("Tempo", {})
        self.editor = TempoEditor()
        self._words = label("quiet")
        self._names = Names()
        rows = column(self, spacing=SPACE)
        for widget in (self.presets, self._words, self.editor):
            rows.addWidget(widget)
        self.presets.picked.connect(self._pick)
        self.editor.changed.connect(self._tell)

    def show_tempo(self, said: Any, exercise: Exercise, names: Names) -> None:
        """What the document says, for this exercise."""
        if names.presets != self._names.presets:
            self._names = names
            own = {OWN: "A tempo of its own"}
            self.presets.offer({name: f"{name}   {tempo}" for name, tempo in names.presets.items()} | own)
        self.editor.set_exercise(exercise)
        tempo = _read(said)
        is_own = isinstance(tempo, Tempo | Ramp)
        self.presets.choose(OWN if is_own else str(tempo or ""))
        self.editor.setVisible(is_own)
        self._words.setVisible(not is_own)
        if isinstance(tempo, Tempo | Ramp):
            self.editor.set_tempo(tempo)
        elif chosen := self.tempo(said):
            self._words.setText(tempo_in_words(chosen, exercise.starts_with, exercise.words.by_phase()))

    def tempo(self, said: Any) -> Tempo | Ramp | None:
        """The tempo that is meant, if there is one."""
        tempo = _read(said)
        return self._names.presets.get(tempo) if isinstance(tempo, str) else tempo

    def _pick(self, key: str) -> None:
        if key != OWN:
            self.changed.emit(None if key == USUAL else key)
        elif before := self._names.presets.get(str(USUAL)):
            self._tell(self.editor.tempo() or before)

    def _tell(self, tempo: Tempo | Ramp) -> None:
        self.changed.emit(tempo_as_written(tempo))


def _read(said: Any) -> TempoChoice | None:
    """What a file would mean by it; None if it means nothing."""
    try:
        return USUAL if said is None else parse_tempo(said)
    except ValueError:
        return None
