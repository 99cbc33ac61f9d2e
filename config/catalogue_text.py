"""What every file of the catalogue is written with: codes, icons, words in several languages."""

from __future__ import annotations

import re
from typing import Annotated, Self

from pydantic import ConfigDict, StringConstraints, model_validator

from config.settings import Section

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,47}$")]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9-]{1,50}$")]
DrawingName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,48}$")]
Rule = Annotated[str, StringConstraints(min_length=1, max_length=300)]
"""A condition (`config.rules`), checked together with the names that it speaks of (`config.soundness`)."""
Words = Annotated[str, StringConstraints(min_length=1, max_length=400)]

_LANGUAGE = re.compile(r"[a-z]{2,3}")


class CatalogueError(Exception):
    """A file of the catalogue cannot be used; the text names file, key and mistake, a line each."""


class Text(Section):
    """The same words in Chinese, English, and any other language (`ug = "…"`) that the screens have."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, Words]

    zh: Words
    en: Words

    @model_validator(mode="after")
    def _languages_fit(self) -> Self:
        if wrong := [key for key in self.__pydantic_extra__ if not _LANGUAGE.fullmatch(key)]:
            raise ValueError(f"{wrong[0]!r} is no language; write its code of two or three letters")
        return self

    def in_language(self, language: str) -> str:
        """The words in a language, Chinese where it has none."""
        words: str = getattr(self, language, self.zh)
        return words
