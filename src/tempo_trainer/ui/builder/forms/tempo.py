"""The tempo of a block: a preset by its name, or one of its own."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tempo_trainer.ui.fields import combo
from tempo_trainer.ui.tempo import TempoEditor
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import column, label
from tempo_trainer.workout.exercise import Exercise
from tempo_trainer.workout.model import ExerciseBlock
from tempo_trainer.workout.tempo import Ramp, Tempo, parse_tempo, tempo_in_words

OWN = "="  # no preset may be called so
USUAL: str = ExerciseBlock.model_fields["tempo"].default
FIRST = Tempo(3000, 1000, 3000, 1000)


class TempoOfBlock(QWidget):
    """`changed` tells the name of a preset, a tempo or a ramp. A tempo of its own begins as the preset before it."""

    changed = Signal(object)  # str | Tempo | Ramp

    def __init__(self) -> None:
        super().__init__()
        self._presets: Mapping[str, Tempo | Ramp] = {}
        self._texts: Mapping[str, str] = {}
        self.tempo: Tempo | Ramp = FIRST  # the last that could be read
        self.choice = combo("Tempo", {})
        self.editor = TempoEditor()
        self._words = label("quiet")
        rows = column(self, spacing=SPACE)
        for widget in (self.choice, self._words, self.editor):
            rows.addWidget(widget)
        self.choice.picked.connect(self._take_choice)
        self.editor.changed.connect(self.changed)

    def show_said(self, said: Any, exercise: Exercise, presets: Mapping[str, Tempo | Ramp]) -> None:
        """Show what a block says, without telling."""
        self._offer(presets)
        name, tempo = _read(said, presets)
        self.tempo = tempo or self.tempo
        self.choice.choose(OWN if name is None else name)
        self.choice.setPlaceholderText(name or "")  # shown where there is no such preset
        self.editor.setVisible(name is None)
        self.editor.set_exercise(exercise)
        self.editor.set_tempo(self.tempo)
        words = tempo_in_words(tempo, exercise.starts_with, exercise.words.by_phase()) if name and tempo else ""
        self._words.setText(words[:1].upper() + words[1:])
        self._words.setVisible(bool(words))

    def _offer(self, presets: Mapping[str, Tempo | Ramp]) -> None:
        self._presets = presets
        texts = {name: f"{name}   {_short(tempo)}" for name, tempo in presets.items()}
        texts[OWN] = "A tempo of its own"
        if texts != self._texts:
            self._texts = texts
            self.choice.offer(texts)

    def _take_choice(self, name: str) -> None:
        self.changed.emit(self.tempo if name == OWN else name)


def _read(said: Any, presets: Mapping[str, Tempo | Ramp]) -> tuple[str | None, Tempo | Ramp | None]:
    """The name of a preset, if it is one, and what it comes to, if that can be told."""
    try:
        tempo = parse_tempo(USUAL if said is None else said)
    except ValueError:
        return None, None
    return (tempo, presets.get(tempo)) if isinstance(tempo, str) else (None, tempo)


def _short(tempo: Tempo | Ramp) -> str:
    return str(tempo).replace(" to ", " → ")
