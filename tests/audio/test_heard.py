"""What is heard in the shipped workouts: every word in its place, none cut, none at the same time as another."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from tempo_trainer.audio.bank import Bank, load_bank
from tempo_trainer.audio.score import mix, score_of
from tempo_trainer.audio.sounding import score_of_timeline, sounds_of_timeline
from tempo_trainer.audio.sounds import Sounds
from tempo_trainer.audio.wording import Kept
from tempo_trainer.folders import find_folders
from tempo_trainer.session.hearing import Hearing
from tempo_trainer.workout.changes import with_rest
from tempo_trainer.workout.loader import load_timeline, shipped_names
from tempo_trainer.workout.speech import Phrase, Weight, speech_of
from tempo_trainer.workout.timeline import Timeline

MS = 48
HALFWAY = Phrase("halfway", Weight.CALL)
FILES = sorted(find_folders().shipped_workouts.glob("*.yaml"))


@pytest.fixture(scope="module")
def bank() -> Bank:
    return load_bank(find_folders().sounds)


@pytest.fixture(params=FILES, ids=lambda file: file.stem)
def timeline(request: pytest.FixtureRequest) -> Timeline:
    path: Path = request.param
    return load_timeline(path, shipped_names())


def words(sounds: Sounds) -> list[tuple[int, int, int]]:
    """Start, end and step of each word, in samples, in order."""
    spoken = sounds.only(sounds.are_words())
    spoken = spoken.only(np.argsort(spoken.starts))
    ends = spoken.starts + [len(spoken.clips[which]) for which in spoken.which.tolist()]
    return list(zip(spoken.starts.tolist(), ends.tolist(), spoken.steps.tolist(), strict=True))


def test_no_two_words_are_spoken_at_once(timeline: Timeline, bank: Bank) -> None:
    spoken = words(sounds_of_timeline(timeline, bank))
    assert len(spoken) > 50
    assert all(end <= start for (_, end, _), (start, _, _) in pairwise(spoken))


def test_exercise_side_set_and_cue_are_told_in_every_break(timeline: Timeline, bank: Bank) -> None:
    """The shipped breaks are long enough for all that matters; only "Next:" may be left out."""
    phrases = [phrase for speech in speech_of(timeline) for phrase in speech.phrases]
    least = sum(phrase.weight > Weight.NEXT for phrase in phrases)
    assert least <= len(words(sounds_of_timeline(timeline, bank))) <= len(phrases)


@pytest.mark.parametrize("by_ms", [-15_000, -1_000, 1_000, 15_000, 60_000])
def test_in_a_rest_of_another_length_no_word_moves(by_ms: int, timeline: Timeline, bank: Bank) -> None:
    index = next(number for number, step in enumerate(timeline.steps) if step.kind == "rest")
    before = sounds_of_timeline(timeline, bank)
    changed = with_rest(timeline, index, max(4_000, (timeline.steps[index].duration_ms or 0) + by_ms))
    after = sounds_of_timeline(changed, bank, Kept(before.untils_ms))
    said, now_said = (announced_in(index, sounds) for sounds in (before, after))
    assert now_said == said[: len(now_said)] != []
    assert by_ms < 0 or now_said == said


def announced_in(index: int, sounds: Sounds) -> list[tuple[int, int, int]]:
    """What is said in a break, "halfway" left out."""
    halfway = next((which for which, source in enumerate(sounds.sources) if source == HALFWAY), -1)
    return words(sounds.only((sounds.steps == index) & (sounds.which != halfway)))


def test_every_announcement_is_over_before_the_count_down_and_every_call_with_its_phase(
    timeline: Timeline, bank: Bank
) -> None:
    pips = {cue.step: cue.at_ms for cue in reversed(timeline.cues) if cue.kind == "countdown"}
    for start, end, step in words(sounds_of_timeline(timeline, bank))[:-1]:
        assert end <= pips.get(step, timeline.steps[step].end_ms) * MS
        assert start >= timeline.steps[step].start_ms * MS


def test_every_tone_is_at_its_sample_and_every_call_begins_with_it(timeline: Timeline, bank: Bank) -> None:
    score = score_of_timeline(timeline, bank)
    assert {cue.at_ms * MS for cue in timeline.cues} <= set(score.starts.tolist())
    calls = {speech.at_ms * MS for speech in speech_of(timeline) if not speech.announces}
    spoken = {start for start, _, _ in words(sounds_of_timeline(timeline, bank))}
    assert calls <= spoken & {cue.at_ms * MS for cue in timeline.cues}


def test_nothing_clips_and_nothing_has_to_be_made_quieter(timeline: Timeline, bank: Bank) -> None:
    assert sounds_of_timeline(timeline, bank).gain == 1
    score = score_of_timeline(timeline, bank)
    assert np.abs(mix(score, 0, score.end).astype(int)).max() < 32_767


def test_without_the_voice_only_the_tones_are_left(timeline: Timeline, bank: Bank) -> None:
    sounds = sounds_of_timeline(timeline, bank)
    assert len(score_of(sounds, Hearing(says="tones")).starts) == len(timeline.cues)
    brief = len(score_of(sounds, Hearing(says="brief")).starts)
    assert len(timeline.cues) < brief < len(score_of(sounds).starts)
