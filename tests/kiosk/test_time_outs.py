"""Nobody is hurried: who is slow is asked, has time to answer, and may have more of it as often as they like."""

from __future__ import annotations

import pytest

from kiosk.intents import Intent
from kiosk.pages.present import present
from kiosk.visit import delays
from kiosk.visit import events as ev
from kiosk.visit.steps import Asking, Choosing, Done, Leaving, Rating, Welcome
from kiosk.visit.view import ViewAspect


@pytest.fixture
def at_phone(player, to_review):
    """At a question, where the shorter patience holds."""
    return player.play(*to_review, ev.EditAsked("phone"))


def overlay(player, scene):
    return present(player.visit, scene).overlay


def test_the_seconds_left_are_counted_down_on_the_page(at_phone, scene):
    at_phone.play(ev.TimePassed(delays.IDLE_WARNING))
    assert overlay(at_phone, scene).countdown.left == overlay(at_phone, scene).countdown.of == 20
    assert overlay(at_phone, scene).anywhere, "a touch anywhere says: I am here"
    at_phone.play(ev.TimePassed(0.25))
    before = overlay(at_phone, scene)
    at_phone.play(ev.TimePassed(0.25))
    assert overlay(at_phone, scene) == before, "the page changes once a second, not at every tick"
    seen = [before.countdown.left]
    while at_phone.visit.asking is Asking.STILL_THERE:
        seen.append(overlay(at_phone, scene).countdown.left)
        at_phone.play(ev.TimePassed(0.5))
    assert sorted(set(seen), reverse=True) == list(range(20, 0, -1))
    assert isinstance(at_phone.step, Welcome)


def test_time_is_given_as_often_as_it_is_asked_for(at_phone):
    for _ in range(30):
        at_phone.play(ev.TimePassed(delays.IDLE_WARNING), ev.TimePassed(delays.WARNING_ANSWER - 1))
        assert at_phone.visit.asking is Asking.STILL_THERE
        at_phone.play(ev.OverlayClosed())
        assert at_phone.visit.asking is Asking.NOTHING


@pytest.mark.parametrize(
    ("asked", "times"),
    [
        ([ev.ViewToggled(ViewAspect.LARGE_PRINT)], delays.LARGE_PRINT_PACE),
        ([ev.TimePassed(delays.IDLE_WARNING), ev.MoreTimeAsked()], delays.MORE_TIME_PACE),
        ([ev.ViewToggled(ViewAspect.HIGH_CONTRAST)], 1.0),
    ],
)
def test_who_is_slow_has_longer_to_do_and_to_answer(at_phone, asked, times):
    at_phone.play(*asked, ev.TimePassed(times * delays.IDLE_WARNING - 1))
    assert at_phone.visit.asking is Asking.NOTHING
    at_phone.play(ev.TimePassed(1), ev.TimePassed(times * delays.WARNING_ANSWER - 1))
    assert at_phone.visit.asking is Asking.STILL_THERE
    at_phone.play(ev.TimePassed(1))
    assert isinstance(at_phone.step, Welcome)
    assert not at_phone.visit.unhurried, "the next resident begins at the usual pace"


def test_more_time_is_offered_once_and_holds_for_the_visit(at_phone, scene):
    at_phone.play(ev.TimePassed(delays.IDLE_WARNING))
    assert Intent.MORE_TIME in {action.intent for action in overlay(at_phone, scene).actions}
    at_phone.play(ev.MoreTimeAsked(), ev.Forward(), ev.TimePassed(delays.MORE_TIME_PACE * delays.READING_WARNING - 1))
    assert at_phone.visit.asking is Asking.NOTHING
    at_phone.play(ev.TimePassed(1))
    assert Intent.MORE_TIME not in {action.intent for action in overlay(at_phone, scene).actions}


def test_nothing_but_the_question_gives_more_time(at_phone):
    at_phone.play(ev.MoreTimeAsked())
    assert not at_phone.visit.unhurried


def test_whoever_stirs_is_there_whatever_they_did(at_phone):
    for _ in range(5):
        at_phone.play(ev.TimePassed(delays.IDLE_WARNING - 1), ev.Stirred())
    assert at_phone.visit.asking is Asking.NOTHING


def test_moving_from_answer_to_answer_by_key_keeps_the_question_and_its_whole_time(at_phone, scene):
    at_phone.play(ev.TimePassed(delays.IDLE_WARNING), ev.TimePassed(delays.WARNING_ANSWER - 1))
    assert overlay(at_phone, scene).countdown.left == 1
    at_phone.play(ev.Stirred())
    assert overlay(at_phone, scene).countdown.left == 20


def to_done(player, to_review, now):
    player.play(*to_review, ev.ConsentToggled(), ev.Forward(), ev.Sealed((("id-1", "L00012611240001"),), now))
    player.play(ev.NumberKnown("id-1", "37010226112400076"), ev.CardTaken())
    assert isinstance(player.step, Done)


def test_the_number_stays_for_who_still_copies_it(player, to_review, now, scene):
    to_done(player, to_review, now)
    player.play(ev.TimePassed(delays.DONE_WARNING))
    assert overlay(player, scene).lead == scene.say("still_there.number"), "nothing is said to be erased"
    player.play(ev.OverlayClosed())
    assert isinstance(player.step, Done)
    player.play(ev.TimePassed(delays.DONE_WARNING), ev.LeaveConfirmed())
    assert isinstance(player.step, Welcome)


def test_rating_and_goodbye_end_by_themselves_slower_in_large_print(player, to_review, now):
    to_done(player, to_review, now)
    player.play(ev.ViewToggled(ViewAspect.LARGE_PRINT), ev.Forward(), ev.TimePassed(delays.RATE_STAY))
    assert isinstance(player.step, Rating)
    player.play(ev.Skipped(), ev.TimePassed(delays.GOODBYE_STAY))
    assert isinstance(player.step, Leaving)
    player.play(ev.TimePassed(delays.GOODBYE_STAY))
    assert isinstance(player.step, Welcome)


def test_before_anything_was_entered_nothing_is_said_to_be_erased(player, now, scene):
    player.play(ev.Started(now), ev.TimePassed(delays.IDLE_WARNING))
    assert isinstance(player.step, Choosing)
    assert overlay(player, scene).lead == scene.say("still_there.nothing")
