"""The controls of the settings; the settings' screen and the session's panel lay them out, each in its own way."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from tempo_trainer.session.hearing import LOUDEST, STEP, Hearing
from tempo_trainer.settings import Settings
from tempo_trainer.ui.calibrator.offset import offset_in_words
from tempo_trainer.ui.fields import Choices, checkbox, slider
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import button, column, label

_SAYS = {"full": "All", "brief": "Main things", "tones": "Nothing"}
_OUTPUTS = {"auto": "Automatic", "simpleaudio": "simpleaudio", "qt": "Qt Multimedia"}
_THEMES = {"dark": "Dark", "light": "Light", "contrast": "High contrast"}
_COUNT_INS = {"3": "3 s", "5": "5 s", "10": "10 s"}


class Controls(QObject):
    """`changed` tells the name of a setting and its new value when the user, not the program, changes it."""

    changed = Signal(str, object)
    calibrator_wanted = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.tones = self._volume("tones", "Volume of the tones")
        self.voice = self._volume("voice", "Volume of the voice")
        self.says = self._choices("says", "The voice says", _SAYS)
        self.sound_off = self._check("sound_off", "Sound off")
        self.output = self._choices("output", "Sound output", _OUTPUTS)
        self.playing = label()
        self.offset = OffsetRow()
        self.offset.adjust.clicked.connect(self.calibrator_wanted)
        self.count_in = Choices("Count-in", _COUNT_INS)
        self.count_in.picked.connect(lambda key: self.changed.emit("count_in", int(key)))
        self.keep_awake = self._check("keep_awake", "Keep it awake")
        self.theme = self._choices("theme", "Colours", _THEMES)
        self.steps = self._check("reduce_motion", "Steps instead of movement")

    def show_settings(self, settings: Settings, hearing: Hearing) -> None:
        """What holds now; `hearing` is that of the session, where there is one. Without telling."""
        self.tones.set_percent(hearing.tones)
        self.voice.set_percent(hearing.voice)
        for choices, chosen in (
            (self.says, hearing.says),
            (self.output, settings.output),
            (self.count_in, str(settings.count_in)),
            (self.theme, settings.theme),
        ):
            choices.choose(chosen)
        for box, on in (
            (self.sound_off, hearing.muted),
            (self.keep_awake, settings.keep_awake),
            (self.steps, settings.reduce_motion),
        ):
            box.blockSignals(True)
            box.setChecked(on)
            box.blockSignals(False)

    def tell_playing(self, playing: str, offset_ms: int) -> None:
        """On what the sound is heard now (nothing: it is not known), and how the picture stands to it."""
        self.playing.setText(f"Heard {playing}" if playing else "Nothing has been heard yet.")
        self.offset.show_offset(offset_ms, is_heard=bool(playing))

    def _volume(self, setting: str, name: str) -> "Volume":
        made = Volume(name)
        made.slider.valueChanged.connect(lambda percent: self.changed.emit(setting, percent))
        return made

    def _choices(self, setting: str, name: str, texts: Mapping[str, str]) -> Choices:
        made = Choices(name, texts)
        made.picked.connect(lambda key: self.changed.emit(setting, key))
        return made

    def _check(self, setting: str, text: str) -> QCheckBox:
        made = checkbox(text)
        made.toggled.connect(lambda on: self.changed.emit(setting, on))
        return made


class Volume(QWidget):
    """A slider, and the percent beside it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.slider = slider(name, 0, LOUDEST, STEP)
        self.slider.valueChanged.connect(self._show)
        self._percent = QLabel()
        self._percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._percent.setFixedWidth(7 * SPACE)
        self.setFocusProxy(self.slider)
        row = _row(self)
        row.addWidget(self.slider, 1)
        row.addWidget(self._percent)
        self._show(0)

    def set_percent(self, percent: int) -> None:
        """Show another volume, without telling."""
        self.slider.blockSignals(True)
        self.slider.setValue(percent)
        self.slider.blockSignals(False)
        self._show(percent)

    def _show(self, percent: int) -> None:
        self._percent.setText(f"{percent} %")


class OffsetRow(QWidget):
    """How the picture stands to the sound, and the way to the calibrator."""

    def __init__(self) -> None:
        super().__init__()
        self._words = label()
        self.adjust = button("Adjust…")
        self.adjust.setAccessibleName("Adjust picture and sound")
        row = _row(self)
        row.addWidget(self._words, 1)
        row.addWidget(self.adjust)

    def show_offset(self, offset_ms: int, *, is_heard: bool) -> None:
        """Without sound there is nothing to set the picture against."""
        self._words.setText(offset_in_words(offset_ms) if is_heard else "Let something be heard first.")
        self.adjust.setEnabled(is_heard)


def below_one_another(*widgets: QWidget) -> QWidget:
    """Several controls as one."""
    made = QWidget()
    rows = column(made, spacing=SPACE // 2)
    for widget in widgets:
        rows.addWidget(widget)
    made.setFocusProxy(widgets[0])
    return made


def at_left(control: QWidget) -> QWidget:
    """A control that stays as narrow as it is."""
    made = QWidget()
    row = _row(made)
    row.addWidget(control)
    row.addStretch(1)
    made.setFocusProxy(control)
    return made


def _row(parent: QWidget) -> QHBoxLayout:
    made = QHBoxLayout(parent)
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(SPACE)
    return made
