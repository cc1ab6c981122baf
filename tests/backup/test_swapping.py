"""The next start restores; whatever ends it on the way, the one after it goes on, and nothing is lost."""

import os
import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from filelock import FileLock

from helpers.homes import add_passing, held, make_home, owner, packed
from helpers.restoring import DIED, restore_and_die
from tempo_trainer.backup import BackupError, back_up, confirm, staged, swapping, take_up
from tempo_trainer.backup.contents import HISTORY, KEPT, MARK, RESTORING


def confirmed(home: Path, room: Path) -> Path:
    """A home in which somebody else's backup is to be restored."""
    theirs = make_home(room / "theirs", "them")
    back_up(theirs, room / "backup.zip")
    make_home(home, "me")
    add_passing(home)
    confirm(staged(room / "backup.zip", home), home)
    return home


def kept(home: Path) -> Path:
    (found,) = home.glob(f"{KEPT}*.zip")
    return found


def owner_of_kept(home: Path, room: Path) -> str:
    packed(kept(home), room / "before")
    return owner(room / "before" / HISTORY)


def test_what_was_there_is_kept_and_the_backup_takes_its_place(home: Path, tmp_path: Path) -> None:
    confirmed(home, tmp_path)
    said = take_up(home)
    assert said is not None
    assert said.startswith("The backup of 20")
    assert kept(home).name in said
    assert held(home) == {"history.lock": b"passing", **held(tmp_path / "theirs")}
    mine = dict(packed(kept(home), tmp_path / "room"))
    del mine[MARK]
    assert mine == held(make_home(tmp_path / "again", "me"))
    assert (home / "log" / "tempo-trainer.log").exists()
    assert not (home / RESTORING).exists()
    assert take_up(home) is None


def test_the_way_back_is_a_restore_too(home: Path, tmp_path: Path) -> None:
    confirmed(home, tmp_path)
    take_up(home)
    confirm(staged(kept(home), home), home)
    take_up(home)
    assert owner(home / HISTORY) == "me"
    assert len(list(home.glob(f"{KEPT}*.zip"))) == 2


def test_killed_at_every_step_and_killed_again_the_next_start_goes_on(home: Path, tmp_path: Path) -> None:
    chance = random.Random(20_260_512)  # noqa: S311  the same steps on every run
    step = 0
    status = DIED
    while status == DIED:
        step += 1
        room, mine = tmp_path / f"room {step}", home / str(step)
        confirmed(mine, room)
        status = restore_and_die(mine, step)
        restore_and_die(mine, chance.randrange(1, 60))
        take_up(mine)
        assert held(mine) == {"history.lock": b"passing", **held(room / "theirs")}, step
        assert not [path for path in (mine / RESTORING).rglob("*") if path.is_file() and path.name != "lock"], step
        assert owner_of_kept(mine, room) == "me", step
    assert status == 0
    assert step > 30


def test_a_history_that_another_program_has_open_is_not_taken_away(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swapping, "WAIT_S", 0.0)
    confirmed(home, tmp_path)
    with closing(sqlite3.connect(home / HISTORY)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("SELECT * FROM whose").fetchall()
        said = take_up(home)
    assert said == (
        "Nothing was restored, all is as it was. Tempo Trainer is open in another window."
        " Close it, then restore the backup again."
    )
    assert owner(home / HISTORY) == "me"
    assert not list(home.glob(f"{KEPT}*"))
    assert take_up(home) is None


@pytest.mark.skipif(os.name == "nt", reason="permissions are others")
def test_where_the_disk_will_not_all_stays_as_it_was(home: Path, tmp_path: Path) -> None:
    before = held(confirmed(home, tmp_path))
    state = next((home / RESTORING).glob("state.json"))
    keep = state.read_text().partition('"keep": "')[2].partition('"')[0]
    (home / keep).mkdir()  # the zip cannot be written
    said = take_up(home)
    assert said is not None
    assert said.startswith("Nothing was restored, all is as it was. There is a folder of that name")
    assert held(home) == {name: data for name, data in before.items() if not name.startswith(RESTORING)}


def test_half_way_out_it_is_put_back(home: Path, tmp_path: Path) -> None:
    """What lies ready has vanished after a kill."""
    confirmed(home, tmp_path)
    before = {name: data for name, data in held(home).items() if not name.startswith(RESTORING)}
    for reached in ("state.json", "old-*/presets.yaml"):
        step = 1
        while not [path for path in (home / RESTORING).glob(reached) if b"confirmed" not in path.read_bytes()]:
            step += 1
            restore_and_die(home, step)
    for path in (home / RESTORING).glob("new-*"):
        path.rename(tmp_path / "gone")
    said = take_up(home)
    assert said is not None
    assert said.startswith("Nothing was restored")
    assert held(home) == before


def test_a_broken_history_does_not_stand_in_the_way(home: Path, tmp_path: Path) -> None:
    confirmed(home, tmp_path)
    (home / HISTORY).write_bytes(b"rubbish" * 1000)
    take_up(home)
    assert owner(home / HISTORY) == "them"


def test_two_starts_at_once_do_not_restore_together(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swapping, "WAIT_S", 0.0)
    confirmed(home, tmp_path)
    with FileLock(home / RESTORING / "lock"), pytest.raises(BackupError, match="at this moment"):
        take_up(home)
    assert owner(home / HISTORY) == "me"
