"""The form of a rest between blocks: its length, or until the user is ready, and what is said in it."""

from tempo_trainer.ui.builder.document import Document
from tempo_trainer.ui.builder.forms.base import Form, ms_of
from tempo_trainer.ui.builder.forms.texts import show_text
from tempo_trainer.ui.fields import Choices, LongTextField, Row, SecondsField
from tempo_trainer.workout.durations import LONGEST_MS
from tempo_trainer.workout.strict_yaml import Path

TIMED, READY = "timed", "until-ready"
FIRST_MS = 60_000
HELP = "“Until ready” waits for a key."


class RestForm(Form):
    """A length is kept while the other choice is tried."""

    def __init__(self, document: Document, path: Path) -> None:
        super().__init__(document, path, "Rest")
        self._kept_ms = FIRST_MS
        self.kind = Choices("How long", {TIMED: "Timed", READY: "Until ready"})
        self.length = SecondsField("Length", 0, LONGEST_MS)
        self.words = LongTextField("What to say", "Fetch the ball.")
        self.add("kind", Row("How long", self.kind, HELP))
        self._length_row = self.add("rest", Row("Length", self.length))
        self.add("say", Row("Words", self.words, "Shown and spoken in the rest."))
        self.kind.picked.connect(self._take_kind)
        self.length.changed.connect(self._take_length)
        self.words.edited.connect(self._take_words)
        self.begin()

    def refresh(self) -> None:
        """Show what the document says."""
        waits = self.said.get("rest") == READY
        self.kind.choose(READY if waits else TIMED)
        self._length_row.setVisible(not waits)
        ms = ms_of(self.said.get("rest"))
        if ms is not None:
            self._kept_ms = ms
            self.length.set_ms(ms)
        show_text(self.words, self.said.get("say"))

    def _take_kind(self, kind: str) -> None:
        if kind == READY:
            self.put("rest", READY)
        else:
            self.put_ms("rest", self._kept_ms)

    def _take_length(self, ms: int) -> None:
        self.put_ms("rest", ms)

    def _take_words(self, text: str) -> None:
        self.put("say", text.strip() or None)
