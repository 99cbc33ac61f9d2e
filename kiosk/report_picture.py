"""The picture of a fault report as the city gets it: readable, and small enough for any line."""

from __future__ import annotations

import io

LONG_SIDE = 1800
"""Pixels: small print on a sheet stays readable."""

LARGEST = 480 << 10
"""Bytes, with room for the seal up to what the wire takes."""

QUALITIES = (80, 65, 50, 35, 20)


def small_enough(jpeg: bytes) -> bytes:
    """The same picture as JPEG of at most LARGEST bytes. Raises ValueError when it is none."""
    # loaded late: nobody waits for Pillow at the start
    from PIL import Image

    try:
        image = Image.open(io.BytesIO(jpeg)).convert("RGB")
    except OSError:
        raise ValueError("it is no picture") from None
    for reduced in (LONG_SIDE, LONG_SIDE // 2, LONG_SIDE // 4):
        image.thumbnail((reduced, reduced))
        for quality in QUALITIES:
            buffer = io.BytesIO()
            image.save(buffer, "JPEG", quality=quality, optimize=True)
            if buffer.tell() <= LARGEST:
                return buffer.getvalue()
    raise ValueError("the picture cannot be made small enough")
