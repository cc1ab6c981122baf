"""The window with its pages: how each is made when it is first shown, and how they lead to one another."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tempo_trainer.effects import Effects
from tempo_trainer.folders import Folders
from tempo_trainer.session.moment import Moment
from tempo_trainer.settings import KeptSettings
from tempo_trainer.sound import Sound
from tempo_trainer.ui.help.about import about
from tempo_trainer.ui.menus import Menus, Wishes
from tempo_trainer.ui.notices import NoticeBar
from tempo_trainer.ui.page import Page
from tempo_trainer.ui.places import Place
from tempo_trainer.ui.session.page import SessionPage
from tempo_trainer.ui.themes import THEMES, Theme
from tempo_trainer.ui.window import MainWindow
from tempo_trainer.ui.workouts.shelf import Shelf
from tempo_trainer.workout.model import Names


@dataclass(frozen=True)
class Needs:
    """What the pages are made from."""

    folders: Folders
    settings: KeptSettings
    names: Callable[[], Names]
    sound: Sound
    shelf: Shelf
    notices: NoticeBar
    painted: Callable[[Moment], None]


class Pages:
    """Makes the window, and each of its pages when it is first shown."""

    def __init__(self, needs: Needs) -> None:
        self._needs = needs
        session = SessionPage(self._theme, needs.painted)
        makers: Mapping[Place, Callable[[], Page]] = {
            Place.WORKOUTS: self._workouts,
            Place.EXERCISES: self._exercises,
            Place.SETTINGS: self._settings,
        }
        self.window = MainWindow(needs.notices, session, makers, needs.sound.new_session, self._theme)
        self.effects = Effects(self.window, needs.settings, needs.sound)
        wishes = Wishes(
            new=self._new, open=self._open, bring_in=self._bring_in, next_theme=self.effects.next_theme,
            help=self._help, about=lambda: about(self.window).open(),
        )  # fmt: skip
        self.menus = Menus(self.window, wishes)

    def start(self, path: Path) -> None:
        """Begin a session with this file, which is read away from the window's thread."""
        self._errands.run(lambda: load_timeline(path, self._needs.names()), self.window.open_session)

    @property
    def _theme(self) -> Theme:
        return THEMES[self._needs.settings.now.theme]

    def _workouts(self) -> Page:
        from tempo_trainer.ui.workouts.page import WorkoutsPage

        needs = self._needs
        page = WorkoutsPage(
            self._theme, needs.shelf, needs.folders.sounds, lambda: needs.settings.now.hearing, needs.notices.tell
        )
        page.start_wanted.connect(self.start)
        return page
