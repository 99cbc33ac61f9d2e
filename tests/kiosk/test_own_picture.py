"""A tester's own picture: what is laid, what is refused, and that no bytes do harm."""

from __future__ import annotations

import io
import struct
import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from kiosk.rehearsal.own_picture import LARGEST, LONGEST, PictureError, picture_from


def encoded(format="PNG", size=(300, 200), mode="RGB", colour=(200, 30, 30), **options):
    out = io.BytesIO()
    Image.new(mode, size, colour).save(out, format, **options)
    return out.getvalue()


@pytest.mark.parametrize("format", ["PNG", "JPEG", "WEBP"])
def test_pictures_are_laid_in_blue_green_red(format):
    laid = picture_from(encoded(format))
    assert laid.shape == (200, 300, 3)
    assert np.abs(laid[100, 150].astype(int) - (30, 30, 200)).max() < 8


def test_a_photograph_lies_upright_and_no_larger_than_the_camera_sees():
    exif = Image.Exif()
    exif[0x0112] = 6
    laid = picture_from(encoded("JPEG", size=(4000, 2000), exif=exif))
    assert laid.shape[:2] == (LONGEST, LONGEST // 2)


def test_what_is_see_through_lies_on_white():
    assert picture_from(encoded(mode="RGBA", colour=(0, 0, 0, 0)))[5, 5].tolist() == [255, 255, 255]


def bomb(width, height):
    """A PNG that says it has so many pixels, and brings none."""
    chunks = (b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0), b"IDAT")
    told = [struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk)) for chunk in chunks]
    return b"\x89PNG\r\n\x1a\n" + b"".join(told)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "kind"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "kind"),
        (encoded("GIF", mode="P", colour=0), "kind"),
        (encoded("JPEG")[:400], "broken"),
        (bomb(60_000, 60_000), "pixels"),
        (bomb(9_000, 9_000), "pixels"),
        (encoded(size=(99, 2000)), "small"),
        (bytes(LARGEST + 1), "large"),
    ],
)
def test_what_cannot_be_laid_is_refused_by_name(data, kind):
    with pytest.raises(PictureError) as caught:
        picture_from(data)
    assert caught.value.kind == kind


GOOD = [encoded(format, size=(120, 110)) for format in ("PNG", "JPEG", "WEBP")]


@given(st.sampled_from(GOOD), st.integers(0, 2000), st.binary(max_size=40))
def test_no_bytes_do_harm(good, at, bytes_):
    at %= len(good)
    try:
        laid = picture_from(good[:at] + bytes_ + good[at + len(bytes_) :])
    except PictureError:
        return
    assert laid.dtype == np.uint8
    assert max(laid.shape[:2]) <= LONGEST
