"""What the runner's commands do, and the few words in which each answers."""

import pytest

from helpers.clock import FakeClock
from helpers.plans import SQUAT, plan
from tempo_trainer.session.commands import KEYS, Command, key_sign
from tempo_trainer.session.conductor import Conductor
from tempo_trainer.session.hearing import Hearing
from tempo_trainer.session.places import Place
from tempo_trainer.session.player import PRE_ROLL_MS, Player
from tempo_trainer.session.resuming import Begun
from tempo_trainer.session.states import State
from tempo_trainer.workout.tempo import Ramp, Tempo
from tempo_trainer.workout.timeline import Timeline

PRESETS = {"slow": Tempo(4000, 2000, 4000, 2000), "quick": Tempo(1000, 0, 1000, 0)}


class Conducted:
    """A session, its clock, and what it was told to sound like."""

    def __init__(self, timeline: Timeline) -> None:
        self.clock = FakeClock()
        self.heard: list[Hearing] = []
        self.player = Player(timeline, self.clock)
        self.conductor = Conductor(self.player, PRESETS, Hearing(), self.heard.append)

    def run_to(self, position_ms: float) -> None:
        """Start, and go on until the position is reached."""
        self.conductor.do(Command.GO_OR_PAUSE)
        passed = 0.0
        while passed < position_ms + PRE_ROLL_MS:
            step = min(1000, position_ms + PRE_ROLL_MS - passed)
            self.clock.advance(step)
            passed += step
            self.player.look()


@pytest.fixture
def squats() -> Conducted:
    return Conducted(plan({**SQUAT, "sets": 2, "reps": 4, "rest": 60}))


def test_every_command_has_a_key_and_no_key_two_commands() -> None:
    assert set(KEYS) == set(Command)
    keys = [key for several in KEYS.values() for key in several]
    assert len(keys) == len(set(keys))
    assert all(key_sign(command) for command in Command)


def test_the_big_key_starts_pauses_and_goes_on(squats: Conducted) -> None:
    states = []
    for _ in range(3):
        assert squats.conductor.do(Command.GO_OR_PAUSE) == ""
        states.append(squats.player.state)
    assert states == [State.RUNNING, State.PAUSED, State.RUNNING]


def test_a_clicker_starts_then_skips_then_goes_on(squats: Conducted) -> None:
    squats.conductor.do(Command.ON)
    assert squats.player.state is State.RUNNING
    squats.conductor.do(Command.ON)
    assert squats.player.look().step == squats.player.timeline.steps[16]  # the rest
    squats.conductor.do(Command.GO_OR_PAUSE)
    squats.conductor.do(Command.ON)
    assert squats.player.state is State.RUNNING


@pytest.mark.parametrize(
    ("command", "length_s", "said"),
    [(Command.REST_LONGER, 75, "Rest 1 min 15 s"), (Command.REST_SHORTER, 45, "Rest 45 s")],
)
def test_a_rest_changes_by_a_quarter_of_a_minute(squats: Conducted, command: Command, length_s: int, said: str) -> None:
    squats.run_to(25_000)
    assert squats.conductor.allows(command)
    assert squats.conductor.do(command) == said
    step = squats.player.look().step
    assert step
    assert step.duration_ms == length_s * 1000


def test_there_is_no_rest_to_change_in_a_set(squats: Conducted) -> None:
    squats.run_to(1000)
    assert not squats.conductor.allows(Command.REST_LONGER)
    assert squats.conductor.do(Command.REST_LONGER) == ""


def test_a_set_can_be_ended(squats: Conducted) -> None:
    squats.run_to(7000)
    assert squats.conductor.allows(Command.END_SET)
    squats.conductor.do(Command.END_SET)
    step = squats.player.look().step
    assert step
    assert step.kind == "rest"
    assert not squats.conductor.allows(Command.END_SET)


def test_slower_and_quicker_go_by_steps_and_stop_at_their_limits(squats: Conducted) -> None:
    assert squats.conductor.do(Command.SLOWER) == "From the next rep on: 5 % slower"
    for _ in range(10):
        squats.conductor.do(Command.SLOWER)
    assert squats.conductor.pace == 125
    for _ in range(20):
        squats.conductor.do(Command.QUICKER)
    assert squats.conductor.pace == 80
    first = squats.player.timeline.steps[0]
    assert first.duration_ms == 1600  # 80 % of 2 s


def test_a_preset_holds_for_its_exercise_and_a_pace_for_all() -> None:
    conducted = Conducted(plan(SQUAT, {**SQUAT, "tempo": "3-0-3-0"}))
    assert conducted.conductor.set_tempo(110, "slow") == "From the next rep on: slow, 10 % slower"
    steps = conducted.player.timeline.steps
    assert [step.duration_ms for step in steps[:4]] == [4400, 2200, 4400, 2200]
    assert [step.duration_ms for step in steps if step.bout == 1][:2] == [3300, 3300]
    conducted.conductor.set_tempo(100, None)
    assert conducted.conductor.tempo_text() == "as planned"
    assert conducted.player.timeline.steps == plan(SQUAT, {**SQUAT, "tempo": "3-0-3-0"}).steps


def test_a_hold_has_no_tempo_to_choose() -> None:
    conducted = Conducted(plan({"exercise": "squat", "hold": 30}))
    conducted.conductor.set_tempo(100, "slow")
    assert conducted.conductor.preset() is None


def test_no_tempo_after_the_end(squats: Conducted) -> None:
    squats.player.stop()
    assert not squats.conductor.allows(Command.SLOWER)
    assert squats.conductor.do(Command.SLOWER) == ""
    assert squats.conductor.pace == 100


@pytest.mark.parametrize(
    ("command", "said", "now"),
    [
        (Command.TONES_QUIETER, "Tones 90 %", Hearing(tones=90)),
        (Command.TONES_LOUDER, "Tones 100 %", Hearing()),
        (Command.VOICE_QUIETER, "Voice 90 %", Hearing(voice=90)),
        (Command.VOICE_LOUDER, "Voice 100 %", Hearing()),
        (Command.VOICE, "The voice says the main things", Hearing(says="brief")),
        (Command.MUTE, "Sound off", Hearing(muted=True)),
    ],
)
def test_what_is_heard_is_told_at_once(squats: Conducted, command: Command, said: str, now: Hearing) -> None:
    assert squats.conductor.do(command) == said
    assert squats.heard == [now]
    assert squats.conductor.hearing == now


def test_sound_comes_back(squats: Conducted) -> None:
    squats.conductor.do(Command.MUTE)
    assert squats.conductor.do(Command.MUTE) == "Sound on"
    assert squats.heard[-1] == Hearing()


def test_an_unfinished_session_is_one_that_was_begun_and_has_not_ended(squats: Conducted) -> None:
    unfinished = [squats.conductor.is_unfinished]
    squats.conductor.do(Command.GO_OR_PAUSE)
    unfinished.append(squats.conductor.is_unfinished)
    squats.player.stop()
    unfinished.append(squats.conductor.is_unfinished)
    assert unfinished == [False, True, False]


@pytest.mark.parametrize(("behind_ms", "shown_ms"), [(0, 1000), (200, 800), (-100, 1100)])
def test_the_picture_waits_for_the_sound(squats: Conducted, behind_ms: float, shown_ms: float) -> None:
    squats.run_to(1000)
    squats.conductor.behind_ms = lambda: behind_ms
    moment = squats.conductor.look()
    assert moment.position_ms == shown_ms
    assert moment.begun


def test_a_picture_that_waits_has_not_begun_where_its_sound_has_not(squats: Conducted) -> None:
    squats.run_to(100)
    squats.conductor.behind_ms = lambda: 300
    moment = squats.conductor.look()
    assert (moment.position_ms, moment.begun) == (0, False)


def test_a_picture_ahead_of_its_sound_stops_at_the_end_of_the_stretch() -> None:
    conducted = Conducted(plan({**SQUAT, "reps": 1}, {"rest": "until-ready"}))
    conducted.run_to(5950)
    conducted.conductor.behind_ms = lambda: -100
    moment = conducted.conductor.look()
    assert (moment.position_ms, moment.index) == (6000, 3)


def test_a_picture_that_waits_counts_in_later() -> None:
    conducted = Conducted(plan(SQUAT))
    conducted.run_to(1000)
    conducted.conductor.do(Command.GO_OR_PAUSE)
    conducted.conductor.do(Command.GO_OR_PAUSE)
    conducted.clock.advance(PRE_ROLL_MS + 1000)
    conducted.conductor.behind_ms = lambda: 400
    assert conducted.conductor.look().count_in_ms == 2400


def test_a_set_done_again_is_done_at_the_tempo_that_was_chosen() -> None:
    conducted = Conducted(plan({**SQUAT, "reps": 3}))
    conducted.run_to(7000)
    conducted.conductor.set_tempo(125, None)
    conducted.clock.advance(3000)
    conducted.conductor.do(Command.BACK)
    assert [step.duration_ms for step in conducted.player.timeline.steps[:4]] == [2500, 1250, 2500, 1250]


@pytest.mark.parametrize("command", [Command.GO_OR_PAUSE, Command.ON, Command.NEXT, Command.BACK])
def test_a_key_pressed_just_after_a_suspend_leaves_the_session_paused(squats: Conducted, command: Command) -> None:
    squats.run_to(7000)
    squats.clock.sleep(3_600_000)
    squats.conductor.do(command)
    assert squats.player.state is State.PAUSED
    assert squats.player.look().position_ms == 6000  # the rep that was interrupted


def test_a_pause_that_comes_as_the_session_begins_to_wait_does_not_go_on() -> None:
    conducted = Conducted(plan({**SQUAT, "reps": 1}, {"rest": "until-ready"}, SQUAT))
    conducted.run_to(5990)
    conducted.clock.advance(20)
    conducted.conductor.do(Command.GO_OR_PAUSE)
    assert conducted.player.state is State.WAITING


def gone_on_with(tempo: Tempo | Ramp, pace: int) -> Conductor:
    """A session of two exercises that was broken off after another tempo was chosen for the first."""
    timeline = plan(SQUAT, {**SQUAT, "sets": 2})
    player = Player(timeline, FakeClock(), begun=Begun(Place(4, 6000), tempos={0: tempo}, pace=pace))
    return Conductor(player, PRESETS, Hearing(), lambda _: None)


def test_a_session_that_is_gone_on_with_keeps_its_tempo_and_pace() -> None:
    conductor = gone_on_with(PRESETS["quick"], 105)
    assert (conductor.pace, conductor.preset(), conductor.tempo_text()) == (105, "quick", "quick, 5 % slower")
    assert conductor.do(Command.SLOWER) == "From the next rep on: quick, 10 % slower"
    assert conductor.player.tempos == {0: PRESETS["quick"]}


@pytest.mark.parametrize(
    ("tempo", "name"),
    [(Tempo(5000, 0, 1000, 0), "5-0-1-0"), (Ramp(Tempo(5000, 0, 1000, 0), PRESETS["slow"]), "5-0-1-0 to 4-2-4-2")],
)
def test_a_tempo_whose_preset_is_gone_is_kept_under_its_notation(tempo: Tempo | Ramp, name: str) -> None:
    conductor = gone_on_with(tempo, 100)
    assert (conductor.preset(), list(conductor.presets)) == (name, ["slow", "quick", name])
    conductor.do(Command.SLOWER)
    assert conductor.player.tempos == {0: tempo}


def test_another_tempo_takes_the_place_of_the_one_before_the_break() -> None:
    conductor = gone_on_with(PRESETS["quick"], 105)
    conductor.set_tempo(100, None)
    assert (conductor.player.tempos, conductor.player.pace, conductor.tempo_text()) == ({}, 100, "as planned")
