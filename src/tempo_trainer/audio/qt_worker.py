"""What of Qt Multimedia runs in the sound thread: the sink, and all that Qt does about its connections to a server."""

import threading

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QTimerEvent, Signal, Slot
from PySide6.QtMultimedia import QAudioDevice, QAudioFormat, QAudioSink, QMediaDevices, QtAudio

from tempo_trainer.audio.pcm import CHANNELS, RATE
from tempo_trainer.audio.qt_server import connections, server_answers, wait_for_server

BUFFER_US = 500_000  # `reset` drops it, so it costs nothing; on a busy machine a short one runs dry
MOST_BYTES = 128 * 2**20  # eleven minutes: what was played is kept until then
WATCH_MS = 1000  # how often to see whether Qt is still connected; it tries again 3 s after it was cut off


class Worker(QObject):
    """Owns the sink; its slots run in the sound thread, as does all that Qt does about its connections."""

    play = Signal(QByteArray)
    follow = Signal(QByteArray)
    silence = Signal()
    finish = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.closing = threading.Event()
        self.answered = threading.Event()
        self.answered.set()
        self.wanted = False  # whether anybody still waits for an answer
        self.problem = ""
        self.followed = False  # whether what was to follow last does
        self.playing = False
        self.device = ""
        self.sink: QAudioSink | None = None
        self._buffer: QBuffer | None = None
        self._connections = 0  # as many as Qt had when it played
        self.play.connect(self._play)
        self.follow.connect(self._follow)
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

    @Slot(QByteArray)
    def _follow(self, pcm: QByteArray) -> None:
        """Append to what is being read: in this thread nobody reads meanwhile."""
        buffer = self._buffer
        self.followed = buffer is not None and buffer.bytesAvailable() > 0 and buffer.size() < MOST_BYTES
        if buffer is not None and self.followed:
            at = buffer.pos()
            buffer.seek(buffer.size())
            buffer.write(pcm)
            buffer.seek(at)
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
        self._buffer.open(QIODevice.OpenModeFlag.ReadWrite)
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


def _sound_format() -> QAudioFormat:
    made = QAudioFormat()
    made.setSampleRate(RATE)
    made.setChannelCount(CHANNELS)
    made.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    return made
