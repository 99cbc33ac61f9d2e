"""Stops: each page that leads elsewhere is told to the city once, without whoever stood there."""

from __future__ import annotations

from dataclasses import asdict

from drivers.model import ErrorCode
from kiosk.visit import effects as ef
from kiosk.visit import events as ev
from kiosk.visit import letter_events as le
from kiosk.visit.asides import TopicAsked
from kiosk.visit.halts import NOWHERE, Halt, halt


def told(player):
    return [effect.halt for effect in player.effects if isinstance(effect, ef.ReportStop)]


def test_who_is_too_young_is_counted_once_and_a_request_carries_the_way(player, services, now, young):
    service = services.find("jn-elderly-card")
    player.play(ev.Started(now), ev.ServiceChosen(service), ev.Forward(), ev.CardRead(young))
    [stop] = told(player)
    assert (stop.service_code, stop.reason, stop.office) == (service.code, service.stops[0].id, service.stops[0].office)
    assert not {young.name, young.id_number} & set(asdict(stop).values())
    player.play(ev.TimePassed(1.0), ev.HelpAsked(), le.AssistanceAsked())
    assert isinstance(player.visit.aside, TopicAsked)
    letter = player.visit.aside.letter
    assert (letter.about, letter.stop, letter.office) == (service.code, stop.reason, stop.office)
    assert len(told(player)) == 1


def test_a_device_that_needs_service_is_a_stop_and_one_that_needs_a_hand_is_none(player, services, now, person):
    service = services.find("jn-residence-registration")
    player.play(ev.Started(now), ev.ServiceChosen(service), ev.Forward(), ev.CardFailed(ErrorCode.CARD_UNREADABLE))
    assert told(player) == []
    player.play(ev.CardFailed(ErrorCode.OFFLINE))
    assert told(player) == [Halt(service.code, "device:id_card_reader", service.office)]


def test_nobody_is_stopped_at_rest(player):
    assert halt(player.step) == NOWHERE
