"""The view: what the terminal shows of a session, and what its keys do. No input, no output."""

from collections.abc import Callable, Mapping, Sequence

from rich.text import Text

from tempo_trainer.session.clock import NS_PER_MS, Clock
from tempo_trainer.session.commands import Command
from tempo_trainer.session.conductor import Conductor
from tempo_trainer.session.moment import Moment
from tempo_trainer.session.states import ENDED, Event, State
from tempo_trainer.terminal.hints import hint_line, keys_line
from tempo_trainer.terminal.keys import COMMANDS
from tempo_trainer.terminal.looks import SAID
from tempo_trainer.terminal.pages.keys import KeysPage
from tempo_trainer.terminal.pages.leave import LeavePage
from tempo_trainer.terminal.pages.options import OptionsPage
from tempo_trainer.terminal.pages.page import Page
from tempo_trainer.terminal.pages.tempo import tempo_page
from tempo_trainer.terminal.picture import Around, picture
from tempo_trainer.terminal.texts import fitted

FRAME_MS = 50
SAID_MS = 2000
_END_HINT = {"Any key": "leaves"}


class View:
    """One session as its runner sees it. `playing` tells on what the sound is heard."""

    def __init__(self, conductor: Conductor, clock: Clock, playing: Callable[[], str]) -> None:
        self._conductor = conductor
        self._clock = clock
        self._playing = playing
        self._page: Page | None = None
        self._opened_by: Command | None = None
        self._said, self._said_until_ns = "", 0

    def lines(self, moment: Moment, notices: Sequence[str], width: int, height: int) -> Sequence[Text]:
        """What is to be seen of a moment: exactly `height` lines of at most `width` cells."""
        page = self._page if moment.state not in ENDED else None

        def lines_of_page(width: int, height: int) -> Sequence[Text]:
            return page.lines(self._conductor, width, height) if page else ()

        around = Around(notices, lambda room: self._bottom(moment, page, room), lines_of_page if page else None)
        return picture(moment, around, width, height)

    def wait_ms(self, moment: Moment) -> float | None:
        """How long this picture holds; None: until a key or a notice comes."""
        waits = [self._said_left_ms()] if self._said_left_ms() > 0 else []
        if moment.state is State.RUNNING:
            waits.append(min(FRAME_MS, max(1.0, moment.left_ms % 1000 or FRAME_MS)))  # no later than the count changes
        return min(waits, default=None)

    def press(self, key: str) -> None:
        """Do what a key stands for: to the page, if one is open, else to the session."""
        if self._conductor.player.look().state in ENDED:
            return
        reply = self._page.press(self._conductor, key) if self._page else None
        if reply:
            self._page = reply.page
            self._say(reply.said)
        elif key in COMMANDS:
            self._do(COMMANDS[key])

    def _do(self, command: Command) -> None:
        if command in self._pages:
            self._turn_to(command)
        elif self._conductor.allows(command):
            self._say(self._conductor.do(command))
        else:
            self._say("Not now")

    @property
    def _pages(self) -> Mapping[Command, Callable[[], Page | None]]:
        return {
            Command.KEYS: KeysPage,
            Command.OPTIONS: lambda: OptionsPage(self._playing),
            Command.TEMPO: lambda: tempo_page(self._conductor),
            Command.LEAVE: self._ask,
        }

    def _turn_to(self, command: Command) -> None:
        """Open a page; its key closes it again."""
        closes = self._page is not None and self._opened_by is command
        self._page = None if closes else self._pages[command]()
        self._opened_by = command
        self._say("")  # the page's own keys are told there

    def _ask(self) -> Page | None:
        """Before an unfinished session is lost; one that has not begun is left at once."""
        player = self._conductor.player
        if not self._conductor.is_unfinished:
            player.attempt(Event.STOP)
            return None
        return LeavePage(ran=player.attempt(Event.PAUSE))

    def _bottom(self, moment: Moment, page: Page | None, width: int) -> Text:
        if self._said_left_ms() > 0:
            return fitted(f" {self._said} ", width, SAID)
        if moment.state in ENDED:
            return keys_line(_END_HINT, width)
        return keys_line(page.keys, width) if page else hint_line(self._conductor, moment.state, width)

    def _say(self, text: str) -> None:
        self._said = text
        self._said_until_ns = self._clock.now_ns() + (SAID_MS * NS_PER_MS if text else 0)

    def _said_left_ms(self) -> float:
        return (self._said_until_ns - self._clock.now_ns()) / NS_PER_MS
