"""What an instant service gave, as the screens know it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Result:
    """Its name in Chinese and English, where anybody can verify it, the code that stands there too, until when."""

    zh: str
    en: str
    url: str
    short_code: str
    valid_until: date | None = None
