"""Several pages as one PDF, the pictures unchanged in it."""

from __future__ import annotations

import io

import cv2
import numpy as np
import pikepdf
import pytest

from drivers.document_scanner.pdf import as_pdf
from drivers.simulators.papers import PAPERS


def jpeg(picture):
    return cv2.imencode(".jpg", picture)[1].tobytes()


def test_pages_come_back_as_they_were():
    pages = [jpeg(PAPERS["lease"]()), jpeg(PAPERS["lease_back"]())]
    with pikepdf.open(io.BytesIO(as_pdf(pages))) as pdf:
        assert len(pdf.pages) == 2
        for page, original in zip(pdf.pages, pages, strict=True):
            [image] = page.get_images().values()
            assert image.read_raw_bytes() == original
            assert [round(float(side)) for side in page.mediabox[2:]] == [595, 842], "A4 in points"


def test_a_card_and_a_slip_keep_their_size():
    card, slip = jpeg(np.full((540, 856, 3), 200, np.uint8)), jpeg(np.full((1600, 400, 3), 200, np.uint8))
    with pikepdf.open(io.BytesIO(as_pdf([card, slip]))) as pdf:
        sizes = [[round(float(side)) for side in page.mediabox[2:]] for page in pdf.pages]
    assert sizes == [[243, 153], [142, 567]]


@pytest.mark.parametrize("pages", [[], [b""], [b"not a picture"], [b"\xff\xd8\xff broken"]])
def test_what_is_no_picture_is_refused(pages):
    with pytest.raises(ValueError, match="page"):
        as_pdf(pages)
