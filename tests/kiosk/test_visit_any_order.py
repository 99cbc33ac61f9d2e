"""Whatever happens in whatever order: no undefined step, every page can be shown, nobody's data outlives the visit."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

import ui
from config import catalogue
from config.divisions import divisions
from config.papers import Demand
from config.questions import FieldKind, FormField
from drivers.id_card_reader.card import CardDocument, IdCard, Sex
from drivers.model import ErrorCode
from kiosk.pages.narration import narration
from kiosk.pages.present import present
from kiosk.pages.scene import Scene
from kiosk.visit import case_events as ce
from kiosk.visit import delays
from kiosk.visit import effects as ef
from kiosk.visit import events as ev
from kiosk.visit import letter_events as le
from kiosk.visit.advance import advance
from kiosk.visit.application import ScannedPage
from kiosk.visit.asides import TOPICS
from kiosk.visit.browsing import AllMatters, ByDepartment, Home, InDepartment, InGroup, InPackage, Searching
from kiosk.visit.cases import Case, CaseMoment, CaseState, OpenPaper
from kiosk.visit.results import Result
from kiosk.visit.staff import events as se
from kiosk.visit.staff.lights import Lights
from kiosk.visit.staff.places import Issued, Stick, Taken, Today
from kiosk.visit.staff.steps import CardCheck, PinVerdict
from kiosk.visit.staff.tasks import Task
from kiosk.visit.staff.working import PLACES as STAFF_PLACES
from kiosk.visit.steps import Visit, Welcome
from kiosk.visit.view import ViewAspect
from kiosk.words import Words

CATALOGUE = catalogue.load()
SERVICES = list(CATALOGUE)
PACKAGE = CATALOGUE.packages[0]
WORDS = Words.load(ui.TRANSLATIONS)
NOW = datetime(2026, 11, 24, 10, 30)
SECRETS = ("秘密甲", "370102195803140010", "保密路9号", "13900001234", "6205500000000000004")

CARD = IdCard(
    document=CardDocument.RESIDENT,
    name=SECRETS[0],
    name_en="",
    sex=Sex.FEMALE,
    ethnic_group="回",
    nationality="",
    birth_date=date(1958, 3, 14),
    address=SECRETS[2],
    newest_address="",
    id_number=SECRETS[1],
    issuing_authority="济南市公安局",
    valid_from=date(2016, 5, 1),
    valid_to=None,
)

ITEMS = sorted({item.id for s in SERVICES for item in (*s.fields, *s.materials)} | {"nothing"})
CODES = ("370102", "370102009", "370102009002", "370112018*", "370112018", "")
LOCALITIES = [place for code in CODES if (place := divisions().place(code))]
DAYS = ("2026-03", "2026-03-01", "2099-01", "2099-01-01")
STROKES = "10,10 500,300;20,20 900,40"
VALUES = sorted({o.value for s in SERVICES for f in s.fields for o in f.options})
PLACES = [
    Home(),
    Searching(),
    AllMatters(),
    ByDepartment(),
    *map(InGroup, CATALOGUE.groups),
    *map(InPackage, CATALOGUE.packages),
    *map(InDepartment, CATALOGUE.departments),
]

CASE_NUMBER = "37010226112400013"
PROOF = Result("证明", "Proof", "https://city.example/v/" + "x" * 32, "AB2D-9XYZ", NOW.date())
CASES = [
    Case(
        CASE_NUMBER,
        state,
        service_code,
        NOW,
        (CaseMoment(NOW.date(), state, "请补", "Bring it"),),
        tuple(OpenPaper(material.id, NOW.date()) for material in (*SERVICES[0].materials[:2],)),
        promised=NOW.date(),
        office="hotline",
        successor=SERVICES[-1].code,
        result=PROOF if state is CaseState.DONE else None,
    )
    for state in CaseState
    for service_code in (SERVICES[0].code, "gone")
]
ASKED = [CASE_NUMBER, SECRETS[1]]
found = st.lists(st.sampled_from(CASES), max_size=2).map(tuple)

case_events = st.one_of(
    st.sampled_from([ce.CasesAsked(), ce.SlipChosen(), ce.CodeMissed(), ce.SupplementAsked(None), ce.ResultAsked()]),
    st.builds(ce.CodeSeen, st.sampled_from([CASE_NUMBER, "https://example.org"])),
    st.builds(ce.CaseChosen, st.just(CASE_NUMBER)),
    st.builds(ce.SupplementAsked, st.sampled_from(SERVICES)),
    st.builds(ce.CasesHeld, st.sampled_from(ASKED), found),
    st.builds(ce.CasesTold, st.sampled_from(ASKED), found),
    st.builds(ce.CasesUnreached, st.sampled_from(ASKED)),
    st.builds(ev.Drafted, st.sampled_from(ITEMS)),
)

events = st.one_of(
    case_events,
    st.builds(ev.Started, st.just(NOW)),
    st.builds(ev.TimePassed, st.sampled_from([0.25, delays.NUMBER_GRACE, 20.0, 45.0, 180.0])),
    st.builds(ev.ServiceChosen, st.sampled_from(SERVICES)),
    st.builds(ev.PackageChosen, st.just(PACKAGE), st.just(CATALOGUE.in_package(PACKAGE))),
    st.builds(ev.SharedTold, st.sampled_from([(), (("photo", "r-1"),)]), st.just("proof")),
    st.builds(ev.Went, st.sampled_from(PLACES)),
    st.builds(ev.SampleAsked, st.sampled_from(["card", *ITEMS])),
    st.builds(
        ev.CardRead,
        st.sampled_from([CARD, replace(CARD, birth_date=date(2020, 2, 29)), replace(CARD, valid_to=date(2020, 1, 1))]),
    ),
    st.just(ev.CardSeen()),
    st.builds(ev.CardFailed, st.sampled_from(list(ErrorCode))),
    st.just(ev.CardTaken()),
    st.builds(ev.RoomChanged, st.booleans()),
    st.builds(ev.DeviceBack, st.sampled_from(["id_card_reader", "document_scanner", "receipt_printer"])),
    st.builds(ev.PageSeen, st.sampled_from([True, False, None])),
    st.builds(
        ev.Drafted,
        st.sampled_from([*VALUES, *SECRETS[2:], STROKES, "named", "", *DAYS, "370000", "370100", "110000", "x" * 99]),
    ),
    st.builds(ev.KeyPressed, st.sampled_from([*"0123456789X.", "号楼", "erase", "clear", "?"])),
    st.builds(ev.PlaceChosen, st.sampled_from(LOCALITIES)),
    st.builds(ev.InitialChosen, st.sampled_from("DJ?")),
    st.builds(ev.PageLooked, st.integers(0, 5)),
    st.builds(ev.PageTaken, st.just(ScannedPage(b"\xff\xd8", ("blurred",)))),
    st.builds(ev.PageFailed, st.sampled_from(list(ErrorCode))),
    st.builds(ev.EditAsked, st.sampled_from(ITEMS)),
    st.builds(ev.Sealed, st.just((("id-1", "L00012611240001"),)), st.just(NOW)),
    st.builds(ev.NumberRefused, st.sampled_from(["id-1", "id-2"])),
    st.builds(ev.NumberKnown, st.sampled_from(["id-1", "id-2"]), st.just("37010226112400076")),
    st.builds(ev.SlipPrinted, st.booleans()),
    st.builds(ev.SlipFailed, st.sampled_from(list(ErrorCode))),
    st.builds(ev.ViewToggled, st.sampled_from(list(ViewAspect))),
    st.builds(ev.VolumeChanged, st.integers(-2, 2)),
    st.builds(ev.SpeedChanged, st.integers(-2, 2)),
    st.builds(ev.LevelChosen, st.integers(0, 6)),
    st.builds(le.TopicChosen, st.sampled_from([topic for topics in TOPICS.values() for topic in topics])),
    st.builds(
        se.PinAnswered,
        st.sampled_from(list(PinVerdict)),
        st.sampled_from([0.0, 30.0]),
        st.sampled_from(list(CardCheck)),
    ),
    st.builds(se.StaffCardRead, st.booleans()),
    st.builds(se.StaffCardFailed, st.sampled_from(list(ErrorCode))),
    st.builds(ev.TagToggled, st.sampled_from(["clear", "slow"])),
    st.sampled_from(
        [
            ev.LanguageAsked(),
            ev.LanguageChosen("en"),
            ev.LanguageChosen("zh"),
            ev.SpeechRepeated(),
            ev.HelpAsked(),
            ev.LeaveAsked(),
            ev.LeaveConfirmed(),
            ev.OverlayClosed(),
            ev.Stirred(),
            ev.MoreTimeAsked(),
            ev.Back(),
            ev.TypingChosen(),
            ev.CardRetried(),
            ev.PictureAsked(),
            ev.PageRetaken(),
            ev.PageAdded(),
            ev.PageRemoved(),
            ev.Deferred(),
            ev.Declared(),
            ev.PapersBrought(),
            ev.SharedUnreached(),
            ev.ConsentToggled(),
            ev.SealFailed(),
            ev.Skipped(),
            le.AssistanceAsked(),
            le.ReportAsked("home"),
            le.WritingAsked(),
            le.LetterKept("302917645518"),
            le.LetterFailed(),
            se.StaffCalled(),
            se.SendingAsked(),
            se.LightsSeen(Lights((), None)),
            *(se.PlaceChosen(name) for name in STAFF_PLACES),
            *(
                se.Picked(what)
                for what in ("paper", "devices", "machine", "write", "read", "number", "a", "1", "25", "26")
            ),
            se.TaskOpened(Task("disk", "broken")),
            se.TrialAsked(),
            se.KnobTurned("volume", -1),
            se.Reopened(),
            se.CardTried("resident", "欧阳*", "370102********0010"),
            se.StickSeen(Stick("stick", 1 << 30, 2)),
            se.TakenIn(Taken(1, 0, 0, ("a.ack",))),
            se.Carried(1, 2),
            se.CarryingEnded(),
            se.SlipsFound((Issued("a", "37010226112400013", False, "none", NOW),)),
            se.LevelsSeen(60, 80),
            se.RestartFailed(),
            se.SoundPlayed(True),
            se.TodayCounted(Today(1, 1, 1, (), 0, None)),
        ]
    ),
    st.just(ev.Forward()),
    st.just(ev.Forward()),
)

GOOD_ANSWERS: dict[str, tuple[ev.Event, ...]] = {
    "phone": (ev.Drafted(SECRETS[3]),),
    "text": (ev.Drafted(SECRETS[2]),),
    "date": (ev.Drafted("2026-03-01"),),
    "address": (*map(ev.PlaceChosen, LOCALITIES[:3]), ev.Drafted(SECRETS[2])),
    "amount": tuple(map(ev.KeyPressed, "6000")),
    "signature": (ev.Drafted(STROKES),),
    "month": (ev.Drafted("2026-03"),),
    "region": (ev.Drafted("370000"), ev.Drafted("370100")),
    "id_number": tuple(map(ev.KeyPressed, SECRETS[1])),
    "bank_account": tuple(map(ev.KeyPressed, SECRETS[4])),
    "disability_certificate": tuple(map(ev.KeyPressed, SECRETS[1] + "43")),
    "count": (ev.KeyPressed("1"),),
    "credit_code": (ev.Drafted("91330100799655058B"),),
    "person_name": (ev.Drafted(SECRETS[0]),),
}
"""What answers a field of each kind but a choice, or of its check."""


def good_answer(field: FormField) -> tuple[ev.Event, ...]:
    """What answers a field, and goes on."""
    if field.options:
        return (ev.Drafted(field.options[0].value), ev.Forward())
    answer = (*GOOD_ANSWERS[field.check or field.kind], ev.Forward())
    return answer * 2 if field.twice else answer


def strings(value: object) -> list[str]:
    """Every text inside a value."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple | list):
        return [text for item in value for text in strings(item)]
    if is_dataclass(value) and not isinstance(value, type):
        return [text for field in fields(value) for text in strings(getattr(value, field.name))]
    return []


def start_at(depth: int) -> tuple[ev.Event, ...]:
    """The first `depth` events of a whole visit, so that runs also begin deep inside."""
    service = SERVICES[depth % len(SERVICES)]
    way: list[ev.Event] = [ev.Started(NOW), ev.ServiceChosen(service), ev.Forward(), ev.CardRead(CARD)]
    asked = [good_answer(field) for field in service.fields]
    signed = asked.pop() if service.fields[-1].kind is FieldKind.SIGNATURE else ()
    for answer in asked:
        way += answer
    if any(material.demand is Demand.EXEMPT for material in service.materials):
        held = tuple((material.id, "r-1") for material in service.materials)
        way += [ev.Forward(), ev.SharedTold(held, "proof")]
    way += [ev.PictureAsked(), ev.PageTaken(ScannedPage(b"\xff\xd8")), ev.Forward(), *signed]
    way += [ev.ConsentToggled(), ev.Forward()]
    way += [ev.Sealed((("id-1", "L00012611240001"),), NOW), ev.NumberKnown("id-1", "37010226112400076")]
    way += [ev.SlipPrinted(True), ev.Forward(), ev.LevelChosen(5), ev.Forward()]
    return tuple(way[:depth])


@settings(max_examples=300)
@given(st.integers(0, 36), st.lists(events, max_size=40))
def test_any_sequence_can_be_shown_and_replayed(depth: int, happened: list[ev.Event]) -> None:
    visit = Visit()
    played = [*start_at(depth), *happened]
    for event in played:
        before = visit
        visit, effects = advance(visit, event)
        page = present(visit, Scene(CATALOGUE, "站", WORDS, visit.language))
        assert page.name
        assert page.overlay is not None or page.primary or page.back or isinstance(visit.step, Welcome) or page.body
        if isinstance(visit.step, Welcome) and not isinstance(before.step, Welcome):
            assert ef.Forget() in effects
            assert visit == Visit(serial=before.serial + 1, card=visit.card, room=visit.room)
    again = Visit()
    for event in played:
        again, _ = advance(again, event)
    assert again == visit


@settings(max_examples=200)
@given(st.integers(0, 36), st.lists(events, max_size=25))
def test_nothing_personal_is_said_aloud(depth: int, happened: list[ev.Event]) -> None:
    visit = Visit()
    for event in (ev.ViewToggled(ViewAspect.SPOKEN), *start_at(depth), *happened):
        visit, _ = advance(visit, event)
        page = present(visit, Scene(CATALOGUE, "站", WORDS, visit.language))
        said = "\n".join(text for utterance in narration(page) for text in utterance.texts)
        assert not [secret for secret in SECRETS if secret in said.replace(" ", "")]


@settings(max_examples=200)
@given(st.integers(0, 36), st.lists(events, max_size=25))
def test_nothing_personal_survives_the_end(depth: int, happened: list[ev.Event]) -> None:
    visit = Visit()
    for event in (*start_at(depth), *happened):
        visit, _ = advance(visit, event)
    for _ in range(12):
        visit, _ = advance(visit, ev.TimePassed(200.0))
    assert isinstance(visit.step, Welcome)
    page = present(visit, Scene(CATALOGUE, "站", WORDS, visit.language))
    held = "\n".join([*strings(visit), *strings(page)])
    assert not [secret for secret in SECRETS if secret in held]


@settings(max_examples=100)
@given(st.integers(0, 36))
def test_no_representation_tells_a_secret(depth: int) -> None:
    visit = Visit()
    for event in start_at(depth):
        assert not [secret for secret in SECRETS if secret in repr(event)]
        visit, effects = advance(visit, event)
        assert not [secret for secret in SECRETS if secret in repr(visit) + repr(effects)]


def into_a_case(by_card: bool) -> tuple[ev.Event, ...]:
    """A visit that has found its case."""
    way = (ev.CardRead(CARD),) if by_card else (ce.SlipChosen(), ce.CodeSeen(CASE_NUMBER))
    told = ce.CasesTold(SECRETS[1] if by_card else CASE_NUMBER, (CASES[0],))
    return (ev.Started(NOW), ce.CasesAsked(), *way, told, ce.CaseChosen(CASE_NUMBER))


@settings(max_examples=200)
@given(st.booleans(), st.lists(st.one_of(events, case_events), max_size=40))
def test_an_enquiry_can_go_any_way(by_card: bool, happened: list[ev.Event]) -> None:
    visit = Visit()
    for event in (*into_a_case(by_card), *happened):
        visit, _ = advance(visit, event)
        page = present(visit, Scene(CATALOGUE, "站", WORDS, visit.language))
        assert page.overlay is not None or page.primary or page.back or isinstance(visit.step, Welcome) or page.body
        assert not [secret for secret in SECRETS if secret in repr(visit)]
    for _ in range(12):
        visit, _ = advance(visit, ev.TimePassed(200.0))
    assert isinstance(visit.step, Welcome)
    assert not [secret for secret in SECRETS if secret in "\n".join(strings(visit))]
