"""People by the thousand, each invented from a source of chance, with names and a street that are nowhere else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from stdnum.iso7064 import mod_11_2

from drivers.id_card_reader.card import IdCard, Sex
from drivers.simulators.people import PEOPLE

SURNAMES = ("欧阳", "司马", "上官", "诸葛", "慕容", "东方")
GIVEN = "泉荷柳波湖桥溪岭松竹梅兰菊桐枫杉榆槐柏樱"
STREET = "黄台泺源样例街"
PHONES = ("138", "139", "150", "158", "186")

YOUNGEST, OLDEST = 8, 95
"""Years."""


def person(rng: Random, number: int, today: date) -> IdCard:
    """A resident whose house has this number. The identity number is of region 3701 and its check digit is right."""
    birth = today - timedelta(days=rng.randint(YOUNGEST * 365, OLDEST * 365))
    sex = rng.choice((Sex.MALE, Sex.FEMALE))
    serial = rng.randrange(0, 99) * 10 + (rng.randrange(1, 10, 2) if sex is Sex.MALE else rng.randrange(0, 10, 2))
    digits = f"3701{rng.randint(0, 99):02}{birth:%Y%m%d}{serial:03}"
    return replace(
        PEOPLE["resident"].person,
        name=name(rng),
        sex=sex,
        birth_date=birth,
        address=f"{STREET}{number}号",
        id_number=digits + mod_11_2.calc_check_digit(digits),
        valid_to=None,
    )


def name(rng: Random) -> str:
    """A surname of two signs and a name of two."""
    return rng.choice(SURNAMES) + rng.choice(GIVEN) + rng.choice(GIVEN)


def phone(rng: Random) -> str:
    """A mobile number of eleven digits."""
    return f"{rng.choice(PHONES)}{rng.randrange(10**8):08}"


def home(number: int) -> str:
    """The rest of an address, as it is typed."""
    return f"{STREET}{number}号乙"
