"""The list of keys; each of them does what it says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.text import Text

from tempo_trainer.session.commands import CLICKER, Command, key_sign
from tempo_trainer.session.conductor import Conductor
from tempo_trainer.terminal.keys import COMMANDS
from tempo_trainer.terminal.looks import STRONG
from tempo_trainer.terminal.pages.page import CLOSE, Reply
from tempo_trainer.terminal.texts import fitted, wrapped

_SIGN_WIDTH = 10
_KNOWN = (Command.ON, Command.KEYS)  # the one is in the last line, the other has just been pressed


@dataclass(frozen=True)
class KeysPage:
    """Every command that a terminal has."""

    @property
    def keys(self) -> Mapping[str, str]:
        """Its own keys and what they do."""
        return {"Esc": "back to the session"}

    def lines(self, conductor: Conductor, width: int, height: int) -> Sequence[Text]:
        """A line a command; the clicker where there is room for it."""
        del conductor
        commands = [command for command in dict.fromkeys(COMMANDS.values()) if command not in _KNOWN]
        lines = [_line(command, width) for command in commands]
        return [*lines, Text(), *map(Text, wrapped(CLICKER, width))][:height]

    def press(self, conductor: Conductor, key: str) -> Reply | None:
        """Any other key does what the list says of it."""
        del conductor
        return Reply(None) if key in CLOSE else None


def _line(command: Command, width: int) -> Text:
    sign = Text.assemble((key_sign(command).ljust(_SIGN_WIDTH), STRONG))
    return sign + fitted(command.value, width - _SIGN_WIDTH)
