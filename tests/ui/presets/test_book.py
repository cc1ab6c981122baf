"""The presets as the page edits them: kept at once, and every change has its way back."""

from pathlib import Path

import pytest

from tempo_trainer.presets import KeptPresets
from tempo_trainer.ui.presets.book import PresetBook
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.tempo import Tempo

ONE, OTHER, THIRD = (Tempo(second * 1000, 0, 1000, 0) for second in (5, 6, 7))


@pytest.fixture
def kept(tmp_path: Path, names: Names) -> KeptPresets:
    return KeptPresets(tmp_path / "presets.yaml", names)


@pytest.fixture
def book(kept: KeptPresets) -> PresetBook:
    return PresetBook(kept)


def test_the_first_one_is_chosen(book: PresetBook) -> None:
    assert book.chosen.name == "controlled"


def test_a_new_one_and_a_copy_are_chosen_and_have_names_of_their_own(book: PresetBook, kept: KeptPresets) -> None:
    book.add()
    assert book.chosen.name == "my tempo"
    book.put(ONE)
    book.duplicate()
    assert (book.chosen.name, book.chosen.tempo) == ("my tempo 2", ONE)
    assert kept.own == {"my tempo": ONE, "my tempo 2": ONE}


def test_changes_of_one_step_are_undone_together(book: PresetBook, kept: KeptPresets) -> None:
    book.choose("slow")
    book.put(ONE, "field")
    book.put(OTHER, "field")
    book.put(THIRD, "other field")
    for own in ({"slow": OTHER}, {}, {}):
        book.back()
        assert kept.own == own
    for own in ({"slow": OTHER}, {"slow": THIRD}, {"slow": THIRD}):
        book.forward()
        assert kept.own == own


def test_the_same_field_for_another_preset_is_another_step(book: PresetBook, kept: KeptPresets) -> None:
    book.choose("slow")
    book.put(ONE, "field")
    book.choose("controlled")
    book.put(ONE, "field")
    book.back()
    assert kept.own == {"slow": ONE}
    assert book.chosen.name == "controlled"


def test_a_deletion_can_be_undone_and_what_is_gone_is_chosen_again(book: PresetBook, kept: KeptPresets) -> None:
    book.add()
    book.rename("zebra")
    book.add()
    book.take_away()
    assert book.chosen.name == "zebra"
    book.take_away()
    assert book.chosen.name == "controlled"
    assert kept.own == {}
    book.back()
    assert book.chosen.name == "zebra"
    book.back()
    assert book.chosen.name == "my tempo"
    assert list(kept.own) == ["zebra", "my tempo"]


def test_the_last_of_the_list_gives_way_to_the_one_before(tmp_path: Path, names: Names) -> None:
    book = PresetBook(KeptPresets(tmp_path / "presets.yaml", Names(names.exercises, {"slow": ONE})))
    book.choose("slow")
    book.put(OTHER)
    book.take_away()
    assert (book.chosen.name, book.chosen.own) == ("slow", False)


def test_a_new_change_ends_what_could_be_done_again(book: PresetBook, kept: KeptPresets) -> None:
    book.put(ONE)
    book.back()
    book.put(OTHER)
    book.forward()
    assert kept.own == {"controlled": OTHER}


def test_nothing_changed_is_no_step(book: PresetBook, kept: KeptPresets) -> None:
    book.put(ONE)
    book.put(ONE)
    book.take_away()
    book.take_away()  # it is as shipped already
    book.back()
    assert kept.own == {"controlled": ONE}


def test_who_listens_finds_the_new_one_chosen(book: PresetBook, kept: KeptPresets) -> None:
    chosen: list[str] = []
    kept.listeners.append(lambda _: chosen.append(book.chosen.name))
    book.add()
    book.rename("mine")
    book.take_away()
    assert chosen == ["my tempo", "mine", "controlled"]
