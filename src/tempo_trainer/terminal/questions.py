"""The questions after a session in the terminal: plain lines, each of which may be left empty."""

import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TextIO

from rich.console import Console
from rich.text import Text

from tempo_trainer.history.ratings import LIGHTS, RATINGS, effort_in_words, light_of, rating_of
from tempo_trainer.terminal.glyphs import Glyphs, shown_with

Rated = Callable[[int | None, int | None, str], object]  # effort and pain, None where nothing was said; note

_AGAIN = f"A whole number from {RATINGS[0]} to {RATINGS[-1]}, please, or just Enter."


@dataclass(frozen=True)
class _Answers:
    effort: int | None = None
    pain: int | None = None
    note: str = ""


class Questions:
    """Asks on a console, hears from a keyboard line by line; `rated` is told at once of each answer."""

    def __init__(self, console: Console, keyboard: TextIO, glyphs: Glyphs, rated: Rated) -> None:
        self._console = console
        self._keyboard = keyboard
        self._glyphs = glyphs
        self._rated = rated
        self._said = _Answers()

    def ask(self) -> None:
        """All three; Ctrl-C and Ctrl-D end them, and what was said until then counts."""
        with suppress(OSError):
            _forget_keys(self._keyboard)
        with suppress(EOFError, KeyboardInterrupt):
            self._ask()
            return
        self._say("")  # the answer's line was not ended

    def _ask(self) -> None:
        self._say("")
        effort = self._number("How hard was it, 0 to 10? (Enter: skip) ")
        if effort is not None:
            self._say(f"{effort}: {effort_in_words(effort)}.")
            self._tell(replace(self._said, effort=effort))
        pain = self._number("Any pain, 0 to 10? (Enter: skip) ")
        if pain is not None:
            self._say(LIGHTS[light_of(pain)].text)
            self._tell(replace(self._said, pain=pain))
        if note := self._line("A note? (Enter: none) ").strip():
            self._tell(replace(self._said, note=note))

    def _number(self, question: str) -> int | None:
        """Asked until it is answered or skipped."""
        while text := self._line(question).strip():
            if (number := rating_of(text)) is not None:
                return number
            self._say(_AGAIN)
        return None

    def _line(self, question: str) -> str:
        self._console.print(question, end="", soft_wrap=True)
        self._console.file.flush()
        line = self._keyboard.readline()
        if not line:
            raise EOFError
        return line

    def _say(self, text: str) -> None:
        self._console.print(shown_with(self._glyphs, Text(text)), soft_wrap=True)

    def _tell(self, said: _Answers) -> None:
        self._said = said
        self._rated(said.effort, said.pain, said.note)


def _forget_keys(keyboard: TextIO) -> None:
    """Keys that were meant for the session are no answers."""
    if sys.platform != "win32":
        import termios

        with suppress(termios.error):
            termios.tcflush(keyboard.fileno(), termios.TCIFLUSH)
