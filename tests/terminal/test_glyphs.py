"""What is shown where not all characters are known."""

import pytest
from rich.cells import cell_len
from rich.text import Text

from helpers.clock import FakeClock
from helpers.plans import SQUAT, plan
from helpers.terminal import Runner
from tempo_trainer.terminal.glyphs import glyphs_for, shown_with


@pytest.mark.parametrize(("encoding", "term"), [("utf-8", "xterm-256color"), ("utf-8", "linux"), ("ascii", "vt100")])
def test_a_picture_is_as_wide_in_other_characters(clock: FakeClock, encoding: str, term: str) -> None:
    runner = Runner(plan(SQUAT, lead_in=3), clock).started()
    for keys in ([], ["?"], ["Esc", "O"], ["T"], ["Esc", "Esc"], ["Enter"]):
        for line in runner.press(*keys).after(1000).lines():
            shown = shown_with(glyphs_for(encoding, term), line)
            assert cell_len(shown.plain) == line.cell_len
            assert shown.spans == line.spans
            shown.plain.encode(encoding)


def test_the_linux_console_is_given_what_its_fonts_have(clock: FakeClock) -> None:
    runner = Runner(plan(SQUAT), clock).started()
    drawn = "".join(shown_with(glyphs_for("utf-8", "linux"), line).plain for line in runner.lines())
    assert not set(drawn) & set("▁▂▃▅▆▇━┃╵")


def test_a_line_is_left_alone_where_all_can_be_shown() -> None:
    line = Text("▁▂▃")
    assert shown_with(glyphs_for("UTF-8", "xterm"), line) is line
