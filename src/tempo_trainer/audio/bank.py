"""The sound bank: the clips of the cues and of the voice, and a voice for what has no clip."""

import wave
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

import numpy as np

from tempo_trainer.audio.pcm import BYTES_PER_SAMPLE, CHANNELS, RATE, Pcm
from tempo_trainer.audio.voice import Voice
from tempo_trainer.workout.timeline import CueKind

CUE_KINDS: tuple[str, ...] = tuple(get_args(CueKind))

Speak = Callable[[str], Pcm | None]
"""A text as a clip, or None if it cannot be spoken."""


def _nobody(_text: str) -> None:
    """The voice of a bank that has clips only."""


@dataclass(frozen=True)
class Bank:
    """Clips by kind of cue, and by the names of spoken texts; `problems` says which could not be had, in sentences."""

    tones: Mapping[str, Pcm] = field(default_factory=dict)
    words: Mapping[str, Pcm] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    speak: Speak = _nobody


def load_bank(folder: Path) -> Bank:
    """Every clip of `folder` (tones) and `folder/voice` (words) that can be read."""
    if not folder.is_dir():
        return Bank(problems=(f"The sounds folder {folder} is missing: no sound. Install the program again.",))
    tones, silent_cues = _read_clips({kind: folder / f"{kind}.wav" for kind in CUE_KINDS})
    voice = sorted((folder / "voice").glob("*.wav"))
    words, silent_words = _read_clips({path.stem: path for path in voice})
    return Bank(tones, words, (*silent_cues, *silent_words), Voice().clip)


def _read_clips(paths: Mapping[str, Path]) -> tuple[dict[str, Pcm], list[str]]:
    """The clips that can be read, and a sentence on each that cannot."""
    clips: dict[str, Pcm] = {}
    problems: list[str] = []
    for name, path in paths.items():
        try:
            clips[name] = read_clip(path)
        except (OSError, EOFError, wave.Error, ValueError) as error:
            problems.append(f"The sound {path} cannot be used ({error}); it stays silent.")
    return clips, problems


def read_clip(path: Path) -> Pcm:
    """A 48 kHz 16-bit WAV file, mono or stereo; ValueError if it is another kind."""
    with wave.open(str(path), "rb") as file:
        if (file.getframerate(), file.getsampwidth()) != (RATE, BYTES_PER_SAMPLE) or file.getnchannels() > CHANNELS:
            raise ValueError("not 48 kHz, 16 bit, mono or stereo")
        samples = np.frombuffer(file.readframes(file.getnframes()), "<i2").reshape(-1, file.getnchannels())
    return np.broadcast_to(samples, (len(samples), CHANNELS))
