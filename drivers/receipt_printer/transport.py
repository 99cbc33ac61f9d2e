"""The way to a receipt printer: python-escpos's transports, with our own time limits and reading.

The library's defaults would freeze a terminal (60 s), and its reading has no framing.
"""

from __future__ import annotations

import contextlib
from typing import Protocol
from urllib.parse import urlsplit

from drivers.model import DeviceError, ErrorCode

CONNECT_WAIT = 3.0
"""Seconds for a connection, and for one write."""


class Transport(Protocol):
    """Bytes out and back."""

    answer_wait: float

    def send(self, data: bytes) -> None:
        """Send all of it. Raises OSError."""

    def receive(self, wait: float) -> bytes:
        """What came within `wait` seconds; empty for silence. Raises OSError when the line broke."""

    def close(self) -> None:
        """Let go of the printer."""


def connect(port: str) -> Transport:
    """A transport for `socket://host:port`, `/dev/ttyUSB0` or `/dev/usb/lp0`. Raises DeviceError NO_DEVICE, INVALID."""
    from escpos.exceptions import DeviceNotFoundError

    try:
        if port.startswith("socket://"):
            parts = urlsplit(port)
            if not parts.hostname:
                raise ValueError
            return NetworkTransport(parts.hostname, parts.port or 9100)
        if port.startswith("/dev/usb/"):
            return FileTransport(port)
        if port.startswith("/dev/"):
            return SerialTransport(port)
    except (DeviceNotFoundError, OSError):
        raise DeviceError(ErrorCode.NO_DEVICE, f"the printer at {port} cannot be reached") from None
    except ValueError:
        pass
    raise DeviceError(ErrorCode.INVALID, f"{port} is no printer port (socket://host:port, /dev/ttyUSB0, /dev/usb/lp0)")


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
    """A printer on a serial port, 9600 to 115200 baud as the driver of the port has it; DTR/DSR flow control off."""

    answer_wait = 0.2

    def __init__(self, port: str) -> None:
        from escpos.printer import Serial

        self._printer = Serial(port, baudrate=115200, timeout=CONNECT_WAIT, dsrdtr=False)
        self._printer.open()

    def send(self, data: bytes) -> None:
        """See Transport."""
        self._printer._raw(data)

    def receive(self, wait: float) -> bytes:
        """See Transport."""
        self._printer.device.timeout = wait
        first = bytes(self._printer.device.read(1))
        return first + bytes(self._printer.device.read(self._printer.device.in_waiting)) if first else b""

    def close(self) -> None:
        """See Transport."""
        with contextlib.suppress(OSError):
            self._printer.close()


class FileTransport:
    """A printer behind the kernel's usblp: it takes bytes and gives none back, so its outcome is always unknown."""

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
