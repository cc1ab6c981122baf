"""What the picture costs: a frame at 1920×1080, and the processor time of a running session beside a bare widget's."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from figures import Figure, at_most

MOST_MS = 6
MOST_TIMES = 2
ROUNDS = 3  # one after the other in turn, as the machine may be busier for a while


def figures() -> Iterator[Figure]:
    """Each in a process of its own, as only one of them may have the application."""
    frames = _told("frames")
    yield Figure("a frame at 1920×1080, median", f"{frames['median']:.2f} ms")
    yield at_most("a frame at 1920×1080, p99", frames["p99"], MOST_MS, "ms")
    yield Figure("a whole repaint, p99", f"{frames['whole']:.2f} ms")
    shares = [(_told("session")["share"], _told("bare")["share"]) for _ in range(ROUNDS)]
    session, bare = (min(share) for share in zip(*shares, strict=True))
    yield Figure("bare widget, moving 600×600 shape at 60 Hz", f"{bare:.1%} of a core")
    yield Figure("running session at 1920×1080", f"{session:.1%} of a core")
    yield at_most("running session / bare widget", session / bare, MOST_TIMES, "times its CPU")
    yield at_most("paused session", _told("paused")["share"] * 100, 0.5, "% of a core")


def _told(subject: str) -> dict[str, float]:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    script = str(Path(__file__).with_name("painted.py"))
    done = subprocess.run([sys.executable, script, subject], env=env, capture_output=True, text=True, check=True)  # noqa: S603  our own
    told: dict[str, float] = json.loads(done.stdout)
    return told
