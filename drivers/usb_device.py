"""One USB device through libusb (pyusb): finds its bulk endpoints, writes and reads within time limits."""

from __future__ import annotations

import contextlib
import re
from typing import Any

import usb.core
import usb.util

BACKEND: Any = None
"""pyusb's backend; None lets it find libusb. The seam at which a test puts a simulated bus."""

SHORTEST_WAIT_MS = 1
"""libusb takes 0 for "for ever"."""

PACKETS = 64
"""Bytes asked for at once are this many packets."""


def parse_usb(port: str) -> tuple[int, int]:
    """Vendor and product out of `usb://0dd4:015d` (hexadecimal). Raises ValueError."""
    found = re.fullmatch(r"(?:usb|hid)://([0-9a-fA-F]{4}):([0-9a-fA-F]{4})", port)
    if found is None:
        raise ValueError(port)
    return int(found[1], 16), int(found[2], 16)


class UsbDevice:
    """The first device of this vendor and product, its first interface with a bulk endpoint claimed.

    Raises OSError (usb.core.USBError is one) when it is not there or taken.
    """

    def __init__(self, vendor: int, product: int) -> None:
        device = usb.core.find(idVendor=vendor, idProduct=product, backend=BACKEND)
        if device is None:
            raise FileNotFoundError(f"no USB device {vendor:04x}:{product:04x}")
        self._device = device
        self._interface, self._out, self._in = _bulk_interface(device)
        with contextlib.suppress(NotImplementedError):
            if device.is_kernel_driver_active(self._interface):
                device.detach_kernel_driver(self._interface)
        usb.util.claim_interface(device, self._interface)

    @property
    def out_endpoints(self) -> int:
        """How many bulk OUT endpoints it has."""
        return len(self._out)

    @property
    def in_endpoints(self) -> int:
        """How many bulk IN endpoints it has."""
        return len(self._in)

    def write(self, data: bytes, wait: float, endpoint: int = 0) -> None:
        """Send all of `data` to the bulk OUT endpoint of this number. Raises TimeoutError, OSError."""
        try:
            while data:
                data = data[self._out[endpoint].write(data, _milliseconds(wait)) :]
        except usb.core.USBTimeoutError:
            raise TimeoutError from None

    def read(self, wait: float, endpoint: int = 0) -> bytes:
        """What came within `wait` seconds on this bulk IN endpoint; empty for silence. Raises OSError."""
        if endpoint >= len(self._in):
            return b""
        source = self._in[endpoint]
        try:
            return bytes(source.read(source.wMaxPacketSize * PACKETS, _milliseconds(wait)))
        except usb.core.USBTimeoutError:
            return b""

    def close(self) -> None:
        """Let go of it; never raises."""
        with contextlib.suppress(usb.core.USBError):
            usb.util.release_interface(self._device, self._interface)
        with contextlib.suppress(usb.core.USBError):
            usb.util.dispose_resources(self._device)


def _milliseconds(seconds: float) -> int:
    return max(SHORTEST_WAIT_MS, int(seconds * 1000))


def _bulk_interface(device: Any) -> tuple[int, list[Any], list[Any]]:
    for interface in device.get_active_configuration():
        bulk = [e for e in interface if usb.util.endpoint_type(e.bmAttributes) == usb.util.ENDPOINT_TYPE_BULK]
        out = [e for e in bulk if usb.util.endpoint_direction(e.bEndpointAddress) == usb.util.ENDPOINT_OUT]
        if out:
            return interface.bInterfaceNumber, out, [e for e in bulk if e not in out]
    raise OSError("the USB device has no bulk endpoint to write to")


def first_of_class(interface_class: int) -> tuple[int, int]:
    """Vendor and product of the first device with an interface of this class (USB-IF). Raises OSError without one."""
    for device in usb.core.find(find_all=True, backend=BACKEND):
        if any(interface.bInterfaceClass == interface_class for setting in device for interface in setting):
            return device.idVendor, device.idProduct
    raise FileNotFoundError(f"no USB device of class {interface_class}")


def present(vendor: int, product: int) -> bool:
    """Whether such a device is plugged in; nothing is opened, and where USB cannot be looked at there is none."""
    try:
        return usb.core.find(idVendor=vendor, idProduct=product, backend=BACKEND) is not None
    except (usb.core.NoBackendError, usb.core.USBError):
        return False
