"""What every page needs beside the visit: the words, the station, the catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from config.catalogue import Catalogue
from config.catalogue_text import Text
from config.service import Limit
from drivers.model import ErrorCode
from kiosk.intents import Intent
from kiosk.page import Action
from kiosk.pages.outlook import NOTHING_NEW, Outlook
from kiosk.words import Words


@dataclass(frozen=True)
class Helper:
    """Who helps at the station: their name, hours and telephone as far as given, and when they call back.

    `elsewhere` is where to go when this terminal is closed, as far as that was given.
    """

    name: str = ""
    hours: str = ""
    hours_en: str = ""
    phone: str = ""
    answer_days: int = 1
    elsewhere: str = ""
    elsewhere_en: str = ""


UNNAMED = Helper()
"""A station that says nothing of its staff."""


@dataclass(frozen=True)
class Hearing:
    """Whether this terminal can read aloud, and whether nobody but the resident hears it (`private`)."""

    speech: bool = True
    private: bool = False


IN_THE_OPEN = Hearing()
"""Aloud, with bystanders."""


@dataclass(frozen=True)
class Scene:
    """The surroundings of a visit, in the resident's language. `still`: nothing on the screen moves by itself; `out`:
    classes of devices that nobody can work with before somebody has mended them."""

    catalogue: Catalogue
    station: str
    words: Words
    language: str
    now: datetime | None = None
    outlook: Outlook = NOTHING_NEW
    still: bool = False
    helper: Helper = UNNAMED
    hearing: Hearing = IN_THE_OPEN
    out: tuple[str, ...] = ()

    def say(self, key: str, /, **values: object) -> str:
        """A sentence by key."""
        return self.words.say(self.language, key, **values)

    def trouble(self, device: str, code: ErrorCode) -> str:
        """What a resident reads of an error: its own sentence where it has one, else the device's general one."""
        key = f"{device}.{code.value}"
        return self.say(key if self.words.has(key) else f"{device}.other")

    def text(self, text: Text) -> str:
        """Words of the catalogue."""
        return text.in_language(self.language)

    def action(self, intent: Intent, key: str, icon: str = "", value: str = "", enabled: bool = True) -> Action:
        """An action labelled by key."""
        return Action(intent, self.say(key), icon, value, enabled)

    def day(self, day: date) -> str:
        """A day as residents write it."""
        return self.words.day(self.language, day)

    def office(self, identifier: str) -> tuple[str, ...]:
        """Who settles a matter elsewhere, where, when, and under which number."""
        office = self.catalogue.office(identifier)
        if office is None:
            return ()
        where = self.say("office.where", name=self.text(office.name), address=self.text(office.address))
        return where, self.say("office.when", hours=self.text(office.hours), phone=office.phone)

    def limit(self, limit: Limit) -> str:
        """A time limit with its unit."""
        if limit.days == 0:
            return self.say("limit.at_once")
        return self.say(f"limit.{limit.unit}", days=limit.days)


def upper_first(text: str) -> str:
    """Words from the middle of a sentence as the beginning of one."""
    return text[:1].upper() + text[1:]
