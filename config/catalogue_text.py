"""What every file of the catalogue is written with: codes, icons, words in several languages."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, StringConstraints

from config.settings import Section

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,47}$")]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9-]{1,50}$")]
DrawingName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,48}$")]
Rule = Annotated[str, StringConstraints(min_length=1, max_length=300)]
"""A condition (`config.rules`), checked together with the names that it speaks of (`config.soundness`)."""
Words = Annotated[str, StringConstraints(min_length=1, max_length=400)]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]


class CatalogueError(Exception):
    """A file of the catalogue cannot be used; the text names file, key and mistake, a line each."""


class Text(Section):
    """The same words in Chinese, English, and any other language (`ug = "…"`) that the screens have."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[Language, Words]

    zh: Words
    en: Words

    def in_language(self, language: str) -> str:
        """The words in a language, Chinese where it has none."""
        words: str = getattr(self, language, self.zh)
        return words
