"""The questions after a session: what is said counts, whatever comes between."""

from collections.abc import Sequence
from io import StringIO

import pytest
from rich.console import Console

from tempo_trainer.terminal.questions import Questions

Said = list[tuple[int | None, int | None, str]]


class Typist(StringIO):
    """Types these lines, and then presses Ctrl-C."""

    def readline(self, size: int | None = -1) -> str:  # type: ignore[override]  # typeshed's StringIO has it from bytes
        """The next one."""
        line = super().readline(-1 if size is None else size)
        if not line:
            raise KeyboardInterrupt
        return line


def answered(lines: Sequence[str]) -> tuple[Said, str]:
    """What is told, and what is written, if somebody answers so."""
    said: Said = []
    screen = StringIO()
    console = Console(file=screen, width=80, markup=False, highlight=False)
    Questions(
        console, Typist("".join(f"{line}\n" for line in lines)), {}, lambda *all_of_it: said.append(all_of_it)
    ).ask()
    return said, screen.getvalue()


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([], []),
        (["4"], [(4, None, "")]),
        (["4", "11", "-1"], [(4, None, "")]),
        (["", "0"], [(None, 0, "")]),
        ([" 10 ", "", "[b]So so[/b]"], [(10, None, ""), (10, None, "[b]So so[/b]")]),
    ],
)
def test_each_answer_is_told_at_once_and_ctrl_c_takes_none_back(lines: Sequence[str], told: Said) -> None:
    assert answered(lines)[0] == told


def test_what_is_no_figure_is_asked_for_again() -> None:
    written = answered(["a lot", "¾", "٣", "9" * 5000, "0099", "3"])[1]
    assert written.count("How hard was it") == 6
    assert written.count("A whole number from 0 to 10") == 5
    assert "3: moderate." in written
