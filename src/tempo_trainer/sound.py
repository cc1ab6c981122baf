"""Makes sessions that are heard: a player, its conductor, and whoever listens to it, wired to one playback."""

from collections.abc import Callable, Sequence
from threading import Lock
from typing import TYPE_CHECKING

from tempo_trainer.folders import Folders
from tempo_trainer.session.clock import Clock
from tempo_trainer.session.conductor import Conductor
from tempo_trainer.session.hearing import Hearing, at_least
from tempo_trainer.session.metronome import Metronome
from tempo_trainer.session.news import News
from tempo_trainer.session.player import Player
from tempo_trainer.session.preview import COUNT_IN_MS, Preview
from tempo_trainer.session.resuming import Begun
from tempo_trainer.session.trace import Trace
from tempo_trainer.settings import KeptSettings

if TYPE_CHECKING:
    from tempo_trainer.audio.playback import Playback
    from tempo_trainer.audio.reports import Playing, Report
    from tempo_trainer.workout.model import Names
    from tempo_trainer.workout.timeline import Timeline

Listener = Callable[[News], None]


class Sound:
    """The bank is loaded and the sound thread begun with the first session.

    `tell` (topic, sentence), `ready` and `playing` are called from the sound thread.
    """

    def __init__(
        self,
        settings: KeptSettings,
        folders: Folders,
        names: "Callable[[], Names]",
        clock: Clock,
        listeners: Sequence[Listener] = (),
        trace: Trace | None = None,
    ) -> None:
        self.tell: Callable[[str, str], None] = lambda _topic, _text: None
        self.ready: Callable[[], None] = lambda: None  # the outputs have been tried
        self.playing: Callable[[Playing], None] = lambda _: None  # on another output or device than before
        self.heard_on: Playing | None = None
        self._settings = settings
        self._folders = folders
        self._names = names
        self._clock = clock
        self._listeners = listeners
        self._trace = trace
        self._playback: Playback | None = None
        self._beginning = Lock()

    def new_session(self, timeline: "Timeline", recorder: Listener, begun: Begun | None = None) -> Conductor:
        """A session whose stretches are heard, whose states are traced, and which is recorded; maybe gone on with."""
        playback = self.begun()
        playback.prepare(timeline)
        hearing = self._settings.now.hearing
        playback.hear(hearing)
        listeners = [playback.news, recorder, *self._listeners, *([self._trace.news] if self._trace else [])]
        presets = self._names().and_those_of(timeline.workout).presets
        player = Player(timeline, self._clock, listeners, lambda: self._settings.now.count_in_ms, begun)
        return Conductor(player, presets, hearing, self._hear, self.offset_ms)

    def metronome(self) -> Metronome:
        """Clicks to set the picture against."""
        return Metronome(self._clock, self.begun().follow)

    def preview(self) -> Preview:
        """One rep at a time to hear, outside of a session."""
        return Preview(self._clock, self.begun().follow, COUNT_IN_MS)

    def hear(self, hearing: Hearing) -> None:
        """What is heard from now on, without being kept."""
        self.begun().hear(hearing)

    def hear_if_begun(self, hearing: Hearing) -> None:
        """The same, unless nothing has been heard yet: then there is nothing to change."""
        if self._playback:
            self._playback.hear(hearing)

    def hear_clearly(self, hearing: Hearing) -> None:
        """As loud as was chosen, but not too soft to be heard."""
        self.begun().hear(at_least(hearing))

    def offset_ms(self) -> int:
        """How much later than planned the picture is shown: what was found for the output and device that sound."""
        return self._settings.now.offsets.get(self.heard_on.key, 0) if self.heard_on else 0

    def keep_offset(self, offset_ms: int) -> None:
        """From now on for what sounds now."""
        if self.heard_on:
            self._settings.change(self._settings.now.with_offset(self.heard_on.key, offset_ms))

    def choose(self, output: str) -> None:
        """Play through this output from now on, if it works."""
        from tempo_trainer.audio.output import outputs

        if self._playback:
            self._playback.choose(outputs(output))

    def close(self) -> None:
        """Silence, also of what is just being made in another thread."""
        with self._beginning:
            if self._playback:
                self._playback.close()

    def begun(self) -> "Playback":
        """The playback, made when it is first needed; loading it takes a while, so any thread may ask for it."""
        with self._beginning:
            if self._playback is None:
                self._playback = self._new_playback()
        return self._playback

    def _new_playback(self) -> "Playback":
        from tempo_trainer.audio.bank import load_bank
        from tempo_trainer.audio.output import outputs
        from tempo_trainer.audio.playback import Playback

        bank = load_bank(self._folders.sounds)
        self.tell("sounds", " ".join(bank.problems[:1]))
        now = self._settings.now
        return Playback(outputs(now.output), bank, self._clock, self._report, now.hearing)

    def _hear(self, hearing: Hearing) -> None:
        self.begun().hear(hearing)
        self._settings.change(self._settings.now.with_hearing(hearing))

    def _report(self, report: "Report") -> None:
        from tempo_trainer.audio.reports import Back, Handed, Lost, Playing, Ready

        match report:
            case Ready():
                self.ready()
            case Playing():
                self.heard_on = report
                self.playing(report)
            case Handed(mono_ns, position_ms, output):
                if self._trace:
                    self._trace.passage(mono_ns, position_ms, output)
            case Lost(why):
                self.tell("sound", why)
            case Back():
                self.tell("sound", "")
