"""User folders with something of everything in them, and what they hold."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile

from tempo_trainer.backup.contents import HISTORY, KEPT, RESTORING
from tempo_trainer.history.database import open_to_write


def make_home(home: Path, who: str) -> Path:
    """A folder of somebody's, told apart by `who`."""
    texts = {
        "settings.yaml": f"page: {who}\n",
        "presets.yaml": "slow: 4-2-4-2\n",
        "workouts/curls.yaml": f"name: {who}\n",
        "workouts/curls.yaml~": "name: before\n",
        f"workouts/Übung von {who} 💪.yaml": "name: Übung\n",
        f"workouts/{who}/deep.yaml": "name: deep\n",
        "drafts/a.json": "{}",
    }
    for name, text in texts.items():
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    with closing(open_to_write(home / HISTORY)) as connection:
        connection.execute("CREATE TABLE whose (name)")
        connection.execute("INSERT INTO whose VALUES (?)", (who,))
    return home


def add_passing(home: Path) -> None:
    """What belongs to the program that runs, not to the user."""
    for name in ("log/tempo-trainer.log", "history.lock", "drafts/a.lock", "workouts/.curls.7-7.half.yaml"):
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text("passing")


def held(home: Path) -> Mapping[str, bytes | str]:
    """What a folder holds, but for the log, the zips and a lock; of the history, whose it is."""
    found = {}
    for path in sorted(home.rglob("*")):
        name = path.relative_to(home).as_posix()
        if path.is_file() and not name.startswith(("log/", KEPT, f"{RESTORING}/lock")):
            found[name] = owner(path) if name == HISTORY else path.read_bytes()
    return found


def packed(zip_file: Path, room: Path) -> Mapping[str, bytes | str]:
    """The same of a zip, by another reader than the program's."""
    with ZipFile(zip_file) as source:
        assert source.testzip() is None
        source.extractall(room)
    return held(room)


def owner(history: Path) -> str:
    """Whose history it is."""
    with closing(sqlite3.connect(history)) as connection:
        return str(connection.execute("SELECT name FROM whose").fetchone()[0])
