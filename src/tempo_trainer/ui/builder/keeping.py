"""Keeps a draft of the document while there is something in it that is on no disk."""

import logging
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from tempo_trainer.faults import FAULT
from tempo_trainer.files import reason
from tempo_trainer.ui.builder.document import Document
from tempo_trainer.ui.builder.drafts import Draft, Drafts

EVERY_MS = 3000
CLOSE_MS = 3000  # a disk that takes longer hangs
NO_DRAFT = "No draft can be kept of what is not saved. {}"

log = logging.getLogger(__name__)


class DraftKeeper(QObject):
    """Emits `failed` with a sentence, an empty one when all is well again. One thread writes, in order."""

    failed = Signal(str)

    def __init__(self, document: Document, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self.drafts = Drafts(folder)
        self._document = document
        self._wanted: object = None  # the data that were last given to the thread, unless it could not write them
        self._written: object = None  # the data that are in the draft, as its thread tells
        self._writer = QThreadPool(self)
        self._writer.setMaxThreadCount(1)
        self._timer = QTimer(self, singleShot=True, interval=EVERY_MS)
        self._timer.timeout.connect(self.keep)
        self.failed.connect(self._heed)
        document.changed.connect(self._follow)
        document.saved.connect(self._follow)

    def keep(self) -> None:
        """Write the draft now, in the background."""
        self._timer.stop()
        document = self._document
        if document.is_changed and document.data is not self._wanted:
            self._wanted = document.data
            draft = Draft(document.data, document.path, document.stamp)
            self._writer.start(lambda: self._write(draft))

    @property
    def is_kept(self) -> bool:
        """Whether what is open is in the draft on disk by now."""
        return self._written is self._document.data

    def try_to_keep(self) -> bool:
        """Write the draft, and wait for the disk, before the window closes: whether it is there."""
        self.keep()
        self._writer.waitForDone(CLOSE_MS)
        return self.is_kept

    def drop(self) -> None:
        """There is nothing to keep."""
        self._timer.stop()
        self._wanted = None
        self._writer.start(self._drop)

    def take(self, draft: Draft) -> bool:
        """Make one that was left behind ours."""
        self._writer.waitForDone(CLOSE_MS)
        taken = self.drafts.take(draft)
        if taken:
            self._wanted = self._written = draft.data
        return taken

    def close(self) -> None:
        """The draft is on disk, and the next window may have it."""
        self.try_to_keep()
        self.drafts.release()

    def _follow(self) -> None:
        if not self._document.is_changed:
            self.drop()
        elif not self._timer.isActive():
            self._timer.start()

    def _heed(self, problem: str) -> None:
        """What could not be written is tried again: there may be room on the disk by then."""
        if problem:
            self._wanted = None
            self._follow()

    def _drop(self) -> None:
        self._written = None
        self.drafts.drop()

    def _write(self, draft: Draft) -> None:
        problem = ""
        try:
            self.drafts.keep(draft)
            self._written = draft.data
        except OSError as error:
            problem = NO_DRAFT.format(reason(error))
        except Exception:
            log.exception("The draft could not be written")
            problem = NO_DRAFT.format(FAULT.format("the log"))
        with suppress(RuntimeError):  # the window may have been closed meanwhile
            self.failed.emit(problem)
