"""What is kept of an opened form to find its case again: nothing that can be read without the city's secret."""

from __future__ import annotations

import hashlib
import hmac
import json
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import ValidationError

from offline_queue.shared_data import MAX_MATERIALS, Person

_CODE = re.compile(r"[A-Za-z0-9_-]{1,50}")


@dataclass(frozen=True, repr=False)
class Filing:
    """What is kept of a form to find its case again. `person`: keyed digest of the applicant, empty without one;
    `deferred`: JSON of materials that are to follow with their last days; `supplement_of`: the case it adds to."""

    person: str = ""
    deferred: str = "{}"
    supplement_of: str = ""


def digest(person: Person, key: bytes) -> str:
    """A person as cases are filed under them: useless without the key, and unlike what `Held` keeps of them."""
    text = unicodedata.normalize("NFC", f"case\n{person.id_number}\n{person.name}")
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def filing(form: bytes, key: bytes) -> Filing:
    """What to keep of an opened form; of one that is not like ours, nothing."""
    try:
        given = json.loads(form)
    except (ValueError, RecursionError):
        return Filing()
    if not isinstance(given, dict):
        return Filing()
    number = given.get("supplement_of")
    return Filing(
        person=_person(given.get("applicant"), key),
        deferred=json.dumps(_deferred(given.get("deferred"))),
        supplement_of=number if isinstance(number, str) and number.isascii() and len(number) <= 40 else "",
    )


def _person(applicant: Any, key: bytes) -> str:
    if not isinstance(applicant, dict):
        return ""
    name = applicant.get("name") or applicant.get("name_en")
    try:
        return digest(Person(id_number=applicant.get("id_number", ""), name=name or ""), key)
    except ValidationError:
        return ""


def _deferred(given: Any) -> dict[str, str]:
    if not isinstance(given, dict):
        return {}
    pairs = [(name, day) for name, day in given.items() if _CODE.fullmatch(name) and _is_day(day)]
    return dict(pairs[:MAX_MATERIALS])


def _is_day(text: Any) -> bool:
    try:
        day = date.fromisoformat(text)
    except (TypeError, ValueError):
        return False
    return day.isoformat() == str(text)
