"""A PulseAudio server of the tests' own, with a null sink whose monitor is recorded."""

import os
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

RATE = 48_000
FRAME_BYTES = 4


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
        command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"]
        sink = ["-L", "module-null-sink sink_name=null rate=48000"]
        socket = ["-L", f"module-native-protocol-unix auth-anonymous=1 socket={self.socket}"]
        self._server = subprocess.Popen([*command, *sink, *socket], env=self.env, stderr=subprocess.DEVNULL)
        _first_in_line(self._server)
        for _ in range(200):
            if subprocess.run(["pactl", "info"], env=self.env, capture_output=True, check=False).returncode == 0:
                return
        raise RuntimeError("PulseAudio did not start")

    def kill(self) -> None:
        """End the server at once, as a crash would."""
        if self._server is not None:
            self._server.kill()
            self._server.wait()
            self._server = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)


class Recording:
    """What the null sink plays from now on, and when on the monotonic clock it did."""

    def __init__(self, server: PulseServer) -> None:
        command = ["parec", "-d", "null.monitor", "--raw", "--format=s16le", f"--rate={RATE}", "--channels=2"]
        self._parec = subprocess.Popen([*command, "--latency-msec=10"], env=server.env, stdout=subprocess.PIPE)
        _first_in_line(self._parec)
        self._chunks: list[bytes] = []
        self._origins_ns: list[float] = []  # of sample 0, as each chunk's arrival says
        self._begun = threading.Event()
        self._thread = threading.Thread(target=self._read)
        self._thread.start()
        if not self._begun.wait(30):  # an idle null sink takes two seconds
            raise RuntimeError("the null sink cannot be recorded")

    def stop(self) -> None:
        """End it; the samples are complete then."""
        self._parec.terminate()
        self._thread.join()
        self._parec.communicate()

    @property
    def samples(self) -> NDArray[np.int16]:
        """The left channel."""
        raw = b"".join(self._chunks)
        return np.frombuffer(raw[: len(raw) // FRAME_BYTES * FRAME_BYTES], "<i2")[::2]

    @property
    def origin_ns(self) -> float:
        """When sample 0 was played: no chunk arrives before it was."""
        return min(self._origins_ns)

    def _read(self) -> None:
        pipe = self._parec.stdout
        if pipe is None:
            return
        count = 0
        while chunk := os.read(pipe.fileno(), 1 << 16):
            now = time.monotonic_ns()
            count += len(chunk)
            self._origins_ns.append(now - count / FRAME_BYTES / RATE * 1e9)
            self._chunks.append(chunk)
            self._begun.set()


def _first_in_line(process: "subprocess.Popen[bytes]") -> None:
    """Put what measures before what is measured: on a busy machine a late recorder would look like a late sound."""
    with suppress(PermissionError):
        os.setpriority(os.PRIO_PROCESS, process.pid, -15)
