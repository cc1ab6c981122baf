"""The settings: what is saved is read back, and a broken file costs the settings, not the program."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tempo_trainer.settings import Settings, load_settings, save_settings


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.yaml") == (Settings(), "")


@given(settings=st.builds(Settings))
def test_what_is_saved_is_read_back(tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> None:
    path = tmp_path_factory.getbasetemp() / "new" / "folder" / "settings.yaml"
    save_settings(settings, path)
    assert load_settings(path) == (settings, "")
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "{}\n"])
def test_an_empty_file_is_the_defaults(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.yaml"
    path.write_text(text)
    assert load_settings(path) == (Settings(), "")


def test_what_is_not_said_is_the_default(tmp_path: Path) -> None:
    path = tmp_path / "settings.yaml"
    path.write_text("theme: light\n")
    assert load_settings(path) == (Settings(theme="light"), "")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("theme: purple\n", "1:8: error: theme: must be dark or light"),
        ("them: dark\n", "1:1: error: unknown key `them`; did you mean `theme`?"),
        ("theme: dark\ntheme: light\n", "2:1: error: the key `theme` stands here a second time"),
        ("output: 5\n", "1:9: error: output: must be auto, simpleaudio or qt"),
        ("- theme\n", "1:1: error: must be a mapping of keys to values"),
        ("[", "2:1: error: not valid YAML"),
        ("\x00", "1:1: error: a control character"),
    ],
)
def test_a_broken_file_is_told_and_the_defaults_hold(tmp_path: Path, text: str, problem: str) -> None:
    path = tmp_path / "settings.yaml"
    path.write_text(text)
    settings, doubt = load_settings(path)
    assert settings == Settings()
    assert f"{path}:{problem}" in doubt
    assert path.read_text() == text, "the user's file is left as it is"


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    settings, doubt = load_settings(tmp_path)
    assert settings == Settings()
    assert "is a folder" in doubt


def test_a_disk_that_will_not_is_an_os_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError):  # noqa: PT011  which one depends on the system
        save_settings(Settings(), tmp_path / "file" / "settings.yaml")
