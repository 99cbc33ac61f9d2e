"""A visit and the card: read, typed instead, left on the reader."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from drivers.model import ErrorCode
from kiosk.intents import Intent
from kiosk.page import ReaderState
from kiosk.pages.present import present
from kiosk.visit import case_events as ce
from kiosk.visit import delays
from kiosk.visit import effects as ef
from kiosk.visit import events as ev
from kiosk.visit.application import IdentifiedBy
from kiosk.visit.matter import only
from kiosk.visit.steps import CardPlace, Filling, Guiding, Identifying, Leaving, TypingName, TypingNumber, Welcome


def test_an_expired_card_is_spoken_of_and_refuses_nobody(player, services, person, now, scene):
    expired = replace(person, valid_to=now.date() - timedelta(days=1))
    player.play(ev.Started(now), ev.ServiceChosen(services.find("jn-land-record")), ev.Forward(), ev.CardRead(expired))
    page = present(player.visit, scene)
    assert page.name == "expired"
    assert "派出所" in "".join(note.hint for note in page.body.notes)
    assert page.primary.enabled
    player.play(ev.CardFailed(ErrorCode.CARD_MOVED), ev.CardRead(person), ev.TypingChosen())
    assert present(player.visit, scene) == page, "the reader has no say any more"
    player.play(ev.Forward())
    assert isinstance(player.step, Filling)
    assert player.step.application.applicant == expired


def test_a_card_on_its_last_day_is_valid(player, services, person, now):
    player.play(
        ev.Started(now),
        ev.ServiceChosen(services.find("jn-land-record")),
        ev.Forward(),
        ev.CardRead(replace(person, valid_to=now.date())),
    )
    assert isinstance(player.step, Filling)


def test_the_reader_is_used_only_while_its_page_shows(player, services, now):
    service = next(iter(services))
    player.play(ev.Started(now), ev.ServiceChosen(service))
    assert ef.ReadCard() not in player.effects
    player.play(ev.Forward())
    assert player.effects[-1] == ef.ReadCard()
    player.play(ev.Back())
    assert player.effects[-1] == ef.StopReader()
    assert isinstance(player.step, Guiding)


def test_a_card_that_lies_there_is_said_to_be_read(player, services, now, scene):
    player.play(ev.Started(now), ev.ServiceChosen(next(iter(services))), ev.Forward())
    player.play(ev.CardFailed(ErrorCode.CARD_MOVED), ev.CardSeen())
    page = present(player.visit, scene)
    assert page.body.state is ReaderState.READING
    assert page.body.status == scene.say("identify.reading")
    assert player.effects.count(ef.ReadCard()) == 2, "seeing a card starts nothing anew"


def test_a_card_that_is_not_read_within_seconds_is_told_of_and_still_read(player, services, now, scene, person):
    player.play(ev.Started(now), ev.ServiceChosen(next(iter(services))), ev.Forward(), ev.CardSeen())
    player.play(*[ev.TimePassed(0.25), ev.CardSeen()] * int(4 * delays.CARD_READING))
    page = present(player.visit, scene)
    assert page.body.state is ReaderState.FAILED
    assert [way.action.intent for way in page.body.ways] == [Intent.TYPE_INSTEAD, Intent.RETRY_CARD, Intent.HELP]
    assert player.effects.count(ef.ReadCard()) == 1, "the reader goes on"
    player.play(ev.CardFailed(ErrorCode.CARD_UNREADABLE), ev.CardSeen(), ev.TimePassed(0.25))
    assert present(player.visit, scene) == page, "and the page does not flicker"
    player.play(ev.CardRetried(), ev.CardSeen())
    assert present(player.visit, scene).body.state is ReaderState.READING
    player.play(*[ev.TimePassed(delays.CARD_READING)], ev.CardRead(person))
    assert not isinstance(player.step, Identifying)


def test_a_card_for_ones_cases_is_not_read_for_ever_either(player, now, scene):
    player.play(ev.Started(now), ce.CasesAsked(), ev.CardSeen(), ev.TimePassed(delays.CARD_READING))
    page = present(player.visit, scene)
    assert page.body.state is ReaderState.FAILED
    assert Intent.RETRY_CARD in [way.action.intent for way in page.body.ways]


@pytest.mark.parametrize("code", [ErrorCode.NO_CARD, ErrorCode.CARD_MOVED, ErrorCode.CARD_REJECTED])
def test_what_the_resident_can_mend_is_tried_again_by_itself(player, services, now, code):
    player.play(ev.Started(now), ev.ServiceChosen(next(iter(services))), ev.Forward(), ev.CardFailed(code))
    assert player.step == Identifying(only(next(iter(services))), failed=code)
    assert player.effects.count(ef.ReadCard()) == 2


@pytest.mark.parametrize("code", [ErrorCode.NO_DEVICE, ErrorCode.NO_ANSWER, ErrorCode.NOT_AUTHORISED])
def test_a_broken_reader_waits_for_a_touch(player, services, now, code):
    player.play(ev.Started(now), ev.ServiceChosen(next(iter(services))), ev.Forward(), ev.CardFailed(code))
    assert player.effects.count(ef.ReadCard()) == 1
    player.play(ev.CardRetried())
    assert player.effects.count(ef.ReadCard()) == 2


def test_number_and_name_typed_instead_of_a_card(player, services, now):
    player.play(ev.Started(now), ev.ServiceChosen(next(iter(services))), ev.Forward(), ev.TypingChosen())
    player.play(*(ev.KeyPressed(key) for key in "370102195803140011"), ev.Forward())
    assert isinstance(player.step, TypingNumber)
    assert player.step.wrong, "the check digit fails"
    player.play(ev.KeyPressed("erase"), ev.KeyPressed("0"), ev.Forward())
    assert isinstance(player.step, TypingName)
    player.play(ev.Drafted("欧阳泉"), ev.Forward())
    assert isinstance(player.step, Filling)
    application = player.step.application
    assert application.identified_by is IdentifiedBy.TYPED
    assert application.applicant.birth_date.isoformat() == "1958-03-14"
    assert application.applicant.sex.value == "male"


def test_x_is_taken_only_at_the_last_place(player, services, now):
    player.play(ev.Started(now), ev.ServiceChosen(next(iter(services))), ev.Forward(), ev.TypingChosen())
    player.play(*(ev.KeyPressed(key) for key in "3701X0219580314001X9"))
    assert player.step.number == "37010219580314001X"


def test_a_reader_that_waits_does_not_keep_an_empty_page_awake(player, services, now):
    player.play(ev.Started(now), ev.ServiceChosen(next(iter(services))), ev.Forward())
    for _ in range(int((delays.READING_WARNING + delays.WARNING_ANSWER) / 10) + 1):
        player.play(ev.TimePassed(10.0), ev.CardFailed(ErrorCode.NO_CARD))
    assert isinstance(player.step, Welcome)


def at_identify(player, services, now):
    service = services.find("jn-elderly-card")
    return player.play(ev.Started(now), ev.ServiceChosen(service), ev.Forward())


def test_a_card_left_on_the_reader_is_spoken_of_until_it_is_taken(player, to_review, now, scene):
    player.play(*to_review, ev.ConsentToggled(), ev.Forward(), ev.Sealed((("id-1", "L00012611240001"),), now))
    player.play(ev.NumberKnown("id-1", "37010226112400076"), ev.SlipPrinted(certain=True))
    assert "身份证" in present(player.visit, scene).error
    player.play(ev.Forward(), ev.Skipped())
    assert "身份证" in present(player.visit, scene).error
    player.play(ev.TimePassed(delays.GOODBYE_STAY))
    assert isinstance(player.step, Leaving), "the reminder stays longer than a goodbye"
    player.play(ev.CardTaken())
    assert present(player.visit, scene).error == ""
    player.play(ev.TimePassed(1.0))
    assert isinstance(player.step, Welcome)


def test_a_forgotten_card_is_never_read_for_the_next_resident(player, to_review, now, person, services, scene):
    player.play(*to_review, ev.LeaveAsked(), ev.LeaveConfirmed())
    assert player.visit.card is CardPlace.FORGOTTEN
    assert "身份证" in present(player.visit, scene).body.lines[0]
    player.effects.clear()
    at_identify(player, services, now)
    assert ef.ReadCard() not in player.effects
    assert "上一位" in present(player.visit, scene).body.status
    player.play(ev.CardRead(person))
    assert isinstance(player.step, Identifying)
    player.play(ev.CardTaken())
    assert player.effects == [ef.Count(ef.Milestone.BEGUN), ef.ReadCard()]
    player.play(ev.CardRead(person))
    assert isinstance(player.step, Filling)


def test_a_card_seen_but_not_read_before_leaving_is_watched_too(player, services, now):
    at_identify(player, services, now).play(ev.CardSeen(), ev.LeaveAsked(), ev.LeaveConfirmed())
    assert ef.WatchCard() in player.effects
    assert player.visit.card is CardPlace.FORGOTTEN


def test_a_visit_goes_on_by_itself_when_a_device_is_back(player, to_review, services, now):
    at_identify(player, services, now).play(ev.CardFailed(ErrorCode.NO_DEVICE), ev.DeviceBack("id_card_reader"))
    assert player.step == Identifying(player.step.matter)
    assert player.effects[-1] == ef.ReadCard()
