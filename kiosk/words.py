"""Residents' wording by key, Chinese and English, from the translation files."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

LANGUAGES = ("zh", "en")


class Words:
    """Sentences by language and dotted key. A missing key is a mistake of ours and raises KeyError."""

    def __init__(self, tables: Mapping[str, Mapping[str, str]]) -> None:
        self._tables = tables

    @classmethod
    def load(cls, folder: Path) -> Words:
        """Read `zh.toml` and `en.toml` of a folder."""
        return cls(
            {language: _flat(tomllib.loads((folder / f"{language}.toml").read_text())) for language in LANGUAGES}
        )

    def say(self, language: str, key: str, /, **values: object) -> str:
        """The sentence for `key` with its {placeholders} filled."""
        return self._tables[language][key].format(**values)

    def has(self, key: str) -> bool:
        """Whether there is such a sentence."""
        return key in self._tables[LANGUAGES[0]]

    def keys(self, language: str) -> frozenset[str]:
        """All keys of a language."""
        return frozenset(self._tables[language])


def _flat(table: Mapping[str, object], prefix: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in table.items():
        if isinstance(value, Mapping):
            found.update(_flat(value, f"{prefix}{key}."))
        else:
            found[prefix + key] = str(value)
    return found
