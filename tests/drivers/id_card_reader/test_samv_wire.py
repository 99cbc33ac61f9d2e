"""Frames: published vectors, read whole, byte by byte, cut and through noise; hostile bytes."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drivers.id_card_reader.layouts import decode, split
from drivers.id_card_reader.samv import sam_id
from drivers.id_card_reader.samv_wire import Answer, Command, Damaged, Receiver, request
from drivers.model import DeviceError, ErrorCode
from drivers.simulators.module_logic import SAM_ID, answer_frame
from drivers.simulators.people import PEOPLE

PHOTO = bytes.fromhex("574C66007E003200").ljust(1024, b"\0")

PERSON_A = bytes.fromhex(
    "4B6DD58B32752000200020002000200020002000200020002000200020003100"
    "3000310031003900300030003000310030003100715C1C4E01774E6D5753025E"
    "37688B4F3A535A868467EF8D11FFF75312FF55534351330030003100A45B2000"
    "2000200020002000200020002000200020002000200020002000330037003000"
    "3100300030003100390030003000300031003000310030003000310036004E6D"
    "5753025E6C51895B405C37688B4F0652405C2000200020002000200032003000"
    "3200300030003100300031003200300034003000300031003000310020002000"
    "2000200020002000200020002000200020002000200020002000200020002000"
)
PERSON_C = bytes.fromhex(
    "590041004E0047004C0049002C00200043004500530048004900200042004900"
    "4E00470020002000200020002000200020002000200020002000200020002000"
    "2000200020002000200020002000200020002000200020002000200020002000"
    "2000200020002000200020002000200020002000200020003200430041004E00"
    "310031003000300030003000300030003000300030003100430041004E004B6D"
    "D58B194E20002000200020002000200020002000200020002000200032003000"
    "3100370030003600310036003200300032003700300036003100360031003900"
    "3000300030003100300031003000310031003100300030004900200020002000"
)

# Published by several makers and open programs, not made by our simulator.
FRAMES = [
    ("AAAAAA9669000800009F0000000097", 0x9F, bytes(4)),
    ("AAAAAA966900040000 8084", 0x80, b""),
    ("AAAAAA9669000C0000900000000000000000 9C", 0x90, bytes(8)),
    ("AAAAAA96690004000041 45", 0x41, b""),
    ("AAAAAA96690004000090 94", 0x90, b""),
    ("AAAAAA96690004000091 95", 0x91, b""),
    ("AAAAAA966900140000 9005000300F5FD340187D61200B17F39050E", 0x90, SAM_ID),
]


@pytest.mark.parametrize(
    ("command", "frame"),
    [
        (Command.FIND, "AAAAAA96690003200122"),
        (Command.SELECT, "AAAAAA96690003200221"),
        (Command.READ, "AAAAAA96690003300132"),
        (Command.SELF_TEST, "AAAAAA9669000311FFED"),
        (Command.SAM_ID, "AAAAAA9669000312FFEE"),
    ],
)
def test_requests_as_published(command, frame):
    assert request(command) == bytes.fromhex(frame)


@pytest.mark.parametrize(("frame", "sw3", "data"), FRAMES)
def test_answers_both_ways(frame, sw3, data):
    raw = bytes.fromhex(frame)
    assert Receiver().feed(raw) == [Answer(sw3, data)]
    assert answer_frame(sw3, data) == raw
    receiver = Receiver()
    assert [item for byte in raw for item in receiver.feed(bytes([byte]))] == [Answer(sw3, data)]
    assert Receiver().feed(raw[:-1]) == []
    noisy = Receiver()
    assert noisy.feed(b"\x00\xaa\xaa" + raw + b"\xaa") == [Answer(sw3, data)]
    assert noisy.skipped == 3


def test_a_wrong_checksum_is_named_and_the_next_answer_heard():
    wrong = bytearray(bytes.fromhex("AAAAAA966900040000 8084"))
    wrong[-1] ^= 1
    found = Receiver().feed(bytes(wrong) + answer_frame(0x90))
    assert isinstance(found[0], Damaged)
    assert found[0].code is ErrorCode.BAD_CHECKSUM
    assert found[-1] == Answer(0x90, b"")


def test_an_answer_hides_its_data():
    assert "secret" not in repr(Answer(0x90, b"secret"))


@pytest.mark.parametrize(
    ("text", "digest"),
    [
        (PERSON_A, "97ffe6d9804b9771609b8c314f277a99d95bc0170ee61d1e4b2b0d58d8012ff6"),
        (PERSON_C, "fb44d6e3abd3d1643f4f63dcc3bba0027f5920833d7f7fc77c0128bd8b9837f8"),
    ],
)
def test_whole_cards_from_an_independent_source(text, digest):
    frame = answer_frame(0x90, bytes.fromhex("01000400") + text + PHOTO)
    assert hashlib.sha256(frame).hexdigest() == digest
    [answer] = Receiver().feed(frame)
    assert isinstance(answer, Answer)
    assert split(answer.data) == (text, PHOTO)


def test_person_a():
    card = decode(PERSON_A)
    assert (card.document.value, card.name, card.sex.value, card.ethnic_group) == ("resident", "测试甲", "male", "汉")
    assert card.id_number == "370100190001010016"
    assert card.birth_date.isoformat() == "1900-01-01"
    assert card.address == "山东省济南市样例区虚构路１号２单元301室"
    assert card.issuing_authority == "济南市公安局样例分局"
    assert (card.valid_from.isoformat(), card.valid_to.isoformat()) == ("2020-01-01", "2040-01-01")


def test_person_c():
    card = decode(PERSON_C)
    assert (card.document.value, card.name, card.name_en) == ("foreign_2017", "测试丙", "YANGLI, CESHI BING")
    assert (card.nationality, card.id_number, card.sex.value) == ("CAN", "CAN110000000001", "female")
    assert card.valid_to is not None
    assert card.valid_to.isoformat() == "2027-06-16"


@pytest.mark.parametrize("key", sorted(PEOPLE))
def test_every_layout_comes_back_as_it_was(key):
    card = PEOPLE[key]
    assert len(card.text) == 256
    assert decode(card.text, card.newest_address) == card.person


@pytest.mark.parametrize(("fingers", "size"), [("0000", 0), ("0200", 512), ("0400", 1024)])
def test_finger_blocks_are_left_out(fingers, size):
    data = bytes.fromhex("01000400" + fingers) + PERSON_A + PHOTO + bytes(size)
    assert split(data) == (PERSON_A, PHOTO)


def test_an_unknown_ethnic_group_is_shown_by_its_code():
    text = PERSON_A[:32] + "57".encode("utf-16-le") + PERSON_A[36:]
    assert decode(text).ethnic_group == "其他(57)"


def test_the_module_number_is_printed_as_makers_do():
    assert sam_id(SAM_ID) == "05.03-20250101-0001234567-0087654321"


@settings(max_examples=300)
@given(st.lists(st.binary(max_size=80)), st.sampled_from([frame for frame, _, _ in FRAMES]))
def test_hostile_bytes_never_break_the_receiver(chunks, frame):
    receiver = Receiver()
    for chunk in chunks:
        receiver.feed(chunk)
    receiver.feed(bytes(0x0A00))
    assert receiver.feed(bytes.fromhex(frame))[-1:] != []


@settings(max_examples=300)
@given(st.binary(min_size=256, max_size=256), st.binary(max_size=70))
def test_hostile_text_is_a_card_or_a_named_error(text, newest):
    try:
        decode(text, newest)
    except DeviceError as error:
        assert error.code is ErrorCode.CARD_UNREADABLE


@settings(max_examples=300)
@given(st.integers(0, 255), st.binary(min_size=1, max_size=8))
def test_a_torn_card_is_a_card_or_a_named_error(offset, torn):
    text = (PERSON_A[:offset] + torn + PERSON_A[offset + len(torn) :])[:256]
    try:
        decode(text)
    except DeviceError as error:
        assert error.code is ErrorCode.CARD_UNREADABLE


@settings(max_examples=200)
@given(st.binary(max_size=1400))
def test_hostile_data_is_split_or_a_named_error(data):
    try:
        split(data)
    except DeviceError as error:
        assert error.code is ErrorCode.BAD_ANSWER
