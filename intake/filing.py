"""What is kept of an opened form to find its case again: nothing that can be read without the city's secret."""

from __future__ import annotations

import hashlib
import hmac
import json
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Any

from intake.promises import Limit, limit_of
from intake.sharing import Sharing, person_of
from offline_queue.shared_data import CODE, MAX_MATERIALS, Person

BY_CARD = "card"
"""`identified_by` of a form whose applicant was read from a card; what was typed may be anybody's."""

MAX_NAME = 100


@dataclass(frozen=True, repr=False)
class Filing:
    """What is kept of a form to find its case again. `person`: keyed digest of the applicant, empty without one;
    `deferred`: JSON of materials that are to follow with their last days; `supplement_of`: the case it adds to;
    `shared`: JSON of materials said to be held by the city, and whether that is proved.

    `limit`: the one that the terminal promised; `name`: half of the name as a card told it, empty otherwise.
    """

    person: str = ""
    deferred: str = "{}"
    supplement_of: str = ""
    shared: str = "{}"
    limit: Limit | None = None
    name: str = ""

    @property
    def kept(self) -> dict[str, Any]:
        """What is kept with the submission."""
        return {name: value for name, value in vars(self).items() if name not in ("limit", "name")}


def digest(person: Person, key: bytes) -> str:
    """A person as cases are filed under them: useless without the key, and unlike what `Held` keeps of them."""
    text = unicodedata.normalize("NFC", f"case\n{person.id_number}\n{person.name}")
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def filing(form: bytes, key: bytes, sharing: Sharing | None = None) -> Filing:
    """What to keep of an opened form; of one that is not like ours, nothing. `sharing` proves papers that are held."""
    try:
        given = json.loads(form)
    except (ValueError, RecursionError):
        return Filing()
    if not isinstance(given, dict):
        return Filing()
    number, person = given.get("supplement_of"), person_of(given.get("applicant"))
    return Filing(
        person="" if person is None else digest(person, key),
        deferred=json.dumps(_deferred(given.get("deferred"))),
        supplement_of=number if isinstance(number, str) and number.isascii() and len(number) <= 40 else "",
        shared=json.dumps({} if sharing is None else sharing.proved(given.get("shared"), person)),
        limit=limit_of(given.get("limit")),
        name=_half_name(given.get("applicant")) if given.get("identified_by") == BY_CARD else "",
    )


def _half_name(applicant: Any) -> str:
    """First and last character of a Chinese name, the first letter of any other."""
    given = applicant.get("name") or applicant.get("name_en") if isinstance(applicant, dict) else None
    name = " ".join(given.split()) if isinstance(given, str) else ""
    if not name or len(name) > MAX_NAME:
        return ""
    if name.isascii():
        return f"{name[0]}***"
    return name[0] + "*" * max(1, len(name) - 2) + (name[-1] if len(name) > 2 else "")


def _deferred(given: Any) -> dict[str, str]:
    if not isinstance(given, dict):
        return {}
    pairs = [(name, day) for name, day in given.items() if CODE.fullmatch(name) and _is_day(day)]
    return dict(pairs[:MAX_MATERIALS])


def _is_day(text: Any) -> bool:
    try:
        day = date.fromisoformat(text)
    except (TypeError, ValueError):
        return False
    return day.isoformat() == str(text)
