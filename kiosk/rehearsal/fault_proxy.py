"""A line to a server on the loopback that can be told to fail, request by request."""

from __future__ import annotations

import contextlib
import select
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass

PIECE = 1 << 16
IDLE = 30.0
"""Seconds without a byte after which a connection is given up."""


@dataclass(frozen=True)
class Fault:
    """What happens to one request. As it stands here: it passes.

    `lost` breaks the connection before anything is forwarded; `cut_request` forwards so many bytes of the body and
    breaks both sides; `cut_answer` gives so many bytes of the answer; `answer` is given instead of asking the server;
    `drip` gives one byte of an answer each so many seconds; `pause` holds it up for seconds; `rate` is bytes a second,
    each way.
    """

    lost: bool = False
    cut_request: int | None = None
    cut_answer: int | None = None
    answer: bytes | None = None
    drip: float | None = None
    pause: float = 0.0
    rate: float = 0.0


PASS = Fault()


class FaultProxy:
    """`plan(request_line)` says what happens to each request; `seen` are their first lines, `brought` their bytes.

    `target` is the server's port; `secure` gives the certificate for the next caller, None for plain HTTP.
    """

    def __init__(
        self,
        target: int,
        plan: Callable[[str], Fault] = lambda _: PASS,
        secure: Callable[[], ssl.SSLContext] | None = None,
    ) -> None:
        self.target = target
        self.plan = plan
        self.seen: list[str] = []
        self.brought = 0
        self._secure = secure
        self._open: set[socket.socket] = set()
        self._guard = threading.Lock()
        self._over = threading.Event()
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._server.getsockname()[1])
        self.url = f"{'http' if secure is None else 'https'}://127.0.0.1:{self.port}"
        threading.Thread(target=self._serve, name="line", daemon=True).start()

    def close(self) -> None:
        """End the line and every connection over it."""
        self._over.set()
        with contextlib.suppress(OSError):
            self._server.shutdown(socket.SHUT_RDWR)  # wakes who waits for callers
        self._server.close()
        self.cut()

    def cut(self) -> None:
        """Break the connections that stand."""
        with self._guard:
            for line in self._open:
                with contextlib.suppress(OSError):
                    # past the TLS layer, which must not be used from two threads
                    socket.socket.shutdown(line, socket.SHUT_RDWR)

    def _serve(self) -> None:
        while True:
            try:
                caller, _ = self._server.accept()
            except OSError:
                return
            threading.Thread(target=self._carry, args=(caller,), name="line", daemon=True).start()

    def _carry(self, caller: socket.socket) -> None:
        # whatever breaks, both sides are closed: that is what a line does
        with contextlib.suppress(OSError), contextlib.ExitStack() as ends:
            ends.enter_context(caller)
            client = ends.enter_context(self._answered(caller))
            server = ends.enter_context(socket.create_connection(("127.0.0.1", self.target), IDLE))
            server.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self._known(client, server):
                while _asks(client, server) and self._one(client, server):
                    pass

    def _answered(self, caller: socket.socket) -> socket.socket:
        caller.settimeout(IDLE)
        caller.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return caller if self._secure is None else self._secure().wrap_socket(caller, server_side=True)

    @contextlib.contextmanager
    def _known(self, *lines: socket.socket) -> Iterator[None]:
        with self._guard:
            self._open.update(lines)
        try:
            yield
        finally:
            with self._guard:
                self._open.difference_update(lines)

    def _one(self, client: socket.socket, server: socket.socket) -> bool:
        """Carry one request and its answer; whether the connection stands afterwards."""
        head, rest = _head(client)
        if not head:
            return False
        line = head.split(b"\r\n", 1)[0].decode("latin-1")
        self.seen.append(line)
        fault = self.plan(line)
        if fault.lost or self._over.wait(fault.pause):
            return False
        if fault.answer is not None:
            _body(client, head, rest)
            client.sendall(fault.answer)
            return False
        if fault.drip is not None:
            client.sendall(b"HTTP/1.1 200 OK\r\n")
            while not self._over.wait(fault.drip):
                client.sendall(b"X")
            return False
        body = _body(client, head, rest, fault.cut_request)
        self.brought += len(body)
        self._send(server, head + body, fault.rate)
        if fault.cut_request is not None:
            return False
        head, rest = _head(server)
        if not head:
            return False
        answer = head + (b"" if line.startswith("HEAD") else _body(server, head, rest))
        self._send(client, answer if fault.cut_answer is None else answer[: fault.cut_answer], fault.rate)
        return fault.cut_answer is None

    def _send(self, line: socket.socket, data: bytes, rate: float) -> None:
        if not rate:
            line.sendall(data)
            return
        piece = max(1, int(rate / 10))
        for start in range(0, len(data), piece):
            line.sendall(data[start : start + piece])
            if self._over.wait(piece / rate):
                raise ConnectionAbortedError


def _asks(client: socket.socket, server: socket.socket) -> bool:
    """Wait for the next request; False when either side has gone, which the other must hear at once."""
    if isinstance(client, ssl.SSLSocket) and client.pending():
        return True
    ready, _, _ = select.select([client, server], [], [], IDLE)
    return client in ready and server not in ready


def _head(line: socket.socket) -> tuple[bytes, bytes]:
    message = b""
    while b"\r\n\r\n" not in message:
        piece = line.recv(PIECE)
        if not piece:
            return b"", b""
        message += piece
    head, _, rest = message.partition(b"\r\n\r\n")
    return head + b"\r\n\r\n", rest


def _body(line: socket.socket, head: bytes, rest: bytes, most: int | None = None) -> bytes:
    length = 0
    for header in head.split(b"\r\n"):
        if header.lower().startswith(b"content-length:"):
            length = int(header.split(b":")[1])
    length = length if most is None else min(length, most)
    body = bytearray(rest)
    while len(body) < length:
        piece = line.recv(PIECE)
        if not piece:
            break
        body += piece
    return bytes(body[:length])
