"""Mixing: the PCM is the sum of the clips, each cue at sample 48·t exactly, in whatever windows it is asked for."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.clips import FULL, SAMPLES_PER_MS, banks, summed, tone
from helpers.plans import SQUAT, plan, plans
from tempo_trainer.audio.bank import Bank
from tempo_trainer.audio.pcm import Pcm
from tempo_trainer.audio.score import Score, gain_for, mix, score_of
from tempo_trainer.audio.sounding import score_of_timeline, sounds_of_timeline
from tempo_trainer.audio.sounds import sounds_of
from tempo_trainer.session.hearing import EVERYTHING, Hearing
from tempo_trainer.workout.speech import Phrase, Speech, VoiceLevel, Weight
from tempo_trainer.workout.timeline import Cue, CueKind, Timeline

LOWER = Speech(5, (Phrase("lower", Weight.LABEL),), 0, 1000)
QUIET_PEAKS = st.integers(0, 1000)  # even all the clips of a short plan on one spot stay below full scale


def whole(score: Score) -> Pcm:
    return mix(score, 0, score.end)


@settings(max_examples=60)
@given(timeline=plans(), bank=banks(400, QUIET_PEAKS), data=st.data())
def test_any_window_is_the_sum_of_the_clips_at_their_exact_samples(
    timeline: Timeline, bank: Bank, data: st.DataObject
) -> None:
    score = score_of(sounds_of(timeline.cues, (), bank))
    first = data.draw(st.integers(-500, score.end + 500))
    count = data.draw(st.integers(0, 20_000))
    assert np.array_equal(mix(score, first, count), summed(timeline.cues, bank, first, count))


@settings(max_examples=30)
@given(timeline=plans(300), bank=banks(3000, st.integers(0, 30)))
def test_the_whole_is_the_sum_of_the_clips_at_their_exact_samples(timeline: Timeline, bank: Bank) -> None:
    score = score_of(sounds_of(timeline.cues, (), bank))
    assert np.array_equal(whole(score), summed(timeline.cues, bank, 0, score.end))


@settings(max_examples=40)
@given(timeline=plans(200), bank=banks(3000, st.just(100)), cuts=st.lists(st.integers(1, 9000), min_size=1))
def test_windows_joined_are_the_whole(timeline: Timeline, bank: Bank, cuts: list[int]) -> None:
    score = score_of(sounds_of(timeline.cues, (), bank))
    pieces: list[Pcm] = []
    first = 0
    while first < score.end:
        count = cuts[len(pieces) % len(cuts)] + 2000
        pieces.append(mix(score, first, count))
        first += count
    joined = np.concatenate([np.zeros((0, 2), np.int16), *pieces])
    assert np.array_equal(joined[: score.end], whole(score))
    assert not joined[score.end :].any()


@settings(max_examples=40)
@given(timeline=plans(40), bank=banks(6000, st.just(FULL)))
def test_loud_clips_on_top_of_each_other_neither_clip_nor_wrap(timeline: Timeline, bank: Bank) -> None:
    """With phases of a few milliseconds dozens of clips sound at once: all are made quieter by one factor."""
    loud = score_of(sounds_of(timeline.cues, (), bank))
    gain = gain_for(loud)
    quieter = Bank({kind: np.trunc(clip * gain).astype(np.int16) for kind, clip in bank.tones.items()})
    exact = summed(timeline.cues, quieter, 0, loud.end)
    assert np.abs(exact).max(initial=0) <= FULL
    assert np.array_equal(whole(score_of_timeline(timeline, bank, EVERYTHING)), exact)


def test_a_single_clip_at_full_scale_is_left_as_it_is() -> None:
    lowest = Bank({"tick": tone(48, FULL)})
    score = score_of(sounds_of([Cue(0, "tick", 0), Cue(1, "tick", 0)], (), lowest))  # one ends as the other starts
    assert gain_for(score) == 1
    assert (whole(score) == FULL).all()


def test_the_lowest_of_all_samples_is_one_too_low() -> None:
    score = score_of(sounds_of([Cue(0, "tick", 0)], (), Bank({"tick": tone(1, -32_768)})))
    assert gain_for(score) == pytest.approx(FULL / 32_768)


@pytest.mark.parametrize(("apart_ms", "gain"), [(0, 1 / 2), (1, 1 / 2), (2, 1)])
def test_is_made_quieter_only_where_clips_overlap(apart_ms: int, gain: float) -> None:
    bank = Bank({"tick": tone(96, FULL)})
    score = score_of(sounds_of([Cue(0, "tick", 0), Cue(apart_ms, "tick", 0)], (), bank))
    assert gain_for(score) == pytest.approx(gain, abs=1e-4)


def test_left_and_right_are_kept_apart() -> None:
    score = score_of(sounds_of([Cue(0, "tick", 0)], (), Bank({"tick": tone(3, 100, (1, -1))})))
    assert whole(score).tolist() == [[100, -100]] * 3


def test_speech_lies_with_its_tone() -> None:
    bank = Bank({"eccentric": tone(10, 100)}, {"lower": tone(20, 7)})
    score = score_of(sounds_of([Cue(5, "eccentric", 0)], [LOWER], bank))
    assert whole(score)[:, 0].tolist() == [0] * 240 + [107] * 10 + [7] * 10


@pytest.mark.parametrize(
    ("hearing", "heard"),
    [
        (Hearing(), 1110),
        (Hearing(ticks=False), 1010),
        (Hearing(says="tones"), 1100),
        (Hearing(says="brief"), 1100),  # the tone tells the phase
        (Hearing(says="tones", ticks=False), 1000),
        (Hearing(muted=True), 0),
        (Hearing(tones=50), 250 + 25 + 10),
        (Hearing(tones=0), 10),
        (Hearing(voice=50), 1100 + 2),
        (Hearing(voice=0), 1100),
    ],
)
def test_what_is_heard_is_chosen(hearing: Hearing, heard: int) -> None:
    bank = Bank({"eccentric": tone(1, 1000), "tick": tone(1, 100)}, {"lower": tone(1, 10)})
    cues = [Cue(5, "eccentric", 0), Cue(5, "tick", 0)]
    sounds = sounds_of(cues, [LOWER], bank)
    assert mix(score_of(sounds, hearing), 5 * SAMPLES_PER_MS, 1).tolist() == [[heard, heard]]


@given(timeline=plans(200), percent=st.integers(0, 100), says=st.sampled_from(["full", "brief", "tones"]))
def test_nothing_moves_and_nothing_gets_louder_for_another_hearing(
    timeline: Timeline, percent: int, says: VoiceLevel
) -> None:
    bank = Bank({"eccentric": tone(3000, 12_000)}, {"lower": tone(3000, 5000), "squat": tone(3000, 5000)})
    sounds = sounds_of_timeline(timeline, bank)
    all_of_it, some = score_of(sounds), score_of(sounds, Hearing(percent, percent, says))
    assert set(some.starts.tolist()) <= set(all_of_it.starts.tolist())
    assert np.abs(whole(some)).max(initial=0) <= np.abs(whole(all_of_it)).max(initial=0)
    assert np.array_equal(whole(score_of(sounds, Hearing(says="full"))), whole(all_of_it))


def test_what_the_bank_does_not_have_stays_silent() -> None:
    timeline = plan(SQUAT)
    score = score_of(sounds_of(timeline.cues, [LOWER], Bank()))
    assert score.end == 0
    assert mix(score, 0, 10).tolist() == [[0, 0]] * 10
    assert gain_for(score) == 1


@pytest.mark.parametrize("kind", ["countdown", "tick"])
def test_a_count_in_may_lie_before_the_beginning(kind: CueKind) -> None:
    score = score_of(sounds_of([Cue(-1, kind, 0)], (), Bank({kind: tone(50, 9)})))
    assert mix(score, -SAMPLES_PER_MS - 2, 4)[:, 0].tolist() == [0, 0, 9, 9]
    assert mix(score, 0, 4)[:, 0].tolist() == [9, 9, 0, 0]
