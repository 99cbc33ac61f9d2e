"""Invented people and their cards, as the text blocks that a reader sends. Nobody here exists."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from drivers.id_card_reader.card import CardDocument, IdCard, Sex
from drivers.id_card_reader.layouts import ETHNIC_GROUPS, LONG_TERM, NEWEST_ADDRESS_LENGTH, PHOTO_LENGTH

PHOTO = bytes.fromhex("574C66007E003200").ljust(PHOTO_LENGTH, b"\0")
"""A photo block with the real header (`WL`, 102 by 126) and no picture."""

_CODES = {name: code for code, name in ETHNIC_GROUPS.items()}
_SEXES = {Sex.MALE: "1", Sex.FEMALE: "2", Sex.UNKNOWN: "0"}


@dataclass(frozen=True)
class SimulatedCard:
    """What lies on the reader: the person, and the bytes a module would send. A card that is not `identity` is never
    found; of one with a broken chip (not `readable`) nothing but its presence is."""

    person: IdCard
    text: bytes
    newest_address: bytes
    photo: bytes = PHOTO
    identity: bool = True
    readable: bool = True


def card_of(person: IdCard) -> SimulatedCard:
    """The card of a person, in the layout of the document."""
    layouts = {CardDocument.FOREIGN_2017: _foreign_2017, CardDocument.FOREIGN_2023: _foreign_2023}
    text = b"".join(_pad(value, size) for value, size in layouts.get(person.document, _resident)(person))
    newest = _pad(person.newest_address, NEWEST_ADDRESS_LENGTH) if person.newest_address else b""
    return SimulatedCard(person, text, newest)


def _resident(person: IdCard) -> list[tuple[str, int]]:
    permit = person.document is CardDocument.HMT
    tail = [("", 36)] if not permit else [("H12345678", 18), ("01", 4), ("", 6), ("J", 2), ("", 6)]
    return [
        (person.name, 30),
        (_SEXES[person.sex], 2),
        ("" if permit else _CODES[person.ethnic_group], 4),
        (_digits(person.birth_date), 16),
        (person.address, 70),
        (person.id_number, 36),
        (person.issuing_authority, 30),
        (_digits(person.valid_from), 16),
        (_digits(person.valid_to), 16),
        *tail,
    ]


def _foreign_2017(person: IdCard) -> list[tuple[str, int]]:
    return [
        (person.name_en, 120),
        (_SEXES[person.sex], 2),
        (person.id_number, 30),
        (person.nationality, 6),
        (person.name, 30),
        (_digits(person.valid_from), 16),
        (_digits(person.valid_to), 16),
        (_digits(person.birth_date), 16),
        ("01", 4),
        (person.issuing_authority, 8),
        ("I", 2),
        ("", 6),
    ]


def _foreign_2023(person: IdCard) -> list[tuple[str, int]]:
    return [
        (person.name, 30),
        (_SEXES[person.sex], 2),
        ("00", 4),
        (_digits(person.birth_date), 16),
        (person.name_en[:35], 70),
        (person.id_number, 36),
        ("", 30),
        (_digits(person.valid_from), 16),
        (_digits(person.valid_to), 16),
        (person.name_en[35:], 22),
        (person.nationality, 6),
        ("Y", 2),
        ("", 6),
    ]


def _digits(day: date | None) -> str:
    return LONG_TERM if day is None else f"{day:%Y%m%d}"


def _pad(value: str, size: int) -> bytes:
    encoded = value.encode("utf-16-le")
    if len(encoded) > size:
        raise ValueError(f"a field of {size} bytes cannot hold {len(encoded)}")
    return encoded + " ".encode("utf-16-le") * ((size - len(encoded)) // 2)


_RESIDENT = IdCard(
    document=CardDocument.RESIDENT,
    name="欧阳泉",
    name_en="",
    sex=Sex.MALE,
    ethnic_group="汉",
    nationality="",
    birth_date=date(1988, 3, 14),
    address="山东省滨州市滨城区黄河五路８号３号楼２单元４０１",
    newest_address="",
    id_number="370102198803140014",
    issuing_authority="滨州市公安局滨城分局",
    valid_from=date(2016, 5, 1),
    valid_to=date(2036, 5, 1),
)

_PEOPLE = {
    "resident": _RESIDENT,
    "elder": replace(
        _RESIDENT,
        name="秦淑兰",
        sex=Sex.FEMALE,
        birth_date=date(1951, 9, 8),
        address="济南市历下区甸柳新村５区１２号楼",
        newest_address="济南市历下区燕山街道和平路４号",
        id_number="37010219510908002X",
        issuing_authority="济南市公安局历下分局",
        valid_to=None,
    ),
    "oldest": replace(
        _RESIDENT,
        name="范百岁",
        birth_date=date(1943, 5, 6),
        address="济南市历下区甸柳新村３区２号楼",
        id_number="37010219430506003X",
        issuing_authority="济南市公安局历下分局",
        valid_to=None,
    ),
    "child": replace(
        _RESIDENT,
        name="范小童",
        birth_date=date(2015, 4, 5),
        address="济南市历下区甸柳新村３区２号楼",
        id_number="370102201504050056",
        valid_from=date(2024, 5, 1),
        valid_to=date(2029, 5, 1),
    ),
    "rare_name": replace(_RESIDENT, name="㛃𬭎", id_number="370102198803140030", ethnic_group="回"),
    "expired": replace(_RESIDENT, name="常过期", id_number="370102198803140057", valid_to=date(2021, 5, 1)),
    "hmt": replace(
        _RESIDENT,
        document=CardDocument.HMT,
        name="林港生",
        ethnic_group="",
        address="济南市槐荫区经七路１号",
        id_number="810000198803140013",
        issuing_authority="济南市公安局",
    ),
    "foreign_2017": replace(
        _RESIDENT,
        document=CardDocument.FOREIGN_2017,
        name="杨测试",
        name_en="YANG, CESHI",
        sex=Sex.FEMALE,
        ethnic_group="",
        nationality="CAN",
        address="",
        id_number="CAN110088031402",
        issuing_authority="1100",
    ),
    "foreign_2023": replace(
        _RESIDENT,
        document=CardDocument.FOREIGN_2023,
        name="泉友",
        name_en="SPRINGFIELD-FROM-THE-CITY-OF-A-THOUSAND, WELLS",
        ethnic_group="",
        nationality="GBR",
        address="",
        id_number="937826198803140014",
        issuing_authority="",
    ),
}

PEOPLE: dict[str, SimulatedCard] = {key: card_of(person) for key, person in _PEOPLE.items()}
"""Identity cards to insert, by a short English key."""

CARDS: dict[str, SimulatedCard] = PEOPLE | {
    "broken_chip": replace(PEOPLE["resident"], readable=False),
    "other_card": replace(PEOPLE["resident"], identity=False),
}
"""Whatever somebody may lay on the reader."""
