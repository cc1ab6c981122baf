"""How fast sound is made: files, and the passages of a running session."""

import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from figures import Figure, at_least, at_most, best_s

from tempo_trainer.audio.bank import load_bank
from tempo_trainer.audio.passages import LONGEST
from tempo_trainer.audio.pcm import RATE
from tempo_trainer.audio.render import SUFFIXES, render
from tempo_trainer.audio.score import mix
from tempo_trainer.audio.sounding import score_of_stretch, score_of_timeline, sounds_of_timeline
from tempo_trainer.folders import find_folders
from tempo_trainer.session.places import Place
from tempo_trainer.session.stretch import Stretch
from tempo_trainer.workout.loader import load_timeline, shipped_names

PRE_ROLL_S = 0.25  # so long a session has to make the sound of its first passage
TARGETS = {".wav": 300}  # times real time (issue 2); the others spend their time in a codec


def figures() -> Iterator[Figure]:
    """The five-minute workout as files of all kinds; the first five minutes of the long one as a session plays them."""
    folders, names = find_folders(), shipped_names()
    bank = load_bank(folders.sounds)
    short = load_timeline(folders.shipped_workouts / "first-try.yaml", names)
    real_s = short.duration_ms / 1000

    def whole_render(path: Path) -> None:
        render(score_of_timeline(short, bank), short.duration_ms, path, lambda _: None)

    with tempfile.TemporaryDirectory() as folder:
        for suffix in SUFFIXES:
            path = Path(folder, f"session{suffix}")
            speed = real_s / best_s(partial(whole_render, path), runs=3)
            what = f"render {real_s / 60:.0f} min to {suffix}, {path.stat().st_size / 1e6:.1f} MB"
            if suffix in TARGETS:
                yield at_least(what, speed, TARGETS[suffix], "times real time")
            else:
                yield Figure(what, f"{speed:.3g} times real time")

    timeline = load_timeline(folders.shipped_workouts / "intermediate.yaml", names)
    stretch = Stretch(timeline, Place(0, 0), len(timeline.steps), 0, 0, 0)
    sounds_s = best_s(partial(sounds_of_timeline, timeline, bank))
    sounds = sounds_of_timeline(timeline, bank)
    score_s = best_s(partial(score_of_stretch, stretch, sounds))
    score = score_of_stretch(stretch, sounds)
    mix_s = best_s(partial(mix, score, 0, LONGEST))
    yield Figure("sounds of a whole session", f"{sounds_s * 1000:.1f} ms")
    yield Figure("score of a whole session", f"{score_s * 1000:.1f} ms")
    yield Figure(f"mix of a passage of {LONGEST / RATE / 60:.0f} min", f"{mix_s * 1000:.1f} ms")
    yield at_most("all, before the first sound is due", sounds_s + score_s + mix_s, PRE_ROLL_S, "s")
