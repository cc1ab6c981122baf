"""What the presets were before: every change of them can be undone and done again."""

from collections.abc import Hashable
from dataclasses import dataclass

from tempo_trainer.ui.presets.edits import Presets


@dataclass(frozen=True)
class State:
    """The user's own presets, and which one was chosen."""

    own: Presets
    chosen: str


class History:
    """A change with the same key as the one before it belongs to the same step."""

    def __init__(self) -> None:
        self._undone: list[State] = []
        self._done: list[State] = []
        self._key: Hashable = None

    def note(self, before: State, key: Hashable = None) -> None:
        """There was a change, of what was so."""
        if key is None or key != self._key:
            self._done.append(before)
        self._key = key
        self._undone.clear()

    def back(self, now: State) -> State | None:
        """What it was before the last change; None if nothing was changed."""
        return self._step(self._done, self._undone, now)

    def forward(self, now: State) -> State | None:
        """What it was before the last step back; None if there was none."""
        return self._step(self._undone, self._done, now)

    def _step(self, from_states: list[State], to_states: list[State], now: State) -> State | None:
        self._key = None
        if not from_states:
            return None
        to_states.append(now)
        return from_states.pop()
