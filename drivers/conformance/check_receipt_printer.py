"""Rules for printers of receipts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from drivers.conformance.hand import Hand, NoHand
from drivers.model import CancelToken, DeviceError, ErrorCode, ReceiptPrinter
from drivers.receipt_printer.slip import Line, PrintOutcome, QrCode, Rule, Taken

PATIENCE = 30.0
"""Seconds for one slip."""

SLIP = (Line("对接测试 Conformance", bold=True), Rule(), Line("生僻字：䶮 𬭎"), QrCode("TEST"))


@pytest.fixture(autouse=True)
def ready(hand: Hand) -> Iterator[None]:
    """Whatever a rule opened or took out is closed and put back."""
    yield
    try:
        hand.close_cover()
        hand.load_roll()
    except NoHand:
        return


@pytest.mark.rule("prints")
def test_prints_once(device: ReceiptPrinter, hand: Hand) -> None:
    before = hand.slips()
    outcome = device.print_slip(SLIP, PATIENCE, CancelToken())
    confirms = bool(device.capabilities().features.get("confirms"))
    wanted = PrintOutcome.PRINTED if confirms else PrintOutcome.UNKNOWN
    assert outcome is wanted, f"it said {outcome.value} where `confirms` is {confirms}"
    after = hand.slips()
    if before is not None and after is not None:
        assert after == before + 1


@pytest.mark.rule("taken")
def test_says_what_became_of_the_slip(device: ReceiptPrinter) -> None:
    device.print_slip(SLIP, PATIENCE, CancelToken())
    taken = device.wait_taken(1.0, CancelToken())
    features = device.capabilities().features
    assert taken is Taken.UNKNOWN or features.get("taken_sensor")
    assert taken is not Taken.RETRACTED or features.get("retract")


@pytest.mark.rule("paper-out")
def test_without_paper(device: ReceiptPrinter, hand: Hand) -> None:
    hand.empty_roll()
    with pytest.raises(DeviceError) as caught:
        device.print_slip(SLIP, PATIENCE, CancelToken())
    assert caught.value.code is ErrorCode.PAPER_OUT


@pytest.mark.rule("cover-open")
def test_with_the_cover_open(device: ReceiptPrinter, hand: Hand) -> None:
    hand.open_cover()
    with pytest.raises(DeviceError) as caught:
        device.print_slip(SLIP, PATIENCE, CancelToken())
    assert caught.value.code is ErrorCode.COVER_OPEN


@pytest.mark.rule("nothing-for-the-next")
def test_a_failed_slip_never_comes_out(device: ReceiptPrinter, hand: Hand) -> None:
    hand.open_cover()
    before = hand.slips()
    with pytest.raises(DeviceError):
        device.print_slip(SLIP, PATIENCE, CancelToken())
    hand.close_cover()
    device.print_slip((Line("下一位 Next"),), PATIENCE, CancelToken())
    after = hand.slips()
    if before is not None and after is not None:
        assert after == before + 1
