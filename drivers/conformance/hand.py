"""The hand at the device: a bench that is operated over HTTP, or a person at the keyboard who is told what to do."""

from __future__ import annotations

import json
import sys
import urllib.request
from typing import Any

WAIT = 10.0
"""Seconds for an answer of the bench."""


class NoHand(Exception):
    """Nobody is there to do it."""


class Hand:
    """Does things at the device. `bench` is the address of `kiosk simulate`'s page; without it a person is asked."""

    def __init__(self, bench: str | None) -> None:
        self._bench = bench.rstrip("/") if bench else None
        self._now = {"knob/printer.paper": "ok", "knob/printer.cover_open": "false"}

    def lay_card(self) -> None:
        """A card on the reader."""
        self._do("lay a card on the reader", "card/resident")

    def take_card(self) -> None:
        """No card on the reader."""
        self._do("take the card off the reader", "card/")

    def lay_paper(self) -> None:
        """A page under the scanner."""
        self._do("lay a printed page under the scanner", "paper/lease")

    def take_paper(self) -> None:
        """Nothing under the scanner."""
        self._do("take every paper off the scanner", "paper/")

    def empty_roll(self) -> None:
        """No paper in the printer."""
        self._do("take the paper roll out of the printer", "knob/printer.paper/out")

    def load_roll(self) -> None:
        """Paper in the printer."""
        self._do("put the paper roll back", "knob/printer.paper/ok")

    def open_cover(self) -> None:
        """The printer's cover open."""
        self._do("open the printer's cover", "knob/printer.cover_open/true")

    def close_cover(self) -> None:
        """The printer's cover closed."""
        self._do("close the printer's cover", "knob/printer.cover_open/false")

    def slips(self) -> int | None:
        """How many slips came out so far; None where only a person could count."""
        if self._bench is None:
            return None
        with urllib.request.urlopen(f"{self._bench}/state", timeout=WAIT) as answer:  # noqa: S310
            state: dict[str, Any] = json.load(answer)
        return int(state["slips"])

    def _do(self, words: str, path: str) -> None:
        what, _, state = path.rpartition("/")
        if self._now.get(what) == state:
            return
        self._now[what] = state
        if self._bench is not None:
            request = urllib.request.Request(f"{self._bench}/do/{path}", method="POST")  # noqa: S310
            urllib.request.urlopen(request, timeout=WAIT).close()  # noqa: S310
            return
        if not sys.stdin.isatty():
            raise NoHand(words)
        sys.stderr.write(f"\n  Please {words}, then press Enter. ")
        sys.stdin.readline()
