"""One rep heard outside of a session, in the volumes that are set; sound begins with the first that is wanted."""

from functools import cached_property

from tempo_trainer.session.preview import Preview
from tempo_trainer.settings import KeptSettings
from tempo_trainer.sound import Sound
from tempo_trainer.workout.timeline import Timeline


class Rehearsing:
    """For one page; whoever wants to hear a rep hears it, also where sessions are silent: unless `as_set`."""

    def __init__(self, sound: Sound, settings: KeptSettings, *, as_set: bool = False) -> None:
        self._hear = sound.hear if as_set else sound.hear_clearly
        self._sound = sound
        self._settings = settings
        self._begun = False

    def start(self, timeline: Timeline) -> None:
        """From its beginning."""
        self._begun = True
        self._hear(self._settings.now.hearing)
        self._preview.start(timeline)

    def stop(self) -> None:
        """Silence, and as loud as before."""
        if self._begun:
            self._begun = False
            self._preview.stop()
            self._sound.hear(self._settings.now.hearing)

    def position_ms(self) -> float | None:
        """What is heard now, as the picture is to show it; None in silence."""
        position_ms = self._preview.position_ms() if self._begun else None
        return None if position_ms is None else position_ms - self._sound.offset_ms()

    @cached_property
    def _preview(self) -> Preview:
        return self._sound.preview()
