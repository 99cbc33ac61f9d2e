"""Finds matters by what residents type: pinyin initials, pinyin, Chinese, English words, a code, or a mixture.

A name in Chinese is a row of characters, each of which may be typed as itself, as its pinyin or as the initial of that;
what was typed must be such a row, from any place in the name on. Of a character with several readings all count.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from config.catalogue import Catalogue
from config.catalogue_text import Text
from config.grouping import Elsewhere, Group, Package
from config.service import Service

Found = Service | Package | Group
"""What a search leads to; a group for a matter that is settled elsewhere."""

SHORTEST_CODE = 3
"""Characters of a code from which on it is looked for: fewer are in every one."""


def search(catalogue: Catalogue, typed: str, most: int) -> tuple[Found, ...]:
    """What matches best, the best first; nothing when nothing was typed."""
    query = plain(typed)
    if not query:
        return ()
    words = tuple(word for word in map(plain, typed.split()) if word)
    index = _index(catalogue)
    ranks: dict[int, _Rank] = {}
    for name in index.by_first.get(query[0], ()):
        if rank := name.rank(query, words):
            ranks |= {number: rank for number in index.of[name] if rank < ranks.get(number, _WORST)}
    if len(query) >= SHORTEST_CODE and not query.isalpha():
        ranks |= {number: _WORST for number, code in index.codes if query in code and number not in ranks}
    best = sorted(ranks, key=lambda number: (ranks[number], number))[:most]
    return tuple(index.things[number] for number in best)


def plain(text: str) -> str:
    """As it is compared: half-width, small letters, without tones, spaces and signs; ü as keyboards have it, v."""
    decomposed = unicodedata.normalize("NFKD", text).lower().replace("u\N{COMBINING DIAERESIS}", "v")
    return "".join(sign for sign in decomposed if sign.isalnum())


_Rank = tuple[int, bool, int]
"""Smaller is better: which name it is, whether its beginning was left out, how long it is."""

_NAME, _ALSO, _AROUND, _CODE = range(4)
"""From what a matter is called down to what stands in its small print."""

_WORST: _Rank = (_CODE, False, 0)


@dataclass(frozen=True, eq=False)
class _Name:
    """One name by which something is known: each character with all the ways to type it, and where a sign may begin."""

    weight: int
    characters: tuple[tuple[str, ...], ...]
    starts: Mapping[str, tuple[int, ...]]
    words: tuple[str, ...]

    def rank(self, query: str, words: tuple[str, ...]) -> _Rank | None:
        """How well this is meant by `query`, None when it is not."""
        for at in self.starts.get(query[0], ()):
            if _spells(self.characters, at, query):
                return (self.weight, at > 0, len(self.characters))
        if words and all(any(own.startswith(word) for own in self.words) for word in words):
            return (self.weight, not self.words[0].startswith(words[0]), len(self.words))
        return None


@dataclass(frozen=True)
class _Index:
    """What can be found, whose each name is, the names by the first sign that may be typed for them, and the codes."""

    things: tuple[Found, ...]
    of: Mapping[_Name, Sequence[int]]
    by_first: Mapping[str, Sequence[_Name]]
    codes: tuple[tuple[int, str], ...]


def _spells(characters: tuple[tuple[str, ...], ...], at: int, query: str) -> bool:
    """Whether `query` is typed from the character `at` on; the last one may be half typed."""
    open_ends = {query}
    for ways in characters[at:]:
        following: set[str] = set()
        for rest in open_ends:
            for way in ways:
                if way.startswith(rest):
                    return True
                if rest.startswith(way):
                    following.add(rest[len(way) :])
        if not following:
            return False
        open_ends = following
    return False


@lru_cache(maxsize=1)
def _index(catalogue: Catalogue) -> _Index:
    named = [*_packages(catalogue), *_services(catalogue), *_groups(catalogue)]
    of: dict[_Name, list[int]] = {}
    for number, (_, names) in enumerate(named):
        for name in names:
            of.setdefault(name, []).append(number)
    by_first: dict[str, list[_Name]] = {}
    for name in of:
        for first in {*name.starts, *(word[0] for word in name.words)}:
            by_first.setdefault(first, []).append(name)
    codes = tuple(
        (number, plain(code))
        for number, (thing, _) in enumerate(named)
        if isinstance(thing, Service)
        for code in (thing.code, thing.basic_code, thing.implementation_code)
    )
    return _Index(tuple(thing for thing, _ in named), of, by_first, codes)


_Named = Iterator[tuple[Found, list[_Name]]]


def _packages(catalogue: Catalogue) -> _Named:
    for package in catalogue.packages:
        yield package, _names(_NAME, package.everyday, package.name) + _elsewhere(package.elsewhere)


def _services(catalogue: Catalogue) -> _Named:
    for service in catalogue:
        also = [_name(_ALSO, word) for word in service.also]
        yield service, _names(_NAME, service.name, service.everyday) + also + _names(_AROUND, service.department)


def _groups(catalogue: Catalogue) -> _Named:
    for group in catalogue.groups:
        yield group, _names(_ALSO, group.name) + _elsewhere(group.elsewhere)


def _elsewhere(matters: Iterable[Elsewhere]) -> list[_Name]:
    return _names(_ALSO, *(matter.name for matter in matters))


def _names(weight: int, *texts: Text) -> list[_Name]:
    return [_name(weight, words) for text in texts for words in text.model_dump().values()]


@lru_cache(maxsize=4096)
def _name(weight: int, text: str) -> _Name:
    # cached, since many matters share the name of their department
    words = tuple(word for word in map(plain, text.split()) if word.isascii() and word)
    if text.isascii():
        return _Name(weight, (), {}, words)
    characters = tuple(_ways(sign) for sign in plain(text))
    starts: dict[str, list[int]] = {}
    for at, ways in enumerate(characters):
        for first in {way[0] for way in ways}:
            starts.setdefault(first, []).append(at)
    return _Name(weight, characters, {first: tuple(places) for first, places in starts.items()}, words)


@lru_cache(maxsize=4096)
def _ways(sign: str) -> tuple[str, ...]:
    """The character, its readings without tones, their initials."""
    spoken = {plain(reading) for reading in _readings().get(ord(sign), "").split(",")} - {""}
    spoken |= {reading.replace("v", "u") for reading in spoken}
    initials = {reading[0] for reading in spoken} | {reading[:2] for reading in spoken if reading[1:2] == "h"}
    return tuple(dict.fromkeys((sign, *sorted(spoken), *sorted(initials))))


def _readings() -> Mapping[int, str]:
    # Loaded with the first search; without its phrases, of which a row of single characters has no use.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    os.environ.setdefault("PYPINYIN_NO_DICT_COPY", "true")
    from pypinyin.constants import PINYIN_DICT

    readings: Mapping[int, str] = PINYIN_DICT
    return readings
