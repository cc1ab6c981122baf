"""The canvas: a terminal's other screen, of which only those lines are painted that have changed."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.control import Control
from rich.text import Text

from tempo_trainer.terminal.glyphs import Glyphs, shown_with
from tempo_trainer.terminal.looks import GROUND

_USUAL_SIZE = (80, 24)


class Canvas:
    """Knows what it shows."""

    def __init__(self, console: Console, glyphs: Glyphs) -> None:
        self._console = console
        self._glyphs = glyphs
        self._size = (0, 0)
        self._shown: Sequence[Text | None] = []

    @property
    def size(self) -> tuple[int, int]:
        """Columns and lines, as they are now."""
        try:
            columns, lines = os.get_terminal_size(self._console.file.fileno())
        except (OSError, ValueError):
            return _USUAL_SIZE
        return (columns, lines) if columns and lines else _USUAL_SIZE  # some do not know how large they are

    def paint(self, lines: Sequence[Text], size: tuple[int, int]) -> None:
        """Show these lines, as many as there are in `size`."""
        if size != self._size:
            self._size, self._shown = size, [None] * size[1]
            self._console.size = size
        with self._console:  # one write
            for row, (line, shown) in enumerate(zip(lines, self._shown, strict=True)):
                if line != shown:
                    self._paint_line(row, line, size[0])
        self._shown = lines

    def _paint_line(self, row: int, line: Text, width: int) -> None:
        """Up to the right edge: the ground is the picture's own."""
        full = shown_with(self._glyphs, line).copy()
        full.pad_right(max(0, width - line.cell_len))
        full.style = GROUND
        self._console.control(Control.move_to(0, row))
        self._console.print(full, end="", soft_wrap=True)


@contextmanager
def other_screen(console: Console, glyphs: Glyphs) -> Iterator[Canvas]:
    """While it lasts, the picture has the screen to itself; after it, what was there before is there again."""
    with console.screen():
        yield Canvas(console, glyphs)
