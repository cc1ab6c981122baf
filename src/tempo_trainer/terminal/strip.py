"""The strip: the whole session at a glance in one line, work heavy, breaks light, and where it stands."""

from bisect import bisect_right

from rich.text import Text

from tempo_trainer.session.moment import Moment

_WORK, _BREAK, _HERE = "━", "─", "●"


def strip(moment: Moment, width: int, style: str) -> Text:
    """One line; what is done has the colour of the present."""
    duration = moment.timeline.duration_ms
    if not duration:
        return Text()
    line = "".join(_sign(moment, (cell + 0.5) * duration / width) for cell in range(width))
    here = min(width - 1, int(moment.position_ms * width / duration))
    return Text.assemble((line[:here], style), (_HERE, "bold"), (line[here + 1 :], "dim"))


def _sign(moment: Moment, at_ms: float) -> str:
    spans = moment.timeline.bout_spans
    found = bisect_right(spans, at_ms, key=lambda span: span[0]) - 1
    return _WORK if found >= 0 and at_ms < spans[found][1] else _BREAK
