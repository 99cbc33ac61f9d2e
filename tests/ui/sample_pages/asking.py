"""Samples of questions and of the scanner."""

from __future__ import annotations

import calendar
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
    PageThumb,
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
        home = t("您住的房子是？", "What kind of home is it?")
        choice = self.page("choice", home, ChoiceBody(choices, why), 2, lead=lead)
        yield choice
        yield self.spoken(choice)
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
        text = TextBody(
            "work",
            "",
            t("点这里，用拼音打字", "Touch here to type"),
            "draft",
            60,
            why,
            label=t("做什么工作", "Work"),
            left=t("还能写 60 个字", "60 characters left"),
            clear=Action("draft", t("清空", "Clear"), "eraser"),
        )
        typing = self.page("text", t("您现在做什么工作？", "What work do you do?"), text, 2)
        yield typing
        yield self.spoken(typing, withheld=True)
        units = (t("年", "year"), t("月", "month"), t("日", "day"))
        months = tuple(t(f"{number} 月", calendar.month_name[number]) for number in range(1, 13))
        turned = (t("2026 年", "2026"), months[2], t("1 日", "1"))
        date = DateBody(2026, 3, 1, tuple(range(1896, 2027)), 31, units, months, turned, "draft", why)
        yield self.page("date", t("您从哪天住进来的？", "Since when have you lived there?"), date, 2)

    def scanning(self) -> Iterator[Page]:
        """The scanner in each of its stages."""
        t = self.t
        take = Action("take", t("拍照", "Take"), "camera")
        later = Choice(
            Action("defer", t("没带，5 天内补", "Not here: in 5 days"), "clock-alert"),
            t(
                "2026 年 11 月 29 日前，到任何一台机器补交",
                "Bring it to any terminal by 29 November 2026",
            ),
        )
        again = Action("retake", t("重拍", "Again"), "rotate-ccw")
        more = Action("add_page", t("再拍一页", "Add a page"), "plus")
        good = Note(t("四角齐全", "All corners"), "circle-check", tone=Tone.GOOD)
        poor = Note(t("有点反光，转一下", "A reflection; turn it"), "triangle-alert", tone=Tone.ATTENTION)
        title = t("请放租房合同，第 1 页", "Lease: place page 1")
        flat = t("铺平，四个角都要看得见", "Flat, all four corners in sight")
        count = t("已拍 2 页，最多 4 页", "2 taken, 4 at most")
        photo = Note(t("证件照片不用拍：市里已有", "Photograph: not needed here, the city has it"), "badge-check")
        remove = Action("remove_page", t("去掉这一页", "Remove"), "trash-2")
        one = PageThumb(Action("look", t("第 1 页", "Page 1"), value="0"), PAPER)
        stages = (
            (ScanStage.LIVE, flat, b"", (), (), take),
            (ScanStage.TAKING, t("正在拍，请不要动", "Please hold still"), b"", (), (), replace(take, enabled=False)),
            (ScanStage.CHECK, t("拍好了", "Taken"), PAPER, (good, poor), (again, more), None),
            (ScanStage.KEPT, t("已经收好", "Kept"), PAPER, (good,), (remove, more), None),
            (ScanStage.UNAVAILABLE, t("摄像头暂时用不了", "The camera is out of order"), b"", (), (), take),
        )
        for stage, status, picture, marks, actions, primary in stages:
            begun = picture != b""
            pages = (
                (one, replace(one, action=Action("look", t("第 2 页", "Page 2"), value="1"), chosen=True))
                if begun
                else ()
            )
            body = ScanBody(
                stage, status, picture, marks, count if begun else "", pages, actions,
                None if begun else later, () if begun else (photo,),
            )  # fmt: skip
            page = self.page(f"scan-{stage.value}", title, body, 3)
            yield replace(page, primary=primary or page.primary)
