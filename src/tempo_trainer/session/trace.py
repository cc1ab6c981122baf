"""The trace: what happened when, one JSON object a line (DESIGN 4.4), for programs that measure this one."""

import json
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tempo_trainer.session.clock import Clock
from tempo_trainer.session.moment import Moment
from tempo_trainer.session.news import Changed, News


class Trace:
    """Writes to a file; may be called from any thread."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self.tell: Callable[[str, str], None] = lambda _topic, _text: None
        self._path = path
        self._file = path.open("w", encoding="utf-8", buffering=1)  # a line at a time: it must outlive a kill
        self._clock = clock
        self._lock = threading.Lock()

    def frame(self, moment: Moment) -> None:
        """After a frame was painted that shows this moment of the plan."""
        if moment.begun:
            self._write("frame", self._clock.now_ns(), position_ms=round(moment.position_ms, 3), step=moment.index)

    def passage(self, mono_ns: int, position_ms: float, output: str) -> None:
        """When a passage was handed to the sound card; the position is that of its first sample."""
        self._write("passage", mono_ns, position_ms=position_ms, output=output)

    def news(self, news: News) -> None:
        """When the state of the session changes."""
        if isinstance(news, Changed):
            self._write("state", self._clock.now_ns(), state=news.state.value)

    def _write(self, event: str, mono_ns: int, **rest: Any) -> None:
        line = json.dumps({"event": event, "mono_ns": mono_ns, **rest})
        with self._lock:
            if self._file.closed:
                return
            try:
                self._file.write(line + "\n")
            except OSError as error:
                self._give_up(error)

    def _give_up(self, error: OSError) -> None:
        """The session does not depend on its trace."""
        with suppress(OSError):
            self._file.close()
        self.tell("trace", f"The trace cannot be written any more ({error.strerror}): is there room for {self._path}?")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        with self._lock, suppress(OSError):
            self._file.close()
