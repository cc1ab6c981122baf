"""The second output: QAudioSink, fed from a QBuffer in a thread with an event loop: no Python is in its path."""

from PySide6.QtCore import QByteArray, QCoreApplication, QThread
from PySide6.QtMultimedia import QMediaDevices, QtAudio

from tempo_trainer.audio.output import OutputError
from tempo_trainer.audio.pcm import Pcm
from tempo_trainer.audio.qt_server import choose_backend
from tempo_trainer.audio.qt_worker import Worker

STILL_LOOKS = 6  # at half a second each: a sink that plays nothing for so long has a server that hangs
CLOSE_MS = 2000
ANSWER_S = 3.0  # a sound server that takes longer than this to begin is out of order


def device_names() -> list[str]:
    """What Qt can play on."""
    choose_backend()
    return [device.description() for device in QMediaDevices.audioOutputs()]


class QtOutput:
    """Commands go as signals to a worker that lives in the sound thread; needs a QCoreApplication to exist.

    The thread lasts as long as the output, silent or not: Qt makes new connections to its server there.
    """

    name = "qt"

    def __init__(self) -> None:
        if QCoreApplication.instance() is None:
            raise OutputError("Qt Multimedia needs a running Qt application")
        choose_backend()
        self._worker = Worker()
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

    def follow(self, pcm: Pcm) -> bool:
        """More for the sink that plays: a new one would begin up to 50 ms sooner or later than the last."""
        worker = self._worker
        if not (worker.playing and worker.is_connected() and worker.answered.is_set()):
            return False
        worker.answered.clear()
        worker.follow.emit(QByteArray(pcm.tobytes()))
        return worker.answered.wait(ANSWER_S) and worker.followed

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
