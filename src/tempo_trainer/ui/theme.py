"""The one place for colours, sizes and fonts. Text has a contrast of at least 7:1, graphics 3:1 (tested)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from PySide6.QtGui import QColor, QFont, QPalette

from tempo_trainer.session.face import Role

ThemeName = Literal["dark", "light"]
FAMILIES = ["Inter", "Segoe UI", "SF Pro Text", "Noto Sans", "DejaVu Sans"]
CAPITAL_HEIGHT = 0.729  # of the font's pixel size: DejaVu Sans; those of the other families differ little

SPACE = 8  # every distance in the widgets is a multiple of it
RADIUS = 10


@dataclass(frozen=True)
class RoleColours:
    """A ground that fills the stage, and a bright colour for shapes on it."""

    ground: str
    bright: str


@dataclass(frozen=True)
class Theme:
    """All colours, as #rrggbb."""

    name: ThemeName
    ground: str
    surface: str
    raised: str
    border: str
    text: str
    quiet: str  # text of less weight
    accent: str
    on_accent: str
    alarm: str  # ground of notices
    roles: Mapping[Role, RoleColours]


DARK = Theme(
    name="dark",
    ground="#0f1318",
    surface="#161c23",
    raised="#202832",
    border="#323d4a",
    text="#f3f6f9",
    quiet="#b9c4d0",
    accent="#6cc4ff",
    on_accent="#06141f",
    alarm="#4a2a12",
    roles={
        "eccentric": RoleColours("#0b2238", "#63b8ff"),
        "stretched_pause": RoleColours("#231637", "#c8a2ff"),
        "concentric": RoleColours("#35200a", "#ffb454"),
        "contracted_pause": RoleColours("#33132a", "#ff9bd0"),
        "hold": RoleColours("#2b280d", "#ffe169"),
        "lead_in": RoleColours("#16202a", "#a9c1d6"),
        "rest": RoleColours("#0c2a21", "#62dcae"),
        "switch": RoleColours("#2c1f10", "#f5cf9a"),
        "ready": RoleColours("#131a22", "#6cc4ff"),
        "paused": RoleColours("#1b1d20", "#c6ccd3"),
        "done": RoleColours("#10261a", "#7fe3a0"),
        "ended": RoleColours("#1d1c22", "#c9c6d6"),
    },
)

LIGHT = Theme(
    name="light",
    ground="#f5f6f8",
    surface="#ffffff",
    raised="#ebeef2",
    border="#c3cad3",
    text="#10161d",
    quiet="#3a4653",
    accent="#0a5690",
    on_accent="#ffffff",
    alarm="#ffe3c2",
    roles={
        "eccentric": RoleColours("#dcecfb", "#1668ad"),
        "stretched_pause": RoleColours("#ebe1fa", "#7440b8"),
        "concentric": RoleColours("#fdecd3", "#a35a00"),
        "contracted_pause": RoleColours("#fbe0ef", "#a82a72"),
        "hold": RoleColours("#f8f1c4", "#766300"),
        "lead_in": RoleColours("#e6ecf2", "#47617a"),
        "rest": RoleColours("#d9f2e7", "#0e7350"),
        "switch": RoleColours("#f6e8d5", "#80551a"),
        "ready": RoleColours("#e9f0f7", "#0a5690"),
        "paused": RoleColours("#e7e9ec", "#4d565f"),
        "done": RoleColours("#dbf3e3", "#15703a"),
        "ended": RoleColours("#e9e8ee", "#55506a"),
    },
)

THEMES: Mapping[ThemeName, Theme] = {"dark": DARK, "light": LIGHT}


def font(pixels: float, *, bold: bool = False) -> QFont:
    """A font of the program at a pixel size."""
    made = QFont(FAMILIES)
    made.setPixelSize(max(1, round(pixels)))
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return made


def palette(theme: Theme) -> QPalette:
    """For what style sheets do not reach."""
    made = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Window, theme.ground),
        (QPalette.ColorRole.Base, theme.surface),
        (QPalette.ColorRole.AlternateBase, theme.raised),
        (QPalette.ColorRole.Button, theme.raised),
        (QPalette.ColorRole.Highlight, theme.accent),
        (QPalette.ColorRole.HighlightedText, theme.on_accent),
    ):
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(role, QColor(theme.text))
    made.setColor(QPalette.ColorRole.PlaceholderText, QColor(theme.quiet))
    return made


def style_sheet(theme: Theme) -> str:
    """The look of all ordinary widgets."""
    return f"""
* {{ font-size: 15px; color: {theme.text}; }}
QMainWindow, QWidget#page {{ background: {theme.ground}; }}
QWidget#bar {{ background: {theme.ground}; }}
QLabel#title {{ font-size: 30px; font-weight: 600; }}
QLabel#name {{ font-size: 26px; font-weight: 600; }}
QLabel#quiet {{ color: {theme.quiet}; }}
QFrame#card {{ background: {theme.surface}; border: 1px solid {theme.border}; border-radius: {RADIUS}px; }}
QListView {{ background: transparent; border: none; outline: none; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
QPushButton {{
    background: {theme.raised}; border: 1px solid {theme.border}; border-radius: {RADIUS}px;
    padding: {SPACE}px {2 * SPACE}px; min-height: 22px;
}}
QPushButton:hover {{ border-color: {theme.accent}; }}
QPushButton:focus {{ border: 2px solid {theme.accent}; padding: {SPACE - 1}px {2 * SPACE - 1}px; }}
QPushButton:disabled {{ color: {theme.quiet}; background: transparent; }}
QPushButton#primary {{
    background: {theme.accent}; color: {theme.on_accent}; border-color: {theme.accent}; font-weight: 600;
}}
QPushButton#primary:focus {{ border: 2px solid {theme.text}; }}
QPushButton#primary:disabled {{ background: {theme.raised}; color: {theme.quiet}; border-color: {theme.border}; }}
QFrame#notice {{ background: {theme.alarm}; border-radius: {RADIUS}px; }}
QSlider {{ min-height: 32px; }}
QSlider::groove:horizontal {{ background: {theme.border}; height: 6px; border-radius: 3px; }}
QSlider::sub-page:horizontal {{ background: {theme.accent}; height: 6px; border-radius: 3px; }}
QSlider::handle:horizontal {{
    background: {theme.accent}; border: 3px solid {theme.ground}; width: 22px; height: 22px; margin: -11px 0;
    border-radius: 14px;
}}
QSlider:focus::handle:horizontal {{ border-color: {theme.text}; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px; }}
QScrollBar::handle:vertical {{ background: {theme.border}; border-radius: 4px; min-height: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
    background: none; height: 0;
}}
QToolTip {{ background: {theme.raised}; color: {theme.text}; border: 1px solid {theme.border}; padding: 4px; }}
"""


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
