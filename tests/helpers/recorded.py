"""Sessions performed in no time, and recorded in a real history on the disk."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from helpers.clock import FakeClock
from helpers.plans import NAMES
from tempo_trainer.history.keeper import History
from tempo_trainer.session.player import PRE_ROLL_MS, Player
from tempo_trainer.workout.timeline import Timeline


class Recorded:
    """A history in a folder, a clock, and the sentences that were told."""

    def __init__(self, home: Path, clock: FakeClock | None = None) -> None:
        self.path = home / "history.sqlite3"
        self.clock = clock or FakeClock()
        self.told: list[tuple[str, str]] = []
        self.history = History(self.path, self.clock)
        self.history.tell = lambda topic, text: self.told.append((topic, text))

    def begin(self, timeline: Timeline) -> Player:
        """A session that has just started."""
        player = Player(timeline, self.clock, [self.history.record(timeline, NAMES)])
        player.go()
        self.clock.advance(PRE_ROLL_MS)
        player.look()
        return player

    def after(self, player: Player, ms: float) -> Player:
        """Let time pass, with a look at least each second."""
        while ms > 0:
            self.clock.advance(min(ms, 1000))
            ms -= 1000
            player.look()
        return player

    def perform(self, timeline: Timeline) -> None:
        """A session from its start to its end."""
        self.after(self.begin(timeline), timeline.duration_ms)
        self.history.settle()


@contextmanager
def recorded(home: Path, clock: FakeClock | None = None) -> Iterator[Recorded]:
    """A history that is let go of in the end."""
    made = Recorded(home, clock)
    yield made
    made.history.close()
