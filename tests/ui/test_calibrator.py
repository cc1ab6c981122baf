"""The calibrator: what it shows and does; no clock, no sound, the position is what the test says."""

from dataclasses import dataclass, field
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QSlider
from pytestqt.qtbot import QtBot

from tempo_trainer.ui.calibrator.ball import BEAT_MS, flash_of
from tempo_trainer.ui.calibrator.page import STOPPED, Beats, CalibratorPage
from tempo_trainer.ui.styles import style_sheet
from tempo_trainer.ui.themes import DARK, LIGHT, Theme


@dataclass
class Heard:
    """Beats that a test moves."""

    at_ms: float | None = None
    started: int = 0
    stopped: int = 0
    painted: list[float] = field(default_factory=list)

    @property
    def beats(self) -> Beats:
        return Beats(self.start, self.stop, lambda: self.at_ms)

    def start(self) -> None:
        self.at_ms = 0.0
        self.started += 1

    def stop(self) -> None:
        self.at_ms = None
        self.stopped += 1


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def page(qtbot: QtBot, heard: Heard) -> CalibratorPage:
    return shown(qtbot, heard)


def shown(
    qtbot: QtBot, heard: Heard, offset_ms: int = 0, theme: Theme = DARK, *, still: bool = False
) -> CalibratorPage:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.setStyleSheet(style_sheet(theme))
    page = CalibratorPage(theme, "Headphones", offset_ms, heard.beats, heard.painted.append, still=still)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    with qtbot.waitExposed(page):
        page.show()
    page.setFocus()
    return page


def texts(page: CalibratorPage) -> str:
    return "\n".join(made.text() for made in page.findChildren(QLabel) if made.isVisible())


def press(page: CalibratorPage, name: str) -> None:
    (found,) = (made for made in page.findChildren(QPushButton) if made.text() == name)
    found.click()


def test_it_says_what_to_do_for_which_device_and_what_the_slider_means(qtbot: QtBot, heard: Heard) -> None:
    page = shown(qtbot, heard, 120)
    assert "Headphones" in texts(page)
    assert "Picture 120 ms later" in texts(page)
    assert "should land with the click" in texts(page)
    page.show_device("Loudspeaker", -50)
    assert "Loudspeaker" in texts(page)
    assert "Picture 50 ms earlier" in texts(page)


@pytest.mark.parametrize(("offset_ms", "key", "expected"), [
    (0, Qt.Key.Key_Right, 10), (0, Qt.Key.Key_Left, -10), (500, Qt.Key.Key_Right, 500), (-100, Qt.Key.Key_Left, -100),
])  # fmt: skip
def test_arrow_keys_move_by_ten_within_the_limits(
    qtbot: QtBot, heard: Heard, offset_ms: int, key: Qt.Key, expected: int
) -> None:
    page = shown(qtbot, heard, offset_ms)
    qtbot.keyClick(page, key)
    assert page.offset_ms == expected


def test_done_tells_the_offset_and_leaves(qtbot: QtBot, page: CalibratorPage) -> None:
    for _ in range(3):
        qtbot.keyClick(page, Qt.Key.Key_Right)
    with qtbot.waitSignal(page.left), qtbot.waitSignal(page.offset_chosen, check_params_cb=lambda ms: ms == 30):
        press(page, "Done")


def test_enter_is_done_and_the_arrows_work_with_it(qtbot: QtBot, page: CalibratorPage) -> None:
    page.activateWindow()
    done = next(made for made in page.findChildren(QPushButton) if made.text() == "Done")
    qtbot.keyClick(done, Qt.Key.Key_Right)
    with qtbot.waitSignal(page.offset_chosen, check_params_cb=lambda ms: ms == 10):
        qtbot.keyClick(done, Qt.Key.Key_Return)


@pytest.mark.parametrize("way", ["Cancel", "Esc"])
def test_cancel_leaves_and_tells_nothing(qtbot: QtBot, page: CalibratorPage, way: str) -> None:
    with qtbot.assertNotEmitted(page.offset_chosen), qtbot.waitSignal(page.left):
        if way == "Esc":
            qtbot.keyClick(page, Qt.Key.Key_Escape)
        else:
            press(page, way)


def test_same_time_is_one_click_away(qtbot: QtBot, heard: Heard) -> None:
    page = shown(qtbot, heard, 300)
    press(page, "Same time (0)")
    assert page.offset_ms == 0
    assert "Same time" in texts(page)


def test_it_beats_and_paints_only_while_it_is_shown(page: CalibratorPage, heard: Heard, qtbot: QtBot) -> None:
    assert (heard.started, heard.stopped) == (1, 0)
    qtbot.waitUntil(lambda: len(heard.painted) > 3)
    page.hide()
    assert heard.stopped == 1
    painted = len(heard.painted)
    page.refresh()
    QApplication.processEvents()
    assert len(heard.painted) == painted
    page.show()
    assert heard.started == 2


def test_when_the_beats_end_it_says_so_and_can_start_again(page: CalibratorPage, heard: Heard) -> None:
    heard.at_ms = None
    page.refresh()
    assert STOPPED in texts(page)
    press(page, "Start again")
    assert heard.started == 2
    assert STOPPED not in texts(page)


def test_the_picture_comes_later_by_the_offset(qtbot: QtBot, heard: Heard) -> None:
    page = shown(qtbot, heard, 120)
    heard.at_ms = 5120.0
    page.repaint()
    page.grab()
    assert heard.painted[-1] == 5000


@pytest.mark.parametrize("still", [False, True])
@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_the_flash_is_seen_at_the_beat_and_not_between(qtbot: QtBot, heard: Heard, theme: Theme, still: bool) -> None:
    page = shown(qtbot, heard, theme=theme, still=still)
    pictures: dict[float, QImage] = {}
    for at_ms in (3000.0, 3400.0, 3600.0, 4000.0):
        heard.at_ms = at_ms
        pictures[at_ms] = page.grab().toImage()
    assert pictures[3000.0] == pictures[4000.0]
    assert pictures[3000.0] != pictures[3400.0]
    assert (pictures[3400.0] == pictures[3600.0]) is True  # as high on its way up as on its way down


def test_it_flashes_once_a_second() -> None:
    brightness = [flash_of(at_ms) for at_ms in range(5 * BEAT_MS)]
    assert sum(now > before for before, now in pairwise(brightness)) == 4


def test_every_control_has_a_name(page: CalibratorPage) -> None:
    (slider,) = page.findChildren(QSlider)
    assert slider.accessibleName()
    assert all(made.text() for made in page.findChildren(QPushButton))


def test_it_fits_a_small_window(qtbot: QtBot, heard: Heard) -> None:
    page = shown(qtbot, heard)
    assert page.minimumSizeHint().width() <= 640
    assert page.minimumSizeHint().height() <= 440
