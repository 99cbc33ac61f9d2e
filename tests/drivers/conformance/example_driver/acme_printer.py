"""Driver `acme`: a receipt printer with a language of its own (lines of UTF-8, then a form feed, answered by `OK`)."""

from __future__ import annotations

import socket
from typing import ClassVar
from urllib.parse import urlsplit

from drivers.model import CancelToken, Capabilities, DeviceError, ErrorCode, Health, Status
from drivers.receipt_printer.slip import Line, PrintOutcome, Taken

WAIT = 2.0


class AcmePrinter:
    """A printer at `socket://host:port`. It has no cover and no paper sensor, so two rules do not apply."""

    exempt: ClassVar[dict[str, str]] = {
        "cover-open": "the printer has no cover",
        "paper-out": "the printer has no paper sensor",
        "nothing-for-the-next": "the printer has no cover behind which a slip could wait",
    }

    def __init__(self, port):
        self._url = port
        self._line = None
        self._slips = 0

    def __enter__(self):
        self.open()
        return self

    def __exit__(self, *exc):
        self.close()

    def open(self):
        if self._line is not None:
            return
        parts = urlsplit(self._url)
        if parts.scheme != "socket" or not parts.hostname or not parts.port:
            raise DeviceError(ErrorCode.INVALID, "the port must be socket://host:port")
        try:
            self._line = socket.create_connection((parts.hostname, parts.port), WAIT)
        except OSError:
            raise DeviceError(ErrorCode.NO_DEVICE, "the printer cannot be reached") from None

    def close(self):
        line, self._line = self._line, None
        if line is not None:
            line.close()

    def status(self):
        if self._line is None:
            return Health(Status.UNKNOWN, ErrorCode.NOT_OPEN)
        return Health(Status.ONLINE)

    def capabilities(self):
        return Capabilities("ACME 1", {"columns": 40, "confirms": True})

    def counters(self):
        return {"slips": self._slips}

    def print_slip(self, slip, timeout, cancel: CancelToken):
        cancel.raise_if_cancelled()
        if self._line is None:
            raise DeviceError(ErrorCode.NOT_OPEN, "the printer is not open")
        text = "\n".join(element.text for element in slip if isinstance(element, Line))
        self._line.settimeout(timeout)
        try:
            self._line.sendall(text.encode() + b"\f")
            answer = self._line.recv(16)
        except OSError:
            raise DeviceError(ErrorCode.NO_DEVICE, "the line to the printer broke") from None
        self._slips += 1
        return PrintOutcome.PRINTED if answer == b"OK" else PrintOutcome.UNKNOWN

    def wait_taken(self, timeout, cancel):
        return Taken.UNKNOWN
