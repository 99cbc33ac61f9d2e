"""The catalogue of the audit log: every event there is, and the fields that it may have.

The one place where both stand; `docs/audit.md` shows it (`python docs/audit_table.py --write`). It only grows: a log of
half a year ago is read by the program of today.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from drivers.model import GROUPS, ErrorCode
from kiosk.audit.kinds import (
    ACCEPTANCE_NUMBER,
    DIGEST,
    EXCEPTION,
    OFFLINE_NUMBER,
    PLACE,
    SERVICE,
    VERSION,
    Kind,
    Number,
    choice,
)
from offline_queue.wire import ProblemKind

SECONDS = Number(10_000_000)
COUNT = Number(10_000_000)
BYTES = Number(2_000_000_000)
EDITION = Number(2_000_000_000)
"""A version of the catalogue: the city counts them up, some by the day."""

CARD = Number(9999)
"""A staff card by its own small number, never that of its owner."""

DEVICE = choice(GROUPS)
CODE = choice([*ErrorCode, ""], "error code of a device")
DEED = choice(
    [
        "send_now",
        "export",
        "take_in",
        "reprint",
        "trial",
        "reset_devices",
        "restart_application",
        "restart_machine",
        "volume",
        "brightness",
    ]
)


class AuditEvent(StrEnum):
    """What is written down."""

    TERMINAL_STARTED = "terminal_started"
    TERMINAL_ENDED = "terminal_ended"
    TERMINAL_REFUSED = "terminal_refused"
    LOOP_HUNG = "loop_hung"
    UNCAUGHT = "uncaught"
    DRIVER_REFUSED = "driver_refused"
    CATALOGUE_TAKEN_UP = "catalogue_taken_up"
    CATALOGUE_PASSED_OVER = "catalogue_passed_over"
    OUT_OF_SERVICE = "out_of_service"
    IN_SERVICE = "in_service"
    DEVICE_LOST = "device_lost"
    DEVICE_BACK = "device_back"
    VISIT_BEGAN = "visit_began"
    VISIT_ENDED = "visit_ended"
    SUBMISSION_SEALED = "submission_sealed"
    SUBMISSION_NOT_SEALED = "submission_not_sealed"
    SLIP = "slip"
    STAFF_PIN = "staff_pin"
    STAFF_PIN_SET = "staff_pin_set"
    STAFF_CARD = "staff_card"
    STAFF_CARD_ADDED = "staff_card_added"
    STAFF_CARD_REMOVED = "staff_card_removed"
    STAFF_ENTERED = "staff_entered"
    STAFF_LEFT = "staff_left"
    STAFF_DEED = "staff_deed"
    AGENT_STARTED = "agent_started"
    AGENT_ENDED = "agent_ended"
    LINE_LOST = "line_lost"
    LINE_BACK = "line_back"
    CREDENTIALS_REFUSED = "credentials_refused"
    ENROLLED = "enrolled"
    ACKNOWLEDGED = "acknowledged"
    QUARANTINED = "quarantined"
    RETRIED = "retried"
    SENT_AGAIN = "sent_again"
    PURGED = "purged"
    EXPORTED = "exported"
    TAKEN_IN = "taken_in"
    LOG_EXPORTED = "log_exported"
    LOG_TORN = "log_torn"
    LOG_GAP = "log_gap"
    LOG_DROPPED = "log_dropped"
    FIELD_REFUSED = "field_refused"


class Entry(NamedTuple):
    """What an event means, and the kind of each field it may have."""

    meaning: str
    fields: Mapping[str, Kind]


CATALOGUE: Mapping[AuditEvent, Entry] = {
    AuditEvent.TERMINAL_STARTED: Entry(
        "The screens began. `crashes`: starts just before that did not end well.",
        {"version": VERSION, "crashes": COUNT},
    ),
    AuditEvent.TERMINAL_ENDED: Entry("The screens were told to end.", {}),
    AuditEvent.TERMINAL_REFUSED: Entry("The screens could not begin.", {"why": choice(["catalogue", "queue"])}),
    AuditEvent.LOOP_HUNG: Entry(
        "The loop of screens or agent did not turn any more, there; the process ends to be started again.",
        {"place": PLACE},
    ),
    AuditEvent.UNCAUGHT: Entry(
        "A mistake in the program: its kind and place, never its text.", {"kind": EXCEPTION, "place": PLACE}
    ),
    AuditEvent.DRIVER_REFUSED: Entry(
        "A driver is not there, or does not take its settings; the screens end.", {"device": DEVICE}
    ),
    AuditEvent.CATALOGUE_TAKEN_UP: Entry(
        "The screens work with this version; 0 ships with the program.", {"version": EDITION, "services": COUNT}
    ),
    AuditEvent.CATALOGUE_PASSED_OVER: Entry("A newer version cannot be used.", {"version": EDITION}),
    AuditEvent.OUT_OF_SERVICE: Entry("Nobody can begin a visit.", {"why": choice(["staff", "disk", "crashes"])}),
    AuditEvent.IN_SERVICE: Entry("Visits can begin again.", {"why": choice(["staff", "disk", "crashes"])}),
    AuditEvent.DEVICE_LOST: Entry("A device is in trouble.", {"device": DEVICE, "code": CODE}),
    AuditEvent.DEVICE_BACK: Entry("It is well again.", {"device": DEVICE}),
    AuditEvent.VISIT_BEGAN: Entry("Someone began.", {}),
    AuditEvent.VISIT_ENDED: Entry(
        "The visit is over and forgotten. `service`: the first that it came to; `handed_in`: submissions.",
        {
            "how": choice(["finished", "left", "cancelled", "walked_away", "staff", "terminal"]),
            "seconds": SECONDS,
            "service": SERVICE,
            "handed_in": Number(100),
        },
    ),
    AuditEvent.SUBMISSION_SEALED: Entry(
        "Sealed and durable; `parts` with the form.",
        {"number": OFFLINE_NUMBER, "service": SERVICE, "parts": Number(1000)},
    ),
    AuditEvent.SUBMISSION_NOT_SEALED: Entry(
        "It could not be written; nothing of it was kept.", {"service": SERVICE, "kind": EXCEPTION}
    ),
    AuditEvent.SLIP: Entry(
        "What became of a slip.", {"outcome": choice(["printed", "unknown", "failed"]), "code": CODE}
    ),
    AuditEvent.STAFF_PIN: Entry(
        "A PIN was tried. `seconds` until another is looked at.",
        {"verdict": choice(["open", "wrong", "locked", "unset"]), "seconds": SECONDS},
    ),
    AuditEvent.STAFF_PIN_SET: Entry("A PIN was set by `kiosk staff set-pin`.", {}),
    AuditEvent.STAFF_CARD: Entry(
        "A card was laid before the PIN. `card`: which staff card it is, by its number in `kiosk staff list-cards`.",
        {"verdict": choice(["accepted", "refused"]), "card": CARD},
    ),
    AuditEvent.STAFF_CARD_ADDED: Entry("A staff card was added by `kiosk staff add-card`.", {"card": CARD}),
    AuditEvent.STAFF_CARD_REMOVED: Entry("A staff card was removed by `kiosk staff remove-card`.", {"card": CARD}),
    AuditEvent.STAFF_ENTERED: Entry("Staff are at their pages.", {}),
    AuditEvent.STAFF_LEFT: Entry("They are not any more.", {"by": choice(["left", "idle", "terminal"])}),
    AuditEvent.STAFF_DEED: Entry(
        "Staff did something. `what`: the part that was tried.",
        {"deed": DEED, "what": choice(["card", "camera", "slip", "sound", "touch"])},
    ),
    AuditEvent.AGENT_STARTED: Entry("The sync agent began.", {"version": VERSION}),
    AuditEvent.AGENT_ENDED: Entry("The sync agent was told to end.", {}),
    AuditEvent.LINE_LOST: Entry(
        "The city cannot be reached.", {"why": choice(["line", "name", "certificate", "portal", "busy", "server"])}
    ),
    AuditEvent.LINE_BACK: Entry("It can be again.", {}),
    AuditEvent.CREDENTIALS_REFUSED: Entry("The city does not trust this terminal's key.", {}),
    AuditEvent.ENROLLED: Entry("The terminal was introduced to the city.", {}),
    AuditEvent.ACKNOWLEDGED: Entry(
        "The city holds a submission. `acceptance` is left out when the city's numbers have another form.",
        {"number": OFFLINE_NUMBER, "acceptance": ACCEPTANCE_NUMBER},
    ),
    AuditEvent.QUARANTINED: Entry(
        "Refused for good, or damaged; kept for staff.",
        {
            "number": OFFLINE_NUMBER,
            "why": choice([*ProblemKind, "damaged"]),
        },
    ),
    AuditEvent.RETRIED: Entry("What was set aside is tried again, by `kiosk queue retry`.", {"number": OFFLINE_NUMBER}),
    AuditEvent.SENT_AGAIN: Entry("The city has lost it and is sent it once more.", {"number": OFFLINE_NUMBER}),
    AuditEvent.PURGED: Entry("The sealed data were dropped here; the city has them.", {"number": OFFLINE_NUMBER}),
    AuditEvent.EXPORTED: Entry("Sealed submissions were written to a stick.", {"count": COUNT}),
    AuditEvent.TAKEN_IN: Entry("The city's acknowledgements were taken in from a stick.", {"count": COUNT}),
    AuditEvent.LOG_EXPORTED: Entry("This log was copied by `kiosk audit export`.", {"files": COUNT}),
    AuditEvent.LOG_TORN: Entry(
        "A power cut or a full disk left a piece of a line before this one.", {"bytes": BYTES, "digest": DIGEST}
    ),
    AuditEvent.LOG_GAP: Entry("So many events could not be written and are lost.", {"lost": COUNT}),
    AuditEvent.LOG_DROPPED: Entry(
        "The oldest file makes room. `days`: the age of its last line.", {"file": Number(999_999), "days": COUNT}
    ),
    AuditEvent.FIELD_REFUSED: Entry(
        "A mistake in the program: a field of the line before this one was not of its kind and was left out.", {}
    ),
}


def misfits(event: AuditEvent, fields: Mapping[str, object]) -> tuple[str, ...]:
    """Names of the fields that the event does not have, or whose value is of another kind."""
    kinds = CATALOGUE[event].fields
    return tuple(name for name, value in fields.items() if name not in kinds or not kinds[name].fits(value))
