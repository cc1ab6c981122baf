"""How far a restore has come, on disk, so that whatever ends the program the next start can go on with it."""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from tempo_trainer.backup.contents import RESTORING
from tempo_trainer.files import flush_folder, written_whole

Step = Literal["confirmed", "kept", "emptied"]
"""The user wants it; what was there is in a zip; what was there is out of the way."""

_FILE = "state.json"


@dataclass(frozen=True)
class State:
    """The restore that is under way."""

    step: Step
    folder: str  # of what lies ready
    keep: str  # name of the zip of what was there
    made: str  # when the backup was made

    @property
    def aside(self) -> str:
        """Name of the folder in which what was there waits until all is done."""
        return f"old-{self.folder}"


def write_state(home: Path, state: State | None) -> None:
    """It has come so far; with None there is nothing to restore any more."""
    file = home / RESTORING / _FILE
    if state:
        with written_whole(file) as neighbour:
            neighbour.write_text(json.dumps(asdict(state)), encoding="utf-8")
        return
    file.unlink(missing_ok=True)
    flush_folder(file.parent)


def read_state(home: Path) -> State | None:
    """How far it has come; None if nothing is to be restored."""
    with suppress(FileNotFoundError, NotADirectoryError, ValueError, TypeError):
        return State(**json.loads((home / RESTORING / _FILE).read_text(encoding="utf-8")))
    return None
