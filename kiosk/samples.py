"""Invented people and answers with which a catalogue is tried before a resident meets it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from stdnum import luhn
from stdnum.cn import uscc
from stdnum.iso7064 import mod_11_2

from config.divisions import NOWHERE, divisions
from config.questions import Check, FieldKind, FormField
from drivers.id_card_reader.card import CardDocument, IdCard, Sex
from kiosk.visit import events as ev
from kiosk.visit.signature import NAMED

Way = tuple[ev.Event, ...]

AGES = ((35, Sex.FEMALE), (35, Sex.MALE), (66, Sex.FEMALE), (52, Sex.FEMALE), (85, Sex.MALE), (10, Sex.MALE))
"""Of each kind that rules tell apart: who works, who is close to a pension or has one, who is very old, a child."""

REGIONS = ("370100", "370200", "110000")
"""A city, another of the same province, a municipality: two fields may have to differ."""

AREA = "370102"
WORDS = ("An example", "Another one", "A third", "A fourth")
ACCOUNT = "622202160000000000"
ORGANISATION = "91370100MA3C00000"
"""Numbers without their check digits."""

PHONES = ("13805317216", "13900001234", "053188010000")
"""More than one, as two fields may have to differ."""

DAYS = (0, -1, -8 * 30, -3 * 365, 30, 400)
"""Days from today: most dates lie behind, some before a field that was asked earlier, some ahead."""


def people(today: date) -> tuple[IdCard, ...]:
    """One person of each kind, as read from a card."""
    return tuple(_person(date(today.year - years, 1, 15), sex) for years, sex in AGES)


def ways(field: FormField, option: int, today: date) -> Iterator[Way]:
    """Ways to answer a question, any of which may be the one that its checks take; `option` picks one of a choice."""
    match field.kind:
        case FieldKind.CHOICE | FieldKind.CHOICES:
            yield (ev.Drafted(field.options[option % len(field.options)].value),)
        case FieldKind.PHONE:
            yield from ((ev.Drafted(number),) for number in PHONES)
        case FieldKind.DATE:
            yield from ((ev.Drafted(day.isoformat()),) for day in _days(today, option))
        case FieldKind.MONTH:
            yield from ((ev.Drafted(day.isoformat()[:7]),) for day in _days(today, option))
        case FieldKind.ADDRESS:
            yield from ((*_places(), ev.Drafted(words)) for words in WORDS)
        case FieldKind.REGION:
            yield from ((ev.Drafted(code[:2]), ev.Drafted(code)) for code in REGIONS)
            yield from ((ev.Drafted(code),) for code in REGIONS)
        case FieldKind.AMOUNT:
            yield _keys(str(field.least))
            yield _keys(str(field.most))
        case FieldKind.SIGNATURE:
            yield (ev.Drafted(NAMED),)
        case FieldKind.NUMBER:
            yield from (_keys(number) for number in _numbers(field, today, option))
        case FieldKind.TEXT if field.check is Check.CREDIT_CODE:
            yield (ev.Drafted(_organisation()),)
        case FieldKind.TEXT:
            yield from ((ev.Drafted(words[: field.max_length]),) for words in WORDS)


def _days(today: date, option: int) -> list[date]:
    days = [today + timedelta(days=days) for days in DAYS]
    first = option % len(days)
    return days[first:] + days[:first]


def _numbers(field: FormField, today: date, option: int) -> Iterator[str]:
    everybody = [person.id_number for person in people(today)]
    person = everybody[option % len(everybody)]
    match field.check:
        case Check.ID_NUMBER:
            yield from (person, *everybody)
        case Check.BANK_ACCOUNT:
            yield ACCOUNT + luhn.calc_check_digit(ACCOUNT)
        case Check.DISABILITY_CERTIFICATE:
            yield f"{person}{option % 7 + 1}{option % 4 + 1}"
        case _:
            yield str(field.least)
            yield str(field.most)


def _organisation() -> str:
    return ORGANISATION + str(uscc.calc_check_digit(ORGANISATION))


def _keys(text: str) -> Way:
    return tuple(ev.KeyPressed(key) for key in text)


def _places() -> Way:
    """The first of each level, down to where nothing narrower is listed."""
    place, picked = NOWHERE, []
    while place.open:
        found = divisions().place(divisions().within(place.code)[0].code)
        if found is None:
            break
        place = found
        picked.append(ev.PlaceChosen(place))
    return tuple(picked)


def _person(birth: date, sex: Sex) -> IdCard:
    digits = f"{AREA}{birth:%Y%m%d}00{1 if sex is Sex.MALE else 2}"
    return IdCard(
        document=CardDocument.RESIDENT,
        name=WORDS[0],
        name_en="",
        sex=sex,
        ethnic_group="",
        nationality="",
        birth_date=birth,
        address=WORDS[0],
        newest_address="",
        id_number=digits + mod_11_2.calc_check_digit(digits),
        issuing_authority="",
        valid_from=None,
        valid_to=None,
    )
