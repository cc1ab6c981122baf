"""The sound server behind Qt Multimedia, seen from outside, as Qt does not tell when it loses it.

Qt 6.11 keeps its connections to PulseAudio for the life of the process, in the thread that used it first. When the
server dies, they are gone at once, and three seconds later that thread tries to make new ones, once. In between nothing
may be started: Qt asks for the state of a connection that is not there, and libpulse ends the process. But each
connection has a thread of its own, with a name, for just as long as it exists.
"""

import os
import socket
import sys
import threading
from pathlib import Path

_THREAD = b"QPulseAudioEngi"  # Qt's name for it, as far as Linux keeps names
LOOK_S = 0.2  # costs next to nothing: a dead socket refuses at once
_THREADS = Path("/proc/self/task")


def choose_backend() -> None:
    """Have Qt play through PulseAudio where that answers, or where no PipeWire runs.

    Its PipeWire backend is not known to survive a server's death, and half installed, it would end the process (seen
    with 6.12 on Debian 13).
    """
    pipewire = Path(os.environ.get("XDG_RUNTIME_DIR", ""), "pipewire-0")
    if not pipewire.exists() or _connects(_pulse_socket()):
        os.environ.setdefault("QT_AUDIO_BACKEND", "pulseaudio")


def server_answers() -> bool:
    """Whether there is a server to connect to, where that can be tried."""
    path = _pulse_socket()
    return os.environ.get("QT_AUDIO_BACKEND") != "pulseaudio" or path is None or _connects(path)


def wait_for_server(closing: threading.Event) -> None:
    """Return when there is a server to connect to, or when `closing` is set."""
    while not server_answers() and not closing.wait(LOOK_S):
        pass


def connections() -> int:
    """How many connections Qt has just now; 0 too where it uses no PulseAudio."""
    return sum(_name_of(thread) == _THREAD for thread in _THREADS.iterdir()) if _THREADS.is_dir() else 0


def _name_of(thread: Path) -> bytes:
    try:
        return Path(thread, "comm").read_bytes().rstrip()
    except OSError:  # it has just ended
        return b""


def _pulse_socket() -> str | None:
    """Where PulseAudio listens; None if it is not a socket of this machine."""
    default = f"unix:{os.environ.get('XDG_RUNTIME_DIR', '')}/pulse/native"
    kind, _, path = (os.environ.get("PULSE_SERVER") or default).partition(":")
    return path if kind == "unix" and sys.platform == "linux" else None


def _connects(path: str | None) -> bool:
    if path is None:
        return False
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(1)
        try:
            connection.connect(path)
        except OSError:
            return False
        return True
