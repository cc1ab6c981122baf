"""All that is the user's as one zip, and back. It asks in its place, and tells how far it is and how it went."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from tempo_trainer.backup import Staged, back_up, confirm, discard, staged
from tempo_trainer.ui.errands import Errands, words
from tempo_trainer.ui.fields import Row
from tempo_trainer.ui.question import Question
from tempo_trainer.ui.settings.controls import at_left
from tempo_trainer.ui.strip import Strip
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import button, column
from tempo_trainer.ui.workouts.dialogs import ask_for_file, ask_where_to_save

CLOSE_S = 2.0
ZIPS = {"zip": "Backups (*.zip)"}
_BACK_UP = "Workouts, presets, settings and history, in one file."
_RESTORE = "What is there now is kept, as a zip beside it."
_SURE = (
    "Restore the backup of {made:%Y-%m-%d %H:%M} with {what}? It takes the place of all that is yours now, which is"
    " kept as a zip in the same folder. Tempo Trainer starts again for that."
)

Outcome = TypeVar("Outcome")


class CalledOffError(Exception):
    """The user does not want it any more."""


class Backup(QWidget):
    """`restart_wanted`: a backup lies ready to be taken up at the next start; `told`: there is something to read."""

    restart_wanted = Signal()
    told = Signal()
    folder_wanted = Signal(Path)
    _progress = Signal(int)

    def __init__(self, home: Path) -> None:
        super().__init__()
        self._home = home
        self._errands = Errands(self)
        self._off, self._idle = Event(), Event()
        self._idle.set()
        self._share = -1
        self._focused: QPushButton | None = None  # before the work began
        self.save, self.restore = button("Back up…"), button("Restore…")
        self.save.clicked.connect(self._ask_where_to)
        self.restore.clicked.connect(self._ask_what)
        self.question, self.strip = Question(self), Strip()
        self._progress.connect(self.strip.progress)
        rows = column(self, spacing=2 * SPACE)
        rows.addWidget(Row("Keep a copy", at_left(self.save), _BACK_UP))
        rows.addWidget(Row("Go back to a copy", at_left(self.restore), _RESTORE))
        rows.addWidget(self.question)
        rows.addWidget(self.strip)
        if application := QCoreApplication.instance():
            application.aboutToQuit.connect(self.close_backup)

    def back_up_to(self, out: Path) -> None:
        """Write the backup."""
        home = self._home
        self._work(
            f"Writing {out.name}",
            lambda: back_up(home, out, self._tell),
            lambda _: self._say_written(out),
        )

    def restore_from(self, zip_file: Path) -> None:
        """Look it through, then ask."""
        home = self._home
        self._work(f"Looking through {zip_file.name}", lambda: staged(zip_file, home, self._tell), self._ask)

    def leave(self) -> None:
        """What was asked is not asked any more; what goes on goes on."""
        if self.question.text:
            self._not_now()

    def close_backup(self) -> None:
        """Stop, and wait until nothing is left of it."""
        self._off.set()
        self._idle.wait(CLOSE_S)

    def _work(self, text: str, do: Callable[[], Outcome], done: Callable[[Outcome], None]) -> None:
        self.leave()
        self._off.clear()
        self._idle.clear()
        self._enable(on=False)
        self.strip.follow(text, self._off.set)
        self.told.emit()
        self._errands.run(lambda: self._unless_called_off(do), lambda end: self._end(end, done), self._fail)

    def _unless_called_off(self, do: Callable[[], Outcome]) -> tuple[Outcome] | None:
        """In the thread."""
        try:
            return (do(),)
        except CalledOffError:
            return None
        finally:
            self._idle.set()

    def _tell(self, share: int) -> None:
        """In the thread: how far it is."""
        if self._off.is_set():
            raise CalledOffError
        if share != self._share:
            self._share = share
            self._progress.emit(share)

    def _end(self, outcome: tuple[Outcome] | None, done: Callable[[Outcome], None]) -> None:
        self._enable(on=True)
        self.strip.hide()
        if outcome:
            done(outcome[0])

    def _fail(self, error: Exception) -> None:
        self._enable(on=True)
        self.strip.offer(words(error))
        self.told.emit()

    def _enable(self, *, on: bool) -> None:
        """A button that is switched off passes the focus on; it comes back, so that the next key is not another's."""
        buttons = (self.save, self.restore)
        if not on:
            self._focused = next((made for made in buttons if made.hasFocus()), None)
        for made in buttons:
            made.setEnabled(on)
        if on and self._focused:
            self._focused.setFocus()

    def _say_written(self, out: Path) -> None:
        self.strip.offer(f"The backup is {out}", "Open folder", partial(self.folder_wanted.emit, out.parent))
        self.told.emit()

    def _ask(self, backup: Staged) -> None:
        workouts = "1 workout" if backup.workouts == 1 else f"{backup.workouts or 'no'} workouts"
        what = f"{workouts} and {'the' if backup.has_history else 'no'} history"
        answers = (("Restore and start again", partial(self._confirm, backup)), ("Not now", self._not_now))
        self.question.ask(_SURE.format(made=backup.made, what=what), answers, called_for=self.isVisible())
        self.told.emit()

    def _confirm(self, backup: Staged) -> None:
        home = self._home
        self._errands.run(lambda: confirm(backup, home), lambda _: self.restart_wanted.emit(), self._fail)

    def _not_now(self) -> None:
        self.question.close_question()
        self.restore.setFocus()
        home = self._home
        self._errands.run(lambda: discard(home), lambda _: None)

    def _ask_where_to(self) -> None:
        stem = f"Tempo Trainer {datetime.now():%Y-%m-%d}"  # noqa: DTZ005  the day of who lives here
        ask_where_to_save(self, "Back up", stem, ZIPS, self.back_up_to)

    def _ask_what(self) -> None:
        ask_for_file(self, "Restore a backup", self.restore_from, ZIPS)
