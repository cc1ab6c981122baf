"""What the runner has set to hear. Plain values: keys, settings and sound all speak of these."""

from dataclasses import dataclass, replace
from typing import Literal

from tempo_trainer.workout.speech import VoiceLevel

LOUDEST = 100
STEP = 10  # percent, with each press of a key

Part = Literal["tones", "voice"]

_NEXT_LEVEL: dict[VoiceLevel, VoiceLevel] = {"full": "brief", "brief": "tones", "tones": "full"}


@dataclass(frozen=True)
class Hearing:
    """How loud tones and voice are (percent, 0 to 100), and what of the sound there is at all."""

    tones: int = LOUDEST
    voice: int = LOUDEST
    says: VoiceLevel = "full"
    muted: bool = False
    ticks: bool = True


EVERYTHING = Hearing()


def louder(hearing: Hearing, part: Part, by: int = STEP) -> Hearing:
    """One step up; a negative one is a step down. It stays between silence and the loudest."""
    percent = min(LOUDEST, max(0, getattr(hearing, part) + by))
    return replace(hearing, tones=percent) if part == "tones" else replace(hearing, voice=percent)


def quieter(hearing: Hearing, part: Part) -> Hearing:
    """One step down."""
    return louder(hearing, part, -STEP)


def level_changed(hearing: Hearing) -> Hearing:
    """The next voice level: full, brief, tones only, and round again."""
    return replace(hearing, says=_NEXT_LEVEL[hearing.says])


def mute_toggled(hearing: Hearing) -> Hearing:
    """All silent, or as it was before."""
    return replace(hearing, muted=not hearing.muted)


def at_least(hearing: Hearing, percent: int = 50) -> Hearing:
    """As loud as it is set, but with tones that can be heard: what is to be measured by ear must not be silent."""
    return replace(hearing, tones=max(hearing.tones, percent), muted=False)
