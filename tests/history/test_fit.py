"""The FIT file of a session, read back with Garmin's own library."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, cast

import pytest
from fit_tool import FitFile, ProfileScope, validate_fit_file
from garmin_fit_sdk import Decoder, Profile, Stream
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.performed import START, after, performed, session
from tempo_trainer.history.fit import fit_of
from tempo_trainer.history.fit_exercises import fit_exercises, fit_load
from tempo_trainer.history.records import Session

Messages = Mapping[str, Sequence[Mapping[str, Any]]]

SHIPPED = {
    "romanian-deadlift": ("deadlift", "romanian_deadlift"),
    "single-leg-romanian-deadlift": ("deadlift", "single_leg_romanian_deadlift_with_dumbbell"),
    "pelvic-bridge": ("hip_raise", "hip_raise"),
    "single-leg-pelvic-bridge": ("hip_raise", "single_leg_hip_raise"),
    "long-lever-bridge-hold": ("hip_raise", "bridge_with_leg_extension"),
    "hamstring-walkout": ("leg_curl", "sliding_leg_curl"),
    "stability-ball-curl": ("leg_curl", "swiss_ball_hip_raise_and_leg_curl"),
    "single-leg-stability-ball-curl": ("hip_raise", "single_leg_swiss_ball_hip_raise_and_leg_curl"),
    "nordic-curl": ("leg_curl", "leg_curl"),
}


def utc(seconds: float) -> datetime:
    """So long after the start, in whole seconds as FIT has them."""
    return after(seconds).astimezone(UTC).replace(microsecond=0)


def read_back(past: Session) -> Messages:
    """The messages of the session's file; it is whole, and no library finds a fault in it."""
    content = fit_of(past)
    assert Decoder(Stream.from_byte_array(bytearray(content))).check_integrity()
    report = validate_fit_file(FitFile.from_bytes(content), profile_scope=ProfileScope.FULL)
    assert report.findings == []
    messages, errors = Decoder(Stream.from_byte_array(bytearray(content))).read()
    assert errors == []
    return cast("Messages", messages)


def test_all_that_is_known_of_a_session_is_in_its_file() -> None:
    left, right = performed(10, load="10 kg"), performed(82, side="right", done_reps=7, load="25 lb")
    own = performed(300.5, exercise="towel-curl", name="Towel curl", tempo=None, done_reps=1, tension_ms=30_250)
    start, end = utc(0), utc(600)
    maker = {"manufacturer": "development", "product": 1, "serial_number": 1, "product_name": "Tempo Trainer"}
    sport = {"sport": "training", "sub_sport": "strength_training"}
    whole = {"message_index": 0, "start_time": start, "total_elapsed_time": 600.0, "total_timer_time": 600.0}
    stopped = {"timestamp": end, "event_type": "stop"}
    deadlift = {"set_type": "active", "category": "deadlift", "category_subtype": 14}
    assert read_back(session([left, right, own], effort=6, pain=1)) == {
        "file_id_mesgs": [{"type": "activity", "time_created": start, **maker}],
        "device_info_mesgs": [{"timestamp": start, "device_index": "creator", **maker}],
        "sport_mesgs": [{**sport, "name": "Hamstrings, intermediate"}],
        "event_mesgs": [
            {"timestamp": start, "event": "timer", "event_type": "start"},
            {"timestamp": end, "event": "timer", "event_type": "stop_all"},
        ],
        "record_mesgs": [{"timestamp": utc(at)} for at in (0, 10, 74, 82, 146, 300.5, 330.75, 600)],
        "set_mesgs": [
            {
                "message_index": 0,
                "timestamp": utc(74),
                "start_time": utc(10),
                "duration": 64.0,
                "repetitions": 8,
                "weight": 10.0,
                "weight_display_unit": "kilogram",
                **deadlift,
            },
            {"message_index": 1, "timestamp": utc(82), "start_time": utc(74), "duration": 8.0, "set_type": "rest"},
            {
                "message_index": 2,
                "timestamp": utc(146),
                "start_time": utc(82),
                "duration": 64.0,
                "repetitions": 7,
                "weight": 11.3125,  # to a sixteenth of a kilogram
                "weight_display_unit": "pound",
                **deadlift,
            },
            {
                "message_index": 3,
                "timestamp": utc(300.5),
                "start_time": utc(146),
                "duration": 154.5,
                "set_type": "rest",
            },
            {
                "message_index": 4,
                "timestamp": utc(330.75),
                "start_time": utc(300.5),
                "duration": 30.25,
                "repetitions": 1,
                "set_type": "active",
                "category": "unknown",
                "category_subtype": 0,
            },
        ],
        "exercise_title_mesgs": [
            {
                "message_index": 0,
                "exercise_category": "deadlift",
                "exercise_name": 14,
                "wkt_step_name": "Single-leg Romanian deadlift",
            },
            {"message_index": 1, "exercise_category": "unknown", "exercise_name": 0, "wkt_step_name": "Towel curl"},
        ],
        "lap_mesgs": [{**whole, **stopped, **sport, "event": "lap", "lap_trigger": "session_end"}],
        "session_mesgs": [
            {
                **whole,
                **stopped,
                **sport,
                "event": "session",
                "trigger": "activity_end",
                "first_lap_index": 0,
                "num_laps": 1,
                "workout_rpe": 60,
            }
        ],
        "activity_mesgs": [
            {
                **stopped,
                "total_timer_time": 600.0,
                "num_sessions": 1,
                "type": "manual",
                "event": "activity",
                "local_timestamp": local_stamp(START + timedelta(minutes=10)),
            }
        ],
    }


@pytest.mark.parametrize("hours", [-9.5, 0, 5.75, 14])
def test_the_local_time_is_that_where_the_session_began(hours: float) -> None:
    start = datetime(2026, 3, 29, 23, 59, 59, tzinfo=timezone(timedelta(hours=hours)))
    end = (start + timedelta(minutes=10)).astimezone(timezone(timedelta(hours=hours + 1)))  # the clocks went on
    activity = read_back(session(started_at=start, ended_at=end))["activity_mesgs"][0]
    assert activity["local_timestamp"] == local_stamp(start + timedelta(minutes=10))
    assert activity["timestamp"] == end.astimezone(UTC)


def test_a_session_without_sets_and_length_is_a_file_too() -> None:
    found = read_back(session(ended_at=after(0), lasted_ms=0, state="ended"))
    assert not {"set_mesgs", "exercise_title_mesgs"} & found.keys()
    assert found["record_mesgs"] == [{"timestamp": utc(0)}]
    assert found["session_mesgs"][0]["total_elapsed_time"] == 0
    assert "workout_rpe" not in found["session_mesgs"][0]


def test_a_session_of_a_whole_day_with_very_long_sets() -> None:
    sets = [
        performed(number * 4000, set=number, done_reps=999, tension_ms=3_600_000, load="1000 kg")
        for number in range(1, 21)
    ]
    found = read_back(session(sets, ended_at=after(86_400), lasted_ms=86_400_000))
    assert [one["duration"] for one in found["set_mesgs"]] == [3600.0, *[400.0, 3600.0] * 19]
    assert {(one["repetitions"], one["weight"]) for one in found["set_mesgs"][::2]} == {(999, 1000.0)}
    assert found["session_mesgs"][0]["total_elapsed_time"] == 86_400


@pytest.mark.parametrize("name", ["🏋" * 100, "a\0b", "é" * 200])
def test_names_of_any_kind_fit_in(name: str) -> None:
    found = read_back(session([performed(name=name)], workout=name))
    for told in (found["sport_mesgs"][0]["name"], found["exercise_title_mesgs"][0]["wkt_step_name"]):
        assert name.replace("\0", " ").startswith(told)
        assert told


@pytest.mark.parametrize("year", [1970, 2500])
def test_a_clock_that_is_wrong_by_decades_spoils_no_file(year: int) -> None:
    start = datetime(year, 1, 1, tzinfo=UTC)
    past = session([performed(started_at=start)], started_at=start, ended_at=start + timedelta(minutes=10))
    assert read_back(past)["session_mesgs"][0]["total_elapsed_time"] == 600


def test_each_shipped_exercise_has_a_name_in_fit_and_none_shares_it() -> None:
    found = fit_exercises([performed(exercise=name) for name in SHIPPED])
    types = Profile["types"]
    words = {name: types["exercise_category"][one.category] for name, one in found.items()}
    assert {
        name: (words[name], types[f"{words[name]}_exercise_name"][one.number]) for name, one in found.items()
    } == SHIPPED
    assert len(set(found.values())) == len(SHIPPED)


def test_ones_own_exercises_are_told_apart() -> None:
    found = fit_exercises([performed(exercise=name) for name in ("b", "nordic-curl", "a", "b")])
    assert [found["b"], found["a"]] == [(65534, 0), (65534, 1)]


@pytest.mark.parametrize(
    ("text", "kg"),
    [
        ("10 kg", 10),
        ("12.5kg", 12.5),
        (" 7,5 KG ", 7.5),
        ("2 x 8 kg", 16),
        ("100 lb", 45.359237),
        ("5000 kg", None),
        ("-5 kg", None),
        ("10", None),
        ("10 kg or more", None),
        ("blue band", None),
        (None, None),
    ],
)
def test_loads_are_read_where_they_are_a_weight(text: str | None, kg: float | None) -> None:
    load = fit_load(text)
    assert (load and load.kg) == (None if kg is None else pytest.approx(kg))


@settings(max_examples=30)
@given(st.lists(st.tuples(st.integers(-9000, 9000), st.integers(1, 90_000), st.booleans()), max_size=6))
def test_the_messages_of_every_file_are_in_order(sets: list[tuple[int, int, bool]]) -> None:
    past = session([performed(at, tension_ms=tension, load="5 kg" if loaded else None) for at, tension, loaded in sets])
    found = read_back(past)
    active = [one for one in found.get("set_mesgs", ()) if one["set_type"] == "active"]
    assert [one["duration"] for one in active] == [tension / 1000 for _, tension, _ in sets]
    times = [message.message.timestamp for message in FitFile.from_bytes(fit_of(past)).records if is_timed(message)]
    assert len(times) > len(sets) + 6
    assert times == sorted(times)


def is_timed(record: Any) -> bool:
    """Whether a record of the file holds data with a time."""
    return not record.is_definition and getattr(record.message, "timestamp", None) is not None


def local_stamp(moment: datetime) -> int:
    """What a clock on the wall showed, as FIT counts it."""
    return int((moment.replace(tzinfo=None, microsecond=0) - datetime(1989, 12, 31)).total_seconds())  # noqa: DTZ001
