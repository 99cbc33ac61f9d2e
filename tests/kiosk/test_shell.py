"""The shell with real driver code on simulated wires, and a desk and screen of the test's own."""

from __future__ import annotations

import queue
import time
from datetime import datetime, timedelta

import cv2
import numpy as np
import pytest

import ui
from config import catalogue
from drivers.document_scanner.camera import CameraScanner
from drivers.id_card_reader.samv import SamvReader
from drivers.receipt_printer.escpos import EscposPrinter
from drivers.simulators.document_camera import SimulatedCamera
from drivers.simulators.id_card_reader import SimulatedReader
from drivers.simulators.papers import PAPERS
from drivers.simulators.people import PEOPLE
from drivers.simulators.printer_logic import Paper
from drivers.simulators.receipt_printer import SimulatedPrinter
from kiosk import printing, shell
from kiosk.answer_desk import Answer
from kiosk.audit import AuditEvent
from kiosk.audit.events import misfits
from kiosk.device_host import DeviceHost
from kiosk.pages.outlook import NOTHING_NEW, Outlook
from kiosk.parts import Parts
from kiosk.shell import Shell
from kiosk.staff.kept import load
from kiosk.staff.means import Means
from kiosk.visit.cases import Case, CaseState
from kiosk.visit.results import Result
from kiosk.visit.staff.lights import QueueLights
from kiosk.visit.staff.places import Issued, Restart
from kiosk.visit.staff.steps import PinVerdict
from kiosk.words import Words

ANSWERED = datetime(2026, 11, 24, 10, 31)
RESULT = Result("证明", "Proof", "https://city.example/v/" + "x" * 32, "AB2D-9XYZ")
PINS = {"": (PinVerdict.READY, 0.0), "271828": (PinVerdict.OPEN, 0.0)}


class Desk:
    """Keeps what was handed in, and may be broken."""

    def __init__(self):
        self.forms, self.scans, self.ratings, self.letters = [], [], [], []
        self.stops = []
        self.sendings = 0
        self.number = "37010226112400013"
        self.shared = None
        self.broken = False
        self.room = True
        self.largest = 32 << 20
        self.devices = []
        self.surroundings = NOTHING_NEW

    def submit_all(self, forms, now):
        if self.broken:
            raise OSError("disk full; the applicant was 欧阳泉")
        self.forms += [form for form, _ in forms]
        self.scans += [scans for _, scans in forms]
        first = len(self.forms) - len(forms)
        return tuple((f"id-{first + at}", "L000126112400017") for at in range(1, len(forms) + 1))

    def answer(self, submission, instant):
        self.instant = instant
        return None if self.number is None else Answer(self.number, ANSWERED, RESULT if instant else None)

    def ask(self, service_code, materials, person):
        self.asked = (service_code, tuple(materials), person.name)
        return self.shared

    def stopped(self, halt, day):
        self.stops.append((halt, day))

    def rate(self, service_code, level, tags, words, day):
        self.ratings.append((service_code, level, tags, words))

    def keep_letter(self, letter, now):
        if self.broken:
            raise OSError("disk full; the contact was 13805317216")
        self.letters.append(letter)
        return "302917645518"

    def queue_lights(self):
        return QueueLights(3, 1, 0, None, "line", None, 61 << 30, True, None)

    def send_now(self):
        self.sendings += 1

    def outlook(self, now):
        return self.surroundings

    def scan_bytes(self):
        return self.largest, 64 << 20

    def has_room(self):
        return self.room

    def note_device(self, name, status, error):
        self.devices.append((name, error))


class Shelf:
    """What waits, in a queue of the test's own."""

    def __init__(self):
        self.slips = (Issued("id-1", "37010226112400013", False, "jn-elderly-card", ANSWERED),)
        self.trouble, self.exported = None, []

    def issued(self, tail, day):
        return tuple(slip for slip in self.slips if slip.number.endswith(tail))

    def submitted(self, day):
        return (("jn-elderly-card", 1),)

    def export(self, folder, carried, stopped):
        self.exported.append(folder)
        carried(1, 1)
        return self.trouble


class Cases:
    """The city as the shell asks it, and what this terminal knows; `answers` None is a line that is down."""

    def __init__(self):
        self.here, self.answers, self.asked = (), (), []

    def held(self, number):
        return self.here

    def told(self, person, number):
        self.asked.append((person, number))
        return self.answers


class Screen:
    def __init__(self):
        self.pages, self.forgotten = [], 0

    def show(self, page):
        self.pages.append(page)

    def forget(self):
        self.forgotten += 1


class Rig:
    """A shell, its wires, and a hand that works it."""

    def __init__(self, folder, reader, camera, printer, model="generic", still=False):
        self.moment = datetime(2026, 11, 24, 10, 30)
        self.inbox = queue.SimpleQueue()
        self.desk, self.cases, self.screen, self.frames = Desk(), Cases(), Screen(), []
        self.noted = []
        self.hosts = (
            DeviceHost("reader", reader and (lambda: SamvReader(reader.url))),
            DeviceHost("scanner", camera and (lambda: CameraScanner(camera.url))),
            DeviceHost("printer", printer and (lambda: EscposPrinter(printer.url, model=model))),
        )
        self.shelf, self.begun = Shelf(), []
        self.volumes, self.sticks = [], {}
        self.means = Means(
            check_pin=lambda digits: PINS.get(digits, (PinVerdict.WRONG, 0.0)),
            shelf=self.shelf,
            data_dir=folder,
            volume=60,
            set_volume=self.volumes.append,
            try_sound=lambda *_: True,
            begin_anew=lambda what: self.begun.append(what) or what is Restart.APPLICATION,
            find_sticks=lambda: self.sticks,
        )
        self.shell = Shell(
            Parts(
                catalogue=catalogue.load(),
                words=Words.load(ui.TRANSLATIONS),
                station="甸柳社区",
                reader=self.hosts[0],
                scanner=self.hosts[1],
                printer=self.hosts[2],
                desk=self.desk,
                cases=self.cases,
                shared=self.desk,
                answers=self.desk,
                screen=self.screen,
                show_frame=self.frames.append,
                post=lambda serial, event: self.inbox.put((serial, event)),
                now=lambda: self.moment,
                still=still,
                note=self._note,
                staff=self.means,
            )
        )

    def _note(self, event, /, **fields):
        self.noted.append((event, fields))

    def told(self, event):
        """What the audit log was told with each event of this name."""
        return [fields for noted, fields in self.noted if noted is event]

    def until(self, condition, seconds=20.0):
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, f"still at {self.shell.page.name}"
            try:
                self.shell.handle(*self.inbox.get(timeout=0.05))
            except queue.Empty:
                continue

    def at(self, name):
        self.until(lambda: self.shell.page.name == name)
        return self.shell.page

    def to(self, service, *intents):
        for name, value in (("start", ""), ("choose_service", service), ("forward", ""), *intents):
            self.shell.intent(name, value)

    def close(self):
        for host in self.hosts:
            host.close()
        assert [(event, fields) for event, fields in self.noted if misfits(event, fields)] == []


@pytest.fixture
def reader():
    with SimulatedReader() as simulated:
        yield simulated


@pytest.fixture
def camera():
    with SimulatedCamera() as simulated:
        yield simulated


@pytest.fixture
def printer():
    with SimulatedPrinter() as simulated:
        yield simulated


@pytest.fixture
def rig(tmp_path, reader, camera, printer):
    made = Rig(tmp_path, reader, camera, printer)
    yield made
    made.close()


NEXT = ("forward", "")
ELDER = (("draft", "plastic"), NEXT, ("draft", "here"), NEXT, *(("key", key) for key in "13805317216"), NEXT)
CONTACT = (("draft", "范例家人"), NEXT, *(("key", key) for key in "13905310000"), NEXT, ("draft", "pick_up"), NEXT)
BROUGHT = ("bring", "")
"""Papers that the city may hold are brought all the same."""

ANSWERS = {
    "kind": "plastic",
    "household": "here",
    "phone": "13805317216",
    "contact_name": "范例家人",
    "contact_phone": "13905310000",
    "delivery": "pick_up",
}


def to_review(rig, reader):
    rig.to("jn-elderly-card")
    rig.at("identify")
    reader.insert(PEOPLE["elder"])
    rig.at("field-kind")
    for name, value in (*ELDER, *CONTACT, BROUGHT):
        rig.shell.intent(name, value)


CONSENTS = (("consent", ""), ("consent", "contact"))
"""To the whole, and to keeping what was said of someone else."""


def consent(rig):
    for name, value in CONSENTS:
        rig.shell.intent(name, value)


def submit_without_paper(rig):
    rig.at("scan-photo")
    for name, value in (("defer", ""), *CONSENTS, ("forward", "")):
        rig.shell.intent(name, value)


def test_a_visit_over_real_wires(rig, reader, camera, printer):
    camera.lay(PAPERS["photo"]())
    to_review(rig, reader)
    rig.at("scan-photo")
    rig.until(lambda: rig.frames)
    rig.shell.intent("take", "")
    rig.until(lambda: rig.shell.page.body.stage == "check")
    rig.shell.intent("forward", "")
    rig.at("review")
    consent(rig)
    rig.shell.intent("forward", "")
    page = rig.at("done")
    rig.until(lambda: rig.shell.page.body.slip.icon == "receipt-text")
    assert "3701 0226 1124 0001 3" in printer.wait_slip().text
    assert page.body.number == "3701 0226 1124 0001 3"
    [form] = rig.desk.forms
    assert form["applicant"] == PEOPLE["elder"].person.as_json()
    assert form["answers"] == ANSWERS
    assert form["identified_by"] == "card"
    assert [scan.part for scan in rig.desk.scans[0]] == ["photo"]
    for name, value in (("forward", ""), ("level", "5"), ("forward", ""), ("forward", "")):
        rig.shell.intent(name, value)
    rig.at("attract")
    rig.until(lambda: rig.desk.ratings)
    assert rig.screen.forgotten >= 2
    assert rig.told(AuditEvent.SUBMISSION_SEALED) == [
        {"number": "L000126112400017", "service": "jn-elderly-card", "parts": 2}
    ]
    assert rig.told(AuditEvent.SLIP) == [{"outcome": "printed"}]
    ended = {"how": "finished", "seconds": 0, "handed_in": 1, "service": "jn-elderly-card"}
    assert [rig.told(AuditEvent.VISIT_BEGAN), rig.told(AuditEvent.VISIT_ENDED)] == [[{}], [ended]]
    person = PEOPLE["elder"].person
    for private in (person.name, person.id_number, person.address, *ANSWERS.values()):
        assert private not in str(rig.noted)


CASE = Case("37010226112400013", CaseState.ACCEPTED, "jn-elderly-card", datetime(2026, 11, 20, 9, 5))


def test_a_slip_under_the_camera_finds_its_case(rig, reader, camera, printer):
    to_review(rig, reader)
    submit_without_paper(rig)
    rig.at("done")
    slip = printer.wait_slip()
    for name in ("forward", "skip", "forward"):
        rig.shell.intent(name, "")
    rig.cases.answers = (CASE,)
    for name in ("start", "cases", "slip"):
        rig.shell.intent(name, "")
    rig.until(lambda: rig.frames)
    assert rig.shell.page.name == "cases-slip"
    camera.lay(np.asarray(cv2.imdecode(np.frombuffer(slip.png, np.uint8), cv2.IMREAD_COLOR)))
    assert rig.at("case").body.number == "3701 0226 1124 0001 3"
    assert rig.cases.asked == [(None, "37010226112400013")]
    rig.until(lambda: camera.watching == 0)


def test_a_picture_taken_of_something_else_says_so(rig, camera):
    for name in ("start", "cases", "slip"):
        rig.shell.intent(name, "")
    rig.until(lambda: rig.frames)
    camera.lay(PAPERS["photo"]())
    rig.shell.intent("take", "")
    rig.until(lambda: rig.shell.page.error != "")
    assert (rig.shell.page.name, rig.shell.page.body.stage) == ("cases-slip", "live")


def test_a_card_finds_its_cases_and_without_the_line_the_slip_still_does(rig, reader):
    rig.cases.answers = None
    for name in ("start", "cases"):
        rig.shell.intent(name, "")
    reader.insert(PEOPLE["elder"])
    assert rig.at("cases-list").body.cases == ()
    rig.cases.here = (CASE,)
    rig.shell.intent("type_instead", "")
    for key in CASE.number:
        rig.shell.intent("key", key)
    rig.shell.intent("forward", "")
    assert "线路暂时不通" in rig.at("case").lead
    assert [asked[1] for asked in rig.cases.asked] == ["", CASE.number]
    assert rig.cases.asked[0][0] == PEOPLE["elder"].person


def test_nobody_looks_through_the_camera_once_its_page_is_left(rig, reader, camera):
    to_review(rig, reader)
    rig.at("scan-photo")
    rig.until(lambda: rig.frames)
    assert camera.watching == 1
    rig.shell.intent("defer", "")
    rig.at("review")
    rig.until(lambda: camera.watching == 0)


def test_a_card_read_for_someone_who_left_does_not_reach_the_next(rig, reader):
    rig.to("jn-elderly-card")
    rig.at("identify")
    reader.insert(PEOPLE["elder"])
    late = rig.inbox.get(timeout=10)
    rig.shell.intent("leave", "")
    rig.shell.intent("leave_confirmed", "")
    rig.to("jn-elderly-card")
    reader.remove()
    rig.shell.handle(*late)
    assert rig.shell.page.name == "identify"
    ended = {"how": "cancelled", "seconds": 0, "handed_in": 0, "service": "jn-elderly-card"}
    assert rig.told(AuditEvent.VISIT_ENDED) == [ended]
    rig.shell.end()
    assert rig.told(AuditEvent.VISIT_ENDED)[1]["how"] == "terminal"


def test_what_cannot_be_stored_is_said_and_nothing_of_it_leaks(rig, reader, capfd):
    rig.desk.broken = True
    to_review(rig, reader)
    rig.at("scan-photo")
    rig.shell.intent("defer", "")
    rig.at("review")
    consent(rig)
    rig.shell.intent("forward", "")
    rig.until(lambda: rig.shell.page.error != "")
    assert rig.shell.page.name == "review"
    assert "欧阳泉" not in "".join(capfd.readouterr())
    assert rig.told(AuditEvent.SUBMISSION_NOT_SEALED) == [{"service": "jn-elderly-card", "kind": "OSError"}]
    rig.desk.broken = False
    rig.shell.intent("forward", "")
    rig.at("done")


def test_a_terminal_without_devices_shows_a_way_at_each_of_them(tmp_path):
    rig = Rig(tmp_path, None, None, None)
    try:
        rig.to("jn-elderly-card")
        rig.until(lambda: rig.shell.page.body.state == "unavailable")
        assert rig.shell.page.body.ways
        rig.shell.intent("type_instead", "")
        for key in "37010219510908002X":
            rig.shell.intent("key", key)
        rig.shell.intent("forward", "")
        rig.shell.intent("draft", "秦淑兰")
        rig.shell.intent("forward", "")
        for name, value in (*ELDER, *CONTACT, BROUGHT):
            rig.shell.intent(name, value)
        rig.until(lambda: rig.shell.page.body.stage == "unavailable")
        rig.shell.intent("defer", "")
        consent(rig)
        rig.shell.intent("forward", "")
        rig.until(lambda: rig.shell.page.name == "done" and rig.shell.page.body.qr != "")
        assert rig.desk.forms[0]["identified_by"] == "typed"
        assert rig.desk.forms[0]["deferred"] == {"photo": "2026-11-29"}
    finally:
        rig.close()


def test_a_printer_that_comes_back_prints_for_the_next(rig, reader, printer):
    printer.cover_open = True
    to_review(rig, reader)
    submit_without_paper(rig)
    rig.until(lambda: rig.shell.page.name == "done" and rig.shell.page.body.qr != "")
    for name in ("forward", "skip", "forward"):
        rig.shell.intent(name, "")
    rig.at("attract")
    reader.remove()
    rig.until(lambda: "忘" not in rig.shell.page.body.lines[0])
    printer.cover_open = False
    to_review(rig, reader)
    submit_without_paper(rig)
    rig.until(lambda: rig.shell.page.name == "done" and rig.shell.page.body.slip.icon == "receipt-text")
    assert len(printer.slips) == 1
    seen = [error for name, error in rig.desk.devices if name == "receipt_printer"]
    assert "cover_open" in seen, "the city's list of terminals hears of it"
    assert seen[-1] == ""
    assert {"device": "receipt_printer", "code": "cover_open"} in rig.told(AuditEvent.DEVICE_LOST)
    assert rig.told(AuditEvent.DEVICE_BACK)[-1] == {"device": "receipt_printer"}
    assert rig.told(AuditEvent.SLIP) == [{"outcome": "failed", "code": "cover_open"}, {"outcome": "printed"}]


def test_a_printer_mended_while_the_number_shows_prints_the_slip(rig, reader, printer):
    printer.cover_open = True
    to_review(rig, reader)
    submit_without_paper(rig)
    rig.until(lambda: rig.shell.page.name == "done" and rig.shell.page.body.qr != "")
    printer.cover_open = False
    rig.until(lambda: rig.shell.page.body.slip.icon == "receipt-text")
    assert len(printer.slips) == 1


def test_a_slip_that_nobody_takes_is_drawn_back(tmp_path, reader, camera, printer, monkeypatch):
    monkeypatch.setattr(printing, "SLIP_WAIT", 0.3)
    printer.presenter = True
    rig = Rig(tmp_path, reader, camera, printer, model="reliance")
    try:
        to_review(rig, reader)
        submit_without_paper(rig)
        rig.until(lambda: rig.shell.page.name == "done" and rig.shell.page.body.slip.icon == "receipt-text")
        rig.until(lambda: printer.retracted)
        assert rig.shell.page.body.slip.icon == "receipt-text"
    finally:
        rig.close()


def test_a_page_that_the_city_would_not_take_is_said_at_once(rig, reader, camera):
    rig.desk.largest = 1000
    camera.lay(PAPERS["photo"]())
    to_review(rig, reader)
    rig.at("scan-photo")
    rig.shell.intent("take", "")
    rig.until(lambda: "市里收不下" in rig.shell.page.error)
    assert rig.shell.page.name == "scan-photo"
    rig.desk.largest = 32 << 20
    rig.shell.intent("take", "")
    rig.until(lambda: rig.shell.page.body.picture)


def test_a_full_terminal_says_so_before_anyone_begins(rig):
    rig.desk.room = False
    rig.shell.pass_time(0.25)
    assert rig.shell.page.body.start.label == "本机暂停收件"
    rig.shell.intent("start", "")
    assert rig.shell.page.name == "attract"
    rig.desk.room = True
    rig.shell.pass_time(0.25)
    rig.shell.intent("start", "")
    assert rig.shell.page.name == "home"
    assert [rig.told(event) for event in (AuditEvent.OUT_OF_SERVICE, AuditEvent.IN_SERVICE)] == [[{"why": "disk"}]] * 2


def test_the_resting_screen_tells_how_things_stand(rig):
    body = rig.shell.page.body
    assert (body.clock, body.state.icon) == ("10:30", "wifi")
    rig.desk.surroundings = Outlook(line=False, waiting=3)
    rig.shell.pass_time(shell.LOOK_AROUND)

    def told():
        rig.shell.pass_time(0.25)
        return "3" in rig.shell.page.body.state.title

    rig.until(told)
    assert rig.shell.page.body.state.icon == "wifi-off"
    rig.shell.intent("start", "")
    assert rig.shell.page.name == "home"


def test_help_asked_in_the_middle_is_a_letter_and_nothing_is_lost(rig, reader, capfd):
    to_review(rig, reader)
    before = rig.at("scan-photo")
    for name in ("help", "assistance"):
        rig.shell.intent(name, "")
    rig.shell.intent("topic", "papers")
    for key in "13805317216":
        rig.shell.intent("key", key)
    rig.shell.intent("forward", "")
    rig.shell.intent("draft", "下午方便")
    rig.desk.broken = True
    rig.shell.intent("forward", "")
    rig.until(lambda: rig.shell.page.error != "")
    assert "13805317216" not in "".join(capfd.readouterr())
    rig.desk.broken = False
    rig.shell.intent("forward", "")
    page = rig.at("assistance-kept")
    assert page.body.number == "3029 1764 5518"
    [letter] = rig.desk.letters
    assert (letter.about, letter.topic, letter.phone, letter.words) == (
        "jn-elderly-card",
        "papers",
        "13805317216",
        "下午方便",
    )
    rig.shell.intent("forward", "")
    assert rig.shell.page.name == before.name


def test_staff_come_in_with_the_pin_and_see_what_is_so(rig):
    rig.shell.intent("staff", "")
    rig.at("staff-pin")
    for key in "271828":
        rig.shell.intent("key", key)
    rig.until(lambda: rig.shell.page.primary.enabled)
    rig.shell.intent("forward", "")
    rig.at("staff")
    rig.until(lambda: rig.shell.page.body.lights)
    assert [light.title for light in rig.shell.page.body.lights][:4] == ["读卡器", "拍照仪", "打印机", "线路"]
    assert [task.hint for task in rig.shell.page.body.tasks] == ["线路"]
    rig.shell.intent("send_now", "")
    rig.until(lambda: rig.told(AuditEvent.STAFF_DEED))
    assert rig.desk.sendings == 1
    rig.shell.pass_time(60.0)
    assert rig.shell.page.name == "attract"
    staff = (AuditEvent.STAFF_PIN, AuditEvent.STAFF_ENTERED, AuditEvent.STAFF_DEED, AuditEvent.STAFF_LEFT)
    assert [fields for event in staff for fields in rig.told(event)] == [
        {"verdict": "open", "seconds": 0},
        {},
        {"deed": "send_now"},
        {"by": "idle"},
    ]


def enter(rig):
    rig.shell.intent("staff", "")
    rig.at("staff-pin")
    for key in "271828":
        rig.shell.intent("key", key)
    rig.until(lambda: rig.shell.page.primary.enabled)
    rig.shell.intent("forward", "")
    rig.at("staff")


def test_a_terminal_that_staff_closed_is_closed_after_a_restart_too(tmp_path):
    rig = Rig(tmp_path, None, None, None)
    enter(rig)
    rig.shell.intent("staff_page", "closing")
    rig.shell.intent("pick", "cleaning")
    rig.shell.intent("forward", "")
    assert rig.shell.page.name == "closed"
    rig.until(lambda: load(tmp_path).closed == "cleaning")
    rig.close()
    again = Rig(tmp_path, None, None, None)
    assert again.shell.page.name == "closed"
    again.shell.intent("start", "")
    assert again.shell.page.name == "closed"
    enter(again)
    again.shell.intent("reopen", "")
    again.shell.intent("forward", "")
    assert again.shell.page.name == "attract"
    again.close()


def test_what_waits_goes_onto_the_stick_that_is_in(rig, tmp_path):
    enter(rig)
    rig.sticks = {"stick": tmp_path}
    rig.shell.intent("staff_page", "stick")
    rig.until(lambda: rig.shell.page.primary is not None and rig.shell.page.primary.enabled)
    rig.shell.intent("pick", "write")
    rig.until(lambda: "写好" in rig.shell.page.body.heading.title)
    assert rig.shelf.exported == [tmp_path]


@pytest.mark.parametrize("still", [False, True])
def test_the_sentences_at_rest_go_round_unless_motion_is_switched_off(tmp_path, still):
    rig = Rig(tmp_path, None, None, None, still=still)
    shown = set()
    for _ in range(8):
        rig.shell.pass_time(0.25)
        shown.add(rig.shell.page.body.lines)
        rig.moment += timedelta(seconds=8)
    rig.close()
    assert (len(shown) == 1) is still


def test_a_lost_device_is_said_on_home_and_the_notice_goes_with_it_by_itself(rig, camera, printer):
    rig.shell.intent("start", "")
    assert rig.shell.page.body.notices == ()

    def said():
        rig.shell.pass_time(0.0)
        return [note.icon for note in rig.shell.page.body.notices]

    printer.paper = Paper.OUT
    camera.unplug()
    rig.until(lambda: said() == ["camera", "printer"])
    camera.plug()
    printer.paper = Paper.OK
    rig.until(lambda: said() == [])
    assert rig.shell.page.name == "home"
