"""The frame of a page, in every state."""

from __future__ import annotations

from dataclasses import replace

from kiosk.page import Action, Countdown, Header, NoticeBody, Overlay, Page, Progress, Speech
from ui.gallery.state import CONTENT, WIDTH, Say, State


def page(say: Say) -> Page:
    """A page with all that its frame can hold."""
    tools = (
        Action("view", say("黑底亮字", "Light on black"), "contrast", "high_contrast", on=False),
        Action("view", say("大字", "Large"), "a-large-small", "large_print", on=False),
        Action("view", say("朗读", "Listen"), "volume-2", "spoken", on=True),
        Action("language", say("English", "中文"), "languages"),
        Action("help", say("找人帮忙", "Help"), "hand-helping"),
    )
    return Page(
        name="gallery",
        language="zh",
        header=Header("甸柳社区便民服务站", tools, "甸柳社区"),
        progress=Progress(5, 2, say("2 / 5  填写信息 · 居住登记", "2 / 5  Questions · Residence registration")),
        cancel=Action("leave", say("不办了，清除", "Stop and erase"), "x"),
        title=say("您住的房子是？", "What kind of home is it?"),
        lead=say("选一个最接近的，后面可以改。", "Choose the closest; you can change it later."),
        error="",
        body=NoticeBody("hand", (), ()),
        back=Action("back", say("上一步", "Back"), "arrow-left"),
        primary=Action("forward", say("下一步", "Next"), "arrow-right"),
        overlay=None,
        lower=Action("view", say("放低", "Lower"), "arrow-down-to-line", "lowered"),
    )


def page_header(say: Say) -> tuple[State, ...]:
    """Station, tools, progress, the way out."""
    full = page(say)
    return (
        State("in a matter", {"page": full}, WIDTH),
        State(
            "nothing to leave",
            {"page": replace(full, progress=Progress(5, 5, "5 / 5"), cancel=None)},
            WIDTH,
        ),
        State("home", {"page": replace(full, progress=None, cancel=None)}, WIDTH),
    )


def page_footer(say: Say) -> tuple[State, ...]:
    """Back, forward, and the way to bring the page down."""
    full = page(say)
    off = replace(full, primary=Action("forward", say("没错，提交", "Right, send it"), "check", enabled=False))
    return (
        State("back and forward", {"page": full}, WIDTH),
        State("tall panel", {"page": full, "tall": True}, WIDTH),
        State("forward not yet", {"page": off, "tall": True}, WIDTH),
        State("back alone, slim", {"page": replace(full, primary=None), "slim": True}, WIDTH),
    )


def question(say: Say) -> tuple[State, ...]:
    """The question, its second line, and what went wrong."""
    full = page(say)
    wrong = replace(full, error=say("请点其中一个，再点下一步。", "Touch one of them, then Next."))
    return (
        State("plain", {"page": full}, CONTENT),
        State("wrong", {"page": wrong}, CONTENT),
        State("beside, longer than its room", {"page": wrong, "beside": True}, 420, 320),
    )


def countdown(say: Say, left: int) -> Countdown:
    """Seconds of twenty."""
    return Countdown(left, 20, say("秒", "s"))


def countdown_ring(say: Say) -> tuple[State, ...]:
    """The seconds that are left."""
    return tuple(State(f"{left} of 20", {"countdown": countdown(say, left)}) for left in (20, 13, 1))


def overlay_card(say: Say) -> tuple[State, ...]:
    """A question over the page."""
    overlay = Overlay(
        say("不办了吗？", "Stop here?"),
        say("填好的内容会马上清除，不留在机器里。", "What you filled in is erased at once."),
        (
            Action("close", say("接着办", "Go on"), "arrow-left"),
            Action("leave_confirmed", say("清除，离开", "Erase and leave"), "eraser"),
        ),
    )
    asked = replace(overlay, title=say("您还在吗？", "Are you still there?"), countdown=countdown(say, 20))
    return (
        State("two ways", {"overlay": overlay}, WIDTH, 1000),
        State("counting", {"overlay": asked}, WIDTH, 1000),
        State("one way", {"overlay": replace(overlay, actions=overlay.actions[:1])}, WIDTH, 860),
    )


def speech_bar(say: Say) -> tuple[State, ...]:
    """Under a page that is read aloud."""
    words = (
        ("say_again", "", "再听", "Again", "rotate-ccw"),
        ("volume", "-", "小声", "Softer", "volume-1"),
        ("volume", "+", "大声", "Louder", "volume-2"),
        ("speed", "-", "慢些", "Slower", "turtle"),
        ("speed", "+", "快些", "Faster", "rabbit"),
    )
    actions = tuple(Action(intent, say(zh, en), icon, value, value != "-") for intent, value, zh, en, icon in words)
    note = say("号码和姓名只显示在屏幕上，不念出来", "Numbers and names are on the screen only, not read aloud")
    spoken = Speech(actions, "")
    withheld = replace(spoken, withheld=note)
    return (
        State("above the footer", {"speech": spoken}, WIDTH),
        State("names withheld", {"speech": withheld}, WIDTH),
        State("within the footer", {"speech": spoken, "within": True}, 760),
    )


def speech_pill(say: Say) -> tuple[State, ...]:
    """One button of that bar."""
    action = Action("speech", say("大声", "Louder"), "volume-2", "louder")
    return (
        State("free", {"action": action}, 240),
        State("pressed", {"action": action, "pressed": True}, 240),
        State("as far as it goes", {"action": replace(action, enabled=False)}, 240),
        State("narrow", {"action": action}, 120),
        State("focused", {"action": action}, 240, focused=True),
    )
