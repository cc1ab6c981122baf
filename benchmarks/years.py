"""Years of sessions in a real history: 20,000 sets, with breaks, and with one leg behind the other."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from tempo_trainer.history.database import open_to_write
from tempo_trainer.history.times import written
from tempo_trainer.workout.exercise import Side

SETS = 20_000
_NOW = datetime(2026, 11, 22, 18, 5, tzinfo=UTC)
_EVERY = timedelta(days=2)
_BREAK, _BREAK_EVERY = timedelta(weeks=3), 60  # sessions
_SET_S = 80
_REP_MS = 8000


class Block(NamedTuple):
    """An exercise as it is planned: three sets of each of its sides."""

    exercise: str
    name: str
    sides: Sequence[Side]
    reps: int


_BLOCKS = (
    Block("single-leg-romanian-deadlift", "Single-leg Romanian deadlift", ("left", "right"), 8),
    Block("single-leg-pelvic-bridge", "Single-leg pelvic bridge", ("left", "right"), 10),
    Block("stability-ball-curl", "Stability ball hamstring curl", ("both",), 10),
)
_SETS_OF_BLOCK = 3
_SETS_OF_SESSION = sum(_SETS_OF_BLOCK * len(block.sides) for block in _BLOCKS)

Row = dict[str, Any]


def fill(path: Path, sets: int = SETS) -> int:
    """So many sets, if not a few more; says how many there are."""
    count = -(-sets // _SETS_OF_SESSION)
    with closing(open_to_write(path)) as connection:
        connection.execute("BEGIN")
        for table, rows in (("sessions", _sessions(count)), ("plan", _plans(count)), ("sets", _sets(count))):
            made = list(rows)
            names = ", ".join(made[0])
            values = ", ".join(f":{name}" for name in made[0])
            connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({values})", made)  # noqa: S608  our own names
        connection.execute("COMMIT")
    return count * _SETS_OF_SESSION


def _start(number: int, count: int) -> datetime:
    before = count - number
    return _NOW - before * _EVERY - before // _BREAK_EVERY * _BREAK


def _sessions(count: int) -> Iterator[Row]:
    for number in range(1, count + 1):
        start, lasted = _start(number, count), timedelta(seconds=_SET_S * _SETS_OF_SESSION)
        yield {
            "id": number,
            "workout": "Hamstrings, intermediate",
            "text": "format: 1\n",
            "started_at": written(start),
            "zone": "UTC",
            "ended_at": written(start + lasted),
            "lasted_ms": lasted // timedelta(milliseconds=1),
            "state": "ended" if number % 9 == 0 else "finished",
            "effort": number % 11,
            "pain": number % 7,
            "note": "Felt the left one." if number % 5 == 0 else "",
        }


def _plans(count: int) -> Iterator[Row]:
    for number in range(1, count + 1):
        for item, block in enumerate(_BLOCKS, 1):
            for side in block.sides:
                yield {
                    "session": number,
                    "item": item,
                    "exercise": block.exercise,
                    "name": block.name,
                    "side": side,
                    "reps": _SETS_OF_BLOCK * block.reps,
                }


def _sets(count: int) -> Iterator[Row]:
    for number in range(1, count + 1):
        begun = _start(number, count)
        for item, block in enumerate(_BLOCKS, 1):
            for performed in range(1, _SETS_OF_BLOCK + 1):
                for side in block.sides:
                    done = block.reps - (side == "right" and (number + performed) % 5 == 0)
                    yield _set(number, item, block, performed, side, done, begun)
                    begun += timedelta(seconds=_SET_S)


def _set(session: int, item: int, block: Block, number: int, side: Side, done: int, begun: datetime) -> Row:
    return {
        "session": session,
        "item": item,
        "round": 0,
        "set_in_round": number,
        "number": number,
        "exercise": block.exercise,
        "name": block.name,
        "side": side,
        "planned_reps": block.reps,
        "done_reps": done,
        "tempo": "3-1-3-1",
        "tension_ms": done * _REP_MS,
        "load": "10 kg" if item == 1 else None,
        "started_at": written(begun),
    }
