"""Compiles what is being built, off the main thread: the latest state only, and only when typing pauses."""

import logging
import time
from contextlib import suppress

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from tempo_trainer.ui.builder.outline import Outline, outline_of
from tempo_trainer.workout.compiler import compile_timeline
from tempo_trainer.workout.model import Names, Workout
from tempo_trainer.workout.timeline import Timeline, TooLongError

PAUSE_MS = 120
POLITE_S = 0.0005  # both threads need the interpreter's lock: without this, a key would wait up to 100 ms for it

log = logging.getLogger(__name__)


class _GivenUpError(Exception):
    """Something newer is wanted."""


class Planner(QObject):
    """Tells `planned` with the outline of the session, or `too_long` with the block (from 1) and a sentence."""

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

        def pace() -> None:
            if number != self._number:
                raise _GivenUpError
            time.sleep(POLITE_S)

        made: Outline | TooLongError | None = None
        try:
            made = _outline(compile_timeline(workout, names, pace))
        except TooLongError as error:
            made = error
        except _GivenUpError:
            pass
        except Exception:
            log.exception("A workout could not be planned")
        finally:  # or nothing would be planned ever after
            with suppress(RuntimeError):  # the window may have been closed meanwhile
                self._compiled.emit(number, made)

    def _take(self, number: int, made: Outline | TooLongError | None) -> None:
        self._busy = False
        if number != self._number:
            if not self._timer.isActive():
                self._start()
        elif isinstance(made, TooLongError):
            self.too_long.emit(made.block, str(made))
        elif made:
            self.planned.emit(made)


def _outline(timeline: Timeline) -> Outline:
    """What is shown is worked out here, and not in the window's thread."""
    _ = timeline.duration_ms, timeline.time_under_tension_ms
    return outline_of(timeline)
