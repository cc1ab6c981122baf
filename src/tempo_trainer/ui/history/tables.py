"""What was done in a session, as tables: against what was planned, and set by set."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from tempo_trainer.history.records import PerformedSet, Session
from tempo_trainer.session.summary import Line
from tempo_trainer.ui.history.words import SIDES
from tempo_trainer.ui.themes import Theme
from tempo_trainer.workout.durations import in_words, on_a_clock
from tempo_trainer.workout.exercise import Side

_GLUE = "\N{NO-BREAK SPACE}"  # where there is little room a cell has two lines, not four
MOST_SETS = 300  # more would take long to lay out
_SIDE_ORDER = list(SIDES)

Cell = tuple[str, str]  # HTML, and further attributes


def plan_table(session: Session, theme: Theme) -> str:
    """A row an exercise, a column a side."""
    rows = (_row(_plan_cells(row), theme) for row in session.summary.rows)
    return _table(("Exercise", "Left", "Right", "Under tension"), rows, theme)


def sets_table(session: Session, theme: Theme) -> str:
    """A row a side of each set, below the exercise."""
    loaded = any(one.load for one in session.sets)
    heads = ("Set", "Side", "Reps", "Tempo", "Under tension", *(("Load",) if loaded else ()))
    return _table(heads, _set_rows(_in_order(session), theme, loaded=loaded), theme, even=True)


def left_out(session: Session) -> str:
    """What to say where there are more sets than are shown."""
    more = len(session.sets) - MOST_SETS
    return f"{more:,} more sets are in the export." if more > 0 else ""


def in_sentences(session: Session) -> str:
    """The same for who hears it."""
    return " ".join(
        f"{line.exercise}, {SIDES[line.side].lower()}: {_plain(line)}, {_tension(line.tension_ms)} under tension."
        for line in session.summary.lines
    )


def sets_in_sentences(session: Session) -> str:
    """The same of the sets."""
    return " ".join(_set_in_a_sentence(one) for one in _in_order(session))


def _set_in_a_sentence(one: PerformedSet) -> str:
    done = str(one.done_reps) if one.planned_reps is None else f"{one.done_reps} of {one.planned_reps}"
    tempo = f"tempo {one.tempo}" if one.tempo else "hold"
    facts = (done, tempo, f"{_tension(one.tension_ms)} under tension", *((one.load,) if one.load else ()))
    return f"{one.name}, set {one.set}, {SIDES[one.side].lower()}: {', '.join(facts)}."


def _in_order(session: Session) -> Sequence[PerformedSet]:
    """Exercise by exercise, as far as they are shown."""
    return sorted(session.sets, key=lambda one: (one.item, one.set, _SIDE_ORDER.index(one.side)))[:MOST_SETS]


def _plan_cells(row: Mapping[Side, Line]) -> Iterator[Cell]:
    first = next(iter(row.values()))
    yield escape(first.exercise), ""
    if "both" in row:
        yield _done(row["both"]), "colspan=2 align=center"
    else:
        for side in ("left", "right"):
            yield _done(row[side]) if side in row else "–", "align=center"
    yield _tension(sum(line.tension_ms for line in row.values())), "align=right"


def _set_rows(sets: Iterable[PerformedSet], theme: Theme, *, loaded: bool) -> Iterator[str]:
    item = None
    for one in sets:
        if one.item != item:
            item = one.item
            yield f"<tr><td colspan={5 + loaded} style='padding: 10px 8px 4px 0'><b>{escape(one.name)}</b></td></tr>"
        yield _row(_set_cells(one, loaded=loaded), theme)


def _set_cells(one: PerformedSet, *, loaded: bool) -> Iterator[Cell]:
    yield str(one.set), ""
    yield SIDES[one.side], ""
    yield _reps(one), "align=center"
    yield escape(one.tempo or "hold"), "align=center"
    yield _tension(one.tension_ms), "align=right"
    if loaded:
        yield escape(one.load or "–"), "align=right"


def _reps(one: PerformedSet) -> str:
    return _of(one.done_reps, one.planned_reps)


def _done(line: Line) -> str:
    return f"<b>{_of(line.done, line.planned)}</b>"


def _of(done: int, planned: int | None) -> str:
    """Done of planned; ✓ where nothing is missing."""
    if planned is None:
        return str(done)
    return f"{f'✓{_GLUE}' if done >= planned else ''}{done} of{_GLUE}{planned}"


def _plain(line: Line) -> str:
    return str(line.done) if line.planned is None else f"{line.done} of {line.planned}"


def _tension(ms: int) -> str:
    return in_words(round(ms / 1000) * 1000) if ms < 60_000 else on_a_clock(round(ms / 1000) * 1000)


def _table(heads: Sequence[str], rows: Iterable[str], theme: Theme, *, even: bool = False) -> str:
    """The first column takes what the others leave."""
    cells: list[Cell] = [(head, "" if not number else "align=center") for number, head in enumerate(heads)]
    cells[-1] = heads[-1], "align=right"
    if even:
        cells[-2 if heads[-1] == "Load" else -1] = "Under tension", "align=right"
        cells[1] = heads[1], ""
    head = _row([(f"<span style='color: {theme.quiet}'>{text}</span>", how) for text, how in cells], theme)
    # Collapsed borders take Qt several times as long to lay out.
    return f"<table width='100%' cellspacing=0>{head}{''.join(rows)}</table>"


def _row(cells: Iterable[Cell], theme: Theme) -> str:
    style = f"padding: 6px 6px 6px 0; border-bottom: 1px solid {theme.border};"
    made = (f"<td {how} style='{style}'>{text}</td>" for text, how in cells)
    return f"<tr>{''.join(made)}</tr>"
