"""The photograph on a card: 1024 bytes in a format ("WLT") for which there is no open decoder.

A vendor's decoder is plugged in as an entry point of the group `kiosk.photo_decoders`: a callable from the block to
the bytes of a picture file (102 by 126 pixels). Without one, pages show a placeholder.
"""

from __future__ import annotations

import contextlib
from importlib.metadata import entry_points

GROUP = "kiosk.photo_decoders"

_PICTURES = (b"BM", b"\x89PNG", b"\xff\xd8\xff")
"""How BMP, PNG and JPEG files begin."""


def decode_photo(block: bytes) -> bytes | None:
    """A picture file out of the card's photo block, None when no decoder can: a broken decoder stops nothing."""
    for point in entry_points(group=GROUP):
        picture = None
        with contextlib.suppress(Exception):  # closed libraries raise what they like
            picture = point.load()(block)
        if isinstance(picture, bytes) and picture.startswith(_PICTURES):
            return picture
    return None
