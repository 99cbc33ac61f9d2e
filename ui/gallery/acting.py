"""Whatever can be touched, in every state."""

from __future__ import annotations

import calendar
from dataclasses import replace

from kiosk.page import Action, Choice, PageThumb, ReviewRow
from ui.gallery.state import CONTENT, Say, State

PAPER = b"P6 30 42 255 " + (bytes((255, 255, 250)) * 60 + bytes((150, 150, 150)) * 30) * 14
"""A picture of a page with fourteen lines."""


def action_button(say: Say) -> tuple[State, ...]:
    """Primary and quiet."""
    on = Action("forward", say("下一步", "Next"), "arrow-right")
    back = Action("back", say("上一步", "Back"), "arrow-left")
    off = replace(on, enabled=False)
    return (
        State("primary", {"action": on, "primary": True}),
        State("primary focused", {"action": on, "primary": True}, focused=True),
        State("primary pressed", {"action": on, "primary": True, "pressed": True}),
        State("primary disabled", {"action": off, "primary": True}),
        State("quiet", {"action": back}),
        State("quiet pressed", {"action": back, "pressed": True}),
        State("quiet disabled", {"action": replace(back, enabled=False)}),
        State("no drawing", {"action": Action("close", say("接着办", "Go on"))}),
        State("wide", {"action": back, "forward": False}, CONTENT),
    )


def choice_card(say: Say) -> tuple[State, ...]:
    """Answers, and ways on."""
    action = Action("draft", say("租的房子", "Rented"), "key-round", "rented")
    hint = say("请准备租房合同，没带可以 5 天内补", "Have the lease ready, or bring it within 5 days")
    free, chosen = Choice(action, hint), Choice(action, hint, chosen=True)
    help_ = Choice(Action("help", say("找不到？请人帮", "Not here? Ask a person"), "hand-helping"))
    return (
        State("free", {"choice": free}, CONTENT),
        State("focused", {"choice": free}, CONTENT, focused=True),
        State("pressed", {"choice": free, "pressed": True}, CONTENT),
        State("chosen", {"choice": chosen}, CONTENT),
        State("way on", {"choice": free, "way": True}, CONTENT),
        State("way on, no hint", {"choice": help_, "way": True}, CONTENT),
        State("narrow", {"choice": chosen}, 480),
        State("one of many", {"choice": help_, "way": True, "dense": True}, 456),
        State("disabled", {"choice": replace(free, action=replace(action, enabled=False))}, CONTENT),
        State("of several", {"choice": free, "several": True}, CONTENT),
        State("of several, chosen", {"choice": chosen, "several": True}, CONTENT),
    )


def tool_pill(say: Say) -> tuple[State, ...]:
    """Tools of the header and the footer: switches and one-time actions."""
    large = Action("view", say("大字", "Large"), "a-large-small", "large_print", on=False)
    contrast = Action("view", say("黑底亮字", "Light on black"), "contrast", "high_contrast", on=False)
    help_ = Action("help", say("找人帮忙", "Help"), "hand-helping")
    return (
        State("action", {"action": help_}),
        State("action focused", {"action": help_}, focused=True),
        State("action pressed", {"action": help_, "pressed": True}),
        State("switch off", {"action": large}),
        State("switch on", {"action": replace(large, on=True)}),
        State("drawing alone", {"action": contrast, "bare": True}),
        State("drawing alone, on", {"action": replace(contrast, on=True), "bare": True}),
    )


def number_pad(say: Say) -> tuple[State, ...]:
    """The keys of a number."""
    keys = tuple(Action("key", digit, value=digit) for digit in "123456789")
    ends = (
        Action("key", say("清空", "Clear"), value="clear"),
        Action("key", "0", value="0"),
        Action("key", say("退格", "Erase"), "delete", "erase"),
    )
    return (
        State("free", {"keys": keys + ends}, CONTENT),
        State("low", {"keys": keys + ends}, 560, measures={"keyHeight": 96}),
    )


def key_cap(say: Say) -> tuple[State, ...]:
    """One key."""
    letter = Action("initial", "D", value="D")
    clear = Action("key", say("清空", "Clear"), value="clear")
    return (
        State("free", {"action": letter}, 112, 112),
        State("chosen", {"action": letter, "chosen": True}, 112, 112),
        State("pressed", {"action": letter, "pressed": True}, 112, 112),
        State("focused", {"action": letter}, 112, 112, focused=True),
        State("word", {"action": clear}, 296, 112),
    )


def chips(say: Say) -> tuple[State, ...]:
    """What was picked, each the way back to it."""
    picked = (("济南市", "Jinan"), ("历下区", "Lixia"), ("甸柳新村街道", "Dianliu Xincun"), ("第五社区", "Community 5"))
    actions = tuple(Action("pick", say(zh, en), "x", str(level)) for level, (zh, en) in enumerate(picked))
    return (
        State("one", {"actions": actions[:1]}, CONTENT),
        State("more than a row", {"actions": actions}, 640),
    )


def place_card(say: Say) -> tuple[State, ...]:
    """One division of an address."""
    action = Action("pick", "甸柳新村街道", value="370102007")
    choice = Choice(action, say("", "Dianliu Xincun"))
    return (
        State("free", {"choice": choice}, 456),
        State("pressed", {"choice": choice, "pressed": True}, 456),
        State("focused", {"choice": choice}, 456, focused=True),
        State("chosen", {"choice": replace(choice, chosen=True)}, 456),
    )


def page_strip(say: Say) -> tuple[State, ...]:
    """The pages of a paper."""
    thumbs = tuple(
        PageThumb(Action("look", say(f"第 {number} 页", f"Page {number}"), value=str(number)), PAPER, number == 2)
        for number in (1, 2, 3)
    )
    return (State("one of three shown", {"pages": thumbs}, CONTENT),)


def wheel(say: Say) -> tuple[State, ...]:
    """One wheel of a date."""
    year = {"first": 1966, "count": 61, "label": say("年", "year")}
    names = tuple(say(f"{number} 月", calendar.month_name[number]) for number in range(1, 13))
    month = {"first": 1, "count": 12, "label": say("月", "month"), "names": names}
    return (
        State("free", {**year, "current": 2026, "turned": say("2026 年", "2026")}, 360),
        State("focused", {**year, "current": 1999, "turned": say("1999 年", "1999")}, 360, focused=True),
        State("first", {**month, "current": 1, "turned": names[0]}, 240),
    )


def review_line(say: Say) -> tuple[State, ...]:
    """One answer of the check page."""
    edit = Action("edit", say("改", "Change"), "pencil", "lodging")
    number = ReviewRow(say("证号", "Number"), "370102********0010", "370102195803140010")
    home = ReviewRow(say("住房", "Home"), say("租的房子", "Rented"), edit=edit)
    return (
        State("masked", {"row": number}, CONTENT),
        State("held down", {"row": number, "revealed": True}, CONTENT),
        State("to change", {"row": home}, CONTENT),
        State("long", {"row": replace(home, value="历下区甸柳新村街道甸柳新村 5 区 12 号楼 3 单元 502 室")}, CONTENT),
    )


def consent(say: Say) -> tuple[State, ...]:
    """The sentence that is agreed to."""
    label = say(
        "我确认以上属实，同意把它们加密后交给市公安局办理这件事。",
        "All this is true, and I agree that it is sent, encrypted, to the Public Security Bureau for this matter.",
    )
    whole = Choice(Action("consent", label))
    told = say("我同意为这件事使用我的银行账号。", "I agree that my account number is used for this matter.")
    own = Choice(Action("consent", told, value="account"), chosen=True)
    note = say("按住可以看全。", "Press to see it.")
    return (
        State("open", {"view": {"consents": (whole,), "note": note}}, CONTENT),
        State("given", {"view": {"consents": (replace(whole, chosen=True),), "note": note}}, CONTENT),
        State("several", {"view": {"consents": (own, whole), "note": note}}, CONTENT),
    )
