"""What can be done with the blocks, each as one action for keys, menu and buttons."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from tempo_trainer.ui.builder.blocklist import BlockList
from tempo_trainer.ui.builder.deeds import (
    Done,
    added,
    doubled,
    is_block,
    place_below,
    put_at,
    shifted,
    taken_out,
    with_own_exercise,
)
from tempo_trainer.ui.builder.document import Document
from tempo_trainer.ui.builder.forms.naming import uses_of_exercise, without_exercise
from tempo_trainer.workout.edits import at
from tempo_trainer.workout.strict_yaml import Path

FIRST_EXERCISE = "romanian-deadlift"


class BlockActions(QObject):
    """Acts on the chosen row; emits `went` with the path that is to be chosen after it."""

    went = Signal(object)

    def __init__(self, document: Document, blocks: BlockList, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._list = blocks
        self.add_exercise = self._action("Add an exercise", "Ins", self._add_exercise)
        self.add_circuit = self._action("Add a circuit", "", self._add_circuit)
        self.add_rest = self._action("Add a rest", "", self._add_rest)
        self.add_own = self._action("Add an exercise of your own", "", self._add_own)
        self.duplicate = self._action("Duplicate", "Ctrl+D", self._duplicate)
        self.up = self._action("Move up", "Alt+Up", lambda: self._shift(-1))
        self.down = self._action("Move down", "Alt+Down", lambda: self._shift(1))
        self.delete = self._action("Delete", "Del", self._delete)
        blocks.addActions([self.add_exercise, self.duplicate, self.up, self.down, self.delete])
        blocks.dropped.connect(self._drop)
        blocks.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        blocks.customContextMenuRequested.connect(lambda at: self.menu(blocks).popup(blocks.mapToGlobal(at)))

    def menu(self, parent: QWidget) -> QMenu:
        """All of it."""
        made = QMenu(parent)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.look()
        made.addActions([self.add_exercise, self.add_circuit, self.add_rest, self.add_own])
        made.addSeparator()
        made.addActions([self.duplicate, self.up, self.down])
        made.addSeparator()
        made.addAction(self.delete)
        return made

    def look(self) -> None:
        """Offer what can be done with the chosen row."""
        path, data = self._list.path, self._document.data
        block = is_block(path) and at(data, path) is not None
        self.duplicate.setEnabled(block)
        self.up.setEnabled(block and shifted(data, path, -1) is not None)
        self.down.setEnabled(block and shifted(data, path, 1) is not None)
        self.delete.setEnabled(block or self._is_spare(path))

    def add(self, block: Mapping[str, Any], what: str) -> None:
        """A block below the chosen one."""
        data, chosen = self._document.data, self._list.path
        into, _ = place_below(data, chosen, block)
        if len(into) > 1:  # a circuit has its rounds
            block = {key: value for key, value in block.items() if key != "sets"}
        self._do(f"adding of {what}", added(data, chosen, block))

    def _action(self, text: str, key: str, do: Callable[[], None]) -> QAction:
        made = QAction(text, self)
        if key:
            made.setShortcut(QKeySequence(key))
            made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            made.setShortcutVisibleInContextMenu(True)
        made.triggered.connect(lambda _=False: do())
        return made

    def _do(self, what: str, done: Done | None) -> None:
        if done:
            self._document.edit(what, done[0])
            self.went.emit(done[1])

    def _add_exercise(self) -> None:
        self.add({"exercise": self._usual(), "sets": 3, "reps": 8}, "an exercise")

    def _usual(self) -> str:
        """The exercise of the chosen block, as often the next is like it; else any."""
        said = at(self._document.data, self._list.path) or {}
        known = self._document.names.exercises
        usual = str(said.get("exercise", FIRST_EXERCISE)) if isinstance(said, Mapping) else FIRST_EXERCISE
        return usual if usual in known else next(iter(known), FIRST_EXERCISE)

    def _add_circuit(self) -> None:
        inner = [{"exercise": self._usual(), "reps": 8}]
        self.add({"circuit": "Circuit", "rounds": 3, "blocks": inner}, "a circuit")

    def _add_rest(self) -> None:
        self.add({"rest": 120}, "a rest")

    def _add_own(self) -> None:
        self._do("adding of an own exercise", with_own_exercise(self._document.data, self._list.path))

    def _duplicate(self) -> None:
        if is_block(self._list.path):
            self._do("duplicating", doubled(self._document.data, self._list.path))

    def _shift(self, step: int) -> None:
        if is_block(self._list.path):
            self._do("moving", shifted(self._document.data, self._list.path, step))

    def _delete(self) -> None:
        path, data = self._list.path, self._document.data
        if is_block(path):
            self._do("deleting", taken_out(data, path))
        elif self._is_spare(path):
            self._do("deleting", (without_exercise(data, str(path[1])), ()))

    def _is_spare(self, path: Path) -> bool:
        """Whether there is an exercise of the user's own that no block uses; the form of one that is used says so."""
        is_own = path[:1] == ("exercises",) and len(path) == 2
        return is_own and not uses_of_exercise(self._document.data, str(path[1]))

    def _drop(self, path: Path, to: Path, index: int) -> None:
        try:
            done = put_at(self._document.data, path, to, index)
        except ValueError:
            return
        self._do("moving", done)
