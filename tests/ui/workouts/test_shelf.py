"""The folders are watched: what somebody does there is in the list at once."""

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from tempo_trainer.files import written_whole
from tempo_trainer.folders import Folders
from tempo_trainer.ui.workouts.shelf import Shelf
from tempo_trainer.ui.workouts.watching import Watch
from tempo_trainer.workout.model import Names
from ui.workouts.conftest import BROKEN, SMALL, Library

SHIPPED = ["First try, five minutes", "Hamstrings, beginner", "Hamstrings, intermediate", "Hamstrings, advanced"]


def test_the_first_try_comes_first_and_own_workouts_last(library: Library) -> None:
    assert library.names == [*SHIPPED, "Small"]
    assert library.page.current
    assert library.page.current.name == SHIPPED[0]


def test_a_file_that_is_saved_appears(library: Library, qtbot: QtBot) -> None:
    (library.own / "another.yaml").write_text(SMALL.replace("Small", "Another"))
    qtbot.waitUntil(lambda: library.names == [*SHIPPED, "Another", "Small"])


def test_a_file_that_is_changed_in_place_changes(library: Library, qtbot: QtBot) -> None:
    library.page.choose(library.own / "small.yaml")
    for name in ("Larger", "Larger still"):  # also after the first time
        with (library.own / "small.yaml").open("r+") as file:
            file.write(SMALL.replace("Small", name))
        qtbot.waitUntil(lambda name=name: library.names == [*SHIPPED, name])  # type: ignore[misc]
    assert library.page.current
    assert library.page.current.name == "Larger still"


def test_a_file_that_is_replaced_changes_again_and_again(library: Library, qtbot: QtBot) -> None:
    for name in ("One", "Two", "Three"):
        with written_whole(library.own / "small.yaml") as neighbour:
            neighbour.write_text(SMALL.replace("Small", name))
        qtbot.waitUntil(lambda name=name: library.names == [*SHIPPED, name])  # type: ignore[misc]
    with (library.own / "small.yaml").open("w") as file:
        file.write(SMALL.replace("Small", "In place"))
    qtbot.waitUntil(lambda: library.names == [*SHIPPED, "In place"])


def test_a_file_that_is_removed_or_renamed_goes(library: Library, qtbot: QtBot) -> None:
    (library.own / "small.yaml").rename(library.own / "other.yaml")
    qtbot.waitUntil(lambda: library.own / "other.yaml" in library.shelf.entries)
    assert library.own / "small.yaml" not in library.shelf.entries
    (library.own / "other.yaml").unlink()
    qtbot.waitUntil(lambda: library.names == SHIPPED)


def test_a_broken_link_that_goes_ends_the_looking_now_and_then(library: Library, qtbot: QtBot) -> None:
    watch = library.shelf.findChild(Watch)
    assert isinstance(watch, Watch)
    (library.own / "link.yaml").symlink_to(library.own / "nowhere")
    qtbot.waitUntil(lambda: watch.polls)
    (library.own / "link.yaml").unlink()
    qtbot.waitUntil(lambda: library.names == [*SHIPPED, "Small"])
    assert not watch.polls


def test_a_file_that_breaks_stays_in_the_list_until_it_is_mended(library: Library, qtbot: QtBot) -> None:
    (library.own / "small.yaml").write_text(BROKEN)
    qtbot.waitUntil(lambda: library.names == [*SHIPPED, "small.yaml"])
    (library.own / "small.yaml").write_text(SMALL)
    qtbot.waitUntil(lambda: library.names == [*SHIPPED, "Small"])


def test_a_folder_that_vanishes_is_told_and_comes_back(library: Library, qtbot: QtBot) -> None:
    assert library.told["workouts"] == ""
    aside = library.own.with_name("aside")
    library.own.rename(aside)
    qtbot.waitUntil(lambda: library.names == SHIPPED)
    qtbot.waitUntil(lambda: "is gone" in library.told["workouts"])
    aside.rename(library.own)
    qtbot.waitUntil(lambda: library.names == [*SHIPPED, "Small"])
    qtbot.waitUntil(lambda: library.told["workouts"] == "")


def test_the_whole_user_folder_may_come_and_go(make_library: Callable[[], Library], qtbot: QtBot) -> None:
    library = make_library()
    assert library.names == SHIPPED
    assert library.told["workouts"] == ""
    for _ in range(2):
        library.own.mkdir(parents=True)
        (library.own / "small.yaml").write_text(SMALL)
        qtbot.waitUntil(lambda: library.names == [*SHIPPED, "Small"])
        shutil.rmtree(library.own.parent)
        qtbot.waitUntil(lambda: library.names == SHIPPED)


def test_a_folder_with_the_same_names_in_another_place_is_watched_from_then_on(library: Library, qtbot: QtBot) -> None:
    library.own.rename(library.own.with_name("aside"))
    library.own.mkdir()
    (library.own / "small.yaml").write_text(SMALL.replace("Small", "Other"))
    qtbot.waitUntil(lambda: library.names == [*SHIPPED, "Other"])
    with (library.own / "small.yaml").open("r+") as file:
        file.write(SMALL.replace("Small", "In place"))
    qtbot.waitUntil(lambda: library.names == [*SHIPPED, "In place"])
    (library.own / "new.yaml").write_text(SMALL.replace("Small", "New"))
    qtbot.waitUntil(lambda: library.names == [*SHIPPED, "In place", "New"])


def test_reading_happens_in_another_thread(folders: Folders, names: Names, qtbot: QtBot, own: Path) -> None:
    threads: list[QThread] = []

    class Watched(Shelf):
        def _rest(self) -> bool:
            threads.append(QThread.currentThread())
            return super()._rest()

    shelf = Watched(folders.shipped_workouts, own, lambda: names)
    with qtbot.waitSignal(shelf.read):
        shelf.refresh()
    assert len(threads) == 5
    assert QThread.currentThread() not in threads
    shelf.close()


def test_new_names_are_asked_for_and_everything_is_read_again(
    folders: Folders, names: Names, qtbot: QtBot, own: Path
) -> None:
    (own / "small.yaml").write_text(SMALL.replace("1-0-1-0", "mine"))
    now = names
    shelf = Shelf(folders.shipped_workouts, own, lambda: now)
    with qtbot.waitSignal(shelf.read):
        shelf.refresh()
    assert not shelf.entries[own / "small.yaml"].good
    now = Names(names.exercises, {**names.presets, "mine": names.presets["slow"]})
    with qtbot.waitSignal(shelf.arrived) as arrived:
        shelf.read_again()
    assert [entry.path.name for entry in arrived.args[0]] == ["small.yaml"]  # the others are as they were
    assert shelf.uses()["mine"] == ["Small"]
    shelf.close()
