"""The session in a terminal: the same player and the same face, drawn with rich; keys are read one by one."""

import logging
import os
import re
import select
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TextIO

from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.padding import Padding
from rich.progress_bar import ProgressBar
from rich.text import Text

from tempo_trainer.session.face import Face, Role, face_of
from tempo_trainer.session.moment import Moment
from tempo_trainer.session.player import Player
from tempo_trainer.session.states import Event, State
from tempo_trainer.terminal.letters import big
from tempo_trainer.workout.durations import in_words, on_a_clock

FRAME_S = 0.05
RING_OUT_S = 2.5
STYLES: Mapping[Role, str] = {
    "eccentric": "bright_blue",
    "stretched_pause": "bright_magenta",
    "concentric": "bright_yellow",
    "contracted_pause": "magenta",
    "hold": "yellow",
    "rest": "bright_green",
    "done": "bright_green",
    "switch": "yellow",
}
MARKS: Mapping[Role, str] = {
    "eccentric": "▼", "concentric": "▲", "stretched_pause": "▂", "contracted_pause": "▔", "hold": "●",
    "rest": "○", "lead_in": "▶", "ready": "▶", "switch": "⇄", "paused": "‖", "ended": "■", "done": "✓",
}  # fmt: skip
_KEY = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1bO.|.", re.DOTALL)  # an arrow or a function key, or one character
Keys = Callable[[float], Iterator[str]]

log = logging.getLogger(__name__)


class TerminalSession:
    """Runs until the session has ended; `tell` may be called from any thread."""

    def __init__(self, keyboard: TextIO, screen: TextIO) -> None:
        self._keyboard = keyboard
        self._console = Console(file=screen, highlight=False)
        self._notices: dict[str, str] = {}

    def tell(self, topic: str, text: str) -> None:
        """Show a sentence below the session; an empty one takes it away."""
        self._notices[topic] = text

    def run(self, player: Player) -> None:
        """Lead the player from its start to its end; Esc twice or Ctrl-C ends it earlier."""
        if not self._console.is_terminal:
            self._tell_in_lines(player)
            return
        with _single_keys(self._keyboard) as keys, Live(console=self._console, screen=True, auto_refresh=False) as live:
            player.go()
            try:
                while self._turn(player, live, keys):
                    pass
            except KeyboardInterrupt:
                player.attempt(Event.STOP)
        self._print_end(player)

    def _turn(self, player: Player, live: Live, keys: Keys) -> bool:
        """Show what is true now and do what the keys say; false when the session is over. A fault costs one turn."""
        try:
            moment = player.look()
            live.update(self._picture(moment), refresh=True)
            if moment.state in {State.FINISHED, State.STOPPED}:
                list(keys(RING_OUT_S if moment.state is State.FINISHED else 0))
                return False
            for key in keys(FRAME_S):
                _obey(player, key)
        except Exception:
            log.exception("A fault of the program")
            self.tell("fault", "Something went wrong inside the program and was written to the log.")
        return True

    def _tell_in_lines(self, player: Player) -> None:
        """Where the output is no terminal: a line a step, plain and in full; nothing waits for a key."""
        shown = -1
        try:
            while (moment := player.look()).state not in {State.FINISHED, State.STOPPED}:
                if moment.state is not State.RUNNING:
                    player.go()
                elif moment.index != shown:
                    shown = moment.index
                    self._console.print(" · ".join(_line(face_of(moment), moment)), soft_wrap=True)
                time.sleep(FRAME_S)
            time.sleep(RING_OUT_S)
        except KeyboardInterrupt:
            player.attempt(Event.STOP)
        self._print_end(player)

    def _print_end(self, player: Player) -> None:
        face = face_of(player.look())
        self._console.print(f"{face.headline}. {face.exercise}: {face.set_text}.", soft_wrap=True)

    def _picture(self, moment: Moment) -> RenderableType:
        face = face_of(moment)
        style = STYLES.get(face.role, "bright_white")
        duration = moment.timeline.duration_ms or 1
        width = max(20, self._console.width - 4)
        lines: list[RenderableType] = [
            _first_line(face, width),
            Text(),
            Text(f"{MARKS[face.role]}  {face.headline.upper()}", style=f"bold {style}"),
            Text(),
            Text(big(face.count), style=f"bold {style}"),
            Text(),
            Text("    ".join(text for text in (face.side, face.set_text, face.rep_text) if text), style="bold"),
            Text(face.after, style="dim"),
            Text(),
            ProgressBar(total=duration, completed=moment.position_ms, width=width, complete_style=style),
            Text(),
            *(Text(line) for line in face.advice[:4]),
            *(Text(notice, style="bold red") for notice in tuple(self._notices.values()) if notice),
            Text("Space pause / go on    → next    ← back    Esc pause, again: end", style="dim"),
        ]
        return Padding(Group(*lines), (1, 2))


def _line(face: Face, moment: Moment) -> Sequence[str]:
    seconds = in_words(moment.step.duration_ms or 0) if moment.step else ""
    texts = (f"{face.headline} {seconds}", face.exercise, face.side, face.set_text, face.rep_text)
    return [on_a_clock(moment.step.start_ms if moment.step else 0), *filter(None, texts)]


def _first_line(face: Face, width: int) -> Text:
    name = Text(face.exercise, style="bold")
    name.truncate(max(1, width - len(face.session_left) - 2), overflow="ellipsis", pad=True)
    return name + Text("  " + face.session_left, style="dim")


def _obey(player: Player, key: str) -> None:
    running = player.state is State.RUNNING
    keys: Mapping[str, Event] = {
        " ": Event.PAUSE if running else Event.GO,
        "\x1b": Event.PAUSE if running else Event.STOP,
        "\x1b[C": Event.NEXT,
        "\x1b[D": Event.BACK,
        "\x1b[6~": Event.NEXT if running else Event.GO,  # a presenter's clicker
        "\x1b[5~": Event.BACK,
    }
    if key in keys:
        player.attempt(keys[key])


@contextmanager
def _single_keys(keyboard: TextIO) -> Iterator[Keys]:
    """A function that waits some seconds and gives the keys pressed meanwhile; none if there is no keyboard."""
    if sys.platform == "win32" or not keyboard.isatty():
        yield _no_keys
        return
    import termios
    import tty

    handle = keyboard.fileno()
    before = termios.tcgetattr(handle)
    try:
        tty.setcbreak(handle)
        yield lambda seconds: _keys_of(handle, seconds)
    finally:
        termios.tcsetattr(handle, termios.TCSADRAIN, before)


def _no_keys(seconds: float) -> Iterator[str]:
    time.sleep(seconds)
    return iter(())


def _keys_of(handle: int, seconds: float) -> Iterator[str]:
    if select.select([handle], [], [], seconds)[0]:
        text = os.read(handle, 64).decode(errors="replace")
        if not text:  # the terminal has gone
            time.sleep(seconds)
        yield from _KEY.findall(text)
