"""What a page is: it shows something for a while and answers keys of its own; the session goes on below it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from rich.text import Text

from tempo_trainer.session.commands import KEYS, Command
from tempo_trainer.session.conductor import Conductor
from tempo_trainer.terminal.looks import STRONG

CLOSE = frozenset({"Enter", *KEYS[Command.LEAVE]})


@dataclass(frozen=True)
class Reply:
    """What a key has led to: the page from now on (None: it is closed), and what was done in a few words."""

    page: "Page | None"
    said: str = ""


class Page(Protocol):
    """A plain value; a key leads to another one."""

    @property
    def keys(self) -> Mapping[str, str]:
        """Its own keys and what they do."""
        ...

    def lines(self, conductor: Conductor, width: int, height: int) -> Sequence[Text]:
        """What it shows, in no more than this room."""
        ...

    def press(self, conductor: Conductor, key: str) -> Reply | None:
        """Answer a key; None leaves it to the session."""
        ...


def choice(text: Text, *, here: bool) -> Text:
    """A line that can be chosen; a mark tells which is, without colours too."""
    line = Text.assemble("▶ " if here else "  ", text)
    if here:
        line.stylize(STRONG)
    return line
