"""The first start as a pure function: every way through it, in any order, cut off anywhere."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ui
from config.catalogue import Catalogue
from drivers.model import ErrorCode, Health, Status
from kiosk.intents import Intent
from kiosk.pages.scene import Scene
from kiosk.setup import effects as ef
from kiosk.setup import events as se
from kiosk.setup.advance import advance
from kiosk.setup.going import begin
from kiosk.setup.present import present, scene_of
from kiosk.setup.steps import (
    Addressing,
    Draft,
    Enrolling,
    Finished,
    Found,
    Greeting,
    Locked,
    Looking,
    Naming,
    Pending,
    Pinning,
    Placing,
    Reaching,
    Setup,
    Summing,
)
from kiosk.visit.staff.steps import PinVerdict
from kiosk.words import Words

WORDS = Words.load(ui.TRANSLATIONS)
URL = "https://intake.city.example"
CODE, PIN = "4711081512345678", "193746"
FOUND = (
    Found("id_card_reader", Health(Status.ONLINE), "samv", {"port": "usb:"}),
    Found("document_scanner", Health(Status.NO_DEVICE, ErrorCode.NO_DEVICE)),
    Found("receipt_printer", Health(Status.ONLINE), "escpos", {"port": "/dev/usb/lp0"}),
)
ON, BACK = se.Touched(Intent.FORWARD), se.Touched(Intent.BACK)
WELL = {
    ef.TryLine: se.LineTried(URL, ""),
    ef.LookForDevices: se.DevicesFound(FOUND),
    ef.Enrol: se.EnrolmentAnswered(""),
    ef.KeepPin: se.PinKept(True),
    ef.KeepConfiguration: se.ConfigurationKept(True),
    ef.CheckPin: se.PinChecked(PinVerdict.READY, 0.0),
}
"""What a machine in order answers."""


class Machine:
    """Plays a first start and answers what it asks for."""

    def __init__(self, setup: Setup, effects: tuple[ef.Effect, ...] = (), **answers: se.Event) -> None:
        self.setup = setup
        self.done: list[ef.Effect] = []
        self.answers = {**WELL, **{getattr(ef, name): event for name, event in answers.items()}}
        self._do(effects)

    def _do(self, effects: tuple[ef.Effect, ...]) -> None:
        for effect in effects:
            self.done.append(effect)
            if type(effect) in self.answers:
                self.tell(self.answers[type(effect)])

    def tell(self, *events: se.Event) -> Machine:
        for event in events:
            self.setup, effects = advance(self.setup, event)
            self._do(effects)
        return self

    def keys(self, digits: str) -> Machine:
        return self.tell(*(se.Touched(Intent.KEY, digit) for digit in digits))

    def notes(self) -> list[ef.NoteDraft]:
        return [effect for effect in self.done if isinstance(effect, ef.NoteDraft)]

    @property
    def step(self):
        return self.setup.step

    def to_code(self) -> Machine:
        self.tell(ON, se.Touched(Intent.DRAFT, " 甸柳社区便民服务站 "), ON).keys("370102")
        return self.tell(ON, se.Touched(Intent.DRAFT, URL), ON, ON, ON)

    def enrol(self) -> Machine:
        return self.tell(se.Touched(Intent.TYPE_INSTEAD)).keys(CODE).tell(ON)

    def pin(self) -> Machine:
        return self.keys(PIN).tell(ON).keys(PIN).tell(ON)


def test_from_welcome_to_a_terminal_that_serves():
    machine = Machine(Setup(Draft())).to_code()
    assert machine.step == Enrolling()
    machine.enrol().pin()
    assert machine.step == Summing()
    machine.tell(ON)
    assert machine.step == Finished()
    machine.tell(ON)
    draft = Draft("甸柳社区便民服务站", "370102", URL, FOUND)
    deeds = [effect for effect in machine.done if not isinstance(effect, ef.NoteDraft)]
    assert deeds == [
        ef.TryLine(URL),
        ef.LookForDevices(),
        ef.Enrol(draft, "4711-0815-1234-5678"),
        ef.KeepPin(PIN),
        ef.KeepConfiguration(draft),
        ef.Begin(),
    ]


def test_cut_off_after_any_answer_it_goes_on_from_there():
    machine = Machine(Setup(Draft())).to_code().enrol().pin()
    steps = {
        "name": Naming,
        "area": Placing,
        "address": Addressing,
        "city": Reaching,
        "devices": Looking,
        "enrol": Enrolling,
        "pin": Pinning,
        "check": Summing,
    }
    seen = set()
    for noted in machine.notes():
        setup = Setup(noted.draft, registered=noted.registered)
        again = Machine(*begin(setup, noted.at, kept=False))
        assert isinstance(again.step, steps[noted.at])
        assert again.setup.draft.registered == noted.draft.registered
        seen.add(noted.at)
    assert seen >= {"name", "area", "city", "devices", "enrol", "pin", "check"}


def test_who_comes_after_a_cut_must_know_the_pin_that_was_set():
    machine = Machine(Setup(Draft())).to_code().enrol().pin()
    noted = machine.notes()[-1]
    setup = Setup(noted.draft, registered=noted.registered, pinned=True)
    again = Machine(*begin(setup, noted.at, kept=False), CheckPin=se.PinChecked(PinVerdict.READY, 0.0))
    assert isinstance(again.step, Locked)
    again.tell(BACK, se.Touched(Intent.EDIT, "name"), ON)
    assert isinstance(again.step, Locked), "no way around it"
    again.answers[ef.CheckPin] = se.PinChecked(PinVerdict.WRONG, 30.0)
    again.keys("000000").tell(ON).keys(PIN).tell(ON)
    assert isinstance(again.step, Locked), "none is looked at for 30 s"
    again.answers[ef.CheckPin] = se.PinChecked(PinVerdict.OPEN, 0.0)
    again.tell(se.TimePassed(31.0)).keys(PIN).tell(ON)
    assert again.step == Summing()


def test_whoever_gave_the_pin_and_went_away_gives_it_again():
    machine = Machine(Setup(Draft())).to_code().enrol()
    machine.tell(se.TimePassed(1000.0))
    assert machine.step == Pinning(), "before there is a PIN none can be asked for"
    machine.pin().tell(se.TimePassed(100.0), se.Touched(Intent.VIEW, "large_print"), se.TimePassed(100.0))
    assert machine.step == Summing()
    machine.tell(se.TimePassed(100.0))
    assert isinstance(machine.step, Locked)
    machine.answers[ef.CheckPin] = se.PinChecked(PinVerdict.OPEN, 0.0)
    machine.keys(PIN).tell(ON)
    assert machine.step == Summing()
    machine.tell(ON)
    assert machine.step == Finished()
    machine.tell(se.TimePassed(200.0))
    assert machine.done[-1] == ef.Begin(), "a terminal that is set up waits for nobody"


@pytest.mark.parametrize("trouble", ["line", "name", "certificate", "portal", "not-trusted", "busy", "server"])
def test_without_a_line_it_goes_on_and_waits_for_the_code(trouble):
    machine = Machine(Setup(Draft()), TryLine=se.LineTried(URL, trouble)).to_code()
    machine.tell(se.Touched(Intent.SKIP)).pin().tell(ON)
    assert machine.step == Pending()
    assert any(isinstance(effect, ef.KeepConfiguration) for effect in machine.done), "what was answered is kept"
    later = Machine(*begin(replace(machine.setup, step=Greeting()), "", kept=True))
    assert later.step == Pending()
    later.tell(ON)
    assert isinstance(later.step, Locked), "residents cannot go on with it"
    later.answers[ef.CheckPin] = se.PinChecked(PinVerdict.OPEN, 0.0)
    later.keys(PIN).tell(ON, ON, ON).enrol().tell(ON)
    assert later.step == Finished()


def test_a_code_that_is_not_good_is_typed_again_and_one_that_did_not_get_through_is_kept():
    machine = Machine(Setup(Draft()), Enrol=se.EnrolmentAnswered("code")).to_code().enrol()
    assert machine.step == Enrolling(True, "", trouble="code")
    machine.answers[ef.Enrol] = se.EnrolmentAnswered("line")
    machine.keys(CODE).tell(ON)
    assert machine.step == Enrolling(True, CODE, trouble="line")
    machine.answers[ef.Enrol] = se.EnrolmentAnswered("")
    machine.tell(ON)
    assert machine.step == Pinning()


def test_a_pin_is_sound_and_typed_twice():
    machine = Machine(Setup(Draft())).to_code().enrol()
    machine.keys("123456").tell(ON)
    assert machine.step == Pinning(wrong="weak")
    machine.keys(PIN).tell(ON).keys("193747").tell(ON)
    assert machine.step == Pinning(wrong="different")
    machine.answers[ef.KeepPin] = se.PinKept(False)
    machine.pin()
    assert machine.step == Pinning(wrong="disk")
    assert not machine.setup.pinned


def test_a_name_that_changes_after_enrolment_is_told_to_the_city_with_a_new_code():
    machine = Machine(Setup(Draft())).to_code().enrol().pin()
    machine.tell(se.Touched(Intent.EDIT, "name"), se.Touched(Intent.DRAFT, "历山社区便民服务站"), ON)
    assert machine.step == Enrolling()
    machine.enrol()
    assert machine.step == Summing()
    assert machine.setup.enrolled
    codes = [effect for effect in machine.done if isinstance(effect, ef.Enrol)]
    assert codes[-1].draft.name == "历山社区便民服务站"


def test_an_unchanged_answer_costs_no_code():
    machine = Machine(Setup(Draft())).to_code().enrol().pin()
    machine.tell(se.Touched(Intent.EDIT, "area"), ON)
    assert machine.step == Summing()


@pytest.mark.parametrize("text", ["http://city.example", "https://", "https://a b", "https://市", "ftp://x", "city"])
def test_an_address_that_cannot_be_used_is_said_so(text):
    machine = Machine(replace(Setup(Draft()), step=Addressing()))
    machine.tell(se.Touched(Intent.DRAFT, text), ON)
    assert machine.step == Addressing(text, wrong=True)


def test_an_answer_to_an_address_that_was_changed_meanwhile_counts_for_nothing():
    machine = Machine(Setup(Draft(url=URL), step=Reaching()))
    machine.tell(se.LineTried("https://other.example", ""))
    assert machine.step == Reaching()


TOUCHES = st.one_of(
    st.builds(
        se.Touched, st.sampled_from([*Intent]), st.sampled_from(["", "1", "7", "name", "city", "pin", "zh", URL])
    ),
    st.sampled_from([ON, BACK]),
    st.builds(se.LineTried, st.just(URL), st.sampled_from(["", "line", "certificate"]), st.floats(-1e5, 1e5)),
    st.just(se.DevicesFound(FOUND)),
    st.builds(se.EnrolmentAnswered, st.sampled_from(["", "code", "line", "disk"])),
    st.builds(se.PinChecked, st.sampled_from([*PinVerdict]), st.sampled_from([0.0, 30.0])),
    st.builds(se.PinKept, st.booleans()),
    st.builds(se.ConfigurationKept, st.booleans()),
    st.builds(se.TimePassed, st.floats(0, 100)),
)


@given(st.lists(TOUCHES, max_size=40), st.booleans(), st.booleans(), st.sampled_from(["", "check", "enrol", "city"]))
def test_whatever_happens_in_whatever_order_there_is_a_page(events, pinned, kept, at):
    setup = Setup(Draft("甸柳", "370102", URL, FOUND), pinned=pinned)
    setup, _ = begin(setup, at, kept)
    scene = Scene(Catalogue([]), "", WORDS, "zh")
    for event in [*events, *[se.Touched(Intent.KEY, digit) for digit in CODE]]:
        locked = isinstance(setup.step, Locked)
        setup, effects = advance(setup, event)
        page = present(setup, scene_of(setup, scene))
        assert page.title
        assert CODE not in repr(setup) or isinstance(setup.step, Addressing), "an address is shown as it is typed"
        assert not any(CODE in repr(effect) for effect in effects)
        if locked and not isinstance(setup.step, Locked):
            assert event == se.PinChecked(PinVerdict.OPEN, event.wait)
