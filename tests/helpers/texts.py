"""Texts that are easily written or read wrong."""

from hypothesis import strategies as st

NASTY_TEXTS = (
    "", " ", "  ", "\n", "\n\n", " a", "a ", "a\n", "a\n\n", "\na", "a\n b", "a \nb", "a\n\n\nb", "a  b", "a:",
    "a: b",
    ":a", "a:b", "a #b", "a#b", "#a", "- a", "-", "--- a", "---", "...", "? a", "?", "& a", "*a", "!a",
    "!!str a", "|", ">", "%a",
    "@a", "`a`", "'", '"', "''", '"a"', "'a'", "it's: \"so\"", "a\\b", "\\n", "{a}", "[a]", "a, b", "a]", "a}",
    "<<", "=", "yes", "No", "on", "OFF", "y", "N", "true", "FALSE", "null", "~", "Null", ".nan", ".inf",
    "-.INF", "1", "-1", "+1",
    "012", "0o17", "0x1F", "0b11", "1_000", "1.5", "1e3", "1.5e3", "1.e+3", ".5", "5.", "1:30", "1:30:00",
    "190:20:30.15", "2001-12-14", "2001-12-14t21:59:43.10-05:00", "3-1-3-1", "3131", "30X1", "3:1:3:1", "max",
    "until-ready",
    "Übung", "💪", "抬", "e\u0301", "\u05d0\u05d1", "x" * 300, "word " * 60 + "end",
    "one two\n" + "word " * 60 + "end\n", "-word " * 40 + "end", "# " * 100 + "end", "long-lever " * 30 + "end",
    "a: b " * 60 + "end",
    "it's " * 60 + '"so"',
)  # fmt: skip

_PIECES = (
    "a",
    "word",
    " ",
    "  ",
    "\n",
    ":",
    ": ",
    " #",
    "-",
    "'",
    '"',
    "\\",
    "1",
    "1:30",
    "no",
    "ü",
    "💪",
    "é",
    "{",
    "]",
)


def texts(least: int = 0) -> st.SearchStrategy[str]:
    """Any text that a workout may hold: printable, with line ends."""
    characters = st.characters(codec="utf-8").filter(str.isprintable)
    pieces = st.sampled_from(_PIECES) | characters | st.text("abcdefg ", min_size=20, max_size=150)
    return st.one_of(
        st.lists(pieces, min_size=least, max_size=12).map("".join), st.sampled_from(NASTY_TEXTS[1 if least else 0 :])
    )
