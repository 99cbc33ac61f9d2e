"""Status bytes to words, text to bytes and columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.model import ErrorCode, Status
from drivers.receipt_printer.escpos_status import (
    Automatic,
    Fence,
    Full,
    Listener,
    Processed,
    RealTime,
    automatic_health,
    ejector_health,
    full_health,
    health,
)
from drivers.receipt_printer.escpos_text import columns, encode, wrap
from drivers.receipt_printer.escpos_wire import job
from drivers.receipt_printer.slip import Line


@pytest.mark.parametrize(
    ("answers", "status", "error"),
    [
        ({}, Status.UNKNOWN, ErrorCode.NO_ANSWER),
        ({1: 0x12, 2: 0x12, 3: 0x12, 4: 0x12}, Status.ONLINE, None),
        ({1: 0x16}, Status.ONLINE, None),
        ({1: 0x1A, 2: 0x16}, Status.USER_ERROR, ErrorCode.COVER_OPEN),
        ({1: 0x1A, 4: 0x72}, Status.USER_ERROR, ErrorCode.PAPER_OUT),
        ({1: 0x1A, 4: 0x7E}, Status.USER_ERROR, ErrorCode.PAPER_OUT),
        ({1: 0x1A, 3: 0x1A}, Status.USER_ERROR, ErrorCode.CUTTER),
        ({1: 0x1A, 3: 0x52}, Status.OFFLINE, ErrorCode.OVERHEATED),
        ({1: 0x1A, 3: 0x32}, Status.HARDWARE_ERROR, ErrorCode.HARDWARE),
        ({1: 0x1A}, Status.OFFLINE, ErrorCode.OFFLINE),
    ],
)
def test_status_bytes_as_published(answers, status, error):
    assert (health(answers).status, health(answers).error) == (status, error)


def test_near_end_is_a_warning():
    assert health({1: 0x12, 4: 0x1E}).warnings == ("paper_low",)


@given(st.dictionaries(st.integers(1, 4), st.integers(0, 255)))
def test_any_byte_has_a_meaning(answers):
    assert health(answers).status in set(Status)


@pytest.mark.parametrize(
    ("text", "encoded"),
    [("泉", b"\xc8\xaa"), ("䶮", b"\xfe\x9f"), ("𬭎", None), ("㛃", None), ("A泉", b"A\xc8\xaa")],
)
def test_encoding(text, encoded):
    assert encode(text) == encoded


def test_money_and_dots_are_replaced_by_what_prints():
    sent = b"".join(job((Line("¥5 • 免费"),), 576))
    assert "￥5 · 免费".encode("gb18030") in sent


def test_wrapping_counts_columns_and_keeps_words():
    lines = wrap("济南市历下区甸柳新村五区十二号楼二单元三零一室 neighbourhood station", 20)
    assert all(columns(line) <= 20 for line in lines)
    assert any("neighbourhood" in line for line in lines)
    assert "".join(lines).replace(" ", "") == "济南市历下区甸柳新村五区十二号楼二单元三零一室neighbourhoodstation"


def test_no_closing_mark_begins_a_line():
    assert wrap("一二三四五，六七", 10) == ["一二三四五，", "六七"]


@given(st.text(max_size=80), st.sampled_from([8, 24, 48]))
def test_any_text_can_be_printed(text, width):
    assert all(columns(line) <= width + 4 for line in wrap(text, width))
    b"".join(job((Line(text),), 576))


def answers(data, full=False):
    listener = Listener()
    listener.asking_full = full
    return listener.feed(data)


TABLE = [
    (b"\x12", [RealTime(0x12)]),
    (b"\x7e", [RealTime(0x7E)]),
    (bytes.fromhex("1000000f"), [Automatic(bytes.fromhex("1000000f"))]),
    (bytes.fromhex("3800000f"), [Automatic(bytes.fromhex("3800000f"))]),
    (b"\x00", [Fence(0)]),
    (b"\x0c", [Fence(0x0C)]),
    (bytes.fromhex("37223132333400"), [Processed(b"1234")]),
    (bytes.fromhex("372500"), []),
    (b"\xff\x91", []),
    (bytes.fromhex("1000000f00123722313233340016"), None),
]
"""Bytes as the command reference publishes them; the last line is several answers in a row."""


@pytest.mark.parametrize(("data", "expected"), TABLE)
def test_answers_whole_byte_by_byte_and_behind_noise(data, expected):
    expected = (
        expected
        if expected is not None
        else [Automatic(bytes.fromhex("1000000f")), Fence(0), RealTime(0x12), Processed(b"1234"), RealTime(0x16)]
    )
    assert answers(data) == expected
    listener = Listener()
    assert [answer for byte in data for answer in listener.feed(bytes([byte]))] == expected
    assert answers(b"\xff\x81" + data) == expected


def test_full_status_is_told_from_automatic_status():
    assert answers(bytes.fromhex("100f04000000"), full=True) == [Full(bytes.fromhex("04000000"))]
    assert full_health(bytes.fromhex("24000000")).warnings == ("paper_low", "slip_waiting")
    assert full_health(bytes.fromhex("01000000")).error is ErrorCode.PAPER_OUT
    assert full_health(bytes.fromhex("00000040")).error is ErrorCode.HARDWARE
    assert ejector_health(0x0C).warnings == ("slip_waiting",)
    assert ejector_health(0x80).error is ErrorCode.PAPER_JAM


@pytest.mark.parametrize(
    ("data", "error"),
    [
        ("1000000f", None),
        ("3800000f", ErrorCode.COVER_OPEN),
        ("18000f0f", ErrorCode.PAPER_OUT),
        ("1808000f", ErrorCode.CUTTER),
        ("1840000f", ErrorCode.OVERHEATED),
        ("1820000f", ErrorCode.HARDWARE),
        ("1800000f", ErrorCode.OFFLINE),
    ],
)
def test_automatic_status_in_words(data, error):
    assert automatic_health(bytes.fromhex(data)).error is error
    assert automatic_health(bytes.fromhex("1000030f")).warnings == ("paper_low",)


@given(st.lists(st.binary(max_size=20)), st.booleans())
def test_no_bytes_break_the_listener(chunks, full):
    listener = Listener()
    listener.asking_full = full
    for chunk in chunks:
        for answer in listener.feed(chunk):
            if isinstance(answer, Automatic):
                assert automatic_health(answer.data).status in set(Status)
            if isinstance(answer, Full):
                assert full_health(answer.data).status in set(Status)


@pytest.mark.parametrize(("repertoire", "text"), [("gb2312", "镕"), ("gbk", "䶮")])
def test_what_a_smaller_font_lacks_is_drawn(repertoire, text):
    assert encode(text, repertoire) is None
    assert encode(text) is not None
    sent = b"".join(job((Line(text),), 576, repertoire))
    assert b"\x1dv0" in sent
