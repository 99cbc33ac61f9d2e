"""What a first start does: alike for who touches and for a file of answers. Each may take seconds."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from config.settings import Settings
from kiosk.audit import AuditEvent
from kiosk.audit.recorder import Audit
from kiosk.setup import configuration, draft_file, finding
from kiosk.setup.effects import NoteDraft
from kiosk.setup.steps import PREFILLED, Draft, Found, Setup
from kiosk.staff import pin
from kiosk.staff.pin import PinRefused, StaffPin
from kiosk.visit.staff.steps import PinVerdict
from offline_queue import credentials
from offline_queue.errors import OutboxError

CA_FILE = "ca.pem"
"""Beside the configuration: the authority that the city's certificate is from, unless it is one of the public ones."""


@dataclass(frozen=True)
class Deeds:
    """For the terminal of these `settings`, whose configuration is `file`."""

    settings: Settings
    file: Path
    look: Callable[[], tuple[Found, ...]]

    @property
    def data_dir(self) -> Path:
        """Where everything but the configuration is."""
        return self.settings.data_dir

    def try_line(self, url: str) -> tuple[str, float]:
        """What is wrong there, empty for nothing, and seconds by which our clock is behind. Never raises."""
        # the network is read in when it is needed
        from offline_queue.answers import NotDelivered
        from offline_queue.enrol import reached

        city = self.settings.intake
        try:
            return "", reached(url, city.ca_file, city.identity)
        except NotDelivered as error:
            return error.trouble.value, 0.0
        except OSError:
            # the authority's file is named and not there
            return "certificate", 0.0

    def enrol(self, draft: Draft, code: str) -> str:
        """Introduce this terminal; empty when the city knows it now, else what is wrong (see EnrolmentAnswered)."""
        from offline_queue.answers import NotDelivered, Refused
        from offline_queue.enrol import enrol

        city = self.settings.intake
        try:
            enrol(self.data_dir, draft.url, city.ca_file, code, draft.area, draft.name, city.identity)
        except Refused:
            return "code"
        except NotDelivered as error:
            return error.trouble.value
        except (OutboxError, OSError):
            return "disk"
        except ValueError:
            return "code"
        self._tell(AuditEvent.ENROLLED)
        return ""

    def check_pin(self, digits: str) -> tuple[PinVerdict, float]:
        """See StaffPin.check."""
        return StaffPin(self.data_dir).check(digits)

    def keep_pin(self, digits: str) -> bool:
        """Whether it is durable."""
        try:
            pin.set_pin(self.data_dir, digits)
        except (PinRefused, OSError):
            return False
        self._tell(AuditEvent.STAFF_PIN_SET)
        return True

    def note(self, noted: NoteDraft) -> None:
        """Should the power fail. Never raises: what cannot be noted is asked again."""
        try:
            draft_file.note(self.data_dir, noted)
        except OSError:
            return

    def keep(self, draft: Draft) -> bool:
        """Whether the configuration is durable; then nothing more is to be gone on with."""
        try:
            self.keep_table(configuration.table_of(draft, self.settings))
        except (OSError, ValueError):
            return False
        return True

    def keep_table(self, table: configuration.Table) -> None:
        """See configuration.keep; whose it is stands in the journal when it cannot be written."""
        try:
            configuration.keep(self.file, table)
            draft_file.forget(self.data_dir)
        except OSError as error:
            sys.stderr.write(f"error: {self.file} cannot be written: {error.strerror}\n")
            raise

    def _tell(self, event: AuditEvent) -> None:
        with Audit(self.data_dir, "command") as audit:
            audit.note(event)


def deeds_of(settings: Settings, file: Path) -> Deeds:
    """For these settings; the city's authority is taken from beside the configuration where none is named."""
    beside = file.parent / CA_FILE
    if settings.intake.ca_file is None and beside.is_file():
        settings = settings.model_copy(update={"intake": settings.intake.model_copy(update={"ca_file": beside})})
    return Deeds(settings, file, lambda: finding.find(settings.devices))


def standing(settings: Settings, file: Path) -> tuple[Setup, str, bool]:
    """Where a first start stands: what is known, the step that was noted, whether only the city's code is missing."""
    noted = draft_file.noted(settings.data_dir)
    draft = _draft(settings) if noted is None else noted.draft
    registered = None if noted is None else noted.registered
    pinned = pin.is_set(settings.data_dir)
    try:
        credentials.load_city(settings.data_dir)
        # the city was told what was noted just before
        registered = registered or draft.registered
    except OutboxError:
        registered = None
    kept = noted is None and pinned and file.is_file()
    return Setup(draft, registered=registered, pinned=pinned), "" if noted is None else noted.at, kept


def _draft(settings: Settings) -> Draft:
    """What somebody wrote into the configuration beforehand."""
    station, city = settings.station, settings.intake
    return Draft(
        name=station.name if "name" in station.model_fields_set else "",
        area=station.area if "area" in station.model_fields_set else "",
        url=city.url if "url" in city.model_fields_set else PREFILLED,
    )
