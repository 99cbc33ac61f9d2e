"""The pulse of a process: systemd hears that it lives, and a loop that no longer turns ends it.

Both are beaten by the loop itself, so that a loop that hangs is noticed, not only a process that died. The thread in
here is quicker than the service manager and works without one; where something holds even Python's threads up, the
service manager (WatchdogSec=) still notices.
"""

from __future__ import annotations

import os
import socket
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import FrameType

from kiosk.audit import AuditEvent
from kiosk.audit.recorder import Audit

HUNG = 70
"""Exit code of a process whose loop hung (EX_SOFTWARE of sysexits.h): its unit starts it again."""

LOOK = 1.0
"""Seconds between two looks at the loop."""

DEEPEST = 8
"""Places that are told of where the loop hangs, the innermost first."""


def supervised() -> bool:
    """Whether a service manager started this process and wants to hear of it."""
    return bool(os.environ.get("NOTIFY_SOCKET"))


def notify(state: str) -> None:
    """Tell the service manager, if there is one (sd_notify(3)): READY=1, WATCHDOG=1, STATUS=..., STOPPING=1."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address:
        return
    if address.startswith("@"):
        address = "\0" + address[1:]
    # a manager that does not listen must not end whoever is well
    with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as manager:
        manager.setblocking(False)
        manager.sendto(state.encode(), address)


class Pulse:
    """Of the loop of the thread that starts it. After `limit` looks in a row without a beat, the process is ended.

    Looks are counted, not seconds: a process that was stopped and goes on has not hung.
    """

    def __init__(self, limit: int, ended: Callable[[str], None] | None = None) -> None:
        self._limit = limit
        self._ended = ended or _end
        self._silent = 0
        self._status = ""
        self._told = True
        self._loop = 0
        self._over = threading.Event()

    def start(self) -> None:
        """The loop is about to turn."""
        self._loop = threading.get_ident()
        notify("READY=1")
        threading.Thread(target=self._watch, name="pulse", daemon=True).start()

    def beat(self, status: str = "") -> None:
        """The loop turns. `status` is one line for the service manager, of nobody in particular."""
        self._silent = 0
        if status != self._status:
            self._status = status
            notify(f"STATUS={status}")
        if self._told:
            self._told = False
            notify("WATCHDOG=1")

    def stop(self) -> None:
        """The loop ends as it was asked to."""
        self._over.set()
        notify("STOPPING=1")

    def _watch(self) -> None:
        while not self._over.wait(LOOK):
            self._told = True
            self._silent += 1
            if self._silent > self._limit:
                self._ended(places(sys._current_frames().get(self._loop)))
                return


def places(frame: FrameType | None) -> str:
    """Where a thread is, file and line, the innermost first; no names or values, which may be a resident's."""
    found: list[str] = []
    while frame is not None and len(found) < DEEPEST:
        found.append(f"{Path(frame.f_code.co_filename).name}:{frame.f_lineno}")
        frame = frame.f_back
    return " < ".join(found) or "?"


def end_noted(audit: Audit, place: str) -> None:
    """The end of which the audit log is told first, as long as its disk takes it within seconds."""
    audit.note(AuditEvent.LOOP_HUNG, place=place.partition(" < ")[0])
    audit.close()
    _end(place)


def _end(place: str) -> None:
    """At once, without anything that might wait for the thread that hangs; memory goes with the process."""
    with suppress(OSError):
        os.write(2, f"error: the loop hangs at {place}; the process ends to be started again\n".encode())
    os._exit(HUNG)
