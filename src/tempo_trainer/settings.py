"""What the user has set, kept as settings.yaml in the user's folder."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Literal, Self

import yaml
from pydantic import Field

from tempo_trainer.background import BackgroundFile
from tempo_trainer.files import ChangedError, save_text, stamp_of
from tempo_trainer.session.hearing import Hearing
from tempo_trainer.workout.exercise import Strict
from tempo_trainer.workout.loader import load_model
from tempo_trainer.workout.problems import ProblemsError
from tempo_trainer.workout.speech import VoiceLevel

EARLIEST_MS, LATEST_MS = -100, 500
TRIES = 3  # somebody else may write at the same moment, but hardly three times

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


def merged(held: Settings, before: Settings, after: Settings) -> Settings:
    """What the file holds, with what has changed between the other two; offsets device by device."""
    fields = type(held).model_fields
    changed = {name: getattr(after, name) for name in fields if getattr(before, name) != getattr(after, name)}
    if "offsets" in changed:
        measured = {key: ms for key, ms in after.offsets.items() if before.offsets.get(key) != ms}
        changed["offsets"] = {**held.offsets, **measured}
    return held.model_copy(update=changed)


def save_settings(settings: Settings, path: Path, before: Settings | None = None) -> None:
    """Write what differs from `before`, or all of it; OSError if the disk will not.

    What another window or an editor has written meanwhile stays.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    for tried in range(1, TRIES + 1):
        stamp = stamp_of(path)  # first: a change in between is then noticed when it is written
        wanted = settings if stamp is None or before is None else merged(_held(path), before, settings)
        text = yaml.safe_dump(wanted.model_dump(exclude_none=True), sort_keys=False)
        try:
            save_text(path, text, stamp, backup=False)
        except ChangedError:
            if tried == TRIES:
                raise
        else:
            return


def _held(path: Path) -> Settings:
    held, doubt = load_settings(path)
    if doubt:
        raise ChangedError(f"another program has changed their file. {doubt}. Mend it, or delete it.")
    return held


class KeptSettings:
    """The settings that hold now. A change is written to disk in the background; `close` waits for it.

    Another window or an editor may change the file too: only what was changed here is written into it.
    A file that could not be read is not written over: the user may want to mend it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.listeners: list[Callable[[Settings], None]] = []  # told of each change, by whoever made it
        self.now, self.doubt = load_settings(path)
        self._written = self.now  # or read; known to the thread that writes
        self.file = BackgroundFile[Settings](path, "settings", self._write)

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

    def _write(self, settings: Settings) -> None:
        save_settings(settings, self._path, self._written)
        self._written = settings
