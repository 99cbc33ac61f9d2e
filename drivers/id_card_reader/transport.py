"""The way to a security module: a serial line or socket, a USB bulk device, a HID device. Lost means OSError."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from typing import Any, Protocol

import serial

from drivers.id_card_reader import hid_wire
from drivers.model import DeviceError, ErrorCode
from drivers.usb_device import UsbDevice, parse_usb

SLICE = 0.05
"""Seconds of one wait, so that cancelling is heard."""

WRITE_WAIT = 1.0
"""Seconds for one request to be taken."""

USB_READER = (0x0400, 0xC35A)
"""Vendor and product of the USB family that many makers share."""

FIRMWARE_UPDATE = (0x0483, 0xDF11)
"""The same readers while their firmware is being replaced: never to be opened."""

WRAPPED_HID = frozenset({(0x10C4, 0x0007)})
"""HID readers that wrap the module's frames; the others (0425:8159) are taken to send them bare: uncertain."""

HEADER = 7
"""Preamble and length: what modules with two pairs of endpoints take on the first (maker's protocol sheet)."""

REPORT = 64
"""Bytes of a HID report at full speed."""


class Transport(Protocol):
    """Whole requests out, bytes of answers back."""

    def send(self, frame: bytes) -> None:
        """Send one request. Raises OSError."""

    def receive(self) -> bytes:
        """What came within SLICE seconds; empty for silence. Raises OSError."""

    def flush(self) -> None:
        """Throw away what came unasked. Raises OSError."""

    def close(self) -> None:
        """Let go of the reader; never raises."""


def connect(url: str, baud: int) -> Transport:
    """A transport for `/dev/ttyUSB0`, `socket://host:port`, `usb://0400:c35a`, `usb:` (that family), `hid://10c4:0007`.

    Raises DeviceError NO_DEVICE, INVALID.
    """
    try:
        if url == "usb:":
            return UsbTransport(*USB_READER)
        if url.startswith("usb:"):
            return UsbTransport(*parse_usb(url))
        if url.startswith("hid:"):
            return HidTransport(*parse_usb(url))
        return SerialTransport(url, baud)
    except OSError:
        raise DeviceError(ErrorCode.NO_DEVICE, f"the port {url} cannot be opened") from None
    except (ValueError, TypeError, AttributeError):
        raise DeviceError(ErrorCode.INVALID, f"{url} is no port that this driver knows") from None


class SerialTransport:
    """A pyserial URL: a serial port, a pseudo-terminal, a socket. 8N1, no flow control."""

    def __init__(self, url: str, baud: int) -> None:
        self._port = serial.serial_for_url(url, baudrate=baud, timeout=SLICE, write_timeout=WRITE_WAIT)

    def send(self, frame: bytes) -> None:
        """See Transport."""
        with _lost():
            self._port.write(frame)

    def receive(self) -> bytes:
        """See Transport."""
        with _lost():
            return bytes(self._port.read(max(1, self._port.in_waiting)))

    def flush(self) -> None:
        """See Transport."""
        with _lost():
            self._port.reset_input_buffer()

    def close(self) -> None:
        """See Transport."""
        # pyserial leaves a socket open whose other end has gone
        line = getattr(self._port, "_socket", None)
        with contextlib.suppress(OSError):
            self._port.close()
        if line is not None:
            line.close()


class UsbTransport:
    """Bulk endpoints. With two pairs the head of a frame goes over the first, the rest over the second."""

    def __init__(self, vendor: int, product: int) -> None:
        if (vendor, product) == FIRMWARE_UPDATE:
            raise ValueError("a reader whose firmware is being replaced")
        self._device = UsbDevice(vendor, product)

    def send(self, frame: bytes) -> None:
        """See Transport."""
        if self._device.out_endpoints > 1:
            self._device.write(frame[:HEADER], WRITE_WAIT, 0)
            self._device.write(frame[HEADER:], WRITE_WAIT, 1)
        else:
            self._device.write(frame, WRITE_WAIT)

    def receive(self) -> bytes:
        """See Transport."""
        head = self._device.read(SLICE, 0)
        return head + self._device.read(SLICE, 1) if self._device.out_endpoints > 1 else head

    def flush(self) -> None:
        """See Transport."""
        end = time.monotonic() + SLICE
        while time.monotonic() < end and (self._device.read(0.0, 0) or self._device.read(0.0, 1)):
            pass

    def close(self) -> None:
        """See Transport."""
        self._device.close()


class HidTransport:
    """HID reports through hidapi."""

    def __init__(self, vendor: int, product: int) -> None:
        import hid

        self._packets = hid_wire.Packets() if (vendor, product) in WRAPPED_HID else None
        self._sequence = 0
        self._device: Any = hid.device()
        self._device.open(vendor, product)

    def send(self, frame: bytes) -> None:
        """See Transport."""
        if self._packets is not None:
            self._sequence += 1
            frame = hid_wire.request(frame, self._sequence)
        for start in range(0, len(frame), REPORT):
            report = frame[start : start + REPORT].ljust(REPORT, b"\0")
            # hidapi wants the number of the report in front, 0 where there is only one
            if self._device.write(b"\0" + report) < 0:
                raise OSError("the HID device took no report")

    def receive(self) -> bytes:
        """See Transport."""
        report = bytes(self._device.read(REPORT, int(SLICE * 1000)))
        return report if self._packets is None else self._packets.feed(report)

    def flush(self) -> None:
        """See Transport."""
        if self._packets is not None:
            self._packets = hid_wire.Packets()
        end = time.monotonic() + SLICE
        while time.monotonic() < end and self._device.read(REPORT, 1):
            pass

    def close(self) -> None:
        """See Transport."""
        with contextlib.suppress(OSError, ValueError):
            self._device.close()


@contextlib.contextmanager
def _lost() -> Iterator[None]:
    """What pyserial raises when a port vanishes, as OSError: its reader raises TypeError for one closed under it."""
    try:
        yield
    except (TypeError, AttributeError):
        raise OSError("the port was closed") from None
