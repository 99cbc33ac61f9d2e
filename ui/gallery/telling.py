"""Whatever says something, in every state."""

from __future__ import annotations

from dataclasses import replace

from kiosk.page import Badge, DoneBody, Fact, Moment, Note, Stage, Tone
from ui.gallery.state import CONTENT, Say, State


def label(say: Say) -> tuple[State, ...]:
    """Type by size."""
    text = say("家门口，就能办。", "Done here, near home.")
    long = say("点一件事，先看要带什么，再决定办不办。", "Touch a matter to see what it needs, then decide.") * 3
    sizes = {"display": 168, "number": 88, "question": 60, "lead": 42, "body": 36, "small": 30}
    return (
        *(State(name, {"text": text}, CONTENT, measures={"size": pixels}) for name, pixels in sizes.items()),
        State("strong", {"text": text, "strong": True}, CONTENT),
        State("wrapped", {"text": long}, CONTENT),
    )


def badge(say: Say) -> tuple[State, ...]:
    """Pills of words in each tone."""
    words = {
        Tone.PLAIN: say("普通", "Plain"),
        Tone.SPRING: say("必须", "Needed"),
        Tone.GOOD: say("免提交", "Not needed"),
        Tone.ATTENTION: say("可以后补", "May follow"),
    }
    return tuple(State(tone.value, {"badge": Badge(word, tone)}) for tone, word in words.items())


def info_card(say: Say) -> tuple[State, ...]:
    """Why we ask, and what went wrong."""
    why = say("为什么问这个？它决定您需要交哪些材料。", "Why we ask: it decides which papers you need.")
    wrong = say("手机号码是 1 开头的 11 位数字，请再看一遍。", "A mobile number has 11 digits and begins with 1.")
    return (
        State("why", {"text": why}, CONTENT),
        State("wrong", {"text": wrong, "icon": "triangle-alert", "tone": "attention"}, CONTENT),
        State("good", {"text": why, "icon": "circle-check", "tone": "good"}, CONTENT),
        State("narrow", {"text": why}, 400),
    )


def note_line(say: Say) -> tuple[State, ...]:
    """A line with a drawing in each tone."""
    good = Note(say("四角齐全", "All corners"), "circle-check", tone=Tone.GOOD)
    poor = Note(say("有点反光，转一下", "A reflection; turn it"), "triangle-alert", tone=Tone.ATTENTION)
    plain = Note(say("一张受理凭条，上面有编号", "A slip with your number"), "receipt-text")
    return (
        State("plain", {"note": plain}, CONTENT),
        State("good", {"note": good}, CONTENT),
        State("attention", {"note": poor}, CONTENT),
    )


def notice_card(say: Say) -> tuple[State, ...]:
    """What is out of service: one device, and two."""
    hint = say("照常能办，编号显示在屏幕上。", "You can still apply; the number is on the screen.")
    slip = Note(say("凭条暂时打不出来", "Slips cannot be printed just now"), "printer", hint, Tone.ATTENTION)
    typed = say("手动输入号码和姓名，一样能办。", "Type your number and name instead.")
    card = Note(say("身份证暂时读不了", "Cards cannot be read just now"), "id-card", typed, Tone.ATTENTION)
    return (
        State("one", {"notes": (slip,)}, CONTENT),
        State("two", {"notes": (card, slip)}, CONTENT),
    )


def slip_note(say: Say) -> tuple[State, ...]:
    """What became of the slip."""
    printing = Note(say("凭条正在打印，请从下面取走", "Your slip is printing"), "printer", say("灯在闪", "It blinks"))
    printed = Note(say("凭条已打印，请取走", "Your slip is ready; take it below"), "receipt-text")
    return (
        State("printing", {"note": printing}, CONTENT),
        State("printed", {"note": printed}, CONTENT),
    )


def stage_line(say: Say) -> tuple[State, ...]:
    """Stages of work that takes a moment."""
    word = say("加密存好", "Sealed and kept")
    return tuple(State(state, {"stage": Stage(word, "lock", state)}, CONTENT) for state in ("done", "now", "next"))


def done(say: Say) -> DoneBody:
    """The end of a visit, as several components show it."""
    return DoneBody(
        say("您的申请已受理", "Your application is accepted"),
        say("受理编号", "Acceptance number"),
        "3701 0226 1124 0007 6",
        "",
        say("接下来", "What happens next"),
        (
            Moment(say("今天", "Today"), say("已交到市公安局，您不用再做什么", "Sent to the Bureau"), Tone.SPRING),
            Moment(say("11 月 29 日前", "By 29 November"), say("补交：工作证明", "Bring: a letter"), Tone.ATTENTION),
            Moment(say("5 个工作日内", "Within 5 work days"), say("居住证免费寄到您家", "Your permit by courier")),
        ),
        Note(say("用手机拍下来", "Photograph this"), "qr-code", say("扫它就能查进度", "It shows your progress")),
        "370102261124000076",
    )


def several(say: Say) -> tuple[Fact, ...]:
    """The numbers of two services that were applied for together."""
    return (
        Fact("3701 0226 1124 0007 6", say("居住登记", "Residence registration")),
        Fact("3701 0226 1124 0008 4", say("灵活就业人员参保", "Insurance of the self-employed")),
    )


def acceptance_number(say: Say) -> tuple[State, ...]:
    """The number, on the line and off it."""
    body = done(say)
    note = say("线路暂不通，已为您妥善保存，恢复后自动上报。", "The line is down; your application is safe here.")
    offline = replace(body, number="L 0001 2611 2400 17", number_note=note)
    return (
        State("online", {"view": body}, CONTENT),
        State("offline", {"view": offline}, CONTENT),
        State("slim", {"view": body, "slim": True}, CONTENT),
        State("several", {"view": replace(body, numbers=several(say))}, CONTENT),
    )


def timeline(say: Say) -> tuple[State, ...]:
    """What happens next."""
    return (State("three moments", {"view": done(say)}, CONTENT),)


def qr_card(say: Say) -> tuple[State, ...]:
    """A code to photograph."""
    view = {"view": done(say)}
    return (
        State("beside its words", view, CONTENT),
        State("above its words", {**view, "upright": True}, 480),
    )
