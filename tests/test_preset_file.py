"""The file of the user's presets: nothing that another window or program has written there is lost."""

import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tempo_trainer.preset_file import PresetFile, Presets, applied, changes, load_own_presets
from tempo_trainer.presets import OTHERS, KeptPresets
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.tempo import Tempo

PLAIN, SLOW, QUICK = (Tempo(ms, 1000, ms, 1000) for ms in (3000, 5000, 1000))

few = st.dictionaries(st.sampled_from("abc"), st.sampled_from([PLAIN, SLOW, QUICK]))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "user" / "presets.yaml"


def written(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_the_backup_is_what_stood_there_before_the_program_wrote(path: Path) -> None:
    text = "# for hard days\nslow: 5151\n"
    written(path, text)
    file = PresetFile(path)
    for own in ({"mine": PLAIN}, {"mine": QUICK}, {}):
        file.note(file.holds, own)
        file.write(own)
    assert path.with_name("presets.yaml~").read_text() == text
    assert load_own_presets(path) == ({}, "")


def test_two_windows_keep_the_presets_of_both(path: Path) -> None:
    written(path, "a: 3131\nb: 3131\n")
    one, other = KeptPresets(path, Names()), KeptPresets(path, Names())
    told: list[tuple[str, str]] = []
    other.file.tell = lambda topic, text: told.append((topic, text))
    one.change({"a": SLOW, "b": PLAIN, "one": QUICK})
    one.close()
    other.change({"a": PLAIN, "other": QUICK})
    other.close()
    assert load_own_presets(path) == ({"a": SLOW, "one": QUICK, "other": QUICK}, "")
    assert told == [("presets of others", OTHERS), ("presets", "")]


def test_one_that_both_have_changed_is_kept_in_both_ways(path: Path) -> None:
    written(path, "a: 3131\nb: 3131\n")
    file = PresetFile(path)
    before = dict(file.holds)
    written(path, "a: 5151\nb: 5151\n")
    file.note(before, {"a": QUICK})
    assert file.write({"a": QUICK})
    assert load_own_presets(path) == ({"a": QUICK, "b": SLOW, "a 2": SLOW}, "")


def test_further_changes_do_not_take_away_what_others_have_written(path: Path) -> None:
    written(path, "a: 3131\n")
    file = PresetFile(path)
    own: Presets = dict(file.holds)
    written(path, "a: 3131\ntheirs: 5151\n")
    for new in ({"a": QUICK}, {"a": QUICK, "b": PLAIN}, {"b": PLAIN}):
        file.note(own, new)
        file.write(new)
        own = new
    assert load_own_presets(path) == ({"theirs": SLOW, "b": PLAIN}, "")


def test_a_file_that_was_broken_meanwhile_is_left_alone_and_what_to_do_is_told(path: Path) -> None:
    written(path, "a: 3131\n")
    told: list[tuple[str, str]] = []
    kept = KeptPresets(path, Names())
    kept.file.tell = lambda topic, text: told.append((topic, text))
    written(path, "a: soon\n")
    kept.change({"a": QUICK})
    kept.close()
    ((topic, text),) = told
    assert topic == "presets"
    assert text.startswith("The presets cannot be kept: another program has changed their file.")
    assert f"{path}:1:4: error: " in text
    assert text.endswith("Mend it, or delete it.")
    assert path.read_text() == "a: soon\n"


def test_a_file_that_was_broken_and_mended_takes_what_was_changed_meanwhile(path: Path) -> None:
    written(path, "a: 3131\n")
    told, heard = list[str](), threading.Event()

    def tell(_topic: str, text: str) -> None:
        told.append(text)
        heard.set()

    kept = KeptPresets(path, Names())
    kept.file.tell = tell
    written(path, "a: soon\n")
    for number in (1, 2):
        heard.clear()
        kept.change({**kept.own, f"b{number}": QUICK})
        assert heard.wait(10)
        assert path.read_text() == "a: soon\n"
    written(path, "a: 4141\n")
    kept.close()
    assert load_own_presets(path)[0].keys() == {"a", "b1", "b2"}
    assert "" in told


def test_what_could_not_be_written_is_written_with_the_next_change(path: Path) -> None:
    written(path, "a: 3131\n")
    file = PresetFile(path)
    written(path, "a: soon\n")
    file.note({"a": PLAIN}, {"a": QUICK})
    with pytest.raises(OSError, match="Mend it"):
        file.write({"a": QUICK})
    written(path, "a: 3131\nc: 5151\n")
    file.note({"a": QUICK}, {"a": QUICK, "b": SLOW})
    assert file.write({"a": QUICK, "b": SLOW})
    assert load_own_presets(path) == ({"a": QUICK, "c": SLOW, "b": SLOW}, "")


def test_a_file_that_is_gone_takes_no_preset_with_it(path: Path) -> None:
    written(path, "a: 3131\nb: 5151\n")
    file = PresetFile(path)
    path.unlink()
    path.parent.rmdir()
    file.note({"a": PLAIN, "b": SLOW}, {"b": SLOW, "a": QUICK})
    assert not file.write({"b": SLOW, "a": QUICK})
    read, _ = load_own_presets(path)
    assert list(read.items()) == [("b", SLOW), ("a", QUICK)]


@given(old=few, new=few)
def test_changes_lead_from_one_to_the_other(old: Presets, new: Presets) -> None:
    assert applied(changes(old, new), old) == new


@given(base=few, ours=few, theirs=few)
def test_no_tempo_that_somebody_has_made_is_lost(base: Presets, ours: Presets, theirs: Presets) -> None:
    both = applied(changes(base, ours), theirs)
    made = {ours[name] for name in ours if ours[name] != base.get(name)}
    made |= {theirs[name] for name in theirs if theirs[name] != base.get(name)}
    assert made <= set(both.values())
    assert all(both[name] == ours[name] for name in ours if ours[name] != base.get(name))
