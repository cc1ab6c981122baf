"""The sound file: exactly what a session plays."""

from pathlib import Path

import numpy as np
import pytest
import soundfile

from helpers.plans import SQUAT, plan
from tempo_trainer.audio.bank import load_bank
from tempo_trainer.audio.pcm import Pcm
from tempo_trainer.audio.render import LONGEST_WAV_MS, SUFFIXES, RenderError, render
from tempo_trainer.audio.score import Score, mix
from tempo_trainer.audio.sounding import score_of_timeline
from tempo_trainer.folders import Folders

TIMELINE = plan({**SQUAT, "sets": 2}, lead_in=5)  # 39 s


@pytest.fixture
def score(folders: Folders) -> Score:
    return score_of_timeline(TIMELINE, load_bank(folders.sounds))


def rendered(score: Score, path: Path) -> tuple[Pcm, int]:
    """What is read back from the file, and how many samples the progress counted."""
    counts: list[int] = []
    render(score, TIMELINE.duration_ms, path, counts.append)
    samples, rate = soundfile.read(path, dtype="int16", always_2d=True)
    assert rate == 48_000
    return samples, sum(counts)


@pytest.mark.parametrize("suffix", [".wav", ".flac", ".WAV"])
def test_a_file_without_loss_is_the_score_to_the_sample(suffix: str, score: Score, tmp_path: Path) -> None:
    samples, counted = rendered(score, tmp_path / f"out{suffix}")
    assert np.array_equal(samples, mix(score, 0, score.end))
    assert counted == len(samples) == score.end


@pytest.mark.parametrize("suffix", [".ogg", ".mp3"])
def test_a_file_with_loss_keeps_every_cue_in_its_place(suffix: str, score: Score, tmp_path: Path) -> None:
    samples, _ = rendered(score, tmp_path / f"out{suffix}")
    exact = mix(score, 0, score.end)
    assert abs(len(samples) - len(exact)) < 4800
    common = min(len(samples), len(exact))
    one, other = samples[:common, 0].astype(float), exact[:common, 0].astype(float)
    assert np.corrcoef(one, other)[0, 1] > 0.99


def test_a_quiet_end_belongs_to_the_file(tmp_path: Path) -> None:
    path = tmp_path / "quiet.wav"
    silence = Score(np.zeros(0, np.int64), [], np.zeros(0, np.int64))
    render(silence, 1234, path, lambda _: None)
    assert soundfile.info(path).frames == 1234 * 48


def test_the_folder_is_as_before_if_writing_is_broken_off(score: Score, tmp_path: Path) -> None:
    def stop(_count: int) -> None:
        raise KeyboardInterrupt

    (tmp_path / "out.wav").write_bytes(b"what was there")
    with pytest.raises(KeyboardInterrupt):
        render(score, TIMELINE.duration_ms, tmp_path / "out.wav", stop)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir() if path.is_file()] == [
        ("out.wav", b"what was there")
    ]


def test_a_folder_that_does_not_exist_is_told_in_a_sentence(score: Score, tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="cannot be written") as caught:
        render(score, TIMELINE.duration_ms, tmp_path / "nowhere" / "out.wav", lambda _: None)
    assert caught.value.exit_status == 1


def test_more_than_a_wav_file_can_hold_is_refused_before_anything_is_written(score: Score, tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="6 hours") as caught:
        render(score, LONGEST_WAV_MS + 1, tmp_path / "out.wav", lambda _: None)
    assert caught.value.exit_status == 1
    assert not (tmp_path / "out.wav").exists()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_missing_codec_is_the_fault_of_the_machine(
    suffix: str, score: Score, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    others = {key: text for key, text in soundfile.available_formats().items() if key != SUFFIXES[suffix]}
    monkeypatch.setattr(soundfile, "available_formats", lambda: others)
    with pytest.raises(RenderError, match="choose") as caught:
        render(score, TIMELINE.duration_ms, tmp_path / f"out{suffix}", lambda _: None)
    assert caught.value.exit_status == 3
