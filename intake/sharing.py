"""Papers that a form says the city holds: whether we said so, and hold them for this very person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pydantic import ValidationError

from intake.held import Held
from offline_queue.shared_data import CODE, MAX_MATERIALS, Person, SharedData
from offline_queue.wire import WireError, verify


class Sharing:
    """Checks against our own signatures and records."""

    def __init__(self, held: Held, keys: Sequence[Ed25519PublicKey]) -> None:
        self._held = held
        self._keys = keys

    def proved(self, claim: Any, person: Person | None) -> dict[str, bool]:
        """Of each paper in `{"materials": {id: reference}, "proof": JWS}`: whether it is so.

        The statement alone names its question only, not the person; so the records are asked again, as of that day.
        """
        given = claim.get("materials") if isinstance(claim, dict) else None
        if not isinstance(given, dict):
            return {}
        wanted = {name: given[name] for name in list(given)[:MAX_MATERIALS] if CODE.fullmatch(name)}
        told = self._told(claim.get("proof"))
        if told is None or person is None:
            return dict.fromkeys(wanted, False)
        said = {item.material: item.reference for item in told.materials if item.held}
        day = datetime.fromisoformat(told.answered_at).date()
        ours = {item.material: item.reference for item in self._held.look(person, list(wanted), day) if item.held}
        return {name: said.get(name) == ours.get(name) == reference for name, reference in wanted.items()}

    def _told(self, proof: Any) -> SharedData | None:
        try:
            told = verify(SharedData, proof.encode("ascii"), self._keys)
            datetime.fromisoformat(told.answered_at)
        except (AttributeError, ValueError, WireError):
            return None
        return told


def person_of(applicant: Any) -> Person | None:
    """The applicant of a form as records know them; None when it names nobody whom they could know."""
    if not isinstance(applicant, dict):
        return None
    name = applicant.get("name") or applicant.get("name_en")
    try:
        return Person(id_number=applicant.get("id_number", ""), name=name or "")
    except ValidationError:
        return None
