"""What a stretch sounds like: the same as that part of the whole session."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from helpers.clips import SAMPLES_PER_MS, noise, tone
from helpers.clock import FakeClock
from helpers.plans import NAMES, SQUAT, plan, plans
from tempo_trainer.audio import sounding
from tempo_trainer.audio.bank import CUE_KINDS, Bank
from tempo_trainer.audio.score import Score, mix
from tempo_trainer.audio.sounding import score_of_timeline, sounds_of_timeline
from tempo_trainer.session.news import Followed, Reached
from tempo_trainer.session.places import Place
from tempo_trainer.session.player import COUNT_IN_MS, Player
from tempo_trainer.session.preview import Preview, rep_timeline
from tempo_trainer.session.stretch import Stretch
from tempo_trainer.workout.tempo import Tempo
from tempo_trainer.workout.timeline import Timeline

LENGTH = 4000  # samples of each clip
BANK = Bank({kind: noise(LENGTH, 9000, seed) for seed, kind in enumerate(CUE_KINDS)}, {"lower": tone(LENGTH, 5)})
"""Loud enough that the short phases of random plans have to be made quieter."""


def stretch_from(timeline: Timeline, index: int, at_ms: int, count_in_ms: int = 0) -> Stretch:
    return Stretch(timeline, Place(index, at_ms), timeline.stop_after(index), count_in_ms, 0, at_ms - count_in_ms)


def score_of_stretch(stretch: Stretch, bank: Bank) -> Score:
    return sounding.score_of_stretch(stretch, sounds_of_timeline(stretch.timeline, bank))


def part(score: Score, begin_ms: int, end_ms: int) -> np.ndarray[tuple[int, ...], np.dtype[np.int16]]:
    return mix(score, begin_ms * SAMPLES_PER_MS, (end_ms - begin_ms) * SAMPLES_PER_MS)


@settings(max_examples=60)
@given(timeline=plans(), data=st.data())
def test_a_stretch_sounds_like_its_part_of_the_whole(timeline: Timeline, data: st.DataObject) -> None:
    """From where what sounded before its beginning has died away, up to its end."""
    assume(timeline.steps)
    index = data.draw(st.integers(0, len(timeline.steps) - 1))
    step = timeline.steps[index]
    assume(step.kind != "ready")
    at_ms = data.draw(st.integers(step.start_ms, step.end_ms)) if not step.is_work else step.start_ms
    stretch = stretch_from(timeline, index, at_ms)
    whole, alone = score_of_timeline(timeline, BANK), score_of_stretch(stretch, BANK)
    begin = at_ms + LENGTH // SAMPLES_PER_MS + 1
    end = min(stretch.end_ms, begin + 20_000)
    if begin < end:
        assert np.array_equal(part(alone, begin, end), part(whole, begin, end))


@given(timeline=plans())
def test_nothing_sounds_before_a_stretch_begins(timeline: Timeline) -> None:
    begins = [index for index, step in enumerate(timeline.steps) if step.kind != "ready"]
    assume(begins)
    index = begins[len(begins) // 2]
    stretch = stretch_from(timeline, index, timeline.steps[index].start_ms)
    assert not part(score_of_stretch(stretch, BANK), stretch.start_ms - 200, stretch.start_ms).any()


def test_a_count_in_is_three_pips_before_the_first_cue() -> None:
    timeline = plan({**SQUAT, "sets": 2})
    stretch = stretch_from(timeline, 4, 6000, COUNT_IN_MS)
    score = score_of_stretch(stretch, Bank({"countdown": tone(10, 1), "eccentric": tone(10, 2)}))
    assert score.starts[:4].tolist() == [at * SAMPLES_PER_MS for at in (3000, 4000, 5000, 6000)]
    assert [int(clip[0, 0]) for clip in score.clips[:4]] == [1, 1, 1, 2]


def test_a_rest_that_goes_on_in_its_middle_does_not_begin_again() -> None:
    timeline = plan({**SQUAT, "sets": 2})
    bank = Bank({"rest": tone(10, 1), "countdown": tone(10, 2)})
    score = score_of_stretch(stretch_from(timeline, 8, 15_000), bank)
    assert score.starts.tolist() == [at * SAMPLES_PER_MS for at in (19_000, 20_000, 21_000)]


def test_a_stretch_ends_with_the_sound_of_what_it_leads_to() -> None:
    timeline = plan(SQUAT, {"rest": "until-ready"}, SQUAT)
    bank = Bank({"ready": tone(10, 1), "finish": tone(10, 2)})
    before, after = stretch_from(timeline, 0, 0), stretch_from(timeline, 9, 12_000)
    assert score_of_stretch(before, bank).starts.tolist() == [12_000 * SAMPLES_PER_MS]
    assert score_of_stretch(after, bank).starts.tolist() == [24_000 * SAMPLES_PER_MS]


def test_a_stretch_is_as_loud_as_the_session_it_is_part_of() -> None:
    """The crowded block makes all of the session quieter, also the part that is not crowded."""
    crowded = {"exercise": "squat", "reps": 5, "tempo": "0.001-0.001-0.001-0.001"}
    timeline = plan(SQUAT, crowded)
    quiet, alone = (
        score_of_stretch(stretch_from(whole, 0, 0), BANK) for whole in (timeline, plan(SQUAT, {"rest": 10}))
    )
    assert np.abs(quiet.clips[0]).max() < np.abs(alone.clips[0]).max()


@pytest.mark.parametrize("command", [Player.next, Player.back])
def test_after_a_skip_the_sound_is_that_of_the_new_place(command: object, clock: FakeClock) -> None:
    timeline = plan({**SQUAT, "sets": 2})
    stretches: list[Stretch] = []
    player = Player(
        timeline, clock, [lambda news: stretches.append(news.stretch) if isinstance(news, Followed) else None]
    )
    player.go()
    clock.advance(4250)
    assert callable(command)
    command(player)
    score = score_of_stretch(stretches[-1], Bank({"eccentric": tone(1, 1), "rest": tone(1, 2)}))
    first = 12_000 if command is Player.next else 0
    assert score.starts[0] == first * SAMPLES_PER_MS


def test_a_jump_to_a_wait_still_asks_whether_one_is_ready(clock: FakeClock) -> None:
    news: list[object] = []
    player = Player(plan({"rest": "until-ready"}, SQUAT, lead_in=0), clock, [news.append])
    player.go()
    (reached,) = (one for one in news if isinstance(one, Reached))
    score = score_of_stretch(reached.stretch, BANK)
    assert list(score.starts) == [0]
    assert np.array_equal(score.clips[0], BANK.tones["ready"])


def test_a_rep_outside_of_a_session_is_counted_in_and_ends_with_a_tick(clock: FakeClock) -> None:
    followed: list[Stretch | None] = []
    rep = rep_timeline("squat", NAMES.exercises["squat"], Tempo(2000, 0, 1000, 0))
    Preview(clock, followed.append, 2000).start(rep)
    (stretch,) = followed
    assert stretch is not None
    bank = Bank({kind: tone(LENGTH, seed) for seed, kind in enumerate(CUE_KINDS, 1)}, {})
    score = score_of_stretch(stretch, bank)
    heard = [(start // SAMPLES_PER_MS, clip) for start, clip in zip(score.starts.tolist(), score.clips, strict=True)]
    expected = [(-2000, "countdown"), (-1000, "countdown"), (0, "eccentric"), (1000, "tick"), (2000, "concentric"),
                (3000, "tick")]  # fmt: skip
    assert [at_ms for at_ms, _ in heard] == [at_ms for at_ms, _ in expected]
    assert all(np.array_equal(clip, bank.tones[kind]) for (_, clip), (_, kind) in zip(heard, expected, strict=True))
