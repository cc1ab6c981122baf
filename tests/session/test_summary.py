"""What was done against what was planned."""

from helpers.clock import FakeClock
from helpers.plans import SQUAT, plan
from tempo_trainer.session.player import Player
from tempo_trainer.session.summary import Line
from tempo_trainer.workout.timeline import Timeline

BRIDGE = {"exercise": "bridge", "reps": 2, "sets": 2, "tempo": "2-1-2-1"}  # each side, reps of 6 s


def stopped_after(timeline: Timeline, seconds: float) -> Player:
    """A session that was ended early."""
    clock = FakeClock()
    player = Player(timeline, clock)
    player.go()
    for _ in range(int(seconds * 10)):
        clock.advance(100)
        player.look()
    player.stop()
    return player


def test_an_unfinished_session_has_no_summary() -> None:
    player = Player(plan(SQUAT), FakeClock())
    assert player.look().summary is None


def test_a_line_a_block_and_side_with_what_was_not_begun() -> None:
    player = stopped_after(plan(BRIDGE, SQUAT), 8)
    summary = player.look().summary
    assert summary
    assert summary.lines == [
        Line("Bridge", "left", 1, 4, 6000),
        Line("Bridge", "right", 0, 4, 0),
        Line("Squat", "both", 0, 2, 0),
    ]
    assert summary.tension_ms == 6000
    assert summary.lasted_ms == 8000


def test_a_rep_done_twice_counts_once_but_its_time_under_tension_twice() -> None:
    clock = FakeClock()
    player = Player(plan(SQUAT), clock)
    player.go()
    for _ in range(2):
        clock.advance(250 + 7000 - 3000 * (not player.done))
        player.look()
        clock.advance(3000)
        player.look()
        player.back()
    player.stop()
    summary = player.look().summary
    assert summary
    (line,) = summary.lines
    assert (line.done, line.planned) == (1, 2)
    assert line.tension_ms == len(player.done) * 6000


def test_as_many_as_one_can_has_no_plan() -> None:
    player = stopped_after(plan({**SQUAT, "reps": "max"}), 13)
    summary = player.look().summary
    assert summary
    assert [(line.done, line.planned) for line in summary.lines] == [(2, None)]


def test_pauses_count_as_time_but_what_follows_the_end_does_not() -> None:
    clock = FakeClock()
    player = Player(plan({**SQUAT, "reps": 1}), clock)
    clock.advance(60_000)  # before the start
    player.go()
    clock.advance(1000)
    player.pause()
    clock.advance(4000)
    player.look()
    player.stop()
    clock.advance(3000)
    summary = player.look().summary
    assert summary
    assert summary.lasted_ms == 5000
