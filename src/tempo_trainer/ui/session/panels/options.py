"""Sound and picture: volumes, voice, output, colours, motion, and picture against sound."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QGridLayout, QHBoxLayout, QLabel, QPushButton, QSlider, QWidget

from tempo_trainer.session.conductor import Conductor
from tempo_trainer.session.hearing import STEP, Hearing
from tempo_trainer.settings import Settings
from tempo_trainer.ui.calibrator.offset import offset_in_words
from tempo_trainer.ui.session.panels.panel import Panel
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import button, label

_SAYS = {"full": "All", "brief": "Main things", "tones": "Nothing"}
_OUTPUTS = {"auto": "Automatic", "simpleaudio": "simpleaudio", "qt": "Qt Multimedia"}
_THEMES = {"dark": "Dark", "light": "Light", "contrast": "High contrast"}


class OptionsPanel(Panel):
    """Sound goes to the conductor; `changed` emits the settings with what else was chosen."""

    changed = Signal(Settings)
    calibrator_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "Sound and picture", width=620)
        self._conductor: Conductor | None = None
        self._settings = Settings()
        self._quiet = QCheckBox("Sound off")
        self._quiet.toggled.connect(lambda off: self._hear(muted=off))
        self._tones = self._volume("Volume of the tones", lambda value: self._hear(tones=value))
        self._voice = self._volume("Volume of the voice", lambda value: self._hear(voice=value))
        self._says = self._choices("The voice says", _SAYS, lambda name: self._hear(says=name))
        self._outputs = self._choices("Sound output", _OUTPUTS, lambda name: self._set(output=name))
        self._themes = self._choices("Colours", _THEMES, lambda name: self._set(theme=name))
        self._steps = QCheckBox("Steps instead of movement")
        self._steps.toggled.connect(lambda on: self._set(reduce_motion=on))
        self._playing = label("quiet")
        self._offset = label("")
        self._adjust = button("Adjust…")
        self._adjust.setAccessibleName("Adjust picture and sound")
        self._adjust.clicked.connect(self.calibrator_wanted)
        self._arrange()

    def show_for(self, conductor: Conductor, settings: Settings, playing: str, offset_ms: int) -> None:
        """Open with what holds now; `playing` says on what the sound is heard."""
        self._conductor, self._settings = None, settings  # no echo of what is only shown
        hearing = conductor.hearing
        self._quiet.setChecked(hearing.muted)
        self._tones.setValue(hearing.tones)
        self._voice.setValue(hearing.voice)
        for choices, chosen in (
            (self._says, hearing.says),
            (self._outputs, settings.output),
            (self._themes, settings.theme),
        ):
            choices[chosen].setChecked(True)
        self._steps.setChecked(settings.reduce_motion)
        self.tell_playing(playing, offset_ms)
        self._conductor = conductor
        self.open_panel()

    def tell_playing(self, playing: str, offset_ms: int) -> None:
        """On what the sound is heard now, and how the picture stands to it."""
        self._playing.setText(playing or "not heard")
        self._offset.setText(offset_in_words(offset_ms))
        self._adjust.setEnabled(bool(playing))

    def _hear(self, **what: object) -> None:
        if self._conductor:
            hearing: Hearing = replace(self._conductor.hearing, **what)  # type: ignore[arg-type]  # by name
            self._conductor.set_hearing(hearing)

    def _set(self, **what: object) -> None:
        if self._conductor:
            self._settings = self._settings.model_copy(update=what)
            self.changed.emit(self._settings)

    def _arrange(self) -> None:
        rows = QGridLayout()
        rows.setHorizontalSpacing(2 * SPACE)
        rows.setVerticalSpacing(SPACE)
        rows.setColumnStretch(1, 1)
        for row, (name, what) in enumerate(
            (
                ("Tones", self._tones),
                ("Voice", self._voice),
                ("It says", _in_a_row(self._says)),
                ("", self._quiet),
                ("Output", _in_a_row(self._outputs)),
                ("", self._playing),
                ("Picture", self._offset_row()),
                ("Colours", _in_a_row(self._themes)),
                ("Motion", self._steps),
            )
        ):
            rows.addWidget(QLabel(name), row, 0)
            rows.addWidget(what, row, 1)
        self.content.addLayout(rows)

    def _offset_row(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._offset, 1)
        row.addWidget(self._adjust)
        return made

    def _volume(self, name: str, changed: Callable[[int], None]) -> QSlider:
        made = QSlider(Qt.Orientation.Horizontal)
        made.setRange(0, 100)
        made.setSingleStep(STEP)
        made.setPageStep(STEP)
        made.setAccessibleName(name)
        made.valueChanged.connect(changed)
        return made

    def _choices(self, name: str, texts: Mapping[str, str], chosen: Callable[[str], None]) -> Mapping[str, QPushButton]:
        group = QButtonGroup(self)
        made: dict[str, QPushButton] = {}
        for key, text in texts.items():
            choice = button(text, "choice")
            choice.setCheckable(True)
            choice.setAccessibleName(f"{name}: {text}")
            choice.clicked.connect(lambda _=False, it=key: chosen(it))
            group.addButton(choice)
            made[key] = choice
        return made


def _in_a_row(choices: Mapping[str, QPushButton]) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE)
    for choice in choices.values():
        row.addWidget(choice, 1)
    return made
