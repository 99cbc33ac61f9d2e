"""A city's catalogue of 2,000 services: reading it at a start, and searching it while someone types.

Peers: the same files through Python's own tomllib and the same models; a plain scan of all names for what was typed,
which finds characters and English words only, where ours finds pinyin and initials too.
"""

from __future__ import annotations

import gc
import re
import statistics
import time
import tomllib
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bench.row import Row
from config import catalogue
from config.catalogue import Catalogue
from config.items import Item
from config.service import Service
from kiosk.search import search

SERVICES = 2_000
ROUNDS = 5
SHOWN = 6
FRAME = 1000 / 60
"""Milliseconds in which an answer is on the very next picture."""

TYPED = ("j", "jz", "jzdj", "居住", "juzhudengji", "residence", "证", "009", "qqqq")
"""What is typed, from the first letter on, to something that nothing is called."""


def made_up() -> dict[str, bytes]:
    """Files of services like ours, each with a code and a number of its own in its names."""
    originals = [file.read_text("utf-8") for file in sorted(catalogue.SERVICES.glob("*.toml"))]
    return {f"{number}.toml": _renamed(originals[number % len(originals)], number) for number in range(SERVICES)}


def _renamed(text: str, number: int) -> bytes:
    coded = re.sub(r'^code = "', f'code = "n{number}-', text, count=1, flags=re.M)
    return re.sub(r'^zh = "', f'zh = "{number}', coded, count=1, flags=re.M).encode()


def _ours(files: dict[str, bytes]) -> Catalogue:
    return catalogue.from_files(Path("bench"), files)


def _peer(files: dict[str, bytes]) -> list[Item]:
    return [Item.model_validate(tomllib.loads(raw.decode())) for raw in files.values()]


def _seconds(work: Callable[[], object]) -> float:
    """Of the processor: others work on this machine too. The shortest of a few, with nothing left of the one before."""
    times = []
    for _ in range(ROUNDS):
        gc.unfreeze()
        gc.collect()
        began = time.process_time()
        kept = work()
        times.append(time.process_time() - began)
        del kept
    return min(times)


def _scan(services: list[Service], typed: str) -> list[Service]:
    """The first few whose names hold what was typed, as anybody would write it first."""
    wanted = typed.lower()
    found = (one for one in services if any(wanted in words.lower() for words in _names(one)))
    return [one for one, _ in zip(found, range(SHOWN), strict=False)]


def _names(service: Service) -> tuple[str, ...]:
    return (service.name.zh, service.name.en, service.everyday.zh, service.everyday.en, *service.also, service.code)


def _milliseconds(work: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS * 4):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return statistics.median(times) * 1000


def rows() -> list[Row]:
    """Reading, and the slowest of the answers to what is typed, each beside its peer."""
    files = made_up()
    load = Row(
        f"catalogue: read {SERVICES:,} services",
        "s",
        _seconds(lambda: _ours(files)),
        _seconds(lambda: _peer(files)),
        "tomllib",
    )
    whole = _ours(files)
    services = list(whole)
    first = time.process_time()
    search(whole, TYPED[0], SHOWN)
    index = Row("catalogue: first search, with its index", "ms", (time.process_time() - first) * 1000)
    ours = {typed: _milliseconds(partial(search, whole, typed, SHOWN)) for typed in TYPED}
    peers = {typed: _milliseconds(partial(_scan, services, typed)) for typed in TYPED}
    slowest = max(ours, key=lambda typed: ours[typed])
    return [
        load,
        index,
        Row("catalogue: search, slowest answer", "ms", ours[slowest], max(peers.values()), "plain scan"),
        Row(
            "catalogue: search, median answer",
            "ms",
            statistics.median(ours.values()),
            statistics.median(peers.values()),
            "plain scan",
        ),
        Row("catalogue: slowest answer, in frames of 60 Hz", "frames", ours[slowest] / FRAME),
    ]
