"""A tester's own picture, to lay under the camera. It is checked, made upright and kept in memory alone."""

from __future__ import annotations

import io
import warnings

import numpy as np
from PIL import Image as Pictures
from PIL import ImageOps, UnidentifiedImageError

from drivers.document_scanner.page import Image

LARGEST = 12 * 1024 * 1024
"""Bytes that a file may have: a photograph of a phone has half of it."""

MOST_PIXELS = 60_000_000
"""Pixels it may have; more would take a gigabyte to lay."""

SMALLEST = 100
"""Pixels that its shorter side must have."""

LONGEST = 2400
"""Pixels of the longer side once it lies there: the camera has no more."""

FORMATS = ("JPEG", "PNG", "WEBP")


class PictureError(ValueError):
    """The file is not laid; `kind` says why: `large`, `kind`, `broken`, `pixels` or `small`."""

    def __init__(self, kind: str, text: str) -> None:
        super().__init__(text)
        self.kind = kind


def picture_from(data: bytes) -> Image:
    """The picture in a file, rows by columns by 3, blue-green-red. Raises PictureError."""
    if len(data) > LARGEST:
        raise PictureError("large", f"the file has more than {LARGEST >> 20} MB")
    try:
        with warnings.catch_warnings():
            # Pillow warns of many pixels; they are counted here, before any is decoded
            warnings.simplefilter("ignore", Pictures.DecompressionBombWarning)
            with Pictures.open(io.BytesIO(data), formats=FORMATS) as opened:
                return _laid(opened)
    except PictureError:
        raise
    except Pictures.DecompressionBombError:
        raise _too_many_pixels() from None
    except UnidentifiedImageError:
        raise PictureError("kind", f"the file is none of {', '.join(FORMATS)}") from None
    except Exception:  # a decoder's own, of which each has others
        raise PictureError("broken", "the picture cannot be read") from None


def _too_many_pixels() -> PictureError:
    return PictureError("pixels", f"the picture has more than {MOST_PIXELS // 1_000_000} million pixels")


def _laid(opened: Pictures.Image) -> Image:
    width, height = opened.size
    if width * height > MOST_PIXELS:
        raise _too_many_pixels()
    if min(width, height) < SMALLEST:
        raise PictureError("small", f"the picture is narrower than {SMALLEST} pixels")
    opened.draft("RGB", (LONGEST, LONGEST))
    upright = ImageOps.exif_transpose(opened)
    upright.thumbnail((LONGEST, LONGEST))
    # what is see-through lies on white
    ground = Pictures.new("RGB", upright.size, "white")
    whole = upright.convert("RGBA")
    ground.paste(whole, mask=whole.getchannel("A"))
    return np.ascontiguousarray(np.asarray(ground, dtype=np.uint8)[:, :, ::-1])
