"""The acceptance slip: what it says, in which order, as data for any printer.

Nothing on it names the person but a masked name and phone (the number is all that anyone needs to ask).
"""

from __future__ import annotations

from datetime import datetime

from config.catalogue import Service
from config.papers import Demand
from drivers.receipt_printer.slip import Align, Line, QrCode, Rule, SlipElement, Space
from kiosk.visit.steps import Receipt
from kiosk.words import Words


def grouped(number: str) -> str:
    """A number in groups of four, for reading aloud."""
    return " ".join(number[start : start + 4] for start in range(0, len(number), 4))


def material_name(service: Service, material_id: str, language: str) -> str:
    """The name of a material of a service."""
    return next(m.name.in_language(language) for m in service.materials if m.id == material_id)


def acceptance_slip(receipt: Receipt, words: Words, station: str) -> tuple[SlipElement, ...]:
    """The slip, in the resident's language: number, still to do, will receive, what we took, how to ask."""

    def say(key: str, **values: object) -> str:
        return words.say(receipt.language, f"paper.{key}", **values)

    kind = "offline" if receipt.offline else "online"
    adds = receipt.supplement_of
    lines: list[SlipElement] = [
        Line(say("city"), align=Align.CENTRE),
        Line(say("title_adding" if adds else "title"), scale=2, bold=True, align=Align.CENTRE),
        Rule(),
        *((Line(say("number_case")), Line(grouped(adds), scale=2, bold=True)) if adds else ()),
        Line(say("number_adding" if adds else f"number_{kind}")),
        Line(grouped(receipt.number), scale=1 if adds else 2, bold=True),
        Line(receipt.service.name.in_language(receipt.language) + "  " + receipt.masked_name),
        Line(f"{receipt.sealed:%Y-%m-%d %H:%M}  {station}"),
    ]
    if receipt.offline:
        lines.append(Line(say("offline_note")))
    to_receive = [] if adds else _to_receive(receipt, words)
    lines += [Rule(), *_to_do(receipt, words), *to_receive, *_received(receipt, words), Rule()]
    lines += [
        QrCode(adds or receipt.number),
        Line(say("ask"), align=Align.CENTRE),
        Line(say("keep"), align=Align.CENTRE),
    ]
    return tuple(lines)


def reprinted_slip(
    number: str, offline: bool, service: Service | None, sealed: datetime, words: Words, station: str, language: str
) -> tuple[SlipElement, ...]:
    """A slip printed again by staff, out of what the queue still tells: nothing of the person, the number that counts.

    `service` is None when the catalogue no longer has it.
    """

    def say(key: str) -> str:
        return words.say(language, f"paper.{key}")

    name = service.name.in_language(language) if service is not None else ""
    return (
        Line(say("city"), align=Align.CENTRE),
        Line(say("title"), scale=2, bold=True, align=Align.CENTRE),
        Line(say("again"), align=Align.CENTRE),
        Rule(),
        Line(say("number_offline" if offline else "number_online")),
        Line(grouped(number), scale=2, bold=True),
        *((Line(name),) if name else ()),
        Line(f"{sealed:%Y-%m-%d %H:%M}  {station}"),
        Rule(),
        QrCode(number),
        Line(say("ask"), align=Align.CENTRE),
        Line(say("keep"), align=Align.CENTRE),
    )


def _to_do(receipt: Receipt, words: Words) -> list[SlipElement]:
    language = receipt.language
    if not receipt.deferred:
        return [Line(words.say(language, "paper.nothing_to_do"), bold=True), Space()]
    lines: list[SlipElement] = [Line(words.say(language, "paper.to_do"), bold=True)]
    for material, until in receipt.deferred:
        day = words.say(language, "date.day", year=until.year, month=until.month, day=until.day)
        name = material_name(receipt.service, material, language)
        lines.append(Line(words.say(language, "paper.bring", day=day, name=name)))
    return [*lines, Line(words.say(language, "paper.any_terminal")), Space()]


def _to_receive(receipt: Receipt, words: Words) -> list[SlipElement]:
    language, service = receipt.language, receipt.service
    limit = words.say(language, f"limit.{service.limit.unit}", days=service.limit.days)
    fee = service.fee.in_language(language)
    lines: list[SlipElement] = [
        Line(words.say(language, "paper.to_receive"), bold=True),
        Line(words.say(language, "paper.within", limit=limit)),
        Line(service.result.in_language(language)),
    ]
    if receipt.masked_phone:
        lines.append(Line(words.say(language, "paper.phone", phone=receipt.masked_phone)))
    return [
        *lines,
        Line(words.say(language, "paper.fee", fee=fee, note=service.fee_note.in_language(language))),
        Space(),
    ]


def _received(receipt: Receipt, words: Words) -> list[SlipElement]:
    language, service = receipt.language, receipt.service
    taken = [
        words.say(language, "paper.pages", name=material_name(service, material, language), pages=pages)
        for material, pages in receipt.received
    ]
    exempt = [m.name.in_language(language) for m in service.materials if m.demand is Demand.EXEMPT]
    if receipt.supplement_of:
        exempt = []
    comma = words.say(language, "paper.comma")
    lines: list[SlipElement] = []
    if taken:
        lines.append(Line(words.say(language, "paper.received", names=comma.join(taken))))
    if exempt:
        lines.append(Line(words.say(language, "paper.exempt", names=comma.join(exempt))))
    return lines
