"""Settings that take effect, in a real window: colours, motion, output, and the picture that waits for its device."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QSlider
from pytestqt.qtbot import QtBot

from helpers.clock import FakeClock
from helpers.plans import SQUAT, plan
from helpers.windows import window_of
from tempo_trainer.audio.reports import Playing
from tempo_trainer.effects import Effects
from tempo_trainer.folders import Folders
from tempo_trainer.session.commands import Command
from tempo_trainer.session.states import State
from tempo_trainer.settings import KeptSettings, Settings, load_settings
from tempo_trainer.sound import Sound
from tempo_trainer.ui.calibrator.page import CalibratorPage
from tempo_trainer.ui.window import MainWindow
from tempo_trainer.workout.model import Names


class Heard(Sound):
    """Without a sound card: it only notes what is chosen."""

    chosen: tuple[str, ...] = ()

    def choose(self, output: str) -> None:
        """Note it."""
        self.chosen = (*self.chosen, output)


@dataclass
class Wired:
    """A window and what was wired to it."""

    window: MainWindow
    settings: KeptSettings
    sound: Heard
    effects: Effects


@pytest.fixture
def wired(qtbot: QtBot, folders: Folders, names: Names, clock: FakeClock) -> Iterator[Wired]:
    settings = KeptSettings(folders.settings)
    sound = Heard(settings, folders, lambda: names, clock)
    window = window_of(lambda timeline: sound.new_session(timeline, lambda _news: None))
    qtbot.addWidget(window)
    effects = Effects(window, settings, sound)
    window.show()
    yield Wired(window, settings, sound, effects)
    sound.close()
    settings.close()


def _sound_from(wired: Wired, device: str) -> None:
    """As the playback tells it."""
    wired.sound.heard_on = Playing("qt", device)
    wired.effects.playing.emit(wired.sound.heard_on)


def _choose(wired: Wired, text: str) -> None:
    wired.window.session.do(Command.OPTIONS)
    panel = wired.window.session.options
    next(button for button in panel.findChildren(QPushButton) if button.text() == text).click()


def test_another_theme_is_worn_and_kept(wired: Wired, folders: Folders) -> None:
    wired.window.open_session(plan(SQUAT))
    _choose(wired, "Light")
    assert wired.settings.now.theme == "light"
    wired.settings.close()
    assert load_settings(folders.settings)[0] == Settings(theme="light")


def test_the_librarys_button_goes_through_all_themes(wired: Wired) -> None:
    seen = []
    for _ in range(3):
        wired.effects.next_theme()
        seen.append(wired.settings.now.theme)
    assert seen == ["light", "contrast", "dark"]


def test_another_output_is_taken_at_once(wired: Wired) -> None:
    wired.window.open_session(plan(SQUAT))
    _choose(wired, "Qt Multimedia")
    _choose(wired, "Light")
    assert wired.sound.chosen == ("qt",)


def test_the_picture_waits_for_the_device_that_sounds(wired: Wired) -> None:
    wired.settings.change(Settings(offsets={"Earphones (qt)": 180}))
    wired.window.open_session(plan(SQUAT))
    conductor = wired.window.session.conductor
    assert conductor
    waits = []
    for device in ("Loudspeaker", "Earphones", "Loudspeaker"):
        _sound_from(wired, device)
        waits.append(conductor.behind_ms())
    assert waits == [0, 180, 0]


def test_a_new_session_waits_as_well(wired: Wired) -> None:
    wired.settings.change(Settings(offsets={"Earphones (qt)": 180}))
    _sound_from(wired, "Earphones")
    wired.window.open_session(plan(SQUAT))
    conductor = wired.window.session.conductor
    assert conductor
    assert conductor.behind_ms() == 180


def test_volumes_are_kept(wired: Wired, folders: Folders) -> None:
    wired.window.open_session(plan(SQUAT))
    wired.window.session.do(Command.TONES_QUIETER)
    wired.window.session.do(Command.VOICE)
    wired.window.session.do(Command.MUTE)
    wired.settings.close()
    assert load_settings(Path(folders.settings))[0] == Settings(tones=90, says="brief")


def test_a_theme_chosen_after_a_volume_does_not_lose_it(wired: Wired) -> None:
    wired.window.open_session(plan(SQUAT))
    wired.window.session.do(Command.OPTIONS)
    wired.window.session.options.findChildren(QPushButton)  # open: it holds the settings of before
    conductor = wired.window.session.conductor
    assert conductor
    conductor.do(Command.TONES_QUIETER)
    _choose(wired, "Light")
    assert (wired.settings.now.theme, wired.settings.now.tones) == ("light", 90)


def test_reduced_motion_takes_effect_at_once(wired: Wired) -> None:
    wired.window.open_session(plan(SQUAT))
    wired.window.session.do(Command.OPTIONS)
    wired.window.session.options.changed.emit(Settings(reduce_motion=True))
    assert wired.window.session.stage.steps_only


def test_the_calibrator_keeps_an_offset_for_this_device_and_gives_the_session_back(wired: Wired) -> None:
    _sound_from(wired, "Earphones")
    wired.window.open_session(plan(SQUAT))
    wired.window.session.do(Command.GO_OR_PAUSE)
    wired.window.session.do(Command.MUTE)
    wired.window.session.options.calibrator_wanted.emit()
    (page,) = wired.window.findChildren(CalibratorPage)
    assert page.isVisible()
    conductor = wired.window.session.conductor
    assert conductor
    assert conductor.player.state is State.PAUSED
    page.findChildren(QSlider)[0].setValue(15)  # steps of 10 ms
    next(button for button in page.findChildren(QPushButton) if button.text() == "Done").click()
    assert wired.window.session.isVisible()
    assert wired.settings.now.offsets == {"Earphones (qt)": 150}
    assert conductor.behind_ms() == 150


def test_the_calibrator_follows_the_device_that_sounds(wired: Wired) -> None:
    wired.settings.change(Settings(offsets={"Loudspeaker (qt)": 40}))
    _sound_from(wired, "Earphones")
    wired.window.open_session(plan(SQUAT))
    wired.window.session.options.calibrator_wanted.emit()
    _sound_from(wired, "Loudspeaker")
    (page,) = wired.window.findChildren(CalibratorPage)
    assert page.offset_ms == 40
    page.offset_chosen.emit(60)
    assert wired.settings.now.offsets == {"Loudspeaker (qt)": 60}


def test_closing_the_window_from_the_calibrator_asks_as_well(wired: Wired) -> None:
    _sound_from(wired, "Earphones")
    wired.window.open_session(plan(SQUAT))
    wired.window.session.do(Command.GO_OR_PAUSE)
    wired.window.session.options.calibrator_wanted.emit()
    assert not wired.window.close()
    assert wired.window.session.leaving.isVisible()
    assert wired.window.close()


def test_without_sound_there_is_nothing_to_set_the_picture_against(wired: Wired) -> None:
    wired.window.open_session(plan(SQUAT))
    wired.window.session.do(Command.OPTIONS)
    panel = wired.window.session.options
    adjust = next(button for button in panel.findChildren(QPushButton) if button.text() == "Adjust…")
    enabled = [adjust.isEnabled()]
    _sound_from(wired, "Earphones")
    enabled.append(adjust.isEnabled())
    assert enabled == [False, True]
