"""Recorded sentences: which file holds which, and how a sentence is given to the engine that speaks the others.

`kiosk voices` records with espeak-ng. A file is found by language and words alone, so no list can be out of date, and
a human voice takes the place of a recorded one by the same name.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

FOLDER = Path(__file__).parent / "voices"

VOICES = {"zh": "cmn", "en": "en-gb"}
"""The engine's name of a language where it is not the language's own code."""

NUMBER = re.compile(r"\d(?:[ -]?\d){4,}")
"""Digits that are no quantity: they are said one by one."""


def recording(language: str, text: str) -> Path:
    """Where a sentence would be recorded."""
    name = hashlib.blake2s(f"{language}\n{text}".encode(), digest_size=12).hexdigest()
    return FOLDER / f"{name}.opus"


def command(language: str) -> list[str]:
    """The engine, which reads `spelled` text from its input (arguments are seen by everybody) and answers with WAV."""
    return ["espeak-ng", "-v", VOICES.get(language, language), "-s", "150", "-b", "1", "--stdin", "--stdout"]


def spelled(text: str) -> str:
    """A sentence as the engine is to read it."""
    return NUMBER.sub(lambda number: " ".join(re.sub(r"\D", "", number[0])), text)
