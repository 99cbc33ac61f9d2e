"""Rules for every driver."""

from __future__ import annotations

from typing import Any

import pytest

from drivers.conformance.rules import PRINTER, READER
from drivers.model import FEATURES, CancelToken, Device, DeviceError, ErrorCode, Health, Status

NOWHERE = "socket://127.0.0.1:1"
NO_FILE = "/dev/no-such-device"


def use(device: Any, kind: str, cancel: CancelToken) -> None:
    """The main call of a device class, with the shortest patience."""
    if kind == READER:
        device.read_card(0.5, cancel)
    elif kind == PRINTER:
        device.print_slip((), 0.5, cancel)
    else:
        device.capture(0.5, cancel)


@pytest.fixture
def kind(request: pytest.FixtureRequest) -> str:
    from drivers.conformance.plugin import REPORT

    return request.config.stash[REPORT].kind


@pytest.mark.rule("opens-and-closes")
def test_opens_closes_and_opens_again(closed: Device) -> None:
    for _ in range(2):
        closed.open()
        closed.close()


@pytest.mark.rule("close-twice")
def test_may_be_closed_twice(closed: Device) -> None:
    closed.close()
    closed.open()
    closed.close()
    closed.close()


@pytest.mark.rule("open-twice")
def test_may_be_opened_twice(device: Device) -> None:
    device.open()
    assert isinstance(device.status(), Health)


@pytest.mark.rule("no-device")
def test_nothing_at_the_port(driver: Any, options: dict[str, Any]) -> None:
    where = next(key for key in ("port", "source") if key in options)
    nowhere = NO_FILE if str(options[where]).startswith("/dev/") else NOWHERE
    device = driver(**{**options, where: nowhere})
    with pytest.raises(DeviceError) as caught:
        device.open()
    device.close()
    assert caught.value.code in (ErrorCode.NO_DEVICE, ErrorCode.NO_PICTURE, ErrorCode.INVALID)


@pytest.mark.rule("bad-port")
@pytest.mark.parametrize("port", ["", "nonsense", "socket://", "/", "\0"])
def test_a_port_that_makes_no_sense(driver: Any, options: dict[str, Any], port: str) -> None:
    where = next(key for key in ("port", "source") if key in options)
    with pytest.raises(DeviceError):
        driver(**{**options, where: port}).open()


@pytest.mark.rule("not-open")
def test_used_before_it_was_opened(closed: Device, kind: str) -> None:
    with pytest.raises(DeviceError) as caught:
        use(closed, kind, CancelToken())
    assert caught.value.code is ErrorCode.NOT_OPEN


@pytest.mark.rule("status-never-raises")
def test_status_at_any_time(closed: Device) -> None:
    assert isinstance(closed.status(), Health)
    closed.open()
    assert isinstance(closed.status(), Health)
    closed.close()
    assert isinstance(closed.status(), Health)


@pytest.mark.rule("status-of-closed")
def test_a_closed_device_is_not_online(closed: Device) -> None:
    assert closed.status().status is not Status.ONLINE


@pytest.mark.rule("capabilities")
def test_capabilities_are_known(device: Device) -> None:
    capabilities = device.capabilities()
    assert capabilities.model
    assert not set(capabilities.features) - set(FEATURES)


@pytest.mark.rule("counters")
def test_counters_count(device: Device) -> None:
    before = device.counters()
    assert all(isinstance(value, int) and value >= 0 for value in before.values())
    device.status()
    after = device.counters()
    assert all(after[name] >= value for name, value in before.items())


@pytest.mark.rule("cancelled-before")
def test_cancelled_before_it_began(device: Device, kind: str) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(DeviceError) as caught:
        use(device, kind, cancel)
    assert caught.value.code is ErrorCode.CANCELLED
