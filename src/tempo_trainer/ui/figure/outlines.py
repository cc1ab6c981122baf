"""The skin: the outline of every part in its own coordinates, as drawn on millimetre paper.

A point is (along the part, to its front); the curve through the points is closed and smooth, and all run the same way
round: down the front and up the back. Round ends lie about the joints, so that a limb stays whole when it bends.
"""

from collections.abc import Mapping, Sequence
from functools import cache

from tempo_trainer.ui.figure.skeleton import Part

_STEPS = 4  # straight pieces between two points

# fmt: off
_POINTS: Mapping[Part, Sequence[tuple[float, float]]] = {
    "trunk": [
        (-.046, .004), (-.032, .032), (-.005, .052), (.035, .066), (.075, .069), (.125, .060), (.175, .052),
        (.220, .053), (.262, .056), (.300, .053), (.332, .036), (.346, .002), (.340, -.034), (.318, -.060),
        (.286, -.073), (.250, -.068), (.212, -.052), (.172, -.043), (.128, -.047), (.080, -.056), (.040, -.058),
        (.000, -.058), (-.022, -.053), (-.038, -.038), (-.046, -.018),
    ],
    "neck": [
        (.022, -.020), (.000, -.054), (-.024, -.052), (-.047, -.042), (-.070, -.033), (-.098, -.028), (-.105, .000),
        (-.100, .022), (-.080, .027), (-.050, .026), (-.018, .034), (.012, .044),
    ],
    "head": [
        (-.186, .002), (-.182, .024), (-.171, .041), (-.154, .051), (-.138, .054), (-.129, .0545), (-.113, .0635),
        (-.107, .058), (-.0995, .0575), (-.092, .057), (-.082, .0535), (-.072, .050), (-.065, .041), (-.065, .028),
        (-.072, .008), (-.082, -.012), (-.092, -.032), (-.110, -.047), (-.135, -.054), (-.160, -.047),
        (-.178, -.026),
    ],
    "thigh": [
        (-.060, .000), (-.050, .032), (-.020, .053), (.030, .060), (.090, .059), (.150, .052), (.200, .043),
        (.245, .038), (.270, .026), (.279, .002), (.270, -.022), (.245, -.035), (.200, -.039), (.150, -.049),
        (.090, -.060), (.030, -.067), (-.020, -.064), (-.048, -.038),
    ],
    "shank": [
        (-.036, .000), (-.026, .026), (.000, .037), (.040, .035), (.090, .032), (.150, .026), (.205, .021),
        (.245, .021), (.262, .012), (.267, .000), (.262, -.012), (.245, -.021), (.205, -.021), (.165, -.030),
        (.120, -.044), (.080, -.049), (.040, -.045), (.000, -.036), (-.026, -.025),
    ],
    "foot": [
        (-.022, .000), (-.018, .016), (.000, .030), (.010, .052), (.016, .074), (.027, .088), (.038, .082),
        (.040, .070), (.0395, .050), (.0375, .030), (.0385, .005), (.040, -.018), (.037, -.034), (.026, -.043),
        (.010, -.043), (-.005, -.033), (-.016, -.020),
    ],
    "toes": [
        (-.011, .000), (-.008, .014), (-.001, .028), (.006, .034), (.011, .031), (.013, .020), (.013, .004),
        (.010, -.006), (.000, -.011), (-.008, -.008),
    ],
    "upper_arm": [
        (-.037, .000), (-.027, .026), (.000, .036), (.035, .036), (.075, .032), (.120, .029), (.155, .026),
        (.175, .024), (.193, .015), (.199, .000), (.193, -.014), (.175, -.024), (.140, -.027), (.095, -.032),
        (.045, -.036), (.000, -.037), (-.027, -.026),
    ],
    "forearm": [
        (-.023, .000), (-.016, .017), (.000, .024), (.030, .028), (.060, .026), (.100, .020), (.150, .015),
        (.161, .010), (.165, .000), (.161, -.010), (.150, -.015), (.100, -.020), (.055, -.026), (.025, -.027),
        (.000, -.024), (-.016, -.017),
    ],
    "hand": [
        (-.014, .000), (-.008, .013), (.012, .019), (.030, .026), (.042, .025), (.046, .016), (.066, .012),
        (.083, .006), (.085, -.003), (.076, -.010), (.045, -.014), (.010, -.015), (-.008, -.012),
    ],
}
# fmt: on


@cache
def outline(part: Part) -> tuple[complex, ...]:
    """The closed outline of a part: a Catmull-Rom curve through its points."""
    points = [complex(*point) for point in _POINTS[part]]
    count = len(points)
    return tuple(
        _curve(points[k - 1], points[k], points[(k + 1) % count], points[(k + 2) % count], step / _STEPS)
        for k in range(count)
        for step in range(_STEPS)
    )


@cache
def grown_outline(part: Part, by: float) -> tuple[complex, ...]:
    """The outline moved outwards, for a contour about the part."""
    points = outline(part)
    ways = [after - before for before, after in zip(points[-1:] + points[:-1], points[1:] + points[:1], strict=True)]
    return tuple(point + 1j * by * way / abs(way) for point, way in zip(points, ways, strict=True))


def _curve(before: complex, start: complex, end: complex, after: complex, t: float) -> complex:
    first, last = (end - before) / 2, (after - start) / 2
    rise = end - start
    return start + t * (first + t * (3 * rise - 2 * first - last + t * (first + last - 2 * rise)))
