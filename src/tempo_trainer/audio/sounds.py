"""All that a timeline can sound like. Made once; what of it is heard, and how loud, is chosen afterwards.

A cue at t ms starts at sample 48·t exactly, a word with its tone as well. What is announced in a break follows after
its tone. Nothing ever moves for another hearing: what one does not want to hear is left out.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from tempo_trainer.audio.bank import Bank
from tempo_trainer.audio.pcm import SAMPLES_PER_MS, Pcm
from tempo_trainer.audio.wording import NOTHING_KEPT, Kept, clip_name, composed, laid_out
from tempo_trainer.session.hearing import LOUDEST, Hearing
from tempo_trainer.workout.speech import LIGHTEST, Phrase, Speech
from tempo_trainer.workout.timeline import Cue

Source = str | Phrase
"""A kind of cue, or what is said."""


@dataclass(frozen=True)
class Sounds:
    """Sounds in no particular order; the three arrays have an entry for each of them."""

    sources: Sequence[Source]  # each once
    clips: Sequence[Pcm]  # of the sources
    which: NDArray[np.int64]  # index of the source
    starts: NDArray[np.int64]  # first sample; negative in a count-in before 0
    steps: NDArray[np.int64]  # the step it belongs to
    gain: float = 1.0  # of all clips
    untils_ms: Mapping[Speech, int] = field(default_factory=dict)  # to keep if they are made again (`Kept`)

    def only(self, chosen: NDArray[np.bool_] | NDArray[np.intp]) -> "Sounds":
        """Some of them, in the order of the choice."""
        return replace(self, which=self.which[chosen], starts=self.starts[chosen], steps=self.steps[chosen])

    def are_words(self) -> NDArray[np.bool_]:
        """Which of them are spoken."""
        return np.array([isinstance(source, Phrase) for source in self.sources], np.bool_)[self.which]


def sounds_of(cues: Iterable[Cue], speeches: Iterable[Speech], bank: Bank, kept: Kept = NOTHING_KEPT) -> Sounds:
    """The sounds of cues and speech; what the bank has no clip for stays silent."""
    speeches = tuple(speeches)
    words = words_of((phrase.text for speech in speeches for phrase in speech.phrases), bank)
    phrases = sorted({phrase for speech in speeches for phrase in speech.phrases if phrase.text in words})
    sources: list[Source] = [*bank.tones, *phrases]
    clips = [words[source.text] if isinstance(source, Phrase) else bank.tones[source] for source in sources]
    numbers = {source: number for number, source in enumerate(sources)}
    sounds = [(numbers[cue.kind], cue.at_ms * SAMPLES_PER_MS, cue.step) for cue in cues if cue.kind in numbers]
    for speech in speeches:
        sounds += [(numbers[phrase], start, speech.step) for start, phrase in laid_out(speech, words, kept)]
    which, starts, steps = np.array(sounds, np.int64).reshape(-1, 3).T
    return Sounds(sources, clips, which, starts, steps, untils_ms=kept.also(speeches))


def words_of(texts: Iterable[str], bank: Bank) -> dict[str, Pcm]:
    """The clip of each text that has one: its own, or spoken on the spot, or made from clips of its words."""
    clips = ((text, _clip_of(text, bank)) for text in set(texts))
    return {text: clip for text, clip in clips if clip is not None}


def _clip_of(text: str, bank: Bank) -> Pcm | None:
    name = clip_name(text)
    clip = bank.words.get(name)
    if clip is None and not name.isdecimal():  # numbers are put together: hundreds of them may be wanted
        clip = bank.speak(text)
    return composed(name, bank.words) if clip is None else clip


def volume(source: Source, hearing: Hearing) -> float:
    """How loud a clip is to be, 0 to 1; squared, so that each step of the percentage seems as large as the others."""
    if isinstance(source, Phrase):
        heard, percent = source.weight >= LIGHTEST[hearing.says], hearing.voice
    else:
        heard, percent = hearing.ticks or source != "tick", hearing.tones
    return (percent / LOUDEST) ** 2 if heard and not hearing.muted else 0.0
