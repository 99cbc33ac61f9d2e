"""What stands on the pages beside the way, in every state."""

from __future__ import annotations

from kiosk.page import Action, Note, Tone
from ui.gallery.state import CONTENT, Say, State


def light(say: Say) -> tuple[State, ...]:
    """How one part of the terminal is."""
    reader = say("读卡器", "Card reader")
    return (
        State("looking", {"note": Note(reader, "id-card", say("正在看", "Looking"))}, 456),
        State("good", {"note": Note(reader, "id-card", say("正常", "Works"), Tone.GOOD)}, 456),
        State("to do", {"note": Note(reader, "id-card", say("没有找到", "Not found"), Tone.ATTENTION)}, 456),
    )


def note_block(say: Say) -> tuple[State, ...]:
    """Something to know."""
    title, hint = say("打 12345", "Call 12345"), say("全天有人接", "Answered day and night")
    return (
        State("plain", {"note": Note(title, "phone", hint)}, CONTENT),
        State("no hint", {"note": Note(title, "phone")}, CONTENT),
        State("attention", {"note": Note(title, "triangle-alert", hint, Tone.ATTENTION)}, CONTENT),
        State("good", {"note": Note(title, "circle-check", hint, Tone.GOOD)}, CONTENT),
    )


def write_card(say: Say) -> tuple[State, ...]:
    """A field that opens a page to write on."""
    action = Action("write", say("用自己的话写几句", "Write a few words of your own"), "pencil")
    words = say("字很大，老人自己能办。", "The type is large; my father did it alone. ")
    return (
        State("empty", {"action": action}, CONTENT),
        State("pressed", {"action": action, "pressed": True}, CONTENT),
        State("written", {"action": action, "written": words}, CONTENT),
        State("much written", {"action": action, "written": words * 9}, CONTENT),
        State("focused", {"action": action}, CONTENT, focused=True),
    )
