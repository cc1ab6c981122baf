"""What cannot be watched is looked at now and then, and only as long as there is such a thing."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from tempo_trainer.ui.workouts.watching import Watch


@pytest.fixture
def watch(tmp_path: Path, qapp: QObject) -> Watch:
    made = Watch([tmp_path], qapp)
    made.watch_folders()
    return made


def test_a_broken_link_is_looked_at_until_it_leads_somewhere(watch: Watch, tmp_path: Path) -> None:
    link, target = tmp_path / "link.yaml", tmp_path / "target"
    link.symlink_to(target)
    assert not watch.polls
    watch.watch_files({link: 0})
    assert watch.polls
    watch.watch_folders()
    assert watch.polls
    target.write_text("")
    watch.watch_files({link: link.stat().st_ino})
    assert not watch.polls


def test_a_broken_link_is_looked_at_until_it_is_gone(watch: Watch, tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        watch.watch_files({tmp_path / name: 0})
    watch.forget([tmp_path / "a.yaml"])
    assert watch.polls
    watch.forget([tmp_path / "b.yaml"])
    assert not watch.polls
