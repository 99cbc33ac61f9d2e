"""Whether the words of a catalogue fit where they are shown, in large type on an upright panel."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from config.texts import texts_of

PLACES: Mapping[str, Mapping[str, tuple[int, int]]] = {
    "Service": {
        "name": (10, 36),
        "everyday": (11, 30),
        "summary": (48, 140),
        "department": (14, 60),
        "fee": (6, 14),
        "fee_note": (8, 18),
        "delivery": (6, 14),
        "delivery_note": (8, 18),
        "result": (60, 170),
        "otherwise": (76, 230),
    },
    "Limit": {"note": (24, 60)},
    "LimitWhen": {"note": (24, 60)},
    "Stop": {"reason": (18, 60), "way": (96, 300)},
    "Consent": {"text": (40, 140)},
    "Related": {"why": (30, 110)},
    "FormField": {"label": (7, 24), "question": (18, 56), "help": (34, 100), "why": (70, 220)},
    "Option": {"label": (12, 40), "hint": (22, 64)},
    "Material": {"name": (10, 32), "hint": (20, 64), "source": (28, 96)},
    "Declaration": {"duty": (32, 110), "text": (32, 110), "consequence": (48, 180)},
    "Package": {"name": (8, 24), "everyday": (8, 24), "summary": (40, 130)},
    "Part": {"otherwise": (48, 150)},
    "Group": {"name": (8, 20)},
    "Elsewhere": {"name": (14, 40), "way": (80, 260)},
    "Office": {"name": (18, 60), "address": (26, 80), "hours": (32, 60)},
}
"""Of each text the most in Chinese (two Latin signs count as one) and in English."""

_LISTED: Mapping[str, tuple[int, int]] = {"checks": (22, 64), "bring": (18, 64)}
"""Of texts in lists."""


def too_long(item: BaseModel) -> Iterator[tuple[str, str]]:
    """Every text that does not fit, as the key that leads to it and what to write."""
    for key, owner, text in texts_of(item):
        name = key.rpartition(".")[2]
        found = PLACES.get(owner, {}).get(name) or _LISTED.get(key.rpartition(".")[0].rpartition(".")[2])
        if found is None:
            continue
        han, latin = found
        if (width := _width(text.zh)) > han:
            yield f"{key}.zh", f"takes {width:g} characters where {han} fit; shorten it"
        if len(text.en) > latin:
            yield f"{key}.en", f"takes {len(text.en)} characters where {latin} fit; shorten it"


def _width(text: str) -> float:
    return sum(1 if unicodedata.east_asian_width(sign) in "WF" else 0.5 for sign in text)
