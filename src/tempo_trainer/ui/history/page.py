"""The history screen: what was done, session by session, and progress over the weeks."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QWidget

from tempo_trainer.history.records import Session
from tempo_trainer.ui.fields import Choices
from tempo_trainer.ui.history.book import Book
from tempo_trainer.ui.history.empty import Empty
from tempo_trainer.ui.history.exporting import Exporting
from tempo_trainer.ui.history.menu import Deed, SessionMenu
from tempo_trainer.ui.history.past import Past, Rating
from tempo_trainer.ui.history.progressing import MakeProgress, Progress
from tempo_trainer.ui.history.reading import Reading
from tempo_trainer.ui.history.thinking import Thinking
from tempo_trainer.ui.history.view import SessionsView
from tempo_trainer.ui.history.words import day_in_words
from tempo_trainer.ui.page import Page
from tempo_trainer.ui.strip import UNDO, Strip
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.themes import Theme
from tempo_trainer.ui.widgets import button, column, label, named

SESSIONS, PROGRESS = "Sessions", "Progress"
TOPIC = "history screen"  # of its own: what cannot be written stays told when all can be read
HIGH = 600  # from this height on the strip has the whole width to itself
ONLY_LOOKS = "A session is running in another window. Until it has ended, nothing can be changed here."


def _now() -> datetime:
    return datetime.now().astimezone()


class HistoryPage(Page):
    """Asks for what others do: a session like one or going on with it (their id), a suggested workout, the library."""

    can_undo = True
    again_wanted = Signal(int)
    go_on_wanted = Signal(int)
    suggestion_wanted = Signal(object)
    workouts_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        book: Book,
        make_progress: MakeProgress,
        tell: Callable[[str, str], None],
        now: Callable[[], datetime] = _now,
    ) -> None:
        super().__init__()
        self._theme, self._book, self._tell, self._now = theme, book, tell, now
        self._make_progress = make_progress
        self._past = Past()
        self._only_looks = False
        self._comes = False  # the user comes to look, and has not seen yet what was done meanwhile
        self.menu = SessionMenu(self, self.do)
        self.views = Choices("View", {SESSIONS: SESSIONS, PROGRESS: PROGRESS})
        self.views.choose(SESSIONS)
        self.export = button("Export…")
        self.sessions = SessionsView(theme, self._past, self.menu)
        self.empty = Empty()
        self.progress: Progress | None = None
        self._charted: Sequence[Session] | None = None  # what the progress was told
        self._advised = 0  # the id of the session that a suggestion is shown for
        self.looking = _notice(ONLY_LOOKS)
        self.strip = Strip()
        self.exporting = Exporting(self, self.strip, book.text_of, tell)
        self._reading = Reading(book.read, self)
        self._thinking = Thinking(book.advise, self)
        self._stack = QStackedWidget()
        self._nothing_known = QWidget()
        self._arrange()
        self._wire()

    @property
    def current(self) -> Session | None:
        """The session in detail."""
        return self.sessions.list.current

    def refresh(self) -> None:
        """The history has changed: it is read again, at once if it is looked at."""
        self._reading.outdate()
        if self.isVisible():
            self._reading.catch_up()

    def do(self, deed: Deed) -> None:
        """Do this with the chosen session."""
        self._look_who_runs()
        self.sessions.detail.rating.keep()
        session = self.current
        if session is None or not self.menu.may(deed):
            return
        match deed:
            case "again":
                self.again_wanted.emit(session.id)
            case "go_on":
                self.go_on_wanted.emit(session.id)
            case "fit":
                self.exporting.ask_for_fit(session)
            case "workout":
                self.exporting.ask_for_workout(session)
            case "delete":
                self._delete(session)

    def show_session(self, it: int) -> None:
        """Show the session with the id `it`."""
        self._show_view(SESSIONS)
        self.sessions.choose(it)

    def entered(self) -> None:
        """The keys are the list's; as long as it is not known what there is, they are the page's."""
        if self._stack.currentWidget() is self._nothing_known:
            self.setFocus()
        elif self._stack.currentWidget() is self.empty:
            self.empty.begin.setFocus()
        elif self.views.chosen() == SESSIONS:
            self.sessions.list.setFocus()
        else:
            self.views.setFocus()

    def seek(self) -> bool:
        """Let the user type what to look for."""
        if not self._past.sessions:
            return False
        self._show_view(SESSIONS)
        self.sessions.search.setFocus()
        self.sessions.search.selectAll()
        return True

    def step_back(self) -> None:
        """Bring back what was deleted last."""
        session = self._past.undelete()
        if session is None:
            return
        self.strip.hide()
        self._book.undelete(session.id)
        self._show_past()
        self.show_session(session.id)
        self.sessions.list.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.sessions.set_theme(theme)
        if self.progress:
            self.progress.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """It is laid out by its own height, which messages below do not change."""
        super().resizeEvent(event)
        self.sessions.set_room(self.width(), low=self.height() < HIGH)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  Qt's name
        """Read what has happened meanwhile."""
        super().showEvent(event)
        self._look_who_runs()
        self._comes = self._reading.catch_up()

    def event(self, event: QEvent) -> bool:
        """Who comes from another window may have begun or ended a session there."""
        if event.type() == QEvent.Type.WindowActivate and self.isVisible():
            before = self._only_looks
            self._look_who_runs()
            if before != self._only_looks:
                self.refresh()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Keys that no control has used. Those of the menu are the list's: elsewhere Del means a letter."""
        if event.key() == Qt.Key.Key_Down and self.sessions.search.hasFocus():
            self.sessions.list.setFocus()
        elif not (self.sessions.list.hasFocus() and self.menu.press(event)):
            super().keyPressEvent(event)

    def _take(self, sessions: Sequence[Session]) -> None:
        """They have been read."""
        self._tell(TOPIC, "")
        self._past.take(sessions)
        self._show_past(comes=self._comes)
        self._comes = False

    def _show_past(self, *, comes: bool = False) -> None:
        self._look_who_runs()
        self.sessions.show_past(self._now(), comes=comes)
        self._show_view(self.views.chosen())

    def _oldest_first(self) -> Sequence[Session]:
        return self._past.sessions[::-1]

    def _suit(self) -> None:
        """What can be done follows from what is chosen, and from who runs a session."""
        session, detail = self.current, self.sessions.detail
        self.menu.suit(session, only_looks=self._only_looks)
        detail.main.setEnabled(self.menu.may(self._main_deed()))
        detail.rating.set_changeable(changeable=not self._only_looks and not _runs(session))
        self.export.setEnabled(bool(self.sessions.list.sessions))

    def _look_who_runs(self) -> None:
        self._only_looks = self._book.only_looks()
        self.looking.setVisible(self._only_looks)
        self._suit()

    def _main_deed(self) -> Deed:
        return "go_on" if self.current and self.current.state == "interrupted" else "again"

    def _chosen(self) -> None:
        """What comes next. While a note is typed nothing flickers: a suggestion stays until there is another."""
        session = self.current
        tells = session is not None and not _runs(session) and self._past.is_last_of_its_workout(session)
        if session is None or not tells or session.id != self._advised:
            self.sessions.detail.advice.show_suggestion(None)
        self._suit()
        self._thinking.stop()
        if session is not None and tells:  # an older session of a workout does not say
            self._advised = session.id
            self._thinking.about(self._oldest_first(), session)

    def _rate(self, it: int, rating: Rating) -> None:
        self._past.rate(it, rating)
        self._book.rate(it, *rating)
        self._show_past()

    def _delete(self, session: Session) -> None:
        self._past.delete(session.id)
        self._book.delete(session.id)
        self._show_past()
        self.strip.offer(
            f"The session of {day_in_words(session.started_at.date(), self._now().date())} is deleted.",
            UNDO,
            self.step_back,
        )

    def _show_view(self, view: str) -> None:
        """Nothing to choose and to export where there is nothing."""
        there = bool(self._past.sessions)
        self.views.choose(view)
        self.views.setVisible(there)
        self.export.setVisible(there and view == SESSIONS)
        before, focus = self._stack.currentWidget(), self.focusWidget()
        now = self._widget_of(view) if there else self.empty
        self._stack.setCurrentWidget(now)
        if now is not before and focus and (focus is self or (before and before.isAncestorOf(focus))):
            self.entered()

    def _widget_of(self, view: str) -> QWidget:
        if view == SESSIONS:
            return self.sessions
        if self.progress is None:
            self.progress = self._make_progress(self._theme)
            self._stack.addWidget(self.progress.widget)
        if self._charted != (sessions := self._oldest_first()):
            self._charted = sessions
            self.progress.set_sessions(sessions)
        return self.progress.widget

    def _export(self) -> None:
        self.sessions.detail.rating.keep()
        self.exporting.ask_for_list(self.sessions.list.sessions)

    def _pop_up(self, at: QPoint) -> None:
        if self.sessions.list.indexAt(at).isValid():
            self.menu.popup(self.sessions.list.viewport().mapToGlobal(at))

    def _wire(self) -> None:
        self._reading.arrived.connect(self._take)
        self._reading.failed.connect(lambda why: self._tell(TOPIC, why))
        self._thinking.failed.connect(lambda why: self._tell(TOPIC, why))
        self._thinking.thought.connect(self.sessions.detail.advice.show_suggestion)
        self.views.picked.connect(self._show_view)
        self.empty.begin.clicked.connect(self.workouts_wanted)
        self.export.clicked.connect(self._export)
        self.sessions.chosen.connect(self._chosen)
        self.sessions.list.activated.connect(lambda _: self.do(self._main_deed()))
        self.sessions.list.customContextMenuRequested.connect(self._pop_up)
        detail = self.sessions.detail
        detail.main.clicked.connect(lambda: self.do(self._main_deed()))
        detail.rating.rated.connect(self._rate)
        detail.advice.wanted.connect(self.suggestion_wanted)

    def _arrange(self) -> None:
        heading = QHBoxLayout()
        heading.setSpacing(2 * SPACE)
        heading.addWidget(label("title", "History"))
        heading.addStretch(1)
        heading.addWidget(self.views)
        heading.addWidget(self.export)
        policy = self.export.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the views beside it stay where they are
        self.export.setSizePolicy(policy)
        for widget in (self._nothing_known, self.sessions, self.empty):
            self._stack.addWidget(widget)
        for part in (self.views, self.export):
            part.hide()
        page = column(self, (3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE), 2 * SPACE)
        page.addLayout(heading)
        page.addWidget(self.looking)
        page.addWidget(self._stack, 1)
        page.addWidget(self.strip)


def _notice(text: str) -> QWidget:
    made = named(QFrame(), "notice")
    column(made, (2 * SPACE, SPACE, 2 * SPACE, SPACE)).addWidget(label(text=f"⚠ {text}"))
    made.hide()
    return made


def _runs(session: Session | None) -> bool:
    return session is not None and session.state == "running"
