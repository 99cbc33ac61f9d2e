"""Samples of questions and of the scanner."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

from PIL import Image, ImageDraw

from kiosk.page import (
    Action,
    Choice,
    ChoiceBody,
    DateBody,
    Note,
    NumberBody,
    Page,
    ScanBody,
    ScanStage,
    TextBody,
    Tone,
)
from sample_pages.book import Book


def paper() -> bytes:
    """A page as the scanner gives it, as JPEG."""
    image = Image.new("RGB", (620, 877), "#fdfdfa")
    draw = ImageDraw.Draw(image)
    draw.rectangle((180, 70, 440, 100), fill="#555555")
    for line in range(14):
        draw.rectangle((80, 170 + line * 40, 540 - line % 4 * 40, 182 + line * 40), fill="#999999")
    buffer = io.BytesIO()
    image.save(buffer, "JPEG")
    return buffer.getvalue()


PAPER = paper()


class Asking(Book):
    """What is asked for."""

    def asking(self) -> Iterator[Page]:
        """The questions of a form."""
        t = self.t
        options = (
            ("租的房子", "Rented", "请准备租房合同，没带可以 5 天内补", "Have the lease ready", "key-round"),
            ("自己的房子", "My own", "市里能查到房产，不用带证明", "The city has the title", "house"),
            ("单位宿舍", "Employer's dormitory", "请准备单位开的住宿证明", "Have a letter ready", "building-2"),
            ("住在亲友家", "With family or friends", "需要亲友的身份证", "Have your host's card", "users"),
        )
        choices = tuple(
            Choice(Action("draft", t(zh, en), icon, str(number)), t(hint, hint_en), number == 0)
            for number, (zh, en, hint, hint_en, icon) in enumerate(options)
        )
        why = t("为什么问这个？它决定您需要交哪些材料。", "Why we ask: it decides which papers you need.")
        lead = t("选一个最接近的，后面可以改。", "Choose the closest; you can change it later.")
        yield self.page(
            "choice", t("您住的房子是？", "What kind of home is it?"), ChoiceBody(choices, why), 2, lead=lead
        )
        keys = tuple(Action("key", digit, value=digit) for digit in "123456789")
        ends = (
            Action("key", t("清空", "Clear"), value="clear"),
            Action("key", "0", value="0"),
            Action("key", t("退格", "Erase"), "delete", "erase"),
        )
        number = NumberBody("138 0531 72", t("手机号码", "Mobile number"), t("还差 2 位", "2 to go"), keys + ends, why)
        title = t("您的手机号码？", "Your mobile number?")
        yield self.page("number", title, number, 2, lead=t("办好后，用它通知您。", "We use it to tell you."))
        wrong = t("手机号码是 1 开头的 11 位数字，请再看一遍。", "A mobile number has 11 digits and begins with 1.")
        yield self.page("number-wrong", title, replace(number, why=""), 2, lead="", error=wrong)
        text = TextBody("address", "", t("点这里，用拼音打字", "Touch here to type"), "draft", 60, why)
        yield self.page("text", t("您现在住在哪里？", "Where do you live now?"), text, 2)
        units = (t("年", "year"), t("月", "month"), t("日", "day"))
        date = DateBody(2026, 3, 1, tuple(range(1966, 2027)), 31, units, "draft", why)
        yield self.page("date", t("您从哪天住进来的？", "Since when have you lived there?"), date, 2)

    def scanning(self) -> Iterator[Page]:
        """The scanner in each of its stages."""
        t = self.t
        take = Action("take", t("拍照", "Take"), "camera")
        later = Action("defer", t("没带，5 天内补", "Not here: in 5 days"), "clock-alert")
        again = Action("retake", t("重拍", "Again"), "rotate-ccw")
        more = Action("add_page", t("再拍一页", "One more page"), "plus")
        good = Note(t("四角齐全", "All corners"), "circle-check", tone=Tone.GOOD)
        poor = Note(t("有点反光，转一下", "A reflection; turn it"), "triangle-alert", tone=Tone.ATTENTION)
        title = t("请放租房合同，第 1 页", "Lease: lay page 1")
        flat = t("铺平，四个角都要看得见", "Flat, all four corners in sight")
        stages = (
            (ScanStage.LIVE, flat, b"", (), (later,), take),
            (ScanStage.TAKING, t("正在拍，请不要动", "Please hold still"), b"", (), (), replace(take, enabled=False)),
            (ScanStage.CHECK, t("拍好了", "Taken"), PAPER, (good, poor), (again, more), None),
            (ScanStage.UNAVAILABLE, t("摄像头暂时用不了", "The camera is out of order"), b"", (), (later,), take),
        )
        for stage, status, picture, marks, actions, primary in stages:
            labels = (t("第 1 页", "Page 1"),)
            body = ScanBody(stage, status, picture, marks, (PAPER,), labels, actions)
            page = self.page(f"scan-{stage.value}", title, body, 3)
            yield replace(page, primary=primary or page.primary)
