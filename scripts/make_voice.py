"""Make the clips of the voice: python scripts/make_voice.py [FOLDER].

SVOX Pico (ttspico, the extra `voice`) speaks all that the program itself has to say: what it says is read off the
catalogue, the shipped workouts and `workout/speech.py`. Every run writes the same bytes.
"""

import sys
import wave
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tempo_trainer.audio.pcm import BYTES_PER_SAMPLE, RATE
from tempo_trainer.audio.voice import spoken
from tempo_trainer.audio.wording import clip_name
from tempo_trainer.workout import speech
from tempo_trainer.workout.exercise import Words
from tempo_trainer.workout.loader import load_timeline, shipped_names
from tempo_trainer.workout.model import Names

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "assets" / "sounds" / "voice"
WORKOUTS = ROOT / "workouts"
MOST_SETS = 5  # more are put together from single words
COUNTED = 30  # numbers up to this one have a clip of their own


def vocabulary() -> dict[str, str]:
    """Texts by the names of their clips."""
    names = shipped_names()
    return {clip_name(text): text for text in (*_words(names), *_fixed(), *_of_exercises(names), *_of_workouts(names))}


def _words(names: Names) -> Iterator[str]:
    """What is called: phases and numbers; and the words from which what has no clip is put together."""
    for words in (Words(), *(exercise.words for exercise in names.exercises.values())):
        yield from words.by_phase().values()
    yield from (speech.LAST_REP, *speech.INSIDE.values())
    yield from map(str, (*range(1, COUNTED + 1), *range(40, 101, 10)))
    yield from ("hundred", "set", "of", "left", "right", "leg")


def _fixed() -> Iterator[str]:
    """What is announced whatever the workout."""
    yield from (*speech.OPENINGS.values(), speech.NEXT)
    for side in ("left", "right"):
        yield speech.side_phrase(side)
        yield speech.switch_phrase(side)
    for sets in range(2, MOST_SETS + 1):
        yield from (speech.set_phrase(number, sets) for number in range(1, sets + 1))


def _of_exercises(names: Names) -> Iterator[str]:
    for exercise in names.exercises.values():
        yield speech.name_phrase(exercise.name)
        yield exercise.cues[0]


def _of_workouts(names: Names) -> Iterator[str]:
    for path in sorted(WORKOUTS.glob("*.yaml")):
        for said in speech.speech_of(load_timeline(path, names)):
            yield from (phrase.text for phrase in said.phrases)


def write(path: Path, pcm: NDArray[np.int16]) -> None:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(BYTES_PER_SAMPLE)
        file.setframerate(RATE)
        file.writeframes(pcm.astype("<i2").tobytes())


def make(folder: Path) -> list[Path]:
    """Write every clip into the folder; the paths written."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = vocabulary()
    for name, text in texts.items():
        write(folder / f"{name}.wav", spoken(text))
    return [folder / f"{name}.wav" for name in texts]


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    try:
        paths = make(folder)
    except ImportError:
        sys.exit("make_voice.py needs ttspico: pip install -e '.[voice]'")
    print(f"{len(paths)} clips in {folder}, {sum(path.stat().st_size for path in paths) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
