"""What is told of the sound: plain values, from the thread of the playback."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Ready:
    """The outputs have been tried; from now on a stretch sounds at once, if there is sound at all."""


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


@dataclass(frozen=True)
class Playing:
    """From now on this output sounds, on this device; the device's name is the user's for it, the same each time."""

    output: str
    device: str

    @property
    def key(self) -> str:
        """What the offset of picture and sound is kept by: the same device is later through the one than the other."""
        return f"{self.device} ({self.output})"

    def __str__(self) -> str:
        """For the user."""
        return f"on {self.device}, through {_NAMES.get(self.output, self.output)}"


_NAMES = {"qt": "Qt Multimedia"}

Report = Ready | Handed | Lost | Back | Playing
