"""Staff cards: kept as hashes only, asked for before the PIN where the station wants it, and opening nothing alone."""

from __future__ import annotations

import json
import queue
import stat
from datetime import date

import pytest
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from drivers.id_card_reader.samv import SamvReader
from drivers.model import ErrorCode
from drivers.simulators.id_card_reader import SimulatedReader
from drivers.simulators.people import PEOPLE
from kiosk import starts
from kiosk.audit import AuditEvent
from kiosk.audit.events import misfits
from kiosk.audit.ledger import FOLDER
from kiosk.audit.verify import lines_of
from kiosk.commands.staff import app
from kiosk.device_host import DeviceHost
from kiosk.intents import Intent
from kiosk.page import IdentifyBody, NoticeBody, NumberBody, ReaderState
from kiosk.pages.present import present
from kiosk.staff import cards as staff_cards
from kiosk.staff.cards import FILE, CardRefused, CardsDamaged, StaffCards, check_name
from kiosk.staff.deeds import Deeds
from kiosk.staff.means import Means
from kiosk.staff.slips import Station
from kiosk.visit import effects as ef
from kiosk.visit import events as ev
from kiosk.visit.staff import effects as sf
from kiosk.visit.staff import events as se
from kiosk.visit.staff.steps import CardCheck, PinVerdict, Staffing, Unlocking
from kiosk.visit.steps import CardPlace, Welcome

DAY = date(2026, 11, 24)
ELDER, OTHER = (PEOPLE[name].person.id_number for name in ("elder", "child"))
KEYS = tuple(ev.KeyPressed(key) for key in "271828")
ASKED = (se.StaffCalled(), se.PinAnswered(PinVerdict.READY, 0.0, CardCheck.AWAITED))


@pytest.fixture(autouse=True)
def _light_hash(monkeypatch):
    """The same function with as little memory as it takes."""

    def light(*, salt, length, **_):
        return Argon2id(salt=salt, length=length, iterations=1, lanes=1, memory_cost=8)

    monkeypatch.setattr(staff_cards, "Argon2id", light)


@pytest.fixture
def cards(tmp_path):
    return StaffCards(tmp_path / "data")


def test_cards_are_known_after_a_restart_and_their_numbers_stand_nowhere(cards):
    assert not cards.any()
    assert cards.add("一号", ELDER, DAY) == 1
    assert cards.add("二号", OTHER, DAY) == 2
    again = StaffCards(cards.data_dir)
    assert [(card.number, card.name, card.added) for card in again.listed()] == [(1, "一号", DAY), (2, "二号", DAY)]
    assert again.number_of(OTHER) == 2
    kept = cards.data_dir / FILE
    assert ELDER not in kept.read_text()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert again.remove("一号") == 1
    assert cards.number_of(ELDER) is None
    assert cards.add("三号", ELDER, DAY) == 3, "a number is given once, so that the log stays true"


def test_the_same_card_is_another_hash_at_another_terminal(tmp_path):
    here, there = StaffCards(tmp_path / "a"), StaffCards(tmp_path / "b")
    here.add("一号", ELDER, DAY)
    there.add("一号", ELDER, DAY)
    assert here.listed()[0].hash != there.listed()[0].hash


@pytest.mark.parametrize("name", ["", " x", "x" * 21, "a\nb", ELDER, "王 13805317216"])
def test_no_number_of_anyone_is_a_cards_name(name):
    with pytest.raises(CardRefused):
        check_name(name)


def test_a_card_is_added_once_and_under_one_name(cards):
    cards.add("一号", ELDER, DAY)
    for name, number in (("一号", OTHER), ("另一张", ELDER)):
        with pytest.raises(CardRefused) as refused:
            cards.add(name, number, DAY)
        assert number not in str(refused.value)
    with pytest.raises(CardRefused):
        cards.remove("二号")


KEPT = st.fixed_dictionaries(
    {"salt": st.sampled_from(["ab" * 16, "", "zz" * 16, 7]), "given": st.sampled_from([0, -1, 10**9, "1"])},
    optional={
        "cards": st.lists(
            st.dictionaries(
                st.sampled_from(["number", "name", "hash", "added"]),
                st.one_of(st.integers(), st.text(), st.just("2026-11-24"), st.just("ab" * 32)),
            )
        )
    },
)


# on a busy machine the first draw alone takes seconds: letters are sorted for it
@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.binary(), KEPT.map(lambda kept: json.dumps(kept).encode())))
def test_whatever_stands_in_the_file_a_stranger_is_not_let_in(tmp_path_factory, content):
    folder = tmp_path_factory.mktemp("cards")
    (folder / FILE).write_bytes(content)
    cards = StaffCards(folder)
    assert cards.number_of(ELDER) is None
    try:
        listed = cards.listed()
    except CardsDamaged:
        assert not cards.any()
        with pytest.raises(CardsDamaged):
            cards.add("一号", ELDER, DAY)
        assert (folder / FILE).read_bytes() == content, "what could not be read is not written over"
    else:
        assert cards.any() is bool(listed)


def test_the_card_goes_before_the_pin_and_alone_opens_nothing(player, scene):
    player.play(se.StaffCalled(), *KEYS, ev.Forward())
    assert not player.step.checking, "nothing is compared before it is known whether a card is needed"
    player.play(se.PinAnswered(PinVerdict.READY, 0.0, CardCheck.AWAITED))
    assert player.effects[-1] == sf.ReadStaffCard()
    page = present(player.visit, scene)
    assert isinstance(page.body, IdentifyBody)
    assert "工作人员卡" in page.title
    player.play(*KEYS, ev.Forward())
    assert (player.step.digits, player.step.checking) == ("", False), "who has no card cannot use up the tries"
    player.play(se.StaffCardRead(True))
    page = present(player.visit, scene)
    assert isinstance(page.body, NumberBody)
    assert page.primary.enabled is False
    player.play(*KEYS, ev.Forward(), se.PinAnswered(PinVerdict.WRONG))
    assert (player.step.card, player.step.digits) == (CardCheck.KNOWN, "")
    player.play(*KEYS, ev.Forward(), se.PinAnswered(PinVerdict.OPEN))
    assert isinstance(player.step, Staffing)


def test_another_card_is_read_only_once_the_first_is_gone(player, scene):
    player.play(*ASKED, se.StaffCardRead(False))
    assert "没有登记" in present(player.visit, scene).body.status
    assert player.effects.count(sf.ReadStaffCard()) == 1
    assert player.effects[-1] == ef.WatchCard()
    player.play(ev.CardTaken())
    assert player.effects[-1] == sf.ReadStaffCard()
    player.play(se.StaffCardRead(True))
    assert player.step.card is CardCheck.KNOWN


def test_a_staff_card_that_is_left_is_read_for_nobody(player):
    player.play(*ASKED, se.StaffCardRead(True), ev.Back())
    assert isinstance(player.step, Welcome)
    assert player.visit.card is CardPlace.FORGOTTEN
    reads = player.effects.count(sf.ReadStaffCard())
    player.play(*ASKED, se.StaffCardRead(True))
    assert player.step.card is CardCheck.AWAITED
    assert player.effects.count(sf.ReadStaffCard()) == reads


def test_without_a_reader_or_a_card_nobody_is_let_in_and_it_is_said_why(player, scene):
    player.play(*ASKED, se.StaffCardFailed(ErrorCode.NO_CARD))
    assert present(player.visit, scene).body.state is ReaderState.WAITING
    player.play(se.StaffCardFailed(ErrorCode.CARD_UNREADABLE))
    assert present(player.visit, scene).body.state is ReaderState.FAILED
    assert player.effects.count(sf.ReadStaffCard()) == 3
    player.play(se.StaffCardFailed(ErrorCode.NO_DEVICE), *KEYS, ev.Forward())
    page = present(player.visit, scene)
    assert (page.body.state, page.primary.intent) == (ReaderState.UNAVAILABLE, Intent.TRY)
    player.play(se.TrialAsked())
    assert player.effects[-1] == sf.ReadStaffCard()
    player.play(ev.Back(), se.StaffCalled(), se.PinAnswered(PinVerdict.READY, 0.0, CardCheck.NONE_ADDED), *KEYS)
    page = present(player.visit, scene)
    assert isinstance(page.body, NoticeBody)
    assert "kiosk staff add-card" in page.body.lines[0]
    assert isinstance(player.step, Unlocking)


def test_a_card_on_the_reader_is_told_by_its_own_small_number(cards, services, words):
    said, noted = queue.SimpleQueue(), []

    def note(event, /, **fields):
        noted.append((event, fields))
        assert not misfits(event, fields)

    means = Means(
        check_pin=lambda _: (PinVerdict.READY, 0.0),
        shelf=None,
        data_dir=cards.data_dir,
        volume=60,
        set_volume=lambda _: None,
        begin_anew=lambda _: True,
        try_sound=lambda *_: True,
        cards=cards,
    )
    with SimulatedReader() as reader:
        host = DeviceHost("reader", lambda: SamvReader(reader.url))
        deeds = Deeds(means, None, {"id_card_reader": host}, Station(words, "站", services.find), None, note)

        def ask(effect):
            deeds.do(effect, said.put)
            return said.get(timeout=20)

        assert ask(sf.CheckPin("")).card is CardCheck.NONE_ADDED
        cards.add("一号", ELDER, DAY)
        assert ask(sf.CheckPin("")).card is CardCheck.AWAITED
        for person, known in (("elder", True), ("child", False)):
            reader.insert(PEOPLE[person])
            assert ask(sf.ReadStaffCard()) == se.StaffCardRead(known)
        host.close()
    assert noted == [
        (AuditEvent.STAFF_CARD, {"verdict": "accepted", "card": 1}),
        (AuditEvent.STAFF_CARD, {"verdict": "refused"}),
    ]


def test_the_commands_add_list_and_remove_and_name_no_number(tmp_path, monkeypatch):
    for name in ("KIOSK_CONFIG", "KIOSK_DATA_DIR"):
        monkeypatch.delenv(name, raising=False)
    data, config = tmp_path / "data", tmp_path / "kiosk.toml"

    def run(*arguments):
        done = CliRunner().invoke(app, [*arguments, "--config", str(config)])
        assert ELDER not in done.output + done.stderr
        return done

    with SimulatedReader() as reader:
        config.write_text(f'data_dir = "{data}"\n[devices.id_card_reader]\ndriver = "samv"\nport = "{reader.url}"\n')
        assert run("add-card", "一号", "--timeout", "0.3").exit_code == 3, "no card was laid"
        reader.insert(PEOPLE["elder"])
        assert run("add-card", ELDER).exit_code == 2
        added = run("add-card", "一号")
        assert (added.exit_code, "card_required" in added.stderr) == (0, True)
        assert run("add-card", "二号").exit_code == 2, "the same card"
        with starts.only_terminal(data):
            busy = run("add-card", "二号")
        assert (busy.exit_code, "systemctl stop kiosk-screens" in busy.stderr) == (3, True)
    (row,) = json.loads(run("list-cards", "--json").output)
    assert (row["number"], row["name"]) == (1, "一号")
    assert run("remove-card", "二号").exit_code == 2
    assert run("remove-card", "一号").exit_code == 0
    assert run("list-cards").output == ""
    (data / FILE).write_bytes(b"{")
    damaged = run("list-cards")
    assert (damaged.exit_code, "add all cards again" in damaged.stderr) == (3, True)
    assert [line.event for line in lines_of(data / FOLDER)] == ["staff_card_added", "staff_card_removed"]
