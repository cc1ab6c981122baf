"""What a timeline, or a stretch of one, sounds like: its score, and the passages it is played in."""

from collections.abc import Iterator
from itertools import pairwise

from tempo_trainer.audio.bank import SAMPLES_PER_MS, Bank
from tempo_trainer.audio.passages import QUIET_END, Passage, passages
from tempo_trainer.audio.score import Score, Voices, gain_for, score_of
from tempo_trainer.session.stretch import Stretch
from tempo_trainer.workout.speech import speech_of
from tempo_trainer.workout.timeline import COUNTDOWN_MS, Cue, Timeline

EVERYTHING = Voices()


def score_of_stretch(stretch: Stretch, bank: Bank, voices: Voices = EVERYTHING) -> Score:
    """What a stretch sounds like: its count-in, its cues and words, as loud as in the whole timeline."""
    timeline, begin = stretch.timeline, stretch.begin
    pips = [
        Cue(begin.at_ms - before, "countdown", begin.step) for before in COUNTDOWN_MS if before <= stretch.count_in_ms
    ]
    cues = [*pips, *timeline.cues_of(begin.step, stretch.stop, begin.at_ms)]
    words = [
        word for word in speech_of(timeline) if begin.step <= word.step <= stretch.stop and word.at_ms >= begin.at_ms
    ]
    return score_of(cues, words, bank, voices, gain_of(timeline, bank, voices))


def score_of_timeline(timeline: Timeline, bank: Bank, voices: Voices) -> Score:
    """What the whole session sounds like: the file that `render` writes."""
    return score_of(timeline.cues, speech_of(timeline), bank, voices, gain_of(timeline, bank, voices))


def gain_of(timeline: Timeline, bank: Bank, voices: Voices) -> float:
    """One loudness for a whole timeline."""
    return gain_for(score_of(timeline.cues, speech_of(timeline), bank, voices))


def passages_of(stretch: Stretch, score: Score, first: int) -> Iterator[Passage]:
    """The passages of a stretch from the sample `first` to its end, the last one ending in silence too."""
    end = max(stretch.end_ms * SAMPLES_PER_MS, score.end + QUIET_END)
    steps = stretch.timeline.steps
    set_starts = [
        step.start_ms * SAMPLES_PER_MS for before, step in pairwise(steps) if step.is_work and before.kind == "rest"
    ]
    return passages(score, first, end, set_starts)
