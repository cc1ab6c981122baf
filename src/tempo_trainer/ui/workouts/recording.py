"""Writes a session as a sound file in a thread, with progress, until it is done or called off."""

import logging
from pathlib import Path
from threading import Event, Thread

from PySide6.QtCore import QObject, Signal

from tempo_trainer.session.hearing import Hearing, at_least
from tempo_trainer.workout.loader import load_timeline
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.problems import ProblemsError

CLOSE_S = 2.0

log = logging.getLogger(__name__)


class CalledOffError(Exception):
    """The user does not want it any more."""


class Recording(QObject):
    """`progress` is a share from 0 to 1000; `ended` says why it failed, or nothing if it is written or called off."""

    progress = Signal(int)
    ended = Signal(str)

    def __init__(self, workout: Path, to: Path, names: Names, sounds: Path, hearing: Hearing) -> None:
        super().__init__()
        self.to = to
        self._workout = workout
        self._names = names
        self._sounds = sounds
        self._hearing = at_least(hearing)  # a silent file is of no use
        self._off = Event()
        self._share = 0
        self._written = 0
        self._thread = Thread(target=self._work, name="recording", daemon=True)

    @property
    def is_called_off(self) -> bool:
        """Whether nothing was written because nobody wanted it."""
        return self._off.is_set()

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def call_off(self) -> None:
        """Stop soon; nothing stays of it."""
        self._off.set()

    def close(self) -> None:
        """Stop, and wait until nothing is left of it."""
        self.call_off()
        if self._thread.is_alive():
            self._thread.join(CLOSE_S)

    def _work(self) -> None:
        failure = ""
        try:
            self._write()
        except CalledOffError:
            pass
        except ProblemsError:
            failure = "The workout has problems now: see what the list says of it."
        except Exception as error:
            from tempo_trainer.audio.render import RenderError

            known = isinstance(error, RenderError)
            if not known:
                log.exception("The sound file could not be written")
            failure = f"The sound file could not be written: {error if known else 'the log says why'}."
        self.ended.emit(failure)

    def _write(self) -> None:
        # numpy and soundfile take their time: they are loaded here, in the thread
        from tempo_trainer.audio.bank import load_bank
        from tempo_trainer.audio.pcm import SAMPLES_PER_MS
        from tempo_trainer.audio.render import render
        from tempo_trainer.audio.sounding import score_of_timeline

        timeline = load_timeline(self._workout, self._names)
        score = score_of_timeline(timeline, load_bank(self._sounds), self._hearing)
        samples = max(1, timeline.duration_ms * SAMPLES_PER_MS)
        render(score, timeline.duration_ms, self.to, lambda count: self._wrote(count, samples))

    def _wrote(self, count: int, of: int) -> None:
        if self._off.is_set():
            raise CalledOffError
        self._written += count
        if (share := min(1000, self._written * 1000 // of)) != self._share:
            self._share = share
            self.progress.emit(share)
