"""Sessions as files: what is listed as a table or as JSON, one of them for sports services, and its workout."""

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from tempo_trainer.files import file_name, reason, written_whole
from tempo_trainer.history.records import Session
from tempo_trainer.ui.errands import DeedError, Errands
from tempo_trainer.ui.history.words import counted
from tempo_trainer.ui.strip import Strip
from tempo_trainer.ui.workouts.dialogs import WORKOUT_FILES, ask_where_to_save

TOPIC = "history"
LIST_FILES = {"csv": "Table for spreadsheets (*.csv)", "json": "JSON for programs (*.json)"}
FIT_FILES = {"fit": "FIT, for Garmin Connect and Strava (*.fit)"}


def as_csv(sessions: Sequence[Session]) -> bytes:
    """A row a set."""
    from tempo_trainer.history.export import COLUMNS, rows

    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows(rows(sessions))
    return text.getvalue().encode("utf-8-sig")  # without its mark Excel takes it for another alphabet


def as_json(sessions: Sequence[Session]) -> bytes:
    """The same as `tempo-trainer history --format json` prints."""
    from tempo_trainer.history.export import as_objects

    return (json.dumps(as_objects(sessions), ensure_ascii=False, indent=2) + "\n").encode()


def as_fit(session: Session) -> bytes:
    """An activity file."""
    from tempo_trainer.history.fit import fit_of

    return fit_of(session)


_MAKERS: Mapping[str, Callable[[Sequence[Session]], bytes]] = {".csv": as_csv, ".json": as_json}


class Exporting(QObject):
    """Asks where to, writes away from the window's thread, and says on the strip what has become of it."""

    def __init__(
        self, parent: QWidget, strip: Strip, text_of: Callable[[int], str], tell: Callable[[str, str], None]
    ) -> None:
        super().__init__(parent)
        self._parent, self._strip, self._tell = parent, strip, tell
        self._text_of = text_of
        self._errands = Errands(self)
        self._errands.failed.connect(lambda why: tell(TOPIC, why))

    def ask_for_list(self, sessions: Sequence[Session]) -> None:
        """Where these are to be written, as a table or as JSON."""
        title = f"Export {counted(len(sessions), 'session')}"
        ask_where_to_save(
            self._parent, title, "tempo-trainer-history", LIST_FILES, lambda to: self.write_list(sessions, to)
        )

    def ask_for_fit(self, session: Session) -> None:
        """Where the activity file is to be written."""
        ask_where_to_save(
            self._parent, "Export as FIT file", _stem(session), FIT_FILES, lambda to: self.write_fit(session, to)
        )

    def ask_for_workout(self, session: Session) -> None:
        """Where the workout is to be written."""
        stem = file_name(session.workout)
        ask_where_to_save(
            self._parent, "Save its workout", stem, WORKOUT_FILES, lambda to: self.write_workout(session, to)
        )

    def write_list(self, sessions: Sequence[Session], to: Path) -> None:
        """These sessions, the oldest first; how is told by the name of the file."""
        make = _MAKERS.get(to.suffix.lower())
        if make is None:
            self._tell(TOPIC, "The name of the file ends with .csv or .json: choose one of these.")
            return
        oldest_first = sorted(sessions, key=lambda session: session.id)
        self._write(lambda: make(oldest_first), to)

    def write_fit(self, session: Session, to: Path) -> None:
        """One session for sports services."""
        self._write(lambda: as_fit(session), to)

    def write_workout(self, session: Session, to: Path) -> None:
        """The workout as it was when it was done."""
        self._write(lambda: self._text_of(session.id).encode(), to)

    def _write(self, make: Callable[[], bytes], to: Path) -> None:
        def write() -> None:
            data = make()
            try:
                with written_whole(to) as neighbour:
                    neighbour.write_bytes(data)
            except OSError as error:
                raise DeedError(f"{to.name} could not be written. {reason(error)}") from error

        self._tell(TOPIC, "")
        self._errands.run(write, lambda _: self._written(to))

    def _written(self, to: Path) -> None:
        self._strip.offer(f"The file is {to}", "Open folder", lambda: self._open(to.parent))

    def _open(self, folder: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._tell(TOPIC, f"No file manager was found. The folder is {folder}")


def _stem(session: Session) -> str:
    return f"{session.started_at:%Y-%m-%d}-{file_name(session.workout)}"
