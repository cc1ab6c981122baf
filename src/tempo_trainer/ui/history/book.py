"""What the history screen needs of the history: to read it, and the few things that can be changed in it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tempo_trainer.history.advice import Suggestion
from tempo_trainer.history.records import Session


@dataclass(frozen=True)
class Book:
    """What is slow is called away from the window's thread; what changes something returns at once."""

    read: Callable[[], Sequence[Session]]  # slow
    text_of: Callable[[int], str]  # the workout's text as it was; slow
    rate: Callable[[int, int | None, int | None, str], None]  # id, effort, pain, note
    delete: Callable[[int], None]
    undelete: Callable[[int], None]
    only_looks: Callable[[], bool]  # a session is running in another window
    advise: Callable[[Sequence[Session], Session], Suggestion | None]  # slow
