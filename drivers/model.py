"""What every device class shares: statuses, errors, health, the contracts of drivers and the cancel token.

One small vocabulary for all devices, reduced from CEN/XFS4IoT and UnifiedPOS to what three classes need.
An error names who can mend it; a status of UNKNOWN is a real value, and silence is never "good".
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, Self

if TYPE_CHECKING:
    from drivers.document_scanner.page import Capture, PreviewFrame
    from drivers.id_card_reader.card import IdCard
    from drivers.receipt_printer.slip import PrintOutcome, SlipElement, Taken


class Status(StrEnum):
    """State of a device as a whole (XFS4IoT Common.Status `device`)."""

    STARTING = "starting"
    ONLINE = "online"
    BUSY = "busy"
    OFFLINE = "offline"
    NO_DEVICE = "no_device"
    USER_ERROR = "user_error"
    HARDWARE_ERROR = "hardware_error"
    UNKNOWN = "unknown"


class Mender(StrEnum):
    """Who can put an error right."""

    RESIDENT = "resident"
    STAFF = "staff"
    SERVICE = "service"


class ErrorCode(StrEnum):
    """Everything that can go wrong with a device, the same words in logs, JSON and translation keys."""

    NOT_OPEN = "not_open"
    INVALID = "invalid"
    UNSUPPORTED = "unsupported"
    NO_DEVICE = "no_device"
    OFFLINE = "offline"
    TIMEOUT = "timeout"
    BUSY = "busy"
    CANCELLED = "cancelled"
    HARDWARE = "hardware"
    # Wire: what came back is not what the protocol says.
    NO_ANSWER = "no_answer"
    BAD_CHECKSUM = "bad_checksum"
    TRUNCATED = "truncated"
    NOISE = "noise"
    BAD_ANSWER = "bad_answer"
    # Identity card reader.
    NO_CARD = "no_card"
    CARD_MOVED = "card_moved"
    CARD_REJECTED = "card_rejected"
    CARD_UNREADABLE = "card_unreadable"
    NOT_AUTHORISED = "not_authorised"
    # Document scanner.
    NO_PICTURE = "no_picture"
    BAD_PICTURE = "bad_picture"
    NO_PAGE = "no_page"
    PAGE_TOO_LARGE = "page_too_large"
    FEEDER_EMPTY = "feeder_empty"
    # Receipt printer.
    PAPER_OUT = "paper_out"
    COVER_OPEN = "cover_open"
    PAPER_JAM = "paper_jam"
    CUTTER = "cutter"
    OVERHEATED = "overheated"
    PRESENTER_FULL = "presenter_full"


@dataclass(frozen=True)
class Advice:
    """What follows from an error: who mends it, and whether trying again can help.

    What to do stands in the translation files, in every language, under `remedy.` and the error code.
    """

    mender: Mender
    retry: bool


_R, _S, _V = Mender.RESIDENT, Mender.STAFF, Mender.SERVICE

ADVICE: dict[ErrorCode, Advice] = {
    ErrorCode.NOT_OPEN: Advice(_V, True),
    ErrorCode.INVALID: Advice(_V, False),
    ErrorCode.UNSUPPORTED: Advice(_V, False),
    ErrorCode.NO_DEVICE: Advice(_S, True),
    ErrorCode.OFFLINE: Advice(_S, True),
    ErrorCode.TIMEOUT: Advice(_S, True),
    ErrorCode.BUSY: Advice(_S, True),
    ErrorCode.CANCELLED: Advice(_R, True),
    ErrorCode.HARDWARE: Advice(_V, False),
    ErrorCode.NO_ANSWER: Advice(_S, True),
    ErrorCode.BAD_CHECKSUM: Advice(_S, True),
    ErrorCode.TRUNCATED: Advice(_S, True),
    ErrorCode.NOISE: Advice(_S, True),
    ErrorCode.BAD_ANSWER: Advice(_V, True),
    ErrorCode.NO_CARD: Advice(_R, True),
    ErrorCode.CARD_MOVED: Advice(_R, True),
    ErrorCode.CARD_REJECTED: Advice(_R, True),
    ErrorCode.CARD_UNREADABLE: Advice(_R, True),
    ErrorCode.NOT_AUTHORISED: Advice(_V, False),
    ErrorCode.NO_PICTURE: Advice(_S, True),
    ErrorCode.BAD_PICTURE: Advice(_S, False),
    ErrorCode.NO_PAGE: Advice(_R, True),
    ErrorCode.PAGE_TOO_LARGE: Advice(_R, True),
    ErrorCode.FEEDER_EMPTY: Advice(_R, True),
    ErrorCode.PAPER_OUT: Advice(_S, True),
    ErrorCode.COVER_OPEN: Advice(_S, True),
    ErrorCode.PAPER_JAM: Advice(_S, True),
    ErrorCode.CUTTER: Advice(_S, True),
    ErrorCode.OVERHEATED: Advice(_S, True),
    ErrorCode.PRESENTER_FULL: Advice(_R, True),
}


class DeviceError(Exception):
    """A device could not do what was asked. `message` is one English line without personal data."""

    def __init__(self, code: ErrorCode, message: str) -> None:
        super().__init__(f"{code.value}: {message}")
        self.code = code
        self.message = message

    @property
    def advice(self) -> Advice:
        """Who mends it, and whether trying again can help."""
        return ADVICE[self.code]


@dataclass(frozen=True)
class Health:
    """Answer to a status question: the state, what stands in the way, and warnings.

    Warnings are `paper_low`, `slip_waiting` (in the slot), `small_picture` (a camera gives less than was asked for).
    """

    status: Status
    error: ErrorCode | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Capabilities:
    """What a device can do, as names to numbers or flags; the names that the terminal asks for are `FEATURES`."""

    model: str
    features: dict[str, int | bool | str] = field(default_factory=dict)


FEATURES = {
    "newest_address": "the reader can read the address noted on the chip after a move",
    "photo": "`raw` when the photo comes as the card's own block, `none` when it does not come",
    "removal": "the reader notices that a card was taken away",
    "live": "the scanner has a live picture",
    "feeder": "the scanner draws in papers by itself, one `capture` each, until FEEDER_EMPTY",
    "dots": "printable dots across the paper",
    "columns": "half-width characters across the paper",
    "confirms": "the printer answers from behind a job, so that PRINTED can be told",
    "taken_sensor": "the printer notices that a slip was taken",
    "retract": "the printer can draw back a slip that was left",
}
"""Names in `Capabilities.features`; one that is missing counts as False (device classes' vocabulary of XFS4IoT)."""


GROUPS = {
    "id_card_reader": "kiosk.id_card_readers",
    "document_scanner": "kiosk.document_scanners",
    "receipt_printer": "kiosk.receipt_printers",
}
"""Entry-point group of each device class."""


class CancelToken:
    """Asks a blocking driver call to end; the call raises CANCELLED at its next chance."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        """End the call that holds this token."""
        self._event.set()

    @property
    def cancelled(self) -> bool:
        """True once cancel() was called."""
        return self._event.is_set()

    def wait(self, seconds: float) -> bool:
        """Wait at most `seconds`; True if cancelled meanwhile."""
        return self._event.wait(seconds)

    def raise_if_cancelled(self) -> None:
        """Raises DeviceError CANCELLED once cancel() was called."""
        if self.cancelled:
            raise DeviceError(ErrorCode.CANCELLED, "the request was cancelled")


class Device(Protocol):
    """Common part of all drivers. Calls block; one thread at a time uses a device. `with device:` opens and closes.

    A driver class is called with its configuration table as keyword arguments (without `driver`).
    """

    def open(self) -> None:
        """Find and open the hardware. Raises DeviceError (NO_DEVICE, INVALID)."""

    def close(self) -> None:
        """Leave the hardware idle and let go of it; never raises; may be called twice."""

    def status(self) -> Health:
        """Ask the device how it is, within about a second. Silence is UNKNOWN; never raises."""

    def capabilities(self) -> Capabilities:
        """What this device can do."""

    def counters(self) -> Mapping[str, int]:
        """Sums since the driver was made, by name: `cards_read`, `pages`, `slips`, `cuts`, `retracts`, `paper_mm`."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *exc: object) -> None: ...


class IdCardReader(Device, Protocol):
    """Reads second-generation identity cards and residence permits."""

    def read_card(self, timeout: float, cancel: CancelToken, seen: Callable[[], None] = lambda: None) -> IdCard:
        """Wait until a card is laid and read it, `timeout` seconds at most; `seen` is called once it lies there.

        Raises DeviceError: NO_CARD when none came in time, else what went wrong.
        """

    def wait_removed(self, timeout: float, cancel: CancelToken) -> bool:
        """True when the card is gone, False when it still lies there after `timeout` seconds."""


class DocumentScanner(Device, Protocol):
    """Takes pictures of papers and finds the page in them."""

    def preview(self, cancel: CancelToken) -> Iterator[PreviewFrame]:
        """Live frames with the page found in each, until cancelled (then it just ends). Raises NO_PICTURE, UNSUPPORTED.

        A frame is `still` once the page has lain unmoved for about a second: time to take it by itself.
        """

    def capture(self, timeout: float, cancel: CancelToken) -> Capture:
        """One page at full size, found, rectified and judged. Raises NO_PICTURE, FEEDER_EMPTY, PAPER_JAM, COVER_OPEN.

        With a feeder each call draws in the next sheet.
        """


class ReceiptPrinter(Device, Protocol):
    """Prints slips."""

    def print_slip(self, slip: Sequence[SlipElement], timeout: float, cancel: CancelToken) -> PrintOutcome:
        """Print and cut. PRINTED only when the printer answered a query sent behind the job, else UNKNOWN.

        Raises DeviceError when the slip was not printed (PAPER_OUT, COVER_OPEN, …); what the printer had taken of it
        is cancelled, so that it never comes out for someone else.
        """

    def wait_taken(self, timeout: float, cancel: CancelToken) -> Taken:
        """What became of the slip in the slot: drawn back after `timeout` seconds where the printer can."""
