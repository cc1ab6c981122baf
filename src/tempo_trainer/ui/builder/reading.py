"""Taking up a workout file in the builder: its data as a person would write them, and what a save would lose."""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tempo_trainer.files import Stamp, stamp_of
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.problems import Problem, ProblemsError
from tempo_trainer.workout.strict_yaml import LARGEST_BYTES, read_yaml
from tempo_trainer.workout.validation import findings
from tempo_trainer.workout.writer import plain

_COMMENT = re.compile(r"(?:^|\s)#")
_NOT_HERE = "this file cannot be shown as blocks: mend it in a text editor first"


@dataclass(frozen=True)
class Opened:
    """A file as the builder takes it up."""

    data: Mapping[str, Any]
    stamp: Stamp | None


def read_workout(path: Path, names: Names) -> Opened:
    """The workout of a file, be it quite right or not; ProblemsError if it is too wrong to be shown, or OSError."""
    stamp = stamp_of(path)
    if not path.is_file() or (stamp and stamp.size > LARGEST_BYTES):
        raise ProblemsError([Problem(str(path), 1, 1, "this is no workout file: it is too large, or not a plain file")])
    text = path.read_text(encoding="utf-8-sig")
    document = read_yaml(text, str(path))
    data = document.data
    if document.problems:
        raise ProblemsError(document.problems)
    if not _has_blocks(data):
        raise ProblemsError([Problem(str(path), 1, 1, _NOT_HERE)])
    workout, _ = findings(data, names)
    return Opened(plain(workout) if workout else data, stamp)


def has_comments(text: str) -> bool:
    """Whether YAML has comments, which the builder cannot keep.

    >>> has_comments("name: A # b"), has_comments("name: 'A # b'"), has_comments("name: A#b")
    (True, False, False)
    """
    left, at = [], 0
    with suppress(yaml.YAMLError):  # in what is no YAML, any mark may be one
        for token in yaml.scan(text, Loader=yaml.SafeLoader):
            if isinstance(token, yaml.ScalarToken):
                left.append(text[at : token.start_mark.index])
                if token.style in ("|", ">"):
                    left.append(text[token.start_mark.index :].split("\n", 1)[0])
                at = token.end_mark.index
    left.append(text[at:])
    return any(_COMMENT.search(piece) for piece in left)


def _has_blocks(data: Any) -> bool:
    """Whether the list can show it: mappings where blocks stand."""
    if not isinstance(data, dict) or not _mappings(data.get("blocks", [])):
        return False
    inner = (block.get("blocks", []) for block in data.get("blocks", []) if "circuit" in block)
    own = data.get("exercises", {})
    return all(map(_mappings, inner)) and isinstance(own, dict) and _mappings(list(own.values()))


def _mappings(items: Any) -> bool:
    return isinstance(items, list) and all(isinstance(item, dict) for item in items)
