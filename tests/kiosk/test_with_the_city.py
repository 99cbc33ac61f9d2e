"""The terminal with a running intake and agent: papers that the city holds, a proof with the number, a stop."""

from __future__ import annotations

import json
import threading
import time
from dataclasses import replace
from datetime import date, datetime

import pytest
import requests
from PySide6.QtCore import QCoreApplication

from config import catalogue
from config.catalogue import PACKAGES, SERVICES
from config.settings import IntakeSettings, Settings
from kiosk.dry_run import Walker
from kiosk.terminal import Terminal
from kiosk.visit import events as ev
from kiosk.visit.steps import Advising, Consulting, Done, Reviewing
from offline_queue import credentials, doorbell
from offline_queue.client import Client
from offline_queue.outbox import Outbox
from offline_queue.sync import Agent
from ui.application import make_application

from .test_catalogue_in_use import Glass

NOW = datetime(2026, 11, 24, 10, 30)


@pytest.fixture
def agent(enrolled, intake):
    """The agent at work, in a thread instead of a process."""
    stopped = threading.Event()

    def work():
        with Outbox.open(enrolled) as outbox:
            client = Client(intake.url, None, credentials.load(enrolled))
            Agent(outbox, client, jitter=lambda low, high: low and 0.5).run(stopped.is_set)
            client.close()

    thread = threading.Thread(target=work)
    thread.start()
    yield
    stopped.set()
    doorbell.ring(enrolled)
    thread.join(30)


@pytest.fixture
def terminal(enrolled, intake):
    make_application(["kiosk"])
    made = Terminal(Settings(data_dir=enrolled, intake=IntakeSettings(url=intake.url)), Glass())
    yield made
    made.close()


class Visitor:
    """Goes through a visit as the trial of a catalogue does, with the answers of the real city."""

    def __init__(self, terminal, words):
        self.shell, self.words = terminal.shell, words

    @property
    def step(self):
        return self.shell._visit.step

    def does(self, *events):
        for event in events:
            self.shell.handle(self.shell._visit.serial, event)

    def until(self, kind, seconds=30):
        end = time.monotonic() + seconds
        while not isinstance(self.step, kind):
            assert time.monotonic() < end, type(self.step).__name__
            QCoreApplication.processEvents()
            time.sleep(0.01)

    def applies(self, code, person):
        """From the resting screen to the check page, or to a stop."""
        found = catalogue.load()
        walker = Walker(found, found.find(code), self.words, NOW)
        self.does(ev.Started(NOW), ev.ServiceChosen(found.find(code)))
        while not isinstance(self.step, Reviewing | Advising):
            if isinstance(self.step, Consulting):
                self.does(ev.Forward())
                end = time.monotonic() + 20
                while isinstance(self.step, Consulting):
                    assert time.monotonic() < end
                    QCoreApplication.processEvents()
                    time.sleep(0.01)
                continue
            before = self.shell._visit
            self.shell._visit = walker.onward(before, person, 0)

    def hands_in(self):
        self.does(*(ev.ConsentToggled(consent.id) for consent in self.step.application.consents_asked))
        self.does(ev.ConsentToggled(), ev.Forward())
        self.until(Done)
        return self.step.receipt


@pytest.fixture
def visitor(terminal, words):
    return Visitor(terminal, words)


def test_what_the_city_holds_need_not_be_brought_and_is_proved(visitor, agent, intake, person, tmp_path):
    file = tmp_path / "held.toml"
    file.write_text(
        "".join(
            f'[[held]]\nid_number = "{person.id_number}"\nname = "{person.name}"\nmaterial = "{material}"\n'
            f'reference = "R-{material}"\n'
            for material in ("household_book", "photo", "permit")
        )
    )
    intake.call("hold", str(file))
    visitor.applies("jn-elderly-card", person)
    held = dict(visitor.step.application.held)
    assert held
    assert all(reference == f"R-{material}" for material, reference in held.items())
    receipt = visitor.hands_in()
    shown = json.loads(intake.call("show", receipt.number, "--json"))
    assert shown["shared_proved"] == dict.fromkeys(held, True)
    assert receipt.lines[0].accepted is not None, "when the clock began"


def test_an_instant_service_gives_its_proof_with_the_number(visitor, agent, intake, person):
    intake.call("publish-catalogue", str(SERVICES), str(PACKAGES))
    visitor.applies("jn-insurance-proof", person)
    receipt = visitor.hands_in()
    [line] = receipt.lines
    assert line.result is not None
    page = requests.get(line.result.url, timeout=10).text
    assert line.result.short_code in page
    assert person.name not in page
    [proof] = visitor.shell.page.body.proofs
    assert proof


def test_a_stop_is_told_without_the_person(visitor, intake, person, enrolled):
    young = replace(person, birth_date=date(1990, 6, 1), id_number="370102199006010019")
    service = catalogue.load().find("jn-elderly-card")
    visitor.does(ev.Started(NOW), ev.ServiceChosen(service), ev.Forward(), ev.CardRead(young))
    assert isinstance(visitor.step, Advising)
    end = time.monotonic() + 10
    while True:
        with Outbox.open(enrolled) as outbox:
            bodies = [row["body"] for row in outbox.database.rows("SELECT body FROM letter WHERE kind = 'stop'")]
        if bodies:
            break
        assert time.monotonic() < end
        time.sleep(0.05)
    assert not [told for told in (young.name, young.id_number) if told.encode() in bodies[0]]
