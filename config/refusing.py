"""Words that send a resident away (窗口无否决权): no text of a catalogue may say them, each has a better one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from config.texts import texts_of

INSTEAD: Mapping[str, str] = {
    "不符合": "say from when or how it is possible",
    "不能办": "say where it is settled, or from when",
    "办不了": "say where it is settled, or from when",
    "不予": "say from when or how it is possible",
    "无权": "say what is open to them",
    "不归": "say who settles it, where, when, and with what",
    "不知道": "say who knows, or what to choose if unsure",
    "不清楚": "say who knows, or what to choose if unsure",
    "材料不全": "say which paper is still to come, and until when",
    "系统故障": "say what is kept safe, and what happens next",
    "not eligible": "say from when or how it is possible",
    "not entitled": "say from when or how it is possible",
    "cannot apply": "say where or from when they can",
    "not possible": "say from when or how it is possible",
    "not our": "say who settles it, where, when, and with what",
    "not responsible": "say who settles it, where, when, and with what",
    "rejected": "say what happens next",
    "refused": "say what happens next",
}
"""What is not said, and what is."""

_REFUSAL = re.compile("|".join(INSTEAD), re.IGNORECASE)


def refusals(item: BaseModel) -> Iterator[tuple[str, str]]:
    """Every text that refuses, as the key that leads to it and what to write."""
    for key, _, text in texts_of(item):
        for language, words in (("zh", text.zh), ("en", text.en)):
            if found := _REFUSAL.search(words):
                yield f"{key}.{language}", f"{found.group()!r} sends away; {INSTEAD[found.group().lower()]}"
