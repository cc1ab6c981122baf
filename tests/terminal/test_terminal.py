"""The real thing: a program in a terminal of its own, real keys, and the terminal as it was before afterwards."""

import subprocess
import sys
from pathlib import Path

from helpers.terminal import Terminal

PROGRAM = Path(__file__).parent / "program.py"


def test_keys_are_followed_and_the_summary_stays() -> None:
    with Terminal(PROGRAM) as terminal:
        terminal.until("Next: Squat")
        assert terminal.other_screen
        assert not terminal.cursor
        terminal.press(b" ")
        terminal.until("Space goes on")
        terminal.press(b"?")
        terminal.until("voice quieter")
        terminal.press(b"\x1b")
        terminal.until("Space goes on")
        terminal.press(b"\x1bOC\x1b[C\x1b[C")  # to the last three seconds of the lead-in, to the work, to its rest
        terminal.until("Set 2/2")
        terminal.press(b"+")
        terminal.until("Rest ")
        terminal.press(b"\x1b[1;2B")
        terminal.until("Voice 90 %")
        terminal.press(b"\x1b")
        terminal.until("End the session?")
        terminal.press(b"\x1b")
        terminal.until("End the session?", shown=False)
        terminal.press(b"\x1b")
        terminal.until("End the session?")
        terminal.press(b"e")
        assert terminal.ended() == (0, "")
        assert terminal.is_restored
        assert terminal.shown.startswith("Ended. Test: 0 of 40 reps.\n")
        assert "under tension" in terminal.shown


def test_ctrl_c_ends_at_once_but_in_order() -> None:
    with Terminal(PROGRAM) as terminal:
        terminal.until("Next: Squat")
        terminal.press(b"\x03")
        assert terminal.ended() == (0, "")
        assert terminal.is_restored
        assert "Ended. Test: 0 of 40 reps." in terminal.shown
        assert "under tension" in terminal.shown


def test_an_exception_leaves_the_terminal_as_it_was() -> None:
    with Terminal(PROGRAM, "broken") as terminal:
        terminal.until("Next: Squat")
        assert not terminal.is_restored
        terminal.press(b" ")
        assert terminal.ended() == (7, "")
        assert terminal.is_restored


def test_another_size_is_followed_while_the_session_stands_still() -> None:
    with Terminal(PROGRAM, columns=80, lines=24) as terminal:
        terminal.until("Next: Squat")
        terminal.press(b" ")
        terminal.until("Space go on")
        assert "Space go on" in terminal.rows[23]
        terminal.resize(100, 30)
        terminal.until("Space go on", row=29)
        assert max(map(len, terminal.rows.values())) == 100


def test_keys_that_would_freeze_a_terminal_do_nothing() -> None:
    with Terminal(PROGRAM) as terminal:
        terminal.until("Next: Squat")
        terminal.press(b"\x13\x1a ")  # Ctrl-S, Ctrl-Z
        terminal.until("Space goes on")


def test_a_dumb_terminal_has_lines() -> None:
    with Terminal(PROGRAM, TERM="dumb") as terminal:
        terminal.until("0:00 · Get ready 1 min · Next: Squat")
        assert not terminal.other_screen


def test_where_there_is_no_terminal_nothing_of_one_is_written() -> None:
    command = [sys.executable, str(PROGRAM)]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE) as process:
        assert process.stdout
        line = process.stdout.readline().decode()
        process.send_signal(2)
        rest = process.stdout.read().decode()
    assert line == "0:00 · Get ready 1 min · Next: Squat · Set 1/2 · 20 reps\n"
    assert rest.startswith("Ended. Test: 0 of 40 reps.\n")
    assert "\x1b" not in rest
