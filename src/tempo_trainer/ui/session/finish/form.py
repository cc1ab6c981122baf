"""The form in the place of the controls when a session has ended. Answers are told at once, a note when it rests.

Space, Enter and a presenter's keys close it, as they have closed the summary: to answer is never a duty.
"""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from tempo_trainer.history.advice import Suggestion
from tempo_trainer.ui.advice import AdviceCard
from tempo_trainer.ui.fields import LongTextField
from tempo_trainer.ui.session.finish.questions import EFFORT, PAIN
from tempo_trainer.ui.session.finish.scale import Scale
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.themes import Theme
from tempo_trainer.ui.widgets import button, column, label, named

TYPING_MS = 500  # of rest after which what was typed is told
WIDE = 900  # from here on the note stands beside the questions
_CARD = 196  # pixels: a suggestion with four lines of reason
_HINT = "Keys: 0–9, X for 10. Arrows change the answer and the question."
_FRAME = 2  # around a scale, seen where it has the focus
_KEYS = {QEvent.Type.FocusIn: "Done (Esc)", QEvent.Type.FocusOut: "Done (Space)"}  # Space is the note's
_TEN = Qt.Key.Key_X
_DIGITS = range(Qt.Key.Key_0, Qt.Key.Key_9 + 1)
_ROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_OWN = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, _TEN, *_ROWS}
_CLOSING = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class _Scroll(QScrollArea):
    """Scrolls to what has the focus; the arrows are the form's."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Leave it to the form."""
        event.ignore()


class FinishForm(QWidget):
    """Effort, pain and note as they are said; the keys go to the question that has the focus."""

    rated = Signal(object, object, str)  # effort and pain, None where nothing was said; note
    suggestion_wanted = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.effort, self.pain = Scale(EFFORT, theme), Scale(PAIN, theme)
        self.note = LongTextField("Note", "What to remember for the next time", least_lines=1)
        self.suggestion = AdviceCard()
        self.suggestion.setMinimumHeight(_CARD)
        self.done = button("Done (Space)", "primary")
        self.done.setAccessibleName("Done, key Space")
        self._inside, self._scroll = QWidget(), _Scroll()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._inside)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._arrange()
        self._wire()

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        for scale in (self.effort, self.pain):
            scale.set_theme(theme)

    def clear(self) -> None:
        """For another session: nothing has been said, without telling."""
        self._typing.stop()
        for scale in (self.effort, self.pain):
            scale.show_value(None)
        self.note.set_text("")
        self.show_suggestion(None)
        self._scroll.verticalScrollBar().setValue(0)

    def begin(self) -> None:
        """The focus goes to the first question that has no answer, else to the last one."""
        self._unanswered().setFocus(Qt.FocusReason.OtherFocusReason)

    def show_suggestion(self, suggestion: Suggestion | None) -> None:
        """Suggest what to do next; None: nothing."""
        self.suggestion.show_suggestion(suggestion)

    def press(self, key: int) -> bool:
        """Answer by a digit, or X for 10: the question in the focus, else the first without answer."""
        if key not in _DIGITS and key != _TEN:
            return False
        scale = self._asked_now()
        scale.take(10 if key == _TEN else key - Qt.Key.Key_0)
        (self.pain if scale is self.effort else scale).setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def hasHeightForWidth(self) -> bool:  # noqa: N802  Qt's name
        """Its layout's height would be that of the scrolled part at its usual size."""
        return False

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """As high as all of it; what has no room is scrolled."""
        width = self.width()
        inside = self._inside.heightForWidth(width) if self._inside.hasHeightForWidth() else -1
        height = max(inside, self._inside.minimumSizeHint().height())
        return QSize(width, height + self._bar.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Its keys are not those of the session that is over; in the note they are the note's."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Keys that the control in the focus has no use for."""
        key = Qt.Key(event.key())
        if key in _CLOSING:
            self.left.emit()
        elif key in _ROWS:
            self.focusNextPrevChild(_ROWS[key] > 0)
        elif not self.press(key):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """In two columns where there is room for them."""
        super().resizeEvent(event)
        wide = self.width() >= WIDE
        policy = self.suggestion.sizePolicy()
        policy.setRetainSizeWhenHidden(wide)  # so that nothing moves under the mouse when an answer brings it up
        self.suggestion.setSizePolicy(policy)
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._hint.setVisible(wide or self.width() >= WIDE // 2)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  Qt's name
        """Who leaves has typed to the end."""
        super().hideEvent(event)
        if self._typing.isActive():
            self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """What is inside has grown or become less."""
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        elif watched is self.note and event.type() in _KEYS:
            self.done.setText(_KEYS[event.type()])
        return super().eventFilter(watched, event)

    def _is_own(self, event: QKeyEvent) -> bool:
        bare = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        return bare and (event.key() in _OWN or event.key() in _DIGITS or self._presses(event.key()))

    def _presses(self, key: int) -> bool:
        """Space is the suggestion's where that has the focus: who went there by Tab means it."""
        return key == Qt.Key.Key_Space and self.suggestion.take.hasFocus()

    def _asked_now(self) -> Scale:
        focused = (scale for scale in (self.effort, self.pain) if scale.hasFocus())
        return next(focused, self._unanswered())

    def _unanswered(self) -> Scale:
        return self.effort if self.effort.value is None else self.pain

    def _tell(self) -> None:
        self._typing.stop()
        self.rated.emit(self.effort.value, self.pain.value, self.note.text())

    def _wire(self) -> None:
        for scale in (self.effort, self.pain):
            scale.picked.connect(lambda _: self._tell())
        self.note.edited.connect(lambda _: self._typing.start())
        self._typing.timeout.connect(self._tell)
        self.done.clicked.connect(self.left)
        self.suggestion.wanted.connect(self.suggestion_wanted)
        self._inside.installEventFilter(self)
        self.note.installEventFilter(self)

    def _arrange(self) -> None:
        scales, words = QVBoxLayout(), QVBoxLayout()
        scales.setSpacing(SPACE)
        words.setSpacing(SPACE)
        words.setContentsMargins(SPACE + _FRAME, SPACE // 2 + _FRAME, SPACE, SPACE)
        for scale in (self.effort, self.pain):
            scales.addWidget(scale)
        scales.addStretch(1)
        title = label("field", "Note")
        title.setBuddy(self.note)
        for widget in (title, self.note, self.suggestion):
            words.addWidget(widget)
        words.addStretch(1)
        self._columns.setContentsMargins(SPACE - _FRAME, SPACE, SPACE, 0)
        self._columns.setSpacing(SPACE)
        self._columns.addLayout(scales, 3)
        self._columns.addLayout(words, 2)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._inside)
        rows = column(self)
        rows.addWidget(self._scroll, 1)
        rows.addWidget(self._foot())

    def _foot(self) -> QWidget:
        self._bar, self._hint = named(QWidget(), "bar"), label("quiet", _HINT)
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        row.setSpacing(2 * SPACE)
        row.addWidget(self._hint, 1)
        row.addWidget(self.done, 1)
        return self._bar
