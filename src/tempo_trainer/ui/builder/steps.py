"""One step of editing that can be undone."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtGui import QUndoCommand


class Edit(QUndoCommand):
    """From some data to others. Steps are merged by `extend`: Qt's own way deletes objects that Python holds."""

    def __init__(
        self,
        what: str,
        before: Mapping[str, Any],
        after: Mapping[str, Any],
        key: object,
        take: Callable[[Mapping[str, Any]], None],
    ) -> None:
        super().__init__(what)
        self.before = before
        self._after = after
        self._key = key
        self._take = take

    def goes_on(self, key: object) -> bool:
        """Whether an edit with this key is part of the same step."""
        return key is not None and key == self._key

    def settle(self) -> None:
        """Nothing more belongs to this step."""
        self._key = None

    def extend(self, after: Mapping[str, Any]) -> None:
        """The step leads further."""
        self._after = after
        self._take(after)

    def undo(self) -> None:
        """Back."""
        self._take(self.before)

    def redo(self) -> None:
        """On, the first time too."""
        self._take(self._after)
