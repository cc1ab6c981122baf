"""What the charts and tables show, before anything is drawn."""

from datetime import date, timedelta

import pytest

from tempo_trainer.history.progress import Amount, Exercise, Measure, Week, Work
from tempo_trainer.ui.history.progress.pictures import (
    MOST_EXERCISES,
    MOST_WEEKS,
    Bar,
    by_exercise,
    by_week,
    left_and_right,
)
from tempo_trainer.ui.history.progress.scale import amount_ticks, percent_ticks, week_ticks
from tempo_trainer.ui.history.progress.tables import exercise_table, week_table

MONDAY = date(2025, 12, 1)
DONE = Work(Amount(120_000, 16), Amount(100_000, 16), Amount(60_000, 10))


def weeks(*works: Work) -> list[Week]:
    return [Week(MONDAY + timedelta(7 * k), 1, work) for k, work in enumerate(works)]


def test_sides_stand_upon_each_other() -> None:
    shown = by_week(weeks(Work(), DONE), "tension")
    assert shown.picture.bars == [
        Bar(1, "left", 0, 120_000),
        Bar(1, "right", 120_000, 220_000),
        Bar(1, "both", 220_000, 280_000),
    ]
    assert shown.picture.slots == 2
    assert shown.picture.low == 0
    assert shown.picture.high > 280_000


def test_each_week_is_told_in_a_sentence() -> None:
    shown = by_week(weeks(Work(), DONE), "tension")
    assert shown.told == [
        "Week of 1 December 2025: nothing.",
        "Week of 8 December 2025: 4 min 40 s under tension (left 2 min, right 1 min 40 s, both together 1 min).",
    ]
    assert shown.headline == "4 min 40 s under tension (left 2 min, right 1 min 40 s, both together 1 min)."
    assert by_week(weeks(DONE), "reps").headline == "42 reps (left 16 reps, right 16 reps, both together 10 reps)."


def test_many_weeks_are_told_together_and_none_is_left_out() -> None:
    shown = by_week(weeks(*[DONE] * 100), "reps")
    assert shown.picture.slots == len(shown.told) == 25 <= MOST_WEEKS
    assert shown.told[0].startswith("4 weeks from 1 December 2025: 168 reps")
    assert sum(bar.end - bar.start for bar in shown.picture.bars) == 4200


def test_left_is_above_and_right_below() -> None:
    shown = left_and_right(
        weeks(DONE, Work(Amount(50), Amount(60)), Work(both=Amount(9)), Work(Amount(8), Amount(8))), "tension"
    )
    assert [(bar.slot, bar.side, round(bar.end)) for bar in shown.picture.bars] == [(0, "left", 20), (1, "right", -20)]
    assert shown.picture.high == -shown.picture.low > 20
    assert shown.told[0] == "Week of 1 December 2025: left 20 % more (left 2 min, right 1 min 40 s)."
    assert shown.told[2] == "Week of 15 December 2025: nothing one side at a time."


def test_one_side_only_reaches_to_the_edge_but_does_not_flatten_the_others() -> None:
    shown = left_and_right(weeks(Work(Amount(reps=8)), Work(Amount(reps=21), Amount(reps=20))), "reps")
    assert [bar.end for bar in shown.picture.bars] == [10, pytest.approx(5)]
    assert shown.told[0] == "Week of 1 December 2025: left only (left 8 reps)."


@pytest.mark.parametrize(
    ("works", "said"),
    [
        ([Work(Amount(99), Amount(1))] + 4 * [Work(Amount(26), Amount(25))], "Left 4 % more over the last 4 weeks."),
        ([Work(Amount(25), Amount(50))] + 4 * [Work()], "Right 100 % more in all this time."),
        ([Work(Amount(1000), Amount(1001))], "Nearly the same over the last 4 weeks."),
        ([Work(Amount(7), Amount(7))], "The same over the last 4 weeks."),
        ([Work(right=Amount(7))], "Right only over the last 4 weeks."),
        ([Work(both=Amount(7))], "Nothing was done one side at a time."),
        ([], "Nothing was done one side at a time."),
    ],
)
def test_the_balance_is_said_in_words(works: list[Work], said: str) -> None:
    assert left_and_right(weeks(*works), "tension").headline == said


def test_the_balance_of_the_last_weeks_is_said_though_weeks_are_told_together() -> None:
    long_ago, lately = 100 * [Work(Amount(100), Amount(1))], 4 * [Work(Amount(26), Amount(25))]
    assert left_and_right(weeks(*long_ago, *lately), "tension").headline == "Left 4 % more over the last 4 weeks."


def test_exercises_beyond_the_eighth_are_one_bar() -> None:
    done = [Exercise(f"e{k}", f"E {k}", Work(both=Amount(reps=20 - k))) for k in range(12)]
    shown = by_exercise(done, "reps")
    assert [caption.name for caption in shown.picture.captions] == [*(f"E {k}" for k in range(7)), "5 others"]
    assert shown.picture.slots == MOST_EXERCISES
    assert shown.picture.captions[-1].amount == "55 reps"
    assert shown.headline == "Most: E 0, 11 % of all."
    assert len(by_exercise(done[:8], "reps").picture.captions) == 8
    assert len(exercise_table(done, "reps").rows) == 12


@pytest.mark.parametrize("measure", ["tension", "reps"])
def test_nothing_was_done(measure: Measure) -> None:
    for shown in (by_week(weeks(Work()), measure), left_and_right(weeks(Work()), measure)):
        assert (shown.picture.slots, shown.picture.bars) == (1, [])
        assert shown.picture.high > shown.picture.low
    assert by_exercise([], measure).headline == "Nothing was done in this time."
    assert by_week([], measure).told == []


def test_round_figures_at_the_axis() -> None:
    assert [tick.text for tick in amount_ticks(4_000_000, "tension")] == ["0", "15 min", "30 min", "45 min", "1 h"]
    assert [tick.text for tick in amount_ticks(100_000, "tension")] == ["0", "30 s", "1 min", "1 min 30 s"]
    assert [tick.text for tick in amount_ticks(4_800_000, "tension")] == ["0", "20 min", "40 min", "1 h", "1 h 20 min"]
    assert [tick.text for tick in amount_ticks(30_000_000, "tension")] == ["0", "2 h", "4 h", "6 h", "8 h"]
    assert [tick.text for tick in amount_ticks(3_500, "reps")] == ["0", "1,000", "2,000", "3,000"]
    assert [tick.text for tick in amount_ticks(0.5, "reps")] == ["0"]
    assert [tick.text for tick in percent_ticks(10)] == ["Right 10 %", "Right 5 %", "0 %", "Left 5 %", "Left 10 %"]


@pytest.mark.parametrize("most", [1, 7, 59_999, 60_000, 7_300_000, 10**9])
def test_no_axis_is_crowded(most: int) -> None:
    measures: tuple[Measure, Measure] = ("tension", "reps")
    for measure in measures:
        texts = [tick.text for tick in amount_ticks(most, measure)]
        assert len(set(texts)) == len(texts) <= 6


def test_days_at_the_axis_end_with_the_last_week_and_tell_the_year_once() -> None:
    found = weeks(*[Work()] * 9)
    assert [tick.text for tick in week_ticks(found, 3)] == ["15 Dec 2025", "5 Jan 2026", "26 Jan"]
    assert [tick.at for tick in week_ticks(found, 100)] == list(range(9))
    assert len(week_ticks(found, 0)) == 1
    assert [tick.at for tick in week_ticks(weeks(*[Work()] * 52), 4)] == [9, 22, 35, 48]
    assert week_ticks([], 5) == []


def test_the_table_has_the_numbers_of_the_chart_the_newest_week_first() -> None:
    table = week_table(weeks(Work(), DONE), "tension")
    assert table.heads == ("Time", "Left", "Right", "Both together", "All", "Left against right")
    assert table.rows == [
        ("Week of 8 December 2025", "2 min", "1 min 40 s", "1 min", "4 min 40 s", "Left 20 % more"),
        ("Week of 1 December 2025", "–", "–", "–", "–", "–"),
    ]
    assert table.as_text().splitlines()[1].split("\t") == list(table.rows[0])
