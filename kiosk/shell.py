"""The shell: keeps the visit, carries out its effects, shows its pages. The one place where both worlds meet.

It runs on the thread of the screens. Devices and outbox work elsewhere; what they answer comes back through `post`,
tagged with the serial of the visit that asked, so that no answer reaches the next resident.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from config.catalogue import Catalogue
from config.service import Service
from drivers.model import CancelToken, DocumentScanner, ErrorCode, Health
from kiosk import case_jobs, city_jobs, device_jobs
from kiosk.chronicle import Chronicle
from kiosk.clerk import Clerk
from kiosk.device_host import DeviceHost, out_of_service
from kiosk.form import forms_of
from kiosk.intents import event_for
from kiosk.page import Page
from kiosk.pages.present import present
from kiosk.pages.scene import Scene
from kiosk.parts import Parts
from kiosk.printing import print_slip
from kiosk.receipt import acceptance_slip
from kiosk.signature_picture import LARGEST
from kiosk.staff.deeds import Deeds
from kiosk.staff.slips import Station
from kiosk.visit import effects as ef
from kiosk.visit import events as ev
from kiosk.visit.advance import advance
from kiosk.visit.application import Application
from kiosk.visit.receipts import Receipt
from kiosk.visit.steps import CardPlace, Scanning, Step, Visit, Welcome

ANY_VISIT = -1
"""Serial of what concerns the terminal, whoever stands before it."""

LOOK_AROUND = 15.0
"""Seconds between two looks at the queue for the resting screen."""


class Shell:
    """Runs visits one after the other. `handle` and `intent` are called on the screens' thread only."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._chronicle = Chronicle(parts.note, parts.now)
        self._outlook, self._looked = parts.desk.outlook(parts.now()), 0.0
        self._hosts: dict[str, DeviceHost[Any]] = {
            "id_card_reader": parts.reader,
            "document_scanner": parts.scanner,
            "receipt_printer": parts.printer,
        }
        for device, host in self._hosts.items():
            self._listen(device, host)
        self._clerk = Clerk(parts.desk, parts.now)
        # the catalogue may be another by the time a slip is printed again
        station = Station(parts.words, parts.station, self._service)
        self._deeds = Deeds(parts.staff, parts.desk, self._hosts, station, parts.now, parts.note)
        self._visit = Visit(closed=self._deeds.closed)
        self._page = self._present()
        parts.screen.show(self._page)

    @property
    def page(self) -> Page:
        """The page now shown."""
        return self._page

    @property
    def at_rest(self) -> bool:
        """Whether nobody is here."""
        return isinstance(self._visit.step, Welcome)

    @property
    def ready(self) -> bool:
        """Whether nobody is here, no card was left, every device serves, and another application can be kept."""
        visit = self._visit
        return self.at_rest and visit.room and visit.card is CardPlace.AWAY and not self.out

    @property
    def out(self) -> tuple[str, ...]:
        """Classes of the devices that are out of service."""
        return tuple(device for device, host in self._hosts.items() if out_of_service(host.health))

    def take_up(self, catalogue: Catalogue) -> None:
        """Work with another catalogue from now on; only at rest, since a visit keeps what it began with."""
        self._parts = replace(self._parts, catalogue=catalogue)
        self._refresh()

    def intent(self, name: str, value: str) -> None:
        """A resident did something on the screen."""
        event = event_for(name, value, self._parts.catalogue, self._parts.words.languages, self._parts.now())
        if event is not None:
            self.handle(self._visit.serial, event)

    def handle(self, serial: int, event: ev.Event) -> None:
        """Something happened; answers to a visit that is over are dropped."""
        if serial not in (self._visit.serial, ANY_VISIT):
            return
        before = self._visit
        self._visit, effects = advance(before, event)
        self._chronicle.follow(before, self._visit, event)
        for effect in effects:
            self._do(effect, self._visit.serial)
        self._refresh()

    def pass_time(self, seconds: float) -> None:
        """Time went by."""
        room = self._parts.desk.has_room()
        if room != self._visit.room:
            self.handle(self._visit.serial, ev.RoomChanged(room))
        self._look_around(seconds)
        self.handle(self._visit.serial, ev.TimePassed(seconds))

    def end(self) -> None:
        """The terminal ends: whoever is here cannot go on."""
        self._chronicle.end(self._visit)

    def _look_around(self, seconds: float) -> None:
        """Only at rest: whoever is here has other things to look at."""
        self._looked += seconds
        if self.at_rest and self._looked >= LOOK_AROUND:
            self._looked = 0.0
            self._elsewhere(self._note_outlook)

    def _service(self, code: str) -> Service | None:
        return self._parts.catalogue.find(code)

    def _note_outlook(self) -> None:
        self._outlook = self._parts.desk.outlook(self._parts.now())

    def _listen(self, device: str, host: DeviceHost[Any]) -> None:
        def heard(health: Health) -> None:
            error = "" if health.error is None else health.error.value
            self._parts.desk.note_device(device, health.status.value, error)
            if device == "receipt_printer":
                self._parts.paper_low("paper_low" in health.warnings)
            self._chronicle.device(device, error)
            if health.error is None:
                self._parts.post(ANY_VISIT, ev.DeviceBack(device))

        host.listen(heard)

    def _present(self) -> Page:
        parts = self._parts
        language, now = self._visit.language, parts.now()
        scene = Scene(
            parts.catalogue,
            parts.station,
            parts.words,
            language,
            now,
            self._outlook,
            parts.still,
            helper=parts.helper,
            hearing=parts.hearing,
            out=self.out,
        )
        return present(self._visit, scene)

    def _refresh(self) -> None:
        page = self._present()
        if page != self._page:
            self._page = page
            self._parts.screen.show(page)

    def _do(self, effect: ef.Effect, serial: int) -> None:
        def post(event: ev.Event) -> None:
            self._parts.post(serial, event)

        match effect:
            case ef.ReadCard() | ef.StopReader() | ef.WatchCard():
                self._use_reader(effect, post)
            case ef.StartPreview() | ef.TakePage() | ef.WatchForCode() | ef.TakeCode() | ef.StopScanner():
                self._use_scanner(effect, post)
            case ef.AskCases(person, number):
                self._elsewhere(lambda: case_jobs.ask(self._parts.cases, person, number, post))
            case ef.PrintSlip(receipt):
                self._print(receipt, post)
            case ef.Submit(application, language):
                self._elsewhere(lambda: self._submit(application, language, post))
            case ef.AskNumbers(submissions):
                instant = city_jobs.instant_of(self._visit.step)
                self._elsewhere(lambda: city_jobs.ask_numbers(self._parts.answers, submissions, instant, post))
            case ef.AskShared(application, materials):
                self._elsewhere(lambda: city_jobs.ask_shared(self._parts.shared, application, materials, post))
            case ef.SendRating() | ef.ReportStop() | ef.KeepLetter():
                self._clerk.do(effect, post)
            case ef.Count(milestone):
                self._deeds.count(milestone)
            case ef.Forget():
                self._parts.screen.forget()
            case _:
                self._deeds.do(effect, post)

    def _use_reader(self, effect: ef.ReadCard | ef.StopReader | ef.WatchCard, post: ev.Post) -> None:
        host = self._parts.reader
        match effect:
            case ef.StopReader():
                host.cancel()
            case ef.ReadCard():
                host.ask(
                    lambda reader, cancel: device_jobs.read_card(reader, cancel, post), _telling(ev.CardFailed, post)
                )
            case ef.WatchCard():
                # a card may be left there beyond the visit, so the answer is for whoever stands there then
                def taken() -> None:
                    self._parts.post(ANY_VISIT, ev.CardTaken())

                # of a reader that fails nobody knows what lies on it
                host.ask(lambda reader, cancel: device_jobs.watch_card(reader, cancel, taken), lambda _: taken())

    def _use_scanner(self, effect: ef.ScannerEffect, post: ev.Post) -> None:
        scanner, show, step = self._parts.scanner, self._parts.show_frame, self._visit.step

        def ask(job: Callable[[DocumentScanner, CancelToken], None]) -> None:
            scanner.ask(job, _telling(ev.PageFailed, post))

        match effect:
            case ef.StartPreview():
                ask(lambda driver, cancel: device_jobs.preview(driver, cancel, show, post))
            case ef.TakePage():
                room, scanned = partial(self._room_for, step), self._parts.scanned
                ask(lambda driver, cancel: device_jobs.take_page(driver, cancel, room, post, scanned))
            case ef.WatchForCode():
                ask(lambda driver, cancel: device_jobs.watch_for_code(driver, cancel, show, post))
            case ef.TakeCode():
                ask(lambda driver, cancel: device_jobs.take_code(driver, cancel, post))
            case ef.StopScanner():
                scanner.release()

    def _room_for(self, step: Step) -> int:
        """Bytes that the next page may have, so that what is finished can be handed in."""
        if not isinstance(step, Scanning):
            # a picture with a report is made small before it is kept
            return self._parts.desk.scan_bytes()[0]
        application = step.application
        here = sum(len(page.jpeg) for page in step.pages)
        # each service gets a copy of its own
        others = sum(
            len(page.jpeg) * application.copies(paper.material)
            for paper in application.papers
            if paper.material != step.material.id
            for page in paper.pages
        )
        a_paper, all_papers = self._parts.desk.scan_bytes()
        all_papers -= LARGEST * len(application.signatures)
        return min(a_paper, (all_papers - others) // application.copies(step.material.id)) - here

    def _print(self, receipt: Receipt, post: ev.Post) -> None:
        slip = acceptance_slip(receipt, self._parts.words, self._parts.station)

        def told(event: ev.SlipPrinted | ev.SlipFailed) -> None:
            self._chronicle.slip(event)
            post(event)

        print_slip(self._parts.printer, slip, told)

    def _elsewhere(self, work: Callable[[], None]) -> None:
        threading.Thread(target=work, name="outbox", daemon=True).start()

    def _submit(self, application: Application, language: str, post: ev.Post) -> None:
        now = self._parts.now()
        try:
            forms = forms_of(application, language)
            kept = self._parts.desk.submit_all(forms, now)
        except Exception as error:  # whatever it was, nothing was stored, and its text may hold personal data
            self._chronicle.not_sealed(application, error)
            post(ev.SealFailed())
        else:
            post(ev.Sealed(kept, now))
            self._chronicle.sealed(application, forms, kept)


def _telling(failed: Callable[[ErrorCode], ev.Event], post: ev.Post) -> Callable[[ErrorCode], None]:
    return lambda code: post(failed(code))
