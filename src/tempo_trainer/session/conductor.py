"""The conductor: does what the runner commands, with the player and with what is heard; window and terminal share it.

Each command answers with a few words on what it did, to be shown for a moment; empty where the screen shows it anyway.
"""

from collections.abc import Callable, Mapping

from tempo_trainer.session.commands import Command
from tempo_trainer.session.hearing import Hearing, level_changed, louder, mute_toggled, quieter
from tempo_trainer.session.moment import Moment
from tempo_trainer.session.player import PACES, Player
from tempo_trainer.session.states import ENDED, Event, NotNowError, State
from tempo_trainer.workout.changes import PLANNED_PACE
from tempo_trainer.workout.tempo import Ramp, Tempo
from tempo_trainer.workout.timeline import Bout, TooLongError

REST_MS = 15_000
PACE_STEP = 5

LEVELS = {"full": "says all", "brief": "says the main things", "tones": "is off"}


class Conductor:
    """A session in its runner's hands. `presets` are the tempos to choose from; `hear` is told what to sound like."""

    def __init__(
        self,
        player: Player,
        presets: Mapping[str, Tempo | Ramp],
        hearing: Hearing,
        hear: Callable[[Hearing], None],
    ) -> None:
        self.player = player
        self.presets = presets
        self.hearing = hearing
        self.pace = PLANNED_PACE
        self.chosen: Mapping[int, str] = {}  # presets by `Bout.item`, where the runner has chosen one
        self.behind_ms = 0.0  # how much later the sound is heard: the picture waits for it
        self._hear = hear

    def look(self) -> Moment:
        """What is to be shown now."""
        return self.player.look(self.behind_ms)

    def do(self, command: Command) -> str:
        """What was done, in a few words."""
        if command in _EVENTS:
            self.player.attempt(_EVENTS[command])
            return ""
        if command in _HEARING:
            return self.set_hearing(_HEARING[command](self.hearing))
        return self._others[command]() if command in self._others else ""

    def allows(self, command: Command) -> bool:
        """Whether a command means anything now."""
        event = _ASKS.get(command)
        return self.player.allows(event) if event else True

    def bout(self) -> Bout | None:
        """The work whose tempo a choice would change: this one, or the next."""
        moment = self.player.look()
        return moment.bout or moment.next_bout

    def set_hearing(self, hearing: Hearing) -> str:
        """Let it sound like this from now on."""
        before, self.hearing = self.hearing, hearing
        self._hear(hearing)
        return _heard(before, hearing)

    def set_tempo(self, pace: int, preset: str | None) -> str:
        """From the next rep on: a preset for this exercise (None: as planned), and a pace for all."""
        bout = self.bout()
        chosen = {item: name for item, name in self.chosen.items() if bout is None or item != bout.item}
        if preset is not None and bout is not None and bout.tempo is not None:
            chosen[bout.item] = preset
        try:
            self.player.change_tempo({item: self.presets[name] for item, name in chosen.items()}, pace)
        except NotNowError:
            return ""
        except TooLongError as error:
            return f"Not possible: {error}"
        self.chosen, self.pace = chosen, pace
        return f"From the next rep on: {self.tempo_text()}"

    def preset(self) -> str | None:
        """The preset chosen for this exercise."""
        bout = self.bout()
        return self.chosen.get(bout.item) if bout else None

    def tempo_text(self) -> str:
        """Which tempo holds: `as planned`, `slow`, `slow at 110 %`."""
        name = self.preset() or "as planned"
        return name if self.pace == PLANNED_PACE else f"{name} at {self.pace} %"

    @property
    def is_unfinished(self) -> bool:
        """Whether something would be lost by leaving."""
        return self.player.state is not State.READY and self.player.state not in ENDED

    @property
    def _others(self) -> Mapping[Command, Callable[[], str]]:
        return {
            Command.GO_OR_PAUSE: self._go_or_pause,
            Command.ON: self._on,
            Command.REST_LONGER: lambda: self._change_rest(REST_MS),
            Command.REST_SHORTER: lambda: self._change_rest(-REST_MS),
            Command.SLOWER: lambda: self._change_pace(PACE_STEP),
            Command.QUICKER: lambda: self._change_pace(-PACE_STEP),
        }

    def _go_or_pause(self) -> str:
        if not self.player.attempt(Event.PAUSE):
            self.player.attempt(Event.GO)
        return ""

    def _on(self) -> str:
        if self.player.look().state is State.RUNNING:
            self.player.attempt(Event.NEXT)
            return ""
        return self._go_or_pause()

    def _change_rest(self, by_ms: int) -> str:
        try:
            self.player.change_rest(by_ms)
        except NotNowError:
            return ""
        except TooLongError as error:
            return f"Not possible: {error}"
        return f"Rest {'longer' if by_ms > 0 else 'shorter'}"

    def _change_pace(self, by: int) -> str:
        pace = min(PACES.stop - 1, max(PACES.start, self.pace + by))
        return self.set_tempo(pace, self.preset())


_EVENTS: Mapping[Command, Event] = {
    Command.NEXT: Event.NEXT,
    Command.BACK: Event.BACK,
    Command.END_SET: Event.END_SET,
}
_ASKS: Mapping[Command, Event] = {
    **_EVENTS,
    Command.REST_LONGER: Event.REST,
    Command.REST_SHORTER: Event.REST,
    Command.TEMPO: Event.TEMPO,
    Command.SLOWER: Event.TEMPO,
    Command.QUICKER: Event.TEMPO,
}
_HEARING: Mapping[Command, Callable[[Hearing], Hearing]] = {
    Command.TONES_LOUDER: lambda hearing: louder(hearing, "tones"),
    Command.TONES_QUIETER: lambda hearing: quieter(hearing, "tones"),
    Command.VOICE_LOUDER: lambda hearing: louder(hearing, "voice"),
    Command.VOICE_QUIETER: lambda hearing: quieter(hearing, "voice"),
    Command.VOICE: level_changed,
    Command.MUTE: mute_toggled,
}


def _heard(before: Hearing, now: Hearing) -> str:
    if now.muted != before.muted:
        return "Sound off" if now.muted else "Sound on"
    if now.says != before.says:
        return f"The voice {LEVELS[now.says]}"
    return f"Voice {now.voice} %" if now.voice != before.voice else f"Tones {now.tones} %"
