"""Playback: follows stretches by ear. A thread of its own mixes passages ahead and hands each over when it is due.

The thread only waits, mixes and hands over; no sound is triggered by it, so being late never moves a cue: what is
late is dropped from the silence with which a passage begins.
"""

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import count

import numpy as np

from tempo_trainer.audio.bank import Bank
from tempo_trainer.audio.orders import Order, Orders
from tempo_trainer.audio.output import OpenOutput
from tempo_trainer.audio.passages import QUIET_START, Passage, left_of, seam_before
from tempo_trainer.audio.pcm import CHANNELS, SAMPLES_PER_MS, Pcm
from tempo_trainer.audio.reports import Handed, Ready, Report
from tempo_trainer.audio.score import Score, mix
from tempo_trainer.audio.sounding import passages_of, score_of_stretch, sounds_of_timeline
from tempo_trainer.audio.sounds import Sounds
from tempo_trainer.audio.speaker import Speaker
from tempo_trainer.audio.wording import NOTHING_KEPT, Kept
from tempo_trainer.session.clock import Clock
from tempo_trainer.session.hearing import EVERYTHING, Hearing
from tempo_trainer.session.news import Followed, News, Reached, Silenced
from tempo_trainer.session.stretch import Stretch
from tempo_trainer.workout.timeline import Timeline

RETRY_S = (0.5, 0.5, 1.0)  # how long to wait before sound is tried again; the last one from then on
TAKE_OVER = 500 * SAMPLES_PER_MS  # how far ahead another output takes over from the one that sounds
CLOSE_S = 3.0  # a thread that hangs in a sound server is left behind
LOOK_S = 0.5  # how often to see whether the device is still there
LOOKS = 10  # after so many, ask which one it is: the system may have moved the sound to another

log = logging.getLogger(__name__)


def _silence() -> Pcm:
    return np.zeros((QUIET_START, CHANNELS), np.int16)


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
        self._orders = Orders(hearing, clock)
        self._speaker = Speaker(openers, clock, report)
        self._bank = bank
        self._clock = clock
        self._report = report
        self._sounds: tuple[Timeline, Sounds] | None = None  # of the timeline that was sounded last
        self._thread = threading.Thread(target=self._run, name="playback", daemon=True)
        self._thread.start()

    def follow(self, stretch: Stretch | None) -> None:
        """Sound along this stretch from now on; None is silence."""
        self._orders.follow(stretch)

    def hear(self, hearing: Hearing) -> None:
        """From now on this is what is heard of it: within 0.3 s, without moving or repeating a sound."""
        self._orders.hear(hearing)

    def prepare(self, timeline: Timeline) -> None:
        """Have the words of a timeline ready before it is followed."""
        self._orders.prepare(timeline)

    def choose(self, openers: Sequence[OpenOutput]) -> None:
        """Take the first of these outputs that works from now on; in mid-stretch it takes over, and no cue twice."""
        self._orders.choose(openers)

    def news(self, news: News) -> None:
        """Listen to a player: follow where it leads."""
        if isinstance(news, Followed | Reached):
            self.follow(news.stretch)
        elif isinstance(news, Silenced):
            self.follow(None)

    def close(self) -> None:
        """Silence, and end the thread."""
        self._orders.close()
        self._thread.join(CLOSE_S)

    def _run(self) -> None:
        order = Order()
        self._try_out()
        while not order.closing:
            before, order = order, self._orders.after(order.number)
            try:
                if order.to_prepare is not None:
                    self._sounds_of(order.to_prepare)
                if order.chosen is not None and not order.closing:
                    order = self._change_outputs(order, order.chosen)
                if order.number != before.number:
                    self._perform(order)
            except Exception:
                log.exception("Sound stopped by a fault of the program")
                self._orders.forget()
                self._speaker.fail()
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

    def _change_outputs(self, order: Order, openers: Sequence[OpenOutput]) -> Order:
        """Find the output to take while the old one sounds on; the order says up to which sample that shall go on."""
        if not self._speaker.choose(openers, _silence()):
            return order
        right_until = self._orders.take_over(TAKE_OVER)
        self._speaker.tell_device()
        return replace(order, right_until=right_until)

    def _perform(self, order: Order) -> None:
        """One order, until it is done or there is another. What already sounds as it should is left alone."""
        stretch, right_until = order.stretch, order.right_until
        if right_until is None:
            self._speaker.silence()
        if stretch is None or order.hearing.muted:
            return
        score = score_of_stretch(stretch, self._sounds_of(stretch.timeline, right_until), order.hearing)
        first = stretch.start_ms * SAMPLES_PER_MS - QUIET_START  # a new stream may swallow its first milliseconds
        if right_until is not None:
            seam = seam_before(score, right_until)
            if self._stays(stretch, seam, order.number):  # what sounds until then has to be watched too
                first = seam
            elif not self._orders.stand(order.number):
                return
        tries = 0
        while self._play_from(stretch, score, first, order.number):
            pause = RETRY_S[min(tries, len(RETRY_S) - 1)]
            tries += 1
            if not self._orders.wait(pause, order.number):
                return

    def _sounds_of(self, timeline: Timeline, right_until: int | None = None) -> Sounds:
        if self._sounds is None or self._sounds[0] is not timeline:
            self._sounds = timeline, sounds_of_timeline(timeline, self._bank, self._kept(timeline, right_until))
        return self._sounds[1]

    def _kept(self, timeline: Timeline, right_until: int | None) -> Kept:
        """What the words keep of those before: all that was laid out, if this is the same session with a change."""
        if self._sounds is None or self._sounds[0].workout is not timeline.workout:
            return NOTHING_KEPT
        if right_until is None:
            return Kept(self._sounds[1].untils_ms)
        return Kept(self._sounds[1].untils_ms, right_until - QUIET_START)  # no seam is earlier

    def _play_from(self, stretch: Stretch, score: Score, first: int, number: int) -> bool:
        """Hand over the passages from a sample on; true if sound was lost and is to be tried again."""
        sounds_until = -1
        for passage in passages_of(stretch, score, first):
            if self._seconds_to(stretch, passage.stop) <= 0:
                continue
            pcm = mix(score, passage.first, passage.stop - passage.first)
            if sounds_until == passage.first and self._let_follow(passage, pcm, number):
                sounds_until = passage.stop
                if not self._stays(stretch, passage.stop, number):
                    return self._orders.stand(number)
                continue
            if not (self._wait_until(stretch, passage.first, number) and self._orders.claim(passage.stop, number)):
                return False
            if not self._hand_over(stretch, score, passage, pcm):
                return True
            sounds_until = passage.stop
            if not self._stays(stretch, passage.stop, number):
                return self._orders.stand(number)
        return False

    def _let_follow(self, passage: Passage, pcm: Pcm, number: int) -> bool:
        """Before the last passage is over, let this one follow without a gap, where the output can."""
        if not self._orders.stand(number):
            return False
        played = self._speaker.follow(pcm)
        if played is None:
            return False
        self._orders.claim(passage.stop, number)
        self._report(Handed(played.mono_ns, passage.first / SAMPLES_PER_MS, played.output))
        return True

    def _hand_over(self, stretch: Stretch, score: Score, passage: Passage, pcm: Pcm) -> bool:
        """Give the passage to an output, less what is already past."""
        self._speaker.silence()
        played = self._speaker.play(lambda: left_of(passage, score, pcm, self._late(stretch, passage)))
        if played is None:
            self._orders.forget()
            return False
        self._report(Handed(played.mono_ns, (passage.stop - played.samples) / SAMPLES_PER_MS, played.output))
        self._speaker.tell_device()
        return True

    def _late(self, stretch: Stretch, passage: Passage) -> int:
        return round(stretch.position_ms(self._clock.now_ns()) * SAMPLES_PER_MS) - passage.first

    def _stays(self, stretch: Stretch, until: int, number: int) -> bool:
        """Wait near the end of a passage; false as soon as its device has gone, or there is another job."""
        looks = count(1)
        while self._seconds_to(stretch, until) > 2 * LOOK_S:
            if not self._orders.wait(LOOK_S, number):
                return False
            if not self._speaker.is_playing():
                self._orders.forget()
                self._speaker.lose("the sound device went away")
                return False
            if next(looks) % LOOKS == 0:
                self._speaker.tell_device()
        return True

    def _wait_until(self, stretch: Stretch, sample: int, number: int) -> bool:
        while (left_s := self._seconds_to(stretch, sample)) > 0:
            if not self._orders.wait(left_s, number):
                return False
        return self._orders.stand(number)

    def _seconds_to(self, stretch: Stretch, sample: int) -> float:
        return (sample / SAMPLES_PER_MS - stretch.position_ms(self._clock.now_ns())) / 1000
