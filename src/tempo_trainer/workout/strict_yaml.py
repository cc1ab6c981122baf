"""YAML read strictly: 1.2 core rules, every value with its place, nothing that a workout does not need.

PyYAML's own loaders follow YAML 1.1, where `no` is false and `3:1:3:1` is the number 651781. So only its parser
is used: from its events plain data are built here, and whatever could surprise a writer is a problem with a place.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Self

import yaml

from tempo_trainer.workout.problems import Problem, ProblemsError

LARGEST_BYTES = 256 * 1024
DEEPEST = 20

Path = tuple[str | int, ...]
Place = tuple[int, int]  # line and column, from 1

# The core schema of YAML 1.2.2, section 10.3.2.
_NULL = re.compile(r"null|Null|NULL|~|")
_BOOL = re.compile(r"true|True|TRUE|false|False|FALSE")
_INT = re.compile(r"[-+]?[0-9]+")
_OCTAL_OR_HEX = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_MOST_DIGITS = 18
_STANDARD_TAG = "tag:yaml.org,2002:"


class Integer(int):
    """A whole number that remembers how it was written: the tempo `0131` is not the number 131."""

    written: str

    def __new__(cls, text: str, base: int = 10) -> Self:
        """Read `text`, and keep it."""
        number = super().__new__(cls, text, base)
        number.written = text
        return number


@dataclass
class Document:
    """Plain data, the places of its values and keys, and what is wrong with it as YAML."""

    data: Any = None
    values: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    broken: set[Path] = field(default_factory=set)  # values that were refused: nothing more to say of these


def read_yaml(text: str, file: str) -> Document:
    """Data of one YAML document; ProblemsError only where reading could not go on (syntax, depth)."""
    document = Document()
    try:
        _Builder(document, file, yaml.parse(text, Loader=_LOADER)).build()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        message = _syntax_message(error, text, line, column)
        raise ProblemsError([*document.problems, Problem(file, line + 1, column + 1, message)]) from None
    except yaml.reader.ReaderError as error:
        place = place_of_byte(text.encode(), error.position)
        message = "a control character; the file is not plain text"
        raise ProblemsError([*document.problems, Problem(file, *place, message)]) from None
    return document


def place_of_byte(data: bytes, offset: int) -> Place:
    """Line and column of a byte in UTF-8 text, both from 1."""
    before = data[:offset]
    line_start = before.rfind(b"\n") + 1
    return before.count(b"\n") + 1, len(before[line_start:].decode(errors="replace")) + 1


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C parser where PyYAML has it: ten times as fast


def _syntax_message(error: yaml.MarkedYAMLError, text: str, line: int, column: int) -> str:
    lines = text.split("\n")
    here = lines[line][column : column + 1] if line < len(lines) else ""
    if here == "\t":
        return "a tab; indent with spaces"
    if here in {"@", "`"}:
        return f"text cannot begin with {here} here; put it in quotes"
    detail = ", ".join(part for part in (error.context, error.problem) if part)
    return f"not valid YAML: {detail}"


class _Builder:
    """Turns the stream of parser events into data; one method a kind of node."""

    def __init__(self, document: Document, file: str, events: Iterator[Any]) -> None:
        self._document = document
        self._file = file
        self._events = events

    def build(self) -> None:
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                self._document.data = self._node(next(self._events), ())
                break
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                self._problem(event, "a second document; a workout file holds one")
                break

    def _node(self, event: Any, path: Path) -> Any:
        self._document.values.setdefault(path, _place(event))
        if len(path) >= DEEPEST and isinstance(event, yaml.CollectionStartEvent):
            raise ProblemsError([*self._document.problems, self._told(event, f"nested deeper than {DEEPEST} levels")])
        if isinstance(event, yaml.AliasEvent):
            return self._refuse(event, path, f"an alias (*{event.anchor}); write the value out")
        if event.anchor:
            self._problem(event, f"an anchor (&{event.anchor}); write the value out where it is used")
        if event.tag is not None:
            self._problem(event, f"a tag ({event.tag.replace(_STANDARD_TAG, '!!')}); plain values need none")
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        return plain_scalar(event.value) if event.implicit[0] else event.value

    def _sequence(self, path: Path) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, (*path, len(items))))
        return items

    def _mapping(self, path: Path) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._key(event, path)
            here = (*path, key)
            value = self._node(next(self._events), here)
            if key in mapping:
                self._problem(event, f"the key `{key}` stands here a second time")
                continue
            self._document.keys[here] = _place(event)
            mapping[key] = value
            if value is None and here not in self._document.broken:
                self._refuse(event, here, f"`{key}` has no value; give it one or leave the key out")
        return mapping

    def _key(self, event: Any, path: Path) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            self._node(event, (*path, "?"))
            self._problem(event, "a key must be plain text")
            self._document.broken.add((*path, "?"))
            return "?"
        if event.anchor or event.tag:
            self._problem(event, "an anchor or a tag on a key")
        if event.value == "<<" and event.implicit[0]:
            self._problem(event, "a merge key (<<); write the values out")
            self._document.broken.add((*path, "<<"))
        return str(event.value)

    def _refuse(self, event: Any, path: Path, message: str) -> None:
        self._problem(event, message)
        self._document.broken.add(path)

    def _problem(self, event: Any, message: str) -> None:
        self._document.problems.append(self._told(event, message))

    def _told(self, event: Any, message: str) -> Problem:
        return Problem(self._file, *_place(event), message)


def plain_scalar(text: str) -> Any:
    """The value of an unquoted scalar by the core schema of YAML 1.2.

    >>> [plain_scalar(text) for text in ("no", "1:30", "012", "0o17", "1e3", "~")]
    ['no', '1:30', 12, 15, 1000.0, None]
    """
    if _NULL.fullmatch(text):
        return None
    if _BOOL.fullmatch(text):
        return text[0] in "tT"
    if _OCTAL_OR_HEX.fullmatch(text) and len(text) <= _MOST_DIGITS:
        return Integer(text, 0)
    if _INT.fullmatch(text) and len(text) <= _MOST_DIGITS:
        return Integer(text)
    if _FLOAT.fullmatch(text):
        return float(text.lower().replace(".inf", "inf").replace(".nan", "nan"))
    return text


def _place(event: Any) -> Place:
    return event.start_mark.line + 1, event.start_mark.column + 1
