"""Make the cue tones: python scripts/make_sounds.py [FOLDER].

A sound is a few notes, a note a sum of harmonics that die away, the upper ones sooner. All is computed and nothing
is drawn by chance, so every run writes the same bytes.
"""

import sys
import wave
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Signal = NDArray[np.float64]
Pcm = NDArray[np.int16]

RATE = 48_000
FULL_SCALE = 32_767
FOLDER = Path(__file__).resolve().parent.parent / "assets" / "sounds"

HARD_MS = 0.5  # attack of the first note: an onset within a millisecond, yet no click
SOFT_MS = 20  # attack of the notes that follow, so that a sound has one clear onset
RELEASE_MS = 24  # fade to zero at the end of a note, at most half of it

# The notes of one A major scale: whatever cues meet, they agree.
A4, CIS5, E5, FIS5, GIS5, A5, CIS6, E6, A6 = (440.0 * 2 ** (step / 12) for step in (0, 4, 7, 9, 11, 12, 16, 19, 24))

WARM = (1.0, 0.5, 0.25, 0.1)  # weights of the harmonics
ROUND = (1.0, 0.25, 0.06)
WOOD = (1.0, 0.3)


class Note(NamedTuple):
    at_ms: float
    lasts_ms: float
    hertz: float
    glides_to: float | None = None
    level: float = 1.0


class Sound(NamedTuple):
    peak: float  # of full scale
    decay_ms: float  # in which the first harmonic falls to 1/e
    timbre: Sequence[float]
    notes: Sequence[Note]


SOUNDS = {
    # A word is spoken with these, so they are soft and die away soon: voice and tone can both be understood.
    # The four phases tell one story: down to the low note, wait there, up to the high note, wait there.
    "eccentric": Sound(0.27, 240, WARM, [Note(0, 300, A5, glides_to=A4)]),
    "stretched_pause": Sound(0.27, 130, WARM, [Note(0, 220, A4)]),
    "concentric": Sound(0.27, 240, WARM, [Note(0, 300, A4, glides_to=A5)]),
    "contracted_pause": Sound(0.27, 130, WARM, [Note(0, 220, A5)]),
    "hold": Sound(0.27, 180, WARM, [Note(0, 300, E5)]),
    "tick": Sound(0.11, 8, WOOD, [Note(0, 25, A6)]),
    "countdown": Sound(0.30, 80, ROUND, [Note(0, 90, E6)]),
    "halfway": Sound(0.25, 90, ROUND, [Note(0, 130, CIS6), Note(110, 160, E6, level=0.9)]),
    "rest": Sound(0.34, 260, ROUND, [Note(0, 240, FIS5), Note(220, 260, CIS5, level=0.85)]),
    "switch": Sound(
        0.34,
        150,
        ROUND,
        [
            Note(0, 120, E5),
            Note(100, 120, CIS6, level=0.8),
            Note(200, 120, E5, level=0.8),
            Note(300, 140, CIS6, level=0.8),
        ],
    ),
    "ready": Sound(0.34, 240, ROUND, [Note(0, 240, E5), Note(220, 340, GIS5, level=0.9)]),
    "lead_in": Sound(
        0.34,
        220,
        WARM,
        [Note(0, 170, A4), Note(150, 170, E5, level=0.85), Note(300, 280, A5, level=0.85)],
    ),
    "finish": Sound(
        0.34,
        300,
        WARM,
        [
            Note(0, 180, A4),
            Note(160, 180, CIS5, level=0.85),
            Note(320, 180, E5, level=0.85),
            Note(480, 340, A5, level=0.85),
            Note(800, 180, E5, level=0.85),
            Note(960, 640, A5, level=0.85),
        ],
    ),
}


def samples(ms: float) -> int:
    return round(ms * RATE / 1000)


def rise(length: int) -> Signal:
    """Half a cosine from just above 0 to 1."""
    return 0.5 - 0.5 * np.cos(np.pi * np.arange(1, length + 1) / length)


def phase(note: Note, crest: int) -> Signal:
    """The angle of the first harmonic at each sample: pitch glides evenly to the ear, the first crest is at `crest`."""
    course = np.linspace(0, 1, samples(note.lasts_ms))
    hertz = note.hertz * ((note.glides_to or note.hertz) / note.hertz) ** course
    angle: Signal = np.cumsum(2 * np.pi * hertz / RATE)
    angle -= angle[crest]
    return angle


def envelope(length: int, attack: int) -> Signal:
    curve = np.ones(length)
    curve[:attack] = rise(attack)
    release = min(samples(RELEASE_MS), length // 2)
    curve[-release:] *= 1 - rise(release)
    return curve


def play(note: Note, timbre: Sequence[float], decay_ms: float) -> Signal:
    attack = samples(SOFT_MS if note.at_ms else HARD_MS)
    angle = phase(note, crest=attack)
    fall = np.arange(len(angle)) / samples(decay_ms)
    tone = envelope(len(angle), attack)
    tone *= note.level
    # A quarter turn from harmonic to harmonic flattens the crests: louder at the same peak.
    tone *= sum(w * np.exp(-n * fall) * np.cos(n * angle + (n - 1) * np.pi / 2) for n, w in enumerate(timbre, start=1))
    return tone


def mix(sound: Sound) -> Pcm:
    """All notes of a sound together, the highest crest at its peak."""
    out = np.zeros(max(samples(note.at_ms + note.lasts_ms) for note in sound.notes))
    for note in sound.notes:
        tone = play(note, sound.timbre, sound.decay_ms)
        start = samples(note.at_ms)
        out[start : start + len(tone)] += tone
    out *= int(sound.peak * FULL_SCALE) / np.abs(out).max()
    return np.rint(out).astype("<i2")


def write(path: Path, pcm: Pcm) -> None:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(pcm.tobytes())


def make(folder: Path) -> list[Path]:
    """Write every sound into the folder; the paths written."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{name}.wav" for name in SOUNDS]
    for path in paths:
        write(path, mix(SOUNDS[path.stem]))
    return paths


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    print(f"{len(make(folder))} sounds in {folder}")


if __name__ == "__main__":
    main()
