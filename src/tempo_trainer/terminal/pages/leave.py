"""The question before an unfinished session is ended; it is paused meanwhile."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.text import Text

from tempo_trainer.session.commands import KEYS, Command
from tempo_trainer.session.conductor import Conductor
from tempo_trainer.session.face import work_done
from tempo_trainer.session.states import Event
from tempo_trainer.terminal.looks import STRONG
from tempo_trainer.terminal.pages.page import Reply
from tempo_trainer.terminal.texts import wrapped

_GO_ON = frozenset({"Enter", *KEYS[Command.GO_OR_PAUSE], *KEYS[Command.ON]})
_BACK = frozenset(KEYS[Command.LEAVE])


@dataclass(frozen=True)
class LeavePage:
    """Only E ends it; Esc leads back to where it was asked: a session that ran goes on."""

    ran: bool

    @property
    def keys(self) -> Mapping[str, str]:
        """Its own keys and what they do."""
        if self.ran:
            return {"Space or Esc": "go on", "E": "end the session"}
        return {"Space": "go on", "E": "end the session", "Esc": "stay here"}

    def lines(self, conductor: Conductor, width: int, height: int) -> Sequence[Text]:
        """The question, and what would be left undone."""
        question = Text.assemble(("End the session?", STRONG))
        done = map(Text, wrapped(f"{work_done(conductor.look())} The session is paused.", width))
        answers = [Text.assemble((f"{key:<14}", STRONG), does) for key, does in self.keys.items()]
        return [question, Text(), *done, Text(), *answers][:height]

    def press(self, conductor: Conductor, key: str) -> Reply | None:
        """No other key means anything until this is answered."""
        if key in KEYS[Command.END_SET]:
            conductor.player.attempt(Event.STOP)
            return Reply(None)
        if key in _GO_ON or (key in _BACK and self.ran):
            conductor.player.attempt(Event.GO)
            return Reply(None)
        return Reply(None if key in _BACK else self)
