"""One session in detail: what was done, what was said of it, what may come next, and what can be done with it."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from tempo_trainer.history.records import Session
from tempo_trainer.ui.advice import AdviceCard
from tempo_trainer.ui.history.rating import RatingForm
from tempo_trainer.ui.history.richtext import RichText
from tempo_trainer.ui.history.tables import in_sentences, left_out, plan_table, sets_in_sentences, sets_table
from tempo_trainer.ui.history.words import day_in_words, length_in_words, state_told, time_in_words, zone_in_words
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.themes import Theme
from tempo_trainer.ui.widgets import button, column, label

NO_SETS = "No rep was done to its end."


class Detail(QFrame):
    """A card: `main` is for what one most likely wants, to do it again or to go on with it."""

    def __init__(self, theme: Theme, menu: QMenu) -> None:
        super().__init__()
        self.setObjectName("card")
        self._theme = theme
        self._shown: tuple[Session, datetime] | None = None
        self._name = label("name")
        self._facts = label("quiet")
        self._instead = label("quiet")
        self._plan, self._sets = RichText(), RichText()
        self._more_sets = label("quiet")
        self._sets_title = label("section", "Set by set")
        self.rating = RatingForm(theme)
        self.rating.note.cursorPositionChanged.connect(self._follow)
        self.advice = AdviceCard()
        self.main = button("", "primary")
        self.more = button("More")
        self.more.setMenu(menu)
        self.more.removeAction(menu.menuAction())  # with it the button would take the keys of the menu
        self.more.setAccessibleName("More to do with this session")
        self._arrange()

    def show_session(self, session: Session, now: datetime) -> None:
        """Show this one."""
        self.rating.show_session(session)
        if self._shown and self._shown[0].id != session.id:
            self.room.verticalScrollBar().setValue(0)
        self._shown = session, now
        self._show_parts(there=True)
        self._name.setText(session.workout)
        self._facts.setText(facts(session, now))
        self._plan.setText(plan_table(session, self._theme))
        self._plan.setAccessibleName(in_sentences(session))
        self._sets.setText(sets_table(session, self._theme) if session.sets else NO_SETS)
        self._sets.setAccessibleName(sets_in_sentences(session) or NO_SETS)
        self._more_sets.setText(left_out(session))
        self._more_sets.setVisible(bool(left_out(session)))
        self.main.setText("Go on with it" if session.state == "interrupted" else "Do it again")

    def show_nothing(self, instead: str) -> None:
        """There is none; say so."""
        self._shown = None
        self._show_parts(there=False)
        self._instead.setText(instead)
        self.advice.show_suggestion(None)

    def set_theme(self, theme: Theme) -> None:
        """The lines of the tables have a colour of the theme."""
        self._theme = theme
        self.rating.set_theme(theme)
        if self._shown:
            self.show_session(*self._shown)

    def _follow(self) -> None:
        """The line that is typed is in sight, as long as the note may become."""
        note, inside = self.rating.note, self.room.widget()
        if note.hasFocus() and inside is not None:
            at = note.mapTo(inside, note.cursorRect().center())
            self.room.ensureVisible(at.x(), at.y(), 0, 3 * SPACE)

    def _show_parts(self, *, there: bool) -> None:
        self._instead.setVisible(not there)
        parts = (self._name, self._facts, self._plan, self._sets, self._sets_title, self.rating, self.main, self.more)
        for part in (*parts, self._more_sets):
            part.setVisible(there)

    def _arrange(self) -> None:
        inside = QWidget()
        rows = column(inside, (0, 0, SPACE, SPACE), 2 * SPACE)
        head = QVBoxLayout()
        head.setSpacing(SPACE // 2)
        head.addWidget(self._name)
        head.addWidget(self._facts)
        rows.addLayout(head)
        for widget in (self._instead, self._plan, self.rating, self.advice, self._sets_title, self._sets):
            rows.addWidget(widget)
        rows.addWidget(self._more_sets)
        rows.addStretch(1)
        self.room = QScrollArea()
        self.room.setWidgetResizable(True)
        self.room.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # so that arrows scroll it
        self.room.setAccessibleName("The session in detail")
        self.room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.room.setWidget(inside)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addWidget(self.main, 1)
        buttons.addWidget(self.more)
        outside = column(self, (2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE), 2 * SPACE)
        outside.addWidget(self.room, 1)
        outside.addLayout(buttons)


def facts(session: Session, now: datetime) -> str:
    """When, how long in all and under tension, and how it ended."""
    at = session.started_at
    time = " ".join(part for part in (time_in_words(at), zone_in_words(at)) if part)
    whole = (
        length_in_words(session.lasted_ms),
        f"{length_in_words(session.tension_ms)} under tension" if session.sets else "",
        str(state_told(session)),
    )
    parts = (
        f"{day_in_words(at.date(), now.date())}, {time}",
        *(part.replace(" ", "\N{NO-BREAK SPACE}") for part in whole if part),
    )
    return "\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}·  ".join(parts)  # a line does not begin with the dot
