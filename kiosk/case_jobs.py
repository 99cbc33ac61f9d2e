"""What the shell has done elsewhere for an enquiry: looking for a slip's code, and asking the city."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from drivers.document_scanner.page import PreviewFrame
from drivers.id_card_reader.card import IdCard
from drivers.model import CancelToken, DocumentScanner
from kiosk.visit import case_events as ce
from kiosk.visit import events as ev
from kiosk.visit.cases import Case, CaseState

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
    """First what is known here, since the city may take its time. A slip of a package has several numbers."""
    if person is not None:
        told = desk.told(person, number)
        post(ce.CasesUnreached(person.id_number) if told is None else ce.CasesTold(person.id_number, told))
        return
    numbers = number.split()
    held = {one: desk.held(one) for one in numbers}
    post(ce.CasesHeld(number, _each(held, CaseState.UNHEARD)))
    told_of = {one: desk.told(None, one) for one in numbers}
    found = {one: cases or held[one] for one, cases in told_of.items() if cases is not None}
    if len(found) < len(numbers):
        post(ce.CasesUnreached(number))
    else:
        post(ce.CasesTold(number, _each(found, CaseState.UNFOUND)))


def _each(found: Mapping[str, tuple[Case, ...]], otherwise: CaseState) -> tuple[Case, ...]:
    """The cases of several numbers, none of which is passed over; of a single one whatever was found."""
    if len(found) == 1:
        return next(iter(found.values()))
    return tuple(case for number, cases in found.items() for case in cases or (Case(number, otherwise),))


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
