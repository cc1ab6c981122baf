"""The second output: QAudioSink, fed from a QBuffer in a thread with an event loop: no Python is in its path."""

import threading

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QIODevice,
    QObject,
    QThread,
    QTimerEvent,
    Signal,
    Slot,
)
from PySide6.QtMultimedia import QAudioDevice, QAudioFormat, QAudioSink, QMediaDevices, QtAudio

from tempo_trainer.audio.output import OutputError
from tempo_trainer.audio.pcm import CHANNELS, RATE, Pcm
from tempo_trainer.audio.qt_server import choose_backend, connections, server_answers, wait_for_server

BUFFER_US = 500_000  # `reset` drops it, so it costs nothing; on a busy machine a short one runs dry
STILL_LOOKS = 6  # at half a second each: a sink that plays nothing for so long has a server that hangs
CLOSE_MS = 2000
WATCH_MS = 1000  # how often to see whether Qt is still connected; it tries again 3 s after it was cut off
ANSWER_S = 3.0  # a sound server that takes longer than this to begin is out of order


def device_names() -> list[str]:
    """What Qt can play on."""
    choose_backend()
    return [device.description() for device in QMediaDevices.audioOutputs()]


def _sound_format() -> QAudioFormat:
    made = QAudioFormat()
    made.setSampleRate(RATE)
    made.setChannelCount(CHANNELS)
    made.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    return made


class QtOutput:
    """Commands go as signals to a worker that lives in the sound thread; needs a QCoreApplication to exist.

    The thread lasts as long as the output, silent or not: Qt makes new connections to its server there.
    """

    name = "qt"

    def __init__(self) -> None:
        if QCoreApplication.instance() is None:
            raise OutputError("Qt Multimedia needs a running Qt application")
        choose_backend()
        self._worker = _Worker()
        self._still, self._processed_us = 0, -1  # how many looks in a row have found the sink where it was
        self._thread = QThread()
        self._thread.setObjectName("qt sound")
        self._worker.moveToThread(self._thread)
        self._thread.start(QThread.Priority.TimeCriticalPriority)

    def play(self, pcm: Pcm) -> None:
        """Hand over a copy and wait until the sink has begun with it."""
        worker = self._worker
        if not worker.is_connected():
            raise OutputError("no sound server answers")
        if not worker.answered.is_set():
            raise OutputError("the sound server does not answer")  # nor has it answered the last time
        self._still, self._processed_us = 0, -1
        worker.answered.clear()
        worker.wanted = True
        worker.play.emit(QByteArray(pcm.tobytes()))
        if not worker.answered.wait(ANSWER_S):
            worker.wanted = False
            raise OutputError("the sound server does not answer")
        if worker.problem:
            raise OutputError(worker.problem)

    def silence(self) -> None:
        """Drop what is buffered."""
        self._worker.playing = False
        self._worker.silence.emit()

    def is_playing(self) -> bool:
        """Asked, not told: a slot for it would run Python, and wait for its lock, in the sound thread."""
        sink = self._worker.sink
        if not self._worker.playing or sink is None or not self._worker.is_connected():
            return False
        if sink.state() == QtAudio.State.StoppedState:
            return False
        processed_us = sink.processedUSecs()
        self._still = self._still + 1 if processed_us == self._processed_us else 0
        self._processed_us = processed_us
        return self._still < STILL_LOOKS

    def device(self) -> str:
        """As the desktop's sound settings call it."""
        return self._worker.device or self.name

    def close(self) -> bool:
        """Silence, and end the thread; false if it hangs in a server that does not answer, and has to be left alone."""
        self._worker.closing.set()
        self._worker.finish.emit()
        return self._thread.wait(CLOSE_MS)


class _Worker(QObject):
    """Owns the sink; its slots run in the sound thread, as does all that Qt does about its connections."""

    play = Signal(QByteArray)
    silence = Signal()
    finish = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.closing = threading.Event()
        self.answered = threading.Event()
        self.answered.set()
        self.wanted = False  # whether anybody still waits for an answer
        self.problem = ""
        self.playing = False
        self.device = ""
        self.sink: QAudioSink | None = None
        self._buffer: QBuffer | None = None
        self._connections = 0  # as many as Qt had when it played
        self.play.connect(self._play)
        self.silence.connect(self._silence)
        self.finish.connect(self._finish)

    def is_connected(self) -> bool:
        """Whether Qt has all its connections; true before it has made any."""
        return connections() >= self._connections

    @Slot()
    def _finish(self) -> None:
        self._silence()
        self.thread().quit()

    @Slot(QByteArray)
    def _play(self, pcm: QByteArray) -> None:
        self._silence()
        self.problem = self._start(pcm)
        if not self.wanted:  # too late: it would sound at the wrong time
            self._silence()
        self.playing = self.wanted and not self.problem
        self.answered.set()

    def _start(self, pcm: QByteArray) -> str:
        """Begin to play; what is wrong, if it cannot be. Checked in this thread, where Qt cannot lose a connection."""
        if not (self.is_connected() if self._connections else server_answers()):
            return "no sound server answers"
        device = QMediaDevices.defaultAudioOutput()
        if device.isNull():
            return "no sound device was found"
        if not device.isFormatSupported(_sound_format()):
            return f"{device.description()} cannot play 48 kHz stereo"
        sink = self._make_sink(device, pcm)
        if sink.error() not in {QtAudio.Error.NoError, QtAudio.Error.UnderrunError}:
            return f"{device.description()} would not play ({sink.error().name})"
        self.device = device.description()
        if not self._connections:
            self._connections = connections()
            self.startTimer(WATCH_MS)
        return ""

    def timerEvent(self, event: QTimerEvent) -> None:  # noqa: N802  Qt's name
        """Keep Qt from connecting anew before there is a server: if it fails once, it never tries again."""
        del event
        if not self.is_connected():
            wait_for_server(self.closing)

    def _make_sink(self, device: QAudioDevice, pcm: QByteArray) -> QAudioSink:
        """A sink that has been started."""
        self._buffer = QBuffer(self)
        self._buffer.setData(pcm)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.sink = QAudioSink(device, _sound_format(), self)
        self.sink.setBufferSize(_sound_format().bytesForDuration(BUFFER_US))
        self.sink.start(self._buffer)
        return self.sink

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
