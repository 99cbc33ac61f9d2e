"""Drivers and devices. Of a terminal that runs the devices are left alone: it says itself how they are."""

from __future__ import annotations

from collections.abc import Iterator

from config.settings import DeviceSettings
from drivers.model import GROUPS, Device, DeviceError, ErrorCode, Health, Status
from kiosk import device_drivers
from kiosk.device_drivers import DriverError
from kiosk.device_host import health_of
from kiosk.doctor.finding import Finding, Ground, Verdict
from offline_queue.looking import Look


def drivers(ground: Ground) -> Iterator[Finding]:
    """Every driver that is configured is installed and takes its settings."""
    if ground.settings is None:
        return
    troubles, good = [], []
    for kind, settings in _configured(ground):
        made = _made(kind, settings)
        if isinstance(made, str):
            troubles.append(Finding("drivers", Verdict.BAD, made, "correct [devices]; run: kiosk devices list"))
        else:
            good.append(settings.driver)
    yield from troubles
    if not troubles:
        yield Finding("drivers", Verdict.GOOD, ", ".join(good) or "none is configured")


def devices(ground: Ground) -> Iterator[Finding]:
    """Each device is there and well; one line for each."""
    if ground.settings is None:
        return
    configured = dict(_configured(ground))
    for kind in GROUPS:
        settings = configured.get(kind)
        if settings is None:
            remedy = f"write [devices.{kind}], unless this terminal has none"
            yield Finding(kind, Verdict.CARE, "is not configured: what needs it is closed", remedy)
            continue
        made = _made(kind, settings)
        if isinstance(made, str):
            continue
        if ground.screens is None:
            yield from _told(kind, health_of(made), ground, "")
        else:
            yield from _noted(kind, ground)


def _configured(ground: Ground) -> Iterator[tuple[str, DeviceSettings]]:
    if ground.settings is not None:
        for kind in GROUPS:
            settings = getattr(ground.settings.devices, kind)
            if settings is not None:
                yield kind, settings


def _made(kind: str, settings: DeviceSettings) -> Device | str:
    """The driver, not opened, or why there is none."""
    try:
        return device_drivers.make(kind, settings.driver, settings.options)
    except DriverError as error:
        return str(error)
    except (DeviceError, ValueError) as error:
        return f"the {kind} driver {settings.driver!r} does not take its settings: {error}"


def _noted(kind: str, ground: Ground) -> Iterator[Finding]:
    """As the running terminal last noted it; it notes every change."""
    status, error = ground.queue.devices.get(kind, ("", "")) if isinstance(ground.queue, Look) else ("", "")
    if not status:
        yield Finding(kind, Verdict.GOOD, "in use by the running terminal")
        return
    known = ErrorCode(error) if error in set(ErrorCode) else None
    health = Health(Status(status) if status in set(Status) else Status.UNKNOWN, known)
    yield from _told(kind, health, ground, " (as the running terminal says)")


def _told(kind: str, health: Health, ground: Ground, who: str) -> Iterator[Finding]:
    says = ground.say(f"staff.status_{health.status.value}") + who
    if health.error is not None:
        remedy = ground.say(f"remedy.{health.error.value}")
        yield Finding(kind, Verdict.BAD, f"{health.error.value.replace('_', ' ')}{who}", remedy)
        return
    for warning in health.warnings:
        yield Finding(kind, Verdict.CARE, warning.replace("_", " "), ground.say(f"staff.warning_{warning}"))
    if health.warnings:
        return
    if health.status is Status.UNKNOWN and not who:
        yield Finding(kind, Verdict.CARE, "is there, but does not say how it is", "print or read once by hand")
    else:
        yield Finding(kind, Verdict.GOOD, says)
