"""Sessions of the past as objects, as rows and as text."""

import csv
import io
import json
from datetime import timedelta, timezone

import pytest

from helpers.performed import START, after, performed, session
from tempo_trainer.history.export import COLUMNS, as_objects, rows, table
from tempo_trainer.history.records import Planned

PLAN = (
    Planned(1, "single-leg-romanian-deadlift", "Single-leg Romanian deadlift", "left", 16),
    Planned(1, "single-leg-romanian-deadlift", "Single-leg Romanian deadlift", "right", 16),
    Planned(2, "nordic-curl", "Nordic curl", "both", None),
)
SETS = (
    performed(10, load="10 kg"),
    performed(82, side="right", done_reps=7, tension_ms=56_000),
    performed(
        200, item=2, exercise="nordic-curl", name="Nordic curl", side="both", planned_reps=None, done_reps=5, tempo=None
    ),
)
ENDED = session(
    SETS, id=7, state="ended", effort=6, pain=0, note="Windy.\nLeft hip\x1b[2J dropped.", plan=PLAN, lasted_ms=600_400
)
RUNNING = session(id=8, workout="Short", started_at=after(86_400), ended_at=None, lasted_ms=0, state="running")


def test_the_objects_are_those_of_the_contract() -> None:
    assert json.dumps(as_objects([ENDED, RUNNING]), indent=1) == json.dumps(
        [
            {
                "id": 7,
                "workout": "Hamstrings, intermediate",
                "started_at": "2026-10-12T18:05:30.250+02:00",
                "ended_at": "2026-10-12T18:15:30.250+02:00",
                "state": "ended",
                "effort": 6,
                "pain": 0,
                "note": "Windy.\nLeft hip\x1b[2J dropped.",
                "sets": [
                    {
                        "exercise": "single-leg-romanian-deadlift",
                        "set": 1,
                        "side": "left",
                        "planned_reps": 8,
                        "done_reps": 8,
                        "tempo": "3-1-3-1",
                        "time_under_tension_ms": 64_000,
                        "load": "10 kg",
                        "started_at": "2026-10-12T18:05:40.250+02:00",
                    },
                    {
                        "exercise": "single-leg-romanian-deadlift",
                        "set": 1,
                        "side": "right",
                        "planned_reps": 8,
                        "done_reps": 7,
                        "tempo": "3-1-3-1",
                        "time_under_tension_ms": 56_000,
                        "load": None,
                        "started_at": "2026-10-12T18:06:52.250+02:00",
                    },
                    {
                        "exercise": "nordic-curl",
                        "set": 1,
                        "side": "both",
                        "planned_reps": 100,
                        "done_reps": 5,
                        "tempo": None,
                        "time_under_tension_ms": 64_000,
                        "load": None,
                        "started_at": "2026-10-12T18:08:50.250+02:00",
                    },
                ],
            },
            {
                "id": 8,
                "workout": "Short",
                "started_at": "2026-10-13T18:05:30.250+02:00",
                "ended_at": None,
                "state": "running",
                "effort": None,
                "pain": None,
                "note": "",
                "sets": [],
            },
        ],
        indent=1,
    )


def test_times_keep_the_offset_that_held() -> None:
    moved = session(started_at=START, ended_at=after(600).astimezone(timezone(timedelta(hours=-3, minutes=-30))))
    assert as_objects([moved])[0]["ended_at"] == "2026-10-12T12:45:30.250-03:30"


def test_there_is_a_row_a_set_and_one_for_a_session_without_sets() -> None:
    found = [dict(zip(COLUMNS, row, strict=True)) for row in rows([ENDED, RUNNING])]
    assert [(row["id"], row["set_started_at"]) for row in found] == [
        (7, "2026-10-12T18:05:40.250+02:00"),
        (7, "2026-10-12T18:06:52.250+02:00"),
        (7, "2026-10-12T18:08:50.250+02:00"),
        (8, None),
    ]
    objects = as_objects([ENDED])[0]
    first = {**objects, **objects["sets"][0], "started_at": objects["started_at"]}
    assert {key: value for key, value in found[0].items() if key != "set_started_at"} == {
        key: value for key, value in first.items() if key != "sets"
    }


@pytest.mark.parametrize("start", ["=1+1", "+1", "-5 kg", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"])
def test_no_text_is_a_formula_for_a_spreadsheet(start: str) -> None:
    row = dict(zip(COLUMNS, next(rows([session([performed(load=start)], workout=start, note=start)])), strict=True))
    assert row["workout"] == row["note"] == row["load"] == f"'{start}"
    assert (row["tempo"], row["done_reps"]) == ("3-1-3-1", 8)


def test_notes_of_any_kind_come_through_a_csv_file() -> None:
    note = 'She said "go",\nthen; stop\r\n\tΔ'
    sheet = io.StringIO(newline="")
    csv.writer(sheet, lineterminator="\n").writerows([COLUMNS, *rows([session(note=note)])])
    assert next(csv.DictReader(io.StringIO(sheet.getvalue(), newline="")))["note"] == note


def test_the_table_has_a_block_a_session_newest_first() -> None:
    assert list(table([ENDED, RUNNING])) == [
        "2026-10-13 18:05  Short: running now",
        "  in 0 s, under tension 0 s",
        "",
        "2026-10-12 18:05  Hamstrings, intermediate: ended early",
        "  in 10 min, under tension 3 min 4 s, effort 6 of 10, pain 0 of 10",
        "  Single-leg Romanian deadlift: left 8 of 16, right 7 of 16",
        "  Nordic curl: 5",
        "  Note: Windy.",
        "        Left hip\N{REPLACEMENT CHARACTER}[2J dropped.",
    ]


def test_what_was_done_wholly_is_ticked() -> None:
    assert list(table([session([performed()])]))[2:] == ["  Single-leg Romanian deadlift: left ✓ 8 of 8"]


def test_an_empty_history() -> None:
    assert as_objects([]) == []
    assert list(rows([])) == []
    assert list(table([])) == ["Nothing has been done yet."]
