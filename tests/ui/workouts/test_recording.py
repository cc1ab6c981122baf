"""A session as a sound file: written in a thread, whole or not at all."""

from pathlib import Path

import pytest
import soundfile
from pytestqt.qtbot import QtBot

from tempo_trainer.folders import Folders
from tempo_trainer.session.hearing import EVERYTHING, Hearing
from tempo_trainer.ui.workouts.recording import Recording
from tempo_trainer.workout.model import Names
from ui.workouts.conftest import BROKEN, SMALL


def recording(folders: Folders, names: Names, workout: Path, to: Path, hearing: Hearing = EVERYTHING) -> Recording:
    return Recording(workout, to, names, folders.sounds, hearing)


@pytest.mark.parametrize("suffix", ["wav", "flac", "ogg", "mp3"])
def test_each_kind_is_as_long_as_the_session(
    folders: Folders, names: Names, tmp_path: Path, qtbot: QtBot, suffix: str
) -> None:
    (tmp_path / "small.yaml").write_text(SMALL)
    made = recording(folders, names, tmp_path / "small.yaml", tmp_path / f"small.{suffix}", Hearing(muted=True))
    shares: list[int] = []
    made.progress.connect(shares.append)
    with qtbot.waitSignal(made.ended, timeout=20_000) as ended:
        made.start()
    assert ended.args == [""]
    assert shares[-1] == 1000
    sound, rate = soundfile.read(tmp_path / f"small.{suffix}")
    assert len(sound) / rate > 2
    assert abs(sound).max() > 0.1  # a muted program writes a file that can be heard


def test_called_off_nothing_stays(folders: Folders, names: Names, tmp_path: Path, qtbot: QtBot) -> None:
    made = recording(folders, names, folders.shipped_workouts / "intermediate.yaml", tmp_path / "out.mp3")
    made.progress.connect(lambda _: made.call_off())
    with qtbot.waitSignal(made.ended, timeout=20_000) as ended:
        made.start()
    assert ended.args == [""]
    assert made.is_called_off
    assert list(tmp_path.glob("*.mp3")) + list(tmp_path.glob(".*")) == []


def test_what_fails_says_why(folders: Folders, names: Names, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "broken.yaml").write_text(BROKEN)
    first = folders.shipped_workouts / "first-try.yaml"
    for workout, to, says in (
        (tmp_path / "broken.yaml", tmp_path / "a.wav", "has problems now"),
        (first, tmp_path / "none" / "a.wav", "there is no folder"),
    ):
        made = recording(folders, names, workout, to)
        with qtbot.waitSignal(made.ended, timeout=20_000) as ended:
            made.start()
        assert says in ended.args[0]
