"""The name of the default device, from a `pactl` of the test's own."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tempo_trainer.audio.device import default_device

INFO = "Server Name: PulseAudio (on PipeWire 1.2)\nDefault Sink: bluez_output.1\nDefault Source: mic\n"
SINKS = """Sink #1
\tState: SUSPENDED
\tName: alsa_output.pci
\tDescription: Built-in Audio Analog Stereo
\t\tdevice.description = "Built-in"
Sink #7
\tState: RUNNING
\tName: bluez_output.1
\tDescription: WH-1000XM3
"""

Pactl = Callable[[str], None]


@pytest.fixture
def pactl(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Pactl:
    """Takes the place of the system's."""
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)

    def make(script: str) -> None:
        file = tmp_path / "pactl"
        file.write_text(f"#!/bin/sh\n{script}\n")
        file.chmod(0o755)

    return make


def answers(info: str, sinks: str) -> str:
    return f"case $1 in info) cat <<'EOF'\n{info}EOF\n;; list) cat <<'EOF'\n{sinks}EOF\n;; esac"


def test_it_is_called_what_the_desktop_calls_it(pactl: Pactl) -> None:
    pactl(answers(INFO, SINKS))
    assert default_device(otherwise="simpleaudio") == "WH-1000XM3"


def test_without_a_description_its_own_name_has_to_do(pactl: Pactl) -> None:
    pactl(answers(INFO, ""))
    assert default_device(otherwise="simpleaudio") == "bluez_output.1"


@pytest.mark.parametrize("script", ["exit 1", "sleep 60", "echo nonsense"])
def test_where_nobody_knows_it_is_called_otherwise(pactl: Pactl, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempo_trainer.audio.device.PATIENCE_S", 0.05)
    pactl(script.replace("sleep", "exec sleep"))
    assert default_device(otherwise="simpleaudio") == "simpleaudio"


def test_without_pactl_it_is_called_otherwise(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert default_device(otherwise="simpleaudio") == "simpleaudio"
