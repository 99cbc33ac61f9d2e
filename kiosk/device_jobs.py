"""What the shell has done at the card reader and the scanner, on their own threads: each tells what came of it."""

from __future__ import annotations

import time
from collections.abc import Callable

from drivers.document_scanner.page import PreviewFrame
from drivers.model import CancelToken, DocumentScanner, ErrorCode, IdCardReader
from kiosk.visit import case_events as ce
from kiosk.visit import events as ev
from kiosk.visit.application import ScannedPage

CARD_WAIT = 30.0
"""Seconds of one wait for a card; it is asked for again as long as the page shows."""

CAPTURE_WAIT = 15.0
"""Seconds a capture may take at most."""

GONE = 6
"""Frames in a row without a page that make an empty desk: fewer may be a hand in the way."""

EVERY = 3
"""Frames of which one is searched for codes: ten a second are plenty, and the picture stays smooth."""


def read_card(reader: IdCardReader, cancel: CancelToken, post: ev.Post) -> None:
    """Wait for a card and read it. Raises DeviceError."""
    card = reader.read_card(CARD_WAIT, cancel, lambda: post(ev.CardSeen()))
    if not cancel.cancelled:
        post(ev.CardRead(card))


def watch_card(reader: IdCardReader, cancel: CancelToken, taken: Callable[[], None]) -> None:
    """Wait until no card lies there. Raises DeviceError, also when cancelled."""
    while not reader.wait_removed(CARD_WAIT, cancel):
        cancel.raise_if_cancelled()
    taken()


def preview(scanner: DocumentScanner, cancel: CancelToken, show: Callable[[PreviewFrame], None], post: ev.Post) -> None:
    """Live frames are shown, and it is told when a page lies there, lies still, or is gone. Raises DeviceError."""
    told: bool | None = False
    missed = 0
    for frame in scanner.preview(cancel):
        if cancel.cancelled:
            return
        show(frame)
        missed = missed + 1 if frame.corners is None else 0
        seen = None if missed >= GONE else frame.still
        if seen is not told:
            told = seen
            post(ev.PageSeen(seen))


def take_page(
    scanner: DocumentScanner,
    cancel: CancelToken,
    room: Callable[[], int],
    post: ev.Post,
    scanned: Callable[[float], None],
) -> None:
    """One page of at most `room` bytes; `scanned` is told the seconds that it took. Raises DeviceError."""
    began = time.monotonic()
    capture = scanner.capture(CAPTURE_WAIT, cancel)
    if cancel.cancelled:
        return
    if capture.page is None:
        post(ev.PageFailed(ErrorCode.NO_PAGE))
    elif len(capture.page) > room():
        post(ev.PageFailed(ErrorCode.PAGE_TOO_LARGE))
    else:
        post(ev.PageTaken(ScannedPage(capture.page, tuple(verdict.value for verdict in capture.verdicts))))
        scanned(time.monotonic() - began)


def watch_for_code(
    scanner: DocumentScanner, cancel: CancelToken, show: Callable[[PreviewFrame], None], post: ev.Post
) -> None:
    """Live frames are shown, and the codes read in them told; the same one once."""
    from drivers.document_scanner.codes import read_codes

    seen = ""
    for number, frame in enumerate(scanner.preview(cancel)):
        if cancel.cancelled:
            return
        show(frame)
        if number % EVERY:
            continue
        for code in read_codes(frame.image):
            if code.text != seen:
                seen = code.text
                post(ce.CodeSeen(seen))


def take_code(scanner: DocumentScanner, cancel: CancelToken, post: ev.Post) -> None:
    """One picture at full size, for the codes on it alone."""
    capture = scanner.capture(CAPTURE_WAIT, cancel)
    if cancel.cancelled:
        return
    for code in capture.codes:
        post(ce.CodeSeen(code.text))
    if not capture.codes:
        post(ce.CodeMissed())
