"""What a timeline, or a stretch of one, sounds like: its sounds, its score, and the passages it is played in."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from tempo_trainer.audio.bank import Bank
from tempo_trainer.audio.passages import QUIET_END, Passage, passages
from tempo_trainer.audio.pcm import SAMPLES_PER_MS
from tempo_trainer.audio.score import Score, gain_for, score_of
from tempo_trainer.audio.sounds import Sounds, sounds_of
from tempo_trainer.audio.wording import NOTHING_KEPT, Kept
from tempo_trainer.session.hearing import EVERYTHING, Hearing
from tempo_trainer.session.stretch import Stretch
from tempo_trainer.workout.speech import speech_of
from tempo_trainer.workout.timeline import COUNTDOWN_MS, Timeline


def sounds_of_timeline(timeline: Timeline, bank: Bank, kept: Kept = NOTHING_KEPT) -> Sounds:
    """All that a session can sound like, in one loudness for the whole of it, whatever is heard of it."""
    sounds = sounds_of(timeline.cues, speech_of(timeline), bank, kept)
    return replace(sounds, gain=gain_for(score_of(_without_waiting(timeline, sounds))))


def score_of_timeline(timeline: Timeline, bank: Bank, hearing: Hearing = EVERYTHING) -> Score:
    """What the whole session sounds like: the file that `render` writes."""
    return score_of(_without_waiting(timeline, sounds_of_timeline(timeline, bank)), hearing)


def score_of_stretch(stretch: Stretch, sounds: Sounds, hearing: Hearing = EVERYTHING) -> Score:
    """What a stretch of the timeline with these sounds sounds like, its count-in too."""
    begin = stretch.begin.at_ms * SAMPLES_PER_MS
    of_stretch = (sounds.steps >= stretch.begin.step) & (sounds.steps <= stretch.stop) & (sounds.starts >= begin)
    return score_of(_counted_in(stretch, sounds.only(of_stretch)), hearing)


def passages_of(stretch: Stretch, score: Score, first: int) -> Iterator[Passage]:
    """The passages of a stretch from the sample `first` to its end, the last one ending in silence too."""
    end = max(stretch.end_ms * SAMPLES_PER_MS, score.end + QUIET_END)
    steps = stretch.timeline.steps
    set_starts = [
        step.start_ms * SAMPLES_PER_MS for before, step in pairwise(steps) if step.is_work and before.kind == "rest"
    ]
    return passages(score, first, end, set_starts)


def _without_waiting(timeline: Timeline, sounds: Sounds) -> Sounds:
    """Less what is said while the session waits: in the plan that takes no time, and lies across what follows."""
    waits = [index for index, step in enumerate(timeline.steps) if step.kind == "ready"]
    return sounds.only(~(np.isin(sounds.steps, waits) & sounds.are_words()))


def _counted_in(stretch: Stretch, sounds: Sounds) -> Sounds:
    """With the pips before the stretch."""
    if "countdown" not in sounds.sources:
        return sounds
    pip = list(sounds.sources).index("countdown")
    pips = [stretch.begin.at_ms - before for before in COUNTDOWN_MS if before <= stretch.count_in_ms]

    def added(values: NDArray[np.int64], more: list[int]) -> NDArray[np.int64]:
        return np.concatenate([np.array(more, np.int64), values])

    return replace(
        sounds,
        which=added(sounds.which, [pip] * len(pips)),
        starts=added(sounds.starts, [at * SAMPLES_PER_MS for at in pips]),
        steps=added(sounds.steps, [stretch.begin.step] * len(pips)),
    )
