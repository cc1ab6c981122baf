"""Writing files so that they are always whole: to a neighbour, flushed to the disk, then renamed over the old."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """A neighbour to write to; it takes the place of `path` if all goes well, and vanishes if not."""
    neighbour = path.with_name(f".{path.stem}.{os.getpid()}{path.suffix}")
    try:
        yield neighbour
        with neighbour.open("rb") as file:
            os.fsync(file.fileno())
        neighbour.replace(path)
    finally:
        neighbour.unlink(missing_ok=True)
