"""How long a key takes in the builder, from its press until all that it changed is painted."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from figures import Figure, at_most

MOST_MS = 30


def figures() -> Iterator[Figure]:
    """With 200 blocks; in a process of its own, as only one subject may have the application."""
    told = _told()
    yield Figure("a key in the builder, 200 blocks, median", f"{told['median']:.2f} ms")
    yield at_most("a key in the builder, 200 blocks, worst of 120", told["worst"], MOST_MS, "ms")


def _told() -> dict[str, float]:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    script = str(Path(__file__).with_name("typed.py"))
    done = subprocess.run([sys.executable, script], env=env, capture_output=True, text=True, check=True)  # noqa: S603  our own
    told: dict[str, float] = json.loads(done.stdout)
    return told
