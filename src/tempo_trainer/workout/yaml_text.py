"""Plain data as YAML in block style that every reader takes for the same, be it of YAML 1.1 or 1.2.

PyYAML's own writer knows 1.1 only (it leaves `1e3` bare, a number in 1.2), hides emoji, and indents no lists.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from textwrap import wrap
from typing import Any

import yaml

from tempo_trainer.workout.strict_yaml import plain_scalar

WIDTH = 100
LONGEST_KEY = 1000  # in characters, quotes included; a longer one has to be announced by a question mark

_STEP = 2
_TEXT_TAG = "tag:yaml.org,2002:str"
_YES_OR_NO = {"y", "Y", "n", "N"}  # true and false in YAML 1.1, though not for PyYAML
_BARE = re.compile(r"[^\W_](?:.*[^\s:])?")
_NEVER_BARE = re.compile(r": | #|\s\s|:$")


def yaml_text(data: Mapping[str, Any], spaced: str = "") -> str:
    """The data as a file. The items of the top-level list `spaced` have blank lines between them and before."""
    lines: list[str] = []
    for key, value in data.items():
        if key != spaced or not isinstance(value, list) or not value:
            lines += _entry(key, value, 0)
            continue
        lines += ["", f"{key}:"]
        for number, item in enumerate(value):
            lines += [*([""] if number else []), *_item(item, _STEP)]
    return "\n".join([*lines, ""])


def _mapping(data: Mapping[str, Any], indent: int) -> Iterator[str]:
    for key, value in data.items():
        yield from _entry(key, value, indent)


def _entry(key: str, value: Any, indent: int) -> Iterator[str]:
    pad, written = " " * indent, _in_a_line(key)
    head = f"{pad}{written}:"
    if len(written) > LONGEST_KEY:
        yield f"{pad}? {written}"
        head = f"{pad}:"
    yield from _value(head, value, indent)


def _value(head: str, value: Any, indent: int) -> Iterator[str]:
    """A value behind `head`, or below it."""
    if isinstance(value, Mapping) and value:
        yield head
        yield from _mapping(value, indent + _STEP)
    elif isinstance(value, list) and value:
        yield head
        for item in value:
            yield from _item(item, indent + _STEP)
    elif isinstance(value, str):
        yield from _text(head, value, indent + _STEP)
    else:
        yield f"{head} {_scalar(value)}"


def _item(value: Any, indent: int) -> Iterator[str]:
    """An item of a list; a mapping begins in the line of its dash."""
    pad = " " * indent
    if isinstance(value, Mapping) and value:
        for number, line in enumerate(_mapping(value, indent + _STEP)):
            yield line if number else f"{pad}- {line.lstrip()}"
    else:
        yield from _value(f"{pad}-", value, indent)


def _scalar(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "{}"
    return "[]" if isinstance(value, list) else str(value)


def _text(head: str, text: str, indent: int) -> Iterator[str]:
    """Text behind `head` if it fits into the line, else in lines of its own below."""
    line = f"{head} {_in_a_line(text)}"
    if not _stands_in_lines(text) or (len(line) <= WIDTH and "\n" not in text):
        yield line
        return
    parts = text.removesuffix("\n").split("\n")
    folded = len(parts) == 1 or any(len(part) > WIDTH - indent for part in parts)
    end = "" if text.endswith("\n") else "-"
    yield f"{head} {'>' if folded else '|'}{end}"
    for part in _folded(parts, WIDTH - indent) if folded else parts:
        yield f"{' ' * indent}{part}".rstrip()


def _stands_in_lines(text: str) -> bool:
    """Whether lines of their own keep the text: no spaces but single ones inside of lines, text first and last."""
    lines = text.removesuffix("\n").split("\n")
    return "  " not in text and all(line == line.strip() for line in lines) and all((lines[0], lines[-1]))


def _folded(parts: Iterable[str], width: int) -> Iterator[str]:
    """Lines that a reader joins by spaces; where the text has a line end, there is an empty one more."""
    for number, part in enumerate(parts):
        if number:
            yield ""
        yield from wrap(part, width, break_long_words=False, break_on_hyphens=False)


def _in_a_line(text: str) -> str:
    """The text bare where nobody could take it for anything else, else in quotes."""
    if _BARE.fullmatch(text) and not _NEVER_BARE.search(text) and _reads_as_text(text):
        return text
    if "\n" not in text and "'" not in text:
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _reads_as_text(text: str) -> bool:
    resolver: Any = yaml.resolver.Resolver()
    in_yaml_1_1 = resolver.resolve(yaml.ScalarNode, text, (True, False)) == _TEXT_TAG
    return in_yaml_1_1 and isinstance(plain_scalar(text), str) and text not in _YES_OR_NO
