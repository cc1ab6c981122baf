"""The library by keys and by mouse: what is chosen, started, edited, renamed, thrown away, brought in."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tempo_trainer.ui.themes import CONTRAST, LIGHT
from tempo_trainer.workout.model import Names
from ui.workouts.conftest import BROKEN, SMALL, Library

Key = Qt.Key


@pytest.fixture
def broken(make_library: Callable[[], Library], own: Path) -> Library:
    (own / "broken.yaml").write_text(BROKEN)
    library = make_library()
    library.page.choose(own / "broken.yaml")
    return library


@pytest.fixture(autouse=True)
def trash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data" / "Trash" / "files"


def words(library: Library) -> str:
    """What stands beside the list."""
    return " ".join(label.text() for label in library.page.detail.findChildren(QLabel) if label.isVisible())


def press(qtbot: QtBot, library: Library, *keys: Key) -> None:
    for key in keys:
        qtbot.keyClick(library.page.list, key)


def test_enter_starts_the_chosen_workout(library: Library, qtbot: QtBot) -> None:
    press(qtbot, library, Key.Key_Down)
    with qtbot.waitSignal(library.page.start_wanted) as wanted:
        press(qtbot, library, Key.Key_Return)
    assert wanted.args[0].name == "beginner.yaml"


def test_buttons_start_and_edit(library: Library, qtbot: QtBot) -> None:
    library.page.choose(library.own / "small.yaml")
    for control, signal in (
        (library.page.detail.start, library.page.start_wanted),
        (library.page.detail.edit, library.page.edit_wanted),
    ):
        with qtbot.waitSignal(signal) as wanted:
            qtbot.mouseClick(control, Qt.MouseButton.LeftButton)
        assert wanted.args == [library.own / "small.yaml"]
    with qtbot.waitSignal(library.page.new_wanted):
        qtbot.mouseClick(library.page.new_button, Qt.MouseButton.LeftButton)


def test_shipped_workouts_are_read_only(library: Library, qtbot: QtBot) -> None:
    assert library.page.detail.edit.text() == "Edit a copy"
    press(qtbot, library, Key.Key_Delete, Key.Key_F2)
    library.page.do("delete")
    assert not library.page.renaming.isVisible()
    assert len(library.shelf.entries) == 5
    library.page.do("open_text")
    library.page.do("show_text")
    assert library.editor.places == []
    assert library.page.source.isVisible()


def test_a_broken_file_is_shown_with_its_problems(broken: Library, qtbot: QtBot) -> None:
    assert "broken.yaml:3:9</a>: error: blocks: must not be empty" in words(broken)
    assert "broken.yaml:4:1</a>: error: unknown key `sets`" in words(broken)
    assert broken.page.detail.start.text() == "Open in editor"
    assert not broken.page.detail.edit.isVisible()
    with qtbot.assertNotEmitted(broken.page.start_wanted):
        press(qtbot, broken, Key.Key_Return)
    assert broken.editor.places == [(broken.own / "broken.yaml", 3, 9)]


def test_a_double_click_opens_a_broken_file_at_its_line(broken: Library, qtbot: QtBot) -> None:
    place = broken.page.list.visualRect(broken.page.list.currentIndex()).center()
    qtbot.mouseClick(broken.page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(broken.page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert broken.editor.places == [(broken.own / "broken.yaml", 3, 9)]


def test_each_problem_opens_at_its_own_line(broken: Library) -> None:
    broken.page.detail.line_wanted.emit(4, 1)
    assert broken.editor.places == [(broken.own / "broken.yaml", 4, 1)]


def test_without_an_editor_the_line_is_shown_here(broken: Library, qtbot: QtBot) -> None:
    broken.editor.there = False
    broken.page.detail.line_wanted.emit(4, 1)
    source = broken.page.source
    assert source.isVisible()
    assert source.text.toPlainText() == BROKEN
    assert source.text.textCursor().blockNumber() == 3
    assert [mark.cursor.block().text() for mark in source.text.extraSelections()] == ["sets: 3"]
    qtbot.keyClick(source.text, Key.Key_Escape)
    assert not source.isVisible()
    assert broken.page.list.hasFocus()


def test_a_text_that_is_shown_follows_its_file(library: Library, qtbot: QtBot) -> None:
    path, text = library.own / "small.yaml", library.page.source.text
    path.write_text(SMALL + "# more\n" * 300)
    qtbot.waitUntil(lambda: library.shelf.entries[path].state[1] == path.stat().st_size)
    library.page.choose(path)
    library.page.do("show_text")
    for _ in range(100):
        qtbot.keyClick(text, Key.Key_Down)
    text.verticalScrollBar().setValue(90)
    path.write_text(SMALL + "# less\n" * 200)  # for the list nothing has changed
    qtbot.waitUntil(lambda: "# less" in text.toPlainText())
    assert text.verticalScrollBar().value() == 90
    assert library.page.source.isVisible()
    path.write_text(SMALL)
    qtbot.waitUntil(lambda: text.toPlainText() == SMALL)


def test_a_mark_goes_with_its_problem(broken: Library, qtbot: QtBot) -> None:
    broken.editor.there = False
    broken.page.detail.line_wanted.emit(4, 1)
    (broken.own / "broken.yaml").write_text(f"# mine\n{BROKEN}")
    source = broken.page.source
    qtbot.waitUntil(lambda: source.text.toPlainText().startswith("# mine"))
    assert [mark.cursor.block().text() for mark in source.text.extraSelections()] == ["blocks: []"]
    (broken.own / "broken.yaml").write_text(SMALL)
    qtbot.waitUntil(lambda: source.text.toPlainText() == SMALL)
    assert source.text.extraSelections() == []


def test_search_shows_what_has_all_words(library: Library, qtbot: QtBot) -> None:
    assert library.page.seek()
    assert library.page.search.hasFocus()
    qtbot.keyClicks(library.page.search, "SINGLE ball")
    assert library.names == ["Hamstrings, intermediate", "Hamstrings, advanced"]
    assert library.page.current
    assert library.page.current.name == "Hamstrings, intermediate"
    qtbot.keyClick(library.page.search, Key.Key_Down)
    assert library.page.list.hasFocus()
    library.page.seek()
    qtbot.keyClicks(library.page.search, "no such thing")
    assert library.names == []
    assert "No workout has all of these words" in words(library)
    assert not library.page.detail.start.isVisible()
    qtbot.keyClick(library.page.search, Key.Key_Escape)
    assert len(library.names) == 5


def test_what_was_chosen_before_a_search_is_chosen_after_it(library: Library, qtbot: QtBot) -> None:
    library.page.choose(library.own / "small.yaml")
    for text in ("beginner", "nothing at all", ""):
        library.page.search.setText(text)
    assert library.page.current
    assert library.page.current.name == "Small"
    del qtbot


def test_an_empty_list_says_what_to_do(make_library: Callable[[], Library], qtbot: QtBot) -> None:
    library = make_library()
    assert library.page.hint.isVisible()
    assert "Workouts of your own" in library.page.hint.text()
    library.own.mkdir(parents=True)
    (library.own / "small.yaml").write_text(SMALL)
    qtbot.waitUntil(lambda: not library.page.hint.isVisible())


def test_duplicate_makes_an_own_copy_and_chooses_it(library: Library, qtbot: QtBot) -> None:
    qtbot.keyClick(library.page.list, Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "First try, five minutes (copy)" in library.names)
    assert library.page.current
    assert library.page.current.own
    assert library.page.current.path.name == "first-try-five-minutes-copy.yaml"


def test_rename(library: Library, qtbot: QtBot) -> None:
    library.page.choose(library.own / "small.yaml")
    press(qtbot, library, Key.Key_F2)
    field = library.page.renaming.field
    assert field.hasFocus()
    assert field.selectedText() == "Small"
    qtbot.keyClick(field, Key.Key_Delete)
    qtbot.keyClick(field, Key.Key_Return)
    assert library.page.renaming.isVisible()  # a name is needed
    qtbot.keyClicks(field, "Tuesday: legs")
    qtbot.keyClick(field, Key.Key_Return)
    qtbot.waitUntil(lambda: library.names[-1] == "Tuesday: legs")
    assert library.page.current
    assert library.page.current.path == library.own / "tuesday-legs.yaml"
    assert "# by my physio" in (library.own / "tuesday-legs.yaml").read_text()
    assert library.page.list.hasFocus()


def test_escape_leaves_the_name(library: Library, qtbot: QtBot) -> None:
    library.page.choose(library.own / "small.yaml")
    press(qtbot, library, Key.Key_F2)
    qtbot.keyClicks(library.page.renaming.field, "Other")
    qtbot.keyClick(library.page.renaming.field, Key.Key_Escape)
    assert not library.page.renaming.isVisible()
    assert library.names[-1] == "Small"


def test_delete_and_undo(library: Library, qtbot: QtBot, trash: Path) -> None:
    library.page.choose(library.own / "small.yaml")
    press(qtbot, library, Key.Key_Delete)
    qtbot.waitUntil(lambda: len(library.names) == 4)
    assert (trash / "small.yaml").exists()
    assert library.page.strip.text == "“Small” is in the trash."
    qtbot.mouseClick(library.page.strip.do, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: library.names[-1] == "Small")
    assert not library.page.strip.isVisible()
    assert (library.own / "small.yaml").read_text() == SMALL


def test_a_deletion_is_undone(library: Library, qtbot: QtBot) -> None:
    library.page.choose(library.own / "small.yaml")
    press(qtbot, library, Key.Key_Delete)
    qtbot.waitUntil(library.page.strip.isVisible)
    library.page.step_back()
    qtbot.waitUntil((library.own / "small.yaml").exists)
    qtbot.waitUntil(lambda: library.names[-1] == "Small")


def test_delete_in_the_search_deletes_a_letter(library: Library, qtbot: QtBot) -> None:
    library.page.choose(library.own / "small.yaml")
    library.page.search.setText("small")
    library.page.seek()
    qtbot.keyClick(library.page.search, Key.Key_Delete)
    assert library.page.search.text() == ""
    assert (library.own / "small.yaml").exists()


@pytest.mark.parametrize("opened", ["detail", "text", "name", "strip"])
def test_keys_do_nothing_to_a_workout_but_in_the_list(library: Library, qtbot: QtBot, opened: str) -> None:
    library.page.choose(library.own / "small.yaml")
    match opened:
        case "text":
            library.page.do("show_text")
        case "name":
            library.page.do("rename")
        case "strip":
            library.page.strip.offer("Something", "Do it")
    for control in library.page.findChildren(QWidget):
        if control is library.page.list or not control.isVisible() or control.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        for key in ("Del", "Ctrl+D", "F2"):
            control.setFocus()
            assert control.hasFocus()
            qtbot.keySequence(control, key)
            assert library.page.renaming.isVisible() == (opened == "name"), control
    library.page.search.clear()
    library.page.list.setFocus()
    qtbot.keySequence(library.page.list, "Ctrl+D")  # the deeds are done one after the other
    qtbot.waitUntil(lambda: library.names[5:] == ["Small (copy)"])
    assert (library.own / "small.yaml").exists()
    assert len(list(library.own.iterdir())) == 2


def test_files_are_dropped_onto_the_page(library: Library, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "new.yaml").write_text(SMALL.replace("Small", "Dropped"))
    (tmp_path / "photo.jpg").write_text("")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("photo.jpg", "new.yaml")])
    event = QDropEvent(
        QPointF(300, 300),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    library.page.dropEvent(event)
    qtbot.waitUntil(lambda: "Dropped" in library.names)
    assert library.page.current
    assert library.page.current.name == "Dropped"
    assert "photo.jpg is no workout file" in library.told["library"]


def test_files_are_copied_where_a_move_was_proposed(library: Library, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "new.yaml"))])
    how = (
        Qt.DropAction.CopyAction | Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.ShiftModifier,
    )
    enter, move = QDragEnterEvent(QPoint(300, 300), *how), QDragMoveEvent(QPoint(300, 300), *how)
    drop = QDropEvent(QPointF(300, 300), *how)
    for event in (enter, move, drop):
        assert event.dropAction() is Qt.DropAction.MoveAction
        event.ignore()
    library.page.dragEnterEvent(enter)
    library.page.dragMoveEvent(move)
    library.page.dropEvent(drop)
    for event in (enter, move, drop):
        assert event.isAccepted()
        assert event.dropAction() is Qt.DropAction.CopyAction


def test_files_are_dropped_onto_fields_too(library: Library) -> None:
    library.page.choose(library.own / "small.yaml")
    library.page.do("show_text")
    library.page.do("rename")
    takers = [widget for widget in library.page.findChildren(QWidget) if widget.isVisible() and widget.acceptDrops()]
    assert takers == [], "they would take a file from the page"


def test_an_import_of_many_is_summed_up(library: Library, qtbot: QtBot, tmp_path: Path) -> None:
    for name in ("A", "B", "C"):
        (tmp_path / f"{name}.yml").write_text(SMALL.replace("Small", name))
    good, bad = [tmp_path / f"{name}.yml" for name in "ABC"], [tmp_path / f"{number}.jpg" for number in range(5)]
    library.page.handling.bring_in([*bad[:2], *good])
    qtbot.waitUntil(lambda: library.names[4:] == ["A", "B", "C", "Small"])
    told = library.told["library"]
    assert "0.jpg" in told
    assert "1.jpg" in told
    assert told.endswith("The other 3 are imported.")
    library.page.handling.bring_in(good)
    qtbot.waitUntil(lambda: library.page.strip.text == "3 workouts are imported.")
    assert library.told["library"] == ""
    library.page.handling.bring_in(bad)
    qtbot.waitUntil(lambda: library.told["library"].endswith("2 more could not be imported."))
    assert len(library.names) == 8


def test_import_asks_for_files(library: Library, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "new.yaml").write_text(SMALL.replace("Small", "Brought in"))
    qtbot.mouseClick(library.page.import_button, Qt.MouseButton.LeftButton)
    answer(library, tmp_path / "new.yaml")
    qtbot.waitUntil(lambda: "Brought in" in library.names)


def test_export_asks_where_to(library: Library, qtbot: QtBot, tmp_path: Path) -> None:
    library.page.choose(library.own / "small.yaml")
    library.page.do("export")
    answer(library, tmp_path / "for you.yaml")
    qtbot.waitUntil((tmp_path / "for you.yaml").exists)
    qtbot.waitUntil(lambda: "for you.yaml" in library.page.strip.text)
    assert (tmp_path / "for you.yaml").read_text() == SMALL


def test_a_copy_that_lost_its_comments_is_told(library: Library, names: Names, qtbot: QtBot, tmp_path: Path) -> None:
    library.shelf.names = lambda: Names(names.exercises, {**names.presets, "mine": names.presets["slow"]})
    (library.own / "mine.yaml").write_text(SMALL.replace("Small", "Mine").replace("1-0-1-0", "mine") + "...\n")
    qtbot.waitUntil(lambda: "Mine" in library.names)
    library.page.choose(library.own / "mine.yaml")
    library.page.do("export")
    answer(library, tmp_path / "copy.yaml")
    qtbot.waitUntil(lambda: "lost its comments" in library.page.strip.text)


def test_export_as_sound_shows_progress_and_says_where_it_is(library: Library, qtbot: QtBot, tmp_path: Path) -> None:
    library.page.choose(library.own / "small.yaml")
    library.page.do("record")
    answer(library, tmp_path / "small.flac")
    assert library.page.exports.text == "Writing small.flac"
    qtbot.waitUntil(lambda: library.page.exports.text.startswith("The sound is"), timeout=20_000)
    assert (tmp_path / "small.flac").exists()


def test_a_deletion_and_an_export_do_not_drop_each_other(library: Library, qtbot: QtBot, tmp_path: Path) -> None:
    library.page.choose(library.page.list.entries[0].path)
    library.page.do("record")
    answer(library, tmp_path / "first.flac")
    library.page.choose(library.own / "small.yaml")
    library.page.do("delete")
    qtbot.waitUntil(library.page.strip.isVisible)
    assert library.page.exports.isVisible()
    assert library.page.exports.do.text() == "Cancel"
    qtbot.mouseClick(library.page.exports.do, Qt.MouseButton.LeftButton)
    assert not library.page.handling.exports.is_busy
    qtbot.waitUntil(lambda: len(library.names) == 4)
    assert not (tmp_path / "first.flac").exists()
    assert library.page.strip.do.text() == "Undo"
    library.page.do("export")
    answer(library, tmp_path / "copy.yaml")
    qtbot.waitUntil(lambda: "copy.yaml" in library.page.strip.text)
    library.page.step_back()
    qtbot.waitUntil(lambda: library.names[4:] == ["Small"])
    assert "copy.yaml" in library.page.strip.text


def test_deletions_are_undone_one_after_the_other(library: Library, qtbot: QtBot) -> None:
    (library.own / "other.yaml").write_text(SMALL.replace("Small", "Other"))
    qtbot.waitUntil(lambda: library.names[4:] == ["Other", "Small"])
    for name in ("other.yaml", "small.yaml"):
        library.page.choose(library.own / name)
        library.page.do("delete")
        qtbot.waitUntil(lambda name=name: library.own / name not in library.shelf.entries)  # type: ignore[misc]
    for names in (["Small"], ["Other", "Small"]):
        library.page.step_back()
        qtbot.waitUntil(lambda names=names: library.names[4:] == names)  # type: ignore[misc]
    library.page.step_back()
    assert library.told["library"] == ""


def test_sounds_are_exported_one_after_the_other(library: Library, qtbot: QtBot, tmp_path: Path) -> None:
    library.page.choose(library.own / "small.yaml")
    for name in ("a.flac", "b.wav"):
        library.page.do("record")
        answer(library, tmp_path / name)
    assert library.page.exports.text == "Writing a.flac, then 1 more"
    qtbot.waitUntil(lambda: "are written: a.flac, b.wav" in library.page.exports.text, timeout=20_000)
    assert (tmp_path / "a.flac").exists()
    assert (tmp_path / "b.wav").exists()
    assert not library.page.handling.exports.is_busy


def test_one_export_is_cancelled_and_the_next_goes_on(library: Library, qtbot: QtBot, tmp_path: Path) -> None:
    for path, name in ((library.page.list.entries[0].path, "a.mp3"), (library.own / "small.yaml", "b.flac")):
        library.page.choose(path)
        library.page.do("record")
        answer(library, tmp_path / name)
    qtbot.mouseClick(library.page.exports.do, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: library.page.exports.text == f"The sound is {tmp_path / 'b.flac'}", timeout=20_000)
    assert not (tmp_path / "a.mp3").exists()


def closing(library: Library, name: str, to: Path) -> tuple[list[str], dict[str, QAbstractButton]]:
    """An export under way, and the window to be closed: what is done then, and the buttons of the question."""
    library.page.choose(next(entry.path for entry in library.page.list.entries if entry.name == name))
    library.page.do("record")
    answer(library, to)
    done: list[str] = []
    assert library.page.ask_to_leave(lambda: done.append("closed"))
    assert "is not finished" in library.page.question.text
    return done, {made.text(): made for made in library.page.question.buttons}


def test_closing_waits_for_the_sound_file(library: Library, qtbot: QtBot, tmp_path: Path) -> None:
    done, buttons = closing(library, "Small", tmp_path / "a.flac")
    qtbot.mouseClick(buttons["Close when it is finished"], Qt.MouseButton.LeftButton)
    assert done == []
    qtbot.waitUntil(lambda: done == ["closed"], timeout=20_000)
    assert (tmp_path / "a.flac").exists()
    assert not library.page.ask_to_leave(lambda: None)


def test_closing_stops_the_sound_file(library: Library, qtbot: QtBot, tmp_path: Path) -> None:
    done, buttons = closing(library, "Hamstrings, advanced", tmp_path / "a.mp3")
    qtbot.mouseClick(buttons["Stop it and close"], Qt.MouseButton.LeftButton)
    assert done == ["closed"]
    assert not library.page.ask_to_leave(lambda: None)
    qtbot.waitUntil(lambda: not library.page.exports.isVisible())
    assert not (tmp_path / "a.mp3").exists()


def test_closing_is_thought_better_of(library: Library, qtbot: QtBot, tmp_path: Path) -> None:
    done, buttons = closing(library, "Small", tmp_path / "a.flac")
    assert buttons["Close when it is finished"].hasFocus()
    qtbot.keyClick(buttons["Do not close"], Key.Key_Escape)
    assert library.page.ask_to_leave(lambda: done.append("closed"))
    assert not library.page.ask_to_leave(lambda: done.append("closed")), "the second time is an answer"
    qtbot.waitUntil(lambda: library.page.exports.text.startswith("The sound is"), timeout=20_000)
    assert done == []
    assert library.page.question.text == ""


def test_a_sound_file_that_fails_keeps_the_window_open(library: Library, qtbot: QtBot, tmp_path: Path) -> None:
    done, buttons = closing(library, "Small", tmp_path / "none" / "a.flac")
    qtbot.mouseClick(buttons["Close when it is finished"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "could not be written" in library.told.get("library", ""), timeout=20_000)
    qtbot.waitUntil(lambda: not library.page.handling.exports.is_busy)
    assert done == []


def test_another_kind_of_sound_is_refused(library: Library, tmp_path: Path) -> None:
    library.page.do("record")
    answer(library, tmp_path / "small.aac")
    assert ".mp3" in library.told["library"]
    assert not library.page.exports.isVisible()


def test_a_folder_that_cannot_be_written_to_is_told(
    make_library: Callable[[], Library], qtbot: QtBot, home: Path
) -> None:
    home.mkdir()
    (home / "workouts").write_text("a file where the folder should be")
    library = make_library()
    library.page.do("duplicate")
    qtbot.waitUntil(lambda: "could not be copied" in library.told.get("library", ""))


def test_a_presented_entry_is_named_for_those_who_do_not_see_it(broken: Library) -> None:
    index = broken.page.list.currentIndex()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "broken.yaml. ⚠ 2 problems in this file"


def test_every_control_has_a_name_and_tab_reaches_it(library: Library, qtbot: QtBot) -> None:
    library.page.choose(library.own / "small.yaml")
    controls = [
        widget
        for kind in (QAbstractButton, QLineEdit)
        for widget in library.page.findChildren(kind)
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    for control in controls:
        assert control.accessibleName() or getattr(control, "text", str)(), control
    reached: list[QWidget | None] = []
    library.page.list.setFocus()
    for _ in range(20):
        reached.append(QApplication.focusWidget())
        qtbot.keyClick(reached[-1], Key.Key_Tab)
    assert set(controls) <= set(reached)
    order = [library.page.search, library.page.list, library.page.detail.start, library.page.detail.edit]
    first = reached.index(library.page.search)
    assert [widget for widget in reached[first:] if widget in order][:4] == order


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_menu_opens_at_the_right_mouse_button(library: Library) -> None:
    place = library.page.list.visualRect(library.page.list.currentIndex()).center()
    library.page.list.customContextMenuRequested.emit(place)
    assert library.page.menu.isVisible()
    library.page.menu.close()
    library.page.list.customContextMenuRequested.emit(QPoint(5, library.page.list.height() - 2))
    assert not library.page.menu.isVisible()


def test_other_colours(broken: Library) -> None:
    for theme in (LIGHT, CONTRAST):
        broken.page.set_theme(theme)
        assert theme.accent in words(broken)


def answer(library: Library, path: Path) -> None:
    """Choose a file in the dialog that is open."""
    (dialog,) = (dialog for dialog in library.page.findChildren(QFileDialog) if dialog.isVisible())
    if dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave:
        dialog.fileSelected.emit(str(path))
    else:
        dialog.filesSelected.emit([str(path)])
    dialog.close()
