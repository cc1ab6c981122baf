"""Playback: the real thread, with outputs in memory and a clock that the test moves.

Everything is due at once, or as soon as the test has moved the clock; nothing is waited for but events.
"""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from queue import Empty, Queue

import numpy as np
import pytest

from helpers.clips import SAMPLES_PER_MS, tone
from helpers.clock import FakeClock
from helpers.plans import SQUAT, plan
from tempo_trainer.audio import playback as module
from tempo_trainer.audio.bank import Bank
from tempo_trainer.audio.output import OutputError
from tempo_trainer.audio.passages import TOLERATED
from tempo_trainer.audio.pcm import Pcm
from tempo_trainer.audio.playback import Playback
from tempo_trainer.audio.reports import Back, Handed, Lost, Playing, Ready, Report
from tempo_trainer.audio.score import mix
from tempo_trainer.audio.sounding import score_of_timeline
from tempo_trainer.session.hearing import EVERYTHING, Hearing, quieter
from tempo_trainer.session.places import Place
from tempo_trainer.session.player import PRE_ROLL_MS, Player
from tempo_trainer.session.stretch import Stretch
from tempo_trainer.workout.speech import speech_of
from tempo_trainer.workout.tempo import Tempo
from tempo_trainer.workout.timeline import Timeline

PATIENCE_S = 30  # long enough for any machine; a test that waits so long has failed
REP_MS = 6000
BEGINNING = Place(0, 0)
CLIP = 4800
BANK = Bank(
    {
        "eccentric": tone(CLIP, 1),
        "stretched_pause": tone(CLIP, 10),
        "concentric": tone(CLIP, 100),
        "contracted_pause": tone(CLIP, 1000),
        "rest": tone(CLIP, 3),
        "countdown": tone(CLIP, 30),
        "halfway": tone(CLIP, 300),
        "tick": tone(CLIP, 7),
    }
)
WRITTEN_AHEAD = 100 * SAMPLES_PER_MS  # simpleaudio: so much has left the program and sounds on after a stop


@dataclass(eq=False)
class FakeOutput:
    """Plays into memory, and can fail in every way that a sound card can."""

    name: str
    clock: FakeClock
    cannot_open: bool = False
    failures: int = 0  # how many of the next attempts to play fail
    there: bool = True
    follows: bool = False  # whether more can follow without a gap
    place: str = ""
    played: list[tuple[int, Pcm]] = field(default_factory=list)
    stopped: list[int] = field(default_factory=list)
    silenced: threading.Event = field(default_factory=threading.Event)
    closed: int = 0

    def open(self) -> "FakeOutput":
        if self.cannot_open:
            raise OutputError(f"{self.name} is not installed")
        return self

    def play(self, pcm: Pcm) -> None:
        if self.failures:
            self.failures -= 1
            raise OutputError(f"{self.name} is busy")
        self.there = True
        self.played.append((self.clock.now_ns(), pcm))

    def follow(self, pcm: Pcm) -> bool:
        if self.follows and self.there:
            began_ns, before = self.played.pop()
            self.played.append((began_ns, np.concatenate([before, pcm])))
        return self.follows and self.there

    def silence(self) -> None:
        if len(self.stopped) < len(self.played):
            self.stopped.append(self.clock.now_ns())
        self.silenced.set()

    def is_playing(self) -> bool:
        return self.there

    def device(self) -> str:
        return self.place or f"where {self.name} plays"

    def close(self) -> bool:
        self.closed += 1
        return True

    def heard(self, origin_ns: int, count: int) -> Pcm:
        """What came out of the loudspeaker, from an instant on; what was written ahead of a stop sounds on."""
        air = np.zeros((count, 2), np.int16)
        for number, (began_ns, pcm) in enumerate(self.played):
            begin = (began_ns - origin_ns) * SAMPLES_PER_MS // 1_000_000
            end = count
            if number < len(self.stopped):
                end = (self.stopped[number] - origin_ns) * SAMPLES_PER_MS // 1_000_000 + WRITTEN_AHEAD
            sounding = pcm[: max(0, min(end, count) - begin)]
            air[begin : begin + len(sounding)] += sounding
        return air


class Room:
    """A playback with its outputs, and what it reports."""

    def __init__(
        self, clock: FakeClock, *outputs: FakeOutput, bank: Bank = BANK, hearing: Hearing = EVERYTHING
    ) -> None:
        self.reports: Queue[Report] = Queue()
        self.clock = clock
        self.outputs = outputs
        self.playback = Playback([output.open for output in outputs], bank, clock, self.reports.put, hearing)
        self.devices: list[Playing] = []
        self.first_reports = list(iter(self.report, Ready()))
        while not (self.first_reports or self.devices):
            self.note_device()
        for output in outputs:  # each may have been tried out with a little silence
            output.played.clear()
            output.stopped.clear()

    def report(self) -> Report:
        """The next one, but for the devices, which are noted."""
        while isinstance(report := self.reports.get(timeout=PATIENCE_S), Playing):
            self.devices.append(report)
        return report

    def note_device(self) -> None:
        """Wait until another one is told, which happens in a thread of its own."""
        report = self.reports.get(timeout=PATIENCE_S)
        assert isinstance(report, Playing)
        self.devices.append(report)

    def handed(self) -> Handed:
        report = self.report()
        assert isinstance(report, Handed)
        return report

    def player(self, timeline: Timeline) -> Player:
        """A session that has just begun to sound."""
        player = Player(timeline, self.clock, [self.playback.news])
        player.go()
        self.clock.advance(PRE_ROLL_MS)
        player.look()
        assert self.handed().position_ms == 0
        return player

    def run(self, player: Player, ms: int) -> None:
        """Let time pass, with a look in the middle: no look for five seconds would be a gap."""
        for part in (ms // 2, ms - ms // 2):
            self.clock.advance(part)
            player.look()

    def close(self) -> None:
        """Always returns."""
        closing = threading.Thread(target=self.playback.close)
        closing.start()
        closing.join(PATIENCE_S)
        assert not closing.is_alive()


@pytest.fixture
def output(clock: FakeClock) -> FakeOutput:
    return FakeOutput("first", clock)


@pytest.fixture
def room(clock: FakeClock, output: FakeOutput) -> Iterator[Room]:
    room = Room(clock, output)
    yield room
    room.close()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """The device is looked at, and tried again, all the time."""
    monkeypatch.setattr(module, "LOOK_S", 0.001)
    monkeypatch.setattr(module, "RETRY_S", (0.001,))


def stretch_of(timeline: Timeline, clock: FakeClock, place: Place = BEGINNING, late_ms: float = 0) -> Stretch:
    """A stretch that should have begun `late_ms` ago."""
    origin = clock.now_ns() - round(late_ms * 1_000_000)
    return Stretch(timeline, place, timeline.stop_after(place.step), 0, origin, place.at_ms)


def sound_of(timeline: Timeline, first_ms: float, stop_ms: float) -> Pcm:
    score = score_of_timeline(timeline, BANK)
    first = round(first_ms * SAMPLES_PER_MS)
    return mix(score, first, round(stop_ms * SAMPLES_PER_MS) - first)


# Handing over


def test_the_outputs_are_tried_out_with_silence_before_they_are_needed(clock: FakeClock) -> None:
    reports: Queue[Report] = Queue()
    output = FakeOutput("first", clock)
    playback = Playback([output.open], BANK, clock, reports.put)
    told = {reports.get(timeout=PATIENCE_S) for _ in range(2)}
    assert told == {Playing("first", "where first plays"), Ready()}
    playback.close()
    (_, silence), *more = output.played
    assert not more
    assert not silence.any()


def test_a_stretch_is_handed_over_in_one_piece_from_its_first_sample(room: Room, output: FakeOutput) -> None:
    timeline = plan(SQUAT)
    room.playback.follow(stretch_of(timeline, room.clock))
    assert room.handed() == Handed(room.clock.now_ns(), 0, "first")
    (_, pcm), *more = output.played
    assert not more
    assert np.array_equal(pcm[: 12_000 * SAMPLES_PER_MS], sound_of(timeline, 0, 12_000))


@pytest.mark.parametrize("late_ms", [1, 50, 1999])
def test_what_is_late_is_dropped_from_the_silence_at_the_beginning(late_ms: float, clock: FakeClock) -> None:
    """A rest that goes on in its middle begins with silence: being late costs nothing."""
    output = FakeOutput("first", clock)
    room = Room(clock, output)
    timeline = plan({**SQUAT, "sets": 2})
    room.playback.follow(stretch_of(timeline, clock, Place(8, 17_000), late_ms))
    assert room.handed().position_ms == 17_000 + late_ms
    assert np.array_equal(output.played[0][1][:CLIP], sound_of(timeline, 17_000 + late_ms, 17_100 + late_ms))
    room.close()


def test_a_little_late_the_first_sound_is_still_heard_from_its_beginning(room: Room, output: FakeOutput) -> None:
    room.playback.follow(stretch_of(plan(SQUAT), room.clock, late_ms=TOLERATED / SAMPLES_PER_MS))
    assert room.handed().position_ms == 0
    assert output.played[0][1][0, 0] == 1


def test_too_late_the_sound_keeps_to_the_clock(room: Room, output: FakeOutput) -> None:
    timeline = plan(SQUAT)
    room.playback.follow(stretch_of(timeline, room.clock, late_ms=1990))
    assert room.handed().position_ms == 1990
    assert np.array_equal(output.played[0][1][:CLIP], sound_of(timeline, 1990, 2090))


def test_the_next_passage_follows_when_its_time_has_come(room: Room, output: FakeOutput, impatient: None) -> None:
    del impatient
    timeline = plan({**SQUAT, "reps": 10, "sets": 6}, rest=30)
    room.playback.follow(stretch_of(timeline, room.clock))
    room.handed()
    cut_ms = len(output.played[0][1]) / SAMPLES_PER_MS
    room.clock.advance(cut_ms)
    assert room.handed().position_ms == cut_ms
    heard = np.concatenate([pcm for _, pcm in output.played])[: timeline.duration_ms * SAMPLES_PER_MS]
    assert np.array_equal(heard, sound_of(timeline, 0, timeline.duration_ms))


def test_the_next_passage_follows_without_a_gap_where_the_output_can(
    room: Room, output: FakeOutput, impatient: None
) -> None:
    del impatient
    output.follows = True
    timeline = plan({**SQUAT, "reps": 10, "sets": 6}, rest=30)
    room.playback.follow(stretch_of(timeline, room.clock))
    room.handed()
    cut_ms = len(output.played[0][1]) / SAMPLES_PER_MS
    room.clock.advance(cut_ms - 1)  # ahead of the seam, or there would be a gap
    assert room.handed().position_ms == cut_ms
    ((_, pcm),) = output.played
    assert np.array_equal(pcm[: timeline.duration_ms * SAMPLES_PER_MS], sound_of(timeline, 0, timeline.duration_ms))


def test_silence_ends_also_what_was_to_follow(room: Room, output: FakeOutput, impatient: None) -> None:
    del impatient
    output.follows = True
    room.playback.follow(stretch_of(plan({**SQUAT, "reps": 10, "sets": 6}, rest=30), room.clock))
    room.handed()
    room.clock.advance(len(output.played[0][1]) / SAMPLES_PER_MS - 1)
    room.handed()
    output.silenced.clear()
    room.playback.follow(None)
    assert output.silenced.wait(PATIENCE_S)
    assert len(output.stopped) == len(output.played) == 1


def test_passages_that_are_over_are_left_out(room: Room, output: FakeOutput) -> None:
    timeline = plan({**SQUAT, "reps": 10, "sets": 6}, rest=30)
    room.playback.follow(stretch_of(timeline, room.clock, late_ms=400_000))
    assert room.handed().position_ms == 400_000
    assert len(output.played) == 1


# Following a player


def test_a_pause_is_silent_at_once(room: Room, output: FakeOutput) -> None:
    player = room.player(plan(SQUAT))
    output.silenced.clear()
    player.pause()
    assert output.silenced.wait(PATIENCE_S)
    assert len(output.stopped) == 1


def test_a_new_tempo_is_taken_up_in_the_silence_before_its_first_rep_and_nothing_is_heard_twice(
    room: Room, output: FakeOutput
) -> None:
    player, origin = room.player(plan(SQUAT)), room.clock.now_ns()
    room.run(player, REP_MS - 510)
    player.change_tempo({0: Tempo(4000, 0, 4000, 0)})
    room.clock.advance(310)
    handed = room.handed()
    assert handed.position_ms == REP_MS - 200
    duration = player.timeline.duration_ms
    assert duration == REP_MS + 8000
    expected = sound_of(player.timeline, 0, duration)
    assert np.array_equal(output.heard(origin, len(expected)), expected)


def test_two_changes_of_tempo_just_before_a_rep_both_sound(room: Room, output: FakeOutput) -> None:
    """The second one comes too late for the coming rep: that rep sounds as the first change has it."""
    player, origin = room.player(plan({**SQUAT, "reps": 3})), room.clock.now_ns()
    room.run(player, REP_MS - 550)
    player.change_tempo({}, 110)
    room.clock.advance(100)
    player.change_tempo({}, 120)
    room.clock.advance(250)
    assert room.handed().position_ms == REP_MS - 200
    assert [step.duration_ms for step in player.timeline.steps[::4]] == [2000, 2200, 2400]
    expected = sound_of(player.timeline, 0, player.timeline.duration_ms)
    assert np.array_equal(output.heard(origin, len(expected)), expected)


def test_a_change_before_anything_was_handed_over_loses_nothing(room: Room, output: FakeOutput) -> None:
    player = Player(plan(SQUAT, lead_in=10), room.clock, [room.playback.news])
    player.go()
    player.change_tempo({}, 80)
    room.clock.advance(PRE_ROLL_MS)
    handed = room.handed()
    assert handed.position_ms == 0
    length = player.timeline.duration_ms
    assert np.array_equal(output.played[0][1][: length * SAMPLES_PER_MS], sound_of(player.timeline, 0, length))


def test_a_skip_silences_what_sounds_even_if_a_change_follows_on_its_heels(room: Room, output: FakeOutput) -> None:
    player = room.player(plan({**SQUAT, "sets": 2}))
    room.clock.advance(1000)
    player.next()
    player.change_rest(15_000)
    origin = room.clock.now_ns()
    room.clock.advance(PRE_ROLL_MS)
    assert room.handed().position_ms == 12_000
    assert output.stopped[0] <= origin + PRE_ROLL_MS * 1_000_000
    assert np.array_equal(output.played[1][1][: 20_000 * SAMPLES_PER_MS], sound_of(player.timeline, 12_000, 32_000))


def test_a_longer_rest_is_heard_as_long_as_it_is(room: Room, output: FakeOutput) -> None:
    player, origin = room.player(plan({**SQUAT, "reps": 1, "sets": 2})), room.clock.now_ns()
    room.run(player, 8000)
    player.change_rest(15_000)
    room.clock.advance(300)
    assert room.handed().position_ms == 8300
    expected = sound_of(player.timeline, 0, player.timeline.duration_ms)
    assert np.array_equal(output.heard(origin, len(expected)), expected)


WORDED = Bank(
    words={
        name: tone(ms * SAMPLES_PER_MS, 1 + number)
        for number, (name, ms) in enumerate(
            {"next": 900, "rest": 900, "squat": 1500, "last_set": 1000, "knees_out": 2000}.items()
        )
    }
)
"""In ten seconds there is no time for "Next:"; said in a longer rest, it would move what comes after it."""


@pytest.fixture
def in_the_name(clock: FakeClock, output: FakeOutput) -> Iterator[tuple[Room, Player, Pcm]]:
    """A session in its rest, in the middle of the exercise's name, and what the session was to sound like."""
    room = Room(clock, output, bank=WORDED)
    player = room.player(plan({**SQUAT, "reps": 1, "sets": 2}))
    expected = mix(score_of_timeline(player.timeline, WORDED), 0, 16_000 * SAMPLES_PER_MS)
    assert set(np.unique(expected)) == {0, 2, 3, 4, 5}
    room.run(player, 8_800)
    yield room, player, expected
    room.close()


def test_words_of_a_rest_that_is_made_longer_are_said_once(
    in_the_name: tuple[Room, Player, Pcm], output: FakeOutput
) -> None:
    room, player, expected = in_the_name
    origin = room.clock.now_ns() - 8_800 * 1_000_000
    player.change_rest(15_000)
    room.clock.advance(300)
    assert room.handed().position_ms == 9_100
    assert np.array_equal(output.heard(origin, len(expected)), expected)


def test_words_of_a_rest_that_is_made_longer_in_a_pause_are_said_once(
    in_the_name: tuple[Room, Player, Pcm], output: FakeOutput
) -> None:
    room, player, expected = in_the_name
    player.pause()
    player.change_rest(15_000)
    player.go()
    room.clock.advance(PRE_ROLL_MS)
    assert room.handed().position_ms == 8_800
    left = expected[8_800 * SAMPLES_PER_MS :]
    left[: 300 * SAMPLES_PER_MS] = 0  # the end of the name, which began before
    assert np.array_equal(output.played[-1][1][: len(left)], left)


# Another hearing


def louder_than(player: Player, hearing: Hearing, first_ms: float, stop_ms: float) -> Pcm:
    score = score_of_timeline(player.timeline, BANK, hearing)
    return mix(score, round(first_ms * SAMPLES_PER_MS), round((stop_ms - first_ms) * SAMPLES_PER_MS))


@pytest.mark.parametrize("at_ms", [500, 995, 1500, 2050, 2400, 5900])
def test_another_hearing_is_heard_within_half_a_second_and_moves_nothing(
    at_ms: int, room: Room, output: FakeOutput
) -> None:
    player, origin = room.player(plan(SQUAT)), room.clock.now_ns()
    room.run(player, at_ms)
    half = Hearing(tones=50)
    room.playback.hear(half)
    room.clock.advance(300)
    seam = room.handed().position_ms
    assert at_ms < seam <= at_ms + 300
    end = player.timeline.duration_ms
    before, after = sound_of(player.timeline, 0, seam), louder_than(player, half, seam, end)
    expected = np.concatenate([before, after])
    assert np.array_equal(output.heard(origin, len(expected)), expected)


def test_in_the_middle_of_a_long_sound_the_new_loudness_is_faded_in(clock: FakeClock) -> None:
    output = FakeOutput("first", clock)
    room = Room(clock, output, bank=Bank({"eccentric": tone(2 * 48_000, 1000)}))
    player, origin = room.player(plan(SQUAT)), clock.now_ns()
    room.run(player, 700)
    room.playback.hear(Hearing(tones=50))
    clock.advance(300)
    assert room.handed().position_ms == 1000
    heard = output.heard(origin, 2 * 48_000)[:, 0]
    assert set(heard[:48_000].tolist()) == {1000}
    assert (heard[48_000:52_800] >= 1000).all()  # simpleaudio's last words; nothing is heard twice at full height
    assert heard[48_000:52_800].max() <= 1250
    assert set(heard[52_800:].tolist()) == {250}
    room.close()


def test_many_changes_in_a_row_are_heard_in_time_all_the_same(room: Room, output: FakeOutput) -> None:
    """A key that is held down: the last one counts, and the first one says when."""
    player, origin = room.player(plan(SQUAT)), room.clock.now_ns()
    room.run(player, 1500)
    hearing = Hearing()
    for _ in range(9):
        hearing = quieter(hearing, "tones")
        room.playback.hear(hearing)
        room.clock.advance(30)
    room.clock.advance(30)
    assert 1600 <= room.handed().position_ms <= 1800
    expected = np.concatenate([sound_of(player.timeline, 0, 1600), louder_than(player, hearing, 1600, 12_000)])
    assert np.array_equal(output.heard(origin, len(expected)), expected)


def test_muting_is_silent_at_once_and_unmuting_takes_up_the_plan_where_it_is(room: Room, output: FakeOutput) -> None:
    player, origin = room.player(plan(SQUAT)), room.clock.now_ns()
    room.run(player, 1500)
    output.silenced.clear()
    room.playback.hear(Hearing(muted=True))
    assert output.silenced.wait(PATIENCE_S)
    assert output.stopped == [room.clock.now_ns()]
    room.run(player, 3000)
    room.playback.hear(Hearing())
    assert room.handed().position_ms == 4500
    expected = sound_of(player.timeline, 0, 12_000)
    expected[1600 * SAMPLES_PER_MS : 4500 * SAMPLES_PER_MS] = 0
    assert np.array_equal(output.heard(origin, len(expected)), expected)


def test_what_is_followed_while_muted_is_silent_until_it_is_unmuted(clock: FakeClock) -> None:
    output = FakeOutput("first", clock)
    room = Room(clock, output, hearing=Hearing(muted=True))
    timeline = plan(SQUAT)
    room.playback.follow(stretch_of(timeline, clock))
    clock.advance(1990)
    room.playback.hear(Hearing())
    assert room.handed().position_ms == 1990
    (_, pcm), *more = output.played
    assert not more
    assert np.array_equal(pcm[:CLIP], sound_of(timeline, 1990, 2090))
    room.close()


def test_a_session_begins_as_loud_as_it_was_left(clock: FakeClock) -> None:
    output = FakeOutput("first", clock)
    half = Hearing(tones=50)
    room = Room(clock, output, hearing=half)
    player = room.player(plan(SQUAT))
    assert np.array_equal(output.played[0][1][:CLIP], louder_than(player, half, 0, 100))
    room.close()


def test_another_hearing_before_anything_sounds_is_heard_from_the_first_sample(room: Room, output: FakeOutput) -> None:
    half = Hearing(tones=50)
    player = Player(plan(SQUAT), room.clock, [room.playback.news])
    player.go()
    room.playback.hear(half)
    room.clock.advance(PRE_ROLL_MS)
    assert room.handed().position_ms == 0
    assert np.array_equal(output.played[-1][1][:CLIP], louder_than(player, half, 0, 100))


def test_a_new_tempo_and_another_hearing_at_once_are_both_heard(room: Room, output: FakeOutput) -> None:
    player, origin = room.player(plan(SQUAT)), room.clock.now_ns()
    room.run(player, REP_MS - 510)
    half = Hearing(tones=50)
    player.change_tempo({0: Tempo(4000, 0, 4000, 0)})
    room.playback.hear(half)
    room.clock.advance(300)
    seam = room.handed().position_ms
    assert REP_MS - 510 < seam <= REP_MS - 210
    duration = player.timeline.duration_ms
    expected = np.concatenate([sound_of(player.timeline, 0, seam), louder_than(player, half, seam, duration)])
    assert np.array_equal(output.heard(origin, len(expected)), expected)


def test_another_hearing_without_a_session_is_no_sound(room: Room, output: FakeOutput) -> None:
    room.playback.hear(Hearing(tones=50))
    room.playback.hear(Hearing(muted=True))
    room.close()
    assert not output.played


def test_the_words_of_a_session_are_prepared_before_it_begins(clock: FakeClock) -> None:
    asked: Queue[str] = Queue()

    def speak(text: str) -> Pcm | None:
        asked.put(text)
        return None

    room = Room(clock, FakeOutput("first", clock), bank=Bank(speak=speak))
    timeline = plan(SQUAT, lead_in=10)
    room.playback.prepare(timeline)
    texts = {phrase.text for speech in speech_of(timeline) for phrase in speech.phrases}
    assert {asked.get(timeout=PATIENCE_S) for _ in texts} == texts
    room.player(timeline)
    room.close()
    assert asked.empty()  # and not asked for again


# Another output


def test_another_output_takes_over_in_silence_and_nothing_is_heard_twice(clock: FakeClock) -> None:
    """It is chosen half-way between two ticks."""
    first, second = FakeOutput("first", clock), FakeOutput("second", clock)
    room = Room(clock, first, second)
    player, origin = room.player(plan(SQUAT)), clock.now_ns()
    room.run(player, 1500)
    room.playback.choose([second.open, first.open])
    assert room.reports.get(timeout=PATIENCE_S) == Playing("second", "where second plays")
    clock.advance(300)
    handed = room.handed()
    assert (handed.output, handed.position_ms) == ("second", 1800)
    expected = sound_of(player.timeline, 0, player.timeline.duration_ms)
    heard = first.heard(origin, len(expected)) + second.heard(origin, len(expected))
    assert np.array_equal(heard, expected)
    room.close()


def test_choosing_the_output_that_sounds_changes_nothing(room: Room, output: FakeOutput) -> None:
    player = room.player(plan(SQUAT))
    room.playback.choose([FakeOutput("other", room.clock, cannot_open=True).open, output.open])
    room.playback.choose([output.open])
    player.pause()
    assert output.silenced.wait(PATIENCE_S)
    room.close()
    assert len(output.played) == len(output.stopped) == 1


def test_an_output_that_is_chosen_in_a_pause_is_tried_out_and_used_when_it_goes_on(clock: FakeClock) -> None:
    first, second = FakeOutput("first", clock), FakeOutput("second", clock)
    room = Room(clock, first, second)
    player = room.player(plan(SQUAT))
    player.pause()
    room.playback.choose([second.open, first.open])
    assert room.reports.get(timeout=PATIENCE_S) == Playing("second", "where second plays")
    player.go()
    clock.advance(PRE_ROLL_MS)
    assert room.handed().output == "second"
    room.close()
    assert len(first.stopped) == 1


def test_an_output_that_is_chosen_while_there_is_no_sound_sounds_at_once(clock: FakeClock) -> None:
    first, second = FakeOutput("first", clock, cannot_open=True), FakeOutput("second", clock)
    room = Room(clock, first)
    room.playback.follow(stretch_of(plan(SQUAT), clock, late_ms=1990))
    room.playback.choose([second.open])
    assert room.report() == Back("second")
    assert room.handed().position_ms == 1990
    room.close()


def test_the_device_is_told_when_it_is_another_one(room: Room, output: FakeOutput) -> None:
    room.playback.follow(stretch_of(plan(SQUAT), room.clock))
    room.handed()
    output.place = "in the headphones"
    room.playback.follow(stretch_of(plan(SQUAT), room.clock))
    room.handed()
    room.close()
    while room.devices[-1] != Playing("first", "in the headphones"):
        room.note_device()


def test_a_device_to_which_the_system_moves_the_sound_is_told_in_the_middle_of_a_passage(
    room: Room, output: FakeOutput, impatient: None
) -> None:
    del impatient
    room.playback.follow(stretch_of(plan(SQUAT), room.clock))
    room.handed()
    output.place = "in the headphones"
    room.note_device()
    assert room.devices[-1] == Playing("first", "in the headphones")
    assert len(output.played) == 1


@dataclass(eq=False)
class Hesitant(FakeOutput):
    """Nobody says where it plays, for a long time."""

    asked: threading.Event = field(default_factory=threading.Event)
    answers: threading.Event = field(default_factory=threading.Event)

    def device(self) -> str:
        self.asked.set()
        assert self.answers.wait(PATIENCE_S)
        return super().device()


def test_a_pause_is_silent_at_once_while_nobody_says_which_device_it_is(clock: FakeClock) -> None:
    output = Hesitant("first", clock)
    output.answers.set()
    room = Room(clock, output)
    output.asked.clear()
    output.answers.clear()
    player = room.player(plan(SQUAT))
    assert output.asked.wait(PATIENCE_S)
    output.silenced.clear()
    player.pause()
    silent = output.silenced.wait(PATIENCE_S / 2)
    output.answers.set()
    assert silent
    room.close()


# What can go wrong


def test_the_second_output_is_taken_where_the_first_cannot_be_opened(clock: FakeClock) -> None:
    first, second = FakeOutput("first", clock, cannot_open=True), FakeOutput("second", clock)
    room = Room(clock, first, second)
    room.playback.follow(stretch_of(plan(SQUAT), clock))
    assert room.handed().output == "second"
    room.close()
    assert second.closed == 1


def test_the_second_output_is_taken_where_the_first_does_not_play(clock: FakeClock) -> None:
    first, second = FakeOutput("first", clock), FakeOutput("second", clock)
    room = Room(clock, first, second)
    first.failures = 1
    room.playback.follow(stretch_of(plan(SQUAT), clock))
    assert room.handed().output == "second"
    room.playback.follow(stretch_of(plan(SQUAT), clock))
    assert room.handed().output == "second"  # and kept
    second.failures = 1
    room.playback.follow(stretch_of(plan(SQUAT), clock))
    assert room.handed().output == "first"  # which may play again
    room.close()
    assert (first.closed, second.closed) == (1, 1)


def test_without_any_output_it_says_so_once_and_goes_on_trying(clock: FakeClock, impatient: None) -> None:
    del impatient
    output = FakeOutput("only", clock)
    room = Room(clock, output)
    output.failures = 5
    room.playback.follow(stretch_of(plan(SQUAT), clock, late_ms=1990))
    lost = room.report()
    assert isinstance(lost, Lost)
    assert "only is busy" in lost.why
    assert room.report() == Back("only")
    assert room.handed().position_ms == 1990
    room.close()
    with pytest.raises(Empty):
        room.reports.get_nowait()


@pytest.mark.parametrize("outputs", [0, 1, 2])
def test_outputs_that_are_not_installed_are_told_in_a_sentence(outputs: int, clock: FakeClock) -> None:
    room = Room(clock, *(FakeOutput(f"number {number}", clock, cannot_open=True) for number in range(outputs)))
    (lost,) = room.first_reports
    assert isinstance(lost, Lost)
    assert "runs on by sight" in lost.why
    room.playback.follow(stretch_of(plan(SQUAT), clock))
    room.close()
    assert room.reports.empty()  # told once


def test_a_device_that_goes_away_is_told_and_tried_again(room: Room, output: FakeOutput, impatient: None) -> None:
    del impatient
    timeline = plan(SQUAT)
    room.playback.follow(stretch_of(timeline, room.clock))
    room.handed()
    room.clock.advance(1990)
    output.failures = 3
    output.there = False
    lost = room.report()
    assert isinstance(lost, Lost)
    assert "went away" in lost.why
    assert room.report() == Back("first")
    assert room.handed().position_ms == 1990
    assert np.array_equal(output.played[-1][1][:CLIP], sound_of(timeline, 1990, 2090))


COMMANDS: dict[str, Callable[[Room, Player], None]] = {
    "the same output": lambda room, _: room.playback.choose([room.outputs[0].open]),
    "another tempo": lambda _, player: player.change_tempo({}, 110),
}


@pytest.mark.parametrize("command", COMMANDS)
def test_after_a_command_the_device_is_watched_as_before(
    command: str, room: Room, output: FakeOutput, impatient: None
) -> None:
    """What sounds is right until the end of a long rest; nothing is handed over before."""
    del impatient
    player = room.player(plan({**SQUAT, "sets": 2}, rest=90))
    for _ in range(4):
        room.run(player, 4_000)
    COMMANDS[command](room, player)
    output.failures, output.there = 3, False
    lost = room.report()
    assert isinstance(lost, Lost)
    assert "went away" in lost.why
    assert room.report() == Back("first")
    assert room.handed().position_ms >= 16_000


def test_a_new_tempo_while_sound_is_lost_is_heard_as_soon_as_there_is_sound(clock: FakeClock) -> None:
    """Not only from the next rep on."""
    output = FakeOutput("first", clock)
    room = Room(clock, output)
    output.failures = 2
    player = Player(plan(SQUAT), clock, [room.playback.news])
    player.go()
    clock.advance(PRE_ROLL_MS)
    assert isinstance(room.report(), Lost)
    player.change_tempo({}, 80)
    while not isinstance(report := room.report(), Handed):
        pass
    assert report.position_ms == 0
    room.close()


class Treacherous(dict[str, Pcm]):
    """Clips with a fault of ours in them, until it is mended."""

    broken = True

    def __iter__(self) -> Iterator[str]:
        if self.broken:
            raise RuntimeError("a fault")
        return super().__iter__()


@pytest.mark.filterwarnings("error::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_fault_of_ours_is_told_and_the_next_stretch_sounds_again(
    output: FakeOutput, clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    tones = Treacherous(BANK.tones)
    room = Room(clock, output, bank=Bank(tones))
    room.playback.follow(stretch_of(plan(SQUAT), clock))
    lost = room.report()
    assert isinstance(lost, Lost)
    assert "fault of the program" in lost.why
    assert "RuntimeError: a fault" in caplog.text

    tones.broken = False
    room.playback.follow(stretch_of(plan(SQUAT), clock))
    assert room.report() == Back("first")
    assert room.handed().position_ms == 0
    room.close()


def test_a_fault_silences_what_would_no_longer_be_right(
    output: FakeOutput, clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    tones = Treacherous(BANK.tones)
    tones.broken = False
    room = Room(clock, output, bank=Bank(tones))
    player = room.player(plan(SQUAT))
    tones.broken = True
    player.change_tempo({}, 80)
    assert isinstance(room.report(), Lost)
    room.close()
    assert len(output.stopped) == 1
    assert "a fault" in caplog.text


# The end


def test_closes_before_anything_was_played(room: Room, output: FakeOutput) -> None:
    room.close()
    assert not output.played


def test_closes_while_it_plays_and_is_silent(room: Room, output: FakeOutput) -> None:
    room.player(plan(SQUAT))
    room.close()
    assert len(output.stopped) == 1
    assert output.closed == 1


def test_closes_while_it_waits_for_a_stretch_far_away(room: Room, output: FakeOutput) -> None:
    room.playback.follow(stretch_of(plan(SQUAT), room.clock, late_ms=-3_600_000))
    room.close()
    assert not output.played


def test_closes_while_sound_is_lost(clock: FakeClock) -> None:
    room = Room(clock, FakeOutput("first", clock, cannot_open=True))
    room.playback.follow(stretch_of(plan(SQUAT), clock))
    room.close()


def test_closes_twice(room: Room) -> None:
    room.close()
    room.close()


def test_what_comes_after_the_end_is_not_played(room: Room, output: FakeOutput) -> None:
    room.close()
    room.playback.follow(stretch_of(plan(SQUAT), room.clock))
    assert not output.played
