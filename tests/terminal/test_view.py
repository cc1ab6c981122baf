"""Keys do what they say; pages open over the session and close again."""

import pytest

from helpers.clock import FakeClock
from helpers.plans import SQUAT, plan
from helpers.terminal import Runner
from tempo_trainer.session.hearing import Hearing
from tempo_trainer.session.states import State
from tempo_trainer.terminal.keys import COMMANDS
from tempo_trainer.terminal.view import FRAME_MS, SAID_MS


@pytest.fixture
def runner(clock: FakeClock) -> Runner:
    """One second into the first of three sets of four reps."""
    return Runner(plan({**SQUAT, "reps": 4, "sets": 3}, rest=60), clock).started().after(1000)


def kind(runner: Runner) -> str:
    step = runner.moment.step
    return step.kind if step else "end"


def test_space_pauses_and_goes_on(runner: Runner) -> None:
    assert runner.press("Space").moment.state is State.PAUSED
    assert runner.press("Space").moment.state is State.RUNNING


@pytest.mark.parametrize(("key", "expected"), [("Right", "rest"), ("PgDown", "rest"), ("E", "rest"), ("Left", "phase")])
def test_keys_lead_through_the_session(runner: Runner, key: str, expected: str) -> None:
    assert kind(runner.press(key).after(300)) == expected


def test_a_rest_is_made_longer_and_shorter(runner: Runner) -> None:
    runner.press("Right").after(1000)
    left = runner.moment.left_ms
    assert "Rest 1 min 15 s" in runner.press("+").shown
    assert runner.moment.left_ms == left + 15_000
    runner.press("-", "-")
    assert runner.moment.left_ms == left - 15_000


def test_a_key_without_meaning_now_says_so(runner: Runner) -> None:
    assert "Not now" in runner.press("+").shown


@pytest.mark.parametrize(
    ("key", "said", "heard"),
    [
        ("Down", "Tones 90 %", Hearing(tones=90)),
        ("Shift+Down", "Voice 90 %", Hearing(voice=90)),
        ("V", "The voice says the main things", Hearing(says="brief")),
        ("M", "Sound off", Hearing(muted=True)),
    ],
)
def test_sound_is_set_by_keys(runner: Runner, key: str, said: str, heard: Hearing) -> None:
    assert said in runner.press(key).shown
    assert runner.heard == [heard]


def test_the_pace_is_set_by_keys(runner: Runner) -> None:
    assert "5 % slower" in runner.press("S").shown
    assert "5 % quicker" in runner.press("Q", "Q").shown


def test_what_was_said_is_gone_after_two_seconds(runner: Runner) -> None:
    runner.press("M").after(SAID_MS - 1)
    assert "Sound off" in runner.shown
    runner.after(1)
    assert "Sound off" not in runner.shown
    assert "Space pause" in runner.shown


@pytest.mark.parametrize("key", ["?", "H"])
def test_the_list_of_keys_shows_all_that_a_terminal_has(runner: Runner, key: str) -> None:
    shown = runner.press(key).shown
    for command in {*COMMANDS.values()}:
        assert command.value in shown or command.name in {"ON", "KEYS"}
    assert "full screen" not in shown
    assert "clicker" in shown
    assert "clicker" not in runner.press(key).shown


def test_keys_keep_their_meaning_over_the_list(runner: Runner) -> None:
    runner.press("?", "Space")
    assert runner.moment.state is State.PAUSED
    assert "‖ Paused" in runner.shown


@pytest.mark.parametrize("page", ["?", "O", "T"])
def test_esc_closes_a_page_and_asks_nothing(runner: Runner, page: str) -> None:
    before = runner.shown
    assert runner.press(page).shown != before
    assert runner.press("Esc").shown == before


def test_one_page_gives_way_to_another(runner: Runner) -> None:
    assert "Heard on a null sink." in runner.press("?", "O").shown


# Before the end


def test_esc_pauses_and_asks_and_only_e_ends(runner: Runner) -> None:
    runner.press("Esc")
    assert runner.moment.state is State.PAUSED
    assert "End the session?" in runner.shown
    assert "0 of 12 reps are done." in runner.shown
    runner.press("Right", "S", "Q", "?", "Up", "1")
    assert "End the session?" in runner.shown
    assert runner.heard == []
    assert runner.press("E").moment.state is State.STOPPED


@pytest.mark.parametrize("key", ["Space", "Esc", "PgDown", "Enter"])
def test_a_session_that_ran_goes_on_if_it_is_not_to_end(runner: Runner, key: str) -> None:
    runner.press("Esc", key)
    assert runner.moment.state is State.RUNNING
    assert "End the session?" not in runner.shown


@pytest.mark.parametrize(("key", "state"), [("Space", State.RUNNING), ("Esc", State.PAUSED)])
def test_a_session_that_was_paused_stays_so_after_esc(runner: Runner, key: str, state: State) -> None:
    runner.press("Space", "Esc")
    assert "Esc stay here" in runner.shown
    runner.press(key)
    assert runner.moment.state is state
    assert "End the session?" not in runner.shown


# The tempo


def test_a_tempo_is_chosen_with_arrows_and_enter(runner: Runner) -> None:
    assert "▶ 0 ● as planned           2-1-2-1" in runner.press("T").shown
    shown = runner.press("Down").shown
    assert "▶ 1   slow                 4-2-4-2" in shown
    assert "Lower 4 s, hold 2 s, lift 4 s, hold 2 s" in shown
    runner.press("Enter")
    assert "Every phase lasts" not in runner.shown
    assert runner.conductor.preset() == "slow"
    assert "▶ 1 ● slow" in runner.press("T").shown
    runner.press("Down", "Enter")
    assert runner.conductor.preset() is None


def test_a_tempo_is_chosen_with_its_figure(runner: Runner) -> None:
    runner.press("T", "1")
    assert runner.conductor.preset() == "slow"
    runner.press("T", "9")
    assert "▶ 1 ● slow" in runner.shown


def test_the_pace_is_set_on_the_page_of_the_tempo_too(runner: Runner) -> None:
    assert "Every phase lasts 105 % of its time" in runner.press("T", "S").shown


def test_a_hold_has_no_tempo_to_choose(clock: FakeClock) -> None:
    runner = Runner(plan({"exercise": "squat", "hold": 30}), clock).started()
    assert "A hold has no tempo." in runner.press("T").shown
    assert "slow " not in runner.shown
    runner.press("Down", "1", "Enter")
    assert runner.conductor.preset() is None


def test_a_page_of_a_tempo_outlives_its_exercise(clock: FakeClock) -> None:
    runner = Runner(plan({**SQUAT, "reps": 1}, {"exercise": "squat", "hold": 30}), clock).started()
    runner.press("T", "Down").after(17_000)
    assert "A hold has no tempo." in runner.shown


# Sound


def test_sound_is_set_on_its_page_with_arrows_alone(runner: Runner) -> None:
    assert "▶ Tones             ██████████ 100 %" in runner.press("O").shown
    assert "▶ Tones             █████████·  90 %" in runner.press("Left").shown
    runner.press("Down", "Left", "Left", "Down", "Right", "Down", "Right")
    assert runner.heard[-1] == Hearing(tones=90, voice=80, says="brief", muted=True)
    assert "▶ Sound             off" in runner.shown
    assert "The voice says    the main things" in runner.shown


# How long a picture holds


def test_a_running_session_is_painted_each_frame_and_when_its_count_changes(runner: Runner) -> None:
    assert runner.view.wait_ms(runner.moment) == FRAME_MS
    runner.after(980)
    assert runner.view.wait_ms(runner.moment) == 20


def test_a_session_that_stands_still_waits_for_a_key(runner: Runner) -> None:
    assert runner.press("Space").view.wait_ms(runner.moment) is None
    assert runner.press("M").view.wait_ms(runner.moment) == SAID_MS
    assert runner.after(SAID_MS).view.wait_ms(runner.moment) is None
