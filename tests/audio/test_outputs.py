"""Which output is tried first, and what happens where there is none."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tempo_trainer.audio.output import OUTPUTS, outputs

PLAY = """
import numpy as np
from tempo_trainer.audio.output import OUTPUTS, OutputError
try:
    output = OUTPUTS["{name}"]()
    output.play(np.zeros((4800, 2), np.int16))
except OutputError as error:
    print("OutputError:", error)
    output = None
if output:
    assert not output.is_playing()
    output.silence()
    output.close()
"""


@pytest.mark.parametrize(
    ("chosen", "order"),
    [
        ("auto", ["simpleaudio", "qt"]),
        ("simpleaudio", ["simpleaudio", "qt"]),
        ("qt", ["qt", "simpleaudio"]),
        ("one that was taken away since", ["simpleaudio", "qt"]),
    ],
)
def test_the_chosen_output_is_tried_first_and_the_others_after_it(chosen: str, order: list[str]) -> None:
    assert outputs(chosen) == [OUTPUTS[name] for name in order]


def without_sound(home: Path) -> dict[str, str]:
    """An environment in which no sound server and no ALSA default device can be found."""
    home.mkdir(exist_ok=True)
    config = home / "no-device.conf"
    config.write_text("pcm.!default { type hw card 31 }\n", encoding="utf-8")
    env = {key: value for key, value in os.environ.items() if not key.startswith(("PULSE", "ALSA", "XDG_"))}
    return {**env, "HOME": str(home), "ALSA_CONFIG_PATH": str(config), "PULSE_SERVER": f"unix:{home}/nowhere"}


@pytest.mark.parametrize("name", list(OUTPUTS))
def test_no_sound_device_is_an_error_in_words_and_no_crash(name: str, tmp_path: Path) -> None:
    """In a process of its own, that a crash would be seen in."""
    done = subprocess.run(
        [sys.executable, "-c", PLAY.format(name=name)],
        env=without_sound(tmp_path / "empty"),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("OutputError:")
    assert "Traceback" not in done.stderr


def test_an_output_that_is_not_installed_is_an_error_in_words() -> None:
    hidden = 'import sys; sys.modules["simpleaudio"] = sys.modules["PySide6"] = None\n'
    for name in OUTPUTS:
        done = subprocess.run(
            [sys.executable, "-c", hidden + PLAY.format(name=name)], capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stdout[:12]) == (0, "OutputError:"), done.stderr
