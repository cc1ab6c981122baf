"""Text of a form and of the document: what only differs in white space is the same, so that a space can be typed."""

from collections.abc import Sequence
from typing import Any

from tempo_trainer.ui.builder.forms.base import text_of
from tempo_trainer.ui.fields import LinesField, LongTextField, TextField


def show_text(field: TextField | LongTextField, said: Any) -> None:
    """Show a text that is kept without the white space around it."""
    if field.text().strip() != text_of(said):
        field.set_text(text_of(said))


def show_lines(field: LinesField, said: Any) -> None:
    """Show a list; what is none is left to the problem below the field."""
    field.set_lines([str(item) for item in said] if isinstance(said, list) else [])


def show_list(field: TextField, said: Any) -> bool:
    """Show a list of short words in one line; False where it cannot be changed there, as a line would not keep it."""
    items = [str(item) for item in said] if isinstance(said, list) else []
    shown = ", ".join(items)
    if items != items_of(field.text()):
        field.set_text(shown)
    field.setReadOnly(items_of(shown) != items or any(not item.isprintable() for item in items))
    return not field.isReadOnly()


def items_of(text: str) -> list[str]:
    """What stands between the commas."""
    return [item.strip() for item in text.split(",") if item.strip()]


def or_none(items: Sequence[str]) -> list[str] | None:
    """A list as the document says it; nothing where it is empty."""
    return list(items) or None
