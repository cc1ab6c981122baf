"""The list of exercises by level, and what is left of it while one searches."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView

from tempo_trainer.ui.figure.figures import Figures
from tempo_trainer.ui.guide.rows import EXERCISE, ID, RowDelegate
from tempo_trainer.ui.guide.texts import LEVELS, SIDES, Catalogue, matches
from tempo_trainer.ui.themes import Theme
from tempo_trainer.workout.exercise import CatalogueExercise


class ExerciseList(QListView):
    """`chosen` tells which exercise the user went to."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, figures: Figures) -> None:
        super().__init__()
        self._catalogue: Catalogue = {}
        self._told = ""
        self._model = QStandardItemModel(self)
        self._delegate = RowDelegate(theme, figures)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("Exercises")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(lambda *_: self._tell())

    @property
    def current(self) -> str:
        """The id of the chosen exercise; empty if none is."""
        return str(self.currentIndex().data(ID) or "")

    def ids(self) -> list[str]:
        """All that are listed now."""
        found = (self._model.item(row).data(ID) for row in range(self._model.rowCount()))
        return [str(made) for made in found if made]

    def fill(self, catalogue: Catalogue) -> None:
        """List these."""
        self._catalogue = catalogue
        self.search("")

    def search(self, wanted: str) -> None:
        """List what matches; the one that was chosen last stays chosen if it does, else the first takes its place."""
        chosen = self._told
        found = {key: made for key, made in self._catalogue.items() if matches(made, wanted)}
        self.selectionModel().blockSignals(True)
        self._model.clear()
        for level, heading in LEVELS.items():
            self._add(heading, {key: made for key, made in found.items() if made.level == level})
        self.selectionModel().blockSignals(False)
        self.choose(chosen if chosen in found else next(iter(found), ""))

    def choose(self, exercise_id: str) -> None:
        """Go to an exercise, if it is listed."""
        rows = range(self._model.rowCount())
        row = next((row for row in rows if self._model.item(row).data(ID) == exercise_id), None)
        if row is not None and exercise_id:
            self.setCurrentIndex(self._model.index(row, 0))
            self.scrollTo(self._model.index(0 if row == 1 else row, 0))

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        self._delegate.set_theme(theme)
        self.viewport().update()

    def _add(self, heading: str, exercises: Catalogue) -> None:
        if exercises:
            item = QStandardItem(heading)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self._model.appendRow(item)
        for key, exercise in exercises.items():
            self._model.appendRow(_item(key, exercise))

    def _tell(self) -> None:
        if self.current and self.current != self._told:
            self._told = self.current
            self.chosen.emit(self._told)


def _item(key: str, exercise: CatalogueExercise) -> QStandardItem:
    item = QStandardItem(exercise.name)
    item.setData(exercise, EXERCISE)
    item.setData(key, ID)
    item.setData(
        f"{exercise.name}, {LEVELS[exercise.level]}, {SIDES[exercise.sides]}", Qt.ItemDataRole.AccessibleTextRole
    )
    return item
