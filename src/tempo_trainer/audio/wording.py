"""From a text to its clip, and from a speech to clips in their places."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from tempo_trainer.audio.pcm import SAMPLES_PER_MS, Pcm
from tempo_trainer.workout.speech import Phrase, Speech

AFTER_TONE_MS = 550  # from the beginning of a break's tone to what is said in it: both are understood
GAP_MS = 150  # between one phrase and the next
MOST_DIGITS = 3  # 999 reps are the most that a workout can have


def clip_name(text: str) -> str:
    """What the clip of a text is called: its words in small letters, without signs."""
    return "_".join(re.findall(r"[^\W_]+", text.lower()))


def composed(name: str, words: Mapping[str, Pcm]) -> Pcm | None:
    """A clip made from those of its words, numbers from hundreds, tens and ones; None if one is missing."""
    parts = [word for part in name.split("_") for word in _in_words(part)]
    return np.concatenate([words[part] for part in parts]) if all(part in words for part in parts) else None


def _in_words(part: str) -> Iterator[str]:
    hundreds, rest = divmod(int(part), 100) if part.isdecimal() and len(part) <= MOST_DIGITS else (0, 0)
    if hundreds == rest == 0:
        yield part
    if hundreds:
        yield str(hundreds)
        yield "hundred"
    tens = rest - rest % 10 if rest > 30 else 0
    yield from (str(number) for number in (tens, rest - tens) if number)


def places(phrases: Sequence[Phrase], clips: Mapping[str, Pcm], room: int) -> Sequence[tuple[int, Phrase]]:
    """Where each phrase begins, in samples from the first one on; what finds no room is left out, lightest first."""
    gap = GAP_MS * SAMPLES_PER_MS
    chosen: set[Phrase] = set()
    for phrase in sorted(phrases, key=lambda phrase: phrase.weight, reverse=True):
        length = len(clips[phrase.text]) if phrase.text in clips else room + 1
        if length <= room:
            chosen.add(phrase)
            room -= length + gap
    placed: list[tuple[int, Phrase]] = []
    at = 0
    for phrase in (phrase for phrase in phrases if phrase in chosen):
        placed.append((at, phrase))
        at += len(clips[phrase.text]) + gap
    return placed


def begin_ms(speech: Speech) -> int:
    """When the first phrase begins: a word with its tone, an announcement after it."""
    return speech.at_ms + (AFTER_TONE_MS if speech.announces else 0)


@dataclass(frozen=True)
class Kept:
    """What stays as it was when the words of a session are laid out again, for a plan that was changed on the way."""

    untils_ms: Mapping[Speech, int] = field(default_factory=dict)  # until when announcements had time at first
    begun: int = -(2**60)  # words that began before this sample have been said, or are being said

    def until_ms(self, speech: Speech) -> int:
        """The time by which the speech is laid out: at first its own, and the same when its break has another length.

        If its phrases went by the new length, one that has just been said could come again, or be cut into itself.
        """
        return self.untils_ms.get(_whenever(speech), speech.until_ms)

    def also(self, speeches: Iterable[Speech]) -> Mapping[Speech, int]:
        """The times to keep from now on: those of the announcements that are new here as well."""
        return {**self.untils_ms, **{_whenever(one): self.until_ms(one) for one in speeches if one.announces}}


NOTHING_KEPT = Kept()


def laid_out(speech: Speech, clips: Mapping[str, Pcm], kept: Kept = NOTHING_KEPT) -> Iterator[tuple[int, Phrase]]:
    """The phrases with their first samples; without those that would not be over in time, unless they have begun."""
    begin = begin_ms(speech) * SAMPLES_PER_MS
    room = kept.until_ms(speech) * SAMPLES_PER_MS - begin
    for at, phrase in places(speech.phrases, clips, room):
        start = begin + at
        if start < kept.begun or start + len(clips[phrase.text]) <= speech.until_ms * SAMPLES_PER_MS:
            yield start, phrase


def _whenever(speech: Speech) -> Speech:
    """The same speech, however much time it has."""
    return speech._replace(until_ms=0)
