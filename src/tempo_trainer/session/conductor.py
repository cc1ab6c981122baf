"""The conductor: does what the runner commands, with the player and with what is heard; window and terminal share it.

Each command answers with a few words on what it did, to be shown for a moment; empty where the screen shows it anyway.
"""

from collections.abc import Callable, Iterable, Mapping

from tempo_trainer.session.commands import Command
from tempo_trainer.session.hearing import Hearing, level_changed, louder, mute_toggled, quieter
from tempo_trainer.session.moment import Moment
from tempo_trainer.session.player import PACES, Player
from tempo_trainer.session.states import ENDED, Event, NotNowError, State
from tempo_trainer.workout.changes import PLANNED_PACE
from tempo_trainer.workout.durations import in_words
from tempo_trainer.workout.tempo import Ramp, Tempo
from tempo_trainer.workout.timeline import Bout, TooLongError

REST_MS = 15_000
PACE_STEP = 5

LEVELS = {"full": "says all", "brief": "says the main things", "tones": "is off"}


class Conductor:
    """A session in its runner's hands, at the tempo that holds in it.

    `presets` are the tempos to choose from; `hear` is told what to sound like.
    """

    def __init__(
        self,
        player: Player,
        presets: Mapping[str, Tempo | Ramp],
        hearing: Hearing,
        hear: Callable[[Hearing], None],
        behind_ms: Callable[[], float] = lambda: 0.0,
    ) -> None:
        self.player = player
        self.presets = {**presets, **_as_presets(player.tempos.values(), presets)}
        self.hearing = hearing
        self.pace = player.pace
        self.chosen = _chosen(player.tempos, self.presets)  # presets by `Bout.item`, where the runner has chosen one
        self.behind_ms = behind_ms  # how much later the sound is heard now: the picture waits for it
        self._hear = hear

    def look(self) -> Moment:
        """What is to be shown now."""
        return self.player.look(self.behind_ms())

    def do(self, command: Command) -> str:
        """What was done, in a few words."""
        if command in _LEADING and self._is_overtaken():
            return ""
        if command in _EVENTS:
            self.player.attempt(_EVENTS[command])
            return ""
        if command in _HEARING:
            self.set_hearing(_HEARING[command](self.hearing))
            return _heard(command, self.hearing)
        return self._others[command]() if command in self._others else ""

    def allows(self, command: Command) -> bool:
        """Whether a command means anything now."""
        event = _ASKS.get(command)
        return self.player.allows(event) if event else True

    def bout(self) -> Bout | None:
        """The work whose tempo a choice would change: this one, or the next."""
        moment = self.player.look()
        return moment.bout or moment.next_bout

    def set_hearing(self, hearing: Hearing) -> None:
        """Let it sound like this from now on."""
        self.hearing = hearing
        self._hear(hearing)

    def set_tempo(self, pace: int, preset: str | None, of: Bout | None = None) -> str:
        """From the next rep on: a preset for an exercise (None: as planned; this one by default), a pace for all."""
        bout = of or self.bout()
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

    def preset(self, of: Bout | None = None) -> str | None:
        """The preset chosen for an exercise, this one by default."""
        bout = of or self.bout()
        return self.chosen.get(bout.item) if bout else None

    def tempo_text(self) -> str:
        """Which tempo holds: `as planned`, `slow`, `slow, 10 % slower`."""
        name = self.preset()
        if self.pace == PLANNED_PACE:
            return name or "as planned"
        return f"{name}, {pace_in_words(self.pace)}" if name else pace_in_words(self.pace)

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

    def _is_overtaken(self) -> bool:
        """Whether the session has stopped running since the runner saw it: then the key meant something else."""
        ran = self.player.state is State.RUNNING
        return ran and self.player.look().state is not State.RUNNING

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
        step = self.player.look().step
        return f"Rest {in_words(round(step.duration_ms / 1000) * 1000)}" if step and step.duration_ms else ""

    def _change_pace(self, by: int) -> str:
        pace = min(PACES.stop - 1, max(PACES.start, self.pace + by))
        return self.set_tempo(pace, self.preset())


_EVENTS: Mapping[Command, Event] = {
    Command.NEXT: Event.NEXT,
    Command.BACK: Event.BACK,
    Command.END_SET: Event.END_SET,
}
_LEADING = frozenset({*_EVENTS, Command.GO_OR_PAUSE, Command.ON})
_ASKS: Mapping[Command, Event] = {
    **_EVENTS,
    Command.REST_LONGER: Event.REST,
    Command.REST_SHORTER: Event.REST,
    Command.TEMPO: Event.TEMPO,
    Command.SLOWER: Event.TEMPO,
    Command.QUICKER: Event.TEMPO,
}
_OF_THE_VOICE = {Command.VOICE_LOUDER, Command.VOICE_QUIETER}
_HEARING: Mapping[Command, Callable[[Hearing], Hearing]] = {
    Command.TONES_LOUDER: lambda hearing: louder(hearing, "tones"),
    Command.TONES_QUIETER: lambda hearing: quieter(hearing, "tones"),
    Command.VOICE_LOUDER: lambda hearing: louder(hearing, "voice"),
    Command.VOICE_QUIETER: lambda hearing: quieter(hearing, "voice"),
    Command.VOICE: level_changed,
    Command.MUTE: mute_toggled,
}


def _as_presets(tempos: Iterable[Tempo | Ramp], presets: Mapping[str, Tempo | Ramp]) -> Mapping[str, Tempo | Ramp]:
    """Tempos of a session that was begun before, and of which there is no such preset any more, by their notation."""
    return {str(tempo): tempo for tempo in tempos if tempo not in presets.values()}


def _chosen(tempos: Mapping[int, Tempo | Ramp], presets: Mapping[str, Tempo | Ramp]) -> Mapping[int, str]:
    names = {tempo: name for name, tempo in reversed([*presets.items()])}
    return {item: names[tempo] for item, tempo in tempos.items()}


def pace_in_words(pace: int) -> str:
    """How a pace feels.

    >>> pace_in_words(110), pace_in_words(95), pace_in_words(100)
    ('10 % slower', '5 % quicker', 'as planned')
    """
    if pace == PLANNED_PACE:
        return "as planned"
    return f"{abs(pace - PLANNED_PACE)} % {'slower' if pace > PLANNED_PACE else 'quicker'}"


def _heard(command: Command, now: Hearing) -> str:
    if command is Command.MUTE:
        return "Sound off" if now.muted else "Sound on"
    if command is Command.VOICE:
        return f"The voice {LEVELS[now.says]}"
    loud = f"Voice {now.voice} %" if command in _OF_THE_VOICE else f"Tones {now.tones} %"
    return f"{loud}, sound is off" if now.muted else loud
