"""The page after a crash: what it says, and what its keys and buttons do."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tempo_trainer.history.offer import Offer
from tempo_trainer.history.unfinished import ALL_DONE
from tempo_trainer.session.summary import Line, Summary
from tempo_trainer.ui.resume.page import ResumePage
from tempo_trainer.ui.resume.table import in_sentences

LINES = [
    Line(0, "Single-leg bridge", "left", 8, 8, 64_000),
    Line(0, "Single-leg bridge", "right", 5, 8, 40_000),
    Line(1, "Nordic curl", "both", 0, 12, 0),
]
OFFER = Offer(
    "Hamstrings, intermediate", "today at 18:05", Summary(731_000, LINES),
    "Single-leg bridge", "Set 1 of 1, right, rep 6 of 8", "10 kg",
)  # fmt: skip
TO_KEEP = replace(OFFER, exercise="", where="", load="", problem=ALL_DONE)

Open = Callable[[Offer], ResumePage]


@pytest.fixture
def answers() -> list[str]:
    return []


@pytest.fixture
def opened(qtbot: QtBot, answers: list[str]) -> Open:
    def open_page(offer: Offer, size: tuple[int, int] = (1200, 760)) -> ResumePage:
        page = ResumePage(offer)
        page.go_on.connect(lambda: answers.append("go on"))
        page.keep.connect(lambda: answers.append("keep"))
        page.later.connect(lambda: answers.append("later"))
        qtbot.addWidget(page)
        page.resize(*size)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        page.entered()
        qtbot.waitUntil(lambda: page.focusWidget() is not None and page.focusWidget().hasFocus())
        return page

    return open_page


def texts(page: QWidget) -> list[str]:
    return [made.text() for made in page.findChildren(QLabel) if made.isVisible()]


def press(qtbot: QtBot, page: ResumePage, key: Qt.Key) -> None:
    qtbot.keyClick(page.focusWidget(), key)


def test_says_what_was_interrupted_when_and_where_it_goes_on(opened: Open) -> None:
    told = texts(opened(OFFER))
    assert "Hamstrings, intermediate  ·  today at 18:05" in told
    assert "Single-leg bridge" in told
    assert "Set 1 of 1, right, rep 6 of 8  ·  load 10 kg" in told


def test_shows_what_was_done_a_side_at_a_time(opened: Open) -> None:
    told = texts(opened(OFFER))
    for text in ("Left", "Right", "✓ 8 of 8", "5 of 8", "0 of 12", "1:44", "In 12 min 11 s"):
        assert text in told


def test_says_the_same_to_who_hears_it() -> None:
    assert in_sentences(OFFER.summary) == (
        "What was done. Single-leg bridge, left: 8 of 8. Single-leg bridge, right: 5 of 8. "
        "Nordic curl: 0 of 12. In 12 min 11 s."
    )


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        (Qt.Key.Key_Return, "go on"),
        (Qt.Key.Key_Enter, "go on"),
        (Qt.Key.Key_Space, "go on"),
        (Qt.Key.Key_Escape, "later"),
    ],
)
def test_a_key_answers(opened: Open, qtbot: QtBot, answers: list[str], key: Qt.Key, answer: str) -> None:
    press(qtbot, opened(OFFER), key)
    assert answers == [answer]


def test_tab_leads_from_button_to_button(opened: Open, qtbot: QtBot, answers: list[str]) -> None:
    page = opened(OFFER)
    assert page.go_on_button.hasFocus()
    press(qtbot, page, Qt.Key.Key_Tab)
    assert page.keep_button.hasFocus()
    press(qtbot, page, Qt.Key.Key_Return)
    assert answers == ["keep"]


def test_answers_once_though_the_key_is_held_down(opened: Open, qtbot: QtBot, answers: list[str]) -> None:
    page = opened(OFFER)
    for _ in range(3):
        press(qtbot, page, Qt.Key.Key_Return)
    press(qtbot, page, Qt.Key.Key_Escape)
    assert answers == ["go on"]


def test_what_cannot_go_on_says_why_and_can_only_be_kept(opened: Open, qtbot: QtBot, answers: list[str]) -> None:
    page = opened(TO_KEEP)
    assert ALL_DONE in texts(page)
    assert not page.go_on_button.isVisible()
    press(qtbot, page, Qt.Key.Key_Space)
    assert answers == ["keep"]


@pytest.mark.parametrize("size", [(640, 440), (640, 340), (1200, 760), (1920, 1080)])
@pytest.mark.parametrize("offer", [OFFER, TO_KEEP])
def test_the_buttons_are_in_sight_at_every_size(
    opened: Callable[[Offer, tuple[int, int]], ResumePage], offer: Offer, size: tuple[int, int]
) -> None:
    page = opened(offer, size)
    assert (page.width(), page.height()) == size
    buttons = [button for button in (page.go_on_button, page.keep_button, page.later_button) if button.isVisible()]
    rooms = [QRect(button.mapTo(page, QPoint()), button.size()) for button in buttons]
    assert all(page.rect().contains(room) for room in rooms)
    assert not any(one.intersects(other) for one in rooms for other in rooms if one is not other)
    assert all(button.width() >= button.sizeHint().width() for button in buttons)
