"""Asking the city for papers at the screen: what it says, or nothing within seconds, and never an exception."""

from __future__ import annotations

import socket

import pytest

from kiosk.shared_desk import SharedDesk
from offline_queue import credentials
from offline_queue.client import Client
from offline_queue.errors import NotEnrolled
from offline_queue.shared_data import SharedData
from offline_queue.wire import verify

HELD = """
[[held]]
id_number = "{number}"
name = "{name}"
material = "photo"
reference = "ZP-19"
"""


def test_what_is_held_comes_with_its_reference_and_the_signed_word(enrolled, intake, person, tmp_path):
    file = tmp_path / "held.toml"
    file.write_text(HELD.format(number=person.id_number, name=person.name))
    intake.call("hold", str(file))
    desk = SharedDesk(lambda: Client(intake.url, None, credentials.load(enrolled)))
    answer = desk.ask("jn-x", ["lease", "photo"], person)
    assert answer.held == (("photo", "ZP-19"),)
    assert verify(SharedData, answer.proof.encode(), credentials.load(enrolled).signing_keys).materials[1].held
    assert person.name not in repr(answer)
    intake.stop()
    assert desk.ask("jn-x", ["photo"], person) is None


def test_a_line_that_hangs_is_given_up(alone, person, monkeypatch):
    monkeypatch.setattr("offline_queue.client.SCREEN_PATIENCE", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        assert SharedDesk(lambda: Client(url, None, credentials.load(alone))).ask("jn-x", ["photo"], person) is None


@pytest.mark.parametrize("materials", [["../photo"], []])
def test_what_cannot_be_asked_is_not_told(alone, person, materials):
    desk = SharedDesk(lambda: Client("http://127.0.0.1:9", None, credentials.load(alone)))
    assert desk.ask("jn-x", materials, person) is None


def test_a_terminal_that_is_not_enrolled_asks_nobody(person):
    def unknown():
        raise NotEnrolled

    assert SharedDesk(unknown).ask("jn-x", ["photo"], person) is None
