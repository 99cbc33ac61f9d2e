"""What a resident of a soak does at each page: reads it, and touches what it offers."""

from __future__ import annotations

from datetime import date
from random import Random

from config.catalogue import Catalogue
from config.questions import FieldKind
from kiosk.intents import Intent
from kiosk.page import IdentifyBody, NoticeBody, ReviewBody, ScanBody
from kiosk.page.asking import ReaderState, ScanStage
from kiosk.rehearsal.soak import disk
from kiosk.rehearsal.soak.answers import answers_to, fields_of, touch_of
from kiosk.rehearsal.soak.plan import CASES, Kill, Planned, Trouble
from kiosk.rehearsal.soak.stand import Stand

STRIDE = 10.0
"""Seconds of the visit's own time that pass at once while nobody touches anything."""

DETOUR = 0.06
"""Share of touches before which someone goes back, switches something or asks for help."""

SEALING_TAKES = 0.06
"""Seconds within which the disk has mostly kept what is handed in."""


class Acts:
    """The deeds of one visit at `stand`; `touches` counts them."""

    def __init__(self, stand: Stand, plan: Planned, catalogue: Catalogue, rng: Random, today: date) -> None:
        self._stand, self._plan, self._catalogue = stand, plan, catalogue
        self._rng, self._today = rng, today
        self._papers = 0
        self._sealed_before = stand.sealed
        self._tries: dict[str, int] = {}
        self.touches = 0

    def touch(self, intent: Intent, value: str = "") -> None:
        """Touch something; a moment goes by."""
        self.touches += 1
        self._stand.shell.intent(intent, value)
        self._stand.deliver()
        self._stand.pass_time(self._rng.random() * 4)

    def act(self) -> bool:
        """One touch or a few; False when there is no way on."""
        page, rng = self._stand.shell.page, self._rng
        self.touches += 1
        if page.overlay is not None:
            self.touch(Intent.CLOSE)
        elif rng.random() < DETOUR and page.name not in ("home", "attract", "sealing"):
            self._wander()
        elif page.name.startswith("field-"):
            return self._answer(page.name.removeprefix("field-"))
        else:
            return self._at(page.name)
        return True

    def _wander(self) -> None:
        way = self._rng.choice((Intent.BACK, Intent.VIEW, Intent.LANGUAGE, Intent.HELP, Intent.STIR))
        value = {Intent.VIEW: "large_print", Intent.LANGUAGE: self._plan.language}.get(way, "")
        self.touch(way, value)
        if way is Intent.HELP:
            self.touch(Intent.BACK)

    def _at(self, name: str) -> bool:
        body, plan = self._stand.shell.page.body, self._plan
        match name:
            case "home" | "package":
                self._choose()
            case "type-number":
                self._type(plan.person.id_number)
            case "type-name":
                self.touch(Intent.DRAFT, plan.person.name)
                self.touch(Intent.FORWARD)
            case "shared":
                self._consult()
            case "cases-wait":
                self._await_city()
            case "sealing":
                self._wait_for_number()
            case "done":
                self._stand.until(lambda: self._stand.shell.page.primary is not None, 0.5)
                self.touch(Intent.FORWARD)
            case "rate":
                self._rate()
            case "goodbye":
                self._stand.hand.take_card()
                self.touch(Intent.FORWARD)
            case _ if isinstance(body, IdentifyBody) or name == "cases":
                return self._identify()
            case _ if isinstance(body, ScanBody):
                self._scan(body)
            case _ if isinstance(body, ReviewBody):
                self._review(body)
            case _ if name.startswith("declare-"):
                self.touch(self._rng.choice((Intent.DECLARE, Intent.BRING)))
            case "guide" | "expired":
                self.touch(Intent.FORWARD)
            case "match":
                # of a package: it goes on with what is for them, or back home
                return self._go_on(name)
            case _:
                # told that it is not for them, or at the end of what a soak asks for
                return isinstance(body, NoticeBody) and self._go_on(name)
        return True

    def _go_on(self, name: str) -> bool:
        self._tries[name] = self._tries.get(name, 0) + 1
        self.touch(Intent.FORWARD)
        return self._tries[name] < 4 and self._stand.name != "home"

    def _choose(self) -> None:
        matter = self._plan.matter
        if matter == CASES:
            self.touch(Intent.CASES)
        else:
            package = self._catalogue.find_package(matter)
            self.touch(Intent.CHOOSE_SERVICE if package is None else Intent.CHOOSE_PACKAGE, matter)

    def _identify(self) -> bool:
        stand, name = self._stand, self._stand.name
        self._tries[name] = self._tries.get(name, 0) + 1
        if self._tries[name] > 3:
            return False
        if not self._plan.typed or name == "cases":
            stand.hand.lay_card(self._plan.person)
            if stand.until(lambda: stand.name != name or self._reader_out()) and stand.name != name:
                return True
        self.touch(Intent.TYPE_INSTEAD)
        return True

    def _reader_out(self) -> bool:
        body = self._stand.shell.page.body
        return isinstance(body, IdentifyBody) and body.state is ReaderState.UNAVAILABLE

    def _type(self, digits: str) -> None:
        self.touch(Intent.KEY, "clear")
        for digit in digits:
            self._stand.shell.intent(Intent.KEY, digit)
        self.touch(Intent.FORWARD)

    def _consult(self) -> None:
        if self._rng.random() < 0.5:
            self.touch(Intent.BRING)
            return
        self.touch(Intent.FORWARD)
        self._await_city()

    def _await_city(self) -> None:
        """The city gets a little real time; then the visit's own goes by."""
        page = self._stand.name
        if not self._stand.until(lambda: self._stand.name != page, 1.0):
            self._stand.pass_time(STRIDE)

    def _scan(self, body: ScanBody) -> None:
        stand = self._stand
        if body.later is not None and self._rng.random() < 0.3:
            self.touch(Intent.DEFER)
            return
        if body.stage in (ScanStage.CHECK, ScanStage.KEPT):
            offered = [action.intent for action in body.actions]
            again = self._rng.random() < 0.2 and Intent.ADD_PAGE in offered
            self.touch(Intent.ADD_PAGE if again else Intent.FORWARD)
            return
        if body.stage is ScanStage.UNAVAILABLE and body.later is not None:
            self.touch(Intent.DEFER)
            return
        if body.stage is ScanStage.UNAVAILABLE:
            stand.hand.mend()
        self._papers += 1
        stand.hand.lay_paper(self._plan, self._papers)
        if self._plan.trouble is Trouble.NO_PAGE and self._papers == 1:
            stand.hand.trouble(Trouble.NO_PAGE)
        self.touch(Intent.TAKE)
        stand.until(lambda: not self._taking())

    def _taking(self) -> bool:
        body = self._stand.shell.page.body
        return isinstance(body, ScanBody) and body.stage is ScanStage.TAKING

    def _review(self, body: ReviewBody) -> None:
        edits = [row.edit for group in body.groups for row in group.rows if row.edit is not None]
        if edits and self._rng.random() < 0.1:
            edit = self._rng.choice(edits)
            self.touch(Intent.EDIT, edit.value)
            return
        for consent in body.consents:
            if not consent.chosen:
                self.touch(Intent.CONSENT, consent.action.value)
        if self._plan.killed is Kill.SEALING:
            self._stand.die("review", self._rng.random() * SEALING_TAKES)
        if self._plan.trouble is Trouble.DISK_FULL:
            self._hand_in_twice()
        self.touch(Intent.FORWARD)

    def _hand_in_twice(self) -> None:
        """The disk takes nothing; after they were told so there mostly is room again."""
        if not self._stand.shell.page.error:
            disk.fill()
            return
        self._stand.refused()
        if self._rng.random() < 0.7:
            disk.make_room()

    def _wait_for_number(self) -> None:
        """The disk gets real time; the city a little of it, now and then enough."""
        stand = self._stand
        stand.until(lambda: stand.name != "sealing" or stand.sealed > self._sealed_before, 30.0)
        if self._rng.random() < 0.25:
            stand.until(lambda: stand.name != "sealing", 0.2)
        for _ in range(16):
            if stand.name == "sealing":
                stand.pass_time(0.25)

    def _rate(self) -> None:
        if self._rng.random() < 0.5:
            self.touch(Intent.SKIP)
            return
        self.touch(Intent.LEVEL, str(self._rng.randint(1, 5)))
        self.touch(Intent.FORWARD)

    def _answer(self, name: str) -> bool:
        """Answer a question in one of the ways that may be right, twice where it is asked for; False if none is."""
        self._tries[name] = self._tries.get(name, 0) + 1
        if self._tries[name] > 5:
            return False
        page = self._stand.name
        for field in fields_of(self._catalogue, self._plan.matter, name):
            for way in answers_to(field, self._plan, self._rng, self._today):
                for _ in range(2):
                    if field.kind in (FieldKind.NUMBER, FieldKind.AMOUNT):
                        self.touch(Intent.KEY, "clear")
                    for event in way:
                        self._stand.shell.intent(*touch_of(event))
                    self.touch(Intent.FORWARD)
                    if self._stand.name != page:
                        return True
        return False
