"""The picture: whatever happens and however large the terminal is, it is neither torn nor without the essentials."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.clock import FakeClock
from helpers.plans import SQUAT, plan, plans
from helpers.terminal import ALL_KINDS, Runner
from tempo_trainer.session.face import face_of
from tempo_trainer.session.states import State
from tempo_trainer.terminal.keys import COMMANDS
from tempo_trainer.terminal.looks import MARKS, SHAPES, STYLES
from tempo_trainer.terminal.texts import Part, blank, ends, fitted, stacked, wrapped
from tempo_trainer.workout.timeline import Timeline

KEYS = [*COMMANDS, "Enter", "1"]
SIZES = st.tuples(st.integers(1, 200), st.integers(1, 60)) | st.sampled_from([(80, 24), (60, 20)])
NOTICE = "The sound device has gone; the session goes on in sight. It is tried again every five seconds."


def assert_fits(runner: Runner, width: int = 80, height: int = 24) -> None:
    lines = runner.lines(width, height)
    assert len(lines) == height
    assert max(line.cell_len for line in lines) <= width
    assert all(line.plain.isprintable() for line in lines)


@given(
    timeline=plans(),
    course=st.lists(st.tuples(st.integers(0, 7000), st.sampled_from(KEYS), SIZES), max_size=12),
    notices=st.lists(st.sampled_from([NOTICE, "x" * 300, "Rücken 抬" * 20]), max_size=3),
)
def test_fits_whatever_is_pressed_at_whatever_time(
    timeline: Timeline, course: list[tuple[int, str, tuple[int, int]]], notices: list[str]
) -> None:
    runner = Runner(timeline, FakeClock()).started()
    runner.notices = notices
    for ms, key, size in course:
        runner.clock.advance(ms)
        runner.press(key)
        assert_fits(runner)
        assert_fits(runner, *size)


def test_every_moment_of_a_workout_of_all_kinds_has_its_essentials(clock: FakeClock) -> None:
    runner = Runner(plan(*ALL_KINDS, lead_in=4, rest=20), clock).started()
    seen = set()
    while runner.moment.state is not State.FINISHED:
        assert_fits(runner)
        face, shown = face_of(runner.moment), runner.shown
        seen.add(face.role)
        facts = [face.exercise, face.side, face.set_text, face.rep_text, face.after, *face.advice, face.session_left]
        assert all(fact in shown for fact in facts)
        assert all(line.rstrip() in shown for line in SHAPES[face.role])
        if runner.moment.state is State.WAITING:
            runner.press("Space")
        runner.after(500)
    assert_fits(runner)
    assert {"lead_in", "eccentric", "stretched_pause", "concentric", "hold", "rest", "switch", "ready"} <= seen


def test_nothing_is_told_by_colour_alone() -> None:
    assert len({*SHAPES.values()}) == len(SHAPES) - 1  # to get ready and to be ready look the same
    assert len({*MARKS.values()}) == len(MARKS) - 1
    assert STYLES.keys() == SHAPES.keys() == MARKS.keys()
    assert all(len(shape) == 5 and {*map(len, shape)} == {9} for shape in SHAPES.values())


def test_a_rest_tells_what_comes(clock: FakeClock) -> None:
    block = {"exercise": "squat", "reps": 1, "sides": "left", "tempo": "3-0-3-0", "load": "10 kg", "note": "Slowly."}
    runner = Runner(plan({**block, "sets": 2}, rest=90), clock).started().after(6000)
    for text in ("Next: Squat", "Left   Set 2/2   1 rep", "Load: 10 kg", "Slowly.", "Knees out.", "Avoid: heels leave"):
        assert text in runner.shown


def test_notices_stay_and_push_nothing_out(clock: FakeClock) -> None:
    runner = Runner(plan({**SQUAT, "sets": 2, "load": "10 kg", "note": "Slowly. " * 12}, rest=30), clock).started()
    runner.after(13_000)
    before = {line.strip() for line in runner.shown.splitlines()}
    runner.notices = [NOTICE, NOTICE, NOTICE]
    assert before - {""} <= {line.strip() for line in runner.shown.splitlines()}
    assert f"! {NOTICE[:40]}" in runner.shown


@pytest.mark.parametrize(
    ("width", "height", "texts"),
    [
        (60, 20, ["Squat", "2:00", "Set 1/1   Rep 1/20", "Then: hold 1 s", "lower", "━", "Space pause"]),
        (40, 12, ["Squat", "Set 1/1   Rep 1/20", "Space pause"]),
        (30, 6, ["Squat", "▼ Lower 2   Set 1/1   Rep", "Space pause"]),
        (30, 1, ["▼ Lower 2   Set 1/1"]),
        (9, 1, ["▼ Lower"]),
    ],
)
def test_a_small_terminal_has_the_essentials(clock: FakeClock, width: int, height: int, texts: list[str]) -> None:
    runner = Runner(plan({**SQUAT, "reps": 20}), clock).started()
    shown = "\n".join(line.plain for line in runner.lines(width, height))
    assert all(text in shown for text in texts)


def test_a_large_terminal_has_letters_of_twice_the_size(clock: FakeClock) -> None:
    runner = Runner(plan(SQUAT), clock).started()
    large = [line.plain for line in runner.lines(200, 60)]
    assert sum(line.startswith("  " + "█" * 18 + "   ") for line in large) >= 3


def test_the_end_shows_the_summary(clock: FakeClock) -> None:
    timeline = plan(SQUAT, {"exercise": "bridge", "hold": 5}, {**SQUAT, "reps": "max", "tempo": "1-0-1-0"})
    runner = Runner(timeline, clock).started().after(12_000 + 10_000 + 5000).press("Esc", "E")
    rows = [" ".join(line.split()) for line in runner.shown.splitlines()]
    for row in (
        "left right under tension",
        "Squat ✓ 2 of 2 0:12",
        "Bridge ✓ 1 of 1 0 of 1 0:05",
        "Squat 0 0:00",
        "In 27 s 0:17",
    ):
        assert row in rows


def test_a_long_summary_keeps_its_sums(clock: FakeClock) -> None:
    runner = Runner(plan(*[SQUAT] * 40), clock).started().press("Esc", "E")
    assert_fits(runner)
    assert "under tension" in runner.shown
    assert "In 0 s" in runner.shown


def test_lines_give_way_in_the_order_of_their_rank() -> None:
    parts = [Part([fitted(name, 9)], rank) for name, rank in (("a", 2), ("b", 0), ("c", 3), ("d", 3))]
    for height, names in ((5, "abcd "), (4, "abcd"), (3, "abc"), (2, "ab"), (1, "b")):
        assert [line.plain or " " for line in stacked(parts, height)] == [*names]
    assert stacked([blank(1)], 0) == []


def test_texts_are_as_wide_as_they_may_be() -> None:
    assert fitted("Romanian deadlift", 10).plain == "Romanian …"
    assert wrapped("Push your hips back", 10) == ["Push your", "hips back"]
    assert wrapped("抬" * 7, 6) == ["抬抬抬", "抬抬抬", "抬"]
    assert ends(fitted("Romanian deadlift", 40), fitted("0:10 left", 9), 20).plain == "Romanian…  0:10 left"
