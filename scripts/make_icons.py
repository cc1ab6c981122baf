"""Makes the small signs of the style sheet (ticks and arrows), a folder a theme: style sheets cannot colour a picture.

Run by `make icons` after a change of colours; a test says when it is due.
"""

from collections.abc import Iterator
from pathlib import Path

from tempo_trainer.ui.themes import THEMES, Theme

ICONS = Path(__file__).parents[1] / "src" / "tempo_trainer" / "ui" / "icons"
STROKES = {
    "tick": "M3.5 8.5 L6.8 11.8 L12.5 4.8",
    "up": "M4 10 L8 6 L12 10",
    "down": "M4 6 L8 10 L12 6",
    "right": "M6 4 L10 8 L6 12",
    "dot": "M8 8 L8 8.01",
    "cross": "M4.5 4.5 L11.5 11.5 M11.5 4.5 L4.5 11.5",
}
_WIDTHS = {"tick": 2.4, "dot": 6}
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16"><path d="{path}" fill="none" '
    'stroke="{colour}" stroke-width="{width}" stroke-linecap="round" stroke-linejoin="round"/></svg>\n'
)


def icons(theme: Theme) -> Iterator[tuple[str, str]]:
    """File name and content of each sign."""
    for name, path in STROKES.items():
        colour = theme.on_accent if name == "tick" else theme.text
        yield f"{name}.svg", SVG.format(path=path, colour=colour, width=_WIDTHS.get(name, 1.8))


def main() -> None:
    """Write them all."""
    for theme in THEMES.values():
        folder = ICONS / theme.name
        folder.mkdir(parents=True, exist_ok=True)
        for name, svg in icons(theme):
            (folder / name).write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
