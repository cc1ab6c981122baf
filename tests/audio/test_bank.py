"""The sound bank: every clip that can be read, and a sentence on each that cannot."""

import wave
from pathlib import Path

import numpy as np
import pytest

from tempo_trainer.audio.bank import CUE_KINDS, load_bank, read_clip
from tempo_trainer.folders import Folders


def write_wav(path: Path, samples: list[int], channels: int = 1, rate: int = 48_000, width: int = 2) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setframerate(rate)
        file.setsampwidth(width)
        file.writeframes(b"".join(sample.to_bytes(width, "little", signed=True) for sample in samples))
    return path


def test_the_shipped_sounds_are_all_there(folders: Folders) -> None:
    bank = load_bank(folders.sounds)
    assert bank.problems == ()
    assert set(bank.tones) == set(CUE_KINDS)
    assert all(clip.dtype == np.int16 and clip.shape[1] == 2 and len(clip) for clip in bank.tones.values())


def test_mono_is_heard_on_both_sides(tmp_path: Path) -> None:
    clip = read_clip(write_wav(tmp_path / "mono.wav", [1, -2, 32_767, -32_768]))
    assert clip.tolist() == [[1, 1], [-2, -2], [32_767, 32_767], [-32_768, -32_768]]


def test_stereo_stays_as_it_is(tmp_path: Path) -> None:
    assert read_clip(write_wav(tmp_path / "stereo.wav", [1, 2, 3, 4], channels=2)).tolist() == [[1, 2], [3, 4]]


@pytest.mark.parametrize("other", [{"rate": 44_100}, {"width": 1}, {"width": 3}, {"channels": 4}])
def test_another_kind_of_wav_is_refused(other: dict[str, int], tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="48 kHz"):
        read_clip(write_wav(tmp_path / "other.wav", [0] * 4, **other))


def test_words_are_named_by_their_files(tmp_path: Path) -> None:
    write_wav(tmp_path / "voice" / "last_rep.wav", [7])
    assert load_bank(tmp_path).words["last_rep"].tolist() == [[7, 7]]


def test_a_missing_folder_is_a_silent_bank_with_a_sentence(tmp_path: Path) -> None:
    bank = load_bank(tmp_path / "sounds")
    assert not bank.tones
    assert not bank.words
    assert len(bank.problems) == 1
    assert "missing" in bank.problems[0]


@pytest.mark.parametrize("content", [b"", b"no sound at all", b"RIFF\x00\x00\x00\x00WAVE"])
@pytest.mark.parametrize("name", ["tick.wav", "voice/hold.wav"])
def test_a_broken_file_costs_its_own_sound_only(name: str, content: bytes, tmp_path: Path) -> None:
    for good in (*CUE_KINDS, "voice/hold", "voice/lift"):
        write_wav(tmp_path / f"{good}.wav", [1])
    (tmp_path / name).write_bytes(content)

    bank = load_bank(tmp_path)

    assert len(bank.problems) == 1
    assert str(tmp_path / name) in bank.problems[0]
    assert {*bank.tones, *(f"voice/{word}" for word in bank.words)} | {name.removesuffix(".wav")} == {
        *CUE_KINDS,
        "voice/hold",
        "voice/lift",
    }
    assert len(bank.tones) + len(bank.words) == len(CUE_KINDS) + 1


def test_a_file_cut_short_costs_its_own_sound_only(tmp_path: Path) -> None:
    whole = write_wav(tmp_path / "tick.wav", [1] * 100).read_bytes()
    (tmp_path / "tick.wav").write_bytes(whole[:-101])
    assert set(load_bank(tmp_path).tones) <= {"tick"}  # what is left of it, or nothing; never a crash
