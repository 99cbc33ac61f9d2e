"""The way of a visit, step by step, as a resident walks it."""

from __future__ import annotations

import pytest

from drivers.model import ErrorCode
from kiosk.pages.present import present
from kiosk.visit import delays
from kiosk.visit import effects as ef
from kiosk.visit import events as ev
from kiosk.visit.advising import possible_from
from kiosk.visit.steps import (
    Advising,
    Asking,
    Camera,
    Choosing,
    Done,
    Filling,
    Leaving,
    Numbering,
    Rating,
    Reviewing,
    Scanning,
    Sealing,
    SlipState,
    Visit,
    Welcome,
)
from kiosk.visit.view import View, ViewAspect


def test_the_whole_way(player, to_review, now):
    player.play(*to_review)
    assert isinstance(player.step, Reviewing)
    player.play(ev.Forward())
    assert isinstance(player.step, Reviewing), "nothing is sent without consent"
    player.play(ev.ConsentToggled(), ev.Forward())
    assert isinstance(player.step, Sealing)
    submitted = [effect for effect in player.effects if isinstance(effect, ef.Submit)]
    assert len(submitted) == 1
    assert dict(submitted[0].application.answers)["lodging"] == "rented"
    assert not [effect for effect in player.effects if isinstance(effect, ef.PrintSlip)]
    player.play(ev.Sealed((("id-1", "L00012611240001"),), now))
    assert isinstance(player.step, Numbering)
    assert ef.AskNumbers(("id-1",)) in player.effects
    player.play(ev.NumberKnown("id-1", "37010226112400076"))
    assert isinstance(player.step, Done)
    assert player.step.receipt.number == "37010226112400076"
    assert not player.step.receipt.offline
    assert [effect for effect in player.effects if isinstance(effect, ef.PrintSlip)]
    player.play(ev.SlipPrinted(certain=True))
    assert player.step.slip is SlipState.PRINTED
    player.play(ev.Forward(), ev.LevelChosen(5), ev.TagToggled("clear"), ev.Forward())
    assert isinstance(player.step, Leaving)
    assert ef.SendRating("jn-residence-registration", 5, ("clear",)) in player.effects
    player.play(ev.CardTaken(), ev.Forward())
    assert player.visit == Visit(serial=1)
    assert player.effects[-1] == ef.Forget()


def test_without_the_city_the_offline_number_comes_after_the_grace(player, to_review, now, scene):
    player.play(*to_review, ev.ConsentToggled(), ev.Forward(), ev.Sealed((("id-1", "L00012611240001"),), now))
    player.play(ev.TimePassed(delays.NUMBER_GRACE / 2))
    assert isinstance(player.step, Numbering)
    player.play(ev.TimePassed(delays.NUMBER_GRACE / 2))
    assert isinstance(player.step, Done)
    assert player.step.receipt.offline
    assert player.step.receipt.number == "L00012611240001"
    assert "受理" not in present(player.visit, scene).body.headline, "nobody has accepted it yet"
    player.play(ev.NumberKnown("id-1", "37010226112400076"))
    assert player.step.receipt.offline, "the slip is printed already; the number does not change under the resident"


def test_what_the_city_refuses_is_not_laid_on_the_line(player, to_review, now):
    player.play(*to_review, ev.ConsentToggled(), ev.Forward(), ev.Sealed((("id-1", "L00012611240001"),), now))
    player.play(ev.NumberRefused("id-0"))
    assert isinstance(player.step, Numbering), "another one's refusal says nothing of this"
    player.play(ev.NumberRefused("id-1"))
    assert isinstance(player.step, Done)
    assert (player.step.receipt.refused, player.step.receipt.number) == (True, "L00012611240001")
    player.play(ev.NumberKnown("id-1", "37010226112400076"))
    assert player.step.receipt.number == "L00012611240001"


def test_a_number_for_another_submission_is_not_shown(player, to_review, now):
    player.play(*to_review, ev.ConsentToggled(), ev.Forward(), ev.Sealed((("id-1", "L00012611240001"),), now))
    player.play(ev.NumberKnown("id-0", "37010226112400001"))
    assert isinstance(player.step, Numbering)


def test_what_could_not_be_saved_is_not_thanked_for(player, to_review):
    player.play(*to_review, ev.ConsentToggled(), ev.Forward(), ev.SealFailed())
    assert isinstance(player.step, Reviewing)
    assert player.step.failed
    assert player.step.consented
    player.play(ev.Forward())
    assert isinstance(player.step, Sealing)


def test_too_young_is_advised_not_refused(player, services, now, young):
    service = services.find("jn-elderly-card")
    player.play(ev.Started(now), ev.ServiceChosen(service), ev.Forward(), ev.CardRead(young))
    assert isinstance(player.step, Advising)
    assert possible_from(player.step.application, player.step.fallen).isoformat() == "2050-06-01"
    player.play(ev.Forward())
    assert isinstance(player.step, Choosing)


def test_wrong_answers_stay_and_are_kept(player, services, now, person):
    service = services.find("jn-elderly-card")
    player.play(ev.Started(now), ev.ServiceChosen(service), ev.Forward(), ev.CardRead(person))
    player.play(ev.Drafted("plastic"), ev.Forward(), ev.Drafted("here"), ev.Forward())
    player.play(*(ev.KeyPressed(key) for key in "23805317216"), ev.Forward())
    assert isinstance(player.step, Filling)
    assert player.step.wrong
    assert player.step.draft == "23805317216"
    player.play(ev.KeyPressed("clear"))
    assert player.step.draft == ""


def test_a_changed_answer_leads_back_to_the_check_page(player, to_review):
    player.play(*to_review, ev.EditAsked("phone"), ev.KeyPressed("erase"), ev.KeyPressed("7"), ev.Forward())
    assert isinstance(player.step, Reviewing)
    assert player.step.application.answer("phone") == "13805317217"


def test_a_changed_answer_that_calls_for_another_paper_asks_for_it(player, to_review, page):
    player.play(*to_review, ev.EditAsked("lodging"), ev.Drafted("family"), ev.Forward())
    assert isinstance(player.step, Scanning)
    assert player.step.material.id == "host_note"
    player.play(ev.PictureAsked(), ev.PageTaken(page), ev.Forward())
    assert isinstance(player.step, Reviewing)
    assert [paper.material for paper in player.step.application.papers] == ["host_note"]


def test_deferring_keeps_a_date(player, to_review):
    player.play(*to_review, ev.EditAsked("lease"), ev.Deferred())
    assert isinstance(player.step, Reviewing)
    [(material, until)] = player.step.application.deferred
    assert (material.id, until.isoformat()) == ("lease", "2026-11-29")


def test_a_required_paper_cannot_be_deferred(player, to_review):
    player.play(*to_review, ev.EditAsked("lodging"), ev.Drafted("dormitory"), ev.Forward(), ev.Deferred())
    assert isinstance(player.step, Scanning)


def test_pages_are_kept_and_counted(player, to_review, page):
    player.play(*to_review, ev.EditAsked("lease"))
    for _ in range(6):
        player.play(ev.PageAdded(), ev.PictureAsked(), ev.PageTaken(page))
    assert len(player.step.pages) == 3
    player.play(ev.Forward())
    assert isinstance(player.step, Reviewing)
    assert len(player.step.application.paper("lease").pages) == 4


def test_no_page_under_the_camera_goes_on_showing_the_picture(player, to_review):
    player.play(*to_review, ev.EditAsked("lease"), ev.PageAdded(), ev.PictureAsked())
    player.play(ev.PageFailed(ErrorCode.NO_PAGE))
    assert player.step.camera is Camera.LIVE
    assert player.effects[-1] == ef.StartPreview()
    player.play(ev.PictureAsked(), ev.PageFailed(ErrorCode.NO_DEVICE))
    assert player.step.camera is Camera.UNAVAILABLE
    player.play(ev.PictureAsked())
    assert player.effects[-1] == ef.StartPreview()


@pytest.mark.parametrize("code", [ErrorCode.PAPER_OUT, ErrorCode.NO_DEVICE])
def test_no_slip_is_said_and_does_not_hold_up(player, to_review, now, code):
    player.play(*to_review, ev.ConsentToggled(), ev.Forward(), ev.Sealed((("id-1", "L00012611240001"),), now))
    player.play(ev.NumberKnown("id-1", "37010226112400076"), ev.SlipFailed(code))
    assert player.step.slip is SlipState.FAILED
    player.play(ev.Forward())
    assert isinstance(player.step, Rating)


def test_leaving_asks_once_and_erases(player, to_review):
    player.play(*to_review, ev.LeaveAsked())
    assert player.visit.asking is Asking.LEAVE
    player.play(ev.OverlayClosed())
    assert player.visit.asking is Asking.NOTHING
    assert isinstance(player.step, Reviewing)
    player.play(ev.CardTaken(), ev.LeaveAsked(), ev.LeaveConfirmed())
    assert player.visit == Visit(serial=1)
    assert player.effects[-1] == ef.Forget()


def test_once_sealed_there_is_nothing_to_take_back(player, to_review, now):
    player.play(*to_review, ev.ConsentToggled(), ev.Forward(), ev.LeaveAsked(), ev.LeaveConfirmed())
    assert isinstance(player.step, Sealing)


def test_who_walks_away_is_asked_then_forgotten(player, to_review):
    player.play(*to_review, ev.EditAsked("phone"), ev.TimePassed(delays.IDLE_WARNING))
    assert player.visit.asking is Asking.STILL_THERE
    player.play(ev.OverlayClosed(), ev.TimePassed(delays.IDLE_WARNING - 1))
    assert player.visit.asking is Asking.NOTHING
    player.play(ev.TimePassed(1.0))
    assert player.visit.asking is Asking.STILL_THERE
    player.play(ev.TimePassed(delays.WARNING_ANSWER))
    assert isinstance(player.step, Welcome)
    assert player.effects[-1] == ef.Forget()


def test_the_language_changes_anywhere_and_goes_with_the_resident(player, to_review):
    player.play(*to_review, ev.LanguageChosen("en"))
    assert player.visit.language == "en"
    assert isinstance(player.step, Reviewing)
    player.play(ev.LeaveAsked(), ev.LeaveConfirmed())
    assert player.visit.language == "zh"


def test_the_view_changes_anywhere_and_goes_with_the_resident(player, to_review):
    player.play(*to_review, ev.ViewToggled(ViewAspect.LARGE_PRINT), ev.ViewToggled(ViewAspect.HIGH_CONTRAST))
    assert player.visit.view == View(large_print=True, high_contrast=True)
    assert isinstance(player.step, Reviewing)
    player.play(ev.ViewToggled(ViewAspect.HIGH_CONTRAST))
    assert player.visit.view == View(large_print=True)
    player.play(ev.LeaveAsked(), ev.LeaveConfirmed())
    assert player.visit.view == View()


def test_what_was_switched_at_rest_does_not_wait_for_the_next_resident(player):
    player.play(ev.LanguageChosen("en"), ev.ViewToggled(ViewAspect.SPOKEN), ev.TimePassed(delays.REST_RESET - 1))
    assert (player.visit.language, player.visit.view.spoken) == ("en", True)
    player.play(ev.TimePassed(1))
    assert player.visit == Visit()


def at_scan(player, to_review):
    return player.play(*to_review[:-3])


def test_a_page_that_lies_still_is_taken_by_itself(player, to_review, page, scene):
    at_scan(player, to_review).play(ev.PageSeen(False))
    assert "自动拍" in present(player.visit, scene).body.status
    player.play(ev.PageSeen(True))
    assert player.step.camera is Camera.TAKING
    assert player.effects[-1] == ef.TakePage()
    player.play(ev.PageTaken(page), ev.PageRetaken(), ev.PageSeen(False), ev.PageSeen(True))
    assert player.step.camera is Camera.LIVE, "the same page is not taken again before it was lifted"
    assert "自动拍" not in present(player.visit, scene).body.status, "what does not happen is not promised"
    player.play(ev.PageSeen(None))
    assert "自动拍" in present(player.visit, scene).body.status
    player.play(ev.PageSeen(False), ev.PageSeen(True))
    assert player.step.camera is Camera.TAKING


def test_a_scanner_without_live_picture_asks_for_the_paper_and_takes_it(player, to_review, page, scene):
    at_scan(player, to_review).play(ev.PageFailed(ErrorCode.UNSUPPORTED))
    assert player.step.camera is Camera.GLASS
    assert present(player.visit, scene).primary.enabled
    player.play(ev.PictureAsked(), ev.PageFailed(ErrorCode.FEEDER_EMPTY), ev.PageFailed(ErrorCode.UNSUPPORTED))
    assert player.step.camera is Camera.GLASS
    assert "进纸口" in present(player.visit, scene).error
    player.play(ev.PictureAsked(), ev.PageTaken(page))
    assert player.step.camera is Camera.CHECK


def test_the_camera_shows_again_when_it_is_back(player, to_review):
    at_scan(player, to_review).play(ev.PageFailed(ErrorCode.NO_PICTURE), ev.DeviceBack("id_card_reader"))
    assert player.step.camera is Camera.UNAVAILABLE
    player.play(ev.DeviceBack("document_scanner"))
    assert player.step.camera is Camera.LIVE
    assert player.effects[-1] == ef.StartPreview()


def test_a_slip_is_printed_once_the_printer_is_mended(player, to_review, now):
    player.play(*to_review, ev.ConsentToggled(), ev.Forward(), ev.Sealed((("id-1", "L00012611240001"),), now))
    player.play(ev.NumberKnown("id-1", "37010226112400076"), ev.SlipFailed(ErrorCode.PAPER_OUT))
    player.effects.clear()
    player.play(ev.DeviceBack("receipt_printer"))
    assert [type(effect) for effect in player.effects] == [ef.PrintSlip]
    player.play(ev.SlipPrinted(certain=False), ev.DeviceBack("receipt_printer"))
    assert player.step.slip is SlipState.UNKNOWN, "what may have been printed is not printed twice"


def test_without_room_nobody_begins_but_who_has_begun_goes_on(player, now):
    player.play(ev.RoomChanged(room=False), ev.Started(now))
    assert isinstance(player.step, Welcome)
    player.play(ev.RoomChanged(room=True), ev.Started(now), ev.RoomChanged(room=False))
    assert isinstance(player.step, Choosing)
    player.play(ev.Back(), ev.Started(now))
    assert isinstance(player.step, Welcome), "the next one is told before anything is asked"
