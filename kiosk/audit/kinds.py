"""The kinds of value that a field of the audit log may have. All are closed: nothing that anyone wrote fits one.

Named tuples, here and beside: this is read in before the first page, and a dataclass takes seven times as long to make.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple, Protocol

from offline_queue.numbers import is_offline_number

Value = int | str
"""What a field holds."""


class Kind(Protocol):
    """Tells whether a value is of this kind; its text stands in the table of `docs/audit.md`."""

    def fits(self, value: object) -> bool:
        """Whether a value is of this kind. Never raises."""


class Number(NamedTuple):
    """A whole number from 0 to `most`. No `most` reaches a telephone number of 11 digits."""

    most: int

    def fits(self, value: object) -> bool:
        """See Kind."""
        return type(value) is int and 0 <= value <= self.most

    def __str__(self) -> str:
        return f"number to {self.most:,}"


class Choice(NamedTuple):
    """One of a closed list of codes."""

    codes: frozenset[str]
    name: str = ""

    def fits(self, value: object) -> bool:
        """See Kind."""
        # an enum's member is written as its value
        return isinstance(value, str) and str(value) in self.codes

    def __str__(self) -> str:
        return self.name or ", ".join(f"`{code}`" for code in sorted(self.codes) if code)


def choice(codes: Iterable[str], name: str = "") -> Choice:
    """A choice among codes or the members of an enum."""
    return Choice(frozenset(str(code) for code in codes), name)


class Form(NamedTuple):
    """A text of a narrow form."""

    pattern: re.Pattern[str]
    name: str

    def fits(self, value: object) -> bool:
        """See Kind."""
        return isinstance(value, str) and self.pattern.fullmatch(value) is not None

    def __str__(self) -> str:
        return self.name


class ServiceCode:
    """A code of the catalogue (config.catalogue_text.Code) in which nothing can be read as someone's number."""

    _code = re.compile(r"[A-Za-z0-9-]{1,50}")
    _someones = re.compile(
        r"""
        (?<![A-Za-z])[A-Za-z]{1,3}[0-9]{7,12}(?![0-9])       # numbers of foreigners' cards, passports and permits
        | (?<![0-9]) (
            [0-9]{15,19}[Xx]?                                # identity and account numbers
            | (19|20)[0-9]{2}-?[0-9]{2}-?[0-9]{2}            # dates of birth
            | 1[0-9]{2}-?[0-9]{4}-?[0-9]{4}                   # mobile numbers
            | 0[0-9]{2,3}-?[0-9]{7,8} | [2-9][0-9]{6,7}      # landlines with their area and without
        ) (?![0-9])
        """,
        re.VERBOSE,
    )

    def fits(self, value: object) -> bool:
        """See Kind."""
        return (
            isinstance(value, str) and self._code.fullmatch(value) is not None and self._someones.search(value) is None
        )

    def __str__(self) -> str:
        return "code of a service"


class OfflineNumber:
    """A number that a terminal made, its check digit right."""

    def fits(self, value: object) -> bool:
        """See Kind."""
        return isinstance(value, str) and is_offline_number(value)

    def __str__(self) -> str:
        return "offline number"


class AcceptanceNumber:
    """A number of the city as our intake makes them: area, day, serial of 4 digits or more, check digit."""

    _number = re.compile(r"[0-9]{6}[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])[0-9]{5,9}")
    # of an identity number the year stands where the day does: 19.. and 20.. are long past as years of two digits
    _identity = re.compile(r"[0-9]{6}(19|20)[0-9]{9}[0-9Xx]")

    def fits(self, value: object) -> bool:
        """See Kind."""
        return (
            isinstance(value, str)
            and self._number.fullmatch(value) is not None
            and self._identity.fullmatch(value) is None
        )

    def __str__(self) -> str:
        return "acceptance number"


VERSION = Form(re.compile(r"([0-9]{1,4}(\.[0-9]{1,4}){1,3}([a-z0-9.+-]{0,20}))?"), "version of the program")
DIGEST = Form(re.compile(r"[0-9a-f]{64}"), "SHA-256")
EXCEPTION = Form(re.compile(r"(?!.*[0-9]{4})[A-Za-z_][A-Za-z0-9_]{0,60}"), "name of a class")
PLACE = Form(re.compile(r"[a-z_][a-z0-9_]{0,60}\.py:[0-9]{1,6}|\?"), "source file and line")
SERVICE = ServiceCode()
OFFLINE_NUMBER = OfflineNumber()
ACCEPTANCE_NUMBER = AcceptanceNumber()
