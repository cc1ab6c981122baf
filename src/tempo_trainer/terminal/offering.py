"""The question before a session in the terminal, when the last one was broken off."""

from typing import TextIO

from rich.console import Console
from rich.text import Text

from tempo_trainer.history.offer import Offer
from tempo_trainer.terminal.glyphs import Glyphs, shown_with

_ANSWERS = {"y": True, "yes": True, "n": False, "no": False}
_ASKED = "Go on with it? y: yes, n: no, keep what was done, Enter: decide later "


def asked_to_go_on(console: Console, keyboard: TextIO, glyphs: Glyphs, offer: Offer) -> bool | None:
    """Whether the runner goes on with it; False keeps what was done as ended early, None leaves it as it is."""

    def say(text: str) -> None:
        console.print(shown_with(glyphs, Text(text)), soft_wrap=True)

    say(f"Your session was interrupted: {offer.name}, {offer.when}.")
    say(f"It goes on with {offer.exercise}. {offer.where}." if offer.can_go_on else offer.problem)
    while offer.can_go_on:
        console.print(_ASKED, end="", soft_wrap=True)
        console.file.flush()
        said = keyboard.readline().strip().lower()
        if not said or said in _ANSWERS:
            return _ANSWERS.get(said)
    return False
