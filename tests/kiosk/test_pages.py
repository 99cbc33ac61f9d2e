"""Pages: every key of the wording is there in both languages, nothing hidden is shown, no page is a dead end."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from config.catalogue import Catalogue
from drivers.model import ErrorCode
from kiosk.pages.present import present
from kiosk.pages.scene import Scene
from kiosk.receipt import acceptance_slip, grouped
from kiosk.visit import events as ev
from kiosk.visit.masks import masked_address, masked_id_number, masked_name, masked_phone
from kiosk.visit.steps import Done, Visit
from kiosk.visit.view import ViewAspect

PLACEHOLDER = re.compile(r"{(\w+)")


def test_both_languages_say_the_same_things(words):
    assert words.languages[0] == "zh"
    assert words.keys("zh") == words.keys("en")
    assert all(words.keys(language) <= words.keys("zh") for language in words.languages), "others may be on their way"
    assert {f"remedy.{code.value}" for code in ErrorCode} <= words.keys("zh"), "what to do about every error"
    for key in words.keys("zh"):
        found = {frozenset(PLACEHOLDER.findall(words._tables[language][key])) for language in words.languages}
        assert len(found) == 1, key


def test_english_words_are_english(words):
    table = words._tables["en"]
    # what who reads only another language looks for; the city's motto; what stands on doors
    own = {"header.language", "paper.city", "address.keys", "header.stations"}
    assert {key for key, text in table.items() if re.search("[\u4e00-\u9fff]", text)} <= own


def test_no_sentence_of_refusal_is_in_the_wording(words):
    for key in words.keys("zh"):
        text = words._tables["zh"][key]
        assert not re.search("不行|(?<!谁也)不知道|不清楚|不归我们管", text), key


def test_no_chinese_stands_in_the_code():
    for folder in ("kiosk", "ui"):
        for path in Path(folder).rglob("*.py"):
            code = re.sub(r'""".*?"""|#[^\n]*', "", path.read_text("utf-8"), flags=re.S)
            if path.name not in ("amounts.py", "masks.py", "rig.py") and "gallery" not in path.parts:
                assert not re.search("[\u4e00-\u9fff]", code), path


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("甸柳社区便民服务站", "甸柳社区"),
        ("泉城路街道便民服务中心", "泉城路街道"),
        ("便民服务站", "便民服务站"),
        ("市民之家", "市民之家"),
    ],
)
def test_the_header_can_say_a_station_shorter(scene, name, short):
    header = present(Visit(), replace(scene, station=name)).header
    assert (header.station, header.short) == (name, short)


def test_masks():
    assert masked_name("欧阳泉") == "欧阳*"
    assert masked_name("秦淑兰") == "秦**"
    assert masked_name("欧阳") == "欧*"
    assert masked_name("YANG, CESHI") == "YANG ***"
    assert masked_id_number("370102195803140010") == "370102********0010"
    assert masked_id_number("CAN110088031402") == "CAN*********402"
    assert masked_phone("13805317216") == "138 **** 7216"
    assert masked_address("山东省滨州市滨城区黄河五路8号") == "山东省滨州市 ******"
    assert masked_address("") == ""


def test_the_check_page_hides_what_bystanders_should_not_read(player, to_review, scene, person):
    player.play(*to_review)
    page = present(player.visit, scene)
    shown = {row.value for group in page.body.groups for row in group.rows}
    assert person.id_number not in shown
    assert person.address not in shown
    assert "13805317216" not in shown
    assert person.id_number in {row.full for group in page.body.groups for row in group.rows}
    assert page.primary.enabled is False, "first the consent"


def test_the_slip_says_number_papers_and_what_is_to_follow(player, to_review, now, words, services, person):
    player.play(*to_review, ev.EditAsked("lease"), ev.Deferred(), ev.ConsentToggled(), ev.Forward())
    player.play(ev.Sealed((("id-1", "L00421126112400012"),), now), ev.NumberKnown("id-1", "37010226112400076"))
    step = player.step
    assert isinstance(step, Done)
    slip = acceptance_slip(step.receipt, words, "甸柳社区")
    text = "\n".join(str(getattr(item, "text", getattr(item, "data", ""))) for item in slip)
    for expected in (
        "受理凭条",
        "3701 0226 1124 0007 6",
        "欧阳*",
        "2026 年 11 月 29 日前补交：租房合同",
        "138 **** 7216",
        "0 元",
    ):
        assert expected in text
    for secret in (person.name, person.id_number, person.address, "13805317216"):
        assert secret not in text
    assert "37010226112400076" in text.splitlines(), "the code to scan holds the number alone"


def test_what_the_city_refused_names_who_goes_on_and_says_nothing_of_the_line(player, to_review, now, scene, words):
    player.play(*to_review, ev.ConsentToggled(), ev.Forward(), ev.Sealed((("id-1", "L00421126112400012"),), now))
    player.play(ev.NumberRefused("id-1"))
    step = player.step
    assert isinstance(step, Done)
    body = present(player.visit, scene).body
    assert body.icon == "info", "no tick"
    shown = "\n".join((body.headline, body.number_note, *(moment.what for moment in body.timeline)))
    slip = "\n".join(str(getattr(item, "text", "")) for item in acceptance_slip(step.receipt, words, "甸柳社区"))
    for said in (shown, slip):
        assert "市里这次没有收下" in said
        assert "12345" in said
        for untrue in ("线路", "接通后", "已受理", "受理凭条", "不用再做什么"):
            assert untrue not in said


def test_numbers_are_grouped_by_four():
    assert grouped("37010226112400076") == "3701 0226 1124 0007 6"


def test_trouble_without_a_sentence_of_its_own_still_has_one(scene: Scene):
    for device in ("reader", "scanner", "printer"):
        for code in ErrorCode:
            assert scene.trouble(device, code)


def test_every_page_has_a_way_on(player, to_review, scene: Scene, services: Catalogue, now):
    seen = set()
    for event in to_review:
        player.play(event)
        page = present(player.visit, scene)
        seen.add(page.name)
        assert page.back or page.primary or page.name == "attract"
        assert any(tool.intent == "help" for tool in page.header.tools) or page.name == "attract"
    assert {"home", "guide", "identify", "field-lodging", "field-phone", "scan-lease", "review"} <= seen


def test_the_tools_say_what_is_on_and_the_way_down_becomes_the_way_back(player, to_review, scene: Scene):
    player.play(*to_review, ev.ViewToggled(ViewAspect.LARGE_PRINT))
    page = present(player.visit, scene)
    switches = {tool.value: tool.on for tool in page.header.tools if tool.intent == "view"}
    assert switches == {"high_contrast": False, "large_print": True, "spoken": False}
    down = page.lower
    player.play(ev.ViewToggled(ViewAspect.LOWERED))
    back = present(player.visit, scene).lower
    assert (down.intent, down.value) == (back.intent, back.value) == ("view", "lowered")
    assert (down.label, back.label) == (scene.say("view.lower"), scene.say("view.raise"))


def test_the_resting_screen_keeps_to_what_helps_to_read_it(scene: Scene):
    page = present(Visit(), scene)
    assert [tool.value for tool in page.header.tools] == ["high_contrast", "large_print", "en"]
    assert page.lower is None
