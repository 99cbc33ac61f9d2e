"""What a crash leaves behind: its type and place, never its text, which may hold personal data."""

from __future__ import annotations

import resource
import sys
import threading
from types import TracebackType

from kiosk.audit.recorder import Audit, place_of


def guard_personal_data() -> None:
    """No core dumps, and no exception text in what a crash leaves behind: only its type and place."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.excepthook = _tell_place
    threading.excepthook = lambda args: _tell_place(args.exc_type, args.exc_value, args.exc_traceback)


def note_crashes(audit: Audit) -> None:
    """From now on what nobody catches is told to the audit log too."""

    def crashed(kind: type[BaseException], value: BaseException | None, trace: TracebackType | None) -> None:
        _tell_place(kind, value, trace)
        audit.crashed(kind, trace)

    sys.excepthook = crashed
    threading.excepthook = lambda args: crashed(args.exc_type, args.exc_value, args.exc_traceback)


def _tell_place(kind: type[BaseException], _: BaseException | None, trace: TracebackType | None) -> None:
    sys.stderr.write(f"error: {kind.__name__} at {place_of(trace)}\n")
