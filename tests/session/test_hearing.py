"""What the runner has set to hear: small changes of a plain value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tempo_trainer.session.hearing import (
    EVERYTHING,
    Hearing,
    Part,
    at_least,
    level_changed,
    louder,
    mute_toggled,
    quieter,
)

hearings = st.builds(Hearing, st.integers(0, 100), st.integers(0, 100), st.sampled_from(["full", "brief", "tones"]))
parts = st.sampled_from(["tones", "voice"])


def test_all_is_heard_at_first() -> None:
    assert Hearing(tones=100, voice=100, says="full", muted=False, ticks=True) == EVERYTHING


@pytest.mark.parametrize("part", ["tones", "voice"])
def test_a_press_is_ten_percent_of_one_part(part: Part) -> None:
    softer = quieter(EVERYTHING, part)
    assert {getattr(softer, name) for name in ("tones", "voice")} == {90, 100}
    assert getattr(softer, part) == 90
    assert louder(softer, part) == EVERYTHING


@given(hearing=hearings, part=parts, ups=st.lists(st.booleans(), max_size=30))
def test_the_volume_stays_between_silence_and_the_loudest(hearing: Hearing, part: Part, ups: list[bool]) -> None:
    for up in ups:
        hearing = louder(hearing, part) if up else quieter(hearing, part)
        assert 0 <= getattr(hearing, part) <= 100


def test_the_levels_come_round_again() -> None:
    brief = level_changed(EVERYTHING)
    tones = level_changed(brief)
    assert (brief.says, tones.says, level_changed(tones)) == ("brief", "tones", EVERYTHING)


@given(hearing=hearings)
def test_muting_twice_is_as_before(hearing: Hearing) -> None:
    assert mute_toggled(hearing).muted
    assert mute_toggled(mute_toggled(hearing)) == hearing


@pytest.mark.parametrize(("tones", "heard"), [(0, 50), (49, 50), (50, 50), (80, 80), (100, 100)])
def test_what_is_measured_by_ear_is_heard_and_no_louder_than_it_has_to_be(tones: int, heard: int) -> None:
    hearing = Hearing(tones, voice=30, says="brief", muted=True, ticks=False)
    assert at_least(hearing) == Hearing(heard, voice=30, says="brief", muted=False, ticks=False)


@given(hearings, st.integers(0, 100))
def test_at_least_a_volume_is_at_least_that(hearing: Hearing, percent: int) -> None:
    assert at_least(hearing, percent).tones == max(hearing.tones, percent)
