"""Status bytes to words, text to bytes and columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.model import ErrorCode, Status
from drivers.receipt_printer.escpos_wire import columns, encode, health, is_fence, is_status, job, wrap
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


@given(st.integers(0, 255))
def test_no_byte_is_both_status_and_fence(byte):
    assert not (is_status(byte) and is_fence(byte))


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
