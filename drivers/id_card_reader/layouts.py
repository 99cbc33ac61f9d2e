"""The four layouts of an identity card's 256-byte text block, and the answers that carry it.

UTF-16LE, each field padded with U+0020. The letter at byte 248 says which layout it is: space resident card,
`J` residence permit for Hong Kong, Macao and Taiwan, `I` foreigner 2017, `Y` foreigner 2023 (restated GA 490 and the
published machine-reading rules of the permits).
"""

from __future__ import annotations

from datetime import date, datetime
from typing import NoReturn

from drivers.id_card_reader.card import CardDocument, IdCard, Sex
from drivers.model import DeviceError, ErrorCode

TEXT_LENGTH = 256
PHOTO_LENGTH = 1024
NEWEST_ADDRESS_LENGTH = 70
LONG_TERM = "长期"

_SEX = {"1": Sex.MALE, "2": Sex.FEMALE}

ETHNIC_GROUPS = dict(
    item.split(":")
    for item in (
        "01:汉 02:蒙古 03:回 04:藏 05:维吾尔 06:苗 07:彝 08:壮 09:布依 10:朝鲜 11:满 12:侗 13:瑶 14:白 15:土家 16:哈尼 "
        "17:哈萨克 18:傣 19:黎 20:傈僳 21:佤 22:畲 23:高山 24:拉祜 25:水 26:东乡 27:纳西 28:景颇 29:柯尔克孜 30:土 "
        "31:达斡尔 32:仫佬 33:羌 34:布朗 35:撒拉 36:毛南 37:仡佬 38:锡伯 39:阿昌 40:普米 41:塔吉克 42:怒 43:乌孜别克 "
        "44:俄罗斯 45:鄂温克 46:德昂 47:保安 48:裕固 49:京 50:塔塔尔 51:独龙 52:鄂伦春 53:赫哲 54:门巴 55:珞巴 56:基诺 "
        "97:其他 98:外国血统中国籍人士"
    ).split()
)
"""Ethnic groups by code (GB 3304-1991)."""


def split(data: bytes) -> tuple[bytes, bytes]:
    """Text and photo out of the data of a read answer: lengths (big-endian) first, fingers left out.

    Raises DeviceError BAD_ANSWER.
    """
    if len(data) < 4 or int.from_bytes(data[:2], "big") != TEXT_LENGTH:
        raise DeviceError(ErrorCode.BAD_ANSWER, "the reader's answer does not hold a text of 256 bytes")
    photo = int.from_bytes(data[2:4], "big")
    for header in (4, 6):
        fingers = int.from_bytes(data[4:6], "big") if header == 6 else 0
        if len(data) == header + TEXT_LENGTH + photo + fingers:
            return data[header : header + TEXT_LENGTH], data[header + TEXT_LENGTH : header + TEXT_LENGTH + photo]
    raise DeviceError(ErrorCode.BAD_ANSWER, "the lengths in the reader's answer do not add up")


def decode(text: bytes, newest_address: bytes = b"", photo: bytes = b"") -> IdCard:
    """The card out of its text block of 256 bytes. Raises DeviceError CARD_UNREADABLE."""
    if len(text) != TEXT_LENGTH:
        _unreadable("its text is not 256 bytes long")
    kind = text[248:250]
    address = _field(newest_address, 0, len(newest_address))
    if kind == "I".encode("utf-16-le"):
        return _foreign_2017(text, address, photo)
    if kind == "Y".encode("utf-16-le"):
        return _foreign_2023(text, address, photo)
    if kind == "J".encode("utf-16-le"):
        return _resident(text, address, photo, CardDocument.HMT)
    return _resident(text, address, photo, CardDocument.RESIDENT)


def _resident(text: bytes, newest: str, photo: bytes, document: CardDocument) -> IdCard:
    resident = document is CardDocument.RESIDENT
    return IdCard(
        document=document,
        name=_field(text, 0, 30),
        name_en="",
        sex=_sex(text, 30),
        ethnic_group=_ethnic_group(_field(text, 32, 4)) if resident else "",
        nationality="",
        birth_date=_day(text, 36),
        address=_field(text, 52, 70),
        newest_address=newest,
        id_number=_field(text, 122, 36).upper(),
        issuing_authority=_field(text, 158, 30),
        valid_from=_day(text, 188),
        valid_to=_end(text, 204),
        photo=photo,
    )


def _foreign_2017(text: bytes, newest: str, photo: bytes) -> IdCard:
    return IdCard(
        document=CardDocument.FOREIGN_2017,
        name=_field(text, 158, 30),
        name_en=_field(text, 0, 120),
        sex=_sex(text, 120),
        ethnic_group="",
        nationality=_field(text, 152, 6),
        birth_date=_day(text, 220),
        address="",
        newest_address=newest,
        id_number=_field(text, 122, 30).upper(),
        issuing_authority=_field(text, 240, 8),
        valid_from=_day(text, 188),
        valid_to=_end(text, 204),
        photo=photo,
    )


def _foreign_2023(text: bytes, newest: str, photo: bytes) -> IdCard:
    return IdCard(
        document=CardDocument.FOREIGN_2023,
        name=_field(text, 0, 30),
        name_en=(_raw(text, 52, 70) + _raw(text, 220, 22)).strip(),
        sex=_sex(text, 30),
        ethnic_group="",
        nationality=_field(text, 242, 6),
        birth_date=_day(text, 36),
        address="",
        newest_address=newest,
        id_number=_field(text, 122, 36).upper(),
        issuing_authority="",
        valid_from=_day(text, 188),
        valid_to=_end(text, 204),
        photo=photo,
    )


def _raw(data: bytes, offset: int, length: int) -> str:
    try:
        return data[offset : offset + length].decode("utf-16-le")
    except UnicodeDecodeError:
        _unreadable("a field is not UTF-16")


def _field(data: bytes, offset: int, length: int) -> str:
    return _raw(data, offset, length).strip(" \0")


def _sex(text: bytes, offset: int) -> Sex:
    return _SEX.get(_field(text, offset, 2), Sex.UNKNOWN)


def _ethnic_group(code: str) -> str:
    return ETHNIC_GROUPS.get(code, f"其他({code})" if code else "")


def _day(text: bytes, offset: int) -> date:
    digits = _field(text, offset, 16)
    if len(digits) != 8 or not digits.isascii() or not digits.isdigit():
        _unreadable("a date is not eight digits")
    try:
        return datetime.strptime(digits, "%Y%m%d").date()
    except ValueError:
        _unreadable("a date is not in the calendar")


def _end(text: bytes, offset: int) -> date | None:
    return None if _field(text, offset, 16) == LONG_TERM else _day(text, offset)


def _unreadable(why: str) -> NoReturn:
    raise DeviceError(ErrorCode.CARD_UNREADABLE, f"the card's text cannot be understood: {why}") from None
