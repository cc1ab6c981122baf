"""The keyboard of a terminal, read key by key."""

import os
import select
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, Protocol, TextIO

from tempo_trainer.terminal.bell import Bell
from tempo_trainer.terminal.keys import is_cut, keys_of

_REST_OF_KEY_S = 0.05  # within which all of a key arrives
_MOST_BYTES = 1024


class Keyboard(Protocol):
    """Where the runner's keys come from."""

    @property
    def is_there(self) -> bool:
        """Whether a key can ever come."""
        ...

    def wait(self, seconds: float | None) -> Sequence[str]:
        """The keys pressed within this time, None: for as long as it takes; empty when the bell rings before."""
        ...


class TerminalKeyboard:
    """Reads from a terminal that gives its keys one by one, or (handle None) only hears the bell."""

    def __init__(self, handle: int | None, bell: Bell) -> None:
        self._handle = handle
        self._bell = bell

    @property
    def is_there(self) -> bool:
        """Whether a key can ever come."""
        return self._handle is not None

    def wait(self, seconds: float | None) -> Sequence[str]:
        """The keys pressed within this time; empty when the bell rings before."""
        ears: list[Any] = [self._bell.ear, *([] if self._handle is None else [self._handle])]
        heard = select.select(ears, [], [], seconds)[0]
        if self._bell.ear in heard:
            self._bell.fall_silent()
        return keys_of(self._read(self._handle)) if self._handle is not None and self._handle in heard else []

    def _read(self, handle: int) -> str:
        text = self._read_once(handle)
        while is_cut(text) and self.is_there and select.select([handle], [], [], _REST_OF_KEY_S)[0]:
            text += self._read_once(handle)
        return text

    def _read_once(self, handle: int) -> str:
        data = b""
        with suppress(OSError):
            data = os.read(handle, _MOST_BYTES)
        if not data:  # the terminal has gone; the session goes on without keys
            self._handle = None
        return data.decode(errors="replace")


@contextmanager
def listening(keyboard: TextIO, bell: Bell) -> Iterator[TerminalKeyboard]:
    """While it lasts, keys come one by one and unseen."""
    if sys.platform == "win32" or not keyboard.isatty():
        yield TerminalKeyboard(None, bell)
        return
    with _single_keys(keyboard.fileno()):
        yield TerminalKeyboard(keyboard.fileno(), bell)


@contextmanager
def _single_keys(handle: int) -> Iterator[None]:
    """Neither line by line nor echoed; Ctrl-S and Ctrl-Z, which would freeze the session, are keys like others."""
    import termios
    import tty

    before = termios.tcgetattr(handle)
    try:
        tty.setcbreak(handle)
        mode = termios.tcgetattr(handle)
        mode[tty.IFLAG] &= ~termios.IXON
        mode[tty.CC][termios.VSUSP] = b"\0"
        termios.tcsetattr(handle, termios.TCSANOW, mode)
        yield
    finally:
        with suppress(termios.error):  # the terminal has gone
            termios.tcsetattr(handle, termios.TCSADRAIN, before)
