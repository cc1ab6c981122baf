"""The system's file dialogs. They are opened, not waited for: the window goes on."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

WORKOUT_FILES = {"yaml": "Workouts (*.yaml *.yml)"}
SOUND_FILES = {
    "mp3": "MP3: small, plays everywhere (*.mp3)",
    "ogg": "Ogg Vorbis: small (*.ogg)",
    "flac": "FLAC: exact, half as large as WAV (*.flac)",
    "wav": "WAV: exact, large (*.wav)",
}


def ask_for_files(parent: QWidget, title: str, then: Callable[[Sequence[Path]], None]) -> None:
    """Which workout files to read."""
    dialog = _dialog(parent, title, list(WORKOUT_FILES.values()))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda names: then([Path(name) for name in names]))
    dialog.open()


def ask_for_file(
    parent: QWidget, title: str, then: Callable[[Path], None], kinds: Mapping[str, str] = WORKOUT_FILES
) -> None:
    """Which file to open, a workout if nothing else is said."""
    dialog = _dialog(parent, title, list(kinds.values()))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.open()


def ask_where_to_save(
    parent: QWidget, title: str, stem: str, kinds: Mapping[str, str], then: Callable[[Path], None]
) -> None:
    """Where to write a file, and of which kind; the dialog itself asks before an old one is replaced."""
    dialog = _dialog(parent, title, list(kinds.values()))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(next(iter(kinds)))
    dialog.filterSelected.connect(
        lambda chosen: dialog.setDefaultSuffix(next(suffix for suffix, text in kinds.items() if text == chosen))
    )
    dialog.selectFile(stem)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.open()


def _dialog(parent: QWidget, title: str, filters: Sequence[str]) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setNameFilters(filters)
    return dialog
