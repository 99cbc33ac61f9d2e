"""A line between agent and intake that can be told to fail, request by request."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class Fault:
    """What happens to one request. All None: it passes.

    `cut_request` forwards so many bytes of it and breaks both sides; `cut_answer` gives so many bytes of the answer;
    `answer` is given instead of asking the intake; `drip` gives one byte of an answer each so many seconds.
    """

    cut_request: int | None = None
    cut_answer: int | None = None
    answer: bytes | None = None
    drip: float | None = None


PASS = Fault()


@dataclass
class FaultProxy:
    """`plan(request_line)` says what happens to each request; `seen` are their first lines, `brought` their bytes."""

    target: int
    plan: Callable[[str], Fault] = lambda _: PASS
    seen: list[str] = field(default_factory=list)
    brought: int = 0

    def __post_init__(self) -> None:
        self._server = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._server.getsockname()[1]}"
        self._over = threading.Event()
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self) -> None:
        self._over.set()
        self._server.close()

    def _serve(self) -> None:
        while True:
            try:
                client, _ = self._server.accept()
            except OSError:
                return
            threading.Thread(target=self._carry, args=(client,), daemon=True).start()

    def _carry(self, client: socket.socket) -> None:
        with client, socket.create_connection(("127.0.0.1", self.target)) as server:
            client.settimeout(10)
            server.settimeout(10)
            try:
                while self._one(client, server):
                    pass
            except OSError:
                return

    def _one(self, client: socket.socket, server: socket.socket) -> bool:
        head, rest = _head(client)
        if not head:
            return False
        line = head.split(b"\r\n", 1)[0].decode()
        self.seen.append(line)
        fault = self.plan(line)
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
        server.sendall(head + body)
        if fault.cut_request is not None:
            return False
        head, rest = _head(server)
        answer = head + (b"" if line.startswith("HEAD") else _body(server, head, rest))
        client.sendall(answer if fault.cut_answer is None else answer[: fault.cut_answer])
        return fault.cut_answer is None


def _head(line: socket.socket) -> tuple[bytes, bytes]:
    message = b""
    while b"\r\n\r\n" not in message:
        piece = line.recv(1 << 16)
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
        piece = line.recv(1 << 16)
        if not piece:
            break
        body += piece
    return bytes(body[:length])
