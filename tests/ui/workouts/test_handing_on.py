"""Presets are written into the text of a workout, and nothing else is changed."""

import pytest

from tempo_trainer.ui.workouts.handing_on import inserted
from tempo_trainer.ui.workouts.renaming import data_of

TEXTS = [
    "# c\nformat: 1\nname: x # keep\nblocks: []\n",
    "# c\r\nformat: 1\r\nname: x # keep\r\n",
    "name: x\nsummary: >-\n  no line end",
    "name: x\npresets: # mine\n    # the first\n    a: 1-0-1-0 # s\n\n    b: {from: 1-0-1-0, to: X-0-2-0}\nlevel: y\n",
    "presets:\r\n  a: 1-0-1-0\r\nname: x # c\r\n",
    "name: x # c\npresets: {}\n",
    "name: x # c\npresets: { a: 1-0-1-0 }\n",
    "{format: 1, name: x, blocks: []} # c",
]
PRESETS = {"mine": "3-1-3-1", "my: own #1": {"from": "X-0-1-0", "to": "4-0-1-0"}}


@pytest.mark.parametrize("text", TEXTS)
def test_only_presets_are_added(text: str) -> None:
    changed = inserted(text, PRESETS)
    assert changed
    data = data_of(text)
    assert data
    assert data_of(changed) == {**data, "presets": {**data.get("presets", {}), **PRESETS}}  # type: ignore[dict-item]
    left = iter(changed)
    assert all(character in left for character in text if character != " "), "nothing was taken out"
    assert changed.replace("\r\n", "").count("\n") == (0 if "\r\n" in text else changed.count("\n"))


@pytest.mark.parametrize(
    "text", ["name: x\n...\n", "? presets\n: a: 1-0-1-0\nname: x\n", "presets: 3\n", "- x", "a: |\n  b"]
)
def test_where_there_is_no_good_place_none_is_taken(text: str) -> None:
    assert inserted(text, PRESETS) is None
