"""A program that saves one file again and again: `python saving.py FILE` kills its savers with signal 9.

Each saver is a fork, killed at a random moment. What the file then holds must be the state that was last told as
saved, or the one after it. The last line on standard output is the number of savers killed.
"""

import os
import random
import select
import signal
import sys
import time
from pathlib import Path

from tempo_trainer.files import save_text, stamp_of

SAVERS = 100
LONGEST_S = 0.02


def text_of(number: int) -> str:
    """The whole state of this number: some are longer than the ones before, some shorter."""
    return f"{number}\n" + f"state {number}\n" * (number * 7919 % 6000) + f"end of {number}\n"


def number_of(text: str) -> int:
    """Which state a file holds; AssertionError if it is none, or not all of it."""
    number = int(text.partition("\n")[0])
    assert text == text_of(number), f"state {number} is not whole"
    return number


def save_for_ever(path: Path, number: int, told: int) -> None:
    """Save states one after the other, from the one after `number` on; tell each when it is saved."""
    stamp = stamp_of(path)
    while True:
        number += 1
        stamp = save_text(path, text_of(number), stamp, backup=True)
        os.write(told, f"{number}\n".encode())


def kill_one(path: Path, number: int, chance: random.Random) -> int:
    """Start a saver at this state and kill it; the number of the last state that it told as saved."""
    reading, writing = os.pipe()
    saver = os.fork()
    if not saver:
        save_for_ever(path, number, writing)
    os.close(writing)
    select.select([reading], [], [])  # it is at work
    time.sleep(chance.uniform(0, LONGEST_S))
    os.kill(saver, signal.SIGKILL)
    os.waitpid(saver, 0)
    with os.fdopen(reading) as told:
        return int(told.read().split()[-1])


def main() -> None:
    """Kill savers; tell how many."""
    path = Path(sys.argv[1])
    chance = random.Random(20_260_101)  # noqa: S311  the same moments on every run
    number = 0
    for _ in range(SAVERS):
        told = kill_one(path, number, chance)
        number = number_of(path.read_text())
        assert number in {told, told + 1}, f"saved {told}, found {number}"
        backup = path.with_name(f"{path.name}~")
        if backup.exists():
            assert number_of(backup.read_text()) in {number, number - 1}
    sys.stdout.write(f"{SAVERS}\n")


if __name__ == "__main__":
    main()
