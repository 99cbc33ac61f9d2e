"""What a check finds, and what it may look at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from config.settings import Settings, SettingsError, load
from kiosk.doctor.city import City, asked
from kiosk.doctor.locks import holder
from kiosk.starts import LOCK
from kiosk.words import Words
from offline_queue import credentials
from offline_queue.disk import WATERMARK
from offline_queue.errors import OutboxError
from offline_queue.locks import SENDER
from offline_queue.looking import Look, look


class Verdict(StrEnum):
    """All well; somebody should see to it; it does not work."""

    GOOD = "good"
    CARE = "care"
    BAD = "bad"


@dataclass(frozen=True)
class Finding:
    """What a check found: in plain words, with the next step where there is one. Nothing of any resident."""

    check: str
    verdict: Verdict
    says: str
    remedy: str = ""


@dataclass
class Ground:
    """The terminal as the checks see it; what several look at is looked at once."""

    config: Path | None
    words: Words
    now: Callable[[], datetime] = datetime.now
    watermark: int = WATERMARK
    mistake: str = field(default="", init=False)

    @cached_property
    def settings(self) -> Settings | None:
        """The configuration, None (and `mistake` said) when it cannot be used."""
        try:
            return load(self.config)
        except SettingsError as error:
            self.mistake = str(error)
            return None

    @cached_property
    def data_dir(self) -> Path | None:
        """Where the terminal keeps everything, None when that is not known or not there."""
        return self.settings.data_dir if self.settings is not None and self.settings.data_dir.is_dir() else None

    @cached_property
    def credentials(self) -> credentials.Credentials | None:
        """The terminal's keys, None when they cannot be used."""
        try:
            return None if self.data_dir is None else credentials.load(self.data_dir)
        except OutboxError:
            return None

    @cached_property
    def city(self) -> City | None:
        """What came of asking the city's server, None when it could not be asked."""
        if self.settings is None or self.credentials is None or unreadable(self.settings):
            return None
        return asked(self.settings.intake, self.credentials)

    @cached_property
    def queue(self) -> Look | str | None:
        """The queue, or what is wrong with its file; None when there is none yet."""
        if self.data_dir is None:
            return None
        try:
            return look(self.data_dir)
        except OutboxError as error:
            return str(error)

    @cached_property
    def screens(self) -> int | None:
        """The process of the running terminal."""
        return None if self.data_dir is None else holder(self.data_dir / LOCK)

    @cached_property
    def agent(self) -> int | None:
        """The process of the running sync agent."""
        return None if self.data_dir is None else holder(self.data_dir / SENDER)

    def say(self, key: str, /, **values: object) -> str:
        """A sentence of the staff's pages."""
        return self.words.say("en", key, **values)


Check = Callable[[Ground], Iterable[Finding]]
"""Looks at one thing; finds nothing where something else has to be mended first."""


def unreadable(settings: Settings) -> list[Path]:
    """The files that the configuration names and that cannot be read."""
    city = settings.intake
    named = [path for path in (city.ca_file, city.client_certificate, city.client_key) if path is not None]
    return [path for path in named if not _readable(path)]


def _readable(path: Path) -> bool:
    try:
        with path.open("rb"):
            return True
    except OSError:
        return False
