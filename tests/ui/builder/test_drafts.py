"""Drafts outlive the program that wrote them, and belong to one window at a time."""

import subprocess
import sys
from pathlib import Path

from tempo_trainer.files import Stamp
from tempo_trainer.ui.builder.drafts import Draft, Drafts

STAMP = Stamp(3, "abc")
CRASHING = """
import os, sys
from pathlib import Path
from tempo_trainer.ui.builder.drafts import Draft, Drafts
drafts = Drafts(Path(sys.argv[1]))
drafts.keep(Draft({"name": "Crashed", "blocks": []}, None, None))
print("kept", flush=True)
sys.stdin.read()
os._exit(9)
"""


def test_a_draft_comes_back_as_it_was(tmp_path: Path) -> None:
    draft = Draft({"name": "Übung", "blocks": [{"rest": 2.5}]}, tmp_path / "a.yaml", STAMP)
    mine = Drafts(tmp_path / "drafts")
    mine.keep(draft)
    mine.release()
    (found,) = Drafts(tmp_path / "drafts").left_behind()
    assert (found.data, found.path, found.stamp, found.name) == (draft.data, draft.path, STAMP, "Übung")


def test_a_draft_is_offered_once_its_program_has_crashed(tmp_path: Path) -> None:
    program = subprocess.Popen(
        [sys.executable, "-c", CRASHING, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert program.stdout is not None
    assert program.stdout.readline() == "kept\n"
    drafts = Drafts(tmp_path)
    assert list(drafts.left_behind()) == [], "its window still lives"
    program.kill()
    program.communicate()
    (found,) = drafts.left_behind()
    assert found.name == "Crashed"
    assert drafts.take(found)
    assert list(Drafts(tmp_path).left_behind()) == [], "it is ours now"
    drafts.drop()
    assert not list(tmp_path.glob("*.json"))


def test_only_one_window_takes_a_draft(tmp_path: Path) -> None:
    first = Drafts(tmp_path)
    first.keep(Draft({"name": "A"}, None, None))
    first.release()
    (found,) = Drafts(tmp_path).left_behind()
    one, other = Drafts(tmp_path), Drafts(tmp_path)
    assert one.take(found)
    assert not other.take(found)


def test_what_is_no_draft_is_left_alone(tmp_path: Path) -> None:
    for name, text in (("a", "{"), ("b", "[]"), ("c", '{"path": null, "stamp": null, "data": 3}')):
        (tmp_path / f"{name}.json").write_text(text)
    assert list(Drafts(tmp_path).left_behind()) == []
    assert len(list(tmp_path.glob("*.json"))) == 3


def test_a_file_that_cannot_be_looked_at_hides_no_draft(tmp_path: Path) -> None:
    mine = Drafts(tmp_path)
    mine.keep(Draft({"name": "A"}, None, None))
    mine.release()
    (tmp_path / "gone.json").symlink_to("nowhere")
    assert [found.name for found in Drafts(tmp_path).left_behind()] == ["A"]
