"""Residents' wording by key, from Qt Linguist files (Qt's TS format with message ids), one a language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

FIRST_LANGUAGE = "zh"
"""The language in which a visit begins, and whose words stand for what another does not say."""


UNSPOKEN = "setup."
"""Begins the keys of a first start, which nobody has read aloud."""


class WordsError(Exception):
    """A translation file cannot be used; the text names it and what is wrong."""


class Words:
    """Sentences by language and dotted key. A missing key is a mistake of ours and raises KeyError."""

    def __init__(self, tables: Mapping[str, Mapping[str, str]]) -> None:
        others = sorted(language for language in tables if language != FIRST_LANGUAGE)
        self.languages = (FIRST_LANGUAGE, *others)
        first = tables[FIRST_LANGUAGE]
        self._tables = {language: {**first, **tables[language]} for language in self.languages}
        self._own = {language: frozenset(tables[language]) for language in self.languages}

    @classmethod
    def load(cls, folder: Path) -> Words:
        """Read every `LANGUAGE.ts` of a folder. Raises WordsError."""
        tables = {file.stem: _read(file) for file in sorted(folder.glob("*.ts"))}
        if FIRST_LANGUAGE not in tables:
            raise WordsError(f"{folder}: there is no {FIRST_LANGUAGE}.ts")
        return cls(tables)

    def say(self, language: str, key: str, /, **values: object) -> str:
        """The sentence for `key` with its {placeholders} filled."""
        return self._tables[language][key].format(**values)

    def months(self, language: str) -> tuple[str, ...]:
        """What the twelve months are called."""
        return tuple(self.say(language, "date.months").split("|"))

    def month(self, language: str, day: date) -> str:
        """The month of a day, as residents write it."""
        return self.say(language, "date.month_of", year=day.year, month=self.months(language)[day.month - 1])

    def day(self, language: str, day: date) -> str:
        """A day as residents write it."""
        month = self.months(language)[day.month - 1]
        return self.say(language, "date.day", year=day.year, month=month, day=day.day)

    def fixed(self, language: str) -> frozenset[str]:
        """The sentences of a language that are said, and are the same every time: nothing is filled in."""
        table = self._tables[language]
        return frozenset(text for key, text in table.items() if "{" not in text and not key.startswith(UNSPOKEN))

    def has(self, key: str) -> bool:
        """Whether there is such a sentence."""
        return key in self._own[FIRST_LANGUAGE]

    def keys(self, language: str) -> frozenset[str]:
        """All keys that a language has words of its own for."""
        return self._own[language]


def _read(file: Path) -> dict[str, str]:
    try:
        root = ElementTree.fromstring(file.read_bytes())  # noqa: S314 - our own file, installed with the program
    except (OSError, ElementTree.ParseError) as error:
        raise WordsError(f"{file}: not a Qt Linguist file: {error}") from None
    found: dict[str, str] = {}
    for message in root.iter("message"):
        key, translation = message.get("id", ""), message.find("translation")
        if key in found:
            raise WordsError(f"{file}: {key} is there twice")
        # what a translator has not finished is said in the first language
        if translation is not None and translation.get("type") is None and translation.text:
            found[key] = translation.text
    return found
