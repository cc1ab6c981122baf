"""Playback: follows stretches by ear. A thread of its own mixes passages ahead and hands each over when it is due.

The thread only waits, mixes and hands over; no sound is triggered by it, so being late never moves a cue: what is
late is dropped from the silence with which a passage begins.
"""

import logging
import threading
from collections.abc import Callable, Sequence

import numpy as np

from tempo_trainer.audio.bank import CHANNELS, SAMPLES_PER_MS, Bank, Pcm
from tempo_trainer.audio.output import OpenOutput
from tempo_trainer.audio.passages import QUIET_START, Passage, seam_before
from tempo_trainer.audio.reports import Handed, Ready, Report
from tempo_trainer.audio.score import Score, mix
from tempo_trainer.audio.sounding import passages_of, score_of_stretch
from tempo_trainer.audio.speaker import Speaker
from tempo_trainer.session.clock import Clock
from tempo_trainer.session.news import Followed, News, Reached, Silenced
from tempo_trainer.session.stretch import Stretch

TOLERATED = 30 * SAMPLES_PER_MS  # so little late, a passage that begins with a sound is played from its first sample
RETRY_S = (0.5, 0.5, 1.0)  # how long to wait before sound is tried again; the last one from then on
TAKE_OVER = 500 * SAMPLES_PER_MS  # how far ahead another output takes over from the one that sounds
CLOSE_S = 3.0  # a thread that hangs in a sound server is left behind
LOOK_S = 0.5  # how often to see whether the device is still there

log = logging.getLogger(__name__)


def _silence() -> Pcm:
    return np.zeros((QUIET_START, CHANNELS), np.int16)


class Playback:
    """Give it stretches to follow, from any thread; reports come from its own thread."""

    def __init__(
        self, openers: Sequence[OpenOutput], bank: Bank, clock: Clock, report: Callable[[Report], None]
    ) -> None:
        self._speaker = Speaker(openers, clock, report)
        self._bank = bank
        self._clock = clock
        self._report = report
        self._changed = threading.Condition()
        self._job: Stretch | None = None
        self._number = 0  # of the job; a new number tells the thread to leave what it does
        self._right_until: int | None = None  # up to which sample what sounds is as planned; None: not at all
        self._chosen: Sequence[OpenOutput] | None = None  # outputs to take from now on
        self._closing = False
        self._thread = threading.Thread(target=self._run, name="playback", daemon=True)
        self._thread.start()

    def follow(self, stretch: Stretch | None) -> None:
        """Sound along this stretch from now on; None is silence."""
        with self._changed:
            if stretch is None or stretch.sound_from_ms == stretch.start_ms:
                self._right_until = None
            elif self._right_until is not None:
                self._right_until = min(self._right_until, stretch.sound_from_ms * SAMPLES_PER_MS)
            self._job = stretch
            self._number += 1
            self._changed.notify()

    def choose(self, openers: Sequence[OpenOutput]) -> None:
        """Take the first of these outputs that works from now on; in mid-stretch it takes over, and no cue twice."""
        with self._changed:
            self._chosen = openers
            self._number += 1
            self._changed.notify()

    def news(self, news: News) -> None:
        """Listen to a player: follow where it leads."""
        if isinstance(news, Followed | Reached):
            self.follow(news.stretch)
        elif isinstance(news, Silenced):
            self.follow(None)

    def close(self) -> None:
        """Silence, and end the thread."""
        with self._changed:
            self._closing = True
            self.follow(None)
        self._thread.join(CLOSE_S)

    def _run(self) -> None:
        number = 0
        self._try_out()
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._number != number)  # noqa: B023  read at once
                number, job, right_until = self._number, self._job, self._right_until
                chosen, self._chosen = self._chosen, None
                closing = self._closing
            try:
                if chosen is not None and not closing:
                    right_until = self._change_outputs(chosen, job, right_until)
                self._perform(job, number, right_until)
            except Exception:
                log.exception("Sound stopped by a fault of the program")
                self._forget()
                self._speaker.fail()
            if closing:
                break
        self._speaker.close()

    def _try_out(self) -> None:
        """Find the output that works before the first sound is due: loading one takes a while, and may fail."""
        try:
            self._speaker.play(_silence)
            self._speaker.tell_device()
        except Exception:
            log.exception("No output could be tried by a fault of the program")
            self._speaker.fail()
        self._report(Ready())

    def _change_outputs(
        self, openers: Sequence[OpenOutput], stretch: Stretch | None, right_until: int | None
    ) -> int | None:
        """Find the output to take while the old one sounds on; up to which sample that shall go on."""
        if not self._speaker.choose(openers, _silence()):
            return right_until
        if stretch is not None and right_until is not None:
            soon = round(stretch.position_ms(self._clock.now_ns()) * SAMPLES_PER_MS) + TAKE_OVER
            right_until = min(right_until, soon)
            with self._changed:
                if self._right_until is not None:
                    self._right_until = min(self._right_until, soon)
        self._speaker.tell_device()
        return right_until

    def _perform(self, stretch: Stretch | None, number: int, right_until: int | None) -> None:
        """One job, until it is done or there is another. What already sounds as it should is left alone."""
        if right_until is None:
            self._speaker.silence()
        if stretch is None:
            return
        score = score_of_stretch(stretch, self._bank)
        begin = stretch.start_ms * SAMPLES_PER_MS - QUIET_START  # a new stream may swallow its first milliseconds
        first = begin if right_until is None else seam_before(score, right_until)
        tries = 0
        while self._play_from(stretch, score, first, number):
            pause = RETRY_S[min(tries, len(RETRY_S) - 1)]
            tries += 1
            if not self._wait(pause, number):
                return

    def _play_from(self, stretch: Stretch, score: Score, first: int, number: int) -> bool:
        """Hand over the passages from a sample on; true if sound was lost and is to be tried again."""
        for passage in passages_of(stretch, score, first):
            if self._seconds_to(stretch, passage.stop) <= 0:
                continue
            pcm = mix(score, passage.first, passage.stop - passage.first)
            if not (self._wait_until(stretch, passage.first, number) and self._claim(passage, number)):
                return False
            if not self._hand_over(stretch, passage, pcm):
                return True
            if not self._stays(stretch, passage.stop, number):
                return self._number == number
        return False

    def _claim(self, passage: Passage, number: int) -> bool:
        """From now on this passage is what sounds; false if there is another job."""
        with self._changed:
            if self._number == number:
                self._right_until = passage.stop
            return self._number == number

    def _forget(self) -> None:
        """Nothing of the plan sounds any more."""
        with self._changed:
            self._right_until = None

    def _hand_over(self, stretch: Stretch, passage: Passage, pcm: Pcm) -> bool:
        """Give the passage to an output, less what is already past."""
        self._speaker.silence()
        played = self._speaker.play(lambda: pcm[self._late(stretch, passage) :])
        if played is None:
            self._forget()
            return False
        self._report(Handed(played.mono_ns, (passage.stop - played.samples) / SAMPLES_PER_MS, played.output))
        self._speaker.tell_device()
        return True

    def _late(self, stretch: Stretch, passage: Passage) -> int:
        """How many samples of the passage to leave out: silence, or what there is no use in playing any more."""
        late = round(stretch.position_ms(self._clock.now_ns()) * SAMPLES_PER_MS) - passage.first
        return max(0, late if late <= passage.quiet or late > passage.quiet + TOLERATED else passage.quiet)

    def _stays(self, stretch: Stretch, until: int, number: int) -> bool:
        """Wait near the end of a passage; false as soon as its device has gone, or there is another job."""
        while self._seconds_to(stretch, until) > 2 * LOOK_S:
            if not self._wait(LOOK_S, number):
                return False
            if not self._speaker.is_playing():
                self._forget()
                self._speaker.lose("the sound device went away")
                return False
        return True

    def _wait_until(self, stretch: Stretch, sample: int, number: int) -> bool:
        while (left_s := self._seconds_to(stretch, sample)) > 0:
            if not self._wait(left_s, number):
                return False
        return self._number == number

    def _wait(self, seconds: float, number: int) -> bool:
        """Wait; false if there is another job."""
        with self._changed:
            return not self._changed.wait_for(lambda: self._number != number, seconds)

    def _seconds_to(self, stretch: Stretch, sample: int) -> float:
        return (sample / SAMPLES_PER_MS - stretch.position_ms(self._clock.now_ns())) / 1000
