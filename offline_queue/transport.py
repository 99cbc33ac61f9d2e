"""The line to the city: time limits that hold whatever the other side does, a cap on sending, names of troubles."""

from __future__ import annotations

import logging
import socket
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import NameResolutionError

# it would write into the log what came over a broken line
logging.getLogger("urllib3").setLevel(logging.CRITICAL)

TIMEOUT = (5.0, 20.0)
"""Seconds to connect, and between two pieces of an answer."""

PATIENCE = 60.0
SLOWEST = 4096.0
"""Seconds for a whole exchange, and one more for each so many bytes sent: a server that drips ends there."""


class Trouble(StrEnum):
    """Why nothing was delivered, as staff are told. All but SERVER are everybody's trouble."""

    LINE = "line"
    NAME = "name"
    CERTIFICATE = "certificate"
    PORTAL = "portal"
    NOT_TRUSTED = "not-trusted"
    BUSY = "busy"
    SERVER = "server"


class Pace:
    """A cap on what is sent, in bytes a second; 0 is none."""

    def __init__(self, rate: float = 0.0) -> None:
        self._rate = rate
        self._free_at = 0.0

    def body(self, data: bytes) -> bytes | PacedBody:
        """A request's body that goes no faster than the cap."""
        return PacedBody(data, self) if self._rate > 0 else data

    def take(self, count: int) -> None:
        """Wait until `count` bytes may go."""
        now = time.monotonic()
        self._free_at = max(self._free_at, now) + count / self._rate
        time.sleep(max(0.0, self._free_at - now))


class PacedBody:
    """A body that is read no faster than the pace allows."""

    def __init__(self, data: bytes, pace: Pace) -> None:
        self._data = data
        self._at = 0
        self._pace = pace

    def __len__(self) -> int:
        return len(self._data)

    def read(self, size: int = -1) -> bytes:
        """The next bytes, 16 KiB at most at once."""
        piece = self._data[self._at : self._at + min(size if size > 0 else 1 << 14, 1 << 14)]
        self._at += len(piece)
        self._pace.take(len(piece))
        return piece


class Watch:
    """Calls `late` when a deadline passes. One thread for all deadlines, one after the other: a timer for each request
    would cost a thread's start, a tenth of a small submission."""

    def __init__(self, late: Callable[[], None]) -> None:
        self._late = late
        self._deadline: float | None = None
        self._wakes_at: float | None = None
        self._ended = False
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None

    def set(self, seconds: float) -> None:
        """Be late after `seconds`."""
        with self._changed:
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="line-watch", daemon=True)
                self._thread.start()
            self._deadline = time.monotonic() + seconds
            # asleep until an earlier deadline it will see this one by itself
            if self._wakes_at is None or self._deadline < self._wakes_at:
                self._changed.notify()

    def clear(self) -> None:
        """In time."""
        with self._changed:
            self._deadline = None

    def end(self) -> None:
        """No more deadlines."""
        with self._changed:
            self._ended = True
            self._changed.notify()

    def _run(self) -> None:
        while True:
            with self._changed:
                if self._ended:
                    return
                self._wakes_at = self._deadline
                if self._deadline is None or self._deadline > time.monotonic():
                    self._changed.wait(None if self._deadline is None else self._deadline - time.monotonic())
                    continue
                self._deadline = None
            self._late()


class Line(HTTPAdapter):
    """Connections that can be cut from outside: a time limit between two bytes does not end a server that drips."""

    def __init__(self) -> None:
        self._connections: weakref.WeakSet[HTTPConnection] = weakref.WeakSet()
        self._watch = Watch(self._cut)
        super().__init__()

    def close(self) -> None:
        """Close the connections."""
        self._watch.end()
        super().close()

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """Have every connection known."""
        super().init_poolmanager(*args, **kwargs)
        known = self._connections

        class Plain(HTTPConnection):
            def connect(self) -> None:
                known.add(self)
                super().connect()

        class Secure(HTTPSConnection):
            def connect(self) -> None:
                known.add(self)
                super().connect()

        class PlainPool(HTTPConnectionPool):
            ConnectionCls = Plain

        class SecurePool(HTTPSConnectionPool):
            ConnectionCls = Secure

        self.poolmanager.pool_classes_by_scheme = {"http": PlainPool, "https": SecurePool}

    @contextmanager
    def limited(self, seconds: float) -> Iterator[None]:
        """Whatever is exchanged meanwhile is cut after `seconds`."""
        self._watch.set(seconds)
        try:
            yield
        finally:
            self._watch.clear()

    def _cut(self) -> None:
        for connection in list(self._connections):
            sock = connection.sock
            if sock is None:  # not connected yet, or closed meanwhile by the thread it serves
                continue
            with suppress(OSError):
                # past the TLS layer, which must not be used from two threads
                socket.socket.shutdown(sock, socket.SHUT_RDWR)


def session(ca_file: Path | None, identity: tuple[Path, Path] | None = None) -> tuple[requests.Session, Line]:
    """A session that trusts only the city's authority and follows nobody's proxy settings.

    `identity`: certificate and key of this terminal, for an intake that asks for them (mutual TLS).
    """
    made, line = requests.Session(), Line()
    made.trust_env = False
    made.mount("http://", line)
    made.mount("https://", line)
    if ca_file is not None:
        made.verify = str(ca_file)
    if identity is not None:
        made.cert = (str(identity[0]), str(identity[1]))
    return made, line


def trouble_of(error: Exception) -> Trouble:
    """What an exception of the HTTP library means."""
    if isinstance(error, requests.exceptions.SSLError):
        return Trouble.CERTIFICATE
    seen: BaseException | None = error
    while seen is not None:
        inner = getattr(seen, "reason", None) or (seen.args[0] if seen.args else None)
        if isinstance(inner, NameResolutionError):
            return Trouble.NAME
        seen = inner if isinstance(inner, BaseException) else None
    return Trouble.LINE
