"""How long a command keeps one waiting, against a Python that does nothing."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import partial

from figures import Figure, at_most, best_s

from tempo_trainer.folders import find_folders


def figures() -> Iterator[Figure]:
    """`check` on the intermediate workout."""
    workout = str(find_folders().shipped_workouts / "intermediate.yaml")
    nothing = best_s(partial(_run, ["-c", "pass"]), runs=9)
    check = best_s(partial(_run, ["-m", "tempo_trainer", "check", workout]), runs=9)
    yield Figure("python -c pass", f"{nothing * 1000:.0f} ms")
    yield Figure("tempo-trainer check", f"{check * 1000:.0f} ms, {check / nothing:.1f} times python -c pass")
    yield at_most("tempo-trainer check", check, 1, "s")


def _run(arguments: Sequence[str]) -> None:
    subprocess.run([sys.executable, *arguments], check=True)  # noqa: S603  our own program
