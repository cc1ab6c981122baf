"""The history in the really wired window: what is recorded leads to what is offered, suggested and shown."""

from collections.abc import Mapping
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from helpers.recorded import Recorded, recorded
from helpers.wired import wired_window
from tempo_trainer.folders import Folders
from tempo_trainer.history.reading import read_sessions
from tempo_trainer.pages import Pages
from tempo_trainer.session.player import Player
from tempo_trainer.session.states import Event, State
from tempo_trainer.ui.builder.page import BuilderPage
from tempo_trainer.ui.history.page import HistoryPage
from tempo_trainer.ui.places import Place
from tempo_trainer.ui.resume.page import ResumePage
from tempo_trainer.workout.loader import timeline_of
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.timeline import Timeline

TEXT = (
    "format: 1\nname: Bridges\nlead_in: 1\nblocks:\n  - {exercise: pelvic-bridge, sets: 2, reps: 3, tempo: 1-0-1-0}\n"
)
REP_MS, LEAD_IN_MS = 2000, 1000


@pytest.fixture
def timeline(names: Names) -> Timeline:
    return timeline_of(TEXT, "bridges.yaml", names)


def begin(done: Recorded, timeline: Timeline, names: Names) -> Player:
    player = Player(timeline, done.clock, [done.history.record(timeline, names)])
    player.go()
    return player


def break_off(folders: Folders, timeline: Timeline, names: Names, reps: int) -> None:
    """As if the program had been killed after so many reps."""
    with recorded(folders.home) as done:
        done.after(begin(done, timeline, names), LEAD_IN_MS + reps * REP_MS + 500)


def offered(pages: Pages, qtbot: QtBot) -> ResumePage:
    pages.offer_to_go_on()
    qtbot.waitUntil(lambda: isinstance(pages.window.current, ResumePage))
    return cast("ResumePage", pages.window.current)


def states(folders: Folders) -> Mapping[str, str]:
    return {session.workout: session.state for session in read_sessions(folders.history)}


def skip_to_the_end(pages: Pages) -> None:
    assert pages.window.session.conductor is not None
    while pages.window.session.conductor.player.attempt(Event.NEXT):
        pass
    pages.window.session.refresh()


def wait_for_errands(pages: Pages, qtbot: QtBot) -> None:
    done: list[object] = []
    pages.back.errands.run(lambda: None, done.append)
    qtbot.waitUntil(lambda: bool(done))


def test_a_session_that_was_broken_off_is_offered_and_gone_on_with(
    qtbot: QtBot, folders: Folders, timeline: Timeline, names: Names
) -> None:
    break_off(folders, timeline, names, 2)
    with wired_window(qtbot, folders) as pages:
        page = offered(pages, qtbot)
        assert pages.window.windowTitle() == "Your session was interrupted – Tempo Trainer"
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
        conductor = pages.window.session.conductor
        assert pages.window.current is pages.window.session
        assert conductor is not None
        moment = conductor.player.look()
        assert moment.step is not None
        assert (moment.state, moment.step.set, moment.step.rep, moment.reps_done) == (State.PAUSED, 1, 3, 2)
        assert pages.window.windowTitle() == "Bridges – Tempo Trainer"
        conductor.player.go()
        pages.needs.history.settle()
        assert states(folders) == {"Bridges": "running"}
        pages.window.session.close_session()
        pages.needs.history.settle()
        assert states(folders) == {"Bridges": "ended"}


def test_no_keeps_what_was_done(qtbot: QtBot, folders: Folders, timeline: Timeline, names: Names) -> None:
    break_off(folders, timeline, names, 1)
    with wired_window(qtbot, folders) as pages:
        offered(pages, qtbot).keep_button.click()
        pages.needs.history.settle()
        assert states(folders) == {"Bridges": "ended"}
        assert pages.window.current is pages.window.page(Place.WORKOUTS)


def test_later_it_is_gone_on_with_from_the_history(
    qtbot: QtBot, folders: Folders, timeline: Timeline, names: Names
) -> None:
    break_off(folders, timeline, names, 1)
    with wired_window(qtbot, folders) as pages:
        offered(pages, qtbot).later_button.click()
        pages.window.show_place(Place.HISTORY)
        page = cast("HistoryPage", pages.window.page(Place.HISTORY))
        qtbot.waitUntil(lambda: page.current is not None)
        page.sessions.detail.main.click()
        qtbot.waitUntil(lambda: pages.window.current is pages.window.session)
        assert pages.window.session.conductor is not None
        assert pages.window.session.conductor.player.state is State.PAUSED


def test_it_is_not_offered_in_a_session_that_has_been_started(
    qtbot: QtBot, folders: Folders, timeline: Timeline, names: Names
) -> None:
    break_off(folders, timeline, names, 1)
    with wired_window(qtbot, folders) as pages:
        pages.open_session(timeline)
        assert pages.window.session.conductor is not None
        pages.offer_to_go_on()
        pages.window.session.conductor.player.go()
        wait_for_errands(pages, qtbot)  # behind the look for what was broken off
        assert pages.window.current is pages.window.session


def test_while_another_window_runs_a_session_this_one_only_looks(
    qtbot: QtBot, folders: Folders, timeline: Timeline, names: Names
) -> None:
    with recorded(folders.home) as other, wired_window(qtbot, folders) as pages:
        player = other.after(begin(other, timeline, names), LEAD_IN_MS + REP_MS + 500)
        other.history.settle()
        assert not pages.open_session(timeline)
        assert pages.window.current is pages.window.page(Place.WORKOUTS)
        assert "none can be started here" in pages.needs.notices.text
        pages.window.show_place(Place.HISTORY)
        page = cast("HistoryPage", pages.window.page(Place.HISTORY))
        qtbot.waitUntil(lambda: page.current is not None)
        assert page.current is not None
        assert page.current.state == "running"
        assert not page.sessions.detail.main.isEnabled()
        player.stop()
        other.history.settle()
        assert pages.open_session(timeline)


def test_what_another_program_does_is_seen_in_the_history(
    qtbot: QtBot, folders: Folders, timeline: Timeline, names: Names
) -> None:
    with recorded(folders.home) as other, wired_window(qtbot, folders) as pages:
        player = other.after(begin(other, timeline, names), LEAD_IN_MS + REP_MS + 500)
        other.history.settle()
        pages.window.show_place(Place.HISTORY)
        page = cast("HistoryPage", pages.window.page(Place.HISTORY))
        qtbot.waitUntil(lambda: page.current is not None and page.current.sets[0].done_reps == 1)
        other.after(player, REP_MS)
        qtbot.waitUntil(lambda: page.current is not None and page.current.sets[0].done_reps == 2)
        player.stop()
        qtbot.waitUntil(lambda: page.current is not None and page.current.state == "ended")
        qtbot.waitUntil(page.sessions.detail.main.isEnabled)


def test_what_is_said_at_the_end_is_kept_and_leads_to_a_suggestion(
    qtbot: QtBot, folders: Folders, timeline: Timeline, names: Names
) -> None:
    with recorded(folders.home) as done:
        done.after(begin(done, timeline, names), timeline.duration_ms + 1000)
        done.history.rate_last(5, 0, "")
    with wired_window(qtbot, folders) as pages:
        session = pages.window.session
        pages.open_session(timeline)
        assert session.conductor is not None
        session.conductor.player.go()
        skip_to_the_end(pages)
        session.finish.pain.take(8)
        qtbot.waitUntil(session.finish.suggestion.isVisible)
        assert session.finish.suggestion.suggestion is not None
        assert session.finish.suggestion.suggestion.kind == "easier"
        pages.needs.history.settle()
        assert [one.pain for one in read_sessions(folders.history)] == [0, 8]
        session.finish.suggestion.take.click()
        if session.finish.suggestion.suggestion.data:
            builder = cast("BuilderPage", pages.window.page(Place.BUILDER))
            assert pages.window.current is builder
            assert builder.document.is_changed
            assert builder.document.data == session.finish.suggestion.suggestion.data


def test_nothing_is_suggested_after_a_session_of_another_window(
    qtbot: QtBot, folders: Folders, timeline: Timeline, names: Names
) -> None:
    with recorded(folders.home) as other, wired_window(qtbot, folders) as pages:
        session = pages.window.session
        pages.open_session(timeline)
        assert session.conductor is not None
        running = other.after(begin(other, timeline, names), LEAD_IN_MS + REP_MS + 500)
        session.conductor.player.go()  # is not recorded
        running.stop()
        other.history.rate_last(9, 9, "")
        other.history.settle()
        skip_to_the_end(pages)
        session.finish.pain.take(0)
        wait_for_errands(pages, qtbot)
        assert session.finish.suggestion.suggestion is None


def test_what_was_thought_of_one_session_is_not_suggested_after_the_next(
    qtbot: QtBot, folders: Folders, timeline: Timeline
) -> None:
    with wired_window(qtbot, folders) as pages:
        session = pages.window.session
        pages.open_session(timeline)
        assert session.conductor is not None
        session.conductor.player.go()
        skip_to_the_end(pages)
        session.finish.pain.take(9)
        pages.open_session(timeline)
        wait_for_errands(pages, qtbot)
        assert session.finish.suggestion.suggestion is None


def test_a_history_that_is_found_broken_on_its_screen_is_set_aside_too(qtbot: QtBot, folders: Folders) -> None:
    folders.home.mkdir(parents=True)
    with wired_window(qtbot, folders) as pages:
        folders.history.write_bytes(b"no database " * 999)
        pages.window.show_place(Place.HISTORY)
        qtbot.waitUntil(lambda: "was set aside as" in pages.needs.notices.text)
        assert read_sessions(folders.history) == ()


def test_a_broken_history_is_set_aside_at_the_start(qtbot: QtBot, folders: Folders) -> None:
    folders.home.mkdir(parents=True)
    folders.history.write_bytes(b"no database " * 999)
    with wired_window(qtbot, folders) as pages:
        pages.offer_to_go_on()
        qtbot.waitUntil(lambda: "was set aside as" in pages.needs.notices.text)
        assert len(list(Path(folders.home).glob("history-broken-*.sqlite3"))) == 1
        assert read_sessions(folders.history) == ()
