"""Settings that take effect: in the window, in the sound, and in how picture and sound stand to each other."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from tempo_trainer.audio.reports import Playing
from tempo_trainer.settings import KeptSettings, Settings
from tempo_trainer.sound import Sound
from tempo_trainer.ui.calibrator.page import Beats, CalibratorPage
from tempo_trainer.ui.styles import palette, style_sheet
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
        self._calibrator: CalibratorPage | None = None
        self.playing.connect(self._now_playing)
        window.theme_wanted.connect(self._next_theme)
        window.session.options_wanted.connect(self._show_options)
        window.session.options.changed.connect(self._change)
        window.session.options.calibrator_wanted.connect(self._calibrate)
        self._wear()
        window.session.stage.steps_only = settings.now.reduce_motion

    def _show_options(self) -> None:
        self._window.session.show_options(self._settings.now, self._heard_on(), self._sound.offset_ms())

    def _change(self, settings: Settings) -> None:
        before = self._settings.now
        self._settings.change(settings.with_hearing(before.hearing))
        self._window.session.stage.steps_only = settings.reduce_motion
        if settings.theme != before.theme:
            self._wear()
        if settings.output != before.output:
            self._sound.choose(settings.output)

    def _next_theme(self) -> None:
        names = list(THEMES)
        name = names[(names.index(self._settings.now.theme) + 1) % len(names)]
        self._change(self._settings.now.model_copy(update={"theme": name}))

    def _wear(self) -> None:
        theme = THEMES[self._settings.now.theme]
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setStyle("Fusion")
            application.setPalette(palette(theme))
            application.setStyleSheet(style_sheet(theme))
        self._window.set_theme(theme)

    def _calibrate(self) -> None:
        """Another page for a while; the session is paused meanwhile."""
        if self._window.session.conductor is None:
            return
        self._window.session.pause()
        now = self._settings.now
        page = CalibratorPage(
            THEMES[now.theme], self._heard_on(), self._sound.offset_ms(), self._beats(), still=now.reduce_motion
        )
        page.offset_chosen.connect(self._sound.keep_offset)
        page.left.connect(self._window.show_session)
        self._calibrator = page
        page.destroyed.connect(self._forget_calibrator)
        self._window.show_page(page)

    def _beats(self) -> Beats:
        """They are heard whatever was chosen, and leave no trace of it."""
        metronome = self._sound.metronome()

        def start() -> None:
            if conductor := self._window.session.conductor:
                self._sound.hear_clearly(conductor.hearing)
            metronome.start()

        def stop() -> None:
            metronome.stop()
            if conductor := self._window.session.conductor:
                self._sound.hear(conductor.hearing)

        return Beats(start, stop, metronome.position_ms)

    def _forget_calibrator(self) -> None:
        self._calibrator = None

    def _now_playing(self, _playing: Playing) -> None:
        self._window.session.options.tell_playing(self._heard_on(), self._sound.offset_ms())
        if self._calibrator:
            self._calibrator.show_device(self._heard_on(), self._sound.offset_ms())

    def _heard_on(self) -> str:
        return str(self._sound.heard_on or "")
