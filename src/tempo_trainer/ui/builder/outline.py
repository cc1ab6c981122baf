"""The session in outline: which stretch of time belongs to which block of the file, as plain values."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from tempo_trainer.session.face import Role, role_of_break
from tempo_trainer.workout.durations import in_words, on_a_clock
from tempo_trainer.workout.export import amount
from tempo_trainer.workout.model import Block, CircuitBlock, ExerciseBlock
from tempo_trainer.workout.timeline import Bout, Step, Timeline

Path = tuple[str | int, ...]
Span = tuple[int, int]  # from when to when, in ms


@dataclass(frozen=True)
class Stretch:
    """A bout, or a break; `path` leads to the block in the file's data that it comes from, () to the workout."""

    path: Path
    role: Role
    start_ms: int
    end_ms: int
    steps: range  # of the timeline
    bout: Bout | None = None


@dataclass(frozen=True)
class Section:
    """A block of the file, from its first step to the end of the rest after it."""

    path: Path
    name: str
    start_ms: int
    end_ms: int


@dataclass(frozen=True)
class Outline:
    """A whole session."""

    timeline: Timeline
    stretches: Sequence[Stretch]
    sections: Sequence[Section]

    @cached_property
    def paths(self) -> Sequence[Path]:
        """Everything that can be chosen, in the order in which it comes first."""
        return list(dict.fromkeys(stretch.path for stretch in self.stretches))

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [stretch.start_ms for stretch in self.stretches]

    def at(self, ms: float) -> Stretch | None:
        """The stretch at an instant; the last one beyond the end."""
        found = max(0, bisect_right(self._starts, ms) - 1)
        return self.stretches[found] if self.stretches else None

    def spans_of(self, path: Path) -> Sequence[Span]:
        """When a block is on: several times for an exercise of a circuit."""
        spans: list[Span] = []
        for stretch in self.stretches:
            if stretch.path[: len(path)] != path or not (path or stretch.path == path):
                continue
            touches = bool(spans) and spans[-1][1] == stretch.start_ms
            begin = spans.pop()[0] if touches else stretch.start_ms
            spans.append((begin, stretch.end_ms))
        return spans

    def words(self, path: Path) -> str:
        """A block in a few words: what it is, when it begins, how long it lasts."""
        spans = self.spans_of(path)
        if not spans:
            return ""
        length = sum(end - start for start, end in spans)
        lasts = in_words(length) if length else "as long as you take"
        return f"{self._what(path)} · from {on_a_clock(spans[0][0])}, {lasts}"

    def _what(self, path: Path) -> str:
        bout = next((stretch.bout for stretch in self.stretches if stretch.path == path and stretch.bout), None)
        if bout:
            return f"{bout.exercise.name}: {amount(bout)}"
        return next((section.name for section in self.sections if section.path == path), "Get ready")


def outline_of(timeline: Timeline) -> Outline:
    """The outline of a compiled workout."""
    stretches = list(_stretches(timeline))
    return Outline(timeline, stretches, list(_sections(timeline, stretches)))


def _stretches(timeline: Timeline) -> Iterator[Stretch]:
    paths = _paths_of_items(timeline.workout.blocks)
    steps, index, path = timeline.steps, 0, Path()
    while index < len(steps):
        step = steps[index]
        if step.bout is None:
            path = _path_of_break(step, path)
            yield Stretch(path, role_of_break(step), step.start_ms, step.end_ms, range(index, index + 1))
            index += 1
            continue
        bout, first = timeline.bouts[step.bout], index
        while index < len(steps) and steps[index].bout == step.bout:
            index += 1
        path = paths[bout.item]
        role: Role = "hold" if bout.tempo is None else "concentric"
        yield Stretch(path, role, step.start_ms, steps[index - 1].end_ms, range(first, index), bout)


def _path_of_break(step: Step, path: Path) -> Path:
    """Between the sets of an exercise it is that exercise's, else its block's."""
    if step.exercise is not None or step.block is None:
        return path
    return ("blocks", step.block - 1)


def _paths_of_items(blocks: Sequence[Block]) -> Mapping[int, Path]:
    """Where each exercise block stands, by its number in the timeline."""
    paths: list[Path] = []
    for index, block in enumerate(blocks):
        if isinstance(block, ExerciseBlock):
            paths.append(("blocks", index))
        elif isinstance(block, CircuitBlock):
            paths += [("blocks", index, "blocks", inner) for inner in range(len(block.blocks))]
    return dict(enumerate(paths))


def _sections(timeline: Timeline, stretches: Sequence[Stretch]) -> Iterator[Section]:
    spans: dict[int, Span] = {}
    names: dict[int, str] = {}
    for stretch in stretches:
        if len(stretch.path) >= 2 and isinstance(number := stretch.path[1], int):
            spans[number] = (spans.get(number, (stretch.start_ms, 0))[0], stretch.end_ms)
            if stretch.bout:
                names.setdefault(number, stretch.bout.exercise.name)
    for number, (start, end) in spans.items():
        block = timeline.workout.blocks[number]
        name = block.circuit if isinstance(block, CircuitBlock) else names.get(number) or _name_of_rest(block)
        yield Section(("blocks", number), name, start, end)


def _name_of_rest(block: Block) -> str:
    return "Until you are ready" if getattr(block, "rest", None) == "until-ready" else "Rest"
