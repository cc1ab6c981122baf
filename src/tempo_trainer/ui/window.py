"""The main window: one page at a time; above it the notices, and outside of a session the menus and the places."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, QRect, QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QScrollArea, QStackedWidget, QWidget

from tempo_trainer.session.conductor import Conductor
from tempo_trainer.settings import WindowPlace
from tempo_trainer.ui.notices import NoticeBar
from tempo_trainer.ui.page import Page
from tempo_trainer.ui.places import Place, PlaceBar
from tempo_trainer.ui.session.page import SessionPage
from tempo_trainer.ui.themes import Theme
from tempo_trainer.ui.widgets import column, named
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.timeline import Timeline

NewSession = Callable[[Timeline], Conductor]


class MainWindow(QMainWindow):
    """Made with everything it needs; the pages of the places are made when they are first shown."""

    place_shown = Signal(Place)
    session_shown = Signal(bool)  # or left
    closed = Signal()

    def __init__(
        self,
        notices: NoticeBar,
        session: SessionPage,
        places: Mapping[Place, Callable[[], Page]],
        new_session: NewSession,
        theme: Theme,
    ) -> None:
        super().__init__()
        self.setWindowTitle("Tempo Trainer")
        self.setMinimumSize(640, 440)
        self._windowed = self._centred(QSize(1200, 800))  # to come back to from full screen
        self.setGeometry(self._windowed)
        self._theme = theme
        self._steps_only = False
        self._make = places
        self._new_session = new_session
        self._made: dict[Place, Page] = {}
        self.place = Place.WORKOUTS  # where the window is, or was before the session
        self.notices, self.session = notices, session
        self.bar = PlaceBar()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.session)
        middle = named(QWidget(), "page")
        rows = column(middle)
        for widget in (self.bar, self.notices):
            rows.addWidget(widget)
        rows.addWidget(self._pages, 1)
        self.setCentralWidget(middle)
        self._wire()

    def _wire(self) -> None:
        self.bar.wanted.connect(self.show_place)
        self.session.left.connect(lambda: self.show_place(self.place))
        self.session.full_screen_wanted.connect(self.toggle_full_screen)
        self._outside_session(outside=False)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._show_focus)

    @property
    def current(self) -> QWidget | None:
        """The page that is shown."""
        return self._pages.currentWidget()

    def page(self, place: Place) -> Page:
        """The page of a place, made now if it has not been."""
        if place not in self._made:
            page = self._made[place] = self._make[place]()
            page.set_theme(self._theme)
            page.set_steps_only(steps_only=self._steps_only)
            self._pages.addWidget(page)
        return self._made[place]

    def show_place(self, place: Place) -> None:
        """Go there; a session ends."""
        self.session.close_session()
        if self.current is self.session and self.isFullScreen():
            self._leave_full_screen()
        page = self.page(place)
        self.place = place
        self.bar.show_place(place)
        self._show(page)
        self.setWindowTitle("Tempo Trainer")
        page.entered()
        self.place_shown.emit(place)

    def open_session(self, timeline: Timeline) -> None:
        """Show the session screen, ready to start."""
        self.session.close_session()
        self.show_session(self._new_session(timeline))

    def show_session(self, conductor: Conductor) -> None:
        """Show the session screen with this session, at its start or where it goes on."""
        self._show(self.session)
        self.session.open(conductor)
        self.setWindowTitle(f"{conductor.player.timeline.workout.name} – Tempo Trainer")

    def show_page(self, page: QWidget) -> None:
        """Show another page for a while, in place of all else; `show_back` takes it away again."""
        before = self.current
        page.setProperty("before", before)
        page.setProperty("title before", self.windowTitle())
        self._show(page)
        if page.windowTitle():
            self.setWindowTitle(f"{page.windowTitle()} – Tempo Trainer")

    def show_back(self) -> None:
        """Back to what was shown before."""
        page = self.current
        before = page.property("before") if page is not None else None
        if page is None or not isinstance(before, QWidget):
            return
        self._show(before)
        self.setWindowTitle(str(page.property("title before")))
        self._pages.removeWidget(page)
        page.deleteLater()
        if isinstance(before, Page):
            before.entered()

    def set_theme(self, theme: Theme) -> None:
        """Show everything in other colours."""
        self._theme = theme
        for page in (self.session, *self._made.values()):
            page.set_theme(theme)

    def set_steps_only(self, *, steps_only: bool) -> None:
        """Reduced motion, everywhere."""
        self._steps_only = steps_only
        for page in (self.session, *self._made.values()):
            page.set_steps_only(steps_only=steps_only)

    def set_names(self, names: Names) -> None:
        """The presets are others now, for all pages that have been made."""
        for page in self._made.values():
            page.set_names(names)

    def toggle_full_screen(self) -> None:
        """Fill the screen, or go back to a window."""
        if self.isFullScreen():
            self._leave_full_screen()
        else:
            self.fill_screen()

    def fill_screen(self) -> None:
        """Full screen, also where there is no window manager to see to the size."""
        if self.isVisible():
            self._windowed = self.geometry()
        self.setGeometry(self.screen().geometry())
        self.showFullScreen()

    def take_place(self, place: WindowPlace) -> None:
        """Be where the window was; on a screen that is smaller now, as far as there is room."""
        wanted = QRect(place.x, place.y, place.width, place.height)
        screen = self.screen().virtualSiblingAt(wanted.center()) or self.screen()
        room = screen.availableGeometry()
        size = wanted.size().boundedTo(room.size()).expandedTo(self.minimumSize())
        left = max(room.left(), min(wanted.left(), room.right() + 1 - size.width()))
        top = max(room.top(), min(wanted.top(), room.bottom() + 1 - size.height()))
        self._windowed = QRect(QPoint(left, top), size)
        self.setGeometry(self._windowed)

    def placed(self) -> WindowPlace:
        """Where it is, or would be if it did not fill the screen."""
        here = self._windowed if self.isFullScreen() else self.normalGeometry()
        return WindowPlace(
            x=here.x(), y=here.y(), width=here.width(), height=here.height(), maximised=self.isMaximized()
        )

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  Qt's name
        """Nothing is lost without a question; closing the window a second time is an answer."""
        self.show_back()
        asking = [self.session, *self._made.values()]
        if any(page.ask_to_leave(self.close) for page in sorted(asking, key=lambda page: page is not self.current)):
            event.ignore()
            return
        self.session.close_session()
        self.closed.emit()
        super().closeEvent(event)

    def _show_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Scroll to what has the focus, wherever that came from."""
        parent = now.parentWidget() if now is not None and self.isAncestorOf(now) else None
        while parent is not None and now is not None:
            inside = parent.widget() if isinstance(parent, QScrollArea) else None
            if isinstance(parent, QScrollArea) and inside is not None and inside.isAncestorOf(now):
                parent.ensureWidgetVisible(now)
            parent = parent.parentWidget()

    def _show(self, page: QWidget) -> None:
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        self._outside_session(outside=page in self._made.values())
        self._pages.setCurrentWidget(page)

    def _outside_session(self, *, outside: bool) -> None:
        """Nothing but the session is on the screen while there is one."""
        self.bar.setVisible(outside)
        self.session_shown.emit(not outside)

    def _centred(self, wanted: QSize) -> QRect:
        """As large as wanted, or as the screen has room for with a frame."""
        room = self.screen().availableGeometry()
        size = wanted.boundedTo(room.size() - QSize(40, 80))
        return QRect(room.center() - QPoint(size.width() // 2, size.height() // 2), size)

    def _leave_full_screen(self) -> None:
        self.showNormal()
        self.setGeometry(self._windowed)
