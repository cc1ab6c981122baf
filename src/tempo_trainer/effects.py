"""Settings that take effect: in the window, in the sound, and in how picture and sound stand to each other."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from tempo_trainer.audio.reports import Playing
from tempo_trainer.settings import KeptSettings, Settings
from tempo_trainer.sound import Sound
from tempo_trainer.ui.calibrator.page import Beats, CalibratorPage
from tempo_trainer.ui.theme import palette, style_sheet
from tempo_trainer.ui.themes import THEMES
from tempo_trainer.ui.window import MainWindow


class Effects(QObject):
    """Listens to the window's wishes; `playing` may be emitted from any thread."""

    playing = Signal(object)

    def __init__(self, window: MainWindow, settings: KeptSettings, sound: Sound) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._sound = sound
        self._playing: Playing | None = None
        self.playing.connect(self._now_playing)
        window.theme_wanted.connect(self._next_theme)
        window.session.opened.connect(self._place_picture)
        window.session.options_wanted.connect(self._show_options)
        window.session.options.changed.connect(self._change)
        window.session.options.calibrator_wanted.connect(self._calibrate)
        self._wear()

    def _show_options(self) -> None:
        self._window.session.show_options(self._settings.now, self._heard_on(), self._offset_ms())

    def _change(self, settings: Settings) -> None:
        before = self._settings.now
        self._settings.change(settings.with_hearing(before.hearing))
        self._wear()
        if settings.output != before.output:
            self._sound.choose(settings.output)

    def _next_theme(self) -> None:
        names = list(THEMES)
        name = names[(names.index(self._settings.now.theme) + 1) % len(names)]
        self._change(self._settings.now.model_copy(update={"theme": name}))

    def _wear(self) -> None:
        now = self._settings.now
        theme = THEMES[now.theme]
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setStyle("Fusion")
            application.setPalette(palette(theme))
            application.setStyleSheet(style_sheet(theme))
        self._window.set_theme(theme)
        self._window.session.stage.steps_only = now.reduce_motion

    def _now_playing(self, playing: Playing) -> None:
        self._playing = playing
        self._window.session.options.tell_playing(self._heard_on())
        self._place_picture()

    def _calibrate(self) -> None:
        """Another page for a while; the session is paused meanwhile."""
        conductor = self._window.session.conductor
        if conductor is None:
            return
        self._window.session.pause()
        metronome, now = self._sound.metronome(), self._settings.now
        beats = Beats(metronome.start, metronome.stop, metronome.position_ms)
        page = CalibratorPage(THEMES[now.theme], self._heard_on(), self._offset_ms(), beats, still=now.reduce_motion)
        page.offset_chosen.connect(self._keep_offset)
        page.left.connect(self._window.show_session)
        page.left.connect(lambda: self._sound.end_metronome(conductor.hearing))
        self._window.show_page(page)

    def _keep_offset(self, offset_ms: int) -> None:
        if self._playing:
            self._settings.change(self._settings.now.with_offset(self._playing.key, offset_ms))
            self._place_picture()

    def _place_picture(self) -> None:
        """The picture waits for the sound of this device."""
        if conductor := self._window.session.conductor:
            conductor.behind_ms = self._offset_ms()

    def _offset_ms(self) -> int:
        return self._settings.now.offsets.get(self._playing.key, 0) if self._playing else 0

    def _heard_on(self) -> str:
        return str(self._playing or "not heard yet")
