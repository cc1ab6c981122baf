"""The list of presets: the user's own, then the built-in ones."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView

from tempo_trainer.ui.presets.edits import Preset, short
from tempo_trainer.ui.presets.rows import PRESET, RowDelegate
from tempo_trainer.ui.themes import Theme

OWN, BUILT_IN = "Your own", "Built in"


class PresetList(QListView):
    """`chosen` tells to which preset the user went."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._presets: Sequence[Preset] = ()
        self._model = QStandardItemModel(self)
        self._delegate = RowDelegate(theme)
        self._filling = False
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("Presets")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(24)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(lambda *_: self._tell())

    @property
    def current(self) -> str:
        """The name of the chosen preset; empty if none is."""
        preset = self.currentIndex().data(PRESET)
        return preset.name if isinstance(preset, Preset) else ""

    def fill(self, presets: Sequence[Preset], chosen: str) -> None:
        """List these, one of them chosen; without telling."""
        self._filling = True
        if presets != self._presets:
            place = self.verticalScrollBar().value()
            self._presets = presets
            self._model.clear()
            self._add(OWN, [preset for preset in presets if preset.built_in is None])
            self._add(BUILT_IN, [preset for preset in presets if preset.built_in is not None])
            self.doItemsLayout()
            self.verticalScrollBar().setValue(place)
        self._choose(chosen)
        self._filling = False

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        self._delegate.set_theme(theme)
        self.viewport().update()

    def _choose(self, name: str) -> None:
        rows = {getattr(self._model.item(row).data(PRESET), "name", ""): row for row in range(self._model.rowCount())}
        if name in rows and name != self.current:
            index = self._model.index(rows[name], 0)
            self.setCurrentIndex(index)
            self.scrollTo(index if rows[name] > 1 else self._model.index(0, 0))

    def _add(self, heading: str, presets: Sequence[Preset]) -> None:
        if presets:
            item = QStandardItem(heading)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self._model.appendRow(item)
        for preset in presets:
            self._model.appendRow(_item(preset))

    def _tell(self) -> None:
        if self.current and not self._filling:
            self.chosen.emit(self.current)


def _item(preset: Preset) -> QStandardItem:
    item = QStandardItem(preset.name)
    item.setData(preset, PRESET)
    whose = "your own, hides the built-in one" if preset.hides else "your own" if preset.own else "built in"
    item.setData(f"{preset.name}, {short(preset.tempo)}, {whose}", Qt.ItemDataRole.AccessibleTextRole)
    return item
