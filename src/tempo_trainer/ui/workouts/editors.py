"""Opening a text file at a line: in an editor that can be told the line, or else in the system's for such files."""

import os
import shlex
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from shutil import which

from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices

# Editors with windows, and how each is told the line. Those of terminals would start without one.
EDITORS: Mapping[str, Sequence[str]] = {
    "code": ("-g", "{file}:{line}:{column}"),
    "codium": ("-g", "{file}:{line}:{column}"),
    "subl": ("{file}:{line}:{column}",),
    "zed": ("{file}:{line}:{column}",),
    "kate": ("-l", "{line}", "-c", "{column}", "{file}"),
    "kwrite": ("-l", "{line}", "-c", "{column}", "{file}"),
    "gnome-text-editor": ("+{line}:{column}", "{file}"),
    "gedit": ("+{line}:{column}", "{file}"),
    "xed": ("+{line}", "{file}"),
    "pluma": ("+{line}", "{file}"),
    "mousepad": ("-l", "{line}", "-c", "{column}", "{file}"),
    "geany": ("-l", "{line}", "--column", "{column}", "{file}"),
    "featherpad": ("+{line}", "{file}"),
    "gvim": ("+{line}", "{file}"),
    "emacsclient": ("-n", "-a", "emacs", "+{line}:{column}", "{file}"),
    "mate": ("-l", "{line}:{column}", "{file}"),
    "bbedit": ("+{line}", "{file}"),
    "notepad++": ("-n{line}", "-c{column}", "{file}"),
}
CHOSEN_BY = ("VISUAL", "EDITOR")


def editor_command(
    path: Path, line: int, column: int, environment: Mapping[str, str], find: Callable[[str], str | None] = which
) -> Sequence[str]:
    """How to open a file at a line; empty if no editor is found that could be told. The user's choice comes first."""
    chosen = [Path(word).stem for variable in CHOSEN_BY for word in shlex.split(environment.get(variable, ""))[:1]]
    for name in (*chosen, *EDITORS):
        if name in EDITORS and (program := find(name)):
            return [program, *(part.format(file=path, line=line, column=column) for part in EDITORS[name])]
    return []


def open_in_editor(path: Path, line: int, column: int) -> bool:
    """Whether an editor was asked to open it."""
    command = editor_command(path, line, column, os.environ)
    if command:
        started = QProcess.startDetached(command[0], list(command[1:]))
        if started[0] if isinstance(started, tuple) else started:
            return True
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
