"""The user's presets: what is kept is read back, and nothing of anybody else is written over."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tempo_trainer.preset_file import PresetFile, Presets, applied, changes, load_own_presets
from tempo_trainer.presets import OTHERS, KeptPresets
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.tempo import PHASES, Ramp, Tempo, is_preset_name

PLAIN, SLOW, QUICK = (Tempo(ms, 1000, ms, 1000) for ms in (3000, 5000, 1000))

tempos = st.builds(
    Tempo.of_parts,
    st.tuples(st.integers(100, 60_000), *[st.integers(0, 60_000)] * 3),
    st.just(frozenset()),
)
fast = st.sets(st.sampled_from(PHASES), min_size=1).map(
    lambda phases: Tempo.of_parts([1000 if phase in phases else 2500 for phase in PHASES], frozenset(phases))
)
ramps = st.builds(Ramp, tempos, tempos | fast)
nasty = st.sampled_from(["yes", "no", "on", "null", "true", "y", "a: b", "x#y", "é ü", "e1", "N", "a'b", 'a"b', "inf"])
preset_names = (st.text(min_size=1, max_size=12).filter(str.isprintable) | nasty).filter(
    lambda name: is_preset_name(name) and name == name.strip()
)
some = st.dictionaries(preset_names, tempos | fast | ramps, max_size=5)
few = st.dictionaries(st.sampled_from("abc"), st.sampled_from([PLAIN, SLOW, QUICK]))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "user" / "presets.yaml"


def written(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def kept_after(path: Path, *owns: Presets) -> list[tuple[str, str]]:
    """Keep these, one after the other; what was told."""
    told: list[tuple[str, str]] = []
    kept = KeptPresets(path, Names())
    kept.file.tell = lambda topic, text: told.append((topic, text))
    for own in owns:
        kept.change(own)
    kept.close()
    return told


@given(own=some)
def test_what_is_kept_is_read_back_in_its_order(tmp_path_factory: pytest.TempPathFactory, own: Presets) -> None:
    path = tmp_path_factory.mktemp("presets") / "presets.yaml"
    kept_after(path, own)
    read, doubt = load_own_presets(path)
    assert (list(read.items()), doubt) == (list(own.items()), "")


def test_the_file_is_what_a_person_would_write(path: Path) -> None:
    kept_after(path, {"slow": SLOW, "rising": Ramp(PLAIN, SLOW), "yes": QUICK})
    assert path.read_text(encoding="utf-8") == (
        "slow: 5-1-5-1\nrising:\n  from: 3-1-3-1\n  to: 5-1-5-1\n'yes': 1-1-1-1\n"
    )
    assert list(path.parent.iterdir()) == [path]


def test_own_presets_stand_in_front_of_the_shipped_ones(path: Path, names: Names) -> None:
    kept = KeptPresets(path, names)
    told: list[Names] = []
    kept.listeners.append(told.append)
    kept.change({"slow": QUICK, "mine": PLAIN})
    assert kept.names.presets == {**names.presets, "slow": QUICK, "mine": PLAIN}
    assert kept.names.exercises == names.exercises
    assert told == [kept.names]
    kept.change({"mine": PLAIN, "slow": QUICK})
    assert len(told) == 1, "nothing has changed"
    kept.close()
    assert KeptPresets(path, names).names.presets == kept.names.presets


def test_a_broken_file_is_told_and_never_written_over(path: Path, names: Names) -> None:
    written(path, "slow: 5151\nmine: soon\n")
    kept = KeptPresets(path, names)
    assert f"{path}:2:7: error: " in kept.doubt
    kept.change({"mine": PLAIN})
    kept.close()
    assert kept.names.presets["mine"] == PLAIN, "it holds until the end of the program"
    assert path.read_text() == "slow: 5151\nmine: soon\n"


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
    assert text.endswith("Mend it, then change a preset again.")
    assert path.read_text() == "a: soon\n"


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


def test_a_disk_that_will_not_is_told_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    ((topic, text),) = kept_after(tmp_path / "file" / "presets.yaml", {"a": PLAIN})
    assert topic == "presets"
    assert text.startswith("The presets cannot be kept: ")
    assert "put it back" in text or "choose another name" in text


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
