"""Where a resident looks for a matter: home, search, groups, packages, departments."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from config.catalogue_text import Text
from config.grouping import Elsewhere, Group, Package
from config.papers import Demand
from config.service import Service
from kiosk.intents import Intent
from kiosk.page import Action, Choice, HomeBody, ListBody, Note, Page, SearchBody, Section
from kiosk.pages.blank import blank
from kiosk.pages.guiding import entries_of, excluded, hint_of
from kiosk.pages.reduced import begin, marked, notices, notices_of
from kiosk.pages.scene import Scene
from kiosk.search import Found, search
from kiosk.visit.browsing import AllMatters, ByDepartment, Home, InDepartment, InGroup, InPackage, Place, Searching
from kiosk.visit.choosing import LONGEST_QUERY

MOST_RESULTS = 6
"""So many are taken in at a glance, and lie above the keyboard."""

FEW = 4
"""Matters up to which home shows them in large print; more stand on a page of their own."""

TILE_HINT, CARD_HINT = 14, 9
"""Characters of names that fit under a package, under a group; Latin ones are half as wide."""


def finding(place: Place, scene: Scene, *, large: bool = False) -> Page:
    """The page of a place; home has fewer choices in large print."""
    match place:
        case Home():
            return _home(scene, large)
        case Searching(query):
            return _search(query, scene)
        case InGroup(group):
            return _group(group, scene)
        case InPackage(package):
            return _package(package, scene)
        case AllMatters():
            return _all_matters(scene)
        case ByDepartment():
            return _departments(scene)
        case InDepartment(department):
            return _department(department, scene)
    assert_never(place)


def _home(scene: Scene, large: bool) -> Page:
    catalogue = scene.catalogue
    matters = _matters(scene)
    folded = large and len(matters) > FEW
    departments = scene.action(Intent.DEPARTMENTS, "home.departments", "landmark")
    body = HomeBody(
        notices=notices(scene),
        search=scene.action(Intent.SEARCH, "home.search", "search"),
        packages_heading=scene.say("home.packages"),
        packages=tuple(_package_choice(package, scene) for package in catalogue.packages),
        matters_heading="" if folded else scene.say("home.matters"),
        matters=(_all_way(scene),) if folded else matters,
        departments=departments if len(catalogue.departments) > 1 and not folded else None,
        others=(_cases(scene), _report(scene), _help(scene)),
    )
    back = scene.action(Intent.BACK, "home.leave", "arrow-left")
    return blank(scene, "home", scene.say("home.title"), body, back=back)


def _matters(scene: Scene) -> tuple[Choice, ...]:
    return (
        *(_group_choice(group, scene) for group in scene.catalogue.groups),
        *(_service_choice(service, scene) for service in scene.catalogue.ungrouped),
    )


def _all_way(scene: Scene) -> Choice:
    names = [group.name for group in scene.catalogue.groups] or [service.everyday for service in scene.catalogue]
    return Choice(scene.action(Intent.MATTERS, "home.matters", "layers"), _joined(names, TILE_HINT, scene))


def _all_matters(scene: Scene) -> Page:
    ways = (*((_departments_way(scene),) if len(scene.catalogue.departments) > 1 else ()), _help(scene))
    body = ListBody((Section("", _matters(scene)), Section("", ways)))
    return blank(scene, "matters", scene.say("home.matters"), body, back=_home_way(scene))


def _search(query: str, scene: Scene) -> Page:
    found = search(scene.catalogue, query, MOST_RESULTS)
    results = tuple(_found_choice(thing, scene) for thing in found)
    heading = "search.found" if results else "search.nothing"
    if not query.strip():
        heading = "search.usual"
        results = tuple(_service_choice(service, scene) for service in list(scene.catalogue)[:MOST_RESULTS])
    elif not results:
        results = (_help(scene), _departments_way(scene))
    body = SearchBody(query, scene.say("search.placeholder"), Intent.DRAFT, LONGEST_QUERY, scene.say(heading), results)
    return blank(scene, "search", scene.say("search.title"), body, lead=scene.say("search.lead"), back=_home_way(scene))


def _group(group: Group, scene: Scene) -> Page:
    here = tuple(_service_choice(service, scene) for service in scene.catalogue.in_group(group))
    sections = _sections(Section(scene.say("list.here"), here), _elsewhere(group.elsewhere, scene), _ways(scene))
    lead = scene.say("list.lead" if here else "list.lead_elsewhere")
    return blank(scene, "group", scene.text(group.name), ListBody(sections), lead=lead, back=_home_way(scene))


def _package(package: Package, scene: Scene) -> Page:
    services = scene.catalogue.in_package(package)
    here = tuple(_service_choice(service, scene) for service in services)
    sections = _sections(
        Section("", notes=notices_of(services, scene)),
        Section(scene.say("package.here"), here),
        Section(scene.say("package.bring"), notes=_to_bring(services, scene)),
        Section(scene.say("package.excludes"), notes=_excluded(services, scene)),
        _elsewhere(package.elsewhere, scene),
    )
    first = Action(Intent.CHOOSE_PACKAGE, scene.say("package.start"), "arrow-right", package.code)
    return blank(
        scene,
        "package",
        scene.text(package.everyday),
        ListBody(sections),
        lead=scene.text(package.summary),
        back=_home_way(scene),
        primary=begin(services, first, scene),
    )


def _excluded(services: Iterable[Service], scene: Scene) -> tuple[Note, ...]:
    """What does not go together with one of the services."""
    notes = {note.hint: note for service in services for note in excluded(service, scene)}
    return tuple(notes.values())


def _departments(scene: Scene) -> Page:
    choices = tuple(
        Choice(
            Action(Intent.DEPARTMENT, scene.text(department), "landmark", department.zh),
            _joined((service.name for service in _of(department, scene)), 2 * TILE_HINT, scene),
        )
        for department in scene.catalogue.departments
    )
    body = ListBody((Section("", choices), _ways(scene)))
    return blank(scene, "departments", scene.say("departments.title"), body, back=_home_way(scene))


def _department(department: Text, scene: Scene) -> Page:
    choices = tuple(_service_choice(service, scene) for service in _of(department, scene))
    body = ListBody((Section(scene.say("list.here"), choices), _ways(scene)))
    back = scene.action(Intent.BACK, "back", "arrow-left")
    lead = scene.say("list.lead")
    return blank(scene, "department", scene.text(department), body, lead=lead, back=back)


def _of(department: Text, scene: Scene) -> tuple[Service, ...]:
    return tuple(service for service in scene.catalogue if service.department.zh == department.zh)


def _sections(*sections: Section) -> tuple[Section, ...]:
    return tuple(section for section in sections if section.choices or section.notes)


def _elsewhere(matters: Iterable[Elsewhere], scene: Scene) -> Section:
    notes = tuple(Note(scene.text(matter.name), "map-pin", scene.text(matter.way)) for matter in matters)
    return Section(scene.say("list.elsewhere"), notes=notes)


def _ways(scene: Scene) -> Section:
    return Section("", (_help(scene),))


def _to_bring(services: Iterable[Service], scene: Scene) -> tuple[Note, ...]:
    """The card, and each paper once, whichever service wants it."""
    papers = {
        entry.name: Note(entry.name, entry.papers[0].icon, hint_of(entry.papers[0], scene))
        for service in services
        for entry in entries_of(service, scene)
        if entry.sure and any(paper.demand in (Demand.REQUIRED, Demand.DEFERRABLE) for paper in entry.papers)
    }
    return (Note(scene.say("guide.card"), "id-card", scene.say("guide.card_hint")), *papers.values())


def _departments_way(scene: Scene) -> Choice:
    action = scene.action(Intent.DEPARTMENTS, "home.departments", "landmark")
    return Choice(action, scene.say("search.departments_hint"))


def _cases(scene: Scene) -> Choice:
    return Choice(scene.action(Intent.CASES, "home.cases", "folder-clock"), scene.say("home.cases_hint"))


def _report(scene: Scene) -> Choice:
    action = scene.action(Intent.REPORT, "home.report", "message-square-warning", value="home")
    return Choice(action, scene.say("home.report_hint"))


def _help(scene: Scene) -> Choice:
    return Choice(scene.action(Intent.HELP, "home.help", "hand-helping"), scene.say("home.help_hint"))


def _home_way(scene: Scene) -> Action:
    return scene.action(Intent.BACK, "guide.back", "house")


def _found_choice(thing: Found, scene: Scene) -> Choice:
    match thing:
        case Service():
            return _service_choice(thing, scene)
        case Package():
            return _package_choice(thing, scene)
        case Group():
            return _group_choice(thing, scene)
    assert_never(thing)


def _service_choice(service: Service, scene: Scene) -> Choice:
    action = Action(Intent.CHOOSE_SERVICE, scene.text(service.everyday), service.icon, service.code)
    return Choice(action, marked(scene.text(service.name), (service,), scene))


def _package_choice(package: Package, scene: Scene) -> Choice:
    action = Action(Intent.PACKAGE, scene.text(package.everyday), package.icon, package.code)
    services = scene.catalogue.in_package(package)
    names = [*(service.name for service in services), *(matter.name for matter in package.elsewhere)]
    return Choice(action, marked(_joined(names, TILE_HINT, scene), services, scene))


def _group_choice(group: Group, scene: Scene) -> Choice:
    action = Action(Intent.GROUP, scene.text(group.name), group.icon, group.id)
    names = [service.name for service in scene.catalogue.in_group(group)]
    return Choice(action, _joined([*names, *(matter.name for matter in group.elsewhere)], CARD_HINT, scene))


def _joined(names: Iterable[Text], room: int, scene: Scene) -> str:
    """As many of the names as fit, and a word for the others."""
    words = [scene.text(name) for name in names]
    kept = words[:1]
    for word in words[1:]:
        if sum(map(_width, kept)) + _width(word) > room:
            break
        kept.append(word)
    joined = scene.say("guide.or").join(kept)
    return joined if len(kept) == len(words) else scene.say("list.and_more", names=joined)


def _width(word: str) -> float:
    return sum(0.5 if sign.isascii() else 1 for sign in word)
