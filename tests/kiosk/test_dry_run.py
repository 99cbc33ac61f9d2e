"""A catalogue is tried before use: what no resident should meet is found by invented people, and named in one line."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from config import catalogue
from config.catalogue import PACKAGES, SERVICES
from config.questions import Check, FieldKind, FormField
from kiosk import dry_run
from kiosk.pages import present as door
from kiosk.samples import people, ways
from kiosk.visit import events as ev
from kiosk.visit.checks import id_number_is_right
from kiosk.visit.steps import Matching

NOW = datetime(2026, 11, 24, 10, 30)
FILES = {path.name: path.read_bytes() for folder in (SERVICES, PACKAGES) for path in folder.glob("*.toml")}


def tried(words, name="", old="", new=""):
    files = dict(FILES)
    if name:
        assert old.encode() in files[name]
        files[name] = files[name].replace(old.encode(), new.encode())
    return dry_run.wrong(catalogue.from_files(Path("catalogue-7"), files), words, NOW)


def test_what_ships_can_be_used(words):
    assert tried(words) == ""
    assert dry_run.wrong(catalogue.load(), words, NOW) == ""


def test_a_part_that_does_not_fit_is_named(words):
    told = tried(words, "elderly-card.toml", 'office = "', 'office = "nowhere_')
    assert told.startswith("jn-elderly-card: ")
    assert "is no office" in told


def test_a_page_that_cannot_be_made_is_named_without_what_was_answered(words, monkeypatch):
    real = door.form.question

    def broken(step, scene):
        if scene.language == "en" and step.draft:
            raise ValueError(f"cannot show {step.draft}")
        return real(step, scene)

    monkeypatch.setattr(door.form, "question", broken)
    told = tried(words)
    assert "its page cannot be made (ValueError)" in told
    assert "cannot show" not in told


def test_packages_are_walked_too(words, monkeypatch):
    real = dry_run.present

    def broken(visit, scene):
        if isinstance(visit.step, Matching):
            raise KeyError("matching")
        return real(visit, scene)

    monkeypatch.setattr(dry_run, "present", broken)
    told = tried(words)
    assert told.startswith("jn-package-")
    assert "Matching: its page cannot be made (KeyError)" in told


def test_a_question_without_a_way_on_is_named(words, monkeypatch):
    monkeypatch.setattr(dry_run, "ways", lambda *_: iter([(ev.Drafted(""),)]))
    assert "there is no way on" in tried(words)


def test_whatever_goes_wrong_is_told_and_never_raised(words, monkeypatch):
    monkeypatch.setattr(dry_run, "mistakes", lambda _: 1 / 0)
    assert tried(words) == "it cannot be tried: ZeroDivisionError"


def field(kind, check=None, **more):
    text = {"zh": "x", "en": "x"}
    return FormField(id="f", kind=kind, check=check, label=text, question=text, help=text, **more)


@pytest.mark.parametrize("turn", range(7))
def test_invented_numbers_are_right(turn):
    today = date(2026, 11, 24)
    assert all(id_number_is_right(person.id_number, today) for person in people(today))
    for check in (Check.ID_NUMBER, Check.BANK_ACCOUNT, Check.DISABILITY_CERTIFICATE):
        way = next(ways(field(FieldKind.NUMBER, check), turn, today))
        assert "".join(event.key for event in way)
    assert [event.text for way in ways(field(FieldKind.TEXT, Check.CREDIT_CODE), turn, today) for event in way]
