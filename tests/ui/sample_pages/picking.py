"""Samples of addresses, amounts and signatures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kiosk.page import Action, Choice, NumberBody, Page, PlaceBody, SignatureBody, TextBody
from sample_pages.book import Book

DISTRICTS = (
    ("历下区", "Lixia"),
    ("市中区", "Shizhong"),
    ("槐荫区", "Huaiyin"),
    ("天桥区", "Tianqiao"),
    ("历城区", "Licheng"),
    ("长清区", "Changqing"),
    ("章丘区", "Zhangqiu"),
    ("济阳区", "Jiyang"),
    ("莱芜区", "Laiwu"),
    ("钢城区", "Gangcheng"),
    ("平阴县", "Pingyin"),
    ("商河县", "Shanghe"),
    ("高新区", "Gaoxin"),
)
VILLAGES = ("东张村", "丁家庄村", "范家村", "顾家村", "韩家村", "胡家村", "贾庄村", "李家村", "刘家村") * 3
STROKES = "180,90 420,60 430,300;200,200 460,190;620,80 560,220 480,300;600,180 760,150;690,90 700,320 640,280"


class Picking(Book):
    """What is picked, counted and written by hand."""

    def picking(self) -> Iterator[Page]:
        """An address from the district to the door."""
        t = self.t
        title = t("您现在住在哪里？", "Where do you live now?")
        why = t("为什么问这个？社区按它找到您。", "Why we ask: your community finds you by it.")
        districts = tuple(
            Choice(Action("place", t(zh, en), value=str(code)), t("", zh)) for code, (zh, en) in enumerate(DISTRICTS)
        )
        first = PlaceBody((), (), districts, None, why)
        lead = t("先点区或县", "First, touch the district or county")
        yield self.page("place", title, first, 2, lead=lead, primary=None)
        chips = (
            Action("place", t("历下区", "Lixia"), "pencil"),
            Action("place", t("甸柳街道", "Dianliu"), "pencil", "370102"),
        )
        letters = tuple(
            Choice(Action("initial", letter, value=letter), chosen=letter == "D") for letter in "ABCDFGHJLMNPQSTWXYZ"
        )
        villages = tuple(
            Choice(Action("place", t(name, "Dongzhangzhuang"), value=f"v{number}"), t("", name))
            for number, name in enumerate(VILLAGES)
        )
        unlisted = Choice(
            Action("place", t("这里没有，自己写", "Not listed: write it myself"), "keyboard", "*"),
            t("新建的小区、记不清的，写下来就行", "New or unsure? Just write it down"),
        )
        lead = t("再点社区或村", "Next, touch the community or village")
        many = PlaceBody(chips, letters, villages, unlisted, "")
        yield self.page("place-long", title, many, 2, lead=lead, primary=None)
        keys = tuple(Action("key", key, value=key) for key in (*"1234567890", "区", "号楼", "单元", "室", "号", "-"))
        picked = (*chips, Action("place", t("甸柳新村第一社区", "Dianliuxincundiyi"), "pencil", "370102009"))
        rest = TextBody(
            "living_address",
            "5区12号楼",
            t("点这里，用拼音打字", "Touch here to type"),
            "draft",
            40,
            "",
            label=t("现住址", "Address"),
            left=t("还能写 33 个字", "33 characters left"),
            clear=Action("draft", t("清空", "Clear"), "eraser"),
            chips=picked,
            keys=keys,
        )
        lead = t("写到门牌号，例如：5 区 12 号楼。", "Now down to the door.")
        wrong = t("现住址：请写到门牌号，至少两个字。", "Address: please write down to the door.")
        yield self.page("place-rest", title, rest, 2, lead=lead)
        yield self.page("place-wrong", title, replace(rest, text="5"), 2, error=wrong)

    def counting(self) -> Iterator[Page]:
        """An amount."""
        t = self.t
        keys = tuple(Action("key", digit, value=digit) for digit in "123456789")
        ends = (
            Action("key", ".", value="."),
            Action("key", "0", value="0"),
            Action("key", t("退格", "Erase"), "delete", "erase"),
        )
        bounds = t("4,504 到 22,520 元", "¥4,504 to ¥22,520")
        why = t("为什么问这个？保费按它算。", "Why we ask: it decides the rest.")
        body = NumberBody("", t("0 元", "¥0"), "", keys + ends, why, bounds)
        title = t("每月按多少钱的基数交？", "On what monthly sum do you want to pay?")
        lead = t("最少 4,504 元，最多 22,520 元。", "From ¥4,504 to ¥22,520.")
        none = Action("forward", t("下一步", "Next"), "arrow-right", enabled=False)
        yield self.page("amount-empty", title, body, 2, lead=lead, primary=none)
        hint = t("壹万贰仟叁佰肆拾伍元陆角柒分", bounds)
        given = replace(body, text=t("12,345.67 元", "¥12,345.67"), below=hint)
        yield self.page("amount", title, given, 2, lead=lead)

    def signing(self) -> Iterator[Page]:
        """A signature, before and after."""
        t = self.t
        named = Choice(
            Action("draft", t("不方便写？用名字确认", "Hard to write? Confirm by name"), "badge-check", "named"),
            t("用前面核对过的姓名作签名", "The name given before stands for it"),
        )
        undo = Action("key", t("退一笔", "Undo"), "undo-2", "erase")
        clear = Action("key", t("重写", "Start again"), "eraser", "clear")
        here = t("用手指在这里写名字", "Sign here with your finger")
        body = SignatureBody(STROKES, (1000, 360), here, "draft", undo, clear, named, "")
        title = t("请签上您的名字", "Please sign your name")
        lead = t("签名表示您同意每月从银行卡扣保费。", "By signing you agree to the monthly debit.")
        empty = replace(body, strokes="", undo=replace(undo, enabled=False), clear=replace(clear, enabled=False))
        none = Action("forward", t("下一步", "Next"), "arrow-right", enabled=False)
        yield self.page("signature-empty", title, empty, 4, lead=lead, primary=none)
        yield self.page("signature", title, body, 4, lead=lead)
        wrong = t("签名：再写大一点、写全，或者点下面用名字确认。", "Signature: please write larger and in full.")
        yield self.page("signature-wrong", title, replace(body, strokes="500,150 520,160"), 4, error=wrong)
