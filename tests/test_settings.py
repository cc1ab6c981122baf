"""The settings: what is saved is read back, and a broken file costs the settings, not the program."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tempo_trainer.faults import FAULT
from tempo_trainer.session.hearing import Hearing
from tempo_trainer.settings import KeptSettings, Settings, WindowPlace, load_settings, save_settings


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.yaml") == (Settings(), "")


PIXELS = st.integers(1, 9999)


@given(
    settings=st.builds(
        Settings,
        theme=st.sampled_from(["dark", "light", "contrast"]),
        reduce_motion=st.booleans(),
        output=st.sampled_from(["auto", "simpleaudio", "qt"]),
        tones=st.integers(0, 100),
        voice=st.integers(0, 100),
        says=st.sampled_from(["full", "brief", "tones"]),
        sound_off=st.booleans(),
        keep_awake=st.booleans(),
        count_in=st.sampled_from([3, 5, 10]),
        offsets=st.dictionaries(st.text("aü 1-", min_size=1), st.integers(-100, 500)),
        window=st.none() | st.builds(WindowPlace, x=PIXELS, y=PIXELS, width=PIXELS, height=PIXELS),
        page=st.sampled_from(["", "Builder"]),
    )
)
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
        ("theme: purple\n", "1:8: error: theme: must be dark, light or contrast"),
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


def test_what_is_kept_is_written_whole_in_the_background(tmp_path: Path) -> None:
    path = tmp_path / "settings.yaml"
    kept = KeptSettings(path)
    for tones in range(0, 100, 10):
        kept.change(kept.now.with_hearing(Hearing(tones=tones, says="brief")))
    kept.close()
    assert load_settings(path) == (Settings(tones=90, says="brief"), "")
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_cannot_be_read_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "settings.yaml"
    path.write_text("theme: purple\n")
    kept = KeptSettings(path)
    kept.change(Settings(theme="light"))
    kept.close()
    assert kept.now.theme == "light"
    assert path.read_text() == "theme: purple\n"


def test_two_windows_keep_what_each_of_them_has_changed(tmp_path: Path) -> None:
    path = tmp_path / "settings.yaml"
    save_settings(Settings(offsets={"Loudspeaker": 20}), path)
    one, other = KeptSettings(path), KeptSettings(path)
    one.change(one.now.with_offset("Earphones", 180))
    one.file.close()
    other.change(other.now.model_copy(update={"theme": "light"}).with_offset("Television", 90))
    other.change(other.now.model_copy(update={"window": WindowPlace(x=1, y=2, width=3, height=4)}))
    other.close()
    found, _ = load_settings(path)
    assert found.offsets == {"Loudspeaker": 20, "Earphones": 180, "Television": 90}
    assert (found.theme, found.window) == ("light", WindowPlace(x=1, y=2, width=3, height=4))


def test_what_another_window_writes_in_the_middle_of_a_write_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_and_changed(path: Path) -> tuple[Settings, str]:
        found = load_settings(path)
        if not others:
            others.append(found[0].with_offset("Earphones", 180))
            save_settings(others[0], path)
        return found

    path, others = tmp_path / "settings.yaml", list[Settings]()
    save_settings(Settings(tones=50), path)
    kept = KeptSettings(path)
    monkeypatch.setattr("tempo_trainer.settings.load_settings", read_and_changed)
    kept.change(kept.now.with_offset("Television", 90))
    kept.close()
    assert load_settings(path)[0].offsets == {"Earphones": 180, "Television": 90}


def test_what_was_written_by_hand_meanwhile_stays(tmp_path: Path) -> None:
    path = tmp_path / "settings.yaml"
    save_settings(Settings(tones=50), path)
    kept = KeptSettings(path)
    path.write_text("tones: 30  # softer\n")
    kept.change(kept.now.model_copy(update={"voice": 40}))
    kept.change(kept.now.model_copy(update={"theme": "light"}))
    kept.close()
    assert load_settings(path)[0] == Settings(tones=30, voice=40, theme="light")


def test_what_was_broken_by_hand_meanwhile_is_told_and_left(tmp_path: Path) -> None:
    path = tmp_path / "settings.yaml"
    kept, told = KeptSettings(path), list[str]()
    kept.file.tell = lambda _topic, text: told.append(text)
    path.write_text("theme: purple\n")
    kept.change(kept.now.model_copy(update={"voice": 40}))
    kept.close()
    assert "must be dark, light or contrast" in told[0]
    assert path.read_text() == "theme: purple\n"


def test_a_file_that_is_gone_takes_no_setting_with_it(tmp_path: Path) -> None:
    path = tmp_path / "settings.yaml"
    save_settings(Settings(tones=50), path)
    kept = KeptSettings(path)
    path.unlink()
    kept.change(kept.now.model_copy(update={"voice": 40}))
    kept.close()
    assert load_settings(path)[0] == Settings(tones=50, voice=40)


def test_a_disk_that_will_not_keep_them_is_told_and_they_hold_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    told: list[tuple[str, str]] = []
    kept = KeptSettings(tmp_path / "file" / "settings.yaml")
    kept.file.tell = lambda topic, text: told.append((topic, text))
    kept.change(Settings(theme="light"))
    kept.close()
    assert kept.now.theme == "light"
    ((topic, text),) = told
    assert topic == "settings"
    assert "cannot be kept" in text


def test_a_fault_of_the_writer_is_told_and_logged_and_the_next_change_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken_for_light(settings: Settings, path: Path, before: Settings) -> None:
        if settings.theme == "light":
            raise RuntimeError("a fault of the test")
        save_settings(settings, path, before)

    def tell(topic: str, text: str) -> None:
        told.append((topic, text))
        heard.set()

    monkeypatch.setattr("tempo_trainer.settings.save_settings", broken_for_light)
    told: list[tuple[str, str]] = []
    heard = threading.Event()
    kept = KeptSettings(tmp_path / "settings.yaml")
    kept.file.tell = tell
    kept.change(Settings(theme="light"))
    assert heard.wait(10)
    kept.change(Settings(theme="contrast"))
    kept.close()
    assert "RuntimeError: a fault of the test" in caplog.text
    assert told == [("settings", FAULT.format("the log")), ("settings", "")]
    assert load_settings(tmp_path / "settings.yaml")[0].theme == "contrast"


HANGING = """
import sys, threading
from pathlib import Path
from tempo_trainer import background, settings

background.CLOSE_S = 0.01
settings.save_settings = lambda *_: threading.Event().wait()
kept = settings.KeptSettings(Path(sys.argv[1]))
kept.change(settings.Settings(theme="light"))
kept.close()
"""


def test_a_disk_that_hangs_does_not_keep_the_program_from_its_end(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HANGING, str(tmp_path / "settings.yaml")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert "has not taken the settings in time" in done.stderr


def test_an_offset_is_kept_for_each_device() -> None:
    settings = Settings().with_offset("Earphones", 180).with_offset("Loudspeaker", -20).with_offset("Earphones", 200)
    assert settings.offsets == {"Earphones": 200, "Loudspeaker": -20}


@pytest.mark.parametrize("text", ["offsets: {Earphones: 501}\n", "offsets: {Earphones: -101}\n", "tones: 101\n",
    "count_in: 4\n", "window: {x: 0, y: 0, width: 0, height: 9}\n"])  # fmt: skip
def test_what_is_out_of_reach_is_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.yaml"
    path.write_text(text)
    assert load_settings(path)[1]


def test_silence_in_one_session_is_not_that_of_the_next_unless_it_was_set() -> None:
    for set_so in (False, True):
        settings = Settings(sound_off=set_so).with_hearing(Hearing(20, 30, "tones", muted=not set_so))
        assert settings.hearing == Hearing(20, 30, "tones", muted=set_so)


def test_restored_settings_keep_what_was_measured_and_what_the_window_remembers() -> None:
    kept = Settings(offsets={"Earphones": 120}, window=WindowPlace(x=1, y=2, width=3, height=4), page="guide")
    others = {"theme": "light", "tones": 10, "count_in": 10, "keep_awake": False, "sound_off": True}
    assert kept.model_copy(update=others).restored == kept


def test_listeners_hear_of_each_change_and_of_nothing_else(tmp_path: Path) -> None:
    kept, heard = KeptSettings(tmp_path / "settings.yaml"), list[Settings]()
    kept.listeners.append(heard.append)
    kept.change(Settings(theme="light"))
    kept.change(Settings(theme="light"))
    kept.change(Settings())
    kept.close()
    assert heard == [Settings(theme="light"), Settings()]


def test_listeners_hear_of_a_change_that_cannot_be_kept(tmp_path: Path) -> None:
    (tmp_path / "settings.yaml").write_text("[")
    kept, heard = KeptSettings(tmp_path / "settings.yaml"), list[Settings]()
    kept.listeners.append(heard.append)
    kept.change(Settings(theme="light"))
    assert heard == [Settings(theme="light")]


def test_a_file_says_only_what_there_is_to_say(tmp_path: Path) -> None:
    save_settings(Settings(), tmp_path / "settings.yaml")
    assert "window" not in (tmp_path / "settings.yaml").read_text()
