"""The look of ordinary widgets: the palette and the one style sheet."""

from pathlib import Path

from PySide6.QtGui import QColor, QPalette

from tempo_trainer.ui.theme import RADIUS, SPACE
from tempo_trainer.ui.themes import Theme

ICONS = Path(__file__).parent / "icons"


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
    return _general(theme) + _fields(theme) + _menus(theme) + _tables(theme)


def _general(theme: Theme) -> str:
    return f"""
* {{ font-size: 15px; color: {theme.text}; }}
QMainWindow, QWidget#page {{ background: {theme.ground}; }}
QWidget#bar {{ background: {theme.ground}; }}
QLabel#title {{ font-size: 30px; font-weight: 600; }}
QLabel#name {{ font-size: 26px; font-weight: 600; }}
QLabel#quiet {{ color: {theme.quiet}; }}
QFrame#card {{ background: {theme.surface}; border: 1px solid {theme.border}; border-radius: {RADIUS}px; }}
QListView {{ background: transparent; border: none; outline: none; }}
QAbstractItemView {{ activate-on-singleclick: 0; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
QScrollArea:focus {{ border: 2px solid {theme.accent}; border-radius: {RADIUS}px; }}
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
QPushButton#choice {{ font-weight: 600; }}
QPushButton#choice:checked {{ background: {theme.accent}; color: {theme.on_accent}; border-color: {theme.accent}; }}
QPushButton#choice:checked:focus {{ border: 2px solid {theme.text}; }}
QFrame#scale {{ border: 2px solid transparent; border-radius: {RADIUS}px; }}
QFrame#scale:focus {{ border-color: {theme.accent}; }}
QPushButton#score {{ font-weight: 600; padding: {SPACE}px 0; }}
QPushButton#score:checked {{ background: {theme.accent}; color: {theme.on_accent}; border-color: {theme.accent}; }}
QPushButton, QCheckBox, QSlider {{ outline: none; }}
QFrame#notice {{ background: {theme.alarm}; border-radius: {RADIUS}px; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px; }}
QScrollBar::handle:vertical {{ background: {theme.border}; border-radius: 4px; min-height: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
    background: none; height: 0;
}}
QToolTip {{ background: {theme.raised}; color: {theme.text}; border: 1px solid {theme.border}; padding: 4px; }}
"""


def _fields(theme: Theme) -> str:
    """Where something is typed, chosen or moved."""
    return f"""
QSlider {{ min-height: 32px; }}
QSlider::groove:horizontal {{ height: 6px; border-radius: 3px; background: {theme.quiet}; }}
QSlider::sub-page:horizontal {{ background: {theme.accent}; border-radius: 3px; }}
QSlider::handle:horizontal {{
    width: 22px; height: 22px; margin: -8px 0; border-radius: 11px; background: {theme.text};
}}
QSlider::handle:horizontal:focus {{ border: 2px solid {theme.accent}; width: 18px; height: 18px; }}
QCheckBox {{ spacing: {SPACE}px; min-height: 32px; }}
QCheckBox::indicator {{
    width: 18px; height: 18px; border: 2px solid {theme.quiet}; border-radius: 5px; background: {theme.ground};
}}
QCheckBox::indicator:checked {{
    background: {theme.accent}; border-color: {theme.accent}; image: {_icon(theme, "tick")};
}}
QCheckBox:focus {{ text-decoration: underline; }}
QCheckBox::indicator:focus {{ border: 3px solid {theme.text}; width: 16px; height: 16px; }}
QLabel#field {{ font-weight: 600; }}
QLabel#problem {{ color: {theme.text}; background: {theme.alarm}; border-radius: 5px; padding: 2px {SPACE}px; }}
QLineEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox {{
    background: {theme.ground}; border: 1px solid {theme.edge}; border-radius: {RADIUS // 2 + 1}px;
    padding: 5px {SPACE}px; min-height: 24px;
    selection-background-color: {theme.accent}; selection-color: {theme.on_accent};
    placeholder-text-color: {theme.quiet};
}}
QPlainTextEdit {{ padding: 2px 2px; }}
QLineEdit:focus, QPlainTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {{
    border: 2px solid {theme.accent}; padding: 4px {SPACE - 1}px;
}}
QPlainTextEdit:focus {{ padding: 1px 1px; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {{
    color: {theme.quiet}; border: 1px dashed {theme.border}; background: transparent;
}}
*[wrong="true"] {{ border: 2px solid {theme.wrong}; }}
QAbstractSpinBox {{ padding-right: 26px; }}
QAbstractSpinBox:focus {{ padding-right: 25px; }}
QComboBox QLineEdit, QComboBox QLineEdit:focus, QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {{
    border: none; background: transparent; padding: 0; min-height: 0;
}}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{
    subcontrol-origin: border; width: 24px; background: transparent; border: none;
}}
QAbstractSpinBox::up-button {{ subcontrol-position: top right; }}
QAbstractSpinBox::down-button {{ subcontrol-position: bottom right; }}
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover {{
    background: {theme.raised}; border-radius: 4px;
}}
QAbstractSpinBox::up-arrow {{ image: {_icon(theme, "up")}; width: 12px; height: 12px; }}
QAbstractSpinBox::down-arrow {{ image: {_icon(theme, "down")}; width: 12px; height: 12px; }}
QComboBox::drop-down {{ border: none; width: 28px; }}
QComboBox::down-arrow {{ image: {_icon(theme, "down")}; width: 14px; height: 14px; }}
QComboBox {{ combobox-popup: 0; }}
QComboBox QAbstractItemView, QCompleter QAbstractItemView {{
    background: {theme.surface}; border: 1px solid {theme.edge}; outline: none;
    selection-background-color: {theme.accent}; selection-color: {theme.on_accent};
}}
QComboBox QAbstractItemView::item {{ min-height: 32px; padding: 0 {SPACE}px; }}
QProgressBar {{
    background: {theme.raised}; border: none; border-radius: 5px; min-height: 10px; max-height: 10px;
    color: transparent;
}}
QProgressBar::chunk {{ background: {theme.accent}; border-radius: 5px; }}
"""


def _menus(theme: Theme) -> str:
    """Menus, the bar that leads from page to page, and what divides a page."""
    return f"""
QMenuBar {{ background: {theme.ground}; padding: 2px {SPACE}px; }}
QMenuBar::item {{ padding: 6px 10px; border-radius: 6px; background: transparent; }}
QMenuBar::item:selected {{ background: {theme.raised}; }}
QMenu {{ background: {theme.surface}; border: 1px solid {theme.edge}; padding: 6px; }}
QMenu::item {{ padding: 7px 28px 7px 24px; border-radius: 6px; }}
QMenu::item:selected {{ background: {theme.accent}; color: {theme.on_accent}; }}
QMenu::item:disabled {{ color: {theme.quiet}; }}
QMenu::separator {{ height: 1px; background: {theme.border}; margin: 6px {SPACE}px; }}
QMenu::indicator {{ width: 14px; height: 14px; left: 6px; }}
QMenu::indicator:checked {{ image: {_icon(theme, "dot")}; }}
QPushButton::menu-indicator {{
    image: {_icon(theme, "down")}; width: 12px; height: 12px; subcontrol-position: center right; right: {SPACE}px;
}}
QFrame#places {{ background: {theme.surface}; border: none; border-bottom: 1px solid {theme.border}; }}
QPushButton#place {{
    background: transparent; border: 2px solid transparent; padding: 6px 10px; font-weight: 600;
    color: {theme.quiet};
}}
QPushButton#place:hover {{ background: {theme.raised}; }}
QPushButton#place:focus {{ border: 2px solid {theme.accent}; }}
QPushButton#place:checked {{ background: {theme.raised}; color: {theme.accent}; }}
QPushButton#danger {{ border-color: {theme.wrong}; }}
QPushButton#quietly {{ background: transparent; border-color: transparent; padding: {SPACE}px; }}
QPushButton#quietly:hover, QPushButton#quietly:focus {{ background: {theme.raised}; border: 1px solid {theme.accent}; }}
QFrame#rule {{ background: {theme.border}; border: none; max-height: 1px; min-height: 1px; }}
QSplitter::handle {{ background: transparent; }}
"""


def _tables(theme: Theme) -> str:
    """Numbers in rows and columns."""
    return f"""
QTableView {{
    background: transparent; border: 2px solid transparent; border-radius: {RADIUS}px; outline: none;
    selection-background-color: {theme.raised}; selection-color: {theme.text};
}}
QTableView:focus {{ border-color: {theme.accent}; }}
QTableView::item {{ padding: 0 {SPACE}px; border: none; border-bottom: 1px solid {theme.border}; }}
QTableView::item:selected {{ background: {theme.raised}; }}
QHeaderView {{ background: transparent; border: none; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 2px; }}
QScrollBar::handle:horizontal {{ background: {theme.border}; border-radius: 4px; min-width: 32px; }}
QScrollBar::add-line:horizontal, QScrollBar::sub-line:horizontal {{ background: none; width: 0; }}
QHeaderView::section {{
    background: transparent; color: {theme.quiet}; padding: 4px {SPACE}px; border: none;
    border-bottom: 1px solid {theme.edge};
}}
"""


def _icon(theme: Theme, name: str) -> str:
    """A sign of scripts/make_icons.py, as style sheets write it."""
    return f'url("{(ICONS / theme.name / name).as_posix()}.svg")'
