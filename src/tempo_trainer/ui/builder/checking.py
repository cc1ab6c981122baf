"""Validation that only looks at what is new: a key typed in one block does not read two hundred again."""

from collections.abc import Mapping
from typing import Any

from tempo_trainer.workout.model import Names, Workout
from tempo_trainer.workout.validation import Finding, findings

_NAMED = ("exercises", "presets")  # what blocks may name: with others, all of them have to be looked at


class Checker:
    """Remembers the last data that were right; their blocks need no second look while they are the same objects."""

    def __init__(self) -> None:
        self._right: Mapping[str, Any] = {}
        self._names: Names | None = None
        self._blocks: Mapping[int, Any] = {}  # by identity of the data, which `_right` keeps alive

    def check(self, data: Mapping[str, Any], names: Names) -> tuple[Workout | None, tuple[Finding, ...]]:
        """The workout, or what is wrong: the same as `findings`."""
        workout, wrong = findings(self._with_known(data, names), names)
        if workout:
            self._right, self._names = data, names
            self._blocks = {id(said): block for said, block in zip(data["blocks"], workout.blocks, strict=True)}
        return workout, wrong

    def _with_known(self, data: Mapping[str, Any], names: Names) -> Mapping[str, Any]:
        same_names = names is self._names and all(data.get(key) == self._right.get(key) for key in _NAMED)
        blocks = data.get("blocks")
        if not same_names or not isinstance(blocks, list):
            return data
        return {**data, "blocks": [self._blocks.get(id(said), said) for said in blocks]}
