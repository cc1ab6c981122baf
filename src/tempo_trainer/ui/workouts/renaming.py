"""Another name for a workout, written into the text of its file: comments and layout stay as somebody made them."""

import json
import re

import yaml

from tempo_trainer.workout.problems import ProblemsError
from tempo_trainer.workout.strict_yaml import read_yaml

_PLAIN = re.compile(r"[^\W\d_][\w .()/+–-]*")
_NOT_TEXT = {"yes", "no", "on", "off", "y", "n", "true", "false", "null"}  # for other programs that read YAML


def renamed(text: str, name: str) -> str:
    """The text of a workout file with another `name`; ValueError if it holds none that could be changed."""
    begin, end = _span_of_name(text)
    blanks = text[begin:end][len(text[begin:end].rstrip()) :]  # a folded text ends with its line
    wanted = {**data_of(text), "name": name}
    for written in _ways_to_write(name):
        changed = text[:begin] + written + blanks + text[end:]
        if data_of(changed) == wanted:
            return changed
    raise ValueError("the name of this file cannot be changed here")


def copy_name(name: str, taken: set[str]) -> str:
    """A name for a copy.

    >>> copy_name("Legs", {"Legs", "Legs (copy)"})
    'Legs (copy 2)'
    >>> copy_name("Legs (copy)", {"Legs (copy)"})
    'Legs (copy 2)'
    """
    stem = re.sub(r" \(copy( \d+)?\)$", "", name)
    ways = (f"{stem} (copy{f' {number}' if number > 1 else ''})" for number in range(1, len(taken) + 2))
    return next(way for way in ways if way not in taken)


def _ways_to_write(name: str) -> list[str]:
    plain = _PLAIN.fullmatch(name) and name == name.strip() and name.casefold() not in _NOT_TEXT
    return [*([name] if plain else []), json.dumps(name, ensure_ascii=False)]


def _span_of_name(text: str) -> tuple[int, int]:
    """Where the value of the outermost `name` stands."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        root = None
    for key, value in root.value if isinstance(root, yaml.MappingNode) else ():
        if key.value == "name" and isinstance(value, yaml.ScalarNode):
            return value.start_mark.index, value.end_mark.index
    raise ValueError("there is no `name` in this file")


def data_of(text: str) -> dict[str, object]:
    """What a file says; nothing where it cannot be read."""
    try:
        data = read_yaml(text, "").data
    except ProblemsError:
        data = None
    return data if isinstance(data, dict) else {}
