"""A PulseAudio server of the tests' own, with a null sink whose monitor can be recorded."""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

RATE = 48_000


class PulseServer:
    """Runs in a temporary folder and is ended by its process id; `env` routes ALSA and Pulse clients to it."""

    def __init__(self) -> None:
        # not pytest's tmp_path: the path of a unix socket is at most 107 characters long
        self.folder = Path(tempfile.mkdtemp(prefix="tt-pulse-"))
        self.socket = self.folder / "socket"
        home = self.folder / "home"
        home.mkdir()
        (home / ".asoundrc").write_text("pcm.!default { type pulse }\nctl.!default { type pulse }\n")
        self.env: Mapping[str, str] = {
            **{key: value for key, value in os.environ.items() if not key.startswith("PULSE")},
            "XDG_RUNTIME_DIR": str(self.folder),
            "PULSE_SERVER": f"unix:{self.socket}",
            "HOME": str(home),
        }
        self._server: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the server and wait until it answers."""
        self._server = subprocess.Popen(
            [
                "pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--log-target=stderr",
                "--disallow-exit", "-L", "module-null-sink sink_name=null rate=48000",
                "-L", f"module-native-protocol-unix auth-anonymous=1 socket={self.socket}",
            ],
            env=self.env,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        for _ in range(100):
            if subprocess.run(["pactl", "info"], env=self.env, capture_output=True, check=False).returncode == 0:
                return
        raise RuntimeError("PulseAudio did not start")

    def kill(self) -> None:
        """End the server at once, as a crash would."""
        if self._server is not None:
            self._server.kill()
            self._server.wait()
            self._server = None

    def record(self, path: Path) -> "subprocess.Popen[bytes]":
        """Begin to write what is played to a file of raw samples; end it with `stop_recording`."""
        command = ["parec", "-d", "null.monitor", "--raw", "--format=s16le", "--rate=48000", "--channels=2"]
        return subprocess.Popen([*command, "--latency-msec=50", str(path)], env=self.env)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)


def stop_recording(recorder: "subprocess.Popen[bytes]", path: Path) -> NDArray[np.int16]:
    """End a recording; its samples, shape (n, 2)."""
    recorder.send_signal(signal.SIGINT)
    recorder.wait()
    raw = path.read_bytes()
    return np.frombuffer(raw[: len(raw) // 4 * 4], "<i2").reshape(-1, 2)
