"""The calibrator really beats: each click is heard when the ball lands on the screen, through each output.

But for what the way through the sound server takes, the same each time: that is what the slider is there for. A run
that the machine itself disturbed (the clicks are not a second apart) is made once more.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from helpers.display import virtual_display
from helpers.pulse import RATE, PulseServer, Recording
from tempo_trainer.ui.calibrator.ball import BEAT_MS

SECONDS = 10
OUTPUTS = ["simpleaudio", "qt"]
SCRIPT = Path(__file__).with_name("calibrating.py")
MOST_MS = 100  # the way through a sound server
MOST_SPREAD_MS = 0.5
FRAME_MS = 17
LOUD = 2000
GAP = RATE // 2

Instants = NDArray[np.float64]


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, tuple[Instants, Instants]]:
    """The instants of the clicks, and those of the first frames in which the ball had landed, in milliseconds."""
    folder = tmp_path_factory.mktemp("calibrator")
    with virtual_display() as display, ThreadPoolExecutor(len(OUTPUTS)) as pool:
        made = pool.map(lambda output: _measure(output, folder, display), OUTPUTS)
        return dict(zip(OUTPUTS, made, strict=True))


def _measure(output: str, folder: Path, display: str) -> tuple[Instants, Instants]:
    clicks, flashes = _perform(output, folder / f"{output}.jsonl", display)
    if np.diff(clicks).std() < MOST_SPREAD_MS:
        return clicks, flashes
    return _perform(output, folder / f"{output}-again.jsonl", display)


def _perform(output: str, frames: Path, display: str) -> tuple[Instants, Instants]:
    command = [sys.executable, str(SCRIPT), output, str(SECONDS), str(frames)]
    with PulseServer() as server:
        recording = Recording(server)
        env = {**server.env, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        try:
            subprocess.run(command, env=env, check=True, stderr=subprocess.DEVNULL, timeout=SECONDS + 30)
        finally:
            recording.stop()
    loud = np.flatnonzero(np.abs(recording.samples.astype(np.int32)) > LOUD)
    clicks = loud[np.diff(loud, prepend=-GAP - 1) > GAP]
    return recording.origin_ns / 1e6 + clicks / RATE * 1000, _flashes(frames)


def _flashes(frames: Path) -> Instants:
    shown = [json.loads(line) for line in frames.read_text().splitlines()]
    beats = np.array([frame["position_ms"] // BEAT_MS for frame in shown])
    first = np.flatnonzero(np.diff(beats, prepend=beats[0]) > 0)
    return np.array([shown[frame]["mono_ns"] / 1e6 for frame in first])


@pytest.mark.parametrize("output", OUTPUTS)
def test_click_and_flash_come_together(
    runs: Mapping[str, tuple[Instants, Instants]], output: str, measured: Callable[[str], None]
) -> None:
    clicks, flashes = runs[output]
    together = min(len(clicks), len(flashes))
    assert together >= SECONDS - 2
    late = clicks[:together] - flashes[:together]
    measured(f"{output}: click {np.median(late):+.1f} ms after the flash, {late.min():+.1f} to {late.max():+.1f} ms")
    assert np.diff(clicks).std() < MOST_SPREAD_MS
    assert np.percentile(np.abs(late - np.median(late)), 80) <= FRAME_MS
    assert abs(np.median(late)) <= MOST_MS
