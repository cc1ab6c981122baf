"""Where a stretch is cut: no gap, no overlap, at most five minutes, and in silence wherever there is silence."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.clips import SAMPLES_PER_MS, noise, tone
from helpers.clock import FakeClock
from helpers.plans import plan, plans
from tempo_trainer.audio.bank import CUE_KINDS, Bank, load_bank
from tempo_trainer.audio.passages import (
    LONGEST,
    QUIET_END,
    QUIET_START,
    TOLERATED,
    Passage,
    left_of,
    passages,
    seam_before,
)
from tempo_trainer.audio.score import Score, mix
from tempo_trainer.audio.sounding import passages_of, score_of_stretch, sounds_of_timeline
from tempo_trainer.folders import Folders
from tempo_trainer.session.news import Followed
from tempo_trainer.session.player import Player
from tempo_trainer.session.stretch import Stretch
from tempo_trainer.workout.timeline import Timeline

MINUTE = 60_000 * SAMPLES_PER_MS
SECOND = 1000 * SAMPLES_PER_MS


def score(*sounds: tuple[int, int]) -> Score:
    """A score of clips, given by their first samples and lengths."""
    starts = np.array([start for start, _ in sounds], np.int64)
    lengths = np.array([length for _, length in sounds], np.int64)
    return Score(starts, [tone(length, 1) for length in lengths.tolist()], starts + lengths)


sounds = st.lists(st.tuples(st.integers(0, 20 * MINUTE), st.integers(0, 3 * SECOND)), max_size=200).map(
    lambda sounds: score(*sorted(sounds))
)


def may_be_cut(score: Score, sample: int) -> bool:
    """Whether it is silent for long enough before and after."""
    overlaps = (score.starts < sample + QUIET_START) & (score.ends > sample - QUIET_END) & (score.ends > score.starts)
    return not overlaps.any()


@given(score=sounds, first=st.integers(-10 * SECOND, 10 * MINUTE), data=st.data())
def test_passages_cover_everything_once_and_are_never_too_long(score: Score, first: int, data: st.DataObject) -> None:
    end = data.draw(st.integers(max(first, score.end), 21 * MINUTE))
    set_starts = data.draw(st.lists(st.sampled_from(score.starts.tolist() or [0])))
    cut = list(passages(score, first, end, set_starts))
    assert [passage.first for passage in cut] + [end] == [first, *(passage.stop for passage in cut)]
    assert all(0 < passage.stop - passage.first <= LONGEST for passage in cut)


@given(score=sounds, first=st.integers(-10 * SECOND, 10 * MINUTE))
def test_a_cut_lies_in_silence_wherever_there_is_silence(score: Score, first: int) -> None:
    end = max(first, score.end) + QUIET_END
    edges = np.concatenate([score.ends + QUIET_END, score.starts - QUIET_START])  # every silence touches one of these
    for passage in list(passages(score, first, end, ()))[:-1]:
        reach = edges[(edges > passage.first) & (edges <= passage.first + LONGEST)].tolist()
        if any(may_be_cut(score, edge) for edge in (*reach, passage.first + LONGEST)):
            assert may_be_cut(score, passage.stop)


@given(score=sounds, first=st.integers(-10 * SECOND, 10 * MINUTE))
def test_the_quiet_beginning_of_a_passage_is_silent_and_ends_with_a_sound(score: Score, first: int) -> None:
    heard = score.ends > score.starts
    for passage in passages(score, first, max(first, score.end) + QUIET_END, ()):
        quiet_end = passage.first + passage.quiet
        assert passage.quiet >= 0
        if passage.quiet:
            assert not ((score.starts[heard] < quiet_end) & (score.ends[heard] > passage.first)).any()
            assert quiet_end == passage.stop or quiet_end in score.starts


def test_a_cut_before_a_set_is_preferred_to_a_later_one() -> None:
    every_second = score(*((second * SECOND, SECOND // 10) for second in range(600)))
    set_start = 240 * SECOND
    first, *_ = passages(every_second, 0, 600 * SECOND, [set_start])
    assert first == Passage(0, set_start - QUIET_START, 0)


def test_what_fits_is_not_cut_at_all() -> None:
    assert list(passages(score((0, 10)), 0, LONGEST, [MINUTE])) == [Passage(0, LONGEST, 0)]


@pytest.mark.parametrize(
    ("before_ms", "length_ms", "others"),
    [
        (1000, 2000, []),  # all else is silence: there is no other sound by which to find the cut
        (1350, 1000, []),  # it has ended, but not long ago enough
        (9000, 20_000, [(8000, 10), (2000, 10)]),  # it sounds on while others begin and end
    ],
)
def test_a_sound_about_the_five_minutes_is_not_cut(
    before_ms: int, length_ms: int, others: list[tuple[int, int]]
) -> None:
    sounds = [
        (LONGEST - ms * SAMPLES_PER_MS, length * SAMPLES_PER_MS) for ms, length in [(before_ms, length_ms), *others]
    ]
    cut = list(passages(score(*sounds), 0, 2 * LONGEST, ()))
    assert cut[0].stop == LONGEST - before_ms * SAMPLES_PER_MS - QUIET_START


@pytest.mark.parametrize(
    ("clip", "seam"),
    [
        ((0, 1 * SECOND), 2 * SECOND - QUIET_START),  # silence enough
        ((0, 2 * SECOND - 100), 2 * SECOND - 100),  # a little silence
        ((0, 2 * SECOND), 2 * SECOND),  # none
        ((0, 3 * SECOND), 2 * SECOND),  # one sounds across
        ((2 * SECOND, 10), 2 * SECOND - QUIET_START),  # nothing before
    ],
)
def test_a_seam_lies_as_early_as_the_silence_allows(clip: tuple[int, int], seam: int) -> None:
    assert seam_before(score(clip), 2 * SECOND) == seam


@pytest.mark.parametrize(
    ("sounds_ms", "seam_ms"),
    [
        ([1900], 1800),
        ([1850], 1860),
        ([1850, 1995], 1860),
        ([1850, 1950], 1960),
        ([1850, 1950, 2050], 1960),  # there is none: then in whatever silence there is before
    ],
)
def test_a_seam_lies_where_silence_follows_too(sounds_ms: list[int], seam_ms: int) -> None:
    """What an output was given ahead must not hold the beginning of a sound that comes again."""
    clips = [(at * SAMPLES_PER_MS, 10 * SAMPLES_PER_MS) for at in sounds_ms]
    assert seam_before(score(*clips), 2 * SECOND) == seam_ms * SAMPLES_PER_MS


QUIET = 100 * SAMPLES_PER_MS


@pytest.mark.parametrize(
    ("late", "left_out"),
    [(-5, 0), (0, 0), (50, 50), (QUIET, QUIET), (QUIET + 1, QUIET), (QUIET + TOLERATED, QUIET)],
)
def test_being_a_little_late_costs_silence_only(late: int, left_out: int) -> None:
    heard = left_of(Passage(0, SECOND, QUIET), score((QUIET, 2 * QUIET)), tone(SECOND, 7), late)
    assert heard.tolist() == [[7, 7]] * (SECOND - left_out)


def test_what_begins_in_the_middle_of_a_sound_keeps_to_the_clock_and_comes_up_slowly() -> None:
    heard = left_of(Passage(SECOND, 2 * SECOND, 0), score((0, 2 * SECOND)), tone(SECOND, 1000), 10)[:, 0]
    assert len(heard) == SECOND - 10
    assert heard[0] == 0
    assert (np.diff(heard[:QUIET]) >= 0).all()
    assert (heard[QUIET - 1 :] == 1000).all()


def stretch_of(timeline: Timeline) -> Stretch | None:
    """The first stretch of a session."""
    heard: list[Stretch] = []
    clock = FakeClock()
    player = Player(timeline, clock, [lambda news: heard.append(news.stretch) if isinstance(news, Followed) else None])
    player.go()
    return heard[0] if heard else None


@given(timeline=plans(), seed=st.integers(0, 9))
def test_the_passages_of_a_stretch_reach_its_end_and_end_in_silence(timeline: Timeline, seed: int) -> None:
    stretch = stretch_of(timeline)
    if stretch is None:
        return
    bank = Bank({kind: noise(2000, 50, seed) for kind in CUE_KINDS})
    score = score_of_stretch(stretch, sounds_of_timeline(timeline, bank))
    cut = list(passages_of(stretch, score, stretch.start_ms * SAMPLES_PER_MS))
    assert cut[0].first == stretch.start_ms * SAMPLES_PER_MS
    assert cut[-1].stop >= stretch.end_ms * SAMPLES_PER_MS
    assert not mix(score, cut[-1].stop - QUIET_END, QUIET_END).any()


def test_a_long_workout_is_cut_in_its_rests_just_before_the_sets(folders: Folders) -> None:
    set_of_a_minute = {"exercise": "squat", "reps": 6, "tempo": "3-2-3-2", "sets": 12}
    timeline = plan(set_of_a_minute, rest=60, lead_in=10)
    stretch = stretch_of(timeline)
    assert stretch
    score = score_of_stretch(stretch, sounds_of_timeline(timeline, load_bank(folders.sounds)))
    cut = list(passages_of(stretch, score, 0))
    set_starts = {start * SAMPLES_PER_MS for start, _ in timeline.bout_spans}
    assert len(cut) > 4
    for passage in cut[:-1]:
        assert passage.stop + QUIET_START in set_starts
        assert not mix(score, passage.stop - QUIET_END, QUIET_END + QUIET_START).any()
