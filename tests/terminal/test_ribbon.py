"""The ribbon and the strip in characters."""

import pytest

from helpers.clock import FakeClock
from helpers.plans import SQUAT, plan
from helpers.terminal import Runner
from tempo_trainer.session.ribbon import Piece
from tempo_trainer.terminal.ribbon import columns_of, playhead, ribbon_lines
from tempo_trainer.terminal.strip import strip

WIDTH = 100  # 10 columns a second


def lines(runner: Runner, rows: int = 4) -> list[str]:
    return [line.plain for line in ribbon_lines(runner.moment, WIDTH, rows)]


@pytest.mark.parametrize("width", [1, 7, 36, 56, 76, 196])
def test_the_playhead_stands_at_a_fifth(width: int) -> None:
    assert playhead(width) == width // 5


def test_a_ramp_falls_column_by_column() -> None:
    columns = columns_of([Piece(0, 1000, 1, 0, "eccentric", "lower")], WIDTH)
    assert [column and round(column.height, 2) for column in columns[19:32]] == [
        None, 1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, None, None,
    ]  # fmt: skip


def test_each_column_belongs_to_the_piece_in_which_it_begins() -> None:
    pieces = [Piece(-5000, 450, 0, 0, "rest", "Rest"), Piece(450, 90_000, 1, 1, "hold", "hold")]
    roles = [column.role if column else None for column in columns_of(pieces, WIDTH)]
    assert roles == ["rest"] * 25 + ["hold"] * 75


def test_a_wait_is_a_bar() -> None:
    columns = columns_of([Piece(-5000, 1000, 0, 0, "rest", "Rest"), Piece(1000, 1000, 0, 0, "ready", "Ready?")], WIDTH)
    wait = columns[30]
    assert wait
    assert (wait.is_wait, wait.role) == (True, "ready")


def test_shows_the_shape_the_words_and_the_sounds(clock: FakeClock) -> None:
    words, top, bottom, ticks = lines(Runner(plan(SQUAT), clock).started(), rows=2)
    assert words.split() == ["lower", "hold", "lift", "hold", "lower"]
    assert words.index("lower") == top.index("█") == ticks.index("▲") == 20
    assert [at for at, character in enumerate(ticks) if character == "╵"] == [40, 50, 70, 80]
    assert [at for at, character in enumerate(ticks) if character == "·"] == [30, 60, 90]
    assert bottom[40:50] == "▂" * 10
    assert bottom[70:80] == top[70:80] == "█" * 10


def test_the_present_is_to_be_seen_on_the_shape_and_off_it(clock: FakeClock) -> None:
    runner = Runner(plan(SQUAT), clock).started().after(1400)
    shape = ribbon_lines(runner.moment, WIDTH, 4)[1:-1]
    assert [line.plain[20] for line in shape] == ["│", "│", "▃", "█"]


def test_the_strip_shows_work_breaks_and_the_place(clock: FakeClock) -> None:
    timeline = plan({**SQUAT, "reps": 5, "sets": 2}, lead_in=10, rest=30)  # 10 + 30 + 30 + 30 s
    runner = Runner(timeline, clock).started().after(75_000)
    assert strip(runner.moment, 20, "").plain == "──━━━━━━──────━●━━━━"
