"""The figure's geometry is plain numbers; only what paints knows Qt."""

from pytest_archon import archrule

PACKAGE = "tempo_trainer"
GEOMETRY = ("skeleton", "track", "ball", "keyposes", "motion", "scene", "outlines", "figures")


def test_no_qt_in_the_geometry() -> None:
    rule = archrule("no Qt below the painting", "poses are tested without a window")
    modules = [f"{PACKAGE}.ui.figure.{name}" for name in GEOMETRY]
    rule.match(*modules).should_not_import("PySide6*", "shiboken6*").check(PACKAGE)
