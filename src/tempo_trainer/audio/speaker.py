"""The speaker: the first output that works. When it fails the next is tried; when none works it tells, once."""

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from tempo_trainer.audio.output import OpenOutput, Output, OutputError
from tempo_trainer.audio.pcm import Pcm
from tempo_trainer.audio.reports import Back, Lost, Report
from tempo_trainer.session.clock import Clock

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Played:
    """What an output took: when, how many samples, and which output."""

    mono_ns: int
    samples: int
    output: str


class Speaker:
    """For use from one thread."""

    def __init__(self, openers: Sequence[OpenOutput], clock: Clock, report: Callable[[Report], None]) -> None:
        self._openers = list(openers)
        self._opener: OpenOutput | None = None  # of the output that was opened last
        self._clock = clock
        self._report = report
        self._output: Output | None = None
        self._lost = False
        self._hanging: list[Output] = []  # what cannot be closed must not be thrown away either

    def play(self, due: Callable[[], Pcm]) -> Played | None:
        """Give what is due at that moment to the first output that takes it; None if none does."""
        problems: list[str] = []
        for output in self._outputs(problems):
            pcm, mono_ns = due(), self._clock.now_ns()
            try:
                output.play(pcm)
            except OutputError as error:
                problems.append(str(error))
                self._give_up(output)
                continue
            self._keep(output)
            return Played(mono_ns, len(pcm), output.name)
        log.warning("No output takes the sound: %s", "; ".join(problems))
        self.lose(problems[-1] if problems else "there is no sound output")
        return None

    def silence(self) -> None:
        """Stop what plays."""
        if self._output is not None:
            self._output.silence()

    def is_playing(self) -> bool:
        """Whether what was played last is still sounding."""
        return self._output is not None and self._output.is_playing()

    def lose(self, why: str) -> None:
        """Let go of the output, as it cannot be heard any more."""
        self._retire()
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
        """Let go of the output."""
        if self._output is not None:
            self._close(self._output)
            self._output = None

    def _outputs(self, problems: list[str]) -> Iterator[Output]:
        """The output in use, then each other that opens."""
        if self._output is not None:
            yield self._output
        for open_output in tuple(self._openers):
            try:
                output = open_output()
                self._opener = open_output
                yield output
            except OutputError as error:
                problems.append(str(error))

    def _keep(self, output: Output) -> None:
        if output is not self._output:
            self.close()
        self._output = output
        if self._lost:
            self._lost = False
            self._report(Back(output.name))

    def _give_up(self, output: Output) -> None:
        if output is self._output:
            self._retire()
        else:
            self._close(output)

    def _retire(self) -> None:
        """Let go of the output in use after it failed; one that cannot come back is not tried again."""
        output, opener = self._output, self._opener
        self.close()
        if output and not output.recovers and opener in self._openers:
            self._openers.remove(opener)

    def _close(self, output: Output) -> None:
        if not output.close():
            self._hanging.append(output)
