"""How things stand around the terminal, for the resting screen: line, queue, the city's figures and announcements."""

from __future__ import annotations

from dataclasses import dataclass

FEWEST_RATINGS = 10
"""Ratings of a month below which a share of good ones would say more of single people than of the service."""


@dataclass(frozen=True)
class Figures:
    """What the city published of this month: ratings, good ones among them, cases settled."""

    rated: int
    good: int
    settled: int

    @property
    def good_share(self) -> str:
        """The share of good ratings as it is read, empty while there are too few."""
        return f"{100 * self.good / self.rated:.1f}%" if self.rated >= FEWEST_RATINGS else ""


@dataclass(frozen=True)
class Notice:
    """What the city says to everybody."""

    zh: str
    en: str

    def in_language(self, language: str) -> str:
        """The words in English, Chinese in all other languages."""
        return self.en if language == "en" else self.zh


@dataclass(frozen=True)
class Outlook:
    """`line`: the city answers; `waiting`: applications that it does not have yet."""

    line: bool = True
    waiting: int = 0
    figures: Figures | None = None
    notices: tuple[Notice, ...] = ()


NOTHING_NEW = Outlook()
"""Before anything was heard."""
