"""The user's presets: what is kept is read back, and a broken file costs the presets, not the program."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.texts import texts
from tempo_trainer.preset_file import Presets, load_own_presets
from tempo_trainer.presets import KeptPresets
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.tempo import EXPLOSIVE_MS, RAMP_STEP_MS, Phase, Ramp, Tempo, is_preset_name

SLOW = Tempo(5000, 1000, 5000, 1000)
RAMP = Ramp(Tempo(3000, 1000, 3000, 1000), Tempo(6000, 0, 3000, 0))
BROKEN = "slow: 4-2-4-2\nslow: 5-2-5-2\n"


@st.composite
def tempos(draw: st.DrawFn) -> Tempo:
    fast: Phase = "concentric"
    explosive = frozenset[Phase](draw(st.sets(st.just(fast))))
    lengths = [draw(st.integers(RAMP_STEP_MS, 60_000)), *(draw(st.integers(0, 60_000)) for _ in range(3))]
    if explosive:
        lengths[2] = EXPLOSIVE_MS
    return Tempo.of_parts(lengths, explosive)


OWN = st.dictionaries(texts(1).filter(is_preset_name), tempos() | st.builds(Ramp, tempos(), tempos()), max_size=4)


def keep(own: Presets, path: Path) -> None:
    kept = KeptPresets(path, Names())
    kept.change(own)
    kept.close()


@given(own=OWN)
def test_what_is_saved_is_read_back(tmp_path_factory: pytest.TempPathFactory, own: Presets) -> None:
    path = tmp_path_factory.mktemp("user") / "new" / "folder" / "presets.yaml"
    keep(own, path)
    read, doubt = load_own_presets(path)
    assert (list(read.items()), doubt) == (list(own.items()), "")
    assert not own or list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "{}\n"])
def test_an_empty_file_is_no_presets(tmp_path: Path, text: str) -> None:
    path = tmp_path / "presets.yaml"
    path.write_text(text)
    assert load_own_presets(path) == ({}, "")


def test_without_a_file_there_are_the_shipped_ones(tmp_path: Path, names: Names) -> None:
    kept = KeptPresets(tmp_path / "presets.yaml", names)
    kept.close()
    assert kept.names == names
    assert not kept.doubt
    assert not (tmp_path / "presets.yaml").exists()


def test_ones_own_hides_the_built_in_one_and_its_end_brings_that_back(tmp_path: Path, names: Names) -> None:
    kept = KeptPresets(tmp_path / "presets.yaml", names)
    kept.change({"slow": SLOW, "mine": RAMP})
    assert kept.names.presets == {**names.presets, "slow": SLOW, "mine": RAMP}
    assert kept.names.exercises == names.exercises
    assert kept.shipped.presets["slow"] == names.presets["slow"] != SLOW
    kept.change({})
    assert kept.names == names
    kept.close()
    assert KeptPresets(tmp_path / "presets.yaml", names).own == {}


def test_what_is_kept_is_written_in_the_background_and_the_newest_wins(tmp_path: Path, names: Names) -> None:
    path = tmp_path / "presets.yaml"
    kept = KeptPresets(path, names)
    for seconds in range(1, 10):
        kept.change({"mine": Tempo(seconds * 1000, 0, 1000, 0)})
    kept.close()
    assert KeptPresets(path, names).own == {"mine": Tempo(9000, 0, 1000, 0)}
    assert list(tmp_path.iterdir()) == [path]


def test_the_file_is_what_a_person_would_write(tmp_path: Path) -> None:
    quick = Tempo(3000, 0, 1000, 0, frozenset({"concentric"}))
    keep({"slow": SLOW, "quick": quick, "yes": RAMP}, tmp_path / "presets.yaml")
    text = "slow: 5-1-5-1\nquick: 3-0-X-0\n'yes':\n  from: 3-1-3-1\n  to: 6-0-3-0\n"
    assert (tmp_path / "presets.yaml").read_text() == text


def test_a_broken_file_is_told_and_not_written_over(tmp_path: Path, names: Names) -> None:
    path = tmp_path / "presets.yaml"
    path.write_text(BROKEN)
    kept = KeptPresets(path, names)
    assert f"{path}:2:1: error: the key `slow` stands here a second time" in kept.doubt
    assert kept.names == names
    kept.change({"mine": SLOW})
    kept.close()
    assert kept.names.presets["mine"] == SLOW  # until the end of the program
    assert path.read_text() == BROKEN


@pytest.mark.parametrize("text", ["slow: fast\n", "3131: 3-1-3-1\n", "- slow\n", "slow: 0-1-0-1\n", "[", "\x00"])
def test_what_is_no_preset_is_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "presets.yaml"
    path.write_text(text)
    own, doubt = load_own_presets(path)
    assert own == {}
    assert str(path) in doubt


def test_a_disk_that_will_not_keep_them_is_told_and_they_hold_all_the_same(tmp_path: Path, names: Names) -> None:
    (tmp_path / "file").write_text("")
    told: list[tuple[str, str]] = []
    kept = KeptPresets(tmp_path / "file" / "presets.yaml", names)
    kept.file.tell = lambda topic, text: told.append((topic, text))
    kept.change({"mine": SLOW})
    kept.close()
    assert kept.names.presets["mine"] == SLOW
    ((topic, text),) = told
    assert topic == "presets"
    assert "cannot be kept" in text


def test_listeners_hear_of_each_change_and_of_nothing_else(tmp_path: Path, names: Names) -> None:
    kept, heard = KeptPresets(tmp_path / "presets.yaml", names), list[Names]()
    kept.listeners.append(heard.append)
    kept.change({"slow": SLOW})
    kept.change({"slow": SLOW})
    kept.change({})
    kept.close()
    assert [made.presets["slow"] for made in heard] == [SLOW, names.presets["slow"]]
