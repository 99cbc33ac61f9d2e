"""Rules for readers of identity cards."""

from __future__ import annotations

import threading
import time

import pytest

from drivers.conformance.hand import Hand
from drivers.model import CancelToken, DeviceError, ErrorCode, IdCardReader

PATIENCE = 20.0
"""Seconds for a card that lies there."""

PROMPT = 2.0
"""Seconds in which a cancelled call ends."""


@pytest.mark.rule("no-card")
def test_no_card_in_time(device: IdCardReader, hand: Hand) -> None:
    hand.take_card()
    with pytest.raises(DeviceError) as caught:
        device.read_card(1.0, CancelToken())
    assert caught.value.code is ErrorCode.NO_CARD


@pytest.mark.rule("cancel-waiting")
def test_cancelled_while_waiting(device: IdCardReader, hand: Hand) -> None:
    hand.take_card()
    cancel = CancelToken()
    threading.Timer(0.3, cancel.cancel).start()
    began = time.monotonic()
    with pytest.raises(DeviceError) as caught:
        device.read_card(30.0, cancel)
    assert caught.value.code is ErrorCode.CANCELLED
    assert time.monotonic() - began < PROMPT + 0.3


@pytest.mark.rule("reads-card")
def test_reads_a_card(device: IdCardReader, hand: Hand) -> None:
    hand.lay_card()
    card = device.read_card(PATIENCE, CancelToken())
    assert card.id_number
    assert card.name or card.name_en
    assert card.birth_date.year > 1900
    assert set(card.as_json()) >= {"document", "name", "id_number", "birth_date", "valid_to"}


@pytest.mark.rule("tells-seen")
def test_tells_that_a_card_lies_there(device: IdCardReader, hand: Hand) -> None:
    hand.lay_card()
    seen: list[float] = []
    device.read_card(PATIENCE, CancelToken(), lambda: seen.append(time.monotonic()))
    assert seen


@pytest.mark.rule("reads-again")
def test_reads_the_card_again(device: IdCardReader, hand: Hand) -> None:
    hand.lay_card()
    assert device.read_card(PATIENCE, CancelToken()) == device.read_card(PATIENCE, CancelToken())


@pytest.mark.rule("hides-person")
def test_shows_nothing_of_the_person(device: IdCardReader, hand: Hand, logged: pytest.LogCaptureFixture) -> None:
    hand.lay_card()
    card = device.read_card(PATIENCE, CancelToken())
    told = repr(card) + repr(device) + logged.text
    assert not [secret for secret in (card.name, card.id_number, card.address) if secret and secret in told]


@pytest.mark.rule("sees-removal")
def test_sees_that_the_card_was_taken(device: IdCardReader, hand: Hand) -> None:
    if not device.capabilities().features.get("removal"):
        pytest.skip("the reader says that it does not notice")
    hand.lay_card()
    device.read_card(PATIENCE, CancelToken())
    assert device.wait_removed(1.0, CancelToken()) is False
    hand.take_card()
    assert device.wait_removed(PATIENCE, CancelToken()) is True
