"""The screen is kept awake while a session runs, and only then; the window never waits for the desktop."""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from queue import Queue

import pytest

from helpers.clock import FakeClock
from helpers.plans import SQUAT, plan
from tempo_trainer import awake as module
from tempo_trainer.awake import SENTENCE, Awake
from tempo_trainer.session.news import Changed, Silenced
from tempo_trainer.session.player import Player
from tempo_trainer.session.states import Event, State

PATIENCE_S = 30
RUNNING, PAUSED = Changed(State.RUNNING, Event.GO), Changed(State.PAUSED, Event.PAUSE)


@dataclass
class Desktop:
    """Keeps its screen awake in the method's name, and notes in which thread it was asked."""

    method: str = "a desktop"
    fault: str = ""  # raised when it is asked
    events: Queue[str] = field(default_factory=Queue)
    threads: list[int] = field(default_factory=list)
    answers: threading.Event = field(default_factory=threading.Event)  # cleared: it hangs

    def __post_init__(self) -> None:
        self.answers.set()

    @contextmanager
    def keep_awake(self) -> Iterator[str]:
        self._note("asked")
        self.answers.wait(PATIENCE_S)
        if self.fault:
            raise RuntimeError(self.fault)
        self._note("awake")
        yield self.method
        self._note("let go")

    def _note(self, event: str) -> None:
        self.threads.append(threading.get_ident())
        self.events.put(event)

    def hears(self, *events: str) -> bool:
        """Whether just this happens next."""
        return [self.events.get(timeout=PATIENCE_S) for _ in events] == list(events) and self.events.empty()


@dataclass
class Told:
    """What the user was told."""

    sentences: list[tuple[str, str]] = field(default_factory=list)
    something: threading.Event = field(default_factory=threading.Event)

    def tell(self, topic: str, text: str) -> None:
        self.sentences.append((topic, text))
        self.something.set()


@pytest.fixture
def desktop() -> Desktop:
    return Desktop()


@pytest.fixture
def told() -> Told:
    return Told()


Make = Callable[[Desktop], Awake]


@pytest.fixture
def make(told: Told) -> Iterator[Make]:
    """Makes one that is closed at the end."""
    made: list[Awake] = []

    def of(desktop: Desktop) -> Awake:
        made.append(Awake(told.tell, desktop.keep_awake))
        return made[-1]

    yield of
    for awake in made:
        awake.close()


def test_a_session_keeps_it_awake_while_it_runs_and_only_then(make: Make, desktop: Desktop, clock: FakeClock) -> None:
    player = Player(plan({**SQUAT, "reps": 1}), clock, [make(desktop).news])
    player.go()
    assert desktop.hears("asked", "awake")
    player.pause()
    assert desktop.hears("let go")
    player.go()
    assert desktop.hears("asked", "awake")
    player.next()  # to the end
    assert desktop.hears("let go")
    assert len(set(desktop.threads)) == 1
    assert threading.get_ident() not in desktop.threads


def test_closing_lets_go(make: Make, desktop: Desktop) -> None:
    awake = make(desktop)
    awake.news(RUNNING)
    assert desktop.hears("asked", "awake")
    awake.close()
    assert desktop.hears("let go")
    awake.news(RUNNING)
    assert desktop.events.empty()


def test_other_news_change_nothing_and_nothing_is_asked_before_a_session_runs(make: Make, desktop: Desktop) -> None:
    awake = make(desktop)
    threads = threading.active_count()
    for news in (Changed(State.READY, Event.STOP), Silenced(), Changed(State.STOPPED, Event.STOP)):
        awake.news(news)
    assert threading.active_count() == threads
    awake.news(RUNNING)
    awake.news(Silenced())  # as when a set is skipped
    assert desktop.hears("asked", "awake")


def test_a_change_of_mind_takes_effect_while_a_session_runs(make: Make, desktop: Desktop) -> None:
    awake = make(desktop)
    awake.news(RUNNING)
    assert desktop.hears("asked", "awake")
    awake.allow(False)
    assert desktop.hears("let go")
    awake.allow(True)
    assert desktop.hears("asked", "awake")


def test_who_does_not_want_it_is_not_asked_for_it(make: Make, desktop: Desktop) -> None:
    awake = make(desktop)
    awake.allow(False)
    awake.news(RUNNING)
    awake.news(PAUSED)
    awake.allow(True)  # now it may, but no session runs
    assert desktop.events.empty()
    awake.news(RUNNING)
    assert desktop.hears("asked", "awake")


def test_what_was_told_is_taken_back_from_who_does_not_want_it(make: Make, told: Told) -> None:
    desktop = Desktop(method="")
    awake = make(desktop)
    awake.news(RUNNING)
    assert told.something.wait(PATIENCE_S)
    awake.allow(False)
    assert told.sentences == [("awake", SENTENCE), ("awake", "")]


def test_a_desktop_that_refuses_is_told_once(make: Make, told: Told) -> None:
    desktop = Desktop(method="")
    awake = make(desktop)
    for _ in range(2):
        awake.news(RUNNING)
        assert desktop.hears("asked", "awake")
        assert told.something.wait(PATIENCE_S)
        awake.news(PAUSED)
        assert desktop.hears("let go")
    assert told.sentences == [("awake", SENTENCE)]


def test_a_fault_is_told_and_logged_and_the_next_session_tries_again(
    make: Make, told: Told, caplog: pytest.LogCaptureFixture
) -> None:
    desktop = Desktop(fault="no bus")
    awake = make(desktop)
    awake.news(RUNNING)
    assert told.something.wait(PATIENCE_S)
    assert told.sentences == [("awake", SENTENCE)]
    assert "no bus" in caplog.text
    desktop.fault = ""
    assert desktop.hears("asked")
    while desktop.events.empty():  # a pause may be too short to be noticed
        awake.news(PAUSED)
        awake.news(RUNNING)
    assert desktop.hears("asked", "awake")


def test_a_desktop_that_hangs_keeps_nobody_waiting(
    make: Make, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "CLOSE_S", 0.01)
    desktop.answers.clear()
    awake = make(desktop)
    awake.news(RUNNING)
    assert desktop.hears("asked")
    awake.news(PAUSED)
    awake.close()
    desktop.answers.set()
    assert desktop.hears("awake", "let go")  # not for longer than it took to answer


def test_wakepy_is_asked_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    """With its own means to say yes, or no."""
    for variable, answer in (("WAKEPY_FAKE_SUCCESS", True), ("WAKEPY_FORCE_FAILURE", False)):
        monkeypatch.setenv(variable, "yes")
        kept: AbstractContextManager[str] = module.screen_awake()
        with kept as method:
            assert bool(method) is answer
