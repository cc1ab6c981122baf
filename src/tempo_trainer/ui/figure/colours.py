"""The colours that a figure is painted in."""

from dataclasses import dataclass

from PySide6.QtGui import QColor


@dataclass(frozen=True)
class FigureColours:
    """All as #rrggbb; limbs and props stand out from the ground by a contrast of at least 3:1."""

    body: str  # head, trunk and near limbs
    far: str  # limbs on the far side
    working: str  # the working leg
    prop: str  # ball, anchor, mat, weight
    line: str  # the floor
    ground: str  # what the figure stands on, for contours and stripes
    label: str  # text in the badge, which has the ground's colour


def blend(one: str, other: str, share: float = 0.5) -> str:
    """A colour between two, with a share of the other."""
    first, last = QColor(one), QColor(other)

    def between(start: int, end: int) -> int:
        return round(start + (end - start) * share)

    return QColor(
        between(first.red(), last.red()), between(first.green(), last.green()), between(first.blue(), last.blue())
    ).name()
