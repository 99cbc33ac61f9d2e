"""What stands on the pages of staff, in every state."""

from __future__ import annotations

from kiosk.page import Action, Level, Note, PictureStep, Tone
from ui.gallery.state import CONTENT, Say, State


def note_card(say: Say) -> tuple[State, ...]:
    """How something stands."""
    title, hint = say("正在打印", "Printing"), say("看出纸口", "Look at the slot")
    return (
        State("plain", {"note": Note(title, "hourglass", hint)}, CONTENT),
        State("good", {"note": Note(title, "circle-check", hint, Tone.GOOD)}, CONTENT),
        State("attention", {"note": Note(title, "triangle-alert", hint, Tone.ATTENTION)}, CONTENT),
        State("no hint", {"note": Note(title, "hourglass")}, CONTENT),
    )


def step_card(say: Say) -> tuple[State, ...]:
    """One step in a picture."""
    words = say("按下按钮，打开打印机上盖", "Press the button and open the printer's cover")
    step = PictureStep("1", "printer-open", words)
    return (
        State("beside", {"step": step}, CONTENT),
        State("upright", {"step": step, "upright": True}, 456),
    )


def touch_target(say: Say) -> tuple[State, ...]:
    """A place on the glass."""
    del say
    return (
        State("untouched", {"action": Action("pick", "7", "check", "7", on=False)}, 180),
        State("pressed", {"action": Action("pick", "7", "check", "7", on=False), "pressed": True}, 180),
        State("felt", {"action": Action("pick", "7", "check", "7", on=True)}, 180),
    )


def level_card(say: Say) -> tuple[State, ...]:
    """Something that is turned up and down."""

    def level(percent: int) -> Level:
        less = Action("knob", say("小声", "Softer"), "minus", "volume/-", percent > 0)
        more = Action("knob", say("大声", "Louder"), "plus", "volume/+", percent < 100)
        return Level(say("音量", "Volume"), f"{percent}%", percent, less, more)

    return (
        State("between", {"level": level(60)}, CONTENT),
        State("nothing", {"level": level(0)}, CONTENT),
        State("all", {"level": level(100)}, CONTENT),
    )
