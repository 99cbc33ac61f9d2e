"""Drivers by name: found as entry points, so that a vendor's wheel adds one without touching our code."""

from __future__ import annotations

from importlib.metadata import entry_points
from typing import Any, Protocol, cast

from config.settings import DeviceSettings
from drivers.model import GROUPS, Device, DocumentScanner, IdCardReader, ReceiptPrinter


class DriverError(Exception):
    """There is no such driver, or it does not take these settings; one line with the next step."""


class _Factory(Protocol):
    def __call__(self, **options: object) -> Device: ...


def known() -> dict[str, tuple[str, ...]]:
    """Names of the installed drivers of each device class."""
    return {kind: tuple(sorted(entry_points(group=group).names)) for kind, group in GROUPS.items()}


def make(kind: str, driver: str, options: dict[str, Any]) -> Device:
    """A driver of class `kind`, not yet opened. Raises DriverError."""
    found = [point for point in entry_points(group=GROUPS[kind]) if point.name == driver]
    if not found:
        names = ", ".join(known()[kind]) or "none"
        raise DriverError(f"there is no {kind} driver named {driver!r}; installed: {names}")
    try:
        factory = cast(_Factory, found[0].load())
    except ImportError as error:
        raise DriverError(f"the {kind} driver {driver!r} cannot be loaded: {error}") from None
    try:
        return factory(**options)
    except TypeError:
        given = ", ".join(sorted(options))
        raise DriverError(f"the {kind} driver {driver!r} does not take these settings: {given}") from None


def id_card_reader(settings: DeviceSettings) -> IdCardReader:
    """The configured reader. Raises DriverError."""
    return cast(IdCardReader, make("id_card_reader", settings.driver, settings.options))


def document_scanner(settings: DeviceSettings) -> DocumentScanner:
    """The configured scanner. Raises DriverError."""
    return cast(DocumentScanner, make("document_scanner", settings.driver, settings.options))


def receipt_printer(settings: DeviceSettings) -> ReceiptPrinter:
    """The configured printer. Raises DriverError."""
    return cast(ReceiptPrinter, make("receipt_printer", settings.driver, settings.options))
