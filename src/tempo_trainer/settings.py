"""What the user has set, kept as settings.yaml in the user's folder."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Literal, Self

import yaml
from pydantic import Field

from tempo_trainer.background import BackgroundFile
from tempo_trainer.files import written_whole
from tempo_trainer.session.hearing import Hearing
from tempo_trainer.workout.exercise import Strict
from tempo_trainer.workout.loader import load_model
from tempo_trainer.workout.problems import ProblemsError
from tempo_trainer.workout.speech import VoiceLevel

EARLIEST_MS, LATEST_MS = -100, 500


Percent = Annotated[int, Field(ge=0, le=100)]
Offset = Annotated[int, Field(ge=EARLIEST_MS, le=LATEST_MS)]
"""How many milliseconds the picture is shown later than planned, as the sound of the device is heard so late."""


class WindowPlace(Strict):
    """Where the window was when it was closed last; its size is the one to come back to when it was maximised."""

    x: int
    y: int
    width: Annotated[int, Field(ge=1)]
    height: Annotated[int, Field(ge=1)]
    maximised: bool = False


class Settings(Strict):
    """All settings, with their defaults; and what the window remembers by itself."""

    theme: Literal["dark", "light", "contrast"] = "dark"
    reduce_motion: bool = False
    output: Literal["auto", "simpleaudio", "qt"] = "auto"
    tones: Percent = 100
    voice: Percent = 100
    says: VoiceLevel = "full"
    sound_off: bool = False
    count_in: Literal[3, 5, 10] = 3
    keep_awake: bool = True
    offsets: Mapping[str, Offset] = {}
    window: WindowPlace | None = None
    page: Annotated[str, Field(max_length=50)] = ""

    @property
    def hearing(self) -> Hearing:
        """What the runner wants to hear; silence in one session is not the silence of the next."""
        return Hearing(self.tones, self.voice, self.says, muted=self.sound_off)

    @property
    def count_in_ms(self) -> int:
        """How long it is counted before work is taken up again."""
        return self.count_in * 1000

    @property
    def restored(self) -> Self:
        """The defaults, but for what was measured, and what the window remembers by itself."""
        return type(self)(offsets=self.offsets, window=self.window, page=self.page)

    def with_hearing(self, hearing: Hearing) -> Self:
        """These settings with other volumes and another level of the voice."""
        return self.model_copy(update={"tones": hearing.tones, "voice": hearing.voice, "says": hearing.says})

    def with_offset(self, device: str, offset_ms: int) -> Self:
        """These settings with another offset for a device."""
        return self.model_copy(update={"offsets": {**self.offsets, device: offset_ms}})


def load_settings(path: Path) -> tuple[Settings, str]:
    """The settings of a file, or the defaults and a sentence on what is wrong with it."""
    if not path.exists():
        return Settings(), ""
    try:
        return load_model(Settings, path), ""
    except ProblemsError as error:
        return Settings(), f"The settings could not be read, the defaults are used: {error.problems[0]}"


def save_settings(settings: Settings, path: Path) -> None:
    """Write them all; OSError if the disk will not."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with written_whole(path) as neighbour:
        neighbour.write_text(yaml.safe_dump(settings.model_dump(exclude_none=True), sort_keys=False), encoding="utf-8")


class KeptSettings:
    """The settings that hold now. A change is written to disk in the background; `close` waits for it.

    A file that could not be read is not written over: the user may want to mend it.
    """

    def __init__(self, path: Path) -> None:
        self.listeners: list[Callable[[Settings], None]] = []  # told of each change, by whoever made it
        self.now, self.doubt = load_settings(path)
        self.file = BackgroundFile[Settings](path, "settings", lambda settings: save_settings(settings, path))

    def change(self, settings: Settings) -> None:
        """From now on these hold."""
        if settings == self.now:
            return
        self.now = settings
        if not self.doubt:
            self.file.put(settings)
        for listener in self.listeners:
            listener(settings)

    def close(self) -> None:
        """Everything is on disk, but for a disk that hangs."""
        self.file.close()
