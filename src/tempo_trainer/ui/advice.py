"""A suggestion for what to do next, with its reason; nothing is made of it unasked."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from tempo_trainer.history.advice import Suggestion
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import button, column, label, named


class AdviceCard(QFrame):
    """Emits `wanted` with the suggestion that the user takes up."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAccessibleName("Suggestion")
        self.suggestion: Suggestion | None = None
        self._title = named(label(), "field")
        self._reason = label("quiet")
        self.take = button("Make this workout")
        self.take.clicked.connect(lambda: self.wanted.emit(self.suggestion))
        rows = column(self, (2 * SPACE, SPACE, 2 * SPACE, 2 * SPACE), SPACE)
        rows.addWidget(label("section", "What next"))
        rows.addWidget(self._title)
        rows.addWidget(self._reason)
        rows.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_suggestion(self, suggestion: Suggestion | None) -> None:
        """Show it; None takes the card away."""
        self.suggestion = suggestion
        self.setVisible(suggestion is not None)
        if suggestion is None:
            return
        self._title.setText(suggestion.title)
        self._reason.setText(suggestion.reason)
        self.take.setText("Make this workout" if suggestion.data else "Show this workout")
        self.take.setVisible(bool(suggestion.data or suggestion.workout))
        self.take.setAccessibleDescription(f"{suggestion.title}. {suggestion.reason}")
