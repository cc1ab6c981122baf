"""The whole session as a sound file: exactly what a session plays, written a piece at a time."""

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import soundfile

from tempo_trainer.audio.pcm import BYTES_PER_SAMPLE, CHANNELS, RATE, SAMPLES_PER_MS
from tempo_trainer.audio.score import Score, mix
from tempo_trainer.files import written_whole

SUFFIXES = {".wav": "WAV", ".flac": "FLAC", ".ogg": "OGG", ".mp3": "MP3"}
LONGEST_WAV_MS = (2**32 - 2**16) // (RATE * CHANNELS * BYTES_PER_SAMPLE) * 1000
_PIECE = RATE * 10


class RenderError(Exception):
    """The world's fault, as a sentence; `exit_status` as the commands have it (DESIGN 4.4)."""

    def __init__(self, message: str, exit_status: int) -> None:
        super().__init__(message)
        self.exit_status = exit_status


def render(score: Score, end_ms: int, path: Path, progress: Callable[[int], None]) -> None:
    """Write the score from 0 to its end; `progress` hears how many samples were added. RenderError if it cannot be."""
    end = max(end_ms * SAMPLES_PER_MS, score.end)
    sound_format = SUFFIXES[path.suffix.lower()]
    if sound_format not in soundfile.available_formats():
        raise RenderError(f"the sound library of this machine cannot write {path.suffix}; choose .wav or .flac", 3)
    if sound_format == "WAV" and end > LONGEST_WAV_MS * SAMPLES_PER_MS:
        raise RenderError("longer than the 6 hours a WAV file can hold; choose .flac, .ogg or .mp3", 1)
    if not path.parent.is_dir():
        raise RenderError(f"{path} cannot be written: there is no folder {path.parent}", 1)
    try:
        with written_whole(path) as neighbour:
            _write(score, end, neighbour, sound_format, progress)
    except (OSError, soundfile.SoundFileError) as error:
        raise RenderError(f"{path} cannot be written: {_reason(error, path)}", 1) from error


def _reason(error: Exception, path: Path) -> str:
    """Why in a few words; the sound library says little more than that there was an error."""
    if not os.access(path.parent, os.W_OK):
        return "the folder is read-only"
    if path.is_dir():
        return "it is a folder"
    return getattr(error, "strerror", None) or "is the disk full?"


def _write(score: Score, end: int, path: Path, sound_format: str, progress: Callable[[int], None]) -> None:
    small = {"compression_level": 0.75, "bitrate_mode": "CONSTANT"} if sound_format == "MP3" else {}  # 112 kbit/s
    with soundfile.SoundFile(path, "w", RATE, CHANNELS, format=sound_format, **small) as file:
        for first in range(0, end, _PIECE):
            pcm = mix(score, first, min(_PIECE, end - first))
            # libsndfile 1.2.2 turns half of 16-bit stereo into noise where it writes MP3 (its pull request 1106)
            file.write(pcm / np.float32(2**15) if sound_format == "MP3" else pcm)
            progress(len(pcm))
