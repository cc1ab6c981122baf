"""The loop without a terminal: what is painted when, and what a fault costs."""

import io
import logging
import re
import threading

import pytest
from rich.console import Console

from helpers.clock import FakeClock
from helpers.plans import SQUAT, plan
from helpers.terminal import Runner, ScriptedKeyboard
from tempo_trainer.session.states import RING_OUT_MS, State
from tempo_trainer.terminal.bell import Bell
from tempo_trainer.terminal.canvas import Canvas
from tempo_trainer.terminal.keyboard import TerminalKeyboard
from tempo_trainer.terminal.lines import tell_in_lines
from tempo_trainer.terminal.loop import Loop


class Session:
    """A loop that paints into a text."""

    def __init__(self, runner: Runner, keyboard: ScriptedKeyboard, **console: object) -> None:
        self.file = io.StringIO()
        self.told: dict[str, str] = {}
        self.runner = runner
        self.keyboard = keyboard
        made = Console(file=self.file, force_terminal=True, highlight=False, **console)  # type: ignore[arg-type]
        self._loop = Loop(
            runner.conductor,
            runner.view,
            Canvas(made, {}),
            keyboard,
            self._notices,
            self.told.__setitem__,
            lambda: False,
        )

    def _notices(self) -> list[str]:
        return [*self.told.values()]

    def run(self) -> str:
        """All that was painted until the end, or until the script of the keyboard ends."""
        try:
            self._loop.run(self.runner.clock)
        except KeyboardInterrupt:
            self.runner.player.stop()
        return self.file.getvalue()


def test_leads_from_start_to_end_and_lets_the_last_tune_ring_out(clock: FakeClock) -> None:
    keyboard = ScriptedKeyboard(clock)
    runner = Runner(plan(SQUAT), clock)
    text = Session(runner, keyboard).run()
    assert runner.moment.state is State.FINISHED
    assert keyboard.waits[-1] == RING_OUT_MS / 1000
    assert "under tension" in text


def test_a_key_leaves_after_the_end(clock: FakeClock) -> None:
    keyboard = ScriptedKeyboard(clock, [["Right"], ["Right"], ["Q"]])
    Session(Runner(plan({**SQUAT, "reps": 100}), clock), keyboard).run()
    assert len(keyboard.waits) == 2


def test_a_session_that_stands_still_is_not_painted_again(clock: FakeClock) -> None:
    keyboard = ScriptedKeyboard(clock, [["Space"], [], [], []])
    session = Session(Runner(plan(SQUAT), clock), keyboard)
    text = session.run()
    assert keyboard.waits[1:] == [None] * 4
    assert text.count("Space goes on") == 1


def test_only_lines_that_have_changed_are_painted(clock: FakeClock) -> None:
    keyboard = ScriptedKeyboard(clock, [[]] * 40 + [["Space"]])
    text = Session(Runner(plan(SQUAT), clock), keyboard).run()
    assert text.count("Rep 1/2") == 1


def test_a_fault_costs_one_turn_and_is_told_and_logged(clock: FakeClock, caplog: pytest.LogCaptureFixture) -> None:
    runner = Runner(plan(SQUAT), clock)
    look, faults = runner.conductor.look, iter([RuntimeError("a fault of the test")])

    def broken() -> object:
        for fault in faults:
            raise fault
        return look()

    runner.conductor.look = broken  # type: ignore[method-assign,assignment]
    session = Session(runner, ScriptedKeyboard(clock))
    with caplog.at_level(logging.ERROR):
        session.run()
    assert runner.player.state is State.FINISHED
    assert "a fault of the test" in caplog.text
    assert "written to the log" in session.told["fault"]


def test_keys_work_though_nothing_can_be_painted(clock: FakeClock) -> None:
    runner = Runner(plan(SQUAT), clock)
    runner.view.lines = None  # type: ignore[method-assign,assignment]
    keyboard = ScriptedKeyboard(clock, [["Esc"], ["E"]])
    Session(runner, keyboard).run()
    assert runner.player.state is State.STOPPED
    assert keyboard.waits == [1, 1]


def test_without_a_keyboard_nothing_waits_for_a_key(clock: FakeClock) -> None:
    runner = Runner(plan(SQUAT, {"rest": "until-ready"}, SQUAT), clock)
    Session(runner, ScriptedKeyboard(clock, is_there=False)).run()
    assert runner.player.state is State.FINISHED


def test_colours_are_left_out_where_they_are_not_wanted(clock: FakeClock) -> None:
    text = Session(Runner(plan(SQUAT), clock), ScriptedKeyboard(clock), no_color=True).run()
    assert {*re.findall(r"\x1b\[([0-9;]+)m", text)} <= {"0", "1", "2", "1;7"}
    assert "Rep 2/2" in text


@pytest.mark.parametrize("system", ["standard", "256", "truecolor"])
def test_sixteen_colours_are_enough(clock: FakeClock, system: str) -> None:
    text = Session(Runner(plan(SQUAT), clock), ScriptedKeyboard(clock), color_system=system).run()
    assert "\x1b[1;94;40m" in text
    assert "38;" not in text


def test_a_bell_wakes_who_waits_for_a_key() -> None:
    with Bell() as bell:
        keyboard = TerminalKeyboard(None, bell)
        ringing = threading.Thread(target=bell.ring)
        ringing.start()
        assert keyboard.wait(None) == []
        ringing.join()
        assert keyboard.wait(0) == []


def test_a_bell_may_be_rung_before_and_after() -> None:
    bell = Bell()
    bell.ring()
    with bell:
        pass
    bell.ring()


def test_where_there_is_no_terminal_each_step_is_a_line(clock: FakeClock) -> None:
    file = io.StringIO()
    runner = Runner(plan({**SQUAT, "reps": 1}, {"rest": "until-ready"}, lead_in=4), clock)
    tell_in_lines(runner.conductor, Console(file=file), ScriptedKeyboard(clock), clock, lambda: False)
    assert file.getvalue().splitlines() == [
        "0:00 · Get ready 4 s · Next: Squat · Set 1/1 · 1 rep",
        "0:04 · Lower 2 s · Squat · Set 1/1 · Rep 1/1",
        "0:06 · Hold 1 s · Squat · Set 1/1 · Rep 1/1",
        "0:07 · Lift 2 s · Squat · Set 1/1 · Rep 1/1",
        "0:09 · Hold 1 s · Squat · Set 1/1 · Rep 1/1",
    ]
