"""Every text can be read and every shape be seen, in each theme."""

from itertools import combinations
from typing import get_args

import pytest

from helpers.colours import BLINDNESS, difference
from tempo_trainer.session.face import Role
from tempo_trainer.ui.theme import contrast
from tempo_trainer.ui.themes import CONTRAST, DARK, LIGHT, THEMES, Theme

ALL = list(THEMES.values())
ROLES = get_args(Role)
DONE: tuple[Role, ...] = (
    "eccentric", "stretched_pause", "concentric", "contracted_pause", "hold", "rest", "switch",
)  # fmt: skip
TOLD_APART = 15  # of 100 from black to white; 2.3 is just noticeable side by side


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
def test_every_role_has_its_colours(theme: Theme) -> None:
    assert set(theme.roles) == set(ROLES)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
def test_text_on_the_stage_stands_out(theme: Theme, role: Role) -> None:
    ground = theme.roles[role].ground
    assert contrast(theme.text, ground) >= 7
    assert contrast(theme.quiet, ground) >= 7
    assert contrast(theme.roles[role].bright, ground) >= 3  # shapes


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
def test_the_lights_of_the_pain_stand_out(theme: Theme) -> None:
    for colour in theme.lights.values():
        assert contrast(colour, theme.ground) >= 3
        assert contrast(colour, theme.surface) >= 3


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_no_two_roles_have_the_same_ground(theme: Theme) -> None:
    grounds = [theme.roles[role].ground for role in ROLES]
    assert len(set(grounds)) == len(grounds)


@pytest.mark.parametrize("eyes", BLINDNESS)
@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
def test_colour_blind_eyes_can_tell_what_is_done_apart(theme: Theme, eyes: str) -> None:
    colours = {role: theme.roles[role].bright for role in DONE}
    apart = {pair: difference(colours[pair[0]], colours[pair[1]], eyes) for pair in combinations(DONE, 2)}
    assert min(apart.values()) >= TOLD_APART, min(apart, key=apart.__getitem__)


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
def test_the_ribbon_and_the_strip_stand_out(theme: Theme) -> None:
    for role in ROLES:
        assert contrast(theme.roles[role].bright, theme.surface) >= 3
        assert contrast(theme.accent, theme.roles[role].ground) >= 3
        assert contrast(theme.quiet, theme.roles[role].ground) >= 3


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
def test_the_figure_stands_out(theme: Theme, role: Role) -> None:
    figure, ground = theme.figure, theme.roles[role].ground
    for colour in (figure.body, figure.far, figure.working, figure.prop):
        assert contrast(colour, ground) >= 3
    assert contrast(figure.label, ground) >= 7


@pytest.mark.parametrize("eyes", BLINDNESS)
@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
def test_colour_blind_eyes_can_tell_which_side_works(theme: Theme, eyes: str) -> None:
    assert difference(theme.figure.working, theme.figure.body, eyes) >= TOLD_APART
    assert difference(theme.figure.working, theme.figure.far, eyes) >= TOLD_APART


def test_high_contrast_is_higher_than_the_others() -> None:
    def least(theme: Theme) -> float:
        return min(contrast(theme.roles[role].bright, theme.roles[role].ground) for role in ROLES)

    assert least(CONTRAST) >= 7 > max(least(DARK), least(LIGHT))
    assert all(contrast(CONTRAST.quiet, CONTRAST.roles[role].ground) >= 15 for role in ROLES)
