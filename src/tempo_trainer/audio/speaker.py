"""The speaker: the first output that works. When it fails the next is tried; when none works it tells, once."""

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from tempo_trainer.audio.output import OpenOutput, Output, OutputError
from tempo_trainer.audio.pcm import Pcm
from tempo_trainer.audio.reports import Back, Lost, Report
from tempo_trainer.audio.teller import Teller
from tempo_trainer.session.clock import Clock

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Played:
    """What an output took: when, how many samples, and which output."""

    mono_ns: int
    samples: int
    output: str


class Speaker:
    """For use from one thread. What was opened is kept until the end: an output that failed may play again."""

    def __init__(self, openers: Sequence[OpenOutput], clock: Clock, report: Callable[[Report], None]) -> None:
        self._openers = tuple(openers)
        self._opened: dict[OpenOutput, Output] = {}
        self._output: Output | None = None  # the one in use
        self._clock = clock
        self._report = report
        self._lost = False
        self._teller = Teller(report)

    def choose(self, openers: Sequence[OpenOutput], silence: Pcm) -> bool:
        """Use the first of these that plays a silence; whether that is another. What sounds now goes on to sound."""
        self._openers = tuple(openers)
        for output in self._in_order([]):
            if output is self._output:
                return False
            with suppress(OutputError):
                output.play(silence)
                self._keep(output)
                return True
        return False

    def play(self, due: Callable[[], Pcm]) -> Played | None:
        """Give what is due at that moment to the first output that takes it; None if none does."""
        problems: list[str] = []
        for output in self._outputs(problems):
            pcm, mono_ns = due(), self._clock.now_ns()
            try:
                output.play(pcm)
            except OutputError as error:
                problems.append(str(error))
                output.silence()
                continue
            self._keep(output)
            return Played(mono_ns, len(pcm), output.name)
        log.warning("No output takes the sound: %s", "; ".join(problems))
        self.lose(problems[-1] if problems else "there is no sound output")
        return None

    def follow(self, pcm: Pcm) -> Played | None:
        """Let this follow what plays, without a gap; None if the output cannot do that."""
        mono_ns = self._clock.now_ns()
        if self._output is None or not self._output.follow(pcm):
            return None
        return Played(mono_ns, len(pcm), self._output.name)

    def silence(self) -> None:
        """Stop what plays."""
        for output in self._opened.values():
            output.silence()

    def is_playing(self) -> bool:
        """Whether what was played last is still sounding."""
        return self._output is not None and self._output.is_playing()

    def tell_device(self) -> None:
        """Have the output and the device that sound reported, if they are others than before. Returns at once."""
        if self._output is not None:
            self._teller.ask(self._output)

    def lose(self, why: str) -> None:
        """Stop using the output, as it cannot be heard any more."""
        if self._output is not None:
            self._output.silence()
            self._output = None
        if not self._lost:
            self._lost = True
            self._report(Lost(f"No sound: {why}. The session runs on by sight, and sound is tried again."))

    def fail(self) -> None:
        """After a fault of the program: silence, and the same output again when it goes on."""
        self._lost = True
        self._report(Lost("Sound stopped by a fault of the program; the log has the details."))
        with suppress(Exception):
            self.silence()

    def close(self) -> None:
        """Let go of all outputs, but those that hang: they can be neither closed nor thrown away."""
        self._teller.close()
        self._opened = {opener: output for opener, output in self._opened.items() if not output.close()}
        self._output = None

    def _outputs(self, problems: list[str]) -> Iterator[Output]:
        """The output in use, then each other that opens."""
        in_use = self._output
        if in_use is not None:
            yield in_use
        for output in self._in_order(problems):
            if output is not in_use:
                yield output

    def _in_order(self, problems: list[str]) -> Iterator[Output]:
        """Each output that opens."""
        for opener in self._openers:
            try:
                output = self._opened.get(opener) or self._opened.setdefault(opener, opener())
            except OutputError as error:
                problems.append(str(error))
                continue
            yield output

    def _keep(self, output: Output) -> None:
        self._output = output
        if self._lost:
            self._lost = False
            self._report(Back(output.name))
