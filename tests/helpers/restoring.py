"""A process that restores, and dies at one of its file operations.

Audit hooks hear of each file that is opened, renamed, made or removed, just before it happens.
"""

import os
import sys
from pathlib import Path

from tempo_trainer.backup import take_up

OPERATIONS = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "sqlite3.connect"}
DIED = 9


def die_at(step: int) -> None:
    """End this process there, with nothing tidied up."""
    count = 0

    def listen(event: str, _: object) -> None:
        nonlocal count
        if event in OPERATIONS:
            count += 1
            if count == step:
                os._exit(DIED)

    sys.addaudithook(listen)


def restore_and_die(home: Path, step: int) -> int:
    """In a process of its own; its exit status."""
    child = os.fork()
    if not child:
        die_at(step)
        take_up(home)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
