"""A session in the terminal that it is started in, without sound; `broken` lets an exception out, `brief` is soon over.

See test_terminal.
"""

import fcntl
import sys
import termios
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from helpers.plans import SQUAT, plan
from helpers.terminal import short_plan
from tempo_trainer.session.clock import SystemClock
from tempo_trainer.session.conductor import Conductor
from tempo_trainer.session.hearing import Hearing
from tempo_trainer.session.moment import Moment
from tempo_trainer.session.player import Player
from tempo_trainer.terminal.screen import TerminalSession


class Broken(Conductor):
    """Ends the program while the picture is shown, as a kill does."""

    def look(self) -> Moment:
        """Only once."""
        if self.player.state.value == "paused":
            sys.exit(7)
        return super().look()


def main(kind: type[Conductor]) -> None:
    """Lead it; Ctrl-C comes from this terminal."""
    if sys.platform != "win32" and sys.stdin.isatty():
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    clock = SystemClock()
    brief = plan({**SQUAT, "reps": 3, "tempo": "0.1-0-0.1-0"}, lead_in=0)
    conductor = kind(Player(brief if "brief" in sys.argv else short_plan(), clock), {}, Hearing(), lambda _: None)
    TerminalSession(sys.stdin, sys.stdout, clock).run(conductor, lambda *said: sys.stdout.write(f"Rated: {said}\n"))


if __name__ == "__main__":
    main(Broken if "broken" in sys.argv else Conductor)
