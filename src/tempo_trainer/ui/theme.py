"""The one place for sizes, fonts and the look of ordinary widgets; the colours are in themes.py."""

from PySide6.QtGui import QColor, QFont, QPalette

from tempo_trainer.ui.themes import Theme

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
QPushButton:disabled {{ color: {theme.quiet}; background: transparent; border: 1px dashed {theme.border}; }}
QPushButton#primary {{
    background: {theme.accent}; color: {theme.on_accent}; border-color: {theme.accent}; font-weight: 600;
}}
QPushButton#primary:focus {{ border: 2px solid {theme.text}; }}
QPushButton#primary:disabled {{ background: {theme.raised}; color: {theme.quiet}; border-color: {theme.border}; }}
QFrame#panel {{ background: {theme.surface}; border: 2px solid {theme.accent}; border-radius: {2 * RADIUS}px; }}
QLabel#section {{ font-weight: 600; color: {theme.accent}; }}
QLabel#key {{
    background: {theme.raised}; border: 1px solid {theme.border}; border-radius: 6px;
    padding: 2px {SPACE}px; font-weight: 600; qproperty-alignment: AlignCenter;
}}
QPushButton#line {{ background: transparent; border-color: transparent; text-align: left; padding: 4px {SPACE}px; }}
QPushButton#line:hover, QPushButton#line:focus {{ background: {theme.raised}; border: 1px solid {theme.accent}; }}
QPushButton#choice:checked {{
    background: {theme.accent}; color: {theme.on_accent}; border-color: {theme.accent}; font-weight: 600;
}}
QPushButton#choice:checked:focus {{ border: 2px solid {theme.text}; }}
QPushButton, QCheckBox, QSlider {{ outline: none; }}
QSlider {{ min-height: 32px; }}
QSlider::groove:horizontal {{ height: 6px; border-radius: 3px; background: {theme.quiet}; }}
QSlider::sub-page:horizontal {{ background: {theme.accent}; border-radius: 3px; }}
QSlider::handle:horizontal {{
    width: 22px; height: 22px; margin: -8px 0; border-radius: 11px; background: {theme.text};
}}
QSlider::handle:horizontal:focus {{ border: 2px solid {theme.accent}; width: 18px; height: 18px; }}
QCheckBox {{ spacing: {SPACE}px; min-height: 32px; }}
QCheckBox::indicator {{
    width: 20px; height: 20px; border: 2px solid {theme.quiet}; border-radius: 5px; background: {theme.ground};
}}
QCheckBox::indicator:checked {{ background: {theme.accent}; border-color: {theme.accent}; }}
QCheckBox::indicator:focus {{ border-color: {theme.text}; }}
QFrame#notice {{ background: {theme.alarm}; border-radius: {RADIUS}px; }}
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
