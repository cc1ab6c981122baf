"""The choice of an exercise: a list that opens, and a search in it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QListView, QStyledItemDelegate

from tempo_trainer.ui.fields import Combo
from tempo_trainer.workout.exercise import Exercise

INSIDE = "border: none; background: transparent; padding: 0; min-height: 0;"  # the list around it has all that
FOUND = "QListView::item { min-height: 32px; padding: 0 8px; }"  # as in lists that open


class ExerciseChooser(Combo):
    """Typing a part of a name shows those that have it; Enter takes the first. What is no name is not kept."""

    def __init__(self) -> None:
        super().__init__("Exercise")
        self._texts: Mapping[str, str] = {}
        self._key = ""
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(14)
        self._line = line = QLineEdit()
        self.setLineEdit(line)
        line.setAccessibleName("Exercise: type to search")
        line.setStyleSheet(INSIDE)
        line.setPlaceholderText("Type to search")
        line.returnPressed.connect(self._take_first)
        line.editingFinished.connect(self._restore)
        finder = QCompleter(self.model(), self)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        popup = QListView()
        finder.setPopup(popup)
        popup.setObjectName("card")
        popup.setItemDelegate(QStyledItemDelegate(popup))  # the completer's own knows no style sheet
        popup.setStyleSheet(FOUND)
        self.setCompleter(finder)

    def show_exercise(self, key: str, exercises: Mapping[str, Exercise]) -> None:
        """Offer these, and show this one, be it known or not; what is being typed stays if nothing is new."""
        texts = _by_name(exercises)
        if texts != self._texts:
            self._texts = texts
            self.offer(texts)
        elif key == self._key:
            return
        self._key = key
        self._restore()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802  Qt's name
        """What is typed takes the place of the name."""
        super().focusInEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self._line.selectAll()

    def _take_first(self) -> None:
        """The first that has what is typed, if that is not a name already."""
        typed = self._line.text().strip().casefold()
        found = [key for key, text in self._texts.items() if typed and typed in text.casefold()]
        if found and all(text.casefold() != typed for text in self._texts.values()):
            self.choose(found[0])
            self.picked.emit(found[0])

    def _restore(self) -> None:
        """Show what is chosen."""
        if self.chosen() != self._key or self._line.text() != self._texts.get(self._key, self._key):
            self.choose(self._key)
            self.setEditText(self._texts.get(self._key, self._key))


def _by_name(exercises: Mapping[str, Exercise]) -> Mapping[str, str]:
    """Texts in the order of the alphabet; two of one name are told apart by their ids."""
    names = [exercise.name for exercise in exercises.values()]
    texts = {
        key: f"{exercise.name} ({key})" if names.count(exercise.name) > 1 else exercise.name
        for key, exercise in exercises.items()
    }
    return dict(sorted(texts.items(), key=lambda item: item[1].casefold()))
