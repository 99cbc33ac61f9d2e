"""Staff cards: any card that the reader reads, kept as a salted Argon2id of its number, under a name.

All cards of a terminal share one salt, so that a card is hashed once however many there are. An identity number is one
of some 10^9 likely ones; at this price each, whoever steals the file needs years for a single card.
"""

from __future__ import annotations

import hmac
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from offline_queue.files import write_durably
from offline_queue.locks import held

FILE = "staff-cards.json"
LOCK = "staff-cards.lock"

NAME_LENGTH = 20
"""Characters of the name under which a card is kept, at most."""

MOST = 99
"""Cards that a terminal knows at most."""

_SOMEONES = re.compile(r"[0-9]{6,}")
"""What might be a number of someone: it does not belong into a name."""


class CardRefused(Exception):
    """This card cannot be kept, or is not there; the text says why, and names no number."""


class CardsDamaged(Exception):
    """The file of the cards cannot be read."""


class Card(BaseModel):
    """A card: `number` counts from 1 and is never given again, so that the audit log can name it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    number: int = Field(ge=1, le=9999)
    name: str = Field(min_length=1, max_length=NAME_LENGTH)
    hash: str = Field(pattern=r"^[0-9a-f]{64}$")
    added: date


class _Kept(BaseModel):
    """The file: the salt in hex, the highest number that was given, and the cards."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    salt: str = Field(pattern=r"^[0-9a-f]{32}$")
    given: int = Field(default=0, ge=0, le=9999)
    cards: tuple[Card, ...] = Field(default=(), max_length=MOST)


@dataclass(frozen=True)
class StaffCards:
    """The cards under `data_dir`, read anew each time: what a command has added is known at once."""

    data_dir: Path

    def any(self) -> bool:
        """Whether there is one; a damaged file has none."""
        try:
            return bool(self.listed())
        except CardsDamaged:
            return False

    def listed(self) -> tuple[Card, ...]:
        """All cards, the first one first. Raises CardsDamaged."""
        return self._load().cards

    def number_of(self, id_number: str) -> int | None:
        """Which card this identity number is of; None when of none, or when the file is damaged."""
        try:
            kept = self._load()
        except CardsDamaged:
            return None
        if not kept.cards:
            return None
        hashed = _hash(kept.salt, id_number)
        return next((card.number for card in kept.cards if hmac.compare_digest(hashed, card.hash)), None)

    def add(self, name: str, id_number: str, day: date) -> int:
        """Keep a card; its number. Raises CardRefused, CardsDamaged, OSError."""
        check_name(name)
        with self._alone():
            kept = self._load()
            if len(kept.cards) >= MOST:
                raise CardRefused(f"there are {MOST} cards already")
            if any(card.name == name for card in kept.cards):
                raise CardRefused(f"there is a card of that name already: {name}")
            hashed = _hash(kept.salt, id_number)
            if any(card.hash == hashed for card in kept.cards):
                raise CardRefused("this card was added already")
            card = Card(number=kept.given + 1, name=name, hash=hashed, added=day)
            self._keep(kept.model_copy(update={"given": card.number, "cards": (*kept.cards, card)}))
        return card.number

    def remove(self, name: str) -> int:
        """Forget a card; the number that it had. Raises CardRefused, CardsDamaged, OSError."""
        with self._alone():
            kept = self._load()
            gone = next((card for card in kept.cards if card.name == name), None)
            if gone is None:
                raise CardRefused(f"there is no card of that name: {name}")
            self._keep(kept.model_copy(update={"cards": tuple(card for card in kept.cards if card is not gone)}))
        return gone.number

    def _load(self) -> _Kept:
        try:
            return _Kept.model_validate_json((self.data_dir / FILE).read_bytes())
        except FileNotFoundError:
            return _Kept(salt=os.urandom(16).hex())
        except (OSError, ValidationError):
            raise CardsDamaged from None

    def _keep(self, kept: _Kept) -> None:
        write_durably(self.data_dir / FILE, kept.model_dump_json().encode())

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Two commands at once lose no card."""
        self.data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
        with held(self.data_dir / LOCK, wait=True):
            yield


def check_name(name: str) -> None:
    """Whether a card may be kept under a name. Raises CardRefused."""
    if not (1 <= len(name) <= NAME_LENGTH and name.isprintable() and name == name.strip()):
        raise CardRefused(f"a name has 1 to {NAME_LENGTH} characters")
    if _SOMEONES.search(name):
        raise CardRefused("a name has no long number in it: it may be someone's")


def _hash(salt: str, id_number: str) -> str:
    # RFC 9106, the recommendation for little memory: 3 passes over 64 MiB
    made = Argon2id(salt=bytes.fromhex(salt), length=32, iterations=3, lanes=4, memory_cost=64 << 10)
    return made.derive(id_number.encode()).hex()
