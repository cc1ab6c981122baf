"""The keys that are of use now, as many as there is room for."""

from collections.abc import Mapping

from rich.cells import cell_len
from rich.text import Text

from tempo_trainer.session.commands import Command, key_sign
from tempo_trainer.session.conductor import Conductor
from tempo_trainer.session.states import State
from tempo_trainer.terminal.looks import STRONG

_GAP = "   "
_WORDS: Mapping[Command, str] = {  # the most useful first
    Command.GO_OR_PAUSE: "go on",
    Command.REST_LONGER: "15 s more",
    Command.REST_SHORTER: "less",
    Command.NEXT: "next",
    Command.BACK: "back",
    Command.KEYS: "keys",
    Command.LEAVE: "end",
    Command.END_SET: "end set",
    Command.TEMPO: "tempo",
    Command.OPTIONS: "sound",
}


def hint_line(conductor: Conductor, state: State, width: int) -> Text:
    """Key and word, key and word."""
    words = {command: word for command, word in _WORDS.items() if conductor.allows(command)}
    if state is State.RUNNING:
        words[Command.GO_OR_PAUSE] = "pause"
    return keys_line({key_sign(command): word for command, word in words.items()}, width)


def keys_line(words: Mapping[str, str], width: int) -> Text:
    """Keys and what they do, those that fit."""
    line = Text()
    for key, word in words.items():
        gap = _GAP if line else ""
        if line.cell_len + cell_len(f"{gap}{key} {word}") <= width:
            line.append(gap).append(key, STRONG).append(f" {word}")
    return line
