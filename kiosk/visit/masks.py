"""Personal data made unreadable for bystanders: what check page and slip show."""

from __future__ import annotations

COMPOUND_SURNAMES = frozenset(
    (
        "欧阳",
        "司马",
        "上官",
        "诸葛",
        "东方",
        "皇甫",
        "尉迟",
        "公孙",
        "慕容",
        "令狐",
        "宇文",
        "长孙",
        "司徒",
        "夏侯",
        "轩辕",
        "南宫",
        "端木",
        "百里",
        "呼延",
        "澹台",
    )
)
"""The surnames of two characters that are common enough to meet."""


def masked_name(name: str) -> str:
    """Surname and a star for each character of the given name; of a name in Latin letters the first word."""
    if not name:
        return ""
    if name.isascii():
        first, _, rest = name.replace(",", " ").partition(" ")
        return f"{first} ***" if rest.strip() else f"{first[0]}***"
    surname = name[:2] if name[:2] in COMPOUND_SURNAMES and len(name) > 2 else name[0]
    return surname + "*" * (len(name) - len(surname))


def masked_id_number(number: str) -> str:
    """First six and last four characters; of a short number (15 characters) first and last three."""
    keep = (6, 4) if len(number) >= 18 else (3, 3)
    hidden = len(number) - sum(keep)
    return number if hidden <= 0 else number[: keep[0]] + "*" * hidden + number[-keep[1] :]


def masked_account(number: str) -> str:
    """Stars and the last four digits."""
    return f"{'*' * (len(number) - 4)}{number[-4:]}" if len(number) >= 8 else ""


def masked_phone(phone: str) -> str:
    """First three and last four digits."""
    return f"{phone[:3]} **** {phone[-4:]}" if len(phone) >= 8 else ""


def masked_address(address: str) -> str:
    """As far as the city (at most nine characters), then stars."""
    end = address.find("市") + 1
    return f"{address[: end if 0 < end <= 9 else 3]} ******" if address else ""
