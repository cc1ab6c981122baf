"""The window with its pages: how each is made, and only then imported, and how they lead to one another."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from tempo_trainer.effects import Effects
from tempo_trainer.folders import Folders
from tempo_trainer.history.advice import Suggestion
from tempo_trainer.history.keeper import BUSY, History
from tempo_trainer.history.unfinished import BrokenOff
from tempo_trainer.looking_back import LookingBack
from tempo_trainer.presets import KeptPresets
from tempo_trainer.rehearsing import Rehearsing
from tempo_trainer.session.moment import Moment
from tempo_trainer.session.states import State
from tempo_trainer.settings import KeptSettings
from tempo_trainer.sound import Sound
from tempo_trainer.ui.errands import Errands
from tempo_trainer.ui.figure.figures import Figures, load_figures
from tempo_trainer.ui.menus import Menus, Wishes
from tempo_trainer.ui.notices import NoticeBar
from tempo_trainer.ui.page import Page
from tempo_trainer.ui.places import Place
from tempo_trainer.ui.rep.course import Rehearsal
from tempo_trainer.ui.session.page import SessionPage
from tempo_trainer.ui.themes import THEMES, Theme
from tempo_trainer.ui.window import MainWindow
from tempo_trainer.ui.workouts.shelf import Shelf
from tempo_trainer.workout.loader import load_timeline
from tempo_trainer.workout.timeline import Timeline

if TYPE_CHECKING:
    from tempo_trainer.ui.builder.page import BuilderPage
    from tempo_trainer.ui.workouts.page import WorkoutsPage

LOOK_MS = 2000
TRIED = "stability-ball-curl"  # the exercise that lets the volumes be heard


@dataclass(frozen=True)
class Needs:
    """What the pages are made from."""

    folders: Folders
    settings: KeptSettings
    presets: KeptPresets
    sound: Sound
    history: History
    shelf: Shelf
    notices: NoticeBar
    painted: Callable[[Moment], None]


class Pages:
    """Makes the window, and each of its pages when it is first shown."""

    def __init__(self, needs: Needs) -> None:
        self.needs = needs
        self.starts_again = False  # once the window is closed: a backup is to be taken up
        self._figures: Figures = load_figures()
        session = SessionPage(self._theme, self._figures, needs.painted)
        back = self.back = LookingBack(needs.history, needs.presets, needs.shelf, needs.sound)
        self.window = MainWindow(needs.notices, session, self._makers(), back.new_session, self._theme)
        back.setParent(self.window)
        back.errands.failed.connect(lambda why: needs.notices.tell("history", why))
        back.suggest_at_end(session)
        session.finish.suggestion_wanted.connect(self.take_up)
        self.effects = Effects(self.window, needs.settings, needs.sound)
        self._errands = Errands(self.window)
        self._errands.failed.connect(lambda why: needs.notices.tell("start", why))
        wishes = Wishes(
            new=self._new, open=self._ask_what_to_open, bring_in=self._bring_in, next_theme=self.effects.next_theme,
            help=self._help, about=self._about,
        )  # fmt: skip
        self.menus = Menus(self.window, wishes)
        self._others = QTimer(self.window)  # other programs tell nobody what they do
        self._others.setInterval(LOOK_MS)
        self._others.timeout.connect(self._look_at_others)
        self.window.place_shown.connect(self._look_at_others)

    def start(self, path: Path) -> None:
        """Begin a session with this file, which is read away from the window's thread; not if the user has gone on."""
        names, page = self.needs.presets.names, self.window.current

        def begin(timeline: Timeline) -> None:
            if self.window.current is page:
                self.open_session(timeline)

        self.needs.notices.tell("start", "")
        self._errands.run(lambda: load_timeline(path, names), begin)

    def open_session(self, timeline: Timeline) -> bool:
        """Show it, ready to start; while another window performs one, this one only looks."""
        may = self._may_perform()
        if may:
            self.window.open_session(timeline)
        return may

    def _look_at_others(self) -> None:
        """As long as there may be something to see: in the history, and while another program runs a session."""
        shown = self.window.current is not self.window.session and self.window.place is Place.HISTORY
        if shown:
            self.back.look_for_changes()
        if self._look_who_runs() or shown:
            self._others.start()
        else:
            self._others.stop()

    def _may_perform(self) -> bool:
        return not self._look_who_runs()

    def _look_who_runs(self) -> bool:
        """Say so while another window performs a session."""
        busy = self.needs.history.is_busy_elsewhere()
        told = busy and self.window.current is not self.window.session and self.window.place is not Place.HISTORY
        self.needs.notices.tell("busy", BUSY if told else "")  # the history says so itself
        return busy

    def first_place(self) -> Place:
        """Where the window was closed; but after a crash, where something was left behind."""
        from tempo_trainer.ui.builder.drafts import Drafts

        if next(Drafts(self.needs.folders.drafts).left_behind(), None):
            return Place.BUILDER
        kept = {place.value: place for place in Place if place is not Place.BUILDER}  # which would be empty
        return kept.get(self.needs.settings.now.page, Place.WORKOUTS)

    def edit(self, path: Path) -> None:
        """Take a file up in the builder; a shipped one stays as it is, and a copy is made."""
        builder = self._show_builder()
        if path.is_relative_to(self.needs.folders.shipped_workouts):
            builder.copy_of(path)
        else:
            builder.open(path)

    def _makers(self) -> Mapping[Place, Callable[[], Page]]:
        return {
            Place.WORKOUTS: self._workouts,
            Place.BUILDER: self._builder,
            Place.EXERCISES: self._exercises,
            Place.PRESETS: self._presets,
            Place.HISTORY: self._history,
            Place.SETTINGS: self._settings,
        }

    def offer_to_go_on(self) -> None:
        """Ask about a session that was broken off, if the last one was, as soon as that is known."""
        self.back.find_broken_off(self._offer)

    def take_up(self, suggestion: Suggestion) -> None:
        """A new workout goes into the builder, where it is kept when it is saved; a shipped one is shown."""
        if suggestion.data:
            self._show_builder().take_up(suggestion.data)
        elif suggestion.workout:
            self.window.show_place(Place.WORKOUTS)
            self._choose(suggestion.workout)

    def _offer(self, broken: BrokenOff) -> None:
        """In place of what is shown, but never of a session that has been started meanwhile."""
        from tempo_trainer.ui.resume.page import ResumePage

        session = self.window.session
        if self.window.current is session and session.conductor and session.conductor.player.state is not State.READY:
            return
        page = ResumePage(self.back.offer_of(broken))
        for answer in (page.go_on, page.keep, page.later):
            answer.connect(self.window.show_back)
        page.go_on.connect(lambda: self._go_on(broken))
        page.keep.connect(lambda: self.needs.history.keep(broken.session.id))
        self.window.show_page(page)
        page.entered()

    def _go_on(self, broken: BrokenOff) -> None:
        if self._may_perform() and (conductor := self.back.going_on(broken)):
            self.window.show_session(conductor)
        elif broken.problem:
            self.needs.notices.tell("start", broken.problem)

    @property
    def _theme(self) -> Theme:
        return THEMES[self.needs.settings.now.theme]

    def _rehearsal(self) -> Rehearsal:
        rehearsing = Rehearsing(self.needs.sound, self.needs.settings)
        return Rehearsal(rehearsing.start, rehearsing.stop, rehearsing.position_ms)

    def _workouts(self) -> Page:
        from tempo_trainer.ui.workouts.page import WorkoutsPage

        needs = self.needs
        page = WorkoutsPage(
            self._theme, needs.shelf, needs.folders.sounds, lambda: needs.settings.now.hearing, needs.notices.tell
        )
        page.start_wanted.connect(self.start)
        page.edit_wanted.connect(self.edit)
        page.new_wanted.connect(self._new)
        page.opened.connect(lambda: self.window.show_place(Place.WORKOUTS))
        return page

    def _builder(self) -> Page:
        from tempo_trainer.ui.builder.forms import Forms
        from tempo_trainer.ui.builder.page import BuilderPage

        needs = self.needs
        forms = Forms(self._theme, self._figures, self._rehearsal())
        page = BuilderPage(
            self._theme,
            needs.presets.names,
            needs.folders.own_workouts,
            needs.folders.drafts,
            forms,
            needs.notices.tell,
        )
        page.start_wanted.connect(self.start)
        page.opened.connect(lambda: self.window.show_place(Place.BUILDER))
        page.left.connect(lambda: self.window.show_place(Place.WORKOUTS))
        page.saved.connect(self._choose)
        self.window.closed.connect(page.close_page)
        page.changed.connect(lambda: self.window.bar.mark(Place.BUILDER, unsaved=page.document.is_changed))
        return page

    def _exercises(self) -> Page:
        from tempo_trainer.ui.guide.page import GuidePage

        page = GuidePage(self._theme, self._figures, self._rehearsal(), self.needs.presets.names)
        page.add_wanted.connect(lambda exercise_id, tempo: self._show_builder().add(exercise_id, tempo))
        return page

    def _presets(self) -> Page:
        from tempo_trainer.ui.presets.page import PresetsPage

        page = PresetsPage(self._theme, self._figures, self._rehearsal(), self.needs.presets)
        self.needs.shelf.read.connect(lambda: page.set_uses(self.needs.shelf.uses()))
        if self.needs.shelf.complete:  # else it is not known yet who uses what
            page.set_uses(self.needs.shelf.uses())
        return page

    def _history(self) -> Page:
        from tempo_trainer.ui.history.page import HistoryPage
        from tempo_trainer.ui.history.progress.plot import preload
        from tempo_trainer.ui.history.progressing import Progress

        def make_progress(theme: Theme) -> Progress:
            from tempo_trainer.ui.history.progress.view import ProgressView

            view = ProgressView(theme)
            return Progress(view, view.set_sessions, view.set_theme)

        page = HistoryPage(self._theme, self.back.book(), make_progress, self.needs.notices.tell)
        self._errands.run(preload, lambda _: None)  # charts are slow to import
        page.workouts_wanted.connect(lambda: self.window.show_place(Place.WORKOUTS))
        self.back.changed.connect(page.refresh)
        page.again_wanted.connect(lambda number: self.back.perform_again(number, self.open_session))
        page.go_on_wanted.connect(lambda number: self.back.find_broken_off(self._go_on, number))
        page.suggestion_wanted.connect(self.take_up)
        return page

    def _settings(self) -> Page:
        from tempo_trainer.session.preview import rep_timeline
        from tempo_trainer.ui.settings.page import SettingsPage, Trial

        needs, rehearsing = self.needs, Rehearsing(self.needs.sound, self.needs.settings, as_set=True)
        exercise, tempo = needs.presets.names.exercises[TRIED], needs.presets.shipped.presets["controlled"]
        trial = Trial(lambda: rehearsing.start(rep_timeline(TRIED, exercise, tempo)), rehearsing.stop)
        page = SettingsPage(lambda: needs.settings.now, needs.folders, trial)
        page.changed.connect(needs.settings.change)
        page.calibrator_wanted.connect(self.effects.calibrate)
        page.folder_wanted.connect(self._open_folder)
        page.restart_wanted.connect(self._start_again)
        needs.settings.listeners.append(lambda _: page.refresh())
        self.effects.playing_told.connect(page.tell_playing)
        page.tell_playing(self.effects.heard_on(), needs.sound.offset_ms())
        self._errands.run(needs.sound.begun, lambda _: None)  # the outputs are tried, and say what they are
        return page

    def _start_again(self) -> None:
        self.starts_again = self.window.close()

    def _show_builder(self) -> "BuilderPage":
        self.window.show_place(Place.BUILDER)
        return cast("BuilderPage", self.window.page(Place.BUILDER))

    def _new(self) -> None:
        self._show_builder().new()

    def _ask_what_to_open(self) -> None:
        from tempo_trainer.ui.workouts.dialogs import ask_for_file

        ask_for_file(self.window, "Open a workout", self.edit)

    def _bring_in(self) -> None:
        self.window.show_place(Place.WORKOUTS)
        self._library.bring_in()

    def _choose(self, path: Path) -> None:
        """In the library, as soon as it is there."""
        self._library.choose(path)

    @property
    def _library(self) -> "WorkoutsPage":
        return cast("WorkoutsPage", self.window.page(Place.WORKOUTS))

    def _help(self) -> None:
        from tempo_trainer.ui.help.page import HelpPage

        if not isinstance(self.window.current, HelpPage):
            page = HelpPage(self.menus.keys())
            page.left.connect(self.window.show_back)
            self.window.show_page(page)

    def _about(self) -> None:
        from tempo_trainer.ui.help.about import about

        about(self.window).open()

    def _open_folder(self, folder: Path) -> None:
        """In the system's file manager; made first, where nothing has been kept yet."""

        def open_it(_: object) -> None:
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
                self.needs.notices.tell("folder", f"No file manager was found. The folder is {folder}")

        self._errands.run(lambda: folder.mkdir(parents=True, exist_ok=True), open_it)
