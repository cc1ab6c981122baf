"""The second output: QAudioSink, fed from a QBuffer in a thread with an event loop: no Python is in its path."""

import os
import socket
import threading
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QObject, QThread, Signal, Slot
from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices, QtAudio

from tempo_trainer.audio.output import OutputError
from tempo_trainer.audio.pcm import CHANNELS, RATE, Pcm

BUFFER_US = 500_000  # `reset` drops it, so it costs nothing; on a busy machine a short one runs dry
STILL_LOOKS = 6  # at half a second each: a sink that plays nothing for so long has lost its server, and does not tell
CLOSE_MS = 2000
ANSWER_S = 3.0  # a sound server that takes longer than this to begin is out of order


def device_names() -> list[str]:
    """What Qt can play on."""
    _choose_backend()
    return [device.description() for device in QMediaDevices.audioOutputs()]


def _choose_backend() -> None:
    """Keep Qt off PipeWire where none runs: half installed, it would end the process (seen with 6.12 on Debian 13)."""
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    if not runtime or not Path(runtime, "pipewire-0").exists():
        os.environ.setdefault("QT_AUDIO_BACKEND", "pulseaudio")


def _server_answers() -> bool:
    """Whether PulseAudio is there, where it is what Qt plays through and its socket can be tried."""
    default = f"unix:{os.environ.get('XDG_RUNTIME_DIR', '')}/pulse/native"
    kind, _, path = (os.environ.get("PULSE_SERVER") or default).partition(":")
    if os.environ.get("QT_AUDIO_BACKEND") != "pulseaudio" or kind != "unix":
        return True
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(1)
        try:
            connection.connect(path)
        except OSError:
            return False
        return True


class QtOutput:
    """Commands go as signals to a worker that lives in the sound thread; needs a QCoreApplication to exist."""

    name = "qt"
    recovers = False  # Qt 6.11 keeps its one connection to PulseAudio, and ends the process when a dead one is used

    def __init__(self) -> None:
        if QCoreApplication.instance() is None:
            raise OutputError("Qt Multimedia needs a running Qt application")
        _choose_backend()
        self._worker = _Worker()
        self._still, self._processed_us = 0, -1  # how many looks in a row have found the sink where it was
        self._thread = QThread()
        self._thread.setObjectName("qt sound")
        self._worker.moveToThread(self._thread)
        self._thread.start(QThread.Priority.TimeCriticalPriority)

    def play(self, pcm: Pcm) -> None:
        """Hand over a copy and wait until the sink has begun with it."""
        if not _server_answers():
            raise OutputError("no sound server answers")
        self._still, self._processed_us = 0, -1
        self._worker.answered.clear()
        self._worker.play.emit(QByteArray(pcm.tobytes()))
        if not self._worker.answered.wait(ANSWER_S):
            raise OutputError("the sound server does not answer")
        if self._worker.problem:
            raise OutputError(self._worker.problem)

    def silence(self) -> None:
        """Drop what is buffered."""
        self._worker.playing = False
        self._worker.silence.emit()

    def is_playing(self) -> bool:
        """Asked, not told: a slot for it would run Python, and wait for its lock, in the sound thread."""
        sink = self._worker.sink
        if not self._worker.playing or sink is None or sink.state() == QtAudio.State.StoppedState:
            return False
        processed_us = sink.processedUSecs()
        self._still = self._still + 1 if processed_us == self._processed_us else 0
        self._processed_us = processed_us
        return self._still < STILL_LOOKS

    def close(self) -> bool:
        """Silence, and end the thread; false if it hangs in a server that does not answer, and has to be left alone."""
        self._worker.finish.emit()
        return self._thread.wait(CLOSE_MS)


class _Worker(QObject):
    """Owns the sink; its slots run in the sound thread."""

    play = Signal(QByteArray)
    silence = Signal()
    finish = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.answered = threading.Event()
        self.problem = ""
        self.playing = False
        self.sink: QAudioSink | None = None
        self._buffer: QBuffer | None = None
        self.play.connect(self._play)
        self.silence.connect(self._silence)
        self.finish.connect(self._finish)

    @Slot()
    def _finish(self) -> None:
        self._silence()
        self.thread().quit()

    @Slot(QByteArray)
    def _play(self, pcm: QByteArray) -> None:
        self._silence()
        self.problem = self._start(pcm)
        self.playing = not self.problem
        self.answered.set()

    def _start(self, pcm: QByteArray) -> str:
        device = QMediaDevices.defaultAudioOutput()
        if device.isNull():
            return "no sound device was found"
        sound_format = QAudioFormat()
        sound_format.setSampleRate(RATE)
        sound_format.setChannelCount(CHANNELS)
        sound_format.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        if not device.isFormatSupported(sound_format):
            return f"{device.description()} cannot play 48 kHz stereo"
        self._buffer = QBuffer(self)
        self._buffer.setData(pcm)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.sink = QAudioSink(device, sound_format, self)
        self.sink.setBufferSize(sound_format.bytesForDuration(BUFFER_US))
        self.sink.start(self._buffer)
        if self.sink.error() not in {QtAudio.Error.NoError, QtAudio.Error.UnderrunError}:
            return f"{device.description()} would not play ({self.sink.error().name})"
        return ""

    @Slot()
    def _silence(self) -> None:
        self.playing = False
        if self.sink is not None:
            self.sink.reset()
            self.sink.deleteLater()
            self.sink = None
        if self._buffer is not None:
            self._buffer.deleteLater()
            self._buffer = None
