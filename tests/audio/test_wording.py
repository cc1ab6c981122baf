"""From texts to clips, and where they lie: nothing cut, no two at once, the least left out first."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.clips import SAMPLES_PER_MS, tone
from tempo_trainer.audio.bank import Bank
from tempo_trainer.audio.pcm import Pcm
from tempo_trainer.audio.sounds import sounds_of, words_of
from tempo_trainer.audio.wording import AFTER_TONE_MS, GAP_MS, NOTHING_KEPT, Kept, clip_name, composed, laid_out, places
from tempo_trainer.workout.speech import Phrase, Speech, Weight

GAP = GAP_MS * SAMPLES_PER_MS
WORDS = {name: tone(2, height) for height, name in enumerate(["set", "of", "hundred", "40", "2", "5", "30", "100"], 1)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Set 1 of 3.", "set_1_of_3"),
        ("last rep", "last_rep"),
        ("Next:", "next"),
        ("Single-leg pelvic bridge.", "single_leg_pelvic_bridge"),
        ("Don't_stop!", "don_t_stop"),
        ("Übung", "übung"),
        ("💪 …", ""),
    ],
)
def test_a_clip_is_named_by_its_words(text: str, name: str) -> None:
    assert clip_name(text) == name


@pytest.mark.parametrize(
    ("name", "heights"),
    [
        ("set_2_of_5", [1, 5, 2, 6]),
        ("45", [4, 6]),
        ("40", [4]),
        ("30", [7]),
        ("100", None),  # no clip of a one
        ("240", [5, 3, 4]),
        ("545", [6, 3, 4, 6]),
        ("500", [6, 3]),
        ("0", None),
        ("1000", None),
        ("9" * 5000, None),
        ("set_7", None),
        ("", None),
    ],
)
def test_what_has_no_clip_is_put_together_from_its_words(name: str, heights: list[int] | None) -> None:
    clip = composed(name, WORDS)
    assert (None if clip is None else clip[::2, 0].tolist()) == heights


def test_its_own_clip_comes_first_then_the_voice_then_single_words() -> None:
    def speak(text: str) -> Pcm | None:
        return tone(1, 99) if text == "Set 2 of 5." else None

    bank = Bank(words=WORDS, speak=speak)
    found = words_of(["Set!", "Set 2 of 5.", "Set 5 of 40.", "45", "Nobody knows."], bank)
    assert {text: clip[::2, 0].tolist() for text, clip in found.items()} == {
        "Set!": [1], "Set 2 of 5.": [99], "Set 5 of 40.": [1, 6, 2, 4], "45": [4, 6],
    }  # fmt: skip


PHRASES = [
    Phrase(weight.name, weight) for weight in (Weight.OPENING, Weight.NEXT, Weight.NAME, Weight.SIDE, Weight.CUE)
]


def said(room: int) -> list[str]:
    """What is said of an opening of 5,000 samples, and so on, where there is so much room."""
    lengths = (5_000, 4_000, 16_000, 7_000, 30_000)
    clips = {phrase.text: tone(length, 1) for phrase, length in zip(PHRASES, lengths, strict=True)}
    return [phrase.text for _, phrase in places(PHRASES, clips, room)]


def test_what_has_no_room_is_left_out_the_least_first() -> None:
    assert said(62_000 + 4 * GAP) == ["OPENING", "NEXT", "NAME", "SIDE", "CUE"]
    assert said(61_999 + 4 * GAP) == ["OPENING", "NAME", "SIDE", "CUE"]
    assert said(57_999 + 3 * GAP) == ["NEXT", "NAME", "SIDE", "CUE"]
    assert said(56_999 + 3 * GAP) == ["NAME", "SIDE", "CUE"]
    assert said(52_999 + 2 * GAP) == ["OPENING", "NEXT", "NAME", "SIDE"]
    assert said(23_000 + GAP) == ["NAME", "SIDE"]
    assert said(22_999 + GAP) == ["OPENING", "SIDE"]  # the name is too long, and what is short has room
    assert said(6_999) == ["OPENING"]
    assert said(4_999) == ["NEXT"]
    assert said(3_999) == said(-1) == []


@given(room=st.integers(-100, 200_000), lengths=st.tuples(*[st.integers(1, 60_000)] * 5))
def test_phrases_keep_their_order_and_their_distance(room: int, lengths: tuple[int, ...]) -> None:
    clips = {phrase.text: tone(length, 1) for phrase, length in zip(PHRASES, lengths, strict=True)}
    end = -GAP
    for at, phrase in places(PHRASES, clips, room):
        assert at == end + GAP
        end = at + len(clips[phrase.text])
    assert end <= max(room, 0)


def test_an_announcement_follows_its_tone_and_a_call_comes_with_it() -> None:
    phrase = Phrase("set", Weight.CALL)
    calls = [Speech(10, (phrase,), 0, 9000), Speech(10, (phrase,), 0, 9000, announces=True)]
    starts = sounds_of((), calls, Bank(words=WORDS)).starts
    assert starts.tolist() == [10 * SAMPLES_PER_MS, (10 + AFTER_TONE_MS) * SAMPLES_PER_MS]


@pytest.mark.parametrize(("length_ms", "heard"), [(800, True), (801, False)])
def test_a_word_that_would_last_into_the_next_one_is_left_out(length_ms: int, heard: bool) -> None:
    bank = Bank(words={"long": np.ones((length_ms * SAMPLES_PER_MS, 2), np.int16)})
    speech = Speech(0, (Phrase("long", Weight.LABEL),), 0, 800)
    assert len(sounds_of((), [speech], bank).starts) == heard


CLIPS = {phrase.text: tone(SAMPLES_PER_MS * 1000, 1) for phrase in PHRASES}
SHORT = Speech(0, tuple(PHRASES), 0, AFTER_TONE_MS + 4600, announces=True)  # time for four of five, not for NEXT
KEPT = Kept(NOTHING_KEPT.also([SHORT]))


def starts(speech: Speech, kept: Kept = NOTHING_KEPT) -> dict[str, int]:
    """When each phrase begins, in milliseconds."""
    return {phrase.text: start // SAMPLES_PER_MS for start, phrase in laid_out(speech, CLIPS, kept)}


@pytest.mark.parametrize("longer_ms", [1, 300, 5000, 15_000])
def test_in_a_break_that_becomes_longer_no_phrase_moves(longer_ms: int) -> None:
    longer = SHORT._replace(until_ms=SHORT.until_ms + longer_ms)
    assert starts(longer, KEPT) == starts(SHORT) == {"OPENING": 550, "NAME": 1700, "SIDE": 2850, "CUE": 4000}


def test_in_a_break_that_becomes_shorter_no_phrase_moves_and_what_would_be_late_is_left_out() -> None:
    shorter = SHORT._replace(until_ms=SHORT.until_ms - 1000)
    assert starts(shorter, KEPT) == {"OPENING": 550, "NAME": 1700, "SIDE": 2850}


def test_a_break_that_becomes_shorter_and_longer_again_is_as_it_was() -> None:
    shorter = SHORT._replace(until_ms=2000)
    assert starts(SHORT, Kept(KEPT.also([shorter]))) == starts(SHORT)


def test_a_phrase_that_is_being_said_is_said_to_its_end() -> None:
    shorter = SHORT._replace(until_ms=3000)
    begun = 2851 * SAMPLES_PER_MS
    assert list(starts(shorter, Kept(KEPT.untils_ms, begun))) == ["OPENING", "NAME", "SIDE"]


def test_of_another_speech_nothing_is_kept() -> None:
    later = SHORT._replace(at_ms=1, until_ms=SHORT.until_ms + 10_000)
    call = SHORT._replace(announces=False)
    assert len(starts(later, KEPT)) == len(PHRASES)
    assert NOTHING_KEPT.also([call]) == {}
