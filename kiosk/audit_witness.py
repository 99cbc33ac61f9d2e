"""What became of submissions and of the line, as the queue tells it, in the words of the audit log."""

from __future__ import annotations

from kiosk.audit import AuditEvent
from kiosk.audit.kinds import ACCEPTANCE_NUMBER
from kiosk.audit.recorder import Audit
from offline_queue.transport import Trouble
from offline_queue.wire import ProblemKind

_PROBLEMS = {kind.value for kind in ProblemKind}


class AuditWitness:
    """An offline_queue.witness.Witness that writes into the audit log."""

    def __init__(self, audit: Audit) -> None:
        self._audit = audit

    def acknowledged(self, number: str, acceptance_number: str) -> None:
        """See Witness."""
        # cities number as they like
        known = {"acceptance": acceptance_number} if ACCEPTANCE_NUMBER.fits(acceptance_number) else {}
        self._audit.note(AuditEvent.ACKNOWLEDGED, number=number, **known)

    def quarantined(self, number: str, reason: str) -> None:
        """See Witness."""
        why = reason if reason in _PROBLEMS else "damaged"
        self._audit.note(AuditEvent.QUARANTINED, number=number, why=why)

    def sent_again(self, number: str) -> None:
        """See Witness."""
        self._audit.note(AuditEvent.SENT_AGAIN, number=number)

    def purged(self, number: str) -> None:
        """See Witness."""
        self._audit.note(AuditEvent.PURGED, number=number)

    def line(self, trouble: str) -> None:
        """See Witness."""
        if not trouble:
            self._audit.note(AuditEvent.LINE_BACK)
        elif trouble == Trouble.NOT_TRUSTED:
            self._audit.note(AuditEvent.CREDENTIALS_REFUSED)
        else:
            self._audit.note(AuditEvent.LINE_LOST, why=trouble)

    def head(self) -> tuple[int, str]:
        """See Witness."""
        head = self._audit.head()
        return (head.number, head.digest) if head.number else (0, "")
