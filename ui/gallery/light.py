"""Pictures that weigh little in a repository."""

from __future__ import annotations

import numpy as np
from PIL import Image

COMMON, FAR = 32, 96
"""How many colours are kept exactly, those of the grounds first, and how many are kept because they are far apart, so
that a small mark of amber stays amber."""


def light(picture: Image.Image) -> Image.Image:
    """The picture in a palette of its own, each colour as the nearest there (Pillow's own search takes one near it)."""
    pixels = np.asarray(picture.convert("RGBX"), np.uint8).view(np.uint32).ravel()
    packed, place, counts = np.unique(pixels, return_inverse=True, return_counts=True)
    colours = packed.view(np.uint8).reshape(-1, 4)[:, :3].astype(np.float32)
    far = picture.quantize(FAR, method=Image.Quantize.MAXCOVERAGE).getpalette() or []
    palette = np.concatenate(
        [colours[np.argsort(-counts, kind="stable")[:COMMON]], np.reshape(np.array(far, np.float32), (-1, 3))]
    )
    nearest = np.argmin((palette**2).sum(axis=1) - 2 * colours @ palette.T, axis=1).astype(np.uint8)
    image = Image.fromarray(nearest[place].reshape(picture.height, picture.width))
    image.putpalette(palette.astype(np.uint8).ravel().tolist())
    return image
