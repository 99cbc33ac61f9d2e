"""Writes events down, on a thread of its own: whoever tells of one neither waits nor ever hears of a full disk."""

from __future__ import annotations

import os
import queue
import sys
import threading
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from kiosk.audit import AuditEvent, Value
from kiosk.audit.events import misfits
from kiosk.audit.ledger import FOLDER, Ledger, Render, head_of, moment
from kiosk.audit.lines import NOTHING, Head
from offline_queue.clocks import boot

MOST = 1000
"""Events that wait for a disk; beyond them they are counted only, and the count is written."""

FLUSH = 1.0
"""Seconds for which a written line may not be durable yet: a power cut costs so much at most."""

RETRY = 5.0
"""Seconds until a disk that took nothing is tried again."""

LAST = 3.0
"""Seconds that the end of a process waits for what is still to be written."""


class _Noted(NamedTuple):
    """An event, and when it happened."""

    event: AuditEvent
    at: str
    fields: dict[str, Value]


class Audit:
    """The log under `data_dir`, as one process writes it: `screens`, `agent` or `command`.

    Nothing is written in the first `settle` seconds, so that the start belongs to the first page.
    """

    def __init__(self, data_dir: Path, process: str, settle: float = 0.0) -> None:
        self._folder = data_dir / FOLDER
        self._process = process
        self._settle = settle
        self._waiting: queue.SimpleQueue[_Noted | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._lost = 0
        self._ledger: Ledger | None = None
        self._dirty = False
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._work, name="audit", daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def note(self, event: AuditEvent, /, **fields: Value) -> None:
        """See kiosk.audit.Note. A field that does not fit is left out, since a terminal in use must not stop for it."""
        if self._waiting.qsize() >= MOST:
            with self._lock:
                self._lost += 1
            return
        wrong = misfits(event, fields)
        self._waiting.put(_Noted(event, moment(), {k: v for k, v in fields.items() if k not in wrong}))
        if wrong:
            self._waiting.put(_Noted(AuditEvent.FIELD_REFUSED, moment(), {}))

    def crashed(self, kind: type[BaseException], trace: TracebackType | None) -> None:
        """Note an exception that nobody caught: its kind and place; its text may hold what someone typed."""
        self.note(AuditEvent.UNCAUGHT, kind=kind.__name__, place=place_of(trace))

    def head(self) -> Head:
        """The newest line; of a log that cannot be read, nothing."""
        with suppress(OSError):
            return head_of(self._folder)
        return NOTHING

    def close(self) -> None:
        """Write what was noted, as far as the disk takes it, and end."""
        self._ending.set()
        self._waiting.put(None)
        self._thread.join(timeout=LAST)

    def _work(self) -> None:
        self._ending.wait(self._settle)
        noted: _Noted | None = None
        while (noted := noted or self._next()) is not None:
            if self._stored(noted):
                noted = None
            elif self._ending.wait(RETRY):
                # what the disk does not take at the end is missing; that the process began anew tells of it
                return
        self._flush()

    def _next(self) -> _Noted | None:
        """The next event, None at the end; what was written before is made durable if none comes for a while."""
        with self._lock:
            lost, self._lost = self._lost, 0
        if lost:
            return _Noted(AuditEvent.LOG_GAP, moment(), {"lost": lost})
        with suppress(queue.Empty):
            return self._waiting.get(timeout=FLUSH if self._dirty else None)
        self._flush()
        return self._waiting.get()

    def _stored(self, noted: _Noted) -> bool:
        try:
            self._opened().append(noted.event, noted.at, noted.fields)
        except OSError:
            return False
        self._dirty = True
        return True

    def _flush(self) -> None:
        self._dirty = False
        with suppress(OSError):
            self._opened().flush()

    def _opened(self) -> Ledger:
        if self._ledger is None:
            self._ledger = Ledger(self._folder, renderer(boot=boot()[:8], process=self._process, pid=os.getpid()))
        return self._ledger


def place_of(trace: TracebackType | None) -> str:
    """Source file and line where an exception was raised."""
    place = "?"
    while trace is not None:
        place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place


def renderer(**who: Value) -> Render:
    """Rows as lines of JSON, by structlog, each with what is bound to it: `who` writes."""
    # it reads in rich, if that is there, for tracebacks in colour: 7 MB that a terminal has no use for
    keep_out = "rich" not in sys.modules
    if keep_out:
        sys.modules["rich"] = None  # type: ignore[assignment]
    try:
        import structlog
    finally:
        if keep_out:
            del sys.modules["rich"]
    as_json = structlog.processors.JSONRenderer(separators=(",", ":"))
    log = structlog.wrap_logger(structlog.ReturnLogger(), processors=[as_json]).bind(**who)
    return lambda row: str(log.info(**row))
