"""The themes: every colour of the program.

Text has a contrast of at least 7:1, graphics 3:1, and colour-blind eyes can tell the phases apart (all tested).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from tempo_trainer.history.ratings import Light
from tempo_trainer.session.face import Role

ThemeName = Literal["dark", "light", "contrast"]


@dataclass(frozen=True)
class RoleColours:
    """A ground that fills the stage, and a bright colour for shapes on it."""

    ground: str
    bright: str


@dataclass(frozen=True)
class FigureDress:
    """The figure's colours: limbs, those on the far side, the one that works, ball and anchor, letters on a badge."""

    body: str
    far: str
    working: str
    prop: str
    label: str


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
    edge: str  # around what can be typed into
    wrong: str  # around what is wrong, or cannot be undone
    lights: Mapping[Light, str]  # of the pain: with a shape and a word each
    roles: Mapping[Role, RoleColours]
    figure: FigureDress


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
    edge="#7d8c9c",
    wrong="#ff9d5c",
    lights={"go on": "#6fdc93", "hold": "#ffd34d", "ease off": "#ff8a75"},
    roles={
        "eccentric": RoleColours("#0b2238", "#4584fe"),
        "stretched_pause": RoleColours("#231637", "#c4d1f0"),
        "concentric": RoleColours("#35200a", "#ff6106"),
        "contracted_pause": RoleColours("#33132a", "#fccc9c"),
        "hold": RoleColours("#2b280d", "#fafe5b"),
        "lead_in": RoleColours("#16202a", "#a9c1d6"),
        "rest": RoleColours("#0c2a21", "#2abea4"),
        "switch": RoleColours("#2c1f10", "#d964c8"),
        "ready": RoleColours("#131a22", "#6cc4ff"),
        "paused": RoleColours("#1b1d20", "#c6ccd3"),
        "done": RoleColours("#10261a", "#7fe3a0"),
        "ended": RoleColours("#1d1c22", "#c9c6d6"),
    },
    figure=FigureDress(body="#d3dbe5", far="#8592a2", working="#ffc93c", prop="#8fa6c2", label="#ffffff"),
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
    edge="#6d7987",
    wrong="#b3420b",
    lights={"go on": "#15703a", "hold": "#9a6700", "ease off": "#b3261e"},
    roles={
        "eccentric": RoleColours("#dcecfb", "#063fa8"),
        "stretched_pause": RoleColours("#ebe1fa", "#03014b"),
        "concentric": RoleColours("#fdecd3", "#c33210"),
        "contracted_pause": RoleColours("#fbe0ef", "#410d1f"),
        "hold": RoleColours("#f8f1c4", "#333000"),
        "lead_in": RoleColours("#e6ecf2", "#47617a"),
        "rest": RoleColours("#d9f2e7", "#12785b"),
        "switch": RoleColours("#f6e8d5", "#9710f2"),
        "ready": RoleColours("#e9f0f7", "#0a5690"),
        "paused": RoleColours("#e7e9ec", "#4d565f"),
        "done": RoleColours("#dbf3e3", "#15703a"),
        "ended": RoleColours("#e9e8ee", "#55506a"),
    },
    figure=FigureDress(body="#46525f", far="#78838f", working="#0b50d6", prop="#5b7390", label="#10161d"),
)

CONTRAST = Theme(
    name="contrast",
    ground="#000000",
    surface="#000000",
    raised="#1a1a1a",
    border="#ffffff",
    text="#ffffff",
    quiet="#e6e6e6",
    accent="#ffe600",
    on_accent="#000000",
    alarm="#5a2600",
    edge="#ffffff",
    wrong="#ff9d5c",
    lights={"go on": "#42f491", "hold": "#fffe32", "ease off": "#ff9480"},
    roles={
        "eccentric": RoleColours("#000000", "#09a0ff"),
        "stretched_pause": RoleColours("#000000", "#bcceff"),
        "concentric": RoleColours("#000000", "#ff8718"),
        "contracted_pause": RoleColours("#000000", "#f6a9b7"),
        "hold": RoleColours("#000000", "#fffe32"),
        "lead_in": RoleColours("#000000", "#ffffff"),
        "rest": RoleColours("#000000", "#42f491"),
        "switch": RoleColours("#000000", "#dc6dc3"),
        "ready": RoleColours("#000000", "#ffffff"),
        "paused": RoleColours("#000000", "#ffffff"),
        "done": RoleColours("#000000", "#42f491"),
        "ended": RoleColours("#000000", "#ffffff"),
    },
    figure=FigureDress(body="#ffffff", far="#a6a6a6", working="#ffe600", prop="#c8c8c8", label="#ffffff"),
)

THEMES: Mapping[ThemeName, Theme] = {"dark": DARK, "light": LIGHT, "contrast": CONTRAST}
