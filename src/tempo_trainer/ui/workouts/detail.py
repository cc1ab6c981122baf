"""One workout in detail: what it is for, what it is made of, what is wrong with it, and what can be done with it."""

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QWidget

from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.themes import Theme
from tempo_trainer.ui.widgets import button, column, label
from tempo_trainer.ui.workouts.entries import Entry
from tempo_trainer.workout.problems import Problem

BROKEN = "This file has problems and cannot be started. Put them right in a text editor: the list follows at once."


class Detail(QFrame):
    """A card with three buttons: the first starts a workout, or opens a broken one. `line_wanted` names a problem."""

    line_wanted = Signal(int, int)

    def __init__(self, theme: Theme, menu: QMenu) -> None:
        super().__init__()
        self.setObjectName("card")
        self._theme = theme
        self._entry: Entry | None = None
        self._name = label("name")
        self._facts = label("quiet")
        self._text = label(text_format=Qt.TextFormat.RichText)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self._text.linkActivated.connect(lambda place: self.line_wanted.emit(*map(int, place.split(":"))))
        self.start = button("Start", "primary")
        self.edit = button("Edit")
        self.more = button("More")
        self.more.setMenu(menu)
        self.more.removeAction(menu.menuAction())  # with it the button would take the keys of the menu
        self.more.setAccessibleName("More to do with this workout")
        self._arrange()

    def show_entry(self, entry: Entry | None, instead: str = "") -> None:
        """Show a workout, the problems of a broken one, or what to say where there is none."""
        self._entry = entry
        for control in (self.start, self.edit, self.more):
            control.setVisible(entry is not None)
        if entry is None:
            self._show("", "", _paragraphs([instead]))
            return
        self.start.setText("Start" if entry.good else "Open in editor")
        self.start.setAccessibleName(f"{self.start.text()}: {entry.name}")
        self.edit.setVisible(entry.good)
        self.edit.setText("Edit" if entry.own else "Edit a copy")
        self.edit.setAccessibleName(f"{self.edit.text()}: {entry.name}")
        if entry.good:
            self._show(entry.name, _facts(entry), _paragraphs([entry.summary]) + _exercises(entry))
        else:
            self._show(entry.name, BROKEN, self._problems(entry))

    def set_theme(self, theme: Theme) -> None:
        """Links have a colour of the theme."""
        self._theme = theme
        if self._entry:
            self.show_entry(self._entry)

    def _problems(self, entry: Entry) -> str:
        return "".join(
            f"<p style='margin-bottom:12px'>{_as_link(problem, self._theme.accent)}</p>" for problem in entry.problems
        )

    def _show(self, name: str, facts: str, html: str) -> None:
        self._name.setText(name)
        self._name.setVisible(bool(name))
        self._facts.setText(facts)
        self._facts.setVisible(bool(facts))
        self._text.setText(html)

    def _arrange(self) -> None:
        inside = QWidget()
        texts = column(inside, (0, 0, SPACE, 0), 2 * SPACE)
        for widget in (self._name, self._facts, self._text):
            texts.addWidget(widget)
        texts.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addWidget(self.start, 1)
        buttons.addWidget(self.edit)
        buttons.addWidget(self.more)
        outside = column(self, (3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE), 2 * SPACE)
        outside.addWidget(scroll, 1)
        outside.addLayout(buttons)


def _facts(entry: Entry) -> str:
    needs = f"needs {', '.join(entry.equipment)}" if entry.equipment else "no equipment"
    first = "  ·  ".join(part for part in (entry.level, entry.length, needs) if part)
    return f"{first}\nUnder tension: {entry.tension or 'never'}"


def _as_link(problem: Problem, colour: str) -> str:
    """The problem as `check` tells it, its place a link."""
    place, told = f"{problem.line}:{problem.column}", str(problem)
    end = told.index(f":{place}:") + len(place) + 1
    return f"<a href='{place}' style='color:{colour}'>{escape(told[:end])}</a>{escape(told[end:])}"


def _exercises(entry: Entry) -> str:
    return "".join(
        f"<p style='margin-bottom:10px'><b>{escape(name)}</b><br>{escape(amount)}</p>"
        for name, amount in entry.exercises
    )


def _paragraphs(texts: Iterable[str]) -> str:
    return "".join(f"<p style='margin-bottom:14px'>{escape(text)}</p>" for text in texts if text)
