"""The builder screen: the list of blocks, the form of the chosen one, and the plan of the whole session."""

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path as FilePath
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from tempo_trainer.ui.builder.actions import BlockActions
from tempo_trainer.ui.builder.blocklist import BlockList
from tempo_trainer.ui.builder.deeds import first_difference, nearest
from tempo_trainer.ui.builder.document import Document
from tempo_trainer.ui.builder.formroom import FormRoom
from tempo_trainer.ui.builder.forms import Forms
from tempo_trainer.ui.builder.head import Head
from tempo_trainer.ui.builder.keeping import DraftKeeper
from tempo_trainer.ui.builder.opening import Opening, new_workout
from tempo_trainer.ui.builder.plan import PlanView
from tempo_trainer.ui.builder.saving import Saving
from tempo_trainer.ui.errands import Errands
from tempo_trainer.ui.page import Page
from tempo_trainer.ui.question import Question
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.themes import Theme
from tempo_trainer.ui.undoing import Undoing
from tempo_trainer.ui.widgets import button, column
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.strict_yaml import Path
from tempo_trainer.workout.tempo import Ramp, Tempo
from tempo_trainer.workout.writer import tempo_as_written

WIDEST_LIST = 520
LOW = 560  # a page lower than this has no room for the plan
HOLD_S = 20  # of an exercise that is held, as its name says


class BuilderPage(Page):
    """`tell` hears (topic, sentence) of what cannot be kept.

    `start_wanted` and `saved` tell a file, `left` that the user has done here, `opened` that there is work to show,
    `changed` that there may be more or less that is not saved.
    """

    can_save = can_undo = True
    start_wanted = Signal(object)
    saved = Signal(object)
    left = Signal()
    opened = Signal()
    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        names: Names,
        workouts: FilePath,
        drafts: FilePath,
        forms: Forms,
        tell: Callable[[str, str], None],
    ) -> None:
        super().__init__()
        self.document = Document(names, self)
        self.document.begin(new_workout(), None, None)
        self.question = Question(self)
        self.head = Head(self.document)
        self.list = BlockList(theme, self.document)
        self.actions_ = BlockActions(self.document, self.list, self)
        self.form = FormRoom(self.document, forms)
        self.plan = PlanView(theme)
        self.errands = Errands(self)
        self.keeper = DraftKeeper(self.document, drafts, self)
        self.saving = Saving(self.document, self.errands, self.question, self.keeper, workouts, self)
        self.opening = Opening(self.document, names, self.saving, self.keeper, self.errands, self.question, self)
        self.keeper.failed.connect(lambda text: tell("draft", text))
        self.errands.failed.connect(lambda text: tell("builder", text))
        self._shown = self.document.data
        self._asked_to_leave: object = None
        self._told_of_loss = False
        undo = self.document.undo
        self._undoing = Undoing(self, undo.undo, undo.redo, self.document.settle)
        self._arrange()
        self._wire()
        self.choose(("blocks", 0))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.list.set_theme(theme)
        self.plan.set_theme(theme)
        self.form.set_theme(theme)

    def set_names(self, names: Names) -> None:
        """Others may be named from now on: a preset was changed on its own page."""
        self.opening.set_names(names)

    def new(self) -> None:
        """Begin a workout of one's own."""
        self.opening.new()

    def open(self, path: FilePath) -> None:
        """Take up a workout of the user's."""
        self.opening.open(path)

    def take_up(self, data: Mapping[str, Any]) -> None:
        """Take up a workout that was suggested; it is kept when it is saved."""
        self.opening.take_up(data)

    def copy_of(self, path: FilePath) -> None:
        """Take up a copy of a workout, which stays as it is."""
        self.opening.copy_of(path)

    def offer_draft(self) -> bool:
        """Ask about what a crash has left behind; False if there is nothing."""
        return self.opening.offer_draft()

    def add(self, exercise_id: str, tempo: Tempo | Ramp | str | None) -> None:
        """A block of an exercise, behind the chosen one."""
        amount = {"hold": HOLD_S} if tempo is None else {"reps": 8}
        said: dict[str, Any] = {"exercise": exercise_id, "sets": 3, **amount}
        if tempo is not None:
            said["tempo"] = tempo_as_written(tempo)
        self._take_up(said)

    def _take_up(self, block: Mapping[str, Any]) -> None:
        """Into the workout that is open; if there is none, it begins one."""
        if self.document.path is None and self.document.data == new_workout():
            self.opening.begin_with(block)
        else:
            self.actions_.add(block, "an exercise")

    def save(self) -> bool:
        """Save what is valid, what is still being typed too; go to the first problem of what is not."""
        if (field := self.window().focusWidget()) and self.form.isAncestorOf(field):
            field.clearFocus()  # a name is taken when its field is left
            self.form.enter_again(field)
        self.saving.save()
        return True

    def step_back(self) -> None:
        """Undo, and show what it was about."""
        self._undoing.undo()

    def step_forward(self) -> None:
        """Redo, and show what it was about."""
        self._undoing.redo()

    def set_steps_only(self, *, steps_only: bool) -> None:
        """Reduced motion: the figure beside the form moves in steps."""
        self.form.set_steps_only(steps_only=steps_only)

    def entered(self) -> None:
        """The focus goes to the list; what a crash has left behind is offered until the user has answered."""
        self.list.setFocus()
        if not self.question.text and not self.document.is_changed:
            self.opening.offer_draft()

    def ask_to_leave(self, then: Callable[[], object]) -> bool:
        """Ask what is to become of what is not saved. To ask for it twice is an answer: it stays as a draft.

        Where no draft can be kept, that is asked about as well. While a file is being written, nothing is asked yet.
        """
        asked = self._asked_to_leave == (self.question.text, self.saving.is_busy)
        if not self.document.is_changed or (asked and (self._told_of_loss or self.keeper.try_to_keep())):
            return False
        self.opened.emit()
        self.opening.when_done(then, loss=asked)
        self._told_of_loss = asked
        self._asked_to_leave = self.question.text, self.saving.is_busy
        return True

    def leave(self) -> None:
        """Ask what is to become of what is not saved; `left` when that is settled."""
        self.opening.leave()

    def close_page(self) -> None:
        """The window closes: what is not saved stays as a draft, and is offered at the next start."""
        self.keeper.close()

    def choose(self, path: Path) -> None:
        """Show a block, or the workout itself."""
        path = nearest(self.document.data, path)
        self.list.choose(path)
        self._show(path)

    def go_to_problem(self) -> None:
        """Show the first thing that is wrong."""
        if self.document.findings:
            place = self.document.findings[0].path
            self.choose(next(path for path in (place[:4], place[:2], ()) if nearest(self.document.data, path) == path))
            self.form.enter(place)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """What there is no room for is left out."""
        super().resizeEvent(event)
        self.plan.setVisible(event.size().height() >= LOW)

    def _show(self, path: Path) -> None:
        self.document.settle()
        self.form.show_path(path)
        self.setTabOrder(self.form.last_control(), self.plan)
        self.plan.choose(path)
        self.actions_.look()

    def _follow(self) -> None:
        """After each edit the same block is chosen, and after going back the one it was about."""
        data, before = self.document.data, self._shown
        self._shown = data
        path = nearest(data, self.list.path)
        self.actions_.look()
        if self._undoing.goes_back:
            path = first_difference(before, data)
        if path != self.form.path or self._undoing.goes_back:
            self.choose(path)
        else:
            self.form.show_path(path)  # another kind of block may stand there now

    def _start(self) -> None:
        def start() -> None:
            if self.document.path:
                self.start_wanted.emit(self.document.path)

        self.saving.save(start)

    def _arrange(self) -> None:
        side = QWidget()
        side.setMaximumWidth(WIDEST_LIST)
        left = column(side, spacing=SPACE)
        left.addWidget(self.list, 1)
        buttons = list(self._buttons())
        adds = QHBoxLayout()
        adds.setSpacing(SPACE)
        for made in buttons:
            adds.addWidget(made, 0 if made is buttons[-1] else 1)
        left.addLayout(adds)
        body = QHBoxLayout()
        body.setSpacing(3 * SPACE)
        body.addWidget(side, 2)
        body.addWidget(self.form, 3)
        page = column(self, (3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE), 2 * SPACE)
        page.addWidget(self.question)
        page.addWidget(self.head)
        page.addLayout(body, 1)
        page.addWidget(self.plan)
        for before, after in pairwise([self.list, *buttons]):
            self.setTabOrder(before, after)

    def _buttons(self) -> Iterator[QPushButton]:
        """What stands below the list."""
        actions = self.actions_
        for text, action in (
            ("+ Exercise", actions.add_exercise),
            ("+ Circuit", actions.add_circuit),
            ("+ Rest", actions.add_rest),
        ):
            made = button(text)
            made.setToolTip(action.text())
            made.setAccessibleName(action.text())
            made.clicked.connect(action.trigger)
            yield made
        more = button("⋯")
        more.setAccessibleName("More to do with the block")
        more.setToolTip("More: duplicate, move, delete, an exercise of your own")
        more.clicked.connect(lambda: actions.menu(more).popup(more.mapToGlobal(more.rect().bottomLeft())))
        yield more

    def _wire(self) -> None:
        document = self.document
        document.changed.connect(self._follow)
        document.changed.connect(self.changed)
        document.saved.connect(self.changed)
        document.planned.connect(lambda: self.plan.set_outline(document.outline))
        self.list.chosen.connect(self._show)
        self.list.entered.connect(self.form.enter)
        self.actions_.went.connect(self.choose)
        self.plan.picked.connect(self.choose)
        self.form.go_wanted.connect(self.choose)
        self.head.back_wanted.connect(self.leave)
        self.head.save_wanted.connect(self.save)
        self.head.start_wanted.connect(self._start)
        self.head.problem_wanted.connect(self.go_to_problem)
        self.head.undo_wanted.connect(self._undoing.undo)
        self.head.redo_wanted.connect(self._undoing.redo)
        self.saving.saved.connect(self.saved)
        self.saving.refused.connect(self.go_to_problem)
        self.opening.left.connect(self.left)
        self.opening.opened.connect(self._show_opened)

    def _show_opened(self) -> None:
        self._shown = self.document.data
        self.plan.set_timeline(None)
        self.form.begin()
        self.choose(("blocks", 0))
        self.opened.emit()
