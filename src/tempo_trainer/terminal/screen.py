"""The session in a terminal: what a conductor leads is shown there, and keys come back to it."""

import os
from collections.abc import Sequence
from io import TextIOWrapper
from typing import TextIO

from rich.console import Console

from tempo_trainer.history.offer import Offer
from tempo_trainer.session.clock import Clock
from tempo_trainer.session.conductor import Conductor
from tempo_trainer.session.face import face_of
from tempo_trainer.session.states import Event
from tempo_trainer.terminal.bell import Bell
from tempo_trainer.terminal.canvas import other_screen
from tempo_trainer.terminal.glyphs import glyphs_for, shown_with
from tempo_trainer.terminal.keyboard import listening
from tempo_trainer.terminal.lines import tell_in_lines
from tempo_trainer.terminal.loop import Loop
from tempo_trainer.terminal.offering import asked_to_go_on
from tempo_trainer.terminal.questions import Questions, Rated
from tempo_trainer.terminal.signals import signals_heard
from tempo_trainer.terminal.summary import summary_lines
from tempo_trainer.terminal.view import View

_WIDEST = 100  # cells of a table that is easy to read


class TerminalSession:
    """Runs until the session has ended; `tell` and `tell_playing` may be called from any thread."""

    def __init__(self, keyboard: TextIO, screen: TextIO, clock: Clock) -> None:
        if isinstance(keyboard, TextIOWrapper):
            keyboard.reconfigure(errors="replace")  # bytes that are no text, as of a terminal in another encoding
        self._keyboard = keyboard
        self._console = Console(file=screen, highlight=False, markup=False, emoji=False)
        self._glyphs = glyphs_for(self._console.encoding, os.environ.get("TERM", ""))
        self._clock = clock
        self._bell = Bell()
        self._notices: dict[str, str] = {}
        self._playing = ""

    def tell(self, topic: str, text: str) -> None:
        """Show a sentence below the session; an empty one takes it away."""
        self._notices[topic] = text
        self._bell.ring()

    def tell_playing(self, text: str) -> None:
        """On what the sound is heard, for the page that shows it."""
        self._playing = text
        self._bell.ring()

    def offer(self, offer: Offer) -> bool | None:
        """Whether to go on with a session that was broken off; None where nobody can say so, or does not want to."""
        if not (self._console.is_terminal and self._keyboard.isatty()):
            return None
        return asked_to_go_on(self._console, self._keyboard, self._glyphs, offer)

    def run(self, conductor: Conductor, rated: Rated) -> None:
        """Lead the session from its start to its end; Ctrl-C ends it at once, but in order. Else ask how it was."""
        interrupted = True
        try:
            interrupted = self._lead(conductor)
        except KeyboardInterrupt:
            conductor.player.attempt(Event.STOP)
        self._print_end(conductor)
        if not interrupted and self._may_ask(conductor):
            Questions(self._console, self._keyboard, self._glyphs, rated).ask()

    def _may_ask(self, conductor: Conductor) -> bool:
        """Whether there is something to ask about, and somebody who reads it and can answer."""
        summary = conductor.player.look().summary
        performed = summary is not None and any(line.done for line in summary.lines)
        return performed and self._console.is_terminal and self._keyboard.isatty()

    def _lead(self, conductor: Conductor) -> bool:
        """From its start to its end; whether Ctrl-C was pressed."""
        in_lines = not self._console.is_terminal or self._console.is_dumb_terminal
        with (
            self._bell,
            signals_heard(self._bell) as interrupted,
            listening(self._keyboard, self._bell) as keyboard,
        ):
            if in_lines:
                tell_in_lines(conductor, self._console, keyboard, self._clock, interrupted)
                return interrupted()
            with other_screen(self._console, self._glyphs) as canvas:
                view = View(conductor, self._clock, lambda: self._playing)
                Loop(conductor, view, canvas, keyboard, self._told, self.tell, interrupted).run(self._clock)
            return interrupted()

    def _told(self) -> Sequence[str]:
        return [text for text in self._notices.copy().values() if text]

    def _print_end(self, conductor: Conductor) -> None:
        """What stays in the terminal's history."""
        moment = conductor.player.look()
        face = face_of(moment)
        self._console.print(f"{face.headline}. {face.exercise}: {face.set_text}.", soft_wrap=True)
        if moment.summary:
            for line in summary_lines(moment.summary, min(_WIDEST, self._console.width)):
                self._console.print(shown_with(self._glyphs, line), soft_wrap=True)
