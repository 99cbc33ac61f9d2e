"""The way to a receipt printer: python-escpos's transports, with our own time limits and reading.

The library's defaults would freeze a terminal (60 s), its reading has no framing, and its USB asks for endpoints by
number: USB goes through `drivers.usb_device`, which finds them.
"""

from __future__ import annotations

import contextlib
from typing import Protocol
from urllib.parse import urlsplit

from drivers.model import DeviceError, ErrorCode
from drivers.usb_device import UsbDevice, first_of_class, parse_usb

CONNECT_WAIT = 3.0
"""Seconds for a connection, and for one write."""

SERIAL_PIECE = 1024
"""Bytes written at once to a serial port: 1.1 s at 9600 baud."""

PRINTER_CLASS = 7
"""Interfaces of printers (USB-IF, defined class codes)."""


class Transport(Protocol):
    """Bytes out and back. `answer_wait`: seconds for one answer, 0.0 where none can ever come."""

    answer_wait: float

    def send(self, data: bytes) -> None:
        """Send all of it. Raises OSError."""

    def receive(self, wait: float) -> bytes:
        """What came within `wait` seconds; empty for silence. Raises OSError when the line broke."""

    def close(self) -> None:
        """Let go of the printer."""


def connect(port: str, baud: int = 115200) -> Transport:
    """A transport for a printer's port. Raises DeviceError NO_DEVICE, INVALID."""
    from escpos.exceptions import DeviceNotFoundError

    try:
        return _transport(port, baud)
    except (DeviceNotFoundError, OSError):
        raise DeviceError(ErrorCode.NO_DEVICE, f"the printer at {port} cannot be reached") from None
    except ValueError:
        known = "socket://host:port, /dev/ttyUSB0, usb:, usb://0dd4:015d, /dev/usb/lp0, file:///path"
        raise DeviceError(ErrorCode.INVALID, f"{port} is no printer port ({known})") from None


def _transport(port: str, baud: int) -> Transport:
    parts = urlsplit(port)
    if parts.scheme == "socket" and parts.hostname:
        return NetworkTransport(parts.hostname, parts.port or 9100)
    if parts.scheme == "usb":
        return UsbTransport(port)
    if parts.scheme == "file" and parts.path:
        return FileTransport(parts.path)
    if port.startswith("/dev/usb/"):
        return FileTransport(port)
    if port.startswith("/dev/"):
        return SerialTransport(port, baud)
    raise ValueError(port)


class NetworkTransport:
    """A printer on TCP, usually port 9100."""

    answer_wait = 1.0

    def __init__(self, host: str, port: int) -> None:
        from escpos.printer import Network

        self._printer = Network(host, port=port, timeout=CONNECT_WAIT)
        self._printer.open()

    def send(self, data: bytes) -> None:
        """See Transport."""
        self._printer.device.settimeout(CONNECT_WAIT)
        self._printer._raw(data)

    def receive(self, wait: float) -> bytes:
        """See Transport."""
        self._printer.device.settimeout(max(wait, 0.001))
        try:
            data = bytes(self._printer.device.recv(256))
        except TimeoutError:
            return b""
        if not data:
            raise ConnectionError("closed by the printer")
        return data

    def close(self) -> None:
        """See Transport."""
        with contextlib.suppress(OSError):
            self._printer.close()


class SerialTransport:
    """A printer on a serial port, 8N1; DTR/DSR flow control off, since cables without these wires would stall."""

    answer_wait = 0.2

    def __init__(self, port: str, baud: int) -> None:
        from escpos.printer import Serial

        self._printer = Serial(port, baudrate=baud, timeout=CONNECT_WAIT, dsrdtr=False)
        self._printer.open()
        self._printer.device.write_timeout = CONNECT_WAIT

    def send(self, data: bytes) -> None:
        """In pieces that a port at 9600 baud takes within the limit; see Transport."""
        from serial import SerialTimeoutException

        try:
            for start in range(0, len(data), SERIAL_PIECE):
                self._printer._raw(data[start : start + SERIAL_PIECE])
                self._printer.device.flush()
        except SerialTimeoutException:
            raise TimeoutError from None

    def receive(self, wait: float) -> bytes:
        """See Transport."""
        self._printer.device.timeout = wait
        first = bytes(self._printer.device.read(1))
        return first + bytes(self._printer.device.read(self._printer.device.in_waiting)) if first else b""

    def close(self) -> None:
        """See Transport."""
        with contextlib.suppress(OSError):
            self._printer.close()


class UsbTransport:
    """A printer of the USB printer class, through libusb: bulk out, and bulk in where it has one. `usb:`: the first."""

    answer_wait = 0.2

    def __init__(self, port: str) -> None:
        self._device = UsbDevice(*(first_of_class(PRINTER_CLASS) if port == "usb:" else parse_usb(port)))
        if not self._device.in_endpoints:
            self.answer_wait = 0.0

    def send(self, data: bytes) -> None:
        """See Transport."""
        self._device.write(data, CONNECT_WAIT)

    def receive(self, wait: float) -> bytes:
        """See Transport."""
        return self._device.read(wait)

    def close(self) -> None:
        """See Transport."""
        self._device.close()


class FileTransport:
    """A kernel device of usblp, or a file: it takes bytes and gives none back, so its outcome is always unknown."""

    answer_wait = 0.0

    def __init__(self, path: str) -> None:
        from escpos.printer import File

        self._printer = File(path, auto_flush=True)
        self._printer.open()

    def send(self, data: bytes) -> None:
        """See Transport."""
        self._printer._raw(data)

    def receive(self, wait: float) -> bytes:
        """Always silence; see Transport."""
        del wait
        return b""

    def close(self) -> None:
        """See Transport."""
        with contextlib.suppress(OSError):
            self._printer.close()
