"""Qt's sound server, seen from outside."""

import os
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tempo_trainer.audio import qt_server
from tempo_trainer.audio.qt_server import choose_backend, connections, server_answers, wait_for_server

BACKEND = "QT_AUDIO_BACKEND"


@pytest.fixture
def runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A runtime folder without any server."""
    monkeypatch.chdir(tmp_path)  # the path of a socket has to be short
    monkeypatch.setenv("XDG_RUNTIME_DIR", ".")
    monkeypatch.setenv(BACKEND, "")  # to be restored at the end
    monkeypatch.delenv(BACKEND)
    monkeypatch.delenv("PULSE_SERVER", raising=False)
    Path("pulse").mkdir()
    return Path()


@pytest.fixture
def pulse(runtime: Path) -> Iterator[socket.socket]:
    """Somebody who listens where PulseAudio would."""
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(runtime / "pulse" / "native"))
        server.listen()
        yield server


def test_without_pipewire_qt_plays_through_pulseaudio(runtime: Path) -> None:
    assert runtime.exists()
    choose_backend()
    assert os.environ[BACKEND] == "pulseaudio"
    assert not server_answers()


def test_pipewire_alone_is_left_to_qt(runtime: Path) -> None:
    (runtime / "pipewire-0").touch()
    choose_backend()
    assert BACKEND not in os.environ
    assert server_answers()  # nobody can tell


def test_pipewire_that_speaks_pulseaudio_is_spoken_to_that_way(runtime: Path, pulse: socket.socket) -> None:
    assert pulse.fileno() >= 0
    (runtime / "pipewire-0").touch()
    choose_backend()
    assert os.environ[BACKEND] == "pulseaudio"
    assert server_answers()


def test_what_the_user_has_set_counts(runtime: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert runtime.exists()
    monkeypatch.setenv(BACKEND, "alsa")
    choose_backend()
    assert os.environ[BACKEND] == "alsa"


def test_a_server_elsewhere_cannot_be_tried(runtime: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert runtime.exists()
    monkeypatch.setenv("PULSE_SERVER", "tcp:192.0.2.1")
    choose_backend()
    assert server_answers()


def test_a_dead_servers_socket_does_not_answer(runtime: Path, pulse: socket.socket) -> None:
    choose_backend()
    pulse.close()
    assert (runtime / "pulse" / "native").exists()
    assert not server_answers()


def test_waiting_ends_with_the_server_or_when_it_is_to_end(runtime: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(qt_server, "LOOK_S", 0.001)
    choose_backend()
    closing = threading.Event()
    waiting = threading.Thread(target=wait_for_server, args=(closing,))
    waiting.start()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(runtime / "pulse" / "native"))
        server.listen()
        waiting.join(30)
        assert not waiting.is_alive()
    closing.set()
    wait_for_server(closing)


def test_only_qts_threads_are_counted() -> None:
    assert connections() == 0
    threads = Path("/proc/self/task")
    done, begun = threading.Event(), threading.Event()

    def named() -> None:
        Path(threads, str(threading.get_native_id()), "comm").write_bytes(b"QPulseAudioEngi")
        begun.set()
        done.wait(30)

    thread = threading.Thread(target=named)
    thread.start()
    assert begun.wait(30)
    assert connections() == 1
    done.set()
    thread.join()
    while connections():  # the system takes a moment longer than Python
        pass
