"""Packets of a Motion-JPEG stream: pictures, or nothing where a packet is damaged."""

from __future__ import annotations

import io

import cv2
import numpy as np
from PIL import Image as Pictures

from drivers.document_scanner.page import Image

MOST_PIXELS = 100_000_000
"""Larger pictures are refused unread: no scanner makes them, and they could fill the memory."""

START, END = b"\xff\xd8", b"\xff\xd9"
"""Markers SOI and EOI (ITU-T T.81, table B.1); UVC cameras may fill up with zeros behind the end."""


def picture_in(packet: bytes, most_pixels: int = MOST_PIXELS) -> Image | None:
    """The picture in one packet, None where it is cut off, no JPEG, or damaged.

    A picture of more than `most_pixels` comes in half, quarter or eighth size, which is faster than to decode it whole.
    """
    if not packet.startswith(START) or not packet.rstrip(b"\0").endswith(END):
        return None
    pixels = _pixels(packet)
    if not 0 < pixels <= MOST_PIXELS:
        return None
    try:
        image = cv2.imdecode(np.frombuffer(packet, np.uint8), _reduction(pixels, most_pixels))
    except cv2.error:
        return None
    return None if image is None or image.ndim != 3 else np.asarray(image, dtype=np.uint8)


def _pixels(packet: bytes) -> int:
    """As the header says; 0 where it cannot be read."""
    try:
        with Pictures.open(io.BytesIO(packet), formats=["JPEG"]) as picture:
            return picture.width * picture.height
    except Exception:  # the decoder raises many types for damaged headers
        return 0


def _reduction(pixels: int, most: int) -> int:
    steps = (cv2.IMREAD_COLOR, cv2.IMREAD_REDUCED_COLOR_2, cv2.IMREAD_REDUCED_COLOR_4)
    for index, flag in enumerate(steps):
        if pixels <= most * 4**index:
            return flag
    return cv2.IMREAD_REDUCED_COLOR_8
