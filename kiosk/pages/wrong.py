"""What is said of an answer that does not fit: which field it is, and what to write there."""

from __future__ import annotations

from config.questions import FieldKind, FormField
from kiosk.pages.amounts import thousands
from kiosk.pages.scene import Scene
from kiosk.visit.answers import Fault, last_day
from kiosk.visit.checks import day_of, month_of
from kiosk.visit.steps import Filling


def wrong(step: Filling, field: FormField, scene: Scene) -> str:
    """The sentence, empty while nothing was found wrong."""
    if step.wrong is None:
        return ""
    remedy = scene.say(f"wrong.{step.wrong}", **_values(step, field, step.wrong, scene))
    return scene.say("wrong.field", label=scene.text(field.label), remedy=remedy)


def when(text: str, scene: Scene) -> str:
    """A day or month as residents write it."""
    if day := day_of(text):
        return scene.day(day)
    month = month_of(text)
    return scene.words.month(scene.language, month) if month else ""


def _values(step: Filling, field: FormField, fault: Fault, scene: Scene) -> dict[str, str]:
    match fault:
        case Fault.AMOUNT | Fault.COUNT:
            return {"least": thousands(f"{field.least}"), "most": thousands(f"{field.most}")}
        case Fault.LATE:
            last = last_day(field, step.application.started)
            text = last.isoformat()[: 7 if field.kind is FieldKind.MONTH else None] if last else ""
            return {"last": when(text, scene)}
        case Fault.PAST:
            today = step.application.started.isoformat()
            return {"first": when(today[: 7 if field.kind is FieldKind.MONTH else None], scene)}
        case Fault.EARLY:
            other = field.not_before or ""
            return {"other": _label(step, other, scene), "first": when(step.application.answer(other), scene)}
        case Fault.SAME:
            return {"other": _label(step, field.differs_from or "", scene)}
    return {}


def _label(step: Filling, field_id: str, scene: Scene) -> str:
    return next((scene.text(other.label) for other in step.application.service.fields if other.id == field_id), "")
