"""The settings' screen: each control shows what holds, and changes its own setting only, at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLabel,
    QPushButton,
    QScrollArea,
    QSlider,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tempo_trainer.folders import Folders
from tempo_trainer.settings import Settings, WindowPlace
from tempo_trainer.ui.fields import Row
from tempo_trainer.ui.settings.page import SettingsPage, Trial
from tempo_trainer.ui.styles import style_sheet
from tempo_trainer.ui.themes import DARK

OTHERS = Settings(
    theme="light", reduce_motion=True, output="qt", tones=70, voice=40, says="brief", sound_off=True, count_in=5,
    keep_awake=False, offsets={"Earphones (qt)": 120}, window=WindowPlace(x=1, y=2, width=30, height=40), page="guide",
)  # fmt: skip


@dataclass
class Shown:
    """A page, and settings that it changes as the program would."""

    now: Settings = field(default_factory=Settings)
    trials: list[str] = field(default_factory=list)
    page: SettingsPage = field(init=False)

    def __post_init__(self) -> None:
        folders = Folders(Path("sounds"), Path("shipped"), Path("/home/someone/tempo-trainer"))
        trial = Trial(lambda: self.trials.append("start"), lambda: self.trials.append("stop"))
        self.page = SettingsPage(lambda: self.now, folders, trial)
        self.page.changed.connect(self.change)

    def change(self, settings: Settings) -> None:
        self.now = settings

    def button(self, text: str) -> QAbstractButton:
        """By what stands on it, or by its accessible name where several say the same."""
        made: Sequence[QAbstractButton] = self.page.findChildren(QAbstractButton)
        return next(button for button in made if text in {button.text(), button.accessibleName()})

    def slider(self, name: str) -> QSlider:
        return next(made for made in self.page.findChildren(QSlider) if made.accessibleName() == name)

    @property
    def texts(self) -> str:
        return "\n".join(made.text() for made in self.page.findChildren(QLabel) if made.isVisible())


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return in_window(qtbot, Shown())


def in_window(qtbot: QtBot, shown: Shown, width: int = 1200, height: int = 760) -> Shown:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    if application.styleSheet() != style_sheet(DARK):
        application.setStyleSheet(style_sheet(DARK))
    qtbot.addWidget(shown.page)
    shown.page.resize(width, height)
    with qtbot.waitExposed(shown.page):
        shown.page.show()
    return shown


def inside_of(page: SettingsPage) -> QWidget:
    """What is scrolled."""
    (scroll,) = page.findChildren(QScrollArea)
    inside = scroll.widget()
    assert inside
    return inside


def _press(text: str) -> Callable[[Shown], object]:
    return lambda shown: shown.button(text).click()


CHANGES: Sequence[tuple[Callable[[Shown], object], str, Any]] = (
    (lambda shown: shown.slider("Volume of the tones").setValue(60), "tones", 60),
    (lambda shown: shown.slider("Volume of the voice").setValue(0), "voice", 0),
    (_press("Main things"), "says", "brief"),
    (_press("Sound off"), "sound_off", True),
    (_press("Qt Multimedia"), "output", "qt"),
    (_press("10 s"), "count_in", 10),
    (_press("Keep it awake"), "keep_awake", False),
    (_press("High contrast"), "theme", "contrast"),
    (_press("Steps instead of movement"), "reduce_motion", True),
)


@pytest.mark.parametrize(("change", "name", "value"), CHANGES, ids=[name for _, name, _ in CHANGES])
def test_each_control_changes_its_own_setting_only(
    shown: Shown, change: Callable[[Shown], object], name: str, value: object
) -> None:
    change(shown)
    assert shown.now == Settings.model_validate({name: value})


@pytest.mark.parametrize("settings", [OTHERS, Settings()], ids=["others", "defaults"])
def test_it_shows_what_holds_and_showing_is_no_change(shown: Shown, qtbot: QtBot, settings: Settings) -> None:
    shown.now = OTHERS if settings == Settings() else Settings()
    shown.page.refresh()
    shown.now = settings
    with qtbot.assertNotEmitted(shown.page.changed):
        shown.page.refresh()
    controls = shown.page.controls
    seen = {
        "theme": controls.theme.chosen(), "reduce_motion": controls.steps.isChecked(),
        "output": controls.output.chosen(), "tones": controls.tones.slider.value(),
        "voice": controls.voice.slider.value(), "says": controls.says.chosen(),
        "sound_off": controls.sound_off.isChecked(), "count_in": int(controls.count_in.chosen()),
        "keep_awake": controls.keep_awake.isChecked(),
    }  # fmt: skip
    assert Settings.model_validate(seen) == settings.model_copy(update={"offsets": {}, "window": None, "page": ""})
    assert f"{settings.tones} %" in shown.texts


def test_what_was_changed_elsewhere_meanwhile_is_not_undone(shown: Shown) -> None:
    shown.now = shown.now.with_offset("Earphones", 120)  # by the calibrator; nobody tells the page
    shown.button("Light").click()
    assert shown.now == Settings(theme="light", offsets={"Earphones": 120})


def test_it_is_told_on_what_is_heard_and_how_the_picture_stands_to_it(shown: Shown, qtbot: QtBot) -> None:
    assert not shown.button("Adjust…").isEnabled()
    shown.page.tell_playing("on Earphones (qt)", 120)
    assert "Heard on Earphones (qt)" in shown.texts
    assert "Picture 120 ms later" in shown.texts
    with qtbot.waitSignal(shown.page.calibrator_wanted):
        shown.button("Adjust…").click()


def test_a_rep_is_heard_on_demand_and_not_after_the_page_was_left(shown: Shown) -> None:
    shown.button("Hear a rep").click()
    shown.page.hide()
    assert shown.trials == ["start", "stop"]


def test_each_setting_is_explained_in_a_line(shown: Shown) -> None:
    rows = shown.page.findChildren(Row)
    assert len(rows) > 10
    assert [row.control.accessibleName() for row in rows if not row.control.accessibleDescription()] == []


def test_there_is_nothing_to_hear_with_the_sound_off(shown: Shown) -> None:
    shown.button("Sound off").click()
    assert not shown.button("Hear a rep").isEnabled()


@pytest.mark.parametrize(("name", "folder"), [("your workouts", "workouts"), ("all that is yours", ""), ("log", "log")])
def test_folders_are_shown_and_opened(shown: Shown, qtbot: QtBot, name: str, folder: str) -> None:
    path = Path("/home/someone/tempo-trainer", folder)
    assert str(path) in shown.texts
    with qtbot.waitSignal(shown.page.folder_wanted, check_params_cb=lambda wanted: wanted == path):
        shown.button(f"Open the folder: {name}").click()


def test_a_long_path_is_cut_in_its_middle_and_told_whole(qtbot: QtBot) -> None:
    shown = Shown()
    in_window(qtbot, shown, 480)
    labels = [made for made in shown.page.findChildren(QLabel) if made.toolTip().endswith("workouts")]
    (path,) = labels
    path.setMaximumWidth(120)
    qtbot.waitUntil(lambda: "…" in path.text())
    assert path.text().endswith("outs")
    assert path.accessibleName() == "/home/someone/tempo-trainer/workouts"


def test_restoring_asks_in_its_place_and_keeps_what_was_measured(shown: Shown) -> None:
    shown.now = OTHERS
    shown.page.refresh()
    shown.button("Restore defaults…").click()
    assert shown.now == OTHERS
    shown.button("Restore defaults").click()
    assert shown.now == OTHERS.restored
    assert not shown.button("Restore defaults…").isEnabled()


@pytest.mark.parametrize("way", ["Keep mine", "Esc"])
def test_the_question_can_be_taken_back(shown: Shown, qtbot: QtBot, way: str) -> None:
    shown.now = OTHERS
    shown.page.refresh()
    with qtbot.waitActive(shown.page):
        shown.page.activateWindow()
    shown.button("Restore defaults…").click()
    assert shown.button("Keep mine").hasFocus(), "the harmless answer comes first"
    if way == "Esc":
        qtbot.keyClick(shown.button("Keep mine"), Qt.Key.Key_Escape)
    else:
        shown.button(way).click()
    assert shown.now == OTHERS
    assert not shown.button("Restore defaults").isVisible()
    assert shown.button("Restore defaults…").hasFocus()


def test_leaving_takes_the_question_back(shown: Shown) -> None:
    shown.now = OTHERS
    shown.page.refresh()
    shown.button("Restore defaults…").click()
    shown.page.hide()
    shown.page.show()
    assert shown.button("Restore defaults…").isVisible()


def test_everything_is_reached_by_tab_from_top_to_bottom(shown: Shown, qtbot: QtBot) -> None:
    shown.now = OTHERS.model_copy(update={"sound_off": False})
    shown.page.refresh()
    shown.page.tell_playing("Earphones", 0)
    with qtbot.waitActive(shown.page):
        shown.page.activateWindow()
    names = []
    for _ in range(30):
        qtbot.keyClick(shown.page.focusWidget() or shown.page, Qt.Key.Key_Tab)
        focus = shown.page.focusWidget()
        assert focus
        name = focus.accessibleName() or getattr(focus, "text", str)()
        names.append(name if name.startswith("Open") else name.partition(":")[0])
    first = names.index("Volume of the tones")
    tour = [*names[first:], *names[:first]]
    order = [
        "Volume of the tones", "Volume of the voice", "The voice says", "Hear a rep", "Sound off",
        "Sound output", "Adjust picture and sound", "Count-in", "Keep it awake", "Colours",
        "Steps instead of movement", "Open the folder: your workouts", "Open the folder: all that is yours",
        "Open the folder: log", "Back up…", "Restore…", "Restore defaults…",
    ]  # fmt: skip
    assert list(dict.fromkeys(tour)) == order


@pytest.mark.parametrize("width", [1920, 1200, 760, 480])
def test_nothing_is_cut_off(qtbot: QtBot, width: int) -> None:
    shown = in_window(qtbot, Shown(), width)
    inside = inside_of(shown.page)
    buttons = inside.findChildren(QPushButton)
    qtbot.waitUntil(lambda: all(made.width() >= made.minimumSizeHint().width() for made in buttons if made.isVisible()))
    for made in [*inside.findChildren(QPushButton), *inside.findChildren(QCheckBox), *inside.findChildren(QSlider)]:
        if made.isVisible():
            right = made.mapTo(inside, made.rect().topRight()).x()
            assert right <= inside.width() <= shown.page.width()
            assert made.width() >= made.minimumSizeHint().width()


def test_cards_stand_beside_one_another_only_where_there_is_room(qtbot: QtBot) -> None:
    places = []
    shown = in_window(qtbot, Shown())
    for width in (1200, 760, 1200):
        shown.page.resize(width, 760)
        session = shown.button("Keep it awake")
        qtbot.waitUntil(lambda: inside_of(shown.page).width() <= shown.page.width())
        QApplication.processEvents()
        places.append(session.mapTo(shown.page, session.rect().topLeft()).x() > 400)
    assert places == [True, False, True]


def test_every_control_has_a_name(shown: Shown) -> None:
    for made in [*shown.page.findChildren(QSlider), *shown.page.findChildren(QAbstractButton)]:
        if made.isVisible():
            assert made.accessibleName() or (isinstance(made, QAbstractButton) and made.text())
