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


def _performed(terminal: Terminal) -> None:
    terminal.until("Any key leaves")
    terminal.press(b"567")  # the figures are no answers
    terminal.until("How hard was it, 0 to 10?")


def test_after_the_summary_the_runner_is_asked_how_it_was() -> None:
    with Terminal(PROGRAM, "brief", lines=40) as terminal:
        _performed(terminal)
        assert terminal.is_restored
        assert "Rated" not in terminal.text
        terminal.press(b"much\n")
        terminal.until("A whole number from 0 to 10")
        terminal.press(b"10\n")
        terminal.until("10: all I had.")
        terminal.until("Any pain, 0 to 10?")
        terminal.press(b"6\n")
        terminal.until("see a doctor or a physio.")
        terminal.until("A note?")
        terminal.press(b" New shoes.\n")
        assert terminal.ended() == (0, "")
        told = [line for line in terminal.text.splitlines() if line.startswith("Rated")]
        assert told == ["Rated: (10, None, '')", "Rated: (10, 6, '')", "Rated: (10, 6, 'New shoes.')"]


def test_every_question_can_be_skipped() -> None:
    with Terminal(PROGRAM, "brief", lines=40) as terminal:
        _performed(terminal)
        terminal.press(b"\n")
        terminal.until("Any pain")
        terminal.press(b"\n")
        terminal.until("A note?")
        terminal.press(b"\n")
        assert terminal.ended() == (0, "")
        assert "Rated" not in terminal.text


def test_a_note_that_is_no_text_in_this_encoding_is_kept_as_far_as_it_is() -> None:
    with Terminal(PROGRAM, "brief", lines=40) as terminal:
        _performed(terminal)
        terminal.press(b"\n")
        terminal.until("Any pain")
        terminal.press(b"\n")
        terminal.until("A note?")
        terminal.press(b"M\xfcde.\n")
        assert terminal.ended() == (0, "")
        assert "Rated: (None, None, 'M\N{REPLACEMENT CHARACTER}de.')" in terminal.text


def test_ctrl_d_ends_the_questions_and_keeps_what_was_said() -> None:
    with Terminal(PROGRAM, "brief", lines=40) as terminal:
        _performed(terminal)
        terminal.press(b"4\n")
        terminal.until("Any pain")
        terminal.press(b"\x04")
        assert terminal.ended() == (0, "")
        assert terminal.text.count("Rated") == 1
        assert "Rated: (4, None, '')" in terminal.text


def test_who_interrupts_a_session_is_not_asked() -> None:
    with Terminal(PROGRAM, "brief", lines=40) as terminal:
        terminal.until("Any key leaves")
        terminal.press(b"\x03")
        assert terminal.ended() == (0, "")
        assert "under tension" in terminal.shown
        assert "How hard" not in terminal.text


def test_where_nothing_was_done_nothing_is_asked() -> None:
    with Terminal(PROGRAM, lines=40) as terminal:
        terminal.until("Next: Squat")
        terminal.press(b"\x1b")
        terminal.until("End the session?")
        terminal.press(b"e")
        assert terminal.ended() == (0, "")
        assert "How hard" not in terminal.text


def test_who_cannot_answer_is_not_asked() -> None:
    command = [sys.executable, str(PROGRAM), "brief"]
    told = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=True).stdout.decode()
    assert "under tension" in told
    assert "How hard" not in told
