"""The house plan: who may import what (DESIGN 3). Imports run downwards only."""

from pytest_archon import archrule

PACKAGE = "tempo_trainer"
EVERYTHING = f"{PACKAGE}.*"
QT = ("PySide6*", "shiboken6*", "pyqtgraph*")


def parts(*names: str) -> list[str]:
    """Folders of the package with all their modules, or single modules of it."""
    return [pattern for name in names for pattern in (f"{PACKAGE}.{name}", f"{PACKAGE}.{name}.*")]


def test_workout_knows_nothing_of_the_rest() -> None:
    rule = archrule("workout imports none of the others", "what a workout is does not depend on who performs it")
    workout = parts("workout")
    rule.match(*workout).should_not_import(EVERYTHING).may_import(*workout).check(PACKAGE)


def test_session_knows_only_the_workout() -> None:
    rule = archrule("session imports only workout", "a session runs without a window and without sound")
    rule.match(*parts("session")).should_not_import(EVERYTHING).may_import(*parts("session", "workout")).check(PACKAGE)


def test_audio_knows_only_workout_and_session() -> None:
    rule = archrule("audio imports only workout, session and files", "sound follows the plan, never the window")
    below = parts("audio", "session", "workout", "files")
    rule.match(*parts("audio")).should_not_import(EVERYTHING).may_import(*below).check(PACKAGE)


def test_history_knows_only_workout_and_session() -> None:
    rule = archrule("history imports only workout, session, files and faults", "what was done is kept without a window")
    below = parts("history", "session", "workout", "files", "faults")
    rule.match(*parts("history")).should_not_import(EVERYTHING).may_import(*below).check(PACKAGE)


def test_nothing_below_knows_the_window_or_the_terminal() -> None:
    rule = archrule("ui and terminal are on top", "only app.py wires them to the rest")
    below = parts("workout", "session", "history", "audio", "folders", "settings", "files", "machine", "awake")
    rule.match(*below).should_not_import(*parts("ui", "terminal", "app", "cli")).check(PACKAGE)


def test_window_and_terminal_do_not_know_each_other_or_who_builds_them() -> None:
    one = archrule("ui does not import terminal, app or cli", "constructors take what they need")
    one.match(*parts("ui")).should_not_import(*parts("terminal", "app", "cli")).check(PACKAGE)
    other = archrule("terminal does not import ui, app or cli", "constructors take what they need")
    other.match(*parts("terminal")).should_not_import(*parts("ui", "app", "cli")).check(PACKAGE)


def test_no_qt_below_the_window() -> None:
    rule = archrule("no Qt in workout, session, history and terminal", "they run on machines without a display")
    rule.match(*parts("workout", "session", "history", "terminal")).should_not_import(*QT).check(PACKAGE)


def test_qt_sounds_in_its_output_only() -> None:
    rule = archrule("Qt in audio only in qt_output and its worker", "the sound is the same with and without Qt")
    rest = rule.match(*parts("audio")).exclude(f"{PACKAGE}.audio.qt_output", f"{PACKAGE}.audio.qt_worker")
    rest.should_not_import(*QT).check(PACKAGE, only_direct_imports=True)


def test_no_sound_in_the_workout_and_the_session() -> None:
    rule = archrule("no numpy, no sound library below audio", "the plan is data")
    libraries = ("numpy*", "soundfile*", "simpleaudio*", "wakepy*", "rich*")
    rule.match(*parts("workout", "session")).should_not_import(*libraries).check(PACKAGE)


def test_one_module_keeps_the_screen_awake() -> None:
    rule = archrule("wakepy in awake.py only", "its context has to be left in the thread that entered it")
    rule.match(EVERYTHING).exclude(f"{PACKAGE}.awake").should_not_import("wakepy*").check(
        PACKAGE, only_direct_imports=True
    )
