"""The trace: JSON lines as DESIGN 4.4 has them."""

import json
from pathlib import Path
from typing import Any

from helpers.clock import FakeClock
from helpers.plans import SQUAT, plan
from tempo_trainer.session.news import Silenced
from tempo_trainer.session.player import PRE_ROLL_MS, Player
from tempo_trainer.session.trace import Trace


def lines_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_writes_a_line_for_each_frame_passage_and_change_of_state(tmp_path: Path, clock: FakeClock) -> None:
    path = tmp_path / "trace.jsonl"
    with Trace(path, clock) as trace:
        player = Player(plan(SQUAT), clock, [trace.news])
        trace.frame(player.look())  # before the start no position is shown
        player.go()
        trace.passage(clock.now_ns(), 0.0, "simpleaudio")
        trace.frame(player.look())  # nor in the quarter of a second before the first step
        clock.advance(PRE_ROLL_MS + 1234.5678)
        trace.frame(player.look())
        trace.news(Silenced())
        player.pause()

    start = clock.now_ns() - round((PRE_ROLL_MS + 1234.5678) * 1_000_000)
    assert lines_of(path) == [
        {"event": "state", "mono_ns": start, "state": "running"},
        {"event": "passage", "mono_ns": start, "position_ms": 0.0, "output": "simpleaudio"},
        {"event": "frame", "mono_ns": clock.now_ns(), "position_ms": 1234.568, "step": 0},
        {"event": "state", "mono_ns": clock.now_ns(), "state": "paused"},
    ]


def test_what_is_not_a_frame_is_on_disk_at_once(tmp_path: Path, clock: FakeClock) -> None:
    path = tmp_path / "trace.jsonl"
    with Trace(path, clock) as trace:
        trace.passage(1, 2.5, "qt")
        assert lines_of(path) == [{"event": "passage", "mono_ns": 1, "position_ms": 2.5, "output": "qt"}]


def test_what_comes_after_the_end_is_dropped(tmp_path: Path, clock: FakeClock) -> None:
    """The sound thread may still report while the window closes."""
    path = tmp_path / "trace.jsonl"
    with Trace(path, clock) as trace:
        pass
    trace.passage(1, 2.5, "qt")
    assert path.read_text(encoding="utf-8") == ""
