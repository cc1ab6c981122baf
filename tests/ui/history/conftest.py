"""A history of plain values, and the page over it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tempo_trainer.history.advice import Suggestion
from tempo_trainer.history.records import PerformedSet, Planned, Session
from tempo_trainer.ui.history.book import Book
from tempo_trainer.ui.history.page import HistoryPage
from tempo_trainer.ui.history.progressing import Progress
from tempo_trainer.ui.themes import DARK, Theme
from tempo_trainer.workout.exercise import Side

ZONE = timezone(timedelta(hours=2))
NOW = datetime(2025, 6, 12, 20, 0, tzinfo=ZONE)
START = NOW.replace(hour=18, minute=5)
DEADLIFT = "single-leg-romanian-deadlift", "Single-leg Romanian deadlift"
CURL = "stability-ball-curl", "Stability ball hamstring curl"


def set_of(
    item: int, number: int, side: Side, done: int, *, planned: int | None = 8, exercise: tuple[str, str] = DEADLIFT
) -> PerformedSet:
    load = "10 kg" if exercise is DEADLIFT else None
    return PerformedSet(item, *exercise, number, side, planned, done, "3-1-3-1", done * 8000, load, START)


def session_of(it: int, at: datetime = START, done: int = 8, **changes: Any) -> Session:
    """Three sets a side of deadlifts, the last one perhaps cut short, and two of curls."""
    plan = (
        Planned(0, *DEADLIFT, "left", 24), Planned(0, *DEADLIFT, "right", 24), Planned(1, *CURL, "both", 20),
    )  # fmt: skip
    sides: Sequence[Side] = ("left", "right")
    sets = [set_of(0, number, side, 8) for number in (1, 2) for side in sides]
    sets += [set_of(0, 3, "left", 8), set_of(0, 3, "right", done)]
    sets += [set_of(1, number, "both", 10, planned=10, exercise=CURL) for number in (1, 2)]
    made = Session(
        it, "Hamstrings, intermediate", at, at + timedelta(minutes=32), 1_930_000, "finished", 6, 1, "", plan,
        tuple(sets),
    )  # fmt: skip
    return replace(made, **changes)


@dataclass
class Shelf:
    """A real history in memory."""

    sessions: list[Session] = field(default_factory=list)
    deleted: dict[int, Session] = field(default_factory=dict)
    said: list[tuple[int, int | None, int | None, str]] = field(default_factory=list)
    suggestion: Suggestion | None = None
    asked: list[tuple[int, int]] = field(default_factory=list)
    busy: bool = False
    reads: int = 0

    def read(self) -> Sequence[Session]:
        self.reads += 1
        return [session for session in self.sessions if session.id not in self.deleted]

    def rate(self, it: int, effort: int | None, pain: int | None, note: str) -> None:
        self.said.append((it, effort, pain, note))
        self.sessions = [
            replace(session, effort=effort, pain=pain, note=note) if session.id == it else session
            for session in self.sessions
        ]

    def delete(self, it: int) -> None:
        self.deleted[it] = next(session for session in self.sessions if session.id == it)

    def undelete(self, it: int) -> None:
        del self.deleted[it]

    def advise(self, sessions: Sequence[Session], last: Session) -> Suggestion | None:
        self.asked.append((len(sessions), last.id))
        return self.suggestion

    @property
    def book(self) -> Book:
        return Book(
            self.read, lambda it: f"name: Workout {it}\n", self.rate, self.delete, self.undelete, lambda: self.busy,
            self.advise,
        )  # fmt: skip


class Charts(QWidget):
    """Stands for the progress view."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.given: list[Sequence[Session]] = []

    def set_sessions(self, sessions: Sequence[Session]) -> None:
        self.given.append(sessions)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme

    @classmethod
    def made(cls, theme: Theme) -> Progress:
        charts = cls(theme)
        return Progress(charts, charts.set_sessions, charts.set_theme)


@dataclass
class Screen:
    """The page, the history below it, and what it has told."""

    page: HistoryPage
    shelf: Shelf
    told: dict[str, str]


@pytest.fixture
def shelf() -> Shelf:
    week = timedelta(7)
    return Shelf([
        session_of(1, START - 60 * week, workout="Old Nördlich", note="Knie zwickt"),
        session_of(2, START - week, done=5, state="ended", effort=8, pain=4),
        session_of(3, START - timedelta(1), state="interrupted", effort=None, pain=None),
        session_of(4),
    ])  # fmt: skip


@pytest.fixture
def make_screen(qtbot: QtBot, shelf: Shelf) -> Callable[[], Screen]:
    def make() -> Screen:
        told: dict[str, str] = {}
        page = HistoryPage(DARK, shelf.book, Charts.made, told.__setitem__, lambda: NOW)
        qtbot.addWidget(page)
        page.resize(1200, 700)
        page.show()
        qtbot.waitUntil(lambda: "history" in told)
        return Screen(page, shelf, told)

    return make


@pytest.fixture
def screen(make_screen: Callable[[], Screen]) -> Screen:
    return make_screen()
