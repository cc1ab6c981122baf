"""How long the history screen and its charts take with 20,000 sets, and the sums behind the charts."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from figures import Figure, at_most

MOST_SCREEN_MS = 200
MOST_CHARTS_MS = 300
MOST_KEY_MS = 50
RUNS = 3  # the best of them, each in a process of its own


def figures() -> Iterator[Figure]:
    """From the first line of code of the screen to all of it painted."""
    screen = _best("screen")
    yield Figure("history shown, still empty", f"{screen['shown_ms']:.0f} ms")
    what = f"{screen['count']:,.0f} sessions, {screen['sets']:,.0f} sets read and shown"
    yield at_most(what, screen["filled_ms"], MOST_SCREEN_MS, "ms")
    yield at_most("a keystroke in the search of sessions", screen["search_ms"], MOST_KEY_MS, "ms")
    charts, cold = _best("charts"), _best("charts-cold")
    yield Figure("pyqtgraph imported, in a thread", f"{charts['import_ms']:.0f} ms")
    yield at_most(f"charts of {charts['sets']:,.0f} sets", charts["charts_ms"], MOST_CHARTS_MS, "ms")
    yield Figure("the same with the import", f"{cold['charts_ms']:.0f} ms")
    yield Figure("the same again, after a session", f"{charts['again_ms']:.0f} ms")


def _best(subject: str) -> dict[str, float]:
    told = [_told(subject) for _ in range(RUNS)]
    return {what: min(one[what] for one in told) for what in told[0]}


def _told(subject: str) -> dict[str, float]:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    script = str(Path(__file__).with_name("lookback.py"))
    done = subprocess.run([sys.executable, script, subject], env=env, capture_output=True, text=True, check=True)  # noqa: S603  our own
    told: dict[str, float] = json.loads(done.stdout)
    return told
