"""Which catalogue the screens work with: the city's newest that they can read, taken up only when nobody is here."""

from __future__ import annotations

import json
import threading
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Signal
from typer.testing import CliRunner

from config import catalogue
from config.catalogue import PACKAGES, SERVICES
from config.settings import Settings
from intake.cli import app as intake_app
from kiosk import catalogue_in_use
from kiosk.catalogue_apart import apart
from kiosk.catalogue_in_use import untried
from kiosk.terminal import Terminal
from offline_queue import catalogue_shelf, catalogue_verdicts
from offline_queue.catalogue_bundle import pack
from offline_queue.notes import Notes
from offline_queue.outbox import Outbox, OutboxError
from ui.application import make_application

CARD = Path("tests/config/library/library-card.toml").read_bytes()
"""A service that speaks of no other."""

OFFICES = {path.stem: path.read_bytes() for path in PACKAGES.glob("*.toml") if b'kind = "offices"' in path.read_bytes()}


@pytest.fixture
def publish(alone, city):
    def make(version, **files):
        contents = {f"{name}.toml": content for name, content in files.items()}
        catalogue_shelf.keep(alone, pack(version, contents, city[1]))

    return make


def test_without_one_of_the_city_the_one_that_ships_is_used(alone):
    in_use = catalogue_in_use.take_up(alone, untried)
    assert (in_use.version, in_use.passed_over) == (0, ())
    assert len(in_use.catalogue) == len(list(SERVICES.glob("*.toml")))


def test_the_newest_that_passes_the_check_is_used_and_the_reason_told(alone, publish):
    publish(1, card=b"minutes = 0")
    in_use = catalogue_in_use.take_up(alone, untried)
    assert in_use.version == 0
    publish(2, card=CARD)
    assert catalogue_in_use.take_up(alone, untried).version == 2
    publish(3, card=CARD, again=CARD)
    in_use = catalogue_in_use.take_up(alone, untried)
    assert (in_use.version, [version for version, _ in in_use.passed_over]) == (2, [3])
    assert "is used twice" in in_use.note()
    assert "version 2 of the city, 1 services" in in_use.note()


def test_a_bad_version_is_tried_once_and_the_former_stays(alone, publish, city, monkeypatch):
    tries = []

    def trial(found):
        tries.append(len(found))
        return "demo-library-card: Filling form: there is no way on" if tries[-1:] == [1] and bad else ""

    publish(1, card=CARD, **OFFICES)
    bad = False
    assert catalogue_in_use.take_up(alone, trial).version == 1
    bad = True
    publish(2, card=CARD + b"# another", **OFFICES)
    for _ in range(3):
        in_use = catalogue_in_use.take_up(alone, trial)
        assert (in_use.version, in_use.passed_over) == (
            1,
            ((2, "demo-library-card: Filling form: there is no way on"),),
        )
    assert tries == [1, 1], "each version once"
    for version in (3, 4, 5):
        publish(version, card=CARD + b"# %d" % version, **OFFICES)
        catalogue_in_use.take_up(alone, trial)
    assert 1 in catalogue_shelf.versions(alone), "the last good one does not go with the bad ones"
    assert catalogue_in_use.take_up(alone, trial).version == 1
    monkeypatch.setattr(catalogue_verdicts, "program", lambda: "9.9.9")
    bad = False
    assert catalogue_in_use.take_up(alone, trial).version == 5, "a newer program may know better"


def test_what_nobody_can_write_down_is_tried_again(alone, publish, monkeypatch):
    def full(*_):
        raise OutboxError("the disk is full")

    monkeypatch.setattr(catalogue_verdicts, "remember", full)
    publish(1, card=CARD, **OFFICES)
    assert catalogue_in_use.take_up(alone, lambda _: "bad").version == 0
    assert catalogue_in_use.take_up(alone, lambda _: "").version == 1


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"versions": {"x": 1}}', b"\xff" * 90])
def test_verdicts_that_cannot_be_read_are_none(alone, publish, content):
    publish(1, card=CARD, **OFFICES)
    catalogue_in_use.take_up(alone, lambda _: "bad")
    (alone / "catalogue" / catalogue_verdicts.FILE).write_bytes(content)
    assert catalogue_in_use.take_up(alone, lambda _: "").version == 1


def test_the_agent_tries_a_version_before_it_lies_there(alone, city):
    seen = []

    def trial(found):
        seen.append(catalogue_shelf.versions(alone))
        return "bad"

    document = pack(1, {"card.toml": CARD}, city[1])
    catalogue_shelf.keep(alone, document, catalogue_in_use.judge(alone, trial))
    catalogue_shelf.keep(alone, pack(2, {"card.toml": b"minutes = 0"}, city[1]), catalogue_in_use.judge(alone, trial))
    assert seen == [[]]
    assert catalogue_in_use.take_up(alone, lambda _: 1 / 0).version == 0, "the screens believe what was found"
    assert catalogue_verdicts.known(alone, 2).wrong


class Glass(QObject):
    """Screens that only keep the page."""

    intent = Signal(str, str)
    focused = Signal(str)
    stirred = Signal()
    turned = Signal(float)

    def show(self, page):
        self.page = page

    def forget(self):
        pass

    def close(self):
        pass


@pytest.fixture
def begin(alone):
    """Begins a terminal that is ended with the test."""
    terminals = []

    def made():
        make_application(["kiosk"])
        glass = Glass()
        terminals.append(Terminal(Settings(data_dir=alone), glass))
        return terminals[-1], glass

    yield made
    for terminal in terminals:
        terminal.close()


def until(condition, seconds=20):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        QCoreApplication.processEvents()
        time.sleep(0.005)


def test_a_version_is_tried_in_a_process_of_its_own(alone, publish):
    publish(1, card=CARD, **OFFICES)
    publish(2, card=CARD.replace(b"minutes = 3", b"minutes = 0"), **OFFICES)
    catalogue_in_use.try_open(alone, apart(alone))
    assert (catalogue_verdicts.known(alone, 1).wrong, "minutes" in catalogue_verdicts.known(alone, 2).wrong) == (
        "",
        True,
    )
    assert catalogue_in_use.take_up(alone, None).version == 1


def test_a_process_that_dies_leaves_no_verdict(alone, publish, monkeypatch):
    monkeypatch.setattr("kiosk.catalogue_apart.MODULE", "kiosk.no_such_module")
    publish(1, card=CARD, **OFFICES)
    catalogue_in_use.try_open(alone, apart(alone))
    in_use = catalogue_in_use.take_up(alone, None)
    assert (in_use.version, in_use.open) == (0, (1,))


def test_a_visit_keeps_what_it_began_with(alone, publish, begin, monkeypatch, capfd):
    terminal, glass = begin()
    monkeypatch.setattr(terminal._catalogues, "_judge", catalogue_in_use.judge(alone, lambda _: ""))
    told = []

    def taken_up():
        told.append(capfd.readouterr().err)
        return "version 1 of the city, 1 services" in "".join(told)

    publish(1, card=CARD, **OFFICES)
    terminal.look_for_catalogue()
    for name in ("start", "choose_service", "forward"):
        glass.intent.emit(name, "jn-residence-registration" if name == "choose_service" else "")
    here = glass.page.name
    terminal._catalogues._thread.join(20)
    QCoreApplication.processEvents()
    assert glass.page.name == here
    assert not taken_up()
    while glass.page.name != "attract":
        terminal.shell.pass_time(30.0)
    until(taken_up)
    glass.intent.emit("start", "")
    glass.intent.emit("choose_service", "jn-residence-registration")
    assert glass.page.name == "home", "the service is not in the new catalogue"
    with Outbox.open(alone) as outbox:
        assert outbox.notes.fact("catalogue") == "1", "told to the city with the health report"


def test_the_screens_go_on_while_a_version_is_tried(alone, publish, begin, monkeypatch, capfd):
    begun, go_on = threading.Event(), threading.Event()

    def slow(edition, digest):
        begun.set()
        assert go_on.wait(30)
        catalogue_verdicts.remember(alone, edition.version, digest, "")

    monkeypatch.setattr("kiosk.terminal.apart", lambda data_dir: slow)
    publish(1, card=CARD, **OFFICES)
    terminal, glass = begin()
    assert glass.page.name == "attract", "the first page waits for no trial"
    assert "the one that ships" in capfd.readouterr().err
    terminal.look_for_catalogue()
    assert begun.wait(10)
    terminal.look_for_catalogue()
    glass.intent.emit("start", "")
    assert glass.page.name == "home"
    glass.intent.emit("back", "")
    assert glass.page.name == "attract"
    go_on.set()
    until(lambda: "version 1 of the city" in capfd.readouterr().err)
    assert catalogue_verdicts.known(alone, 1).wrong == ""


def test_what_was_tried_before_is_there_from_the_first_page(alone, publish, begin, capfd):
    publish(1, card=CARD, **OFFICES)
    catalogue_in_use.take_up(alone, lambda _: "")
    publish(2, card=CARD + b"# another", **OFFICES)
    begin()
    assert "version 1 of the city" in capfd.readouterr().err
    in_use = catalogue_in_use.take_up(alone, None)
    assert (in_use.version, in_use.passed_over, in_use.open) == (1, (), (2,))


def test_a_disk_that_takes_no_note_keeps_nobody_from_the_screens(begin, monkeypatch):
    def full(*_):
        raise OutboxError("the disk is full; nothing was stored")

    monkeypatch.setattr(Notes, "note_catalogue", full)
    assert begin()[1].page.name == "attract"


@pytest.fixture
def station(tmp_path, enrolled, intake):
    """A configuration file of a terminal that is enrolled with the running intake."""
    config = tmp_path / "kiosk.toml"
    config.write_text(f'data_dir = "{enrolled}"\n[intake]\nurl = "{intake.url}"\n')
    return config


def test_pull_says_what_is_in_use(station, intake, run_kiosk, tmp_path):
    folder = tmp_path / "services"
    folder.mkdir()

    def pull(**files):
        for name, content in files.items():
            (folder / f"{name}.toml").write_bytes(content)
        if files:
            intake.call("publish-catalogue", str(folder))
        return run_kiosk("catalogue", "pull", "--json", config=station)

    assert json.loads(pull().stdout) == {"fetched": False, "version": 0, "services": len(catalogue.load())}
    assert json.loads(pull(card=CARD, **OFFICES).stdout) == {"fetched": True, "version": 1, "services": 1}
    bad = pull(card=CARD.replace(b"minutes = 3", b"minutes = 0"))
    assert bad.returncode == 3
    told = json.loads(bad.stdout)["error"]
    assert told["code"] == "bad_catalogue"
    assert "version 1 of the city" in told["message"]
    assert "minutes" in told["message"]
    intake.stop()
    assert json.loads(pull().stdout)["error"]["code"] == "not_reached"


@pytest.mark.parametrize(
    ("name", "content", "mistake"),
    [
        ("card.toml", b"\xff\xfe", "not UTF-8"),
        ("card.toml", b"= 1", "not TOML"),
        ("card.toml", b"name = 1", "no code"),
        ("card.toml", b"#" * 200_000, "larger than"),
        ("Card 1.toml", CARD, "names are plain"),
        ("card.txt", CARD, "no service file"),
    ],
)
def test_what_cannot_be_a_catalogue_is_not_published(tmp_path, name, content, mistake):
    folder = tmp_path / "services"
    folder.mkdir()
    (folder / name).write_bytes(content)
    done = CliRunner().invoke(intake_app, ["publish-catalogue", str(folder), "--data", str(tmp_path / "city")])
    assert done.exit_code == 3
    assert mistake in done.stderr


def test_versions_go_up_at_the_city_too(tmp_path):
    folder = tmp_path / "services"
    folder.mkdir()
    (folder / "card.toml").write_bytes(CARD)
    publish = ["publish-catalogue", str(folder), "--data", str(tmp_path / "city")]
    assert CliRunner().invoke(intake_app, [*publish, "--version", "40"]).stdout.strip() == "40"
    assert "must be above 40" in CliRunner().invoke(intake_app, [*publish, "--version", "40"]).stderr
    (folder / "card.toml").write_bytes(CARD + b"\n")
    assert CliRunner().invoke(intake_app, publish).stdout.strip() == "41"
