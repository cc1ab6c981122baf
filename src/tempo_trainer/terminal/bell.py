"""A bell that wakes who waits for a key: there is a notice from another thread, or the terminal has another size."""

import socket
from contextlib import suppress
from types import TracebackType
from typing import Self


class Bell:
    """Can be heard while it is entered; `ear` is a socket that has something to read when it has rung."""

    def __init__(self) -> None:
        self._hammer: socket.socket | None = None

    def __enter__(self) -> Self:
        self.ear, self._hammer = socket.socketpair()
        self.ear.setblocking(False)
        self._hammer.setblocking(False)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.ear.close()
        if self._hammer:
            self._hammer.close()

    @property
    def handle(self) -> int:
        """Of the socket that rings it when something is written to it; -1 if it is not entered."""
        return self._hammer.fileno() if self._hammer else -1

    def ring(self) -> None:
        """From any thread, from a signal's handler, and, though nobody hears it, before the start and after the end."""
        with suppress(OSError):
            if self._hammer:
                self._hammer.send(b"!")

    def fall_silent(self) -> None:
        """It has been heard."""
        with suppress(OSError):
            self.ear.recv(1 << 16)
