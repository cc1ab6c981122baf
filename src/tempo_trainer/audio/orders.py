"""What a playback is to do: said from any thread, taken up by its own. The latest order is the one that counts."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass

from tempo_trainer.audio.output import OpenOutput
from tempo_trainer.audio.pcm import SAMPLES_PER_MS
from tempo_trainer.session.clock import Clock
from tempo_trainer.session.hearing import EVERYTHING, Hearing
from tempo_trainer.session.stretch import Stretch
from tempo_trainer.workout.timeline import Timeline

SOON = 300 * SAMPLES_PER_MS  # by then another hearing is heard


@dataclass(frozen=True)
class Order:
    """What to sound along, and how; `number` tells it from the others."""

    number: int = 0
    stretch: Stretch | None = None
    hearing: Hearing = EVERYTHING
    right_until: int | None = None  # up to which sample what sounds is as ordered; None: not at all
    to_prepare: Timeline | None = None
    chosen: Sequence[OpenOutput] | None = None  # outputs to take from now on
    closing: bool = False


class Orders:
    """The latest order, and what is known of how far it is carried out."""

    def __init__(self, hearing: Hearing, clock: Clock) -> None:
        self._clock = clock
        self._changed = threading.Condition()
        self._number = 0
        self._stretch: Stretch | None = None
        self._hearing = hearing
        self._right_until: int | None = None
        self._to_prepare: Timeline | None = None
        self._chosen: Sequence[OpenOutput] | None = None
        self._closing = False

    def follow(self, stretch: Stretch | None) -> None:
        """Sound along this stretch."""
        with self._changed:
            if stretch is None or stretch.sound_from_ms == stretch.start_ms:
                self._right_until = None
            elif self._right_until is not None:
                self._right_until = min(self._right_until, stretch.sound_from_ms * SAMPLES_PER_MS)
            self._stretch = stretch
            self._renew()

    def hear(self, hearing: Hearing) -> None:
        """The same with another hearing. The first of many changes in a row says when they are heard."""
        with self._changed:
            if hearing.muted:
                self._right_until = None
            else:
                self.take_over(SOON)
            self._hearing = hearing
            self._renew()

    def choose(self, openers: Sequence[OpenOutput]) -> None:
        """The same by the first of these outputs that works."""
        with self._changed:
            self._chosen = openers
            self._renew()

    def take_over(self, ahead: int) -> int | None:
        """So many samples ahead, what sounds is no more as ordered; up to which sample it is."""
        with self._changed:
            if self._stretch is not None and self._right_until is not None:
                position = round(self._stretch.position_ms(self._clock.now_ns()) * SAMPLES_PER_MS)
                self._right_until = min(self._right_until, position + ahead)
            return self._right_until

    def prepare(self, timeline: Timeline) -> None:
        """As soon as there is nothing else to do."""
        with self._changed:
            self._to_prepare = timeline
            self._changed.notify()

    def close(self) -> None:
        """Silence, and no order after this."""
        with self._changed:
            self._closing = True
            self.follow(None)

    def after(self, number: int) -> Order:
        """Wait for an order after this one, or for something to prepare."""
        with self._changed:
            self._changed.wait_for(lambda: self._number != number or self._to_prepare is not None)
            order = Order(
                number=self._number,
                stretch=self._stretch,
                hearing=self._hearing,
                right_until=self._right_until,
                to_prepare=self._to_prepare,
                chosen=self._chosen,
                closing=self._closing,
            )
            self._to_prepare = self._chosen = None
            return order

    def stand(self, number: int) -> bool:
        """Whether this is still the latest order."""
        return self._number == number

    def wait(self, seconds: float, number: int) -> bool:
        """Wait; false as soon as there is another order."""
        with self._changed:
            return not self._changed.wait_for(lambda: self._number != number, seconds)

    def claim(self, until: int, number: int) -> bool:
        """From now on what sounds is as ordered up to a sample; false if there is another order."""
        with self._changed:
            if self._number == number:
                self._right_until = until
            return self._number == number

    def forget(self) -> None:
        """Nothing of what was ordered sounds any more."""
        with self._changed:
            self._right_until = None

    def _renew(self) -> None:
        self._number += 1
        self._changed.notify()
