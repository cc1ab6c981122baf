"""Settings that take effect: in the window, in the sound, and in how picture and sound stand to each other."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from tempo_trainer.audio.reports import Playing
from tempo_trainer.session.hearing import Hearing
from tempo_trainer.settings import KeptSettings, Settings
from tempo_trainer.sound import Sound
from tempo_trainer.ui.calibrator.page import Beats, CalibratorPage
from tempo_trainer.ui.styles import palette, style_sheet
from tempo_trainer.ui.themes import THEMES
from tempo_trainer.ui.window import MainWindow


class Effects(QObject):
    """Wishes go to the settings, and whatever has changed there takes effect; `playing` comes from any thread."""

    playing = Signal(object)
    playing_told = Signal(str, int)  # on what the sound is heard, and how much later the picture is shown

    def __init__(self, window: MainWindow, settings: KeptSettings, sound: Sound) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._sound = sound
        self._before = settings.now
        self._calibrator: CalibratorPage | None = None
        self.playing.connect(self._now_playing)
        window.session.options_wanted.connect(self._show_options)
        window.session.options.changed.connect(lambda new: settings.change(new.with_hearing(settings.now.hearing)))
        window.session.options.calibrator_wanted.connect(self.calibrate)
        self._wear(settings.now)
        window.set_steps_only(steps_only=settings.now.reduce_motion)
        settings.listeners.append(self._take_effect)
        window.closed.connect(self._remember_window)

    def next_theme(self) -> None:
        """Dark, light, high contrast, and dark again."""
        names = list(THEMES)
        name = names[(names.index(self._settings.now.theme) + 1) % len(names)]
        self._settings.change(self._settings.now.model_copy(update={"theme": name}))

    def _remember_window(self) -> None:
        """Where it was, and what it showed."""
        window = self._window
        kept = {"window": window.placed(), "page": window.place.value}
        self._settings.change(self._settings.now.model_copy(update=kept))

    def _show_options(self) -> None:
        self._window.session.show_options(self._settings.now, self.heard_on(), self._sound.offset_ms())

    def _take_effect(self, now: Settings) -> None:
        before, self._before = self._before, now
        self._window.set_steps_only(steps_only=now.reduce_motion)
        if now.theme != before.theme:
            self._wear(now)
        if now.output != before.output:
            self._sound.choose(now.output)
        if now.hearing != before.hearing:
            self._hear(now)
        if now.offsets != before.offsets:
            self.playing_told.emit(self.heard_on(), self._sound.offset_ms())

    def _hear(self, now: Settings) -> None:
        """In the session that is open too, but for its own silence."""
        conductor = self._window.session.conductor
        if conductor is None:
            self._sound.hear_if_begun(now.hearing)
        elif (wanted := replace(now.hearing, muted=conductor.hearing.muted)) != conductor.hearing:
            conductor.set_hearing(wanted)

    def _wear(self, now: Settings) -> None:
        theme = THEMES[now.theme]
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setStyle("Fusion")
            application.setPalette(palette(theme))
            application.setStyleSheet(style_sheet(theme))
        self._window.set_theme(theme)

    def calibrate(self) -> None:
        """Another page for a while; a session is paused meanwhile."""
        self._window.session.pause()
        now = self._settings.now
        page = CalibratorPage(
            THEMES[now.theme], self.heard_on(), self._sound.offset_ms(), self._beats(), still=now.reduce_motion
        )
        page.offset_chosen.connect(self._sound.keep_offset)
        page.left.connect(self._window.show_back)
        self._calibrator = page
        page.destroyed.connect(self._forget_calibrator)
        self._window.show_page(page)

    def heard_on(self) -> str:
        """On which output and device the sound is heard."""
        return str(self._sound.heard_on or "")

    def _beats(self) -> Beats:
        """They are heard whatever was chosen, and leave no trace of it."""
        metronome = self._sound.metronome()

        def start() -> None:
            self._sound.hear_clearly(self._hearing())
            metronome.start()

        def stop() -> None:
            metronome.stop()
            self._sound.hear(self._hearing())

        return Beats(start, stop, metronome.position_ms)

    def _hearing(self) -> Hearing:
        """What is heard in the session that is open, or would be in the next."""
        conductor = self._window.session.conductor
        return conductor.hearing if conductor else self._settings.now.hearing

    def _forget_calibrator(self) -> None:
        self._calibrator = None

    def _now_playing(self, _playing: Playing) -> None:
        told = self.heard_on(), self._sound.offset_ms()
        self._window.session.options.tell_playing(*told)
        self.playing_told.emit(*told)
        if self._calibrator:
            self._calibrator.show_device(*told)
