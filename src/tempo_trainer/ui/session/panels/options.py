"""Sound and picture: what of the settings a runner may want to change in mid-session."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from tempo_trainer.session.conductor import Conductor
from tempo_trainer.session.hearing import Hearing
from tempo_trainer.settings import Settings
from tempo_trainer.ui.session.panels.panel import Panel
from tempo_trainer.ui.settings.controls import Controls
from tempo_trainer.ui.theme import SPACE

_OF_HEARING: Mapping[str, str] = {"tones": "tones", "voice": "voice", "says": "says", "sound_off": "muted"}
"""Settings that are this session's, by the conductor's names for them."""


class OptionsPanel(Panel):
    """Sound goes to the conductor; `changed` emits the settings with what else was chosen."""

    changed = Signal(Settings)
    calibrator_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "Sound and picture", width=620)
        self._conductor: Conductor | None = None
        self._settings = Settings()
        self._controls = Controls(self)
        self._controls.changed.connect(self._change)
        self._controls.calibrator_wanted.connect(self.calibrator_wanted)
        self._arrange()

    def show_for(self, conductor: Conductor, settings: Settings, playing: str, offset_ms: int) -> None:
        """Open with what holds now; `playing` says on what the sound is heard."""
        self._conductor, self._settings = conductor, settings
        self._controls.show_settings(settings, conductor.hearing)
        self.tell_playing(playing, offset_ms)
        self.open_panel()

    def tell_playing(self, playing: str, offset_ms: int) -> None:
        """On what the sound is heard now, and how the picture stands to it."""
        self._controls.tell_playing(playing, offset_ms)

    def _change(self, setting: str, value: object) -> None:
        if self._conductor is None:
            return
        if setting in _OF_HEARING:
            hearing: Hearing = replace(self._conductor.hearing, **{_OF_HEARING[setting]: value})  # type: ignore[arg-type]  # by name
            self._conductor.set_hearing(hearing)
        else:
            self._settings = self._settings.model_copy(update={setting: value})
            self.changed.emit(self._settings)

    def _arrange(self) -> None:
        rows = QGridLayout()
        rows.setHorizontalSpacing(2 * SPACE)
        rows.setVerticalSpacing(SPACE)
        rows.setColumnStretch(1, 1)
        controls = self._controls
        for row, (name, what) in enumerate(
            (
                ("Tones", controls.tones),
                ("Voice", controls.voice),
                ("It says", controls.says),
                ("", controls.sound_off),
                ("Output", controls.output),
                ("", controls.playing),
                ("Picture", controls.offset),
                ("Colours", controls.theme),
                ("Motion", controls.steps),
                ("Count-in", controls.count_in),
                ("Screen", controls.keep_awake),
            )
        ):
            rows.addWidget(QLabel(name), row, 0)
            rows.addWidget(what, row, 1)
        self.content.addLayout(rows)
