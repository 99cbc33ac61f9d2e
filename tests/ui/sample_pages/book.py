"""What all samples share: the frame of a page and the choice of language."""

from __future__ import annotations

from dataclasses import replace

from kiosk.page import (
    Action,
    Body,
    Choice,
    Header,
    HomeBody,
    Page,
    Progress,
    Speech,
)
from kiosk.visit.view import View


def shown(page: Page, view: View) -> Page:
    """A page in another view: the switches that are on look on, the way down is the way back, and home has fewer
    choices in large print."""
    tools = tuple(
        tool if tool.on is None else replace(tool, on=getattr(view, tool.value)) for tool in page.header.tools
    )
    lower = page.lower
    if lower is not None and view.lowered:
        lower = replace(lower, label="放回" if page.language == "zh" else "Back up", icon="arrow-up-to-line")
    body = page.body
    if view.large_print and isinstance(body, HomeBody):
        groups = "、".join(matter.action.label for matter in body.matters[:3])
        all_of_them = Choice(Action("matters", body.matters_heading, "layers"), groups + "等")
        if page.language == "en":
            all_of_them = replace(all_of_them, hint="Living here, Insurance…")
        body = replace(body, matters_heading="", matters=(all_of_them,), departments=None)
    return replace(page, view=view, header=replace(page.header, tools=tools), lower=lower, body=body)


STEPS = (
    ("确认是您本人", "Who you are"),
    ("填写信息", "Questions"),
    ("拍材料", "Papers"),
    ("核对", "Check"),
    ("编号和凭条", "Number and slip"),
)
"""What the steps of a visit are called above a page."""


class Book:
    """The pages in one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def t(self, chinese: str, english: str) -> str:
        """One of two wordings."""
        return chinese if self.language == "zh" else english

    def page(self, name: str, title: str, body: Body, at: int = 0, **more: object) -> Page:
        """A page with the usual frame; `at` is the step, 0 for none."""
        t = self.t
        tools = (
            Action("view", t("黑底亮字", "Light on black"), "contrast", "high_contrast", on=False),
            Action("view", t("大字", "Large"), "a-large-small", "large_print", on=False),
            Action("view", t("朗读", "Listen"), "volume-2", "spoken", on=False),
            Action("language", t("English", "中文"), "languages", t("en", "zh")),
            Action("help", t("找人帮忙", "Help"), "hand-helping"),
        )
        label = f"{at} / 5  {t(*STEPS[at - 1])} · {t('居住登记', 'Residence registration')}"
        page = Page(
            name=name,
            language=self.language,
            header=Header("甸柳社区便民服务站", tools, "甸柳社区"),
            progress=Progress(5, at, label) if at else None,
            cancel=Action("leave", t("不办了，清除", "Stop and erase"), "x") if 0 < at < 5 else None,
            title=title,
            lead="",
            error="",
            body=body,
            back=Action("back", t("上一步", "Back"), "arrow-left"),
            primary=Action("forward", t("下一步", "Next"), "arrow-right"),
            overlay=None,
            lower=Action("view", t("放低", "Lower"), "arrow-down-to-line", "lowered"),
        )
        return replace(page, **more)  # type: ignore[arg-type]

    def spoken(self, page: Page, withheld: bool = False) -> Page:
        """A page as it is for who has it read aloud."""
        t = self.t
        actions = (
            Action("say_again", t("再听", "Again"), "rotate-ccw"),
            Action("volume", t("小声", "Softer"), "volume-1", "-"),
            Action("volume", t("大声", "Louder"), "volume-2", "+"),
            Action("speed", t("慢些", "Slower"), "turtle", "-"),
            Action("speed", t("快些", "Faster"), "rabbit", "+", enabled=False),
        )
        note = t("号码和姓名只显示在屏幕上，不念出来", "Numbers and names are only on the screen, not read aloud")
        speech = Speech(actions, t("已选", "Chosen"), note if withheld else "")
        return replace(page, name=f"{page.name}-spoken", view=replace(page.view, spoken=True), speech=speech)

    def helper(self) -> Choice:
        """The way to a person."""
        hint = self.t("说出您的事，我们来想办法", "Tell us what you need; we will find a way")
        return Choice(Action("assist", self.t("找不到？请人帮", "Not here? Ask a person"), "hand-helping"), hint)
