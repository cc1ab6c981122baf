"""Playback: follows stretches by ear. A thread of its own mixes passages ahead and hands each over when it is due.

The thread only waits, mixes and hands over; no sound is triggered by it, so being late never moves a cue: what is
late is dropped from the silence with which a passage begins.
"""

import logging
import threading
from collections.abc import Callable, Sequence

import numpy as np

from tempo_trainer.audio.bank import Bank
from tempo_trainer.audio.output import OpenOutput
from tempo_trainer.audio.passages import QUIET_START, Passage, left_of, seam_before
from tempo_trainer.audio.pcm import CHANNELS, SAMPLES_PER_MS, Pcm
from tempo_trainer.audio.reports import Handed, Ready, Report
from tempo_trainer.audio.score import Score, mix
from tempo_trainer.audio.sounding import passages_of, score_of_stretch, sounds_of_timeline
from tempo_trainer.audio.sounds import Sounds
from tempo_trainer.audio.speaker import Speaker
from tempo_trainer.session.clock import Clock
from tempo_trainer.session.hearing import EVERYTHING, Hearing
from tempo_trainer.session.news import Followed, News, Reached, Silenced
from tempo_trainer.session.stretch import Stretch
from tempo_trainer.workout.timeline import Timeline

SOON = 300 * SAMPLES_PER_MS  # by then another hearing is heard
RETRY_S = (0.5, 1.0, 2.0, 5.0)  # how long to wait before sound is tried again; the last one from then on
CLOSE_S = 3.0  # a thread that hangs in a sound server is left behind
LOOK_S = 0.5  # how often to see whether the device is still there

log = logging.getLogger(__name__)


class Playback:
    """Give it stretches to follow, from any thread; reports come from its own thread."""

    def __init__(
        self,
        openers: Sequence[OpenOutput],
        bank: Bank,
        clock: Clock,
        report: Callable[[Report], None],
        hearing: Hearing = EVERYTHING,
    ) -> None:
        self._speaker = Speaker(openers, clock, report)
        self._bank = bank
        self._clock = clock
        self._report = report
        self._changed = threading.Condition()
        self._sounds: tuple[Timeline, Sounds] | None = None  # of the timeline that was sounded last
        self._to_prepare: Timeline | None = None
        self._hearing = hearing
        self._job: Stretch | None = None
        self._number = 0  # of the job; a new number tells the thread to leave what it does
        self._right_until: int | None = None  # up to which sample what sounds is as planned; None: not at all
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

    def hear(self, hearing: Hearing) -> None:
        """From now on this is what is heard of what is followed. No sound moves, and none is heard twice."""
        with self._changed:
            if hearing.muted:
                self._right_until = None
            elif self._job is not None and self._right_until is not None:
                position = round(self._job.position_ms(self._clock.now_ns()) * SAMPLES_PER_MS)
                self._right_until = min(self._right_until, position + SOON)
            self._hearing = hearing
            self._number += 1
            self._changed.notify()

    def prepare(self, timeline: Timeline) -> None:
        """Have the words of a timeline ready when it is followed."""
        with self._changed:
            self._to_prepare = timeline
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
                self._changed.wait_for(lambda: self._number != number or self._to_prepare is not None)  # noqa: B023  read at once
                done, to_prepare, self._to_prepare = number, self._to_prepare, None
                number, job, right_until = self._number, self._job, self._right_until
                closing, hearing = self._closing, self._hearing
            try:
                if to_prepare is not None:
                    self._sounds_of(to_prepare)
                if number != done:
                    self._perform(job, hearing, number, right_until)
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
            self._speaker.play(lambda: np.zeros((QUIET_START, CHANNELS), np.int16))
        except Exception:
            log.exception("No output could be tried by a fault of the program")
            self._speaker.fail()
        self._report(Ready())

    def _perform(self, stretch: Stretch | None, hearing: Hearing, number: int, right_until: int | None) -> None:
        """One job, until it is done or there is another. What already sounds as it should is left alone."""
        if right_until is None:
            self._speaker.silence()
        if stretch is None or hearing.muted:
            return
        score = score_of_stretch(stretch, self._sounds_of(stretch.timeline), hearing)
        begin = stretch.start_ms * SAMPLES_PER_MS - QUIET_START  # a new stream may swallow its first milliseconds
        first = begin if right_until is None else seam_before(score, right_until)
        tries = 0
        while self._play_from(stretch, score, first, number):
            pause = RETRY_S[min(tries, len(RETRY_S) - 1)]
            tries += 1
            if not self._wait(pause, number):
                return

    def _sounds_of(self, timeline: Timeline) -> Sounds:
        if self._sounds is None or self._sounds[0] is not timeline:
            self._sounds = timeline, sounds_of_timeline(timeline, self._bank)
        return self._sounds[1]

    def _play_from(self, stretch: Stretch, score: Score, first: int, number: int) -> bool:
        """Hand over the passages from a sample on; true if sound was lost and is to be tried again."""
        for passage in passages_of(stretch, score, first):
            if self._seconds_to(stretch, passage.stop) <= 0:
                continue
            pcm = mix(score, passage.first, passage.stop - passage.first)
            if not (self._wait_until(stretch, passage.first, number) and self._claim(passage, number)):
                return False
            if not self._hand_over(stretch, score, passage, pcm):
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

    def _hand_over(self, stretch: Stretch, score: Score, passage: Passage, pcm: Pcm) -> bool:
        """Give the passage to an output, less what is already past."""
        self._speaker.silence()
        played = self._speaker.play(lambda: left_of(passage, score, pcm, self._late(stretch, passage)))
        if played is None:
            self._forget()
            return False
        self._report(Handed(played.mono_ns, (passage.stop - played.samples) / SAMPLES_PER_MS, played.output))
        return True

    def _late(self, stretch: Stretch, passage: Passage) -> int:
        return round(stretch.position_ms(self._clock.now_ns()) * SAMPLES_PER_MS) - passage.first

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
