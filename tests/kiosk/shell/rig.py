"""A shell with real driver code on simulated wires, and a desk and screen of the tests' own."""

from __future__ import annotations

import queue
import time
from datetime import datetime

import ui
from config import catalogue
from drivers.document_scanner.camera import CameraScanner
from drivers.id_card_reader.samv import SamvReader
from drivers.receipt_printer.escpos import EscposPrinter
from drivers.simulators.people import PEOPLE
from kiosk.answer_desk import Answer
from kiosk.audit.events import misfits
from kiosk.device_host import DeviceHost
from kiosk.pages.outlook import NOTHING_NEW
from kiosk.parts import Parts
from kiosk.shell import Shell
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


CASE = Case("37010226112400013", CaseState.ACCEPTED, "jn-elderly-card", datetime(2026, 11, 20, 9, 5))
