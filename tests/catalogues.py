"""Made-up catalogues for hypothesis: valid, sound, and as varied as the schema allows; and answers that fit questions.

In each, every question, paper and stop can be come to, nobody is stopped whatever they answer, and every question
has an answer. Fields are drawn from one pool of meanings, so that packages of any of its services fit together.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st
from stdnum.iso7064 import mod_11_2

from config.catalogue import Catalogue
from config.grouping import Group, Package
from config.offices import Office
from config.questions import Check, FieldKind, FormField
from config.service import Service

Data = dict[str, Any]

OPTIONED = ("choice", "choices")
STAGES = {"choice": 4, "choices": 3}
"""How many meanings of a kind there are to draw from."""


def text(words: str) -> Data:
    """The same words in both languages."""
    return {"zh": f"{words}字", "en": f"{words} words"}


WAY = {"zh": "请到街道便民服务中心，当天就能办。", "en": "Go to the street's service centre; it is done the same day."}
OFFICES = tuple(
    Office.model_validate(
        {"id": name, "name": text(name), "address": text(name), "hours": text(name), "phone": "12345"}
    )
    for name in ("hotline", "street_centre")
)
GROUPS = tuple(Group.model_validate({"id": name, "name": text(name), "icon": "sun"}) for name in ("one", "two"))


@st.composite
def meanings(draw: st.DrawFn) -> dict[str, Data]:
    """The pool of questions of one catalogue, by id, of every kind."""
    found: dict[str, Data] = {}
    for kind, most in STAGES.items():
        for number in range(most):
            values = [f"v{value}" for value in range(draw(st.integers(2, 4)))]
            found[f"{kind}_{number}"] = {
                "kind": kind,
                "options": [{"value": value, "label": text(value)} for value in values],
            }
    found |= {
        "phone": {"kind": "phone"},
        "words": {"kind": "text", "max_length": draw(st.integers(2, 60))},
        "person": {"kind": "text", "check": "person_name"},
        "firm": {"kind": "text", "check": "credit_code"},
        "day": {"kind": "date", "latest": draw(st.sampled_from([None, "today"]))},
        "month": {"kind": "month"},
        "home": {"kind": "address"},
        "city": {"kind": "region"},
        "money": {"kind": "amount", "least": 1, "most": draw(st.integers(2, 9_999))},
        "other": {"kind": "number", "check": "id_number"},
        "account": {"kind": "number", "check": "bank_account", "twice": draw(st.booleans())},
        "certificate": {"kind": "number", "check": "disability_certificate"},
        "times": {"kind": "number", "check": "count", "least": 1, "most": 9},
    }
    words = {"label": text("l"), "question": text("q"), "help": text("h")}
    return {name: {"id": name, **words, **field} for name, field in found.items()}


@st.composite
def conditions(draw: st.DrawFn, before: list[Data]) -> str | None:
    """A condition on the card or on one earlier question, or none; each of them holds for somebody.

    Ages are those of grown-ups, since children are stopped.
    """
    ways = [None, f"age >= {draw(st.integers(20, 90))}", "sex == 'female'", "document != 'resident'"]
    for field in before:
        name, values = field["id"], [option["value"] for option in field.get("options", ())]
        match field["kind"]:
            case "choice":
                ways += [f"{name} == '{values[0]}'", f"{name} != '{values[-1]}'", f"{name} in {values[:-1]}"]
            case "choices":
                ways += [f"'{values[0]}' in {name}", f"{name} != null and not ('{values[0]}' in {name})"]
            case "date":
                ways.append(f"{name}_months >= {draw(st.integers(0, 24))}")
            case "amount":
                ways.append(f"{name} > 1")
    return draw(st.sampled_from(ways))


@st.composite
def questions(draw: st.DrawFn, pool: dict[str, Data]) -> list[Data]:
    """A form: some of the pool in any order, each perhaps under a condition, perhaps with a signature."""
    names = draw(st.lists(st.sampled_from(sorted(pool)), min_size=1, max_size=8, unique=True))
    fields: list[Data] = []
    for name in names:
        fields.append({**pool[name], "when": draw(conditions(fields))})
    if draw(st.booleans()):
        words = {"label": text("l"), "question": text("q"), "help": text("h")}
        fields.append({"id": "signature", "kind": "signature", **words})
    return fields


@st.composite
def papers(draw: st.DrawFn, days: int, fields: list[Data]) -> list[Data]:
    """Papers of every demand that the promised limit allows."""
    word = {"duty": text("d"), "text": text("t"), "consequence": text("c")}
    plain = [
        {"demand": "required"},
        {"demand": "declared", "declaration": word},
        {"demand": "exempt", "otherwise": "required"},
        {"demand": "exempt", "otherwise": "declared", "declaration": word},
    ]
    later = [
        {"demand": "deferrable", "defer_days": days},
        {"demand": "exempt", "otherwise": "deferrable", "defer_days": 1},
    ]
    found = []
    for number in range(draw(st.integers(0, 4))):
        words = {"name": text("n"), "hint": text("h"), "source": text("s")}
        demand = draw(st.sampled_from(plain + (later if days else [])))
        found.append({"id": f"paper_{number}", **words, **demand, "when": draw(conditions(fields))})
    return found


@st.composite
def services(draw: st.DrawFn, code: str, pool: dict[str, Data]) -> Service:
    """One service; children and those who choose the last option of a question made for it are stopped."""
    days = draw(st.sampled_from([0, 1, 5, 20]))
    fields = draw(questions(pool))
    gate = {
        "id": "gate",
        "kind": "choice",
        "options": [{"value": value, "label": text(value)} for value in ("on", "off")],
        "label": text("l"),
        "question": text("q"),
        "help": text("h"),
    }
    stops = [
        {"id": "child", "when": "age < 16", "possible": {"age": 16}, "reason": {"zh": "{day}起", "en": "From {day}"}},
        {"id": "gate", "when": "gate == 'off'", "reason": text("reason")},
    ]
    names = ("name", "everyday", "summary", "department", "fee", "fee_note", "delivery", "delivery_note", "result")
    data = {
        "code": code,
        "basic_code": f"SAMPLE-{code}",
        "implementation_code": f"SAMPLE-{code}",
        "version": 1,
        "group": draw(st.sampled_from([None, "one", "two"])),
        "icon": "sun",
        "minutes": 3,
        "limit": {"days": days, "unit": draw(st.sampled_from(["working_days", "days"]))},
        "limits": [{"days": days + 1, "unit": "days", "when": "gate == 'on'"}] if draw(st.booleans()) else [],
        "office": "street_centre",
        "otherwise": WAY,
        "fields": [gate, *fields],
        "materials": draw(papers(days, fields)),
        "stops": [{**stop, "way": WAY, "office": "hotline"} for stop in stops[: draw(st.integers(0, 2))]],
        "consents": [{"id": "tick", "text": text("t"), "when": draw(conditions(fields))}],
        **{name: text("w") for name in names},
    }
    return Service.model_validate(data)


@st.composite
def packages(draw: st.DrawFn, number: int, codes: list[str]) -> Package:
    """A package of some services, the first of which always applies."""
    own = {
        "id": "asked_first",
        "kind": "choice",
        "options": [{"value": value, "label": text(value)} for value in ("yes", "no")],
        "label": text("l"),
        "question": text("q"),
        "help": text("h"),
    }
    first, *others = draw(st.lists(st.sampled_from(codes), min_size=1, max_size=4, unique=True))
    condition = {"when": "asked_first == 'yes'", "otherwise": text("o")}
    parts = [{"code": first}, *({"code": code, **(condition if draw(st.booleans()) else {})} for code in others)]
    names = {"name": text("n"), "everyday": text("e"), "summary": text("s")}
    data = {"kind": "package", "code": f"package-{number}", "version": 1, "icon": "sun", "fields": [own], **names}
    return Package.model_validate({**data, "services": parts})


@st.composite
def catalogues(draw: st.DrawFn, most: int = 4) -> Catalogue:
    """A whole catalogue: services, packages of them, groups and offices."""
    pool = draw(meanings())
    codes = [f"service-{number}" for number in range(draw(st.integers(1, most)))]
    made = [draw(services(code, pool)) for code in codes]
    joined = [draw(packages(number, codes)) for number in range(draw(st.integers(0, 2)))]
    return Catalogue(made, joined, GROUPS, OFFICES)


NAMES = ("秦淑兰", "欧阳泉", "阿依古丽·买买提", "Anna Schmidt")
CODES = ("91370100MA3C0X0X11", "92370102MA3ABCDE1A", "91110000600037341L")
CITIES = ("370100", "110000", "330100", "650100")


@st.composite
def answers(draw: st.DrawFn, field: FormField, given: dict[str, str], today: date) -> str:
    """A right answer to a field beside those given before; of an address the part behind the place."""
    match field.kind:
        case FieldKind.CHOICE:
            return draw(st.sampled_from([option.value for option in field.options]))
        case FieldKind.CHOICES:
            values = [option.value for option in field.options]
            chosen = draw(st.sets(st.sampled_from(values), min_size=1))
            return ",".join(value for value in values if value in chosen)
        case FieldKind.PHONE:
            taken = given.get(field.differs_from or "")
            return draw(st.sampled_from([n for n in ("13805317216", "13905310000") if n != taken]))
        case FieldKind.DATE | FieldKind.MONTH:
            return draw(days(field, given, today)).isoformat()[: 10 if field.kind is FieldKind.DATE else 7]
        case FieldKind.REGION:
            return draw(st.sampled_from([code for code in CITIES if code != given.get(field.differs_from or "")]))
        case FieldKind.AMOUNT:
            return f"{draw(st.integers(field.least or 0, field.most or 0))}.00"
        case FieldKind.SIGNATURE:
            return "named"
    return draw(checked(field, given))


@st.composite
def days(draw: st.DrawFn, field: FormField, given: dict[str, str], today: date) -> date:
    """A day within what the field allows."""
    last = today + timedelta(days=field.latest_days if field.latest else 700)
    first = today if field.earliest else today - timedelta(days=7_000)
    if other := given.get(field.not_before or "", ""):
        first = max(first, date.fromisoformat(f"{other}-01"[:10]))
    return draw(st.dates(min(first, last), last))


@st.composite
def checked(draw: st.DrawFn, field: FormField, given: dict[str, str]) -> str:
    """Words, or a number that passes its check."""
    match field.check:
        case Check.COUNT:
            return str(draw(st.integers(field.least or 0, field.most or 0)))
        case Check.ID_NUMBER:
            return id_number(draw(st.dates(date(1940, 1, 1), date(2020, 1, 1))))
        case Check.DISABILITY_CERTIFICATE:
            born = draw(st.dates(date(1940, 1, 1), date(2020, 1, 1)))
            return f"{id_number(born)}{draw(st.integers(1, 7))}{draw(st.integers(1, 4))}"
        case Check.BANK_ACCOUNT:
            return "6222021234567890128"
        case Check.CREDIT_CODE:
            return draw(st.sampled_from(CODES))
        case Check.PERSON_NAME:
            return draw(st.sampled_from(NAMES))
    words = [word[: field.max_length] for word in ("泉香", "老街", "12号楼2单元301")]
    return draw(st.sampled_from([word for word in words if word != given.get(field.differs_from or "")]))


def id_number(born: date) -> str:
    """An identity number of someone born then, with its check digit."""
    body = f"370102{born:%Y%m%d}001"
    return body + str(mod_11_2.calc_check_digit(body))
