"""A workout for others: with the presets in it that are the user's own, and all else as somebody wrote it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tempo_trainer.ui.workouts.renaming import data_of
from tempo_trainer.workout.loader import load_timeline, shipped_names
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.problems import ProblemsError
from tempo_trainer.workout.uses import presets_used
from tempo_trainer.workout.writer import tempo_as_written, workout_text
from tempo_trainer.workout.yaml_text import yaml_text

Presets = Mapping[str, Any]  # as a file says them


@dataclass(frozen=True)
class Complete:
    """The text of a workout that needs nothing else; `rewritten` where comments and layout could not be kept."""

    text: str
    rewritten: bool = False


def with_presets(path: Path, names: Names) -> Complete | None:
    """A workout with the user's presets that it uses; None if it needs none, or is broken."""
    try:
        workout = load_timeline(path, names).workout
    except ProblemsError:
        return None
    shipped = shipped_names().presets
    own = {name: names.presets[name] for name in sorted(presets_used(workout))}
    own = {name: tempo for name, tempo in own.items() if shipped.get(name) != tempo}
    if not own:
        return None
    text = path.read_bytes().decode("utf-8-sig")  # line ends as they are
    written = inserted(text, {name: tempo_as_written(tempo) for name, tempo in own.items()})
    if written is not None:
        return Complete(written)
    return Complete(workout_text(workout.model_copy(update={"presets": {**workout.presets, **own}})), rewritten=True)


def inserted(text: str, presets: Presets) -> str | None:
    """The text of a workout file with these presets too; None where there is no good place for them."""
    data = data_of(text)
    before = data.get("presets", {})
    wanted = {**data, "presets": {**before, **presets}} if isinstance(before, dict) else None
    return next((changed for changed in _ways_to_insert(text, presets) if data_of(changed) == wanted), None)


def _ways_to_insert(text: str, presets: Presets) -> Iterator[str]:
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if not isinstance(root, yaml.MappingNode):
        return
    pair = next(((key, value) for key, value in root.value if key.value == "presets"), None)
    if pair is None and root.flow_style:
        yield _in_braces(text, root, {"presets": presets})
    elif pair is None:
        end = "" if text.endswith("\n") else "\n"
        yield text + _lines(text, f"{end}\n{yaml_text({'presets': presets})}")
    elif isinstance(pair[1], yaml.MappingNode) and pair[1].flow_style:
        yield _in_braces(text, pair[1], presets)
    elif isinstance(pair[1], yaml.MappingNode):
        key, value = pair
        place = text.find("\n", key.end_mark.index) + 1
        pad = " " * value.start_mark.column
        lines = "".join(f"{pad}{line}\n" for line in yaml_text(presets).splitlines())
        yield text[:place] + _lines(text, lines) + text[place:]


def _in_braces(text: str, node: yaml.Node, data: Mapping[str, Any]) -> str:
    place = node.start_mark.index + 1
    return f"{text[:place]}{json.dumps(data, ensure_ascii=False)[1:-1]}, {text[place:].lstrip(' ')}"


def _lines(text: str, new: str) -> str:
    """New lines that end as those of the text do."""
    return new.replace("\n", "\r\n") if "\r\n" in text else new
