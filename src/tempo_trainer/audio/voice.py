"""The voice at run time: SVOX Pico speaks what has no clip, such as the names of a coach's own exercises.

It is an extra: where `ttspico` is missing, or fails, there are tones alone. It speaks with the interpreter's lock let
go of, some 4 ms for each second of speech. Of each text about as many bytes as its PCM has are lost in it for good
(ttspico 0.3.2), so every text is spoken once.
"""

import logging
import re

import numpy as np
from numpy.typing import NDArray

from tempo_trainer.audio.pcm import SAMPLES_PER_MS, Pcm, on_both_sides
from tempo_trainer.audio.speaking import made_clip
from tempo_trainer.audio.wording import clip_name

LANGUAGE = "en-US"  # of the two English voices the one that is understood better beside a tone (see SOURCES.md)
LOUDNESS = 40  # percent: at 100 Pico's own crests are cut off
PACES = (100, 110, 120, 130)  # percent, of what is called in a rep; faster is hard to understand
SENTENCE_PACE = 115  # percent: so a lead-in of 10 s has room for exercise, side, set and cue
WORD_MS = 450  # of one word, such as that of a phase
CALL_MS = 750  # of a number, or two words: the shortest phase with a word lasts 800 ms
LONGEST_TEXT = 300  # characters: no break is long enough for more

log = logging.getLogger(__name__)


class Voice:
    """Speaks each text once. For use from one thread."""

    def __init__(self) -> None:
        self._clips: dict[str, Pcm | None] = {}
        self._broken = False

    def clip(self, text: str) -> Pcm | None:
        """The text as a clip; None if it cannot be spoken."""
        if text not in self._clips:
            self._clips[text] = None if self._broken else self._spoken(text)
        return self._clips[text]

    def _spoken(self, text: str) -> Pcm | None:
        try:
            clip = spoken(text)
        except ImportError:
            self._broken = True
            log.info("ttspico is not installed: words without a clip are not spoken")
            return None
        except Exception:
            self._broken = True
            log.exception("ttspico does not speak: words without a clip are not spoken")
            return None
        return on_both_sides(clip) if len(clip) else None


def spoken(text: str) -> NDArray[np.int16]:
    """A text as a mono clip, without samples if it says nothing; ImportError where ttspico is not installed."""
    plain = re.sub(r"[^\w\s.,:;!?'’-]", " ", text)  # signs would be read out, and <…> is markup
    if not clip_name(plain) or len(plain) > LONGEST_TEXT:
        return np.zeros(0, np.int16)
    if text.endswith((".", ":", "!", "?")):
        return made_clip(_said(plain, SENTENCE_PACE))
    most = (WORD_MS if text.isalpha() else CALL_MS) * SAMPLES_PER_MS
    clips = (made_clip(_said(plain, pace)) for pace in PACES)
    return next((clip for clip in clips if len(clip) <= most), made_clip(_said(plain, PACES[-1])))


def _said(text: str, pace: int) -> NDArray[np.int16]:
    """At 16 kHz. A new engine for each text: what one says depends a little on what it said before."""
    from ttspico import TtsEngine

    engine = TtsEngine(LANGUAGE)
    engine.rate, engine.volume = pace, LOUDNESS
    return np.frombuffer(engine.speak(text) or b"", "<i2")
