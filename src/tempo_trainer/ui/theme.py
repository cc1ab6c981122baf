"""The one place for sizes and fonts; the colours are in themes.py, the look of ordinary widgets in styles.py."""

from PySide6.QtGui import QFont

FAMILIES = ["Inter", "Segoe UI", "SF Pro Text", "Noto Sans", "DejaVu Sans"]
CAPITAL_HEIGHT = 0.729  # of the font's pixel size: DejaVu Sans; those of the other families differ little

SPACE = 8  # every distance in the widgets is a multiple of it
RADIUS = 10


def font(pixels: float, *, bold: bool = False) -> QFont:
    """A font of the program at a pixel size."""
    made = QFont(FAMILIES)
    made.setPixelSize(max(1, round(pixels)))
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return made


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours by WCAG 2.2, 1 to 21.

    >>> round(contrast("#000000", "#ffffff"))
    21
    """
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
