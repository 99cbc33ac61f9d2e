"""What the shell has done elsewhere for an enquiry: looking for a slip's code, and asking the city."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from drivers.document_scanner.page import PreviewFrame
from drivers.id_card_reader.card import IdCard
from drivers.model import CancelToken, DocumentScanner
from kiosk.visit import case_events as ce
from kiosk.visit import events as ev
from kiosk.visit.cases import Case

Post = Callable[[ev.Event], None]

EVERY = 3
"""Frames of which one is searched for codes: ten a second are plenty, and the picture stays smooth."""

CAPTURE_WAIT = 15.0
"""Seconds a capture may take at most."""


class CaseDesk(Protocol):
    """Where cases are asked after. From any thread; neither call raises."""

    def held(self, number: str) -> tuple[Case, ...]:
        """What this terminal knows of a number by itself."""

    def told(self, person: IdCard | None, number: str) -> tuple[Case, ...] | None:
        """What the city tells of a person's cases, or of a number; None when it does not answer within seconds."""


def ask(desk: CaseDesk, person: IdCard | None, number: str, post: Post) -> None:
    """First what is known here, since the city may take its time."""
    asked = number if person is None else person.id_number
    if person is None:
        post(ce.CasesHeld(asked, desk.held(number)))
    told = desk.told(person, number)
    post(ce.CasesUnreached(asked) if told is None else ce.CasesTold(asked, told))


def watch_for_code(
    scanner: DocumentScanner, cancel: CancelToken, show: Callable[[PreviewFrame], None], post: Post
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


def take_code(scanner: DocumentScanner, cancel: CancelToken, post: Post) -> None:
    """One picture at full size, for the codes on it alone."""
    capture = scanner.capture(CAPTURE_WAIT, cancel)
    if cancel.cancelled:
        return
    for code in capture.codes:
        post(ce.CodeSeen(code.text))
    if not capture.codes:
        post(ce.CodeMissed())
