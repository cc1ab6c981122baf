"""Workouts are written as a person would, and are the same when they are read again."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from helpers.texts import texts
from helpers.workouts import curl, loaded, names, workout, workouts
from tempo_trainer.workout.exercise import Exercise, Words
from tempo_trainer.workout.loader import load_timeline
from tempo_trainer.workout.model import CircuitBlock, ExerciseBlock, RestBlock, Workout
from tempo_trainer.workout.strict_yaml import LARGEST_BYTES
from tempo_trainer.workout.tempo import EXPLOSIVE_MS, PHASES, Phase, Ramp, Tempo, parse_tempo
from tempo_trainer.workout.validation import findings
from tempo_trainer.workout.writer import TooLargeError, plain, tempo_as_written, workout_text

SHIPPED = sorted((Path(__file__).resolve().parents[2] / "workouts").glob("*.yaml"))

EVERYTHING = """\
format: 1
name: 'No. 1: curls'
summary: >-
  Everything that a workout can say, in the order of the format, with one text that is longer than a
  line of a page can be.
level: beginner
tags:
  - runners
  - 'yes'
lead_in: 5
rest: 2.5
switch: 0
rest_after: 3599.999
first_side: right
presets:
  slow: 4-2-X-2.5
  rising:
    from: 3-1-3-1
    to: 4-2-4-2
exercises:
  my-curl:
    name: My curl
    starts_with: concentric
    sides: each
    words:
      eccentric: out
      contracted_pause: wait
    setup:
      - Lie down.
    cues:
      - Slowly.
    mistakes:
      - Too fast.
    equipment:
      - ball
    figure: ball-curl

blocks:
  - exercise: my-curl
    sets: 3
    reps: max
    sides: alternate
    tempo: slow
    rest: 0.001
    switch: 60
    rest_after: 3600
    load: '10'
    note: |-
      One.
      Two.

  - circuit: Finisher
    rounds: 3
    rest: 60
    rest_after: 0
    transition: 0
    blocks:
      - exercise: nordic-curl
        hold: 90
      - exercise: pelvic-bridge
        reps: 8
        tempo:
          from: 3-1-3-1
          to: 4-2-4-2

  - rest: until-ready
    say: Fetch the ball.

  - rest: 120
"""


def test_a_file_with_everything_is_written_just_so() -> None:
    assert workout_text(loaded(EVERYTHING).workout) == EVERYTHING


def test_what_is_as_usual_is_left_out() -> None:
    usual = {"summary": "", "tags": [], "lead_in": 10, "rest": "1m", "switch": 8, "rest_after": "1:30"}
    words = {"eccentric": "lower", "stretched_pause": "hold", "concentric": "lift", "contracted_pause": "hold"}
    data = {
        "format": 1, "name": "Test", **usual, "first_side": "left", "presets": {},
        "exercises": {"my-curl": {"name": "My curl", "starts_with": "eccentric", "sides": "both", "words": words}},
        "blocks": [
            {"exercise": "my-curl", "sets": 1, "reps": 8, "tempo": "controlled"},
            {"circuit": "C", "rounds": 1, "transition": 10, "blocks": [{"exercise": "my-curl", "reps": 1}]},
        ],
    }  # fmt: skip
    checked, found = findings(data, names())
    assert not found
    assert checked
    assert plain(checked) == {
        "format": 1, "name": "Test", "exercises": {"my-curl": {"name": "My curl"}},
        "blocks": [
            {"exercise": "my-curl", "reps": 8}, {"circuit": "C", "blocks": [{"exercise": "my-curl", "reps": 1}]}
        ],
    }  # fmt: skip


def test_an_override_that_equals_the_files_own_value_stays() -> None:
    data = workout(curl(rest=60), rest=30)
    assert plain(loaded(yaml.safe_dump(data)).workout) == data


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_a_shipped_workout_stays_the_same(file: Path) -> None:
    before = load_timeline(file, names()).workout
    assert loaded(workout_text(before)).workout == before


def again(before: Workout) -> None:
    """The workout stays the same as plain data, as a file for our reader, and for any other of YAML 1.1."""
    data = plain(before)
    assert findings(data, names()) == (before, ())
    text = workout_text(before)
    assert loaded(text).workout == before
    assert yaml.safe_load(text) == data
    assert workout_text(loaded(text).workout) == text


@given(workouts())
def test_any_workout_stays_the_same(data: dict[str, Any]) -> None:
    before, found = findings(data, names())
    assert before, found
    again(before)


@st.composite
def wordy(draw: st.DrawFn) -> Workout:
    """A workout in which each text may be nasty, names of its own too."""
    text = texts(least=1)
    own = draw(text)
    preset = "p" + draw(text).strip()
    exercise = Exercise(
        name=draw(text), words=Words(eccentric=draw(text)), cues=(draw(text),), equipment=(draw(text), draw(text))
    )
    block = ExerciseBlock(exercise=own, reps=1, tempo=preset, load=draw(text), note=draw(text))
    return Workout(
        format=1, name=draw(text), summary=draw(texts()), tags=(draw(text),),
        presets={preset: Tempo(draw(st.integers(1, 60_000)), 0, 0, draw(st.integers(0, 60_000)))},
        exercises={own: exercise},
        blocks=(block, CircuitBlock(circuit=draw(text), blocks=(block,)), RestBlock(rest=0, say=draw(text))),
    )  # fmt: skip


@given(wordy())
def test_any_text_in_a_workout_stays_the_same(before: Workout) -> None:
    again(before)


def test_a_file_that_could_not_be_read_again_is_not_written() -> None:
    fits = workout(curl(note="word " * (LARGEST_BYTES // 6) + "end"))
    assert len(workout_text(loaded(yaml.safe_dump(fits, width=10_000)).workout)) < LARGEST_BYTES
    checked, _found = findings(workout(curl(note="a" * LARGEST_BYTES)), names())
    assert checked
    with pytest.raises(TooLargeError, match="larger than 256 KiB"):
        workout_text(checked)


@given(
    st.tuples(*[st.integers(0, 60_000)] * 4).filter(lambda parts: parts[0] + parts[2] >= 100),
    st.frozensets(st.sampled_from(PHASES)),
)
def test_any_tempo_is_written_as_it_is(parts: tuple[int, ...], explosive: frozenset[Phase]) -> None:
    timed = [EXPLOSIVE_MS if phase in explosive else part for phase, part in zip(PHASES, parts, strict=True)]
    tempo = Tempo.of_parts(timed, explosive)
    assert parse_tempo(tempo_as_written(tempo)) == tempo
    ramp = Ramp(tempo, Tempo(3000, 1000, 3000, 1000))
    assert parse_tempo(tempo_as_written(ramp)) == ramp
