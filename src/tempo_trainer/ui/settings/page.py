"""The screen for all settings. Each takes effect at once; there is nothing to confirm."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from tempo_trainer.folders import Folders
from tempo_trainer.session.commands import Command, key_sign
from tempo_trainer.settings import Settings
from tempo_trainer.ui.fields import Row
from tempo_trainer.ui.page import Page
from tempo_trainer.ui.settings.backup import Backup
from tempo_trainer.ui.settings.card import Columns, FolderRow, card
from tempo_trainer.ui.settings.controls import Controls, at_left, below_one_another
from tempo_trainer.ui.settings.restore import Restore
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import button, column, label, scrolled

TWO_COLUMNS_FROM = 960
WIDEST_COLUMN = 800
_MUTE = f"Every session begins without a sound; {key_sign(Command.MUTE)} switches it on."
_TONES = "They lead the movement and count the seconds."
_VOICE = "It tells you what to do next; at 0 % it is silent."
_SAYS = "Main things: sides, counts and what comes next. All: phases and cues too."
_OUTPUT = "Automatic takes the first that works. Try another if the sound stutters."
_OFFSET = "Wireless headphones sound late: the picture can wait for them. Kept for each device."
_COUNT_IN = "Time to get into place before a rep is taken up again, as after a pause."
_AWAKE = "While a session runs, the screen does not go dark."
_COLOURS = "High contrast is for bright rooms and tired eyes."
_MOTION = "Figure and ribbon move once a second instead of smoothly."


@dataclass(frozen=True)
class Trial:
    """Ways to let a rep be heard as the settings are now, and to stop it."""

    start: Callable[[], None]
    stop: Callable[[], None]


class SettingsPage(Page):
    """`now` is asked for what holds; `changed` emits what shall hold from now on."""

    changed = Signal(object)  # Settings
    calibrator_wanted = Signal()
    folder_wanted = Signal(Path)
    restart_wanted = Signal()  # a backup is to be taken up at the next start

    def __init__(self, now: Callable[[], Settings], folders: Folders, trial: Trial) -> None:
        super().__init__()
        self._now = now
        self._folders = folders
        self._trial = trial
        self.controls = Controls(self)
        self.controls.changed.connect(lambda setting, value: self._change(**{setting: value}))
        self.controls.calibrator_wanted.connect(self.calibrator_wanted)
        self._hear = button("Hear a rep")
        self._hear.clicked.connect(trial.start)
        self._restore = Restore()
        self._restore.wanted.connect(lambda: self._take(self._now().restored))
        self.backup = Backup(folders.home)
        self.backup.restart_wanted.connect(self.restart_wanted)
        self.backup.folder_wanted.connect(self.folder_wanted)
        self._arrange()
        self.tell_playing("", 0)
        self.refresh()

    def refresh(self) -> None:
        """Show what holds now, whoever has changed it."""
        now = self._now()
        self.controls.show_settings(now, now.hearing)
        self._hear.setEnabled(not now.sound_off)
        self._restore.allow(now != now.restored)

    def tell_playing(self, playing: str, offset_ms: int) -> None:
        """On what the sound is heard now, and how the picture stands to it."""
        self.controls.tell_playing(playing, offset_ms)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  Qt's name
        """The page is shown."""
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  Qt's name
        """The page is left: in silence, and without a question."""
        self._trial.stop()
        self._restore.take_back()
        self.backup.leave()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Two columns where there is room for them."""
        super().resizeEvent(event)
        two = self.width() >= TWO_COLUMNS_FROM
        self._inside.setMaximumWidth((2 if two else 1) * WIDEST_COLUMN + 3 * SPACE)
        self._columns.be_two(two)

    def _change(self, **what: object) -> None:
        self._take(self._now().model_copy(update=what))

    def _take(self, settings: Settings) -> None:
        self.changed.emit(settings)
        self.refresh()

    def _arrange(self) -> None:
        self._columns = Columns(
            (self._sound_card(), self._picture_card()),
            (self._session_card(), self._looks_card(), self._folders_card(), card("Backup", self.backup)),
        )
        self._inside = QWidget()
        rows = column(self._inside, (0, 0, SPACE, 0), 2 * SPACE)
        rows.addWidget(self._columns)
        rows.addWidget(self._restore)
        rows.addStretch(1)
        page = column(self, (3 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE), 2 * SPACE)
        page.addWidget(label("title", "Settings"))
        scroll = scrolled(self._inside)
        page.addWidget(scroll, 1)
        show_backup = partial(scroll.ensureWidgetVisible, self.backup, 0, 3 * SPACE)
        self.backup.told.connect(lambda: QTimer.singleShot(0, scroll, show_backup))  # when it has its place

    def _sound_card(self) -> QFrame:
        controls = self.controls
        return card(
            "Sound",
            Row("Tones", controls.tones, _TONES),
            Row("Voice", controls.voice, _VOICE),
            Row("The voice says", controls.says, _SAYS),
            Row("Try it", at_left(self._hear), "One rep, as it sounds in a session now."),
            Row("Silence", controls.sound_off, _MUTE),
            Row("Output", below_one_another(controls.output, controls.playing), _OUTPUT),
        )

    def _picture_card(self) -> QFrame:
        return card("Picture and sound", Row("Delay", self.controls.offset, _OFFSET))

    def _session_card(self) -> QFrame:
        count_in, awake = self.controls.count_in, self.controls.keep_awake
        return card("Session", Row("Count-in", count_in, _COUNT_IN), Row("Screen", awake, _AWAKE))

    def _looks_card(self) -> QFrame:
        theme, steps = self.controls.theme, self.controls.steps
        return card("Looks", Row("Colours", theme, _COLOURS), Row("Motion", steps, _MOTION))

    def _folders_card(self) -> QFrame:
        places = (
            ("Your workouts", self._folders.own_workouts, "What is put here appears in the library."),
            ("All that is yours", self._folders.home, "Workouts, presets, settings and what you have done."),
            ("Log", self._folders.log.parent, "What went wrong, to be sent along with a question."),
        )
        return card("Folders", *(self._folder_row(*place) for place in places))

    def _folder_row(self, name: str, path: Path, text: str) -> Row:
        made = FolderRow(f"Open the folder: {name.lower()}", str(path))
        made.open.clicked.connect(lambda: self.folder_wanted.emit(path))
        return Row(name, made, text)
