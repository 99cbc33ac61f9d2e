"""Which devices are there: every place where one of a class may be is asked, the likeliest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from config.settings import DevicesSettings
from drivers.id_card_reader.transport import USB_READER, WRAPPED_HID
from drivers.model import Device, DeviceError, ErrorCode, Health, Status
from drivers.usb_device import present
from kiosk import device_drivers
from kiosk.device_drivers import DriverError
from kiosk.device_host import health_of
from kiosk.setup.steps import KINDS, Found

Make = Callable[[str, str, dict[str, Any]], Device]
Candidate = tuple[str, Mapping[str, Any]]
"""A driver and its settings."""

HID_READERS = (*WRAPPED_HID, (0x0425, 0x8159))
"""The two families of HID readers that the driver knows (drivers.id_card_reader.transport)."""

NOWHERE = Health(Status.NO_DEVICE, ErrorCode.NO_DEVICE)

TELLING = frozenset(
    {
        ErrorCode.PAPER_OUT,
        ErrorCode.COVER_OPEN,
        ErrorCode.PAPER_JAM,
        ErrorCode.CUTTER,
        ErrorCode.OVERHEATED,
        ErrorCode.PRESENTER_FULL,
        ErrorCode.FEEDER_EMPTY,
        ErrorCode.NOT_AUTHORISED,
    }
)
"""Only a device of its class can say so of itself."""

ORDER = ("receipt_printer", "document_scanner", "id_card_reader")
"""Printers first: they stay silent when asked amiss, while a printer would print what a card reader is asked."""


def find(configured: DevicesSettings, dev: Path = Path("/dev"), make: Make = device_drivers.make) -> tuple[Found, ...]:
    """One device of each class; what the configuration names goes before what is merely there. Takes some seconds."""
    taken: set[str] = set()
    found: dict[str, Found] = {}
    for kind in ORDER:
        settings = getattr(configured, kind)
        named: list[Candidate] = [] if settings is None else [(settings.driver, settings.options)]
        found[kind] = _first(kind, named, [*_places(kind, dev, taken)], make)
        taken.add(str(found[kind].options.get("port", "")))
    return tuple(found[kind] for kind in KINDS)


def _first(kind: str, named: list[Candidate], places: list[Candidate], make: Make) -> Found:
    """The first that is well, else the first that is there, else what was named."""
    tried: list[Found] = []
    for driver, options in [*named, *places]:
        tried.append(Found(kind, _health(kind, driver, options, make), driver, options))
        if _there(tried[-1]) and tried[-1].health.error is None:
            return tried[-1]
    there = [found for found in tried if _there(found)]
    return next(iter(there or tried[: len(named)]), Found(kind, NOWHERE))


def _health(kind: str, driver: str, options: Mapping[str, Any], make: Make) -> Health:
    try:
        return health_of(make(kind, driver, dict(options)))
    except (DriverError, DeviceError, ValueError):
        return NOWHERE
    except Exception:  # a driver's mistake must not end the search
        return Health(Status.HARDWARE_ERROR, ErrorCode.HARDWARE)


def _there(found: Found) -> bool:
    """Whether something of this class answered; at a port that only printers have it may stay silent."""
    if found.health.status is Status.UNKNOWN:
        return "/usb/lp" in str(found.options.get("port", ""))
    return found.health.status in (Status.ONLINE, Status.BUSY) or found.health.error in TELLING


def _places(kind: str, dev: Path, taken: set[str]) -> Iterator[Candidate]:
    match kind:
        case "receipt_printer":
            ports = [*sorted(str(path) for path in dev.glob("usb/lp*")), *_serial(dev)]
            yield from (("escpos", {"port": port}) for port in ports)
        case "document_scanner":
            yield from (("camera", {"source": source}) for source in _cameras(dev))
        case "id_card_reader":
            usb = ["usb:"] if present(*USB_READER) else []
            hid = [f"hid://{maker:04x}:{product:04x}" for maker, product in HID_READERS if present(maker, product)]
            ports = [*usb, *hid, *_serial(dev)]
            yield from (("samv", {"port": port}) for port in ports if port not in taken)


def _serial(dev: Path) -> list[str]:
    """Serial ports, by names that stay the same at the next start where there are such."""
    named = sorted(str(path) for path in dev.glob("serial/by-id/*"))
    return named or sorted(str(path) for pattern in ("ttyUSB*", "ttyACM*") for path in dev.glob(pattern))


def _cameras(dev: Path) -> list[str]:
    """Cameras; each has a second node that gives no picture."""
    named = sorted(str(path) for path in dev.glob("v4l/by-id/*-index0"))
    return named or sorted(str(path) for path in dev.glob("video*"))
