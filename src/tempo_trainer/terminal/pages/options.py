"""Sound: volumes, what the voice says, and on what it is heard."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from rich.text import Text

from tempo_trainer.session.commands import Command
from tempo_trainer.session.conductor import Conductor
from tempo_trainer.session.hearing import Hearing
from tempo_trainer.terminal.looks import STRONG
from tempo_trainer.terminal.pages.page import CLOSE, Reply, choice
from tempo_trainer.terminal.texts import fitted
from tempo_trainer.workout.speech import VoiceLevel

_SAYS: Mapping[VoiceLevel, str] = {"full": "all", "brief": "the main things", "tones": "nothing"}
_NAME_WIDTH = 18


@dataclass(frozen=True)
class _Row:
    """Something that can be set: its name, the commands for less and more, and its value in words."""

    name: str
    less: Command
    more: Command
    value: Callable[[Hearing], str]


def _bar(percent: int) -> str:
    return f"{'█' * (percent // 10)}{'·' * (10 - percent // 10)} {percent:3} %"


_ROWS = (
    _Row("Tones", Command.TONES_QUIETER, Command.TONES_LOUDER, lambda hearing: _bar(hearing.tones)),
    _Row("Voice", Command.VOICE_QUIETER, Command.VOICE_LOUDER, lambda hearing: _bar(hearing.voice)),
    _Row("The voice says", Command.VOICE, Command.VOICE, lambda hearing: _SAYS[hearing.says]),
    _Row("Sound", Command.MUTE, Command.MUTE, lambda hearing: "off" if hearing.muted else "on"),
)
_MOVES = {"Up": -1, "Down": 1}


@dataclass(frozen=True)
class OptionsPage:
    """Arrows choose a line and change it: not every terminal knows Shift and an arrow."""

    playing: Callable[[], str]  # on what the sound is heard
    row: int = 0

    @property
    def keys(self) -> Mapping[str, str]:
        """Its own keys and what they do."""
        return {"↑ ↓": "choose", "← →": "change", "Esc": "back to the session"}

    def lines(self, conductor: Conductor, width: int, height: int) -> Sequence[Text]:
        """What holds now."""
        rows = [
            choice(Text(f"{row.name:<{_NAME_WIDTH}}{row.value(conductor.hearing)}"), here=number == self.row)
            for number, row in enumerate(_ROWS)
        ]
        return [Text.assemble(("Sound", STRONG)), Text(), *rows, Text(), fitted(self.playing(), width)][:height]

    def press(self, conductor: Conductor, key: str) -> Reply | None:
        """The arrows are the page's own."""
        if key in CLOSE:
            return Reply(None)
        if key in _MOVES:
            return Reply(replace(self, row=(self.row + _MOVES[key]) % len(_ROWS)))
        if key in {"Left", "Right"}:
            row = _ROWS[self.row]
            conductor.do(row.more if key == "Right" else row.less)
            return Reply(self)
        return None
