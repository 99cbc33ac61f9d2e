"""What the city acknowledged comes home on a stick: only what it signed, once, and whatever else lies there."""

from __future__ import annotations

import os
import queue
import shutil
from datetime import datetime

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.audit import AuditEvent
from kiosk.audit.events import misfits
from kiosk.staff.deeds import Deeds
from kiosk.staff.desk import StaffDesk
from kiosk.staff.means import Means
from kiosk.staff.stick import stick_in
from kiosk.visit.staff import effects as sf
from kiosk.visit.staff import events as se
from kiosk.visit.staff.places import StickTrouble, Taken
from kiosk.visit.staff.steps import PinVerdict
from offline_queue import credentials
from offline_queue.client import Client
from offline_queue.outbox import Outbox
from offline_queue.wire import Acknowledgement, sign

NOW = datetime(2026, 11, 24, 10, 30).astimezone()
FORM = {"service_code": "jn-elderly-card", "applicant": {}, "answers": {}}


class Witness:
    """Keeps what it is told of."""

    def __init__(self):
        self.acknowledgements = []

    def acknowledged(self, number, acceptance_number):
        self.acknowledgements.append((number, acceptance_number))


class Home:
    """A terminal in whose queue three wait, a city that signs, and a stick."""

    def __init__(self, data, signing, stick):
        self.signing, self.stick, self.witness = signing, stick, Witness()
        self.data, self.outbox = data, Outbox.open(data)
        self.kept = [self.outbox.submit(FORM, [], now=NOW) for _ in range(3)]
        self.desk = StaffDesk(self.outbox, data, self.client, lambda: self.witness)
        stick.mkdir()

    def client(self):
        return Client("http://127.0.0.1:9", None, credentials.load(self.data))

    def token(self, at, number="37010226112400013", key=None):
        row = self.outbox.database.row("SELECT digest FROM submission WHERE id = ?", self.kept[at].id)
        proof = {"id": self.kept[at].id, "digest": row["digest"], "acceptance_number": number}
        return sign(Acknowledgement(**proof, received_at=NOW.isoformat()), key or self.signing)

    def lay(self, at, content):
        (self.stick / f"{self.kept[at].id}.ack").write_bytes(content)

    def take_in(self):
        return self.desk.take_in(self.stick, lambda *_: None, lambda: False)

    @property
    def states(self):
        return [item.state for item in self.outbox.items()]


@pytest.fixture
def home(alone, city, tmp_path):
    made = Home(alone, city[1], tmp_path / "stick")
    yield made
    made.outbox.close()


def test_what_the_city_signed_is_taken_in_once(home):
    home.lay(0, home.token(0))
    home.lay(2, home.token(2, "37010226112400021"))
    assert stick_in({"stick": home.stick}).acknowledged == 2
    assert home.take_in() == Taken(now=2)
    assert home.states == ["acknowledged", "sealed", "acknowledged"]
    assert home.outbox.acceptance_number(home.kept[2].id) == "37010226112400021"
    assert home.witness.acknowledgements == [
        (home.kept[0].offline_number, "37010226112400013"),
        (home.kept[2].offline_number, "37010226112400021"),
    ]
    assert home.take_in() == Taken(before=2)
    assert len(home.witness.acknowledgements) == 2


def test_what_was_purged_meanwhile_stays_so(home):
    home.lay(0, home.token(0))
    home.take_in()
    with home.outbox.database.writing() as connection:
        connection.execute("UPDATE delivery SET state = 'purged'")
    assert home.take_in() == Taken(before=1)
    assert home.states[0] == "purged"


def test_a_false_one_is_left_out_and_the_others_are_taken_in(home):
    home.lay(0, home.token(0, key=Ed25519PrivateKey.generate()))
    home.lay(1, home.token(0))
    home.lay(2, home.token(2))
    (home.stick / "01890000-0000-7000-8000-000000000000.ack").write_bytes(home.token(0))
    (home.stick / os.fsdecode(b"\xff\xfe.ack")).write_bytes(b"")
    taken = home.take_in()
    assert (taken.now, taken.others, len(taken.refused)) == (1, 2, 2)
    assert home.states == ["sealed", "sealed", "acknowledged"]


def test_what_is_no_file_or_never_ends_is_refused(home):
    (home.stick / f"{home.kept[0].id}.ack").mkdir()
    (home.stick / f"{home.kept[1].id}.ack").symlink_to("/dev/zero")
    os.mkfifo(home.stick / f"{home.kept[2].id}.ack")
    assert len(home.take_in().refused) == 3


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_damaged_ones_are_never_believed(home, data):
    token = bytearray(home.token(0))
    at = data.draw(st.integers(0, len(token) - 1))
    token[at : at + data.draw(st.integers(0, 5))] = data.draw(st.binary(max_size=6))
    home.lay(0, bytes(token))
    home.take_in()
    # a bit that no decoder looks at may be another one; what is believed is what was signed
    assert home.outbox.acceptance_number(home.kept[0].id) in (None, "37010226112400013")


def test_who_leaves_ends_it_between_two(home):
    for at in range(3):
        home.lay(at, home.token(at))
    done = []
    taken = home.desk.take_in(home.stick, lambda at, _: done.append(at), lambda: len(done) > 1)
    assert taken == Taken(now=1)


def test_a_terminal_starts_without_the_library_of_the_line(start_python):
    program = "import sys, kiosk.running; print('requests' in sys.modules)"
    assert start_python(program).communicate(timeout=60)[0].strip() == "False"


def test_without_keys_it_is_said(home):
    (home.data / "city.json").unlink()
    assert home.take_in() is None


def test_staff_have_it_done_and_the_log_hears_how_many(home, services, words):
    said, noted = queue.SimpleQueue(), []

    def note(event, /, **fields):
        noted.append((event, fields))
        assert not misfits(event, fields)

    found = {"stick": home.stick}
    means = Means(
        check_pin=lambda _: (PinVerdict.READY, 0.0),
        shelf=home.desk,
        data_dir=home.data,
        volume=60,
        set_volume=lambda _: None,
        begin_anew=lambda _: True,
        try_sound=lambda *_: True,
        find_sticks=lambda: found,
    )
    deeds = Deeds(means, None, {}, None, lambda: NOW, note)
    home.lay(1, home.token(1))
    deeds.do(sf.TakeIn("stick"), said.put)
    assert [said.get(timeout=20) for _ in range(3)] == [
        se.Carried(0, 1),
        se.Carried(1, 1),
        se.TakenIn(Taken(now=1)),
    ]
    assert noted == [(AuditEvent.STAFF_DEED, {"deed": "take_in"}), (AuditEvent.TAKEN_IN, {"count": 1})]
    shutil.rmtree(home.stick)
    found.clear()
    deeds.do(sf.TakeIn("stick"), said.put)
    assert said.get(timeout=20) == se.CarryingEnded(StickTrouble.GONE)
