"""What a session leaves in the history, as it is read again. A rep of these plans lasts 6 s."""

import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from helpers.clock import FakeClock
from helpers.plans import NAMES, SQUAT, plan
from helpers.recorded import Recorded, recorded
from tempo_trainer.history.reading import read_sessions, text_of
from tempo_trainer.session.clock import NS_PER_MS
from tempo_trainer.session.player import Player
from tempo_trainer.session.states import Event

REP_MS = 6000
BRIDGE = {"exercise": "bridge", "reps": 2, "tempo": "2-1-2-1", "load": "5 kg"}


@pytest.fixture
def done(tmp_path: Path) -> Iterator[Recorded]:
    with recorded(tmp_path) as made:
        yield made


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """The machine is in Berlin."""
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield monkeypatch
    monkeypatch.undo()
    time.tzset()


class ClockInBerlin(FakeClock):
    """A wall clock that can be set to a time."""

    def set_wall(self, iso: str) -> None:
        self._wall = round(datetime.fromisoformat(iso).timestamp() * 1000) * NS_PER_MS


def test_a_session_performed_to_its_end(done: Recorded) -> None:
    done.perform(plan({**SQUAT, "sets": 2}, BRIDGE))
    (session,) = read_sessions(done.path)
    assert (session.workout, session.state, session.effort, session.pain, session.note) == (
        "Test", "finished", None, None, "",
    )  # fmt: skip
    assert [(s.exercise, s.name, s.set, s.side, s.planned_reps, s.done_reps) for s in session.sets] == [
        ("squat", "Squat", 1, "both", 2, 2),
        ("squat", "Squat", 2, "both", 2, 2),
        ("bridge", "Bridge", 1, "left", 2, 2),
        ("bridge", "Bridge", 1, "right", 2, 2),
    ]
    assert {(s.tempo, s.tension_ms) for s in session.sets} == {("2-1-2-1", 2 * REP_MS)}
    assert [s.load for s in session.sets] == [None, None, "5 kg", "5 kg"]
    assert [(line.exercise, line.side, str(line)) for line in session.summary.lines] == [
        ("Squat", "both", "✓ 4 of 4"), ("Bridge", "left", "✓ 2 of 2"), ("Bridge", "right", "✓ 2 of 2"),
    ]  # fmt: skip
    assert session.ended_at is not None
    assert session.ended_at - session.started_at == timedelta(milliseconds=session.lasted_ms)
    assert [s.started_at - session.started_at for s in session.sets][1] == timedelta(seconds=22.25)


def test_each_rep_is_on_disk_as_soon_as_it_is_done(done: Recorded) -> None:
    player = done.begin(plan({**SQUAT, "reps": 5}))
    for reps in range(1, 4):
        done.after(player, REP_MS)
        done.history.settle()
        (session,) = read_sessions(done.path)
        assert (session.state, session.ended_at, session.sets[0].done_reps) == ("running", None, reps)


def test_a_session_that_nobody_performs_any_more_was_broken_off(tmp_path: Path) -> None:
    with recorded(tmp_path) as first:
        first.after(first.begin(plan({**SQUAT, "reps": 5})), REP_MS)
        first.history.settle()
    (session,) = read_sessions(tmp_path / "history.sqlite3")  # its lock is gone, as after a kill
    assert session.state == "interrupted"
    assert session.ended_at == session.started_at + timedelta(milliseconds=session.lasted_ms)
    assert session.lasted_ms == REP_MS + 250


def test_an_end_ahead_of_time_tells_what_was_really_done(done: Recorded) -> None:
    player = done.after(done.begin(plan({**SQUAT, "sets": 3})), REP_MS)
    player.attempt(Event.STOP)
    done.history.settle()
    (session,) = read_sessions(done.path)
    assert session.state == "ended"
    assert [str(line) for line in session.summary.lines] == ["1 of 6"]


def test_what_was_not_started_is_no_session(done: Recorded) -> None:
    timeline = plan(SQUAT)
    Player(timeline, done.clock, [done.history.record(timeline, NAMES)]).stop()
    done.history.settle()
    assert read_sessions(done.path) == ()


def test_reps_done_again_are_counted_once_but_their_tension_is_real(done: Recorded) -> None:
    player = done.after(done.begin(plan({**SQUAT, "reps": 3})), 2 * REP_MS)
    player.back()  # this set again
    done.after(player, 3250 + 3 * REP_MS)
    done.history.settle()
    (session,) = read_sessions(done.path)
    (performed,) = session.sets
    assert (performed.done_reps, performed.tension_ms) == (3, 5 * REP_MS)
    assert session.state == "finished"


def test_sets_of_a_circuit_are_counted_through_its_rounds(done: Recorded) -> None:
    done.perform(plan({"circuit": "Both", "rounds": 2, "blocks": [{**SQUAT, "sets": 2}, BRIDGE]}))
    (session,) = read_sessions(done.path)
    squats = [s.set for s in session.sets if s.exercise == "squat"]
    assert squats == [1, 2, 3, 4]
    assert [(s.set, s.side) for s in session.sets if s.exercise == "bridge"] == [
        (1, "left"), (1, "right"), (2, "left"), (2, "right"),
    ]  # fmt: skip


def test_as_many_as_one_can_is_planned_as_no_number(done: Recorded) -> None:
    player = done.after(done.begin(plan({**SQUAT, "reps": "max"})), 3 * REP_MS)
    player.end_set()
    done.after(player, 3000)
    done.history.settle()
    (session,) = read_sessions(done.path)
    assert [(s.planned_reps, s.reps_as_numbered, s.done_reps) for s in session.sets] == [(None, 100, 3)]


def test_a_hold_has_no_tempo(done: Recorded) -> None:
    done.perform(plan({"exercise": "squat", "hold": 20}))
    (session,) = read_sessions(done.path)
    assert [(s.tempo, s.planned_reps, s.done_reps, s.tension_ms) for s in session.sets] == [(None, 1, 1, 20_000)]


def test_what_the_runner_says_of_it_is_kept(done: Recorded) -> None:
    done.perform(plan(SQUAT))
    done.history.rate_last(6, 1, "Left calf a bit tight.")
    done.history.settle()
    (session,) = read_sessions(done.path)
    assert (session.effort, session.pain, session.note) == (6, 1, "Left calf a bit tight.")
    done.history.rate(session.id, None, 3, "")
    done.history.settle()
    (session,) = read_sessions(done.path)
    assert (session.effort, session.pain, session.note) == (None, 3, "")


def test_what_is_said_of_a_session_that_was_not_recorded_is_not_said_of_another(done: Recorded) -> None:
    done.perform(plan(SQUAT))
    with recorded(done.path.parent) as other:
        running = other.begin(plan(SQUAT))
        done.perform(plan(SQUAT))
        done.history.rate_last(9, 9, "")
        done.history.settle()
        running.stop()
    assert [session.pain for session in read_sessions(done.path)] == [None, None]


def test_a_note_with_half_a_character_is_kept(done: Recorded) -> None:
    done.perform(plan(SQUAT))
    done.history.rate_last(6, 1, "M\udcfcde.")
    done.history.settle()
    (session,) = read_sessions(done.path)
    assert (session.effort, session.note) == (6, "M?de.")


def test_the_text_of_the_workout_is_kept_as_it_was(done: Recorded) -> None:
    done.perform(plan(SQUAT))
    assert "exercise: squat" in text_of(done.path, 1)
    assert text_of(done.path, 2) == ""


@pytest.mark.usefixtures("zone")
def test_a_clock_that_is_set_back_changes_neither_order_nor_lengths(tmp_path: Path) -> None:
    clock = ClockInBerlin()
    with recorded(tmp_path, clock) as done:
        clock.set_wall("2026-03-10T18:00:00+01:00")
        done.perform(plan(SQUAT))
        clock.set_wall("2026-03-10T17:00:00+01:00")
        player = done.begin(plan(SQUAT, name="Second"))
        clock.set_wall("2026-03-10T16:00:00+01:00")
        done.after(player, 2 * REP_MS)
        done.history.settle()
    first, second = read_sessions(done.path)
    assert [first.workout, second.workout] == ["Test", "Second"]
    assert first.lasted_ms == second.lasted_ms == 2 * REP_MS + 250
    assert second.started_at.isoformat() == "2026-03-10T17:00:00+01:00"
    assert second.ended_at == second.started_at + timedelta(milliseconds=second.lasted_ms)


@pytest.mark.usefixtures("zone")
def test_the_hour_that_comes_twice_at_night(tmp_path: Path) -> None:
    clock = ClockInBerlin()
    with recorded(tmp_path, clock) as done:
        clock.set_wall("2026-10-25T02:59:55+02:00")  # 5 s before the clocks go back to 2:00
        done.perform(plan({**SQUAT, "reps": 3}))
    (session,) = read_sessions(done.path)
    assert session.started_at.isoformat() == "2026-10-25T02:59:55+02:00"
    assert [s.started_at.isoformat() for s in session.sets] == ["2026-10-25T02:59:55.250000+02:00"]
    assert session.ended_at is not None
    assert session.ended_at.isoformat(timespec="seconds") == "2026-10-25T02:00:13+01:00"
    assert session.ended_at - session.started_at == timedelta(milliseconds=session.lasted_ms)


def test_who_travels_has_each_session_in_its_own_time(tmp_path: Path, zone: pytest.MonkeyPatch) -> None:
    clock = ClockInBerlin()
    with recorded(tmp_path, clock) as done:
        clock.set_wall("2026-07-01T22:00:00+02:00")
        done.perform(plan(SQUAT))
        zone.setenv("TZ", "America/New_York")
        clock.set_wall("2026-07-02T03:00:00+02:00")
        done.perform(plan(SQUAT))
    first, second = read_sessions(done.path)
    assert first.started_at.isoformat() == "2026-07-01T22:00:00+02:00"
    assert second.started_at.isoformat() == "2026-07-01T21:00:00-04:00"  # earlier by its clock, and yet later
    assert second.started_at > first.started_at
    assert {first.lasted_ms, second.lasted_ms} == {2 * REP_MS + 250}
