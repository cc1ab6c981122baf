"""One workout in detail: what it is for, what it is made of, and the button that starts it."""

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.widgets import button, column, label
from tempo_trainer.ui.workouts.entries import Entry
from tempo_trainer.workout.export import exercise_lines, length, tension
from tempo_trainer.workout.timeline import Timeline


class Detail(QFrame):
    """A card; `start` is its button."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._name = label("name")
        self._facts = label("quiet")
        self._text = label(text_format=Qt.TextFormat.RichText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.start = button("Start", "primary")
        inside = QWidget()
        texts = column(inside, (0, 0, SPACE, 0), 2 * SPACE)
        for widget in (self._name, self._facts, self._text):
            texts.addWidget(widget)
        texts.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        outside = column(self, (3 * SPACE,) * 4, 2 * SPACE)
        outside.addWidget(scroll, 1)
        outside.addWidget(self.start)

    def show_entry(self, entry: Entry | None) -> None:
        """Show a workout, the problems of a broken one, or what to do where there is none."""
        self.start.setEnabled(bool(entry and entry.timeline))
        self.start.setAccessibleName(f"Start {entry.name}" if entry else "Start")
        if entry is None:
            self._show("No workouts", "", "No workout files were found.")
        elif entry.timeline is None:
            self._show(entry.name, "This file has problems and cannot be started.", _paragraphs(entry.problems))
        else:
            self._show(entry.name, _facts(entry.timeline), _description(entry.timeline))

    def _show(self, name: str, facts: str, html: str) -> None:
        self._name.setText(name)
        self._facts.setText(facts)
        self._facts.setVisible(bool(facts))
        self._text.setText(html)


def _facts(timeline: Timeline) -> str:
    everything = {thing[0].lower() + thing[1:] for bout in timeline.bouts for thing in bout.exercise.equipment}
    equipment = sorted(thing for thing in everything if "(optional)" not in thing)
    under_tension = tension(timeline)
    parts = [
        (timeline.workout.level or "").capitalize(),
        length(timeline),
        f"under tension: {under_tension}" if under_tension else "",
        f"needs {', '.join(equipment)}" if equipment else "no equipment",
    ]
    return "  ·  ".join(part for part in parts if part)


def _description(timeline: Timeline) -> str:
    lines = [line.split(": ", 1) for line in exercise_lines(timeline)]
    exercises = "".join(
        f"<p style='margin-bottom:10px'><b>{escape(name)}</b><br>{escape(rest)}</p>" for name, rest in lines
    )
    return _paragraphs([timeline.workout.summary]) + exercises


def _paragraphs(texts: Iterable[str]) -> str:
    return "".join(f"<p style='margin-bottom:14px'>{escape(text)}</p>" for text in texts if text)
