"""The tempo from the next rep on: a preset for this exercise, and a pace for all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rich.text import Text

from tempo_trainer.session.conductor import Conductor
from tempo_trainer.terminal.looks import STRONG
from tempo_trainer.terminal.pages.page import CLOSE, Reply, choice
from tempo_trainer.terminal.texts import fitted
from tempo_trainer.workout.tempo import Ramp, Tempo, tempo_in_words

_MOVES = {"Up": -1, "Down": 1}
_NAME_WIDTH = 20
_AROUND = 5  # lines besides the choices


@dataclass(frozen=True)
class TempoPage:
    """Arrows move, Enter or a figure chooses."""

    row: int

    @property
    def keys(self) -> Mapping[str, str]:
        """Its own keys and what they do."""
        return {"↑ ↓": "choose", "Enter": "take it", "S": "slower", "Q": "quicker", "Esc": "back to the session"}

    def lines(self, conductor: Conductor, width: int, height: int) -> Sequence[Text]:
        """The choices around the present one, and what it means in the exercise's own words."""
        choices = _choices(conductor)
        at = self._at(choices)
        room = max(1, height - _AROUND)
        first = max(0, min(at - room // 2, len(choices) - room))
        shown = range(first, min(len(choices), first + room))
        rows = [_row(conductor, number, choices[number], width, here=number == at) for number in shown]
        title = f"Tempo of {_exercise(conductor)}, from the next rep on"
        pace = f"Every phase lasts {conductor.pace} % of its time"
        below = [Text(), fitted(_in_words(conductor, choices[at]), width), fitted(pace, width)]
        return [Text.assemble(fitted(title, width, STRONG)), Text(), *rows, *below][:height]

    def press(self, conductor: Conductor, key: str) -> Reply | None:
        """What slows down or quickens all is the session's."""
        choices = _choices(conductor)
        if key in _MOVES:
            return Reply(replace(self, row=(self._at(choices) + _MOVES[key]) % len(choices)))
        if key == "Enter" or (key.isdecimal() and int(key) < len(choices)):
            at = self._at(choices) if key == "Enter" else int(key)
            return Reply(None, conductor.set_tempo(conductor.pace, choices[at]))
        return Reply(None) if key in CLOSE else None

    def _at(self, choices: Sequence[object]) -> int:
        """The row, also when meanwhile an exercise has come that has fewer."""
        return min(self.row, len(choices) - 1)


def tempo_page(conductor: Conductor) -> TempoPage:
    """The page with the choice that holds now."""
    choices = _choices(conductor)
    preset = conductor.preset()
    return TempoPage(choices.index(preset) if preset in choices else 0)


def _row(conductor: Conductor, number: int, name: str | None, width: int, *, here: bool) -> Text:
    sign = "●" if name == conductor.preset() else " "
    figure = f"{number}" if number < 10 else " "
    line = f"{figure} {sign} {name or 'as planned':<{_NAME_WIDTH}} {_tempo(conductor, name) or ''}"
    return choice(fitted(line, width - 2), here=here)


def _choices(conductor: Conductor) -> Sequence[str | None]:
    """As planned (None) and the presets; a hold has no tempo."""
    bout = conductor.bout()
    return [None, *conductor.presets] if bout and bout.tempo else [None]


def _tempo(conductor: Conductor, name: str | None) -> Tempo | Ramp | None:
    bout = conductor.bout()
    return conductor.presets[name] if name else bout.tempo if bout else None


def _exercise(conductor: Conductor) -> str:
    bout = conductor.bout()
    return bout.exercise.name if bout else "the exercise"


def _in_words(conductor: Conductor, name: str | None) -> str:
    bout, tempo = conductor.bout(), _tempo(conductor, name)
    if bout is None or tempo is None:
        return "A hold has no tempo."
    words = tempo_in_words(tempo, bout.exercise.starts_with, bout.exercise.words.by_phase())
    return words[:1].upper() + words[1:]
