"""A window with a session page, and blank pages at its places."""

from collections.abc import Callable

from tempo_trainer.session.moment import Moment
from tempo_trainer.ui.figure.figures import load_figures
from tempo_trainer.ui.notices import NoticeBar
from tempo_trainer.ui.page import Page
from tempo_trainer.ui.places import Place
from tempo_trainer.ui.session.page import SessionPage
from tempo_trainer.ui.themes import DARK
from tempo_trainer.ui.window import MainWindow, NewSession


def window_of(new_session: NewSession, painted: Callable[[Moment], None] = lambda _: None) -> MainWindow:
    """At the first of its places."""
    window = MainWindow(
        NoticeBar(), SessionPage(DARK, load_figures(), painted), dict.fromkeys(Place, Page), new_session, DARK
    )
    window.show_place(Place.WORKOUTS)
    return window
