"""The process of the screens in a soak: plays visit after visit as it is told, and may be killed at any instant.

It reads the number of a visit in a line of its standard input, and writes in lines of JSON what it does: `begun`,
`ended` and `told` of submissions, `refused` by a full disk, `dying` before it kills itself, `hand` for what is to be
done at the bench (answered by a line), and `over` behind each visit. When its input ends it says whether the terminal
rests (`rests`).
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import threading
from datetime import date
from pathlib import Path

import ui
from config import catalogue as catalogues
from config.settings import Settings, load
from drivers.id_card_reader.card import IdCard
from drivers.model import CancelToken
from kiosk import device_drivers
from kiosk.device_jobs import CAPTURE_WAIT
from kiosk.reading_in import uncollected
from kiosk.rehearsal.soak import memory
from kiosk.rehearsal.soak.plan import Planned, Trouble, matters_of, planned
from kiosk.rehearsal.soak.resident import Resident
from kiosk.rehearsal.soak.stand import Hand, stands_at
from kiosk.words import Words


class _Line:
    """Standard output and input; what comes from other threads stays in lines of its own."""

    def __init__(self) -> None:
        # whatever else is printed must not get between
        self._out = os.dup(1)
        os.dup2(2, 1)
        self._lock = threading.Lock()

    def say(self, **told: object) -> None:
        """Tell something."""
        with self._lock:
            os.write(self._out, f"{json.dumps(told)}\n".encode())

    def ask(self, **told: object) -> None:
        """Tell something, and wait until it is done."""
        self.say(**told)
        sys.stdin.readline()


class _FarHand:
    """The hand at the bench, which another process has; it knows the visit that is played."""

    def __init__(self, line: _Line) -> None:
        self._line = line

    def lay_card(self, person: IdCard) -> None:
        """See kiosk.rehearsal.soak.stand.Hand."""
        del person
        self._line.ask(hand="lay_card")

    def take_card(self) -> None:
        """See kiosk.rehearsal.soak.stand.Hand."""
        self._line.ask(hand="take_card")

    def lay_paper(self, plan: Planned, number: int) -> None:
        """See kiosk.rehearsal.soak.stand.Hand."""
        del plan
        self._line.ask(hand="lay_paper", number=number)

    def trouble(self, trouble: Trouble) -> None:
        """See kiosk.rehearsal.soak.stand.Hand."""
        self._line.ask(hand="trouble", trouble=trouble.value)

    def mend(self) -> None:
        """See kiosk.rehearsal.soak.stand.Hand."""
        self._line.ask(hand="mend")


def main() -> None:
    """Play; the configuration file, seed, number of visits and today (ISO) are the arguments."""
    config, seed, visits, today = sys.argv[1:]
    line = _Line()
    with contextlib.ExitStack() as ends:
        settings, hand = load(Path(config)), _FarHand(line)
        with uncollected():
            words, catalogue = Words.load(ui.TRANSLATIONS), catalogues.load()
            stands = stands_at(settings, catalogue, words, line.say, hand, ends)
        day = date.fromisoformat(today)
        plans = planned(int(seed), int(visits), matters_of(catalogue), words.languages, day)
        while asked := sys.stdin.readline():
            number = int(asked)
            plan = next(plan for plan in plans if plan.number == number)
            if number == int(visits) // 2:
                _warm_up(settings, hand, plan)
            resident = Resident(stands[plan.over_wires], plan, catalogue, day)
            ending = resident.visit()
            if plan.measured:
                memory.settle()
            line.say(over=ending, at=resident.last)
        rests = all(stand.shell.at_rest and stand.name == "attract" for stand in stands.values())
    line.say(rests=rests)


def _warm_up(settings: Settings, hand: Hand, plan: Planned) -> None:
    """Take one picture before memory is measured: the camera's library and buffers come once, and are the largest."""
    if settings.devices.document_scanner is not None:
        hand.lay_paper(plan, 0)
        with device_drivers.document_scanner(settings.devices.document_scanner) as scanner:
            scanner.capture(CAPTURE_WAIT, CancelToken())
        hand.mend()
