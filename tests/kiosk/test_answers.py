"""Addresses, amounts and signatures: how they are given, checked, shown again, and handed in."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from config import catalogue, items
from config.divisions import divisions
from config.questions import FieldKind
from kiosk.form import form_of, scans_of
from kiosk.page import NumberBody, PlaceBody, SignatureBody, TextBody
from kiosk.pages.amounts import capitals, thousands
from kiosk.pages.present import present
from kiosk.visit import events as ev
from kiosk.visit.answers import Fault, fault
from kiosk.visit.filling import fill, filling
from kiosk.visit.pads import keyed
from kiosk.visit.signature import is_written, strokes_of, without_last
from kiosk.visit.steps import Camera, Filling, Reviewing, Scanning

STROKES = "100,100 400,100 400,300;500,100 480,320"
DAY_WORK = items.read(Path(__file__).with_name("day-work.toml")).root
"""Made up: it asks for an amount and a signature, and nothing under a condition."""

CODES = ("370102", "370102009", "370102009002")


def place(code: str) -> ev.PlaceChosen:
    found = divisions().place(code)
    assert found is not None
    return ev.PlaceChosen(found)


@pytest.fixture
def at_address(player, to_review):
    """The page of the address, nothing picked yet."""
    return player.play(*to_review[:6])


@pytest.fixture
def self_employed(player, now, person, page):
    """An insurance of one's own as far as the check page."""
    player.play(ev.Started(now), ev.ServiceChosen(DAY_WORK), ev.Forward(), ev.CardRead(person))
    player.play(ev.Drafted("both"), ev.Forward(), *map(ev.KeyPressed, "6000.5"), ev.Forward())
    player.play(ev.Drafted("小吃店"), ev.Forward(), ev.Drafted("13805317216"), ev.Forward())
    player.play(ev.Forward(), ev.SharedTold((("household", "r-2"),), "proof"))
    return player.play(ev.PictureAsked(), ev.PageTaken(page), ev.Forward())


def test_an_address_is_picked_level_by_level(at_address, scene):
    body = present(at_address.visit, scene).body
    assert isinstance(body, PlaceBody)
    assert [choice.action.label for choice in body.places[:2]] == ["历下区", "市中区"]
    assert body.chips == ()
    assert body.unlisted is None
    at_address.play(place("370102"))
    body = present(at_address.visit, scene).body
    assert [chip.label for chip in body.chips] == ["历下区"]
    assert body.unlisted is not None
    at_address.play(place("370102009"), place("370102009002"))
    page = present(at_address.visit, scene)
    assert isinstance(page.body, TextBody)
    assert [chip.label for chip in page.body.chips] == ["历下区", "甸柳街道", "甸柳新村第一社区"]
    assert page.primary is not None
    assert not page.primary.enabled
    at_address.play(*map(ev.KeyPressed, ("5", "区", "1", "2", "号楼")), ev.Forward())
    answer = at_address.step.application.answer("living_address")
    assert answer == "山东省济南市历下区甸柳街道甸柳新村第一社区 5区12号楼"
    assert at_address.step.application.place("living_address").code == "370102009002"


def test_while_picking_nothing_can_be_written_nor_sent(at_address):
    before = at_address.step
    at_address.play(ev.Drafted("5区"), ev.KeyPressed("5"))
    assert at_address.step == before
    at_address.play(ev.Forward())
    assert at_address.step.wrong


def test_back_goes_one_level_up_and_a_chip_keeps_what_was_written(at_address):
    at_address.play(*map(place, CODES), ev.Drafted("5区12号楼"), ev.Back())
    assert (at_address.step.place.code, at_address.step.draft) == ("370102009", "5区12号楼")
    at_address.play(ev.Back(), ev.Back())
    assert at_address.step.place.code == ""
    at_address.play(ev.Back())
    assert at_address.step.field.id == "lodging"
    at_address.play(ev.Forward(), *map(place, CODES), ev.Drafted("5区12号楼"), place("370102"), place("370102008*"))
    assert at_address.step.draft == "5区12号楼"
    at_address.play(ev.Forward())
    assert at_address.step.application.answer("living_address") == "山东省济南市历下区建新街道 5区12号楼"


def test_a_changed_address_begins_with_what_was_given_and_leads_back(player, to_review):
    player.play(*to_review, ev.EditAsked("living_address"))
    assert (player.step.place.code, player.step.draft) == ("370102009002", "5区12号楼")
    player.play(ev.Back())
    assert isinstance(player.step, Reviewing)
    player.play(ev.EditAsked("living_address"), ev.Drafted("6号楼"), ev.Forward())
    assert isinstance(player.step, Reviewing)
    assert player.step.application.answer("living_address").endswith("第一社区 6号楼")


def test_a_long_list_is_looked_under_by_letter(at_address, scene):
    at_address.play(place("370115"), place("370115007"))
    whole = present(at_address.visit, scene).body
    assert len(whole.places) == 130
    letter = whole.initials[0].action.value
    at_address.play(ev.InitialChosen(letter))
    under = present(at_address.visit, scene).body
    assert 0 < len(under.places) < 130
    assert [choice.chosen for choice in under.initials].count(True) == 1
    at_address.play(ev.InitialChosen(letter))
    assert present(at_address.visit, scene).body == whole
    at_address.play(ev.InitialChosen("?"))
    assert len(present(at_address.visit, scene).body.places) == 130


def test_a_place_is_read_in_pinyin_by_who_reads_no_chinese(at_address, scene):
    body = present(replace(at_address.visit, language="en"), replace(scene, language="en")).body
    assert (body.places[0].action.label, body.places[0].hint) == ("Lixia", "历下区")


@given(st.lists(st.sampled_from([*"0123456789.", "erase", "clear", "X", "号楼", ""]), max_size=30))
def test_whatever_is_keyed_an_amount_stays_an_amount(keys):
    field = next(field for field in DAY_WORK.fields if field.kind is FieldKind.AMOUNT)
    draft = ""
    for key in keys:
        draft = keyed(field, draft, key)
        assert draft == "" or (Decimal(draft) >= 0 and len(draft.partition(".")[2]) <= 2)
        assert thousands(draft).replace(",", "") == draft
        assert draft == "" or set(capitals(draft)) <= set("零壹贰叁肆伍陆柒捌玖拾佰仟万元角分整")


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("0", "零元整"),
        ("0.05", "伍分"),
        ("0.50", "伍角整"),
        ("10", "壹拾元整"),
        ("4504.00", "肆仟伍佰零肆元整"),
        ("1409.5", "壹仟肆佰零玖元伍角整"),
        ("6007.14", "陆仟零柒元壹角肆分"),
        ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
        ("107000.53", "壹拾万柒仟元伍角叁分"),
        ("100080", "壹拾万零捌拾元整"),
        ("20000", "贰万元整"),
        ("99999999.99", "玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
    ],
)
def test_an_amount_in_the_characters_of_cheques(amount, words):
    assert capitals(amount) == words


def test_an_amount_out_of_bounds_is_told_with_its_bounds_and_stays(self_employed, scene):
    self_employed.play(ev.Drafted(STROKES), ev.Forward(), ev.EditAsked("monthly_base"), ev.KeyPressed("clear"))
    self_employed.play(*map(ev.KeyPressed, "600"), ev.Forward())
    page = present(self_employed.visit, scene)
    assert page.error == "月缴费基数：请写 4,504 到 22,520 元之间的数。"
    assert isinstance(page.body, NumberBody)
    assert (page.body.text, page.body.below) == ("600 元", "陆佰元整")
    self_employed.play(ev.KeyPressed("0"), ev.Forward())
    assert self_employed.step.application.answer("monthly_base") == "6000.00"


def test_the_signature_is_asked_for_after_the_papers(self_employed, scene):
    page = present(self_employed.visit, scene)
    assert isinstance(page.body, SignatureBody)
    assert page.progress.at == 4
    self_employed.play(ev.Back())
    assert isinstance(self_employed.step, Scanning)
    self_employed.play(ev.Forward(), ev.Drafted(STROKES), ev.Forward())
    assert isinstance(self_employed.step, Reviewing)
    rows = {row.label: row.value for group in present(self_employed.visit, scene).body.groups for row in group.rows}
    assert (rows["签名"], rows["月缴费基数"]) == ("手写签名", "6,000.50 元")


def test_a_slip_of_the_finger_is_no_signature(self_employed, scene):
    self_employed.play(ev.Drafted("500,100 510,100"), ev.Forward())
    page = present(self_employed.visit, scene)
    assert page.error.startswith("签名：")
    assert page.body.strokes == "500,100 510,100"
    self_employed.play(ev.KeyPressed("clear"))
    assert not present(self_employed.visit, scene).primary.enabled
    self_employed.play(ev.Drafted(STROKES), ev.KeyPressed("erase"))
    assert self_employed.step.draft == STROKES.split(";", maxsplit=1)[0]


def test_a_signature_is_handed_in_as_a_picture(self_employed):
    self_employed.play(ev.Drafted(STROKES), ev.Forward())
    application = self_employed.step.application
    assert form_of(application, "zh")["answers"]["signature"] == "drawn"
    scan = scans_of(application)[-1]
    assert (scan.part, scan.media_type) == ("signature", "image/png")
    with Image.open(io.BytesIO(scan.data)) as picture:
        assert picture.size == (1000, 360)
        assert picture.getpixel((250, 100)) < 50
        assert picture.getpixel((800, 50)) > 250
    assert STROKES not in repr(application) + repr(scan) + repr(self_employed.visit)


def test_who_cannot_write_on_glass_confirms_by_name(self_employed):
    self_employed.play(ev.Drafted("named"), ev.Forward())
    application = self_employed.step.application
    assert form_of(application, "zh")["answers"]["signature"] == "named"
    assert [scan.part for scan in scans_of(application)] == ["debit_agreement"]


def test_the_codes_of_an_address_go_with_it(player, to_review):
    player.play(*to_review)
    assert form_of(player.step.application, "zh")["places"] == {"living_address": "370102009002"}


points = st.tuples(st.integers(0, 9999), st.integers(0, 9999))


@given(st.lists(st.lists(points, min_size=1, max_size=5), min_size=1, max_size=5))
def test_every_stroke_lies_on_the_sheet(strokes):
    text = ";".join(" ".join(f"{x},{y}" for x, y in stroke) for stroke in strokes)
    read = strokes_of(text)
    assert [len(stroke) for stroke in read] == [len(stroke) for stroke in strokes]
    assert all(0 <= x <= 1000 and 0 <= y <= 360 for stroke in read for x, y in stroke)
    assert len(strokes_of(without_last(text))) == len(strokes) - 1


@given(st.text(alphabet="0123456789,; x", max_size=40))
def test_no_text_breaks_a_signature(text):
    assert is_written(text) is False or strokes_of(text)


KINDS = sorted({field.kind for service in catalogue.load() for field in service.fields})


@given(st.sampled_from(KINDS), st.text(max_size=70))
def test_no_answer_breaks_a_check(kind, text):
    field = next((f for s in catalogue.load() for f in s.fields if f.kind is kind), None)
    assert field is not None, f"no service asks for {kind}"
    assert fault(field, text, date(2026, 11, 24), {}) in (None, *Fault)


def test_a_date_reaches_back_a_lifetime(player, to_review, scene):
    player.play(*to_review[: to_review.index(ev.Drafted("2026-03-01"))])
    body = present(player.visit, scene).body
    assert body.years[0] == 1896
    player.play(ev.Drafted("1931-05-04"), ev.Forward())
    assert player.step.application.answer("since") == "1931-05-04"


def test_keys_mean_nothing_where_there_are_none(player, to_review, now):
    step = player.play(*to_review).step
    for field in step.application.service.fields:
        if field.kind in (FieldKind.CHOICE, FieldKind.DATE):
            page = fill(step.application, field)
            assert filling(page, ev.KeyPressed("clear"), now) == page


def test_kept_pages_are_shown_again_looked_at_and_removed(player, to_review, page, scene):
    other = replace(page, jpeg=b"\xff\xd8 another \xff\xd9")
    player.play(*to_review, ev.EditAsked("lease"))
    assert player.step.camera is Camera.KEPT
    player.play(ev.PageAdded(), ev.PictureAsked(), ev.PageTaken(other), ev.PageAdded(), ev.PageLooked(0))
    shown = present(player.visit, scene)
    assert (shown.body.picture, shown.title) == (page.jpeg, "租房合同，第 1 页")
    assert [thumb.chosen for thumb in shown.body.pages] == [True, False]
    player.play(ev.PageRemoved(), ev.Forward())
    assert [kept.jpeg for kept in player.step.application.paper("lease").pages] == [other.jpeg]
    player.play(ev.EditAsked("lease"), ev.PageRemoved())
    assert (player.step.camera, player.step.pages) == (Camera.LIVE, ())


def test_a_page_lying_there_is_not_taken_while_another_is_looked_at(player, to_review):
    player.play(*to_review, ev.EditAsked("lease"), ev.PageSeen(None), ev.PageSeen(True))
    assert player.step.camera is Camera.KEPT


def test_no_more_pages_than_the_paper_may_have(player, to_review, page, scene):
    player.play(*to_review, ev.EditAsked("lease"))
    for _ in range(5):
        player.play(ev.PageAdded(), ev.PictureAsked(), ev.PageTaken(page), ev.PageAdded(), ev.PageLooked(0))
    player.play(ev.Forward(), ev.EditAsked("lease"))
    body = present(player.visit, scene).body
    assert body.count == "已拍 4 页，最多 4 页"
    assert "add_page" not in {action.intent for action in body.actions}
    player.play(ev.PageAdded())
    assert player.step.camera is Camera.KEPT


def test_pages_are_not_lost_on_the_way_back(player, to_review, page):
    player.play(*to_review, ev.EditAsked("lease"), ev.PageAdded(), ev.PictureAsked(), ev.PageTaken(page))
    player.play(ev.PageAdded(), ev.Back())
    assert isinstance(player.step, Reviewing)
    assert len(player.step.application.paper("lease").pages) == 2


def test_what_is_exempt_or_may_follow_is_explained(player, to_review, scene):
    player.play(*to_review[:-3])
    body = present(player.visit, scene).body
    assert body.later.hint == "2026 年 11 月 29 日前，到任何一台机器补交"
    assert [note.title for note in body.notes] == ["证件照片不用拍：市里已查到"]
    player.play(ev.Deferred())
    rows = {row.label: row.value for group in present(player.visit, scene).body.groups for row in group.rows}
    assert rows["租房合同"] == "先受理，2026 年 11 月 29 日前补"
    assert rows["证件照片"] == "市里能查到，不用交"


def test_a_question_that_was_left_wrong_says_which_and_how(player, to_review, scene):
    player.play(*to_review, ev.EditAsked("phone"), ev.KeyPressed("erase"), ev.Forward())
    assert isinstance(player.step, Filling)
    assert present(player.visit, scene).error == "手机：是 1 开头的 11 位数字，请再看一遍。"
