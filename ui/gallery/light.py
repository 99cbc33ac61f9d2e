"""Pictures that weigh little in a repository."""

from __future__ import annotations

import numpy as np
from PIL import Image

COMMON, FAR = 96, 128
"""How many colours are kept exactly, those of the grounds first, and how many are kept because they are far apart, so
that a small mark of amber stays amber."""


def light(picture: Image.Image) -> Image.Image:
    """The picture in a palette of its own."""
    pixels = np.asarray(picture.convert("RGBX"), np.uint8).view(np.uint32)
    colours, counts = np.unique(pixels, return_counts=True)
    common = colours[np.argsort(-counts, kind="stable")[:COMMON]].view(np.uint8).reshape(-1, 4)[:, :3].ravel().tolist()
    far = picture.quantize(FAR, method=Image.Quantize.MAXCOVERAGE).getpalette() or []
    palette = Image.new("P", (1, 1))
    palette.putpalette([*common, *far])
    return picture.quantize(palette=palette, dither=Image.Dither.NONE)
