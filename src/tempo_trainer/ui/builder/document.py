"""The workout that is being built: plain data as its file says it, what is wrong with it, and every step back.

The data are never edited in place: an edit brings new ones, which share with the old ones what stayed the same.
"""

from collections.abc import Callable, Mapping
from pathlib import Path as FilePath
from typing import Any, ParamSpec

from pydantic import ValidationError
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from tempo_trainer.files import Stamp
from tempo_trainer.ui.builder.checking import Checker
from tempo_trainer.ui.builder.outline import Outline
from tempo_trainer.ui.builder.planner import Planner
from tempo_trainer.ui.builder.steps import Edit
from tempo_trainer.workout.edits import put
from tempo_trainer.workout.exercise import Exercise
from tempo_trainer.workout.model import Names, Workout
from tempo_trainer.workout.strict_yaml import Path
from tempo_trainer.workout.tempo import Ramp, Tempo, parse_tempo
from tempo_trainer.workout.timeline import Timeline
from tempo_trainer.workout.validation import Finding

Data = Mapping[str, Any]
Said = ParamSpec("Said")

_WORDS = {"lead_in": "time to get ready", "first_side": "first side", "rest_after": "rest after", "hold": "length"}


class Document(QObject):
    """Tells `changed` after every edit, `planned` when the length of what is valid is known, `saved` after a save."""

    changed = Signal()
    planned = Signal()
    saved = Signal()

    def __init__(self, names: Names, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo = QUndoStack(self)
        self.data: Data = {}
        self.workout: Workout | None = None  # None while something is wrong
        self.timeline: Timeline | None = None  # of the last valid state; None while nothing has been compiled
        self.outline: Outline | None = None  # of the timeline
        self.path: FilePath | None = None
        self.stamp: Stamp | None = None  # of the file as we know it
        self._shipped = self._names = names
        self._wrong: tuple[Finding, ...] = ()
        self._too_long: tuple[Finding, ...] = ()
        self._kept: Data = {}
        self._gone = False  # what was kept is on no disk any more
        self._number = 0  # of what was taken up, so that late news of something else are known as such
        self._checker = Checker()
        self._planner = Planner(self)
        self._planner.planned.connect(self._take_plan)
        self._planner.too_long.connect(self._take_too_long)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All that is wrong."""
        return self._wrong + self._too_long

    @property
    def names(self) -> Names:
        """The exercises and presets that may be named here: those of this workout in front of all others."""
        return self._names

    @property
    def kept(self) -> Data:
        """The data that are on the disk; none of a new workout that was found as a draft, or if the file is gone."""
        return {} if self._gone else self._kept

    @property
    def is_changed(self) -> bool:
        """Whether there is something to save that is on no disk."""
        return self.data is not self.kept and self.data != self.kept

    def begin(self, data: Data, path: FilePath | None, stamp: Stamp | None, *, changed: bool = False) -> None:
        """Take up other data; there is nothing to undo. `changed`: what is on the disk is something else."""
        self._number += 1
        self.undo.clear()
        self.path, self.stamp = path, stamp
        self._kept = {} if changed else data
        self._gone = False
        self.timeline = self.outline = None
        self._take(data)

    def while_open(self, call: Callable[Said, object]) -> Callable[Said, None]:
        """The call, which does nothing once something else has been taken up: for what is done later."""
        number = self._number

        def call_if_open(*args: Said.args, **kwargs: Said.kwargs) -> None:
            if number == self._number:
                call(*args, **kwargs)

        return call_if_open

    def set_names(self, names: Names) -> None:
        """Others may be named from now on: a preset was changed on its own page."""
        self._shipped = names
        if self.data:
            self._take(self.data)

    def edit(self, what: str, data: Data, merge_key: object = None) -> None:
        """One step that can be undone. Steps with the same key that follow one another are one, until `settle`."""
        step = self._open_step(merge_key)
        if step:
            step.extend(data)
            if data == step.before:
                step.setObsolete(True)
                self.undo.undo()  # which takes an obsolete step off the stack, and does nothing else
        elif data != self.data:
            self.undo.push(Edit(what, self.data, data, merge_key, self._take))

    def put(self, path: Path, value: Any) -> None:
        """Say something else at a place; None takes the key out. Typing in one place is one step."""
        what = str(next((key for key in reversed(path) if isinstance(key, str)), "workout"))
        self.edit(f"change of {_WORDS.get(what, what.replace('_', ' '))}", put(self.data, path, value), path)

    def settle(self) -> None:
        """What is typed from now on is another step: a field was left, or the workout saved."""
        if step := self._last_step():
            step.settle()

    def keep(self, data: Data, path: FilePath, stamp: Stamp | None) -> None:
        """These data are on the disk now."""
        self.settle()
        self.path, self.stamp, self._kept, self._gone = path, stamp, data, False
        self.saved.emit()

    def refuse(self, finding: Finding) -> None:
        """What is valid otherwise is too long."""
        self.workout = None
        self._too_long = (finding,)
        self.changed.emit()

    def set_gone(self, *, gone: bool) -> None:
        """The file has vanished, or is there again."""
        if gone != self._gone:
            self._gone = gone
            self.changed.emit()

    def problem_at(self, path: Path) -> str:
        """What is wrong at just this place, or that something is missing there; empty if all is well."""
        return "; ".join(finding.message for finding in self.findings if finding.path == path)

    def problems_within(self, path: Path) -> tuple[Finding, ...]:
        """All that is wrong at a place and below it."""
        return tuple(finding for finding in self.findings if finding.path[: len(path)] == path)

    def _last_step(self) -> Edit | None:
        """The step that was done last."""
        step = self.undo.command(self.undo.index() - 1) if self.undo.index() else None
        return step if isinstance(step, Edit) else None

    def _open_step(self, key: object) -> Edit | None:
        """The last step, if an edit with this key goes on with it."""
        step = None if self.undo.canRedo() else self._last_step()
        return step if step and step.goes_on(key) else None

    def _take(self, data: Data) -> None:
        self.data = data
        self._names = _with_own(data, self._shipped)
        self.workout, self._wrong = self._checker.check(data, self._shipped)
        self._too_long = ()
        if self.workout:
            self._planner.plan(self.workout, self._shipped)
        else:
            self._planner.drop()
        self.changed.emit()

    def _take_plan(self, outline: Outline) -> None:
        self.outline, self.timeline = outline, outline.timeline
        self.planned.emit()

    def _take_too_long(self, block: int, message: str) -> None:
        self.refuse(Finding(("blocks", block - 1), message))


def _with_own(data: Data, names: Names) -> Names:
    """The names, with those of the data in front that are good enough to be used."""
    exercises = {key: made for key, said in _mapping(data, "exercises").items() if (made := _exercise(key, said))}
    presets = {key: tempo for key, said in _mapping(data, "presets").items() if (tempo := tempo_of(said))}
    return Names({**names.exercises, **exercises}, {**names.presets, **presets})


def _mapping(data: Data, key: str) -> Mapping[Any, Any]:
    value = data.get(key)
    return value if isinstance(value, Mapping) else {}


def _exercise(key: Any, said: Any) -> Exercise | None:
    """One that is half filled in can be chosen already; what is wrong with it is told at its own form."""
    try:
        return Exercise.model_validate(said)
    except ValidationError:
        return Exercise(name=str(key) or "?") if isinstance(said, Mapping) else None


def tempo_of(said: Any) -> Tempo | Ramp | None:
    """The tempo that is said; None where it is none, be it the name of a preset."""
    try:
        tempo = parse_tempo(said)
    except ValueError:
        return None
    return None if isinstance(tempo, str) else tempo
