"""Results of instant services: made with the acceptance, told to who handed in, verified by whoever has a token."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import sqlalchemy as sa

from intake.filing import Filing
from intake.services import find
from intake.tables import PROGRESS, RESULT
from offline_queue.results import Result
from offline_queue.wire import CaseState

VALID_DAYS = 90
"""Days for which a proof can be verified."""

TOKEN_BYTES = 24
"""192 random bits: nobody finds a proof by trying addresses."""

_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without what is taken for something else on paper: I and 1, O and 0."""


@dataclass(frozen=True)
class Proof:
    """What a verifying page tells. `name` is half hidden; empty once the case was withdrawn."""

    code: str
    zh: str
    en: str
    name: str
    made: date
    valid_until: date
    withdrawn: bool

    def state(self, today: date) -> str:
        """`withdrawn`, `over` or `valid`."""
        if self.withdrawn:
            return "withdrawn"
        return "over" if today > self.valid_until else "valid"


def decide(connection: sa.Connection, taken: Mapping[str, str], filed: Filing) -> None:
    """With the acceptance of an application that is decided at once: its result, and that its case is done.

    `taken`: the submission as lists show it. Only for who was read from a card: of what was typed a clerk decides.
    """
    service, received, number = find(connection, taken["service_code"]), taken["received"], taken["acceptance_number"]
    limit = None if service is None else service.limit_for(filed.limit)
    if service is None or limit is None or limit.days or not filed.name or filed.supplement_of:
        return
    made = date.fromisoformat(received[:10])
    code = "".join(secrets.choice(_ALPHABET) for _ in range(8))
    values = {
        "submission": taken["id"],
        "acceptance_number": number,
        "token": secrets.token_urlsafe(TOKEN_BYTES),
        "code": f"{code[:4]}-{code[4:]}",
        "zh": service.zh or service.code,
        "en": service.en or service.code,
        "name": filed.name,
        "made": made.isoformat(),
        "valid_until": (made + timedelta(days=VALID_DAYS)).isoformat(),
        "withdrawn": False,
    }
    connection.execute(RESULT.insert().values(**values))
    moved = {"state": CaseState.DONE.value, "zh": "", "en": "", "changed_at": received}
    connection.execute(PROGRESS.insert().values(terminal=taken["terminal"], acceptance_number=number, **moved))


def withdraw(connection: sa.Connection, identity: str) -> None:
    """The name goes; the page says that the proof was taken back."""
    connection.execute(RESULT.update().where(RESULT.c.submission == identity).values(name="", withdrawn=True))


class Results:
    """Questions about results over the store's database."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    def of_submission(self, identity: str, base: str) -> Result | None:
        """The result of a submission, verified under the address `base`."""
        with self._engine.connect() as connection:
            return told(connection, RESULT.c.submission == identity, base)

    def proof(self, token: str) -> Proof | None:
        """What the page of a token tells."""
        with self._engine.connect() as connection:
            row = connection.execute(sa.select(RESULT).where(RESULT.c.token == token)).first()
        if row is None:
            return None
        made, last = date.fromisoformat(row.made), date.fromisoformat(row.valid_until)
        return Proof(row.code, row.zh, row.en, row.name, made, last, bool(row.withdrawn))


def told(connection: sa.Connection, which: sa.ColumnElement[bool], base: str) -> Result | None:
    """A result as its holder is told it; None when there is none, or none any more."""
    row = connection.execute(sa.select(RESULT).where(which, RESULT.c.withdrawn.is_(False))).first()
    if row is None:
        return None
    return Result(
        submission=row.submission,
        acceptance_number=row.acceptance_number,
        zh=row.zh,
        en=row.en,
        url=f"{base.rstrip('/')}/v/{row.token}",
        code=row.code,
        valid_until=row.valid_until,
    )
