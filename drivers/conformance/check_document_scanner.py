"""Rules for scanners of documents."""

from __future__ import annotations

import itertools

import pytest

from drivers.conformance.hand import Hand
from drivers.document_scanner.page import Verdict
from drivers.model import CancelToken, DeviceError, DocumentScanner, ErrorCode

PATIENCE = 30.0
"""Seconds for one page."""

JPEG = b"\xff\xd8\xff"


@pytest.mark.rule("live-picture")
def test_live_picture(device: DocumentScanner) -> None:
    cancel = CancelToken()
    if not device.capabilities().features.get("live"):
        with pytest.raises(DeviceError) as caught:
            next(iter(device.preview(cancel)))
        assert caught.value.code is ErrorCode.UNSUPPORTED
        return
    for frame in itertools.islice(device.preview(cancel), 3):
        rows, columns, colours = frame.image.shape
        assert colours == 3
        assert frame.image.dtype == "uint8"
        for x, y in frame.corners or ():
            assert -0.1 * columns <= x <= 1.1 * columns
            assert -0.1 * rows <= y <= 1.1 * rows


@pytest.mark.rule("preview-ends")
def test_live_picture_ends_when_cancelled(device: DocumentScanner) -> None:
    if not device.capabilities().features.get("live"):
        pytest.skip("the scanner has no live picture")
    cancel = CancelToken()
    frames = device.preview(cancel)
    next(iter(frames))
    cancel.cancel()
    assert len(list(itertools.islice(frames, 3))) < 3


@pytest.mark.rule("empty-desk")
def test_nothing_lies_there(device: DocumentScanner, hand: Hand) -> None:
    hand.take_paper()
    try:
        capture = device.capture(PATIENCE, CancelToken())
    except DeviceError as error:
        assert error.code in (ErrorCode.NO_PAGE, ErrorCode.FEEDER_EMPTY)
        return
    assert capture.page is None
    assert capture.corners is None
    assert Verdict.NO_PAGE in capture.verdicts


@pytest.mark.rule("takes-page")
def test_takes_the_page(device: DocumentScanner, hand: Hand) -> None:
    hand.lay_paper()
    capture = device.capture(PATIENCE, CancelToken())
    assert capture.page is not None
    assert capture.page.startswith(JPEG)
    assert capture.corners is not None
    assert len(capture.corners) == 4
    assert Verdict.NO_PAGE not in capture.verdicts
