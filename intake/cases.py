"""Cases as residents ask after them: by number, or by a keyed digest of the person; with what is still to bring."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from intake.filing import digest
from intake.results import told
from intake.store import Stored
from intake.tables import ASSISTANCE, PROGRESS, REPORT, RESULT, SUBMISSION
from offline_queue.cases import MOST_CASES, MOST_STEPS, Case, CaseStep, OpenMaterial, Supplement
from offline_queue.shared_data import CODE, MAX_MATERIALS, Person
from offline_queue.wire import CaseState, Manifest

_OVER = {CaseState.DONE, CaseState.REFUSED, CaseState.WITHDRAWN}
"""States in which nothing is waited for any more."""


class Cases:
    """Questions about cases over the store's database; `key` is the secret of the digests, for those by person."""

    def __init__(self, engine: sa.Engine, key: bytes = b"") -> None:
        self._engine = engine
        self._key = key

    def of_number(self, number: str) -> Case | None:
        """The case of an acceptance or offline number; of a supplement's number the case that it adds to; of the
        number of a request for assistance or a fault report what was answered."""
        with self._engine.connect() as connection:
            stored = _find(connection, number)
            if stored is None:
                return _letter(connection, number)
            if stored is not None and stored.supplement_of:
                stored = _find(connection, stored.supplement_of) or stored
            return _case(connection, stored)

    def of_person(self, person: Person, base: str = "") -> tuple[Case, ...]:
        """The cases that a person has applied for, newest first; what was added to one stands in it.

        Their results are verified under the address `base`. By number they are not told: a number may be guessed.
        """
        mine = SUBMISSION.c.person == digest(person, self._key)
        query = sa.select(SUBMISSION).where(mine, SUBMISSION.c.supplement_of == "")
        with self._engine.connect() as connection:
            rows = connection.execute(
                query.order_by(SUBMISSION.c.received.desc(), SUBMISSION.c.acceptance_number.desc()).limit(MOST_CASES)
            ).all()
            cases = [(Stored(*row).id, _case(connection, Stored(*row))) for row in rows]
            return tuple(_with_result(connection, identity, case, base) for identity, case in cases)

    def supplements(self, stored: Stored) -> tuple[Supplement, ...]:
        """What was added to a case, oldest first."""
        with self._engine.connect() as connection:
            return _supplements(connection, stored)


def _find(connection: sa.Connection, number: str) -> Stored | None:
    numbers = sa.or_(SUBMISSION.c.acceptance_number == number, SUBMISSION.c.offline_number == number)
    row = connection.execute(sa.select(SUBMISSION).where(numbers)).first()
    return None if row is None else Stored(*row)


def _letter(connection: sa.Connection, number: str) -> Case | None:
    """A request for assistance or a fault report, with what was answered."""
    for table in (ASSISTANCE, REPORT):
        query = sa.select(table).where(table.c.number == number, table.c.number != "")
        row = connection.execute(query.order_by(table.c.made_at.desc())).first()
        if row is not None:
            return _answered(row, number, row.service_code if table is ASSISTANCE else "")
    return None


def _answered(row: Any, number: str, service_code: str) -> Case:
    state = CaseState.ANSWERED if row.answered_at else CaseState.ASKED
    return Case(
        acceptance_number=number,
        offline_number="",
        service_code=service_code,
        received_at=row.made_at,
        state=state,
        zh=row.zh,
        en=row.en,
        changed_at=row.answered_at or row.made_at,
        steps=(CaseStep(at=row.answered_at, state=state, zh=row.zh, en=row.en),) if row.answered_at else (),
    )


def _case(connection: sa.Connection, stored: Stored) -> Case:
    steps = _steps(connection, stored.acceptance_number)
    supplements = _supplements(connection, stored)
    last = steps[-1] if steps else None
    state = last.state if last else CaseState.RECEIVED
    return Case(
        acceptance_number=stored.acceptance_number,
        offline_number=stored.offline_number,
        service_code=stored.service_code,
        received_at=stored.received,
        state=state,
        zh=last.zh if last else "",
        en=last.en if last else "",
        changed_at=last.at if last else stored.received,
        **(_way_on(connection, stored.acceptance_number) if state is CaseState.REFUSED else {}),
        promised=stored.promised,
        promised_about=stored.promised_about,
        steps=steps,
        open=() if state in _OVER else _open(stored, supplements),
        supplements=supplements,
    )


def _with_result(connection: sa.Connection, identity: str, case: Case, base: str) -> Case:
    result = told(connection, RESULT.c.submission == identity, base) if case.state is CaseState.DONE and base else None
    return case if result is None else case.model_copy(update={"result": result})


def _way_on(connection: sa.Connection, acceptance_number: str) -> dict[str, str]:
    """Of the last change: the rule, the office, the service instead."""
    query = sa.select(PROGRESS).where(PROGRESS.c.acceptance_number == acceptance_number)
    row = connection.execute(query.order_by(PROGRESS.c.number.desc()).limit(1)).one()
    return {"reason": row.reason, "office": row.office, "successor": row.successor}


def _steps(connection: sa.Connection, acceptance_number: str) -> tuple[CaseStep, ...]:
    query = sa.select(PROGRESS).where(PROGRESS.c.acceptance_number == acceptance_number)
    rows = connection.execute(query.order_by(PROGRESS.c.number.desc()).limit(MOST_STEPS)).all()
    return tuple(
        CaseStep(at=row.changed_at, state=CaseState(row.state), zh=row.zh, en=row.en) for row in reversed(rows)
    )


def _supplements(connection: sa.Connection, stored: Stored) -> tuple[Supplement, ...]:
    """What was added to a case, under either of its numbers: who hands in offline may know only the one."""
    numbers = (stored.acceptance_number, stored.offline_number)
    query = sa.select(SUBMISSION).where(SUBMISSION.c.supplement_of.in_(numbers), SUBMISSION.c.withdrawn.is_(None))
    rows = connection.execute(
        query.order_by(SUBMISSION.c.received, SUBMISSION.c.acceptance_number).limit(MAX_MATERIALS)
    )
    return tuple(_supplement(Stored(*row)) for row in rows)


def _supplement(stored: Stored) -> Supplement:
    parts = Manifest.model_validate_json(stored.manifest).parts[1:]
    return Supplement(
        acceptance_number=stored.acceptance_number,
        received_at=stored.received,
        materials=tuple(part.part for part in parts if CODE.fullmatch(part.part))[:MAX_MATERIALS],
    )


def _open(stored: Stored, supplements: Sequence[Supplement]) -> tuple[OpenMaterial, ...]:
    brought = {material for supplement in supplements for material in supplement.materials}
    deferred: dict[str, str] = json.loads(stored.deferred)
    return tuple(OpenMaterial(material=name, until=day) for name, day in deferred.items() if name not in brought)
