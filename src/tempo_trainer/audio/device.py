"""What the user calls the device that the system plays on by default."""

import os
import subprocess
from collections.abc import Iterator

PATIENCE_S = 0.5  # a sound server that takes longer does not play either


def default_device(otherwise: str) -> str:
    """The description of the default sink of PulseAudio or PipeWire; `otherwise` where nobody knows."""
    name = next(_values("Default Sink", _ask("info")), "")
    sinks = _ask("list", "sinks") if name else ""
    descriptions = zip(_values("Name", sinks), _values("Description", sinks), strict=False)
    return dict(descriptions).get(name) or name or otherwise


def _values(key: str, text: str) -> Iterator[str]:
    """What stands behind `key:` in each line that begins so."""
    for line in text.splitlines():
        said, _, value = line.strip().partition(": ")
        if said == key:
            yield value.strip()


def _ask(*question: str) -> str:
    """What `pactl` says in English; empty where it is not installed, or nobody answers."""
    try:
        done = subprocess.run(  # noqa: S603  our own words
            ["pactl", *question],  # noqa: S607  wherever the system has it
            env={**os.environ, "LC_ALL": "C.UTF-8"},
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout if done.returncode == 0 else ""
