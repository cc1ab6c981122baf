"""A program whose sessions are killed: `python dying.py HOME` kills their runners with signal 9, one after the other.

Each runner is a fork, killed at a random moment of its session. A rep is told as soon as it is done; the next one
begins when it is on the disk, as real reps last longer than that. Then the history must open, with at most the last
told rep missing, and say where to go on. The last line on standard output is how many were killed, in how many
states.
"""

import os
import random
import select
import signal
import sys
import time
from pathlib import Path

from helpers.plans import NAMES, SQUAT, plan
from helpers.recorded import Recorded
from tempo_trainer.history.reading import read_sessions
from tempo_trainer.history.unfinished import begun_of, newest_unfinished, plan_of
from tempo_trainer.session.news import News, RepDone
from tempo_trainer.session.places import start_of
from tempo_trainer.session.player import Player

KILLS = 100
LONGEST_S = 0.08
PLAN = plan({**SQUAT, "sets": 9}, {"exercise": "bridge", "sets": 30, "reps": 9, "tempo": "2-1-2-1"})


def perform(home: Path, told: int) -> None:
    """A session as fast as the disk allows."""
    done = Recorded(home)
    reps = 0

    def tell(news: News) -> None:
        nonlocal reps
        if isinstance(news, RepDone):
            reps += 1
            os.write(told, f"{reps}\n".encode())

    player = Player(PLAN, done.clock, [tell, done.history.record(PLAN, NAMES)])
    os.write(told, b"0\n")
    player.go()
    while True:
        done.clock.advance(500)
        player.look()
        done.history.settle()


def kill_one(home: Path, chance: random.Random) -> int:
    """Start a session and kill it; how many reps it told as done."""
    reading, writing = os.pipe()
    runner = os.fork()
    if not runner:
        perform(home, writing)
    os.close(writing)
    select.select([reading], [], [])  # it is at work
    time.sleep(chance.uniform(0, LONGEST_S))
    os.kill(runner, signal.SIGKILL)
    os.waitpid(runner, 0)
    with os.fdopen(reading) as told:
        return int(told.read().split()[-1])


def look(path: Path, begun: int, told: int) -> int | None:
    """What is on the disk, checked; how many reps, None if the session had not even begun to be written."""
    sessions = read_sessions(path)
    if len(sessions) == begun:
        assert told <= 1, f"{told} reps told, but there is no session"
        return None
    assert [session.state for session in sessions] == ["interrupted"] * (begun + 1)
    found = sum(one.done_reps for one in sessions[-1].sets)
    assert found in {told, told - 1}, f"told {told}, found {found}"
    check_where_to_go_on(path, found)
    return found


def check_where_to_go_on(path: Path, found: int) -> None:
    """With the first rep that is not on the disk."""
    left = newest_unfinished(path)
    assert left is not None
    reps = [index for index in range(len(PLAN.steps)) if PLAN.begins_rep(index)]
    begun = begun_of(left, plan_of(left, NAMES))
    assert begun is not None
    assert begun.place == start_of(PLAN, reps[found])
    assert len(begun.done) == found


def main() -> None:
    """Kill sessions; tell how many, and how many different numbers of reps they came to."""
    home = Path(sys.argv[1])
    chance = random.Random(20_260_101)  # noqa: S311  the same moments on every run
    begun, seen = 0, set()
    for _ in range(KILLS):
        told = kill_one(home, chance)
        found = look(home / "history.sqlite3", begun, told)
        begun += found is not None
        seen.add(found)
    sys.stdout.write(f"{KILLS} {len(seen)}\n")


if __name__ == "__main__":
    main()
