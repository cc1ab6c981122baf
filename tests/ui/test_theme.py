"""Every text can be read and every shape be seen, in each theme."""

from typing import get_args

import pytest

from tempo_trainer.session.face import Role
from tempo_trainer.ui.theme import THEMES, Theme, contrast

ALL = list(THEMES.values())
ROLES = get_args(Role)


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
def test_every_role_has_its_colours(theme: Theme) -> None:
    assert set(theme.roles) == set(ROLES)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
def test_text_on_the_stage_stands_out(theme: Theme, role: Role) -> None:
    ground = theme.roles[role].ground
    assert contrast(theme.text, ground) >= 7
    assert contrast(theme.quiet, ground) >= 7
    assert contrast(theme.roles[role].bright, ground) >= 4.5  # the count, in letters of 100 pixels and more


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
def test_text_of_the_widgets_stands_out(theme: Theme) -> None:
    for ground in (theme.ground, theme.surface, theme.raised, theme.alarm):
        assert contrast(theme.text, ground) >= 7
    for ground in (theme.ground, theme.surface, theme.raised):
        assert contrast(theme.quiet, ground) >= 7
    assert contrast(theme.on_accent, theme.accent) >= 7


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
def test_what_is_chosen_is_marked_clearly(theme: Theme) -> None:
    assert contrast(theme.accent, theme.surface) >= 3
    assert contrast(theme.accent, theme.ground) >= 3


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
def test_no_two_roles_look_alike(theme: Theme) -> None:
    grounds = [theme.roles[role].ground for role in ROLES]
    assert len(set(grounds)) == len(grounds)
