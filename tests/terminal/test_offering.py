"""Before a session in the terminal: what to do with the one that was broken off."""

from pathlib import Path

import pytest

from helpers.recorded import recorded
from helpers.terminal import Terminal
from tempo_trainer.folders import Folders
from tempo_trainer.history.reading import read_sessions
from tempo_trainer.history.records import Session
from tempo_trainer.session.player import Player
from tempo_trainer.workout.loader import timeline_of
from tempo_trainer.workout.model import Names

BROKEN = "format: 1\nname: Broken\nblocks: [{exercise: pelvic-bridge, sets: 3, reps: 9, tempo: 1-0-1-0}]\n"
OTHER = "format: 1\nname: Other\nblocks: [{exercise: pelvic-bridge, reps: 9, tempo: 1-0-1-0}]\n"


@pytest.fixture
def file(folders: Folders, names: Names, tmp_path: Path) -> Path:
    """Another workout; the last session was broken off after four reps."""
    timeline = timeline_of(BROKEN, "broken.yaml", names)
    with recorded(folders.home) as done:
        player = Player(timeline, done.clock, [done.history.record(timeline, names)])
        player.go()
        done.after(player, 10_250 + 4 * 2000 + 500)
    path = tmp_path / "other.yaml"
    path.write_text(OTHER)
    return path


def answered(file: Path, keys: bytes, then: str, *questions: str) -> None:
    """Start, answer, and end the session when this is shown; what is asked then is skipped."""
    with Terminal("-m", "tempo_trainer", "play", file, columns=100) as terminal:
        terminal.until("Set 1 of 3, rep 5 of 9")
        terminal.until("Go on with it?")
        terminal.press(keys)
        terminal.until(then)
        terminal.press(b"\x1b")
        terminal.until("End the session?")
        terminal.press(b"e")
        for question in questions:
            terminal.until(question)
            terminal.press(b"\n")
        assert terminal.ended()[0] == 0


def sessions(folders: Folders) -> list[Session]:
    return list(read_sessions(folders.history))


def test_yes_goes_on_with_it_in_the_same_record(file: Path, folders: Folders) -> None:
    answered(file, b"maybe\ny\n", "Rep 5/9", "How hard", "Any pain", "A note?")
    assert [(one.workout, one.state, one.sets[0].done_reps) for one in sessions(folders)] == [("Broken", "ended", 4)]


def test_no_keeps_what_was_done_and_begins_the_other(file: Path, folders: Folders) -> None:
    answered(file, b"n\n", "Next: Pelvic bridge")
    assert [(one.workout, one.state) for one in sessions(folders)] == [("Broken", "ended"), ("Other", "ended")]


def test_enter_leaves_it_for_later(file: Path, folders: Folders) -> None:
    answered(file, b"\n", "Next: Pelvic bridge")
    assert [(one.workout, one.state) for one in sessions(folders)] == [("Broken", "interrupted"), ("Other", "ended")]
