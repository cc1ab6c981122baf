"""What can change in mid-session: each change compiles another timeline from one step on and leaves the rest alone."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from tempo_trainer.workout.compiler import steps_of_rep
from tempo_trainer.workout.tempo import Ramp, Tempo, ramped, scaled
from tempo_trainer.workout.timeline import Bout, Step, Timeline, lay_out

PLANNED_PACE = 100


def with_rest(timeline: Timeline, index: int, duration_ms: int) -> Timeline:
    """The timeline with another length of the break at `index`."""
    steps = list(timeline.steps)
    steps[index] = steps[index]._replace(duration_ms=duration_ms)
    return replace(lay_out(timeline.workout, steps, timeline.bouts), source=timeline.source)


def with_tempo(
    timeline: Timeline, index: int, tempos: Mapping[int, Tempo | Ramp], percent: int = PLANNED_PACE
) -> Timeline:
    """The timeline with every rep from the step `index` (the first of a rep) on at another tempo.

    `tempos` gives exercise blocks (by `Bout.item`) another tempo than the planned one; all are then taken at
    `percent` of their lengths. Holds stay as they are.
    """

    def steps() -> Iterator[Step]:
        yield from timeline.steps[:index]
        for (number, rep, side), group in groupby(
            timeline.steps[index:], lambda step: (step.bout, step.rep, step.side)
        ):
            if number is None or rep is None or side is None:
                yield from group
                continue
            bout = timeline.bouts[number]
            tempo = _tempo(bout, tempos.get(bout.item, bout.tempo), percent)
            yield from steps_of_rep(bout, number, side, rep, tempo)

    return replace(lay_out(timeline.workout, steps(), timeline.bouts), source=timeline.source)


def _tempo(bout: Bout, tempo: Tempo | Ramp | None, percent: int) -> Tempo | None:
    if bout.tempo is None or tempo is None:
        return None
    chosen = ramped(tempo, bout.set, bout.sets) if isinstance(tempo, Ramp) else tempo
    return chosen if percent == PLANNED_PACE else scaled(chosen, percent)
