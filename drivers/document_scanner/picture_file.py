"""Pictures from files."""

from __future__ import annotations

import warnings
from pathlib import Path

import numpy as np
from PIL import Image as Pictures
from PIL import ImageOps

from drivers.document_scanner.jpeg_wire import MOST_PIXELS
from drivers.document_scanner.page import Image
from drivers.model import DeviceError, ErrorCode


def read_picture(path: Path) -> Image:
    """A picture file, upright as its EXIF says. Raises DeviceError BAD_PICTURE, NO_PICTURE."""
    try:
        with warnings.catch_warnings():
            # Pillow warns of odd metadata and of sizes that are checked here
            warnings.simplefilter("ignore")
            upright = _upright(path)
    except FileNotFoundError:
        raise DeviceError(ErrorCode.NO_PICTURE, "there is no picture file of this name") from None
    except DeviceError:
        raise
    except Exception:  # the many decoders raise many types for damaged files
        raise DeviceError(ErrorCode.BAD_PICTURE, "the file is no picture, or is damaged") from None
    return np.ascontiguousarray(np.asarray(upright, dtype=np.uint8)[:, :, ::-1])


def _upright(path: Path) -> Pictures.Image:
    with Pictures.open(path) as picture:
        if picture.width * picture.height > MOST_PIXELS:
            raise DeviceError(ErrorCode.BAD_PICTURE, "the picture has more than 100 million pixels")
        return ImageOps.exif_transpose(picture).convert("RGB")
