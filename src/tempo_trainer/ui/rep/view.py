"""The view of one rep: it goes round in silence, and plays once with its sound."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tempo_trainer.session.clock import NS_PER_MS
from tempo_trainer.session.moment import Moment
from tempo_trainer.session.preview import rep_timeline
from tempo_trainer.settings import LATEST_MS
from tempo_trainer.ui.figure.figures import Figures
from tempo_trainer.ui.rep.course import Rehearsal, moment_at
from tempo_trainer.ui.rep.picture import RepPicture
from tempo_trainer.ui.session.sight import on_the_second
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.themes import Theme
from tempo_trainer.ui.widgets import button, column, label
from tempo_trainer.workout.durations import in_words
from tempo_trainer.workout.exercise import Exercise, Side
from tempo_trainer.workout.tempo import Ramp, Tempo, tempo_in_words
from tempo_trainer.workout.timeline import Timeline

FRAME_MS = 33
HEAR, STOP = "Hear it", "Stop"
RING_OUT_MS = 300 + LATEST_MS  # after the end: the last tick is over by then, on a late device too

_Rep = tuple[str, Exercise, Tempo | Ramp | None, Side]


class RepView(QWidget):
    """Moves only while it is shown. `steps_only` is for who wants little motion: then it moves once a second."""

    def __init__(self, theme: Theme, figures: Figures, rehearsal: Rehearsal) -> None:
        super().__init__()
        self.steps_only = False
        self._rehearsal = rehearsal
        self._rep: _Rep | None = None
        self._timeline: Timeline | None = None
        self._is_heard = False
        self._began_ns = 0
        self._rings_until_ns: int | None = None  # it is over, and is stopped then
        self.picture = RepPicture(theme, figures)
        self.hear = button(HEAR)
        self.hear.setToolTip("Plays one repetition with its sound (H)")
        self.hear.setMinimumWidth(104)
        self.hear.clicked.connect(self.toggle)
        self._length = label("quiet")
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self.refresh)
        QShortcut(QKeySequence("H"), self, self.toggle)
        self._lay_out()
        self._tell_button()

    def set_rep(self, exercise_id: str, exercise: Exercise, tempo: Tempo | Ramp | None, side: Side) -> None:
        """Show one rep of this; without a tempo a hold, of a ramp the first set and the last."""
        rep = (exercise_id, exercise, tempo, side)
        if rep == self._rep:
            return
        self._silence()
        self._rep, self._timeline = rep, rep_timeline(*rep)
        length = in_words(self._timeline.duration_ms)
        self._length.setText(_length(tempo, length))
        self.picture.setAccessibleName(_in_words(exercise, tempo, length))
        self._begin_round()
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Show it in other colours."""
        self.picture.set_theme(theme)

    @property
    def is_heard(self) -> bool:
        """Whether it sounds, or is about to."""
        return self._is_heard

    def toggle(self) -> None:
        """Play it once with its sound, or be silent."""
        if self._is_heard:
            self._silence()
        elif self._timeline:
            self._is_heard, self._rings_until_ns = True, None
            self._rehearsal.start(self._timeline)
        self._tell_button()
        self.refresh()

    def refresh(self) -> None:
        """Show what is heard now, or where the silent round is."""
        if self._timeline is None:
            return
        if self._rings_until_ns is not None and self._rehearsal.clock.now_ns() >= self._rings_until_ns:
            self._stop()
        moment = self._moment(self._timeline)
        self.picture.show_moment(on_the_second(moment) if self.steps_only else moment)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  Qt's name
        """It is shown."""
        super().showEvent(event)
        self._begin_round()
        self._timer.start()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  Qt's name
        """Its page is left, or the window is hidden."""
        self._timer.stop()
        self._silence()
        super().hideEvent(event)

    def _moment(self, timeline: Timeline) -> Moment:
        if self._is_heard:
            position_ms = self._rehearsal.position_ms()
            if position_ms is not None:
                return moment_at(timeline, position_ms)
            self._is_heard = False
            self._rings_until_ns = self._rehearsal.clock.now_ns() + RING_OUT_MS * NS_PER_MS
            self._begin_round()
            self._tell_button()
        passed_ms = (self._rehearsal.clock.now_ns() - self._began_ns) / NS_PER_MS
        return moment_at(timeline, passed_ms % max(1, timeline.duration_ms))

    def _begin_round(self) -> None:
        self._began_ns = self._rehearsal.clock.now_ns()

    def _silence(self) -> None:
        if self._rings_until_ns is not None:
            self._stop()
        if self._is_heard:
            self._is_heard = False
            self._stop()
            self._begin_round()
            self._tell_button()

    def _stop(self) -> None:
        """Also what has ended by itself: the sound is as loud again as it was before."""
        self._rings_until_ns = None
        self._rehearsal.stop()

    def _tell_button(self) -> None:
        self.hear.setText(STOP if self._is_heard else HEAR)
        self.hear.setAccessibleName("Stop the sound" if self._is_heard else "Hear one repetition")

    def _lay_out(self) -> None:
        rows = column(self, spacing=SPACE)
        rows.addWidget(self.picture, 1)
        below = QHBoxLayout()
        below.setSpacing(2 * SPACE)
        below.addWidget(self.hear)
        below.addWidget(self._length, 1, Qt.AlignmentFlag.AlignVCenter)
        rows.addLayout(below)


def _length(tempo: Tempo | Ramp | None, length: str) -> str:
    if tempo is None:
        return f"A hold of {length}"
    return f"First and last set: {length}" if isinstance(tempo, Ramp) else f"One repetition: {length}"


def _in_words(exercise: Exercise, tempo: Tempo | Ramp | None, length: str) -> str:
    """What there is to see, for who does not see it."""
    how = tempo_in_words(tempo, exercise.starts_with, exercise.words.by_phase()) if tempo else f"hold {length}"
    return f"{exercise.name}, one repetition: {how}"
