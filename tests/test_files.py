"""Files are written whole or not at all."""

from pathlib import Path

import pytest

from tempo_trainer.files import written_whole


def test_the_new_file_takes_the_place_of_the_old(tmp_path: Path) -> None:
    file = tmp_path / "presets.yaml"
    file.write_text("old")
    with written_whole(file) as neighbour:
        neighbour.write_text("new")
        assert file.read_text() == "old"
    assert file.read_text() == "new"
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_was_not_there_is_made(tmp_path: Path) -> None:
    file = tmp_path / "presets.yaml"
    with written_whole(file) as neighbour:
        neighbour.write_text("new")
    assert file.read_text() == "new"


@pytest.mark.parametrize("fault", [ValueError, KeyboardInterrupt, SystemExit])
def test_whatever_goes_wrong_the_old_file_stays_and_nothing_else(tmp_path: Path, fault: type[BaseException]) -> None:
    file = tmp_path / "presets.yaml"
    file.write_text("old")

    def fail() -> None:
        with written_whole(file) as neighbour:
            neighbour.write_text("half")
            raise fault

    with pytest.raises(fault):
        fail()
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_nothing_written_is_told_and_the_old_file_stays(tmp_path: Path) -> None:
    file = tmp_path / "presets.yaml"
    file.write_text("old")
    with pytest.raises(FileNotFoundError), written_whole(file):
        pass
    assert file.read_text() == "old"


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "presets.yaml"
    folder.mkdir()
    with pytest.raises(OSError), written_whole(folder) as neighbour:  # noqa: PT011  which one depends on the system
        neighbour.write_text("new")
    assert list(tmp_path.iterdir()) == [folder]


def test_the_neighbour_lies_beside_the_file_hidden_and_with_its_suffix(tmp_path: Path) -> None:
    with written_whole(tmp_path / "out.flac") as neighbour:
        neighbour.write_bytes(b"")
        assert neighbour.parent == tmp_path
        assert neighbour.name.startswith(".")
        assert neighbour.suffix == ".flac"
