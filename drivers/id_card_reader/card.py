"""The identity card as read: one value for all four card layouts, and its JSON."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class CardDocument(StrEnum):
    """Which of the four layouts the card has."""

    RESIDENT = "resident"
    HMT = "hmt"
    FOREIGN_2017 = "foreign_2017"
    FOREIGN_2023 = "foreign_2023"


class Sex(StrEnum):
    """Sex as stated on the card (GB/T 2261.1: 1 male, 2 female, 0 and 9 not known or not stated)."""

    MALE = "male"
    FEMALE = "female"
    UNKNOWN = "unknown"


@dataclass(frozen=True, repr=False)
class IdCard:
    """What a card says. Empty strings where the layout has no such field; `valid_to` None means 长期.

    The repr hides everything personal, so that no log or exception text can carry it.
    """

    document: CardDocument
    name: str
    name_en: str
    sex: Sex
    ethnic_group: str
    nationality: str
    birth_date: date
    address: str
    newest_address: str
    id_number: str
    issuing_authority: str
    valid_from: date | None
    valid_to: date | None
    photo: bytes = field(default=b"", compare=False)

    def __repr__(self) -> str:
        return f"IdCard(document={self.document.value!r}, …)"

    def as_json(self) -> dict[str, str | None]:
        """The card under the names of the commands' JSON; dates as ISO text; the photo left out."""
        return {
            "document": self.document.value,
            "name": self.name,
            "name_en": self.name_en,
            "sex": self.sex.value,
            "ethnic_group": self.ethnic_group,
            "nationality": self.nationality,
            "birth_date": self.birth_date.isoformat(),
            "address": self.address,
            "newest_address": self.newest_address,
            "id_number": self.id_number,
            "issuing_authority": self.issuing_authority,
            "valid_from": None if self.valid_from is None else self.valid_from.isoformat(),
            "valid_to": None if self.valid_to is None else self.valid_to.isoformat(),
        }
