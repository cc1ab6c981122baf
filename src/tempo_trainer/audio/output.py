"""What plays PCM: one small interface, and the outputs that exist, best first."""

from collections.abc import Callable, Sequence
from typing import Protocol

from tempo_trainer.audio.pcm import Pcm


class OutputError(Exception):
    """The world's fault: no device, device busy, library missing. The text is for the user."""


class Output(Protocol):
    """A way to the sound card, made once and kept: it may be played again after it failed.

    For use from one thread, but for `device`, which has another one.
    """

    name: str

    def play(self, pcm: Pcm) -> None:
        """Start this now, in one piece, and return; OutputError if it cannot be heard.

        The samples are the output's own from then on: it may change them.
        """
        ...

    def follow(self, pcm: Pcm) -> bool:
        """Play this right after what plays now, without a gap; false if this output cannot, or nothing plays."""
        ...

    def silence(self) -> None:
        """Stop what plays, as soon as the card can: within 250 ms."""
        ...

    def is_playing(self) -> bool:
        """Whether the last passage is still sounding; false too if the device went away."""
        ...

    def device(self) -> str:
        """What the user calls the device that sounds, the same each time; the output's name if nobody knows.

        May take a second.
        """
        ...

    def close(self) -> bool:
        """Let go of the device for good; false if that is not possible now. What plays may ring out."""
        ...


OpenOutput = Callable[[], Output]


def _open_simpleaudio() -> Output:
    from tempo_trainer.audio.simpleaudio_output import SimpleaudioOutput

    return SimpleaudioOutput()


def _open_qt() -> Output:
    try:
        from tempo_trainer.audio.qt_output import QtOutput
    except ImportError as error:
        raise OutputError(f"Qt Multimedia cannot be loaded ({error})") from error
    return QtOutput()


OUTPUTS: dict[str, OpenOutput] = {"simpleaudio": _open_simpleaudio, "qt": _open_qt}


def outputs(chosen: str) -> Sequence[OpenOutput]:
    """The outputs to try, in this order; `auto` prefers simpleaudio."""
    names = sorted(OUTPUTS, key=lambda name: name != chosen)
    return [OUTPUTS[name] for name in (names if chosen in OUTPUTS else OUTPUTS)]
