"""How a row of the list of sessions is painted: the workout, when and how long, how it ended and what was said."""

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from tempo_trainer.history.ratings import LIGHTS, light_of
from tempo_trainer.history.records import Session
from tempo_trainer.ui.cards import CardDelegate, write_line
from tempo_trainer.ui.history.words import (
    STATES,
    length_in_words,
    ratings_in_words,
    short_day,
    state_told,
    time_in_words,
)
from tempo_trainer.ui.theme import SPACE, font
from tempo_trainer.ui.themes import Theme

SESSION = Qt.ItemDataRole.UserRole
HEIGHT = 88
_SIZE = 14


class RowDelegate(CardDelegate):
    """A card a session."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.today = date.min

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        """Every row is as high as the others."""
        del option, index
        return QSize(200, HEIGHT + SPACE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Qt wants a row painted."""
        session: Session = index.data(SESSION)
        card = QRectF(option.rect).adjusted(1, 1, -1, -SPACE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_card(painter, card, option)
        text = card.adjusted(2.5 * SPACE, SPACE, -2 * SPACE, -SPACE)
        line = text.height() / 3
        first, second, third = (QRectF(text.left(), text.top() + at * line, text.width(), line) for at in range(3))
        write_line(painter, first, session.workout, 17, self.theme.text, bold=True)
        write_line(painter, second, when(session, self.today), _SIZE, self.theme.quiet)
        self._paint_outcome(painter, third, session)
        painter.restore()

    def _paint_outcome(self, painter: QPainter, room: QRectF, session: Session) -> None:
        """The signs in colours of their own; words and figures say the same."""
        theme, measure = self.theme, QFontMetricsF(font(_SIZE)).horizontalAdvance
        light = light_of(session.pain) if session.pain is not None else None
        left = room.left()
        for text, colour in (
            (state_told(session).sign, _colour(session, theme)),
            (f" {outcome(session)} ", theme.quiet),
            (LIGHTS[light].sign if light else "", theme.lights[light] if light else theme.quiet),
        ):
            beside = QRectF(room)
            beside.setLeft(min(left, room.right()))
            write_line(painter, beside, text, _SIZE, colour)
            left += measure(text)


def when(session: Session, today: date) -> str:
    """Day, time and length of a session."""
    at = session.started_at
    return "  ·  ".join((f"{short_day(at.date(), today)}, {time_in_words(at)}", length_in_words(session.lasted_ms)))


def outcome(session: Session) -> str:
    """How it ended, effort and pain."""
    return "  ·  ".join((state_told(session).words.split(" in ")[0], *ratings_in_words(session)))


def _colour(session: Session, theme: Theme) -> str:
    if session.state == "interrupted":
        return theme.wrong
    if session.state == "running":
        return theme.accent
    return theme.roles["done"].bright if state_told(session) is STATES["finished"] else theme.quiet
