"""A session as a FIT activity file, as Garmin Connect, Strava and others take it.

They ask for the file's id first, times that do not go back, the start and the stop of the timer, records, and at the
end one lap, one session and the activity. Sets stand where they ended, among the records.
"""

from collections.abc import Iterator, Mapping
from operator import itemgetter
from typing import TYPE_CHECKING, TypeVar

from tempo_trainer.history.fit_exercises import FitExercise, fit_exercises, fit_load
from tempo_trainer.history.records import Session
from tempo_trainer.history.spans import Span, elapsed_ms, spans_of

if TYPE_CHECKING:
    from fit_tool.message import Message

PRODUCT = "Tempo Trainer"

_EPOCH_S = 631_065_600  # 1989-12-31: FIT counts from there
_OLDEST_MS, _NEWEST_MS = 899_502_000_000, 4_102_444_800_000  # 1998 and 2100: others are no times of day to FIT
_LONGEST_TEXT = 100  # bytes; FIT has room for 254

Filled = TypeVar("Filled")


def fit_of(session: Session) -> bytes:
    """The bytes of the file."""
    from fit_tool import FitFileBuilder

    builder = FitFileBuilder()
    kinds: list[type] = []
    for message in _messages(session):
        if type(message) not in kinds:
            kinds.append(type(message))
        message.local_id = kinds.index(type(message))  # so that a kind is seldom defined anew
        builder.add(message)
    return bytes(builder.build_bytes())


def _messages(session: Session) -> Iterator["Message"]:
    from fit_tool.profile.messages.event_message import EventMessage
    from fit_tool.profile.profile_type import Event, EventType

    start, end = _start_ms(session), _start_ms(session) + elapsed_ms(session)
    yield from _head(session)
    yield _filled(EventMessage(), timestamp=_whole(start), event=Event.TIMER, event_type=EventType.START)
    yield from _course(session)
    yield _filled(EventMessage(), timestamp=_whole(end), event=Event.TIMER, event_type=EventType.STOP_ALL)
    yield from _titles(session)
    yield from _sums(session, start, end)


def _head(session: Session) -> Iterator["Message"]:
    """What file this is, who has written it, and what sport it is."""
    from fit_tool.profile.messages.device_info_message import DeviceInfoMessage
    from fit_tool.profile.messages.file_id_message import FileIdMessage
    from fit_tool.profile.messages.sport_message import SportMessage
    from fit_tool.profile.profile_type import DeviceIndex, FileType, Manufacturer, Sport, SubSport

    at = _whole(_start_ms(session))
    maker = {"manufacturer": Manufacturer.DEVELOPMENT, "product": 1, "serial_number": 1, "product_name": PRODUCT}
    yield _filled(FileIdMessage(), type=FileType.ACTIVITY, time_created=at, **maker)
    yield _filled(DeviceInfoMessage(), timestamp=at, device_index=DeviceIndex.CREATOR, **maker)
    sport = {"sport": Sport.TRAINING, "sub_sport": SubSport.STRENGTH_TRAINING}
    yield _filled(SportMessage(), **sport, sport_name=_fitting(session.workout))


def _course(session: Session) -> Iterator["Message"]:
    """The sets, and a record wherever one begins or ends, as they came."""
    from fit_tool.profile.messages.record_message import RecordMessage

    start, spans = _start_ms(session), spans_of(session)
    moments = {0, elapsed_ms(session), *(span.start_ms for span in spans), *(span.end_ms for span in spans)}
    times = sorted({_whole(start + moment) for moment in moments})
    timed: list[tuple[int, Message]] = [(at, _filled(RecordMessage(), timestamp=at)) for at in times]
    exercises = fit_exercises(session.sets)
    for index, span in enumerate(spans):
        timed.append((_whole(start + span.end_ms), _set(index, start, span, exercises)))
    yield from map(itemgetter(1), sorted(timed, key=itemgetter(0)))


def _set(index: int, start_ms: int, span: Span, exercises: Mapping[str, FitExercise]) -> "Message":
    """A set that was performed, as long as it was under tension, or a rest."""
    from fit_tool.profile.messages.set_message import SetMessage
    from fit_tool.profile.profile_type import FitBaseUnit, SetType

    message: Message = _filled(
        SetMessage(),
        message_index=index,
        timestamp=_whole(start_ms + span.end_ms),
        start_time=_whole(start_ms + span.start_ms),
        duration=span.length_ms / 1000,
        set_type=SetType.ACTIVE if span.performed else SetType.REST,
    )
    if span.performed:
        exercise = exercises[span.performed.exercise]
        category = {"category": [exercise.category], "category_subtype": [exercise.number]}
        _filled(message, repetitions=span.performed.done_reps, **category)
        if load := fit_load(span.performed.load):
            unit = FitBaseUnit.POUND if load.in_pounds else FitBaseUnit.KILOGRAM
            _filled(message, weight=load.kg, weight_display_unit=unit)
    return message


def _titles(session: Session) -> Iterator["Message"]:
    """What the exercises are called here."""
    from fit_tool.profile.messages.exercise_title_message import ExerciseTitleMessage

    names = {performed.exercise: performed.name for performed in session.sets}
    for index, (name, exercise) in enumerate(fit_exercises(session.sets).items()):
        yield _filled(
            ExerciseTitleMessage(),
            message_index=index,
            exercise_category=exercise.category,
            exercise_name=exercise.number,
            workout_step_name=_fitting(names[name]),
        )


def _sums(session: Session, start_ms: int, end_ms: int) -> Iterator["Message"]:
    """One lap, one session, one activity."""
    from fit_tool.profile import profile_type as words
    from fit_tool.profile.messages.activity_message import ActivityMessage
    from fit_tool.profile.messages.lap_message import LapMessage
    from fit_tool.profile.messages.session_message import SessionMessage

    stop = {
        "timestamp": _whole(end_ms),
        "event_type": words.EventType.STOP,
        "total_timer_time": session.lasted_ms / 1000,
    }
    length = {"message_index": 0, "start_time": _whole(start_ms), "total_elapsed_time": (end_ms - start_ms) / 1000}
    sport = {"sport": words.Sport.TRAINING, "sub_sport": words.SubSport.STRENGTH_TRAINING}
    yield _filled(
        LapMessage(), **stop, **length, **sport, event=words.Event.LAP, lap_trigger=words.LapTrigger.SESSION_END
    )
    parts = {"first_lap_index": 0, "num_laps": 1, "trigger": words.SessionTrigger.ACTIVITY_END}
    effort = {} if session.effort is None else {"workout_rpe": session.effort * 10}
    yield _filled(SessionMessage(), **stop, **length, **sport, **parts, **effort, event=words.Event.SESSION)
    activity = {"num_sessions": 1, "type": words.Activity.MANUAL, "event": words.Event.ACTIVITY}
    yield _filled(ActivityMessage(), **stop, **activity, local_timestamp=_local_s(session, end_ms))


def _local_s(session: Session, end_ms: int) -> int:
    """The end as clocks showed it where the session began: readers move all times by this difference."""
    offset = session.started_at.utcoffset()
    return end_ms // 1000 - _EPOCH_S + (round(offset.total_seconds()) if offset else 0)


def _filled(message: Filled, **values: object) -> Filled:
    for name, value in values.items():
        setattr(message, name, value)
    return message


def _start_ms(session: Session) -> int:
    return min(max(round(session.started_at.timestamp() * 1000), _OLDEST_MS), _NEWEST_MS)


def _whole(ms: int) -> int:
    """FIT's times are of whole seconds; begun ones count when they are full."""
    return ms // 1000 * 1000


def _fitting(text: str) -> str:
    """As much of a text as there is room for; FIT ends a text at a zero."""
    return text.replace("\0", " ").encode()[:_LONGEST_TEXT].decode(errors="ignore")
