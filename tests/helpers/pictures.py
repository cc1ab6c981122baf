"""Compares what is painted with a picture that was looked at and kept."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage

Levels = NDArray[np.float64]

BLOCK = 8  # pixels: one block is what a contour that lies elsewhere cannot hide in
MOST_ON_AVERAGE = 0.8  # of 255 levels, over the whole picture
MOST_IN_A_BLOCK = 24.0  # over one block: half of what a thin limb moved by a few pixels makes


@dataclass(frozen=True)
class Difference:
    """How far two pictures of one size are apart, in levels of 0 to 255."""

    mean: float
    worst_block: float

    @property
    def tolerable(self) -> bool:
        """Whether another way of smoothing edges may have made it."""
        return self.mean <= MOST_ON_AVERAGE and self.worst_block <= MOST_IN_A_BLOCK


def levels(image: QImage) -> Levels:
    """Red, green and blue of every pixel: an array of height, width, 3."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.asarray(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : 3 * plain.width()].reshape(plain.height(), plain.width(), 3).astype(np.float64)


def difference(expected: QImage, actual: QImage) -> Difference:
    """The mean difference, and that of the block in which it is largest."""
    apart = np.abs(levels(expected) - levels(actual)).mean(axis=2)
    blocks = [
        apart[y : y + BLOCK, x : x + BLOCK].mean()
        for y in range(0, apart.shape[0], BLOCK // 2)
        for x in range(0, apart.shape[1], BLOCK // 2)
    ]
    return Difference(float(apart.mean()), float(max(blocks)))


def assert_like_picture(actual: QImage, kept: Path, folder: Path, *, renew: bool) -> None:
    """Fail if `actual` is not like the kept picture, and leave expected, actual and difference in `folder`.

    To look at what is painted now and keep it: pytest tests/ui/figure --renew-pictures
    """
    if renew:
        kept.parent.mkdir(exist_ok=True)
        assert actual.save(str(kept))
        return
    expected = QImage(str(kept))
    assert not expected.isNull(), f"there is no picture {kept}; make it with --renew-pictures, and look at it"
    assert expected.size() == actual.size()
    found = difference(expected, actual)
    if not found.tolerable:
        for name, image in (("expected", expected), ("actual", actual), ("difference", _apart(expected, actual))):
            image.save(str(folder / f"{kept.stem}-{name}.png"))
        pytest.fail(f"{kept.name}: {found}; see expected, actual and difference in {folder}")


def _apart(expected: QImage, actual: QImage) -> QImage:
    """Black where both are the same."""
    apart = np.abs(levels(expected) - levels(actual)).astype(np.uint8)
    height, width, _ = apart.shape
    return QImage(apart.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).copy()
