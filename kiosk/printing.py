"""One slip on the printer, and what is told of it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence

from drivers.model import CancelToken, DeviceError, ReceiptPrinter
from drivers.receipt_printer.slip import PrintOutcome, SlipElement
from kiosk.device_host import DeviceHost
from kiosk.visit import events as ev

Told = Callable[[ev.SlipPrinted | ev.SlipFailed], None]

SLIP_WAIT = 60.0
"""Seconds that a slip stays in the slot of a printer that can draw it back."""

PRINT_WAIT = 20.0
"""Seconds a slip may take at most."""


def print_slip(host: DeviceHost[ReceiptPrinter], slip: Sequence[SlipElement], told: Told) -> None:
    """Have it printed; returns at once."""
    host.ask(lambda printer, cancel: _print(printer, cancel, slip, told), lambda code: told(ev.SlipFailed(code)))


def _print(printer: ReceiptPrinter, cancel: CancelToken, slip: Sequence[SlipElement], told: Told) -> None:
    told(ev.SlipPrinted(printer.print_slip(slip, PRINT_WAIT, cancel) is PrintOutcome.PRINTED))
    # what becomes of the printed slip changes nothing for the visit; the next job clears the slot in any case
    with contextlib.suppress(DeviceError):
        printer.wait_taken(SLIP_WAIT, cancel)
