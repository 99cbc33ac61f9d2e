"""The slips that staff print: one on trial, and one again. Neither has a name on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from config.service import Service
from drivers.receipt_printer.slip import Align, Line, Rule, SlipElement
from kiosk.receipt import reprinted_slip
from kiosk.visit.staff.places import Issued
from kiosk.words import Words


@dataclass(frozen=True)
class Station:
    """What stands on a slip: words and the station's name, and the service of a code."""

    words: Words
    name: str
    service: Callable[[str], Service | None]


def trial_slip(station: Station, now: datetime, language: str) -> tuple[SlipElement, ...]:
    """A slip that says that it may be thrown away."""
    return (
        Line(station.words.say(language, "paper.trial_title"), scale=2, bold=True, align=Align.CENTRE),
        Rule(),
        Line(f"{now:%Y-%m-%d %H:%M}  {station.name}"),
        Line(station.words.say(language, "paper.trial_words")),
        Rule(),
    )


def slip_again(station: Station, issued: Issued, language: str) -> tuple[SlipElement, ...]:
    """The slip of a submission once more."""
    return reprinted_slip(
        issued.number,
        issued.offline,
        station.service(issued.service_code),
        issued.sealed,
        station.words,
        station.name,
        language,
    )
