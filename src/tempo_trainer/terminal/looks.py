"""Colours and shapes of the roles, for any terminal of 16 colours; without colours, words and shapes remain."""

from collections.abc import Mapping, Sequence

from tempo_trainer.session.face import Role

GROUND = "bright_white on black"  # its own ground: what stands out on black would not on white
STRONG = "bold"
PAST = "dim"
NOTICE = "bold bright_yellow"
SAID = "bold reverse"

STYLES: Mapping[Role, str] = {
    "eccentric": "bright_blue",
    "stretched_pause": "bright_cyan",
    "concentric": "bright_yellow",
    "contracted_pause": "yellow",
    "hold": "bright_yellow",
    "lead_in": "white",
    "rest": "bright_green",
    "switch": "bright_magenta",
    "ready": "bright_cyan",
    "paused": "bright_white",
    "done": "bright_green",
    "ended": "white",
}

MARKS: Mapping[Role, str] = {
    "eccentric": "▼", "concentric": "▲", "stretched_pause": "▂", "contracted_pause": "▔", "hold": "●",
    "rest": "○", "lead_in": "▶", "ready": "▶", "switch": "⇄", "paused": "‖", "ended": "■", "done": "✓",
}  # fmt: skip

_RIGHT = ("▄▄       ", "█████▄   ", "████████▄", "█████▀   ", "▀▀       ")

SHAPES: Mapping[Role, Sequence[str]] = {
    "eccentric": ("█████████", "▀███████▀", " ▀█████▀ ", "  ▀███▀  ", "   ▀█▀   "),
    "concentric": ("   ▄█▄   ", "  ▄███▄  ", " ▄█████▄ ", "▄███████▄", "█████████"),
    "stretched_pause": ("         ", "         ", "         ", "▄▄▄▄▄▄▄▄▄", "█████████"),
    "contracted_pause": ("█████████", "▀▀▀▀▀▀▀▀▀", "         ", "         ", "         "),
    "hold": (" ▄█████▄ ", "█████████", "█████████", "█████████", " ▀█████▀ "),
    "lead_in": _RIGHT,
    "rest": (" ▄█████▄ ", "███▀ ▀███", "██     ██", "███▄ ▄███", " ▀█████▀ "),
    "switch": ("  ▄   ▄  ", "▄██   ██▄", "█████████", "▀██   ██▀", "  ▀   ▀  "),
    "ready": _RIGHT,
    "paused": ("███   ███", "███   ███", "███   ███", "███   ███", "███   ███"),
    "done": ("       ▄█", "     ▄██▀", "█▄ ▄██▀  ", "▀███▀    ", "  ▀      "),
    "ended": ("▄▄▄▄▄▄▄▄▄", "█████████", "█████████", "█████████", "▀▀▀▀▀▀▀▀▀"),
}
"""Five lines of nine cells: the shapes that the window shows."""
