"""A picture with a fault report: offered where the scanner is free, taken with it, handed in with the words."""

from __future__ import annotations

from dataclasses import replace

from drivers.model import ADVICE, ErrorCode, Mender
from kiosk.visit import effects as ef
from kiosk.visit import events as ev
from kiosk.visit import letter_events as le
from kiosk.visit.asides import Aside, Lens, LetterKind, LetterSafe, PictureOffered, Picturing, WordsAsked
from kiosk.visit.case_steps import ShowingSlip
from kiosk.visit.steps import Scanning, Step

PageEvent = ev.PageSeen | ev.PageTaken | ev.PageFailed
"""What the scanner tells; while a picture is taken it is told of that."""


def may_offer(aside: WordsAsked, step: Step) -> bool:
    """Whether a picture can go with it: only a report's, and not while the scanner has other work."""
    return aside.letter.kind is LetterKind.REPORT and not isinstance(step, Scanning | ShowingSlip)


def offered(aside: PictureOffered, event: ev.Event) -> Aside:
    """With a picture, or without?"""
    letter = aside.letter
    match event:
        case le.LetterKept(number) if aside.sending:
            return LetterSafe(letter.kind, letter.topic, number, "")
        case le.LetterFailed() if aside.sending:
            return replace(aside, sending=False, failed=True)
        case ev.PictureAsked() if not aside.sending:
            return Picturing(replace(letter, picture=b""))
        case ev.Forward():
            return replace(aside, sending=True, failed=False)
        case ev.Back() if not aside.sending:
            return WordsAsked(replace(letter, picture=b""))
    return aside


def picturing(aside: Picturing, event: ev.Event) -> Aside:
    """The picture under the scanner."""
    letter, lens = aside.letter, aside.lens
    match event:
        case ev.PageTaken(page) if lens is Lens.TAKING:
            return replace(aside, lens=Lens.CHECK, shot=page.jpeg, failed=None)
        case ev.PageFailed(code):
            return _failed(aside, code)
        case ev.PictureAsked() if lens in (Lens.LIVE, Lens.GLASS):
            return replace(aside, lens=Lens.TAKING, failed=None)
        case ev.PictureAsked() if lens is Lens.UNAVAILABLE:
            return replace(aside, lens=Lens.LIVE, failed=None)
        case ev.PageRetaken() if lens is Lens.CHECK:
            return replace(aside, lens=Lens.LIVE, shot=b"")
        case ev.Forward() if lens is Lens.CHECK:
            return PictureOffered(replace(letter, picture=aside.shot), sending=True)
        case ev.Back() if lens is not Lens.TAKING:
            return PictureOffered(letter)
    return aside


def _failed(aside: Picturing, code: ErrorCode) -> Picturing:
    if aside.lens is Lens.LIVE and code is ErrorCode.UNSUPPORTED:
        return replace(aside, lens=Lens.GLASS)
    if aside.lens is Lens.TAKING and ADVICE[code].mender is Mender.RESIDENT:
        return replace(aside, lens=Lens.LIVE, failed=code)
    return replace(aside, lens=Lens.UNAVAILABLE, failed=code) if aside.lens is not Lens.CHECK else aside


def picture_effects(old: Aside | None, new: Aside | None) -> tuple[ef.Effect, ...]:
    """What the scanner has to do for it."""
    before, after = _lens(old), _lens(new)
    if before is after:
        return ()
    match after:
        case Lens.LIVE:
            return (ef.StartPreview(),)
        case Lens.TAKING:
            return (ef.TakePage(),)
        case None:
            return (ef.StopScanner(),)
    return ()


def _lens(aside: Aside | None) -> Lens | None:
    return aside.lens if isinstance(aside, Picturing) else None
