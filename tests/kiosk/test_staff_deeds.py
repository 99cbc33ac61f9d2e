"""What staff ask for at the terminal: that it is done, kept, and tells nothing of anyone."""

from __future__ import annotations

import errno
import queue
import threading
import time
from datetime import datetime, timedelta

import pytest

from drivers.id_card_reader.samv import SamvReader
from drivers.model import ErrorCode, Status
from drivers.receipt_printer.escpos import EscposPrinter
from drivers.simulators.id_card_reader import SimulatedReader
from drivers.simulators.people import PEOPLE
from drivers.simulators.receipt_printer import SimulatedPrinter
from kiosk.desk import OutboxDesk
from kiosk.device_host import DeviceHost
from kiosk.staff import desk as staff_desk
from kiosk.staff.backlight import brightness, set_brightness
from kiosk.staff.counts import Counts
from kiosk.staff.deeds import Deeds
from kiosk.staff.desk import StaffDesk
from kiosk.staff.kept import FILE, Kept, load
from kiosk.staff.means import Means
from kiosk.staff.slips import Station
from kiosk.staff.stick import stick_in, sticks
from kiosk.visit import events as ev
from kiosk.visit.effects import Milestone
from kiosk.visit.staff import effects as sf
from kiosk.visit.staff import events as se
from kiosk.visit.staff.lights import QueueLights
from kiosk.visit.staff.places import Issued, Restart, StickTrouble
from kiosk.visit.staff.steps import PinVerdict
from offline_queue import bundle
from offline_queue.dispatch import EVERYONE, Dispatch
from offline_queue.outbox import Attachment, Outbox

NOW = datetime(2026, 11, 24, 10, 30).astimezone()
FORM = {"service_code": "jn-elderly-card", "applicant": {"name": "范例"}, "answers": {}}
WAIT = 20.0


class Lit:
    """A queue in which three wait."""

    def __init__(self):
        self.sendings = 0

    def queue_lights(self):
        return QueueLights(3, 0, 0, None, "", None, 1 << 30, True, 0.0)

    def send_now(self):
        self.sendings += 1


class Room:
    """Deeds over a folder, with what they say and set."""

    def __init__(self, folder, services, words, hosts=None, shelf=None, can_restart=True):
        self.said, self.volumes, self.begun, self.found = queue.SimpleQueue(), [], [], {}
        self.heard = []
        self.lit = Lit()
        means = Means(
            check_pin=lambda digits: (PinVerdict.OPEN if digits == "271828" else PinVerdict.WRONG, 0.0),
            shelf=shelf,
            data_dir=folder,
            volume=60,
            set_volume=self.volumes.append,
            begin_anew=lambda what: self.begun.append(what) or can_restart,
            try_sound=lambda language, sentence: self.heard.append((language, sentence)) or True,
            find_sticks=lambda: self.found,
        )
        station = Station(words, "甸柳社区便民服务站", services.find)
        self.deeds = Deeds(means, self.lit, hosts or {}, station, lambda: NOW)

    def ask(self, effect):
        """What is said to an effect first."""
        self.deeds.do(effect, self.said.put)
        return self.said.get(timeout=WAIT)

    def do(self, effect):
        self.deeds.do(effect, self.said.put)


def until(condition):
    end = time.monotonic() + WAIT
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)


@pytest.fixture
def folder(tmp_path):
    return tmp_path


@pytest.fixture
def room(folder, services, words):
    return Room(folder, services, words)


@pytest.fixture
def reader():
    with SimulatedReader() as simulated:
        host = DeviceHost("reader", lambda: SamvReader(simulated.url))
        yield simulated, host
        host.close()


@pytest.fixture
def printer():
    with SimulatedPrinter() as simulated:
        host = DeviceHost("printer", lambda: EscposPrinter(simulated.url))
        yield simulated, host
        host.close()


def test_what_is_set_outlives_a_restart(folder, room, services, words):
    assert room.deeds.closed == ""
    for effect in (sf.SetVolume(30), sf.SetVolume(40), sf.KeepClosed("repair"), sf.SetBrightness(50)):
        room.do(effect)
    assert room.volumes == [30, 40]
    until(lambda: all(thread.name != "deeds" for thread in threading.enumerate()))
    assert load(folder) == Kept(closed="repair", volume=40, brightness=50)
    again = Room(folder, services, words)
    assert again.deeds.closed == "repair"
    assert again.volumes == [40]
    assert again.ask(sf.SeeLevels()).volume == 40
    again.do(sf.KeepClosed(""))
    until(lambda: load(folder).closed == "")


@pytest.mark.parametrize("content", ["", "{", '{"closed": "lunch"}', '{"volume": 300}', '{"more": 1}'])
def test_a_file_that_cannot_be_read_sets_nothing(folder, content):
    (folder / FILE).write_text(content)
    assert load(folder) == Kept()


def test_a_card_on_trial_is_masked_before_anything_hears_of_it(folder, services, words, reader):
    simulated, host = reader
    room = Room(folder, services, words, {"id_card_reader": host})
    simulated.insert(PEOPLE["elder"])
    person = PEOPLE["elder"].person
    tried = room.ask(sf.TryCard())
    assert (tried.document, tried.number) == ("resident", person.id_number[:6] + "*" * 8 + person.id_number[-4:])
    assert person.name not in tried.name
    assert tried.name[0] == person.name[0]


def test_a_test_slip_and_a_slip_again_come_out_without_a_name(folder, services, words, printer):
    simulated, host = printer
    room = Room(folder, services, words, {"receipt_printer": host})
    assert isinstance(room.ask(sf.Try(sf.TrialOf.SLIP, "zh")), ev.SlipPrinted)
    issued = Issued("id-1", "37010226112400013", False, "jn-elderly-card", NOW)
    assert isinstance(room.ask(sf.Reprint(issued, "zh")), ev.SlipPrinted)
    until(lambda: len(simulated.slips) == 2)
    assert "试打" in simulated.slips[0].text
    assert "3701 0226 1124 0001 3" in simulated.slips[1].text
    assert "补打" in simulated.slips[1].text


def test_a_sound_is_tried_with_a_sentence_in_the_language_of_the_page(room):
    assert room.ask(sf.Try(sf.TrialOf.SOUND, "en")) == se.SoundPlayed(True)
    assert room.heard == [("en", "This is a trial. Can you hear it well?")]


def test_a_printer_without_paper_says_so(folder, services, words):
    room = Room(folder, services, words, {"receipt_printer": DeviceHost("printer", None)})
    assert room.ask(sf.Try(sf.TrialOf.SLIP, "zh")) == ev.SlipFailed(ErrorCode.NO_DEVICE)


def test_devices_are_opened_again_at_once(folder, services, words, reader):
    simulated, host = reader
    room = Room(folder, services, words, {"id_card_reader": host})
    simulated.unplug()
    assert isinstance(room.ask(sf.TryCard()), se.StaffCardFailed)
    simulated.plug()
    room.do(sf.BeginAnew(Restart.DEVICES))
    until(lambda: host.health.status is Status.ONLINE)
    assert room.begun == []


def test_program_and_machine_are_begun_anew_where_that_can_be_done(folder, services, words):
    room = Room(folder, services, words)
    room.do(sf.BeginAnew(Restart.APPLICATION))
    until(lambda: room.begun == [Restart.APPLICATION])
    cannot = Room(folder, services, words, can_restart=False)
    assert cannot.ask(sf.BeginAnew(Restart.MACHINE)) == se.RestartFailed()


def test_pin_and_lights_are_answered(room):
    assert room.ask(sf.CheckPin("271828")) == se.PinAnswered(PinVerdict.OPEN, 0.0)
    assert room.ask(sf.LookAround()).lights.queue.waiting == 3
    room.do(sf.SendNow())
    until(lambda: room.lit.sendings == 1)


def test_figures_of_today_outlive_a_restart_and_end_with_the_day(folder):
    counts = Counts(folder)
    counts.count(Milestone.BEGUN, NOW)
    counts.count(Milestone.BEGUN, NOW + timedelta(minutes=5))
    counts.count(Milestone.FINISHED, NOW + timedelta(minutes=9))
    again = Counts(folder).today(NOW)
    assert again.milestones == {Milestone.BEGUN: 2, Milestone.FINISHED: 1}
    assert again.last == NOW + timedelta(minutes=5)
    assert Counts(folder).today(NOW + timedelta(days=1)).milestones == {}


@pytest.fixture
def shelf(alone):
    with Outbox.open(alone) as outbox:
        scan = Attachment("scan-1", "image/jpeg", b"\xff\xd8" + bytes(range(256)))
        kept = [outbox.submit(FORM, [scan], now=NOW - timedelta(days=days)) for days in (1, 0, 0)]
        yield StaffDesk(outbox, alone, connect=None, witness=None), kept


def test_slips_are_found_by_day_or_by_the_end_of_their_number(shelf):
    desk, kept = shelf
    assert [slip.id for slip in desk.issued("", NOW.date())] == [kept[2].id, kept[1].id]
    assert [slip.id for slip in desk.issued(kept[0].offline_number[-4:], NOW.date())] == [kept[0].id]
    assert desk.issued("99999999", NOW.date()) == ()
    assert desk.submitted(NOW.date()) == (("jn-elderly-card", 2),)


def test_the_queue_goes_onto_a_stick_sealed_as_it_is(folder, services, words, shelf, tmp_path):
    desk, kept = shelf
    stick = tmp_path / "stick"
    stick.mkdir()
    room = Room(folder, services, words, shelf=desk)
    room.found = {"stick": stick}
    assert room.ask(sf.Export("stick")) == se.Carried(0, 3)
    assert [room.said.get(timeout=WAIT) for _ in range(4)] == [
        *(se.Carried(number, 3) for number in (1, 2, 3)),
        se.CarryingEnded(None),
    ]
    files = {file.name: file.read_bytes() for file in stick.iterdir()}
    assert set(files) == {f"{item.id}{bundle.SUFFIX}" for item in kept}
    assert all("范例".encode() not in content for content in files.values())
    assert room.ask(sf.Export("another")) == se.CarryingEnded(StickTrouble.GONE)


@pytest.mark.parametrize(
    ("number", "trouble"),
    [
        (errno.ENOSPC, StickTrouble.FULL),
        (errno.EROFS, StickTrouble.READ_ONLY),
        (errno.EIO, StickTrouble.GONE),
    ],
)
def test_a_stick_that_does_not_take_it_is_said(shelf, tmp_path, monkeypatch, number, trouble):
    def refuse(*_):
        raise OSError(number, "refused")

    monkeypatch.setattr(staff_desk, "write_durably", refuse)
    assert shelf[0].export(tmp_path, lambda *_: None, lambda: False) is trouble


def test_nothing_more_is_written_for_who_left(shelf, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    done = []
    assert shelf[0].export(stick, lambda at, _: done.append(at), lambda: len(done) > 1) is None
    assert len(list(stick.iterdir())) == 1


def test_a_stick_is_what_is_mounted_where_sticks_go(tmp_path):
    there = tmp_path / "media" / "my stick"
    there.mkdir(parents=True)
    mounts = tmp_path / "mounts"
    point = str(there).replace(" ", "\\040")
    mounts.write_text(f"/dev/sda1 / ext4 rw 0 0\n/dev/sdb1 {point} vfat rw 0 0\n\nodd\n")
    found = sticks(mounts, (f"{tmp_path}/media/",))
    assert found == {"my stick": there}
    assert stick_in(found).free_bytes > 0
    assert sticks(tmp_path / "none") == {}
    assert stick_in({"gone": tmp_path / "gone"}) is None


def test_brightness_is_set_where_the_panel_has_a_light(tmp_path):
    assert brightness(tmp_path / "none") is None
    light = tmp_path / "panel"
    light.mkdir()
    (light / "max_brightness").write_text("255\n")
    (light / "brightness").write_text("255\n")
    assert brightness(tmp_path) == 100
    set_brightness(50, tmp_path)
    assert (light / "brightness").read_text() == "128"
    assert brightness(tmp_path) == 50
    (light / "max_brightness").write_text("odd")
    assert brightness(tmp_path) is None


def test_send_now_ends_the_wait_for_a_line_that_was_away(alone):
    with Outbox.open(alone) as outbox:
        dispatch = Dispatch(outbox)
        dispatch.wait(EVERYONE, 500.0, failures=9)
        OutboxDesk(outbox).send_now()
        assert dispatch.waits(EVERYONE) == (0.0, 9, True)
