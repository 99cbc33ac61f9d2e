"""A line to the city that is cut when its time is up, whatever became of the connections before."""

from __future__ import annotations

import socket
import threading
from contextlib import contextmanager

import pytest
import requests

from offline_queue import transport

ANSWER = b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"


@contextmanager
def serving(*answers):
    """A server that gives each connection its answer in turn; one for whom there is None hears nothing."""
    server = socket.create_server(("127.0.0.1", 0))
    taken = []

    def serve():
        for answer in answers:
            connection, _ = server.accept()
            taken.append(connection)
            connection.recv(1 << 16)
            if answer is not None:
                connection.sendall(answer)
                connection.close()

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.getsockname()[1]}/"
    finally:
        thread.join()
        server.close()
        for connection in taken:
            connection.close()


def test_a_connection_closed_before_does_not_save_the_next_one_from_its_time_limit():
    session, line = transport.session(None)
    with session, serving(ANSWER, None, None) as url:
        session.get(url, timeout=20)
        for _ in range(2):
            with line.limited(0.05), pytest.raises(requests.ConnectionError):
                session.get(url, timeout=20)


def test_what_comes_over_a_broken_line_is_not_written_into_a_log(caplog):
    garbled = b"HTTP/1.1 200 OK\r\nXXXX 13800001111\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    session, _ = transport.session(None)
    with session, serving(garbled) as url:
        session.get(url, timeout=20)
    assert caplog.text == ""
