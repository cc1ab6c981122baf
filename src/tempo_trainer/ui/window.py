"""The main window: one page at a time, and above it the notices."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QSize, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from tempo_trainer.session.conductor import Conductor
from tempo_trainer.session.moment import Moment
from tempo_trainer.ui.notices import NoticeBar
from tempo_trainer.ui.session.page import SessionPage
from tempo_trainer.ui.themes import Theme
from tempo_trainer.ui.widgets import column, named
from tempo_trainer.ui.workouts.page import WorkoutsPage
from tempo_trainer.workout.timeline import Timeline

NewSession = Callable[[Timeline], Conductor]


class MainWindow(QMainWindow):
    """Made with everything it needs: a theme, how to begin a session, whom to tell of painted frames."""

    theme_wanted = Signal()
    workouts_shown = Signal()

    def __init__(
        self,
        theme: Theme,
        notices: NoticeBar,
        new_session: NewSession,
        painted: Callable[[Moment], None],
        workouts: WorkoutsPage | None = None,
    ) -> None:
        super().__init__()
        self.setWindowTitle("Tempo Trainer")
        self.resize(1200, 760)
        self.setMinimumSize(640, 440)
        self._new_session = new_session
        self._windowed = self._centred()  # to come back to from full screen
        self.notices = notices
        self.workouts = workouts or named(QWidget(), "page")
        self.session = SessionPage(theme, painted)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.workouts)
        self._pages.addWidget(self.session)
        middle = named(QWidget(), "page")
        rows = column(middle)
        rows.addWidget(self.notices)
        rows.addWidget(self._pages, 1)
        self.setCentralWidget(middle)
        self._wire()

    def _wire(self) -> None:
        self.session.left.connect(self.show_library)
        self.session.full_screen_wanted.connect(self.toggle_full_screen)
        QShortcut(QKeySequence("F11"), self, self.toggle_full_screen)
        QShortcut(QKeySequence.StandardKey.Quit, self, self.close)
        self.workouts.setFocus()

    def open_session(self, timeline: Timeline) -> None:
        """Show the session screen, ready to start."""
        self.session.close_session()
        self._pages.setCurrentWidget(self.session)
        self.session.open(self._new_session(timeline))
        self.setWindowTitle(f"{timeline.workout.name} – Tempo Trainer")

    def show_library(self) -> None:
        """Back to the list."""
        self.session.close_session()
        if self.isFullScreen():
            self._leave_full_screen()
        self._pages.setCurrentWidget(self.workouts)
        self.workouts.setFocus()
        self.setWindowTitle("Tempo Trainer")
        self.workouts_shown.emit()

    def show_page(self, page: QWidget) -> None:
        """Show another page in place of the session; `show_session` takes it away again."""
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)

    def show_session(self) -> None:
        """Back to the session that was shown before."""
        page = self._pages.currentWidget()
        self._pages.setCurrentWidget(self.session)
        if page is not None and page is not self.session:
            self._pages.removeWidget(page)
            page.deleteLater()
        self.session.stage.setFocus()

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

    def _centred(self) -> QRect:
        room = self.screen().availableGeometry()
        size = self.size().boundedTo(room.size() - QSize(40, 80))
        return QRect(room.center() - QPoint(size.width() // 2, size.height() // 2), size)

    def _leave_full_screen(self) -> None:
        self.showNormal()
        self.setGeometry(self._windowed)

    def set_theme(self, theme: Theme) -> None:
        """Show everything in other colours."""
        if isinstance(self.workouts, WorkoutsPage):
            self.workouts.set_theme(theme)
        self.session.stage.set_theme(theme)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  Qt's name
        """The session ends with the window, but not without a question; closing it a second time is an answer."""
        if self._pages.currentWidget() is not self.workouts:
            self.show_session()
            if self.session.ask_to_leave(self.close):
                event.ignore()
                return
        self.session.close_session()
        super().closeEvent(event)
