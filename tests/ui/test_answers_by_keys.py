"""Kinds of questions that one visit rarely has, answered at the real window by a pad: wheels, several, a signature."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from test_visit_by_keys import CATALOGUE, Pad, pad
from walker import name

from config.questions import FieldKind
from kiosk.page import DateBody, SignatureBody
from kiosk.visit import events as ev
from kiosk.visit.application import ScannedPage
from kiosk.visit.steps import Consulting, Declaring, Filling, Reviewing, Scanning, Sealing

__all__ = ["pad"]

SERVICE = "jn-flexible-employment"
ID_NUMBER = "370102199006010019"
DIGITS = {"account": "6217002200003225701", "phone": "13805317216"}
CHOSEN = {"draws_pension": "no", "medical_elsewhere": "no"}
"""Where the first of several answers ends the visit with a word of advice."""

MOST = 90
"""More presses than there are things to do on a page."""


def go(pad: Pad, wanted: str) -> None:
    """Along the order of reading to what is wanted, and select it; a wheel is left sideways."""
    for _ in range(MOST):
        if pad.hands.focus() == wanted:
            pad.hands.key(Qt.Key.Key_Return)
            pad.hands.settle()
            return
        pad.hands.key(Qt.Key.Key_Right)
    raise AssertionError(f"{wanted} is not reached from {pad.page.name}; the keys are on {pad.hands.focus()}")


def onward(pad: Pad) -> None:
    """The primary button."""
    assert pad.page.primary is not None
    go(pad, name(pad.page.primary))


def answer(pad: Pad, step: Filling) -> None:
    """Answer one question."""
    field, body = step.field, pad.page.body
    if isinstance(body, DateBody):
        pad.hands.until(lambda: pad.hands.focus().startswith("wheel:"))
        for key, year in ((Qt.Key.Key_Up, body.year - 1), (Qt.Key.Key_Down, body.year)):
            pad.hands.key(key)
            assert isinstance(pad.page.body, DateBody)
            assert pad.page.body.year == year
    elif isinstance(body, SignatureBody):
        go(pad, name(body.named.action))
    elif field.options:
        go(pad, f"action:draft:{CHOSEN.get(field.id, field.options[0].value)}")
    else:
        for digit in DIGITS[field.id]:
            go(pad, f"action:key:{digit}")
    onward(pad)


@pytest.mark.panels("upright")
def test_every_kind_of_question_is_answered_by_pad(pad: Pad) -> None:
    service = CATALOGUE.find(SERVICE)
    assert service is not None
    pad.select("action:start:")
    pad.happen(ev.ServiceChosen(service))
    onward(pad)
    go(pad, "action:type_instead:")
    for digit in ID_NUMBER:
        go(pad, f"action:key:{digit}")
    onward(pad)
    pad.write("ouyang", "欧阳")
    pad.hands.key(Qt.Key.Key_Return)
    kinds = set()
    while not isinstance(step := pad.visit.step, Reviewing):
        match step:
            case Filling():
                kinds.add(step.field.kind)
                answer(pad, step)
            case Consulting():
                go(pad, "action:bring:")
            case Scanning():
                pad.happen(ev.PictureAsked(), ev.PageTaken(ScannedPage(b"")))
                onward(pad)
            case Declaring():
                onward(pad)
            case _:
                raise AssertionError(pad.page.title)
        assert pad.visit.step != step, (pad.page.name, pad.page.error)
    assert kinds >= {FieldKind.CHOICES, FieldKind.MONTH, FieldKind.SIGNATURE, FieldKind.NUMBER}
    for consent in (*(asked.id for asked in step.application.consents_asked), ""):
        go(pad, f"action:consent:{consent}")
    onward(pad)
    assert isinstance(pad.visit.step, Sealing)
