"""Codes on a page, by both readers."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from drivers.document_scanner import codes
from drivers.document_scanner.codes import read_codes
from drivers.simulators.papers import PAPERS

NUMBER = "3701022611240007"


def page_with(*drawn):
    page = PAPERS["lease"]().copy()
    for code, (x, y) in drawn:
        page[y : y + code.shape[0], x : x + code.shape[1]] = code
    return page


def drawn(text, kind=zxingcpp.BarcodeFormat.QRCode, scale=6):
    bits = np.asarray(zxingcpp.create_barcode(text, kind).to_image(scale=scale), np.uint8)
    if bits.ndim == 2:
        bits = np.repeat(bits[:, :, None], 3, axis=2)
    return bits[: 400 if bits.shape[0] > 400 else None, : 1000 if bits.shape[1] > 1000 else None]


@pytest.mark.parametrize(
    "kind",
    [
        zxingcpp.BarcodeFormat.QRCode,
        zxingcpp.BarcodeFormat.Code128,
        zxingcpp.BarcodeFormat.PDF417,
        zxingcpp.BarcodeFormat.DataMatrix,
    ],
    ids=str,
)
def test_a_code_on_a_page(kind):
    scale = 2 if kind in (zxingcpp.BarcodeFormat.Code128, zxingcpp.BarcodeFormat.PDF417) else 6
    [code] = read_codes(page_with((drawn(NUMBER, kind, scale), (130, 1100))))
    assert code.text == NUMBER


def test_several_codes_each_once():
    page = page_with((drawn(NUMBER), (130, 1100)), (drawn(NUMBER), (700, 1100)), (drawn("other"), (400, 1400)))
    assert sorted(code.text for code in read_codes(page)) == [NUMBER, "other"]


def test_a_page_without_codes():
    assert read_codes(PAPERS["lease"]()) == ()


@pytest.mark.parametrize("kind", [zxingcpp.BarcodeFormat.QRCode, zxingcpp.BarcodeFormat.Code128], ids=str)
def test_the_second_opinion(monkeypatch, kind):
    monkeypatch.setattr(zxingcpp, "read_barcodes", lambda page: [])
    [code] = read_codes(page_with((drawn(NUMBER, kind, 3), (130, 1100))))
    assert code.text == NUMBER


def test_the_second_is_asked_only_when_the_first_sees_none(monkeypatch):
    def never(page):
        raise AssertionError("asked")

    monkeypatch.setattr(codes, "_second_opinion", never)
    assert read_codes(page_with((drawn(NUMBER), (130, 1100))))


def test_a_small_and_slightly_blurred_code():
    page = cv2.GaussianBlur(page_with((drawn(NUMBER, scale=4), (130, 1100))), (0, 0), 1.2)
    assert [code.text for code in read_codes(page)] == [NUMBER]


@pytest.mark.parametrize("first", [True, False])
def test_nothing_that_cannot_be_printed_comes_through(monkeypatch, first):
    if not first:
        monkeypatch.setattr(zxingcpp, "read_barcodes", lambda page: [])
    [code] = read_codes(page_with((drawn("\x1b[2J\nline\x00end"), (130, 1100))))
    assert code.text.isprintable()
    assert "line" in code.text


@settings(max_examples=30)
@given(st.integers(1, 40), st.integers(1, 40), st.integers(0, 2**32 - 1))
def test_no_picture_breaks_the_readers(width, height, seed):
    read_codes(np.random.default_rng(seed).integers(0, 255, (height, width, 3), np.uint8))
