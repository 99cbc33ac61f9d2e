"""Services that are not for this applicant: why, the way, and what goes on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from config.questions import FormField
from config.service import Service
from kiosk.visit import events as ev
from kiosk.visit.ages import birthday, months_later
from kiosk.visit.application import Application
from kiosk.visit.browsing import InPackage
from kiosk.visit.course import Fallen
from kiosk.visit.onward import fill, next_step
from kiosk.visit.steps import Advising, Choosing, Matching, Step


def advising(step: Advising, event: ev.Event) -> Step | None:
    """One service fell away."""
    application, fallen = step.application, step.fallen
    match event:
        case ev.ServiceChosen(other) if may_go_on_with(application, fallen, other.code):
            return next_step(gone_on_with(application, fallen, other), step.returning)
        case ev.Forward() if application.matter.package is None:
            return Choosing()
        case ev.Forward():
            told = (*application.told, fallen.service.code)
            return next_step(replace(application, told=told), step.returning)
        case ev.Back() if fallen.because:
            return _back_to(step, fallen.because[-1].id)
        case ev.Back():
            return Choosing() if application.matter.package is None else Matching(application, step.returning)
    return None


def _back_to(step: Advising, name: str) -> Step | None:
    asked = (field for field in step.application.questions if field.id == name)
    return next((fill(step.application, field, step.returning) for field in asked), None)


def matching(step: Matching, event: ev.Event) -> Step | None:
    """What of a package applies."""
    application = step.application
    standing, package = application.standing, application.matter.package
    match event:
        case ev.ServiceChosen(other):
            return _swapped(step, other)
        case ev.Forward() if standing.going or standing.open:
            told = tuple(fallen.service.code for fallen in standing.fallen)
            return next_step(replace(application, matched=True, told=told), step.returning)
        case ev.Forward():
            return Choosing()
        case ev.Back() if standing.own.asked:
            return fill(application, standing.own.asked[-1], step.returning)
        case ev.Back():
            return Choosing() if package is None else Choosing(InPackage(package))
    return None


def _swapped(step: Matching, other: Service) -> Step | None:
    application = step.application
    for fallen in application.standing.fallen:
        if may_go_on_with(application, fallen, other.code):
            return Matching(gone_on_with(application, fallen, other), step.returning)
    return None


def may_go_on_with(application: Application, fallen: Fallen, code: str) -> bool:
    """Whether the service that a stop names can be had in its place: not one that is applied for anyway."""
    named = fallen.stop is not None and fallen.stop.instead == code
    return named and code not in {service.code for service in application.matter.services}


def gone_on_with(application: Application, fallen: Fallen, other: Service) -> Application:
    """The application with another service in the place of one, card and answers kept where both ask the same."""
    given = {field.id: field for field in application.questions}
    asked = {field.id: field for field in other.fields}
    answers = tuple(
        (name, value)
        for name, value in application.answers
        if name in given and (name not in asked or _answers(asked[name], given[name], value))
    )
    return replace(application, matter=application.matter.instead(fallen.service, other), answers=answers)


def _answers(field: FormField, given: FormField, value: str) -> bool:
    """Whether an answer to a question is one to another of its name: of its kind, and one of those that it offers."""
    alike = (field.kind, field.check) == (given.kind, given.check)
    return alike and (not field.options or set(value.split(",")) <= {option.value for option in field.options})


def possible_from(application: Application, fallen: Fallen) -> date | None:
    """The day from which a stop does not hold any more, if that can be said."""
    rule = None if fallen.stop is None else fallen.stop.possible
    if rule is None:
        return None
    if rule.age is not None:
        return birthday(application.applicant.birth_date, rule.age)
    said = application.answer(rule.field or "")
    if not said:
        return None
    # a month counts from its first day
    return months_later(date.fromisoformat(said if len(said) > len("2026-03") else f"{said}-01"), rule.months)
