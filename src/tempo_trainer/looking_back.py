"""The history in the window: what is recorded leads to what is shown, suggested and gone on with."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from tempo_trainer.history.advice import Shipped, Suggestion, suggestion
from tempo_trainer.history.database import BrokenError
from tempo_trainer.history.keeper import History
from tempo_trainer.history.ladder.levels import LEVELS
from tempo_trainer.history.offer import Offer, offer_for
from tempo_trainer.history.records import Session
from tempo_trainer.history.unfinished import BrokenOff
from tempo_trainer.presets import KeptPresets
from tempo_trainer.session.conductor import Conductor
from tempo_trainer.sound import Sound
from tempo_trainer.ui.errands import Errands, words
from tempo_trainer.ui.history.book import Book
from tempo_trainer.ui.session.page import SessionPage
from tempo_trainer.ui.workouts.shelf import Shelf
from tempo_trainer.workout.timeline import Timeline


class LookingBack(QObject):
    """`changed` tells that there is more or less in the history, or other things are said of it; from any thread."""

    changed = Signal()

    def __init__(self, history: History, presets: KeptPresets, shelf: Shelf, sound: Sound) -> None:
        super().__init__()
        self._history = history
        self._presets = presets
        self._shelf = shelf
        self._sound = sound
        self.errands = Errands(self)
        self._stamp: object = None
        history.changed = self.changed.emit

    def book(self) -> Book:
        """What the history screen needs."""
        history = self._history
        return Book(
            read=history.sessions,
            text_of=history.text_of,
            rate=history.rate,
            delete=history.delete,
            undelete=history.undelete,
            only_looks=history.is_busy_elsewhere,
            advise=self._advise,
        )

    def look_for_changes(self) -> None:
        """Tell `changed` if somebody has written to the history since the last look, also another program."""
        before, self._stamp = self._stamp, self._history.stamp()
        if before is not None and self._stamp != before:  # else it is being read anyway
            self.changed.emit()

    def new_session(self, timeline: Timeline) -> Conductor:
        """A session that is recorded."""
        return self._sound.new_session(timeline, self._history.record(timeline, self._presets.names))

    def find_broken_off(self, found: Callable[[BrokenOff], object], number: int | None = None) -> None:
        """Tell of a session that was broken off (the newest, if it was), as soon as it is read and compiled."""
        history, names = self._history, self._presets.names
        look = partial(history.broken_off, names, number)
        self.errands.run(look, lambda broken: found(broken) if broken else None, self._failed)

    def offer_of(self, broken: BrokenOff) -> Offer:
        """What there is to say of it."""
        return offer_for(broken, self._history.now())

    def going_on(self, broken: BrokenOff) -> Conductor | None:
        """It again, paused where it goes on; None if it cannot be gone on with."""
        if not broken.timeline or not broken.begun:
            return None
        recorder = self._history.record(broken.timeline, self._presets.names, broken.session)
        return self._sound.new_session(broken.timeline, recorder, broken.begun)

    def perform_again(self, session: int, then: Callable[[Timeline], object]) -> None:
        """The workout of a past session as it was, as soon as it is read."""
        self.errands.run(partial(self._history.plan_of, session, self._presets.names), then)

    def suggest_at_end(self, page: SessionPage) -> None:
        """Whenever the runner has said something of a session that has ended: what may come next."""
        history = self._history

        def look() -> Suggestion | None:
            history.settle()
            sessions = history.sessions()
            last = next((session for session in sessions if session.id == history.last), None)
            return self._advise(sessions, last) if last else None

        def rated(effort: int | None, pain: int | None, note: str) -> None:
            history.rate_last(effort, pain, note)
            rated_one = page.conductor

            def suggest(suggestion: Suggestion | None) -> None:
                if page.conductor is rated_one:  # else another session has been opened meanwhile
                    page.finish.show_suggestion(suggestion)

            self.errands.run(look, suggest, self._failed)

        page.rated.connect(rated)

    def _failed(self, error: Exception) -> None:
        """Of a broken history it is told that it was set aside."""
        if not isinstance(error, BrokenError):
            self.errands.failed.emit(words(error))

    def _advise(self, sessions: Sequence[Session], last: Session) -> Suggestion | None:
        shipped = [
            Shipped(entry.path, entry.name, next((level for level in LEVELS if level == entry.level.lower()), None))
            for entry in self._shelf.entries.values()
            if not entry.own and not entry.problems
        ]
        return suggestion(sessions, last, self._history.text_of(last.id), self._presets.names, shipped)
