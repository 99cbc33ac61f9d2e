"""The acceptance slip: what it says, in which order, as data for any printer.

Nothing on it names the person but a masked name and phone (the number is all that anyone needs to ask).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from config.catalogue_text import Text
from config.papers import Material
from config.service import Service
from drivers.receipt_printer.slip import Align, Line, QrCode, Rule, SlipElement, Space
from kiosk.visit.receipts import Receipt, ReceiptLine
from kiosk.visit.results import Result
from kiosk.words import Words


def grouped(number: str) -> str:
    """A number in groups of four, for reading aloud."""
    return " ".join(number[start : start + 4] for start in range(0, len(number), 4))


def promise_words(line: ReceiptLine, words: Words, language: str) -> str:
    """Until when a service is decided; about, where the city has not accepted it yet or days off are not announced.

    Of what is decided at once, and was not given yet: how to see that it is.
    """
    if line.refused:
        return words.say(language, "promise.refused")
    if line.limit.days == 0:
        return words.say(language, "promise.at_once_later" if line.offline else "promise.at_once_soon")
    key = "promise.by" if line.promise.exact and not line.offline else "promise.about"
    return words.say(language, key, day=words.day(language, line.promise.day))


def acceptance_slip(receipt: Receipt, words: Words, station: str) -> tuple[SlipElement, ...]:
    """The slip, in the resident's language: numbers, still to do, will receive, what we took, how to ask."""
    return _Slip(receipt, words).whole(station)


class _Slip:
    """Writes one slip."""

    def __init__(self, receipt: Receipt, words: Words) -> None:
        self._receipt = receipt
        self._words = words

    def _say(self, key: str, **values: object) -> str:
        return self._words.say(self._receipt.language, f"paper.{key}", **values)

    def _text(self, text: Text) -> str:
        return text.in_language(self._receipt.language)

    def _names(self, materials: Iterable[Material]) -> str:
        return self._say("comma").join(self._text(material.name) for material in materials)

    def whole(self, station: str) -> tuple[SlipElement, ...]:
        """Everything."""
        receipt, adds = self._receipt, self._receipt.supplement_of
        title = "title_refused" if receipt.refused else "title_adding" if adds else "title"
        head: list[SlipElement] = [
            Line(self._say("city"), align=Align.CENTRE),
            Line(self._say(title), scale=2, bold=True, align=Align.CENTRE),
            Rule(),
            *self._numbers(),
            Line(self._say("applied", moment=_moment(receipt.sealed)) + "  " + station),
            *self._accepted(),
        ]
        nothing = adds or all(line.refused for line in receipt.lines)
        to_receive = [] if nothing else self._to_receive()
        return (
            *head,
            Rule(),
            *self._to_do(),
            *to_receive,
            *self._received(),
            *self._fallen(),
            Rule(),
            *self._proofs(),
            QrCode(receipt.code),
            Line(self._say("ask"), align=Align.CENTRE),
            Line(self._say("keep"), align=Align.CENTRE),
        )

    def _numbers(self) -> list[SlipElement]:
        """Of one service large, of several each under its name."""
        receipt, adds = self._receipt, self._receipt.supplement_of
        first = receipt.lines[0]
        kind = "offline" if first.offline else "online"
        if len(receipt.lines) == 1:
            case = (Line(self._say("number_case")), Line(grouped(adds), scale=2, bold=True)) if adds else ()
            return [
                *case,
                Line(self._say("number_adding" if adds else f"number_{kind}")),
                Line(grouped(first.number), scale=1 if adds else 2, bold=True),
                Line(self._text(first.service.name) + "  " + receipt.masked_name),
            ]
        found: list[SlipElement] = [Line(self._text(receipt.name) + "  " + receipt.masked_name)]
        for line in receipt.lines:
            label = self._say("number_offline" if line.offline else "number_online")
            found += [
                Line(self._text(line.service.name) + "  " + label),
                Line(grouped(line.number), scale=2, bold=True),
            ]
        return found

    def _accepted(self) -> list[SlipElement]:
        """When the clock began, where the city said so; offline what holds until it does."""
        receipt = self._receipt
        moments = [line.accepted for line in receipt.lines if line.accepted is not None]
        accepted = [Line(self._say("accepted", moment=_moment(max(moments))))] if moments else []
        if not receipt.offline:
            return [*accepted]
        if receipt.refused:
            return [*accepted, Line(self._say("refused_note"))]
        clock = [] if receipt.supplement_of else [Line(self._say("clock"))]
        return [*accepted, Line(self._say("offline_note")), *clock]

    def _to_do(self) -> list[SlipElement]:
        refused = [Line(self._say("refused_to_do"))] if self._receipt.refused else []
        if not self._receipt.deferred and not refused:
            return [Line(self._say("nothing_to_do"), bold=True), Space()]
        lines: list[SlipElement] = [Line(self._say("to_do"), bold=True), *refused]
        if not self._receipt.deferred:
            return [*lines, Space()]
        for material, until in self._receipt.deferred:
            day = self._words.day(self._receipt.language, until)
            lines.append(Line(self._say("bring", day=day, name=self._text(material.name))))
        return [*lines, Line(self._say("any_terminal")), Space()]

    def _to_receive(self) -> list[SlipElement]:
        lines: list[SlipElement] = [Line(self._say("to_receive"), bold=True)]
        for line in self._receipt.lines:
            lines += self._line(line)
        if self._receipt.masked_phone:
            lines.append(Line(self._say("phone", phone=self._receipt.masked_phone)))
        return [*lines, Space()]

    def _line(self, line: ReceiptLine) -> list[SlipElement]:
        service = line.service
        named = [Line(self._text(service.name), bold=True)] if len(self._receipt.lines) > 1 else []
        if line.result is not None:
            return [*named, Line(self._say("given"))]
        if line.refused:
            return [*named, Line(promise_words(line, self._words, self._receipt.language))]
        delivery = [] if line.delivery is None else [Line(self._say("delivery", way=self._text(line.delivery)))]
        promise = promise_words(line, self._words, self._receipt.language)
        fee = self._say("fee", fee=self._text(service.fee), note=self._text(service.fee_note))
        return [*named, Line(promise), Line(self._text(service.result)), *delivery, Line(fee)]

    def _received(self) -> list[SlipElement]:
        receipt = self._receipt
        taken = [
            self._say("pages", name=self._text(material.name), pages=pages) for material, pages in receipt.received
        ]
        lines: list[SlipElement] = []
        if taken:
            lines.append(Line(self._say("received", names=self._say("comma").join(taken))))
        if receipt.held:
            lines.append(Line(self._say("exempt", names=self._names(receipt.held))))
        if receipt.declared:
            lines.append(Line(self._say("declared", names=self._names(receipt.declared))))
        return lines

    def _fallen(self) -> list[SlipElement]:
        """The services of a package that were not handed in, and the way for each."""
        lines: list[SlipElement] = []
        for fallen in self._receipt.fallen:
            way = fallen.otherwise if fallen.stop is None else fallen.stop.way
            lines += [Line(self._say("fallen", name=self._text(fallen.service.name)), bold=True)]
            lines += [Line(self._text(way))] if way is not None else []
        return [Space(), *lines] if lines else []

    def _proofs(self) -> list[SlipElement]:
        results = [line.result for line in self._receipt.lines if line.result is not None]
        return [element for result in results for element in self._proof(result)]

    def _proof(self, result: Result) -> list[SlipElement]:
        """What was given at once, and where anybody can verify it."""
        english = self._receipt.language == "en"
        until: list[SlipElement] = []
        if result.valid_until is not None:
            day = self._words.day(self._receipt.language, result.valid_until)
            until = [Line(self._words.say(self._receipt.language, "given.until", day=day))]
        return [
            Line(result.en if english else result.zh, bold=True),
            Line(self._words.say(self._receipt.language, "given.code", code=result.short_code)),
            *until,
            QrCode(result.url),
            Line(self._say("verify"), align=Align.CENTRE),
            Rule(),
        ]


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


def _moment(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"
