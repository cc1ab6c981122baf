"""Characters for terminals that cannot show all of ours: each is replaced by one of the same width."""

from collections.abc import Mapping

from rich.text import Text

Glyphs = Mapping[int, int]  # code points

_ALL: Glyphs = {}
_CONSOLE: Glyphs = str.maketrans("▁▂▃▅▆▇▔━┃╵●▶⇄‖✓…−", "▄▄▄▄██▀═│'•►↔║√~-")
"""For the fonts of the Linux console, which have what a PC always had."""
_ASCII: Glyphs = str.maketrans("█▇▆▅▄▃▂▁▀▔━─┃│║╵·●○▼▲▶⇄‖■✓…−→←↑↓", '#####___""=-|||\'.*oV^>%I#x~-><^v')


def glyphs_for(encoding: str, term: str) -> Glyphs:
    """What to replace, after the encoding of the output and the kind of the terminal (`TERM`)."""
    if not encoding.lower().startswith("utf"):
        return _ASCII
    return _CONSOLE if term == "linux" else _ALL


def shown_with(glyphs: Glyphs, line: Text) -> Text:
    """The line in characters that can be shown."""
    if not glyphs:
        return line
    line = line.copy()
    line.plain = line.plain.translate(glyphs)
    return line
