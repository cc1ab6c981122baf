"""What all tests share: no window on the desktop, no settings of the user, hypothesis the same on every run."""

import gc
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

from helpers.clock import FakeClock
from tempo_trainer.folders import Folders, find_folders
from tempo_trainer.workout.loader import shipped_names
from tempo_trainer.workout.model import Names

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# No deadline: these machines are noisy. The same examples on every run, more of them where the time is there.
settings.register_profile("default", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("default")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`pytest tests/e2e --seconds 600` measures for longer; `--renew-pictures` belongs to tests/ui/figure/golden."""
    parser.addoption("--seconds", type=int, default=45, help="how much of a session tests/e2e plays and measures")
    parser.addoption("--renew-pictures", action="store_true", help="keep what is painted now as what is expected")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run with skipped tests on CI, where each of them has to run."""
    reporter: Any = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") == "true" and reporter.stats.get("skipped") and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


MEASURED = pytest.StashKey[list[str]]()
TESTS = pytest.StashKey[int]()


@pytest.fixture
def measured(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """A function that takes a line for the summary at the end of the run: figures are told, also when all is well."""
    return request.config.stash.setdefault(MEASURED, []).append


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Tell the figures."""
    if lines := config.stash.get(MEASURED, []):
        terminalreporter.section("measured")
        for line in lines:
            terminalreporter.line(line)


def pytest_sessionstart() -> None:
    """Collect rubbish in this thread only, as the program does (ui/rubbish.py)."""
    gc.disable()


def pytest_runtest_teardown(item: pytest.Item) -> None:
    """Not after each test: it takes a while."""
    count = item.config.stash[TESTS] = item.config.stash.get(TESTS, 0) + 1
    if count % 20 == 0:
        gc.collect()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user folder of the test's own."""
    folder = tmp_path / "home"
    monkeypatch.setenv("TEMPO_TRAINER_HOME", str(folder))
    return folder


@pytest.fixture
def folders(home: Path) -> Folders:
    """The shipped files, and the test's own user folder."""
    del home
    return find_folders()


@pytest.fixture(scope="session")
def qapp(qapp: "QApplication") -> "QApplication":
    """The application, dressed as the program dresses it: what a page measures depends on that."""
    from tempo_trainer.ui.styles import palette, style_sheet
    from tempo_trainer.ui.themes import DARK

    qapp.setStyle("Fusion")
    qapp.setPalette(palette(DARK))
    qapp.setStyleSheet(style_sheet(DARK))
    return qapp


@pytest.fixture(scope="session")
def names() -> Names:
    """The shipped exercises and presets."""
    return shipped_names()


@pytest.fixture
def clock() -> FakeClock:
    """A clock that stands still until it is told otherwise."""
    return FakeClock()
