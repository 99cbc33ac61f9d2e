"""Several answers, months, checked numbers, codes and regions: as they are asked, told wrong, and shown again."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ui
from config import catalogue
from config.questions import FieldKind, FormField
from kiosk.form import form_of
from kiosk.page import ChoiceBody, DateBody, NumberBody, PlaceBody, TextBody
from kiosk.pages.narration import narration
from kiosk.pages.present import present
from kiosk.pages.scene import Scene
from kiosk.visit import events as ev
from kiosk.visit.advance import advance
from kiosk.visit.checks import typed_person
from kiosk.visit.matter import only
from kiosk.visit.pads import keyed
from kiosk.visit.steps import Filling, Reviewing, Visit
from kiosk.visit.view import ViewAspect
from kiosk.words import Words

KINDS = Path(__file__).parents[1] / "kinds.toml"
FIELDS = {field["id"]: FormField.model_validate(field) for field in tomllib.loads(KINDS.read_text("utf-8"))["fields"]}
ACCOUNT, OTHER_ACCOUNT = "6205500000000000004", "6200000000000005"
SPECIMEN = "37010219491231058X"
CODE = "91330100799655058B"
NEXT = ev.Forward()


def typed(number: str) -> list[ev.Event]:
    return [ev.KeyPressed(key) for key in number]


GIVEN: dict[str, list[ev.Event]] = {
    "kinds": [ev.Drafted("medical"), ev.Drafted("pension"), NEXT],
    "start": [ev.Drafted("2026-09"), NEXT],
    "married": [ev.Drafted("2026-03-12"), NEXT],
    "born": [ev.Drafted("2027-01-20"), NEXT],
    "carer": [*typed(SPECIMEN), NEXT],
    "account": [*typed(ACCOUNT), NEXT, *typed(ACCOUNT), NEXT],
    "certificate": [*typed(SPECIMEN + "43B1"), NEXT],
    "child": [*typed("2"), NEXT],
    "employer_code": [ev.Drafted(CODE.lower()), NEXT],
    "landlord": [ev.Drafted("阿依古丽·买买提"), NEXT],
    "place": [ev.Drafted("510000"), ev.Drafted("510100"), NEXT],
    "phone": [ev.Drafted("13805317216"), NEXT],
    "contact_phone": [ev.Drafted("13805317217"), NEXT],
}


SERVICES = catalogue.load()
SCENE = Scene(SERVICES, "站", Words.load(ui.TRANSLATIONS), "zh")
SERVICE = next(iter(SERVICES)).model_copy(update={"fields": tuple(FIELDS.values()), "materials": (), "stops": ()})
SOMEONE = typed_person(SPECIMEN, "欧阳泉", date(1949, 12, 31))
START = (ev.Started(datetime(2026, 11, 24, 10, 30)), ev.ServiceChosen(SERVICE), NEXT, ev.CardRead(SOMEONE))
"""Up to the first question of a service that asks everything and wants no paper."""


@pytest.fixture
def asking(player):
    """A visit before its first question."""
    return player.play(*START)


@pytest.fixture
def until(asking, scene):
    """Plays on to a question, and gives a way to see its page."""

    def go(name: str):
        for field in FIELDS:
            if field == name:
                break
            asking.play(*GIVEN[field])
        assert present(asking.visit, scene).name == f"field-{name}"
        return asking

    return go


def error(player, scene) -> str:
    return present(player.visit, scene).error


def test_everything_given_is_handed_in_and_shown_masked(asking, scene):
    for events in GIVEN.values():
        asking.play(*events)
    assert isinstance(asking.step, Reviewing)
    assert form_of(asking.step.application, "zh")["answers"] == {
        "kinds": "pension,medical",
        "start": "2026-09",
        "married": "2026-03-12",
        "born": "2027-01-20",
        "carer": SPECIMEN,
        "account": ACCOUNT,
        "certificate": SPECIMEN + "43B1",
        "child": "2",
        "employer_code": CODE,
        "landlord": "阿依古丽·买买提",
        "place": "510100",
        "phone": "13805317216",
        "contact_phone": "13805317217",
    }
    groups = present(asking.visit, scene).body.groups
    rows = {row.label: (row.value, row.full) for group in groups for row in group.rows}
    assert rows["参加哪种"] == ("养老保险、医疗保险", "")
    assert rows["起缴月份"] == ("2026 年 9 月", "")
    assert rows["照护人身份证号"] == ("370102********058X", "370102 1949 1231 058X")
    assert rows["收款卡号"] == ("***************0004", "6205 5000 0000 0000 004")
    assert rows["残疾人证号"] == ("370102************43B1", "370102 1949 1231 058X 43B1")
    assert rows["孩次"] == ("2", "")
    assert rows["就医地"] == ("四川省成都市", "")
    english = replace(scene, language="en")
    labels = {row.label: row.value for group in present(asking.visit, english).body.groups for row in group.rows}
    assert labels["Place of treatment"] == "Sichuan, Chengdu"
    facts = asking.step.application.course(SERVICE).facts
    assert (facts["carer_age"], facts["certificate_kind"], facts["certificate_level"]) == (76, 4, 3)


def test_nothing_of_it_is_read_aloud(asking, scene):
    asking.play(ev.ViewToggled(ViewAspect.SPOKEN))
    secrets = (SPECIMEN, ACCOUNT, "13805317217", "阿依古丽", "成都", "4312")
    heard = ""
    for events in GIVEN.values():
        for event in events:
            asking.play(event)
            page = present(asking.visit, scene)
            if not isinstance(page.body, PlaceBody):
                heard += "".join(text for said in narration(page) for text in said.texts).replace(" ", "")
    assert not [secret for secret in secrets if secret in heard]


def test_several_may_be_chosen_and_one_must(until, scene):
    player = until("kinds")
    page = present(player.visit, scene)
    assert isinstance(page.body, ChoiceBody)
    assert page.body.several
    assert page.lead.startswith("可以选几项。")
    assert not page.primary.enabled
    player.play(ev.Drafted("injury"), ev.Drafted("pension"), ev.Drafted("pension,medical"), ev.Drafted("nothing"))
    assert player.step.draft == "pension,injury"
    assert [choice.chosen for choice in present(player.visit, scene).body.choices] == [True, False, True]
    player.play(ev.Drafted("injury"), ev.Drafted("pension"), NEXT)
    assert error(player, scene) == "参加哪种：请至少点选一项，再点下一步。"


def test_a_month_is_turned_without_days(until, scene):
    player = until("start")
    body = present(player.visit, scene).body
    assert isinstance(body, DateBody)
    assert (body.year, body.month, body.days, body.unit_labels) == (2026, 11, 0, ("年", "月"))
    player.play(ev.Drafted("2026-13"), ev.Drafted("2026-03-01"))
    assert player.step.draft == "2026-11"
    player.play(ev.Drafted("2026-12"), NEXT)
    assert error(player, scene) == "起缴月份：这个月还没到，请选本月或以前的月份。"


def test_a_day_has_its_bounds(until, scene):
    player = until("born")
    assert present(player.visit, scene).body.years[-1] == 2027
    player.play(ev.Drafted("2026-03-11"), NEXT)
    assert error(player, scene) == "预产期：请选 2026 年 3 月 12 日或以后的，不早于“结婚登记日期”。"
    player.play(ev.Drafted("2027-09-21"), NEXT)
    assert error(player, scene) == "预产期：最晚可以选 2027 年 9 月 20 日。"
    player.play(ev.Drafted("2027-09-20"), NEXT)
    assert player.step.application.answer("born") == "2027-09-20"


def test_a_day_without_a_bound_can_lie_ahead(asking, scene):
    field = FIELDS["married"].model_copy(update={"latest": None})
    service = SERVICE.model_copy(update={"fields": (field,)})
    application = replace(asking.step.application, matter=only(service))
    step = replace(asking.step, application=application, field=field, draft="2026-11-24")
    visit = replace(asking.visit, step=step)
    assert present(visit, scene).body.years[-1] == 2031


def test_an_account_is_typed_twice(until, scene):
    player = until("account").play(*typed(ACCOUNT[:-1] + "5"), NEXT)
    assert error(player, scene) == "收款卡号：16 到 19 位，有一位不对，请对照银行卡再看。只有存折，就点“找人帮忙”。"
    player.play(ev.KeyPressed("erase"), *typed("4"), NEXT)
    page = present(player.visit, scene)
    assert (page.title, page.lead, page.body.text) == ("请把收款卡号再输一遍", "两遍一样，就不会写错。", "")
    player.play(*typed(OTHER_ACCOUNT), NEXT)
    assert error(player, scene).startswith("收款卡号：和第一遍不一样")
    assert player.step.draft == OTHER_ACCOUNT
    player.play(ev.Back())
    assert (player.step.draft, player.step.first) == (ACCOUNT, "")
    player.play(NEXT, *typed(ACCOUNT), NEXT)
    assert player.step.application.answer("account") == ACCOUNT


def test_an_account_that_stays_as_it_was_is_not_typed_again(asking):
    for events in GIVEN.values():
        asking.play(*events)
    asking.play(ev.EditAsked("account"), NEXT)
    assert isinstance(asking.step, Reviewing)
    asking.play(ev.EditAsked("account"), ev.KeyPressed("clear"), *typed(OTHER_ACCOUNT), NEXT, *typed(ACCOUNT), NEXT)
    assert isinstance(asking.step, Filling)
    assert asking.step.application.answer("account") == ACCOUNT
    asking.play(ev.KeyPressed("clear"), *typed(OTHER_ACCOUNT), NEXT)
    assert asking.step.application.answer("account") == OTHER_ACCOUNT


@pytest.mark.parametrize(
    ("name", "keys", "text", "hint", "corner"),
    [
        ("carer", "3701021949", "370102 1949", "还差 8 位", "X"),
        ("carer", SPECIMEN, "370102 1949 1231 058X", "位数够了", "X"),
        ("account", "62055", "6205 5", "还差 11 位", "clear"),
        ("account", "6205500000000000", "6205 5000 0000 0000", "已输 16 位", "clear"),
        ("account", ACCOUNT, "6205 5000 0000 0000 004", "位数够了", "clear"),
        ("certificate", "37010219491231058", "370102 1949 1231 058", "还差 3 位", "X"),
        ("certificate", SPECIMEN, "370102 1949 1231 058X", "还差 2 位", "B"),
        ("certificate", SPECIMEN + "43B1", "370102 1949 1231 058X 43B1", "位数够了", "B"),
        ("child", "", "", "", "clear"),
    ],
)
def test_a_number_in_groups_with_what_is_missing(until, scene, name, keys, text, hint, corner):
    body = present(until(name).play(*typed(keys)).visit, scene).body
    assert isinstance(body, NumberBody)
    assert (body.text, body.hint, body.keys[9].value) == (text, hint, corner)


NUMBERS = [field for field in FIELDS.values() if field.kind is FieldKind.NUMBER]


@given(st.sampled_from(NUMBERS), st.lists(st.sampled_from([*"0123456789XB.", "erase", "clear", "号楼"]), max_size=60))
def test_whatever_is_keyed_a_number_may_still_become_one(field, keys):
    draft = ""
    for key in keys:
        before, draft = draft, keyed(field, draft, key)
        assert len(draft) <= 22
        assert set(draft) <= set("0123456789XB")
        assert draft in ("", before, before[:-1], before + key, key)
    assert "X" not in draft[:17] + draft[18:]
    assert "B" not in draft[:20]


def test_what_is_wrong_with_a_number(until, scene):
    player = until("child").play(*typed("0"), NEXT)
    assert error(player, scene) == "孩次：请写 1 到 9 之间的数。"
    player.play(*typed("57"))
    assert player.step.draft == "5"
    player.play(NEXT, ev.Back(), ev.Back(), *typed("4"), ev.KeyPressed("clear"), *typed("37010219491231058"), NEXT)
    assert error(player, scene) == "残疾人证号：有一位不对，请对照证件再看一遍，一共 20 位。"


def test_a_code_is_written_with_digits_at_hand(until, scene):
    player = until("employer_code")
    body = present(player.visit, scene).body
    assert isinstance(body, TextBody)
    assert body.latin
    assert (body.left, body.max_length, "".join(key.label for key in body.keys)) == ("还差 18 位", 18, "1234567890")
    player.play(*typed(CODE), ev.KeyPressed("7"))
    assert player.step.draft == CODE
    player.play(ev.Drafted(CODE[:-1] + "A"), NEXT)
    assert error(player, scene) == "单位代码：有一位不对，请对照营业执照再看。"
    player.play(ev.Drafted(f"{CODE}1234"), NEXT)
    assert player.step.application.answer("employer_code") == CODE


def test_a_name_has_letters(until, scene):
    player = until("landlord").play(ev.Drafted("王1"), NEXT)
    assert error(player, scene) == "房东姓名：请写姓名，至少两个字，不要数字。"


def test_a_region_is_picked_by_province_and_city(until, scene):
    player = until("place")
    page = present(player.visit, scene)
    assert isinstance(page.body, PlaceBody)
    assert (len(page.body.places), page.body.chips, page.primary.enabled) == (34, (), False)
    assert page.lead == "备案后在那里看病直接报销。先点省份。"
    player.play(ev.InitialChosen("S"))
    under = [choice.action.label for choice in present(player.visit, scene).body.places]
    assert under == ["山东省", "山西省", "陕西省", "上海市", "四川省"]
    player.play(ev.Drafted("370000"))
    page = present(player.visit, scene)
    assert [choice.action.label for choice in page.body.places[:2]] == ["济南市", "青岛市"]
    assert [chip.label for chip in page.body.chips] == ["山东省"]
    player.play(NEXT)
    assert error(player, scene) == "就医地：请再点一个城市，再点下一步。"
    player.play(ev.InitialChosen("Q"), ev.Drafted("370200"))
    page = present(player.visit, scene)
    assert [(choice.action.label, choice.chosen) for choice in page.body.places] == [("青岛市", True)]
    assert page.primary.enabled
    player.play(ev.Drafted(page.body.chips[0].value))
    assert (player.step.draft, player.step.initial) == ("", "")
    player.play(ev.Drafted("310000"))
    assert present(player.visit, scene).primary.enabled, "a municipality is one step"
    player.play(ev.Drafted("999999"), NEXT)
    assert player.step.application.answer("place") == "310000"


def test_the_way_back_out_of_a_region(until, asking, scene):
    player = until("place").play(ev.Drafted("370000"), ev.Back())
    assert player.step.draft == ""
    player.play(ev.Back())
    assert present(player.visit, scene).name == "field-landlord"
    player.play(NEXT, *GIVEN["place"], ev.Back())
    assert present(player.visit, scene).body.chips[0].label == "四川省"
    player.play(ev.Back())
    assert present(player.visit, scene).name == "field-landlord", "what was given before is left as it is"


def test_regions_are_read_in_pinyin_by_who_reads_no_chinese(until, scene):
    player = until("place")
    body = present(replace(player.visit, language="en"), replace(scene, language="en")).body
    assert (body.places[0].action.label, body.places[0].hint) == ("Anhui", "安徽省")


def test_another_phone_is_asked_for_by_name(until, scene):
    player = until("contact_phone").play(ev.Drafted("13805317216"), NEXT)
    assert error(player, scene) == "家人电话：和“手机”一样了，请写另一个号码。"
    english = replace(scene, language="en")
    assert present(replace(player.visit, language="en"), english).error.startswith("Relative's phone: this is the same")


def test_an_answer_that_clashes_with_one_changed_later_is_asked_again(asking, scene):
    for events in GIVEN.values():
        asking.play(*events)
    asking.play(ev.EditAsked("phone"), ev.Drafted("13805317217"), NEXT)
    assert error(asking, scene) == "家人电话：和“手机”一样了，请写另一个号码。"
    asking.play(ev.Drafted("13805317218"), NEXT)
    assert isinstance(asking.step, Reviewing)
    asking.play(ev.EditAsked("married"), ev.Drafted("2026-11-20"), NEXT)
    assert isinstance(asking.step, Reviewing), "the day after it is later still"


KEYS = st.sampled_from([*"0123456789XB", "erase", "clear"])
DRAFTS = st.sampled_from(
    ["pension", "medical", "", "2026-03", "2026-03-01", "2099-12", "370000", "370100", "110000", "13805317216", CODE]
)
events = st.one_of(
    st.just(NEXT),
    st.just(NEXT),
    st.just(ev.Back()),
    st.builds(ev.KeyPressed, KEYS),
    st.builds(ev.Drafted, DRAFTS),
    st.builds(ev.InitialChosen, st.sampled_from("JQ?")),
    st.sampled_from([events[0] for events in GIVEN.values()]),
    st.builds(ev.EditAsked, st.sampled_from(list(FIELDS))),
)


@given(st.integers(0, len(FIELDS)), st.lists(events, max_size=40))
def test_any_sequence_of_answers_can_be_shown(depth, happened):
    visit = Visit()
    given_before = [event for answers in list(GIVEN.values())[:depth] for event in answers]
    for event in (*START, *given_before, *happened):
        visit, _ = advance(visit, event)
        page = present(visit, SCENE)
        assert page.name
        if isinstance(visit.step, Filling):
            assert (page.error != "") is (visit.step.wrong is not None)
            assert set(visit.step.application.course(SERVICE).facts) >= {"age"}
            assert ACCOUNT not in repr(visit) + repr(page)
