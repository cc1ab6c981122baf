"""What this program is, in which version, and under which terms."""

from importlib.metadata import version

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QWidget

from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import button, column, label

WHAT = "Leads a runner through strength work in a given tempo, by eye and by ear."
TERMS = (
    "Free software under the MIT licence. It listens on no network and sends nothing anywhere. "
    "The voice was made with SVOX Pico (Apache 2.0)."
)
NO_DOCTOR = "It is no medical advice: stop when it hurts, and see a professional when the pain stays."


def about(parent: QWidget) -> QDialog:
    """The dialog; whoever opens it shows it."""
    dialog = QDialog(parent)
    dialog.setWindowTitle("About Tempo Trainer")
    dialog.setObjectName("page")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    rows = column(dialog, (4 * SPACE, 3 * SPACE, 4 * SPACE, 3 * SPACE), 2 * SPACE)
    rows.addWidget(label("title", "Tempo Trainer"))
    rows.addWidget(label("quiet", f"Version {version('tempo-trainer')}, with Qt {qVersion()}"))
    for text in (WHAT, TERMS, NO_DOCTOR):
        rows.addWidget(label("", text))
    close = button("Close", "primary")
    close.setDefault(True)
    close.clicked.connect(dialog.accept)
    rows.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
    dialog.setMinimumWidth(480)
    return dialog
