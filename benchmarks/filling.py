"""How the library fills with two thousand workouts, and whether the window could be used meanwhile."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from figures import Figure, at_most

FILES = 2000
MOST_S = 10
MOST_PAUSE_MS = 50


def figures() -> Iterator[Figure]:
    """In a process of its own, as only one may have the application."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    script = str(Path(__file__).with_name("shelf.py"))
    done = subprocess.run([sys.executable, script, str(FILES)], env=env, capture_output=True, text=True, check=True)  # noqa: S603  our own
    told: dict[str, float] = json.loads(done.stdout)
    yield Figure("library shown, still empty", f"{told['shown_ms']:.0f} ms")
    yield at_most(f"{told['count']:.0f} workouts in the list", told["complete_s"], MOST_S, "s")
    yield at_most("longest pause of the window meanwhile", told["pause_ms"], MOST_PAUSE_MS, "ms")
    yield at_most("a keystroke in the search", told["search_ms"], MOST_PAUSE_MS, "ms")
    yield Figure("a saved file read again", f"{told['again_ms']:.0f} ms")
