"""Compiles what is being built, off the main thread: the latest state only, and only when typing pauses."""

from contextlib import suppress

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from tempo_trainer.workout.compiler import compile_timeline
from tempo_trainer.workout.model import Names, Workout
from tempo_trainer.workout.timeline import Timeline, TooLongError

PAUSE_MS = 120  # compiling takes the interpreter's lock in turns with the window


class Planner(QObject):
    """Tells `planned` with the timeline, or `too_long` with the block (from 1) and a sentence."""

    planned = Signal(object)
    too_long = Signal(int, str)
    _compiled = Signal(int, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wanted: tuple[Workout, Names] | None = None
        self._number = 0
        self._busy = False
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self._start)
        self._compiled.connect(self._take)

    def plan(self, workout: Workout, names: Names) -> None:
        """Compile this one next; what was wanted before is not any more."""
        self._number += 1
        self._wanted = workout, names
        self._timer.start()

    def drop(self) -> None:
        """Nothing is wanted."""
        self._number += 1
        self._wanted = None
        self._timer.stop()

    def _start(self) -> None:
        if self._busy or self._wanted is None:
            return
        number, (workout, names) = self._number, self._wanted
        self._wanted = None
        self._busy = True
        QThreadPool.globalInstance().start(lambda: self._compile(number, workout, names))

    def _compile(self, number: int, workout: Workout, names: Names) -> None:
        """In a thread of the pool."""
        made: Timeline | TooLongError
        try:
            made = compile_timeline(workout, names)
        except TooLongError as error:
            made = error
        with suppress(RuntimeError):  # the window may have been closed meanwhile
            self._compiled.emit(number, made)

    def _take(self, number: int, made: Timeline | TooLongError) -> None:
        self._busy = False
        if number != self._number:
            if not self._timer.isActive():
                self._start()
        elif isinstance(made, TooLongError):
            self.too_long.emit(made.block, str(made))
        else:
            self.planned.emit(made)
