"""The signs of the style sheet are those that the themes' colours give."""

import pytest

from helpers.scripts import load_script
from tempo_trainer.ui.themes import THEMES, Theme


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_the_signs_are_current(theme: Theme) -> None:
    script = load_script("make_icons")
    for name, svg in script.icons(theme):
        assert (script.ICONS / theme.name / name).read_text(encoding="utf-8") == svg, "run `make icons`"
