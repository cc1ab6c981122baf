"""Playback: follows stretches by ear. A thread of its own mixes passages ahead and hands each over when it is due.

The thread only waits, mixes and hands over; no sound is triggered by it, so being late never moves a cue: what is
late is dropped from the silence with which a passage begins.
"""

import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tempo_trainer.audio.bank import SAMPLES_PER_MS, Bank, Pcm
from tempo_trainer.audio.output import OpenOutput, Output, OutputError
from tempo_trainer.audio.passages import Passage
from tempo_trainer.audio.score import Score, mix
from tempo_trainer.audio.sounding import passages_of, score_of_stretch
from tempo_trainer.session.clock import Clock
from tempo_trainer.session.news import Followed, News, Silenced
from tempo_trainer.session.stretch import Stretch

TOLERATED = 30 * SAMPLES_PER_MS  # so little late, a passage that begins with a sound is played from its first sample
RETRY_S = (0.5, 1.0, 2.0, 5.0)  # how long to wait before sound is tried again; the last one from then on
LOOK_S = 0.5  # how often to see whether the device is still there

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Handed:
    """A passage was handed to the sound card."""

    mono_ns: int
    position_ms: float  # of its first sample
    output: str


@dataclass(frozen=True)
class Lost:
    """There is no sound; `why` is a sentence."""

    why: str


@dataclass(frozen=True)
class Back:
    """There is sound again."""

    output: str


Report = Handed | Lost | Back


class Playback:
    """Give it stretches to follow, from any thread; reports come from its own thread."""

    def __init__(
        self, openers: Sequence[OpenOutput], bank: Bank, clock: Clock, report: Callable[[Report], None]
    ) -> None:
        self._openers = openers
        self._bank = bank
        self._clock = clock
        self._report = report
        self._output: Output | None = None
        self._lost = False
        self._changed = threading.Condition()
        self._job: Stretch | None = None
        self._number = 0  # of the job; a new number tells the thread to leave what it does
        self._closing = False
        self._thread = threading.Thread(target=self._run, name="playback", daemon=True)
        self._thread.start()

    def follow(self, stretch: Stretch | None) -> None:
        """Sound along this stretch from now on; None is silence."""
        with self._changed:
            self._job = stretch
            self._number += 1
            self._changed.notify()

    def news(self, news: News) -> None:
        """Listen to a player: follow where it leads."""
        if isinstance(news, Followed):
            self.follow(news.stretch)
        elif isinstance(news, Silenced):
            self.follow(None)

    def close(self) -> None:
        """Silence, and end the thread."""
        with self._changed:
            self._job, self._closing = None, True
            self._number += 1
            self._changed.notify()
        self._thread.join()

    def _run(self) -> None:
        number = 0
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._number != number)  # noqa: B023  read at once
                number, job = self._number, self._job
            try:
                self._perform(job, number)
            except Exception:
                log.exception("Sound stopped by a fault of the program")
                self._report(Lost("Sound stopped by a fault of the program; the log has the details."))
            if self._closing:
                break
        if self._output is not None:
            self._output.close()

    def _perform(self, stretch: Stretch | None, number: int) -> None:
        """One job, until it is done or there is another."""
        if stretch is None or stretch.sound_from_ms == stretch.start_ms:
            self._silence()
        if stretch is None:
            return
        score = score_of_stretch(stretch, self._bank)
        from_ms: float = stretch.sound_from_ms
        tries = 0
        while self._play_from(stretch, score, round(from_ms * SAMPLES_PER_MS), number):
            pause = RETRY_S[min(tries, len(RETRY_S) - 1)]
            tries += 1
            if not self._wait(pause, number):
                return
            from_ms = stretch.position_ms(self._clock.now_ns())

    def _play_from(self, stretch: Stretch, score: Score, first: int, number: int) -> bool:
        """Hand over the passages from a sample on; true if sound was lost and is to be tried again."""
        for passage in passages_of(stretch, score, first):
            pcm = mix(score, passage.first, passage.stop - passage.first)
            if not self._wait_until(stretch, passage.first, number):
                return False
            if not self._hand_over(stretch, passage, pcm):
                return True
            if not self._stays(stretch, passage.stop, number):
                return self._number == number
        return False

    def _hand_over(self, stretch: Stretch, passage: Passage, pcm: Pcm) -> bool:
        """Give the passage to the first output that takes it, less what is already past."""
        self._silence()
        problems: list[str] = []
        for output in self._outputs(problems):
            late = round(stretch.position_ms(self._clock.now_ns()) * SAMPLES_PER_MS) - passage.first
            dropped = max(0, late if late <= passage.quiet or late > passage.quiet + TOLERATED else passage.quiet)
            try:
                mono_ns = self._clock.now_ns()
                output.play(pcm[dropped:])
            except OutputError as error:
                problems.append(f"{output.name}: {error}")
                continue
            self._keep(output)
            self._report(Handed(mono_ns, (passage.first + dropped) / SAMPLES_PER_MS, output.name))
            return True
        self._lose("; ".join(problems))
        return False

    def _outputs(self, problems: list[str]) -> Iterator[Output]:
        """The output in use, then each other that opens."""
        if self._output is not None:
            yield self._output
        for open_output in self._openers:
            try:
                yield open_output()
            except OutputError as error:
                problems.append(str(error))

    def _keep(self, output: Output) -> None:
        if self._output not in {None, output}:
            self._close_output()
        self._output = output
        if self._lost:
            self._lost = False
            self._report(Back(output.name))

    def _lose(self, why: str) -> None:
        self._close_output()
        if not self._lost:
            self._lost = True
            log.warning("No sound: %s", why)
            self._report(Lost(f"No sound ({why}). The session runs on by sight; sound is tried again."))

    def _close_output(self) -> None:
        if self._output is not None:
            self._output.close()
            self._output = None

    def _silence(self) -> None:
        if self._output is not None:
            self._output.silence()

    def _stays(self, stretch: Stretch, until: int, number: int) -> bool:
        """Wait near the end of a passage; false as soon as its device has gone, or there is another job."""
        while self._seconds_to(stretch, until) > 2 * LOOK_S:
            if not self._wait(LOOK_S, number):
                return False
            if self._output is None or not self._output.is_playing():
                self._lose("the sound device went away")
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
