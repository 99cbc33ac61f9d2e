"""The staff's pages as they are gone through: what each takes, what it says, and that it is left by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

import ui
from drivers.model import ErrorCode, Health, Status
from kiosk.intents import Intent, event_for
from kiosk.page import Choice, LevelsBody, StepsBody, TouchBody, WorkBody
from kiosk.pages.present import present
from kiosk.pages.staff.guides import steps_of
from kiosk.visit import delays
from kiosk.visit import effects as ef
from kiosk.visit import events as ev
from kiosk.visit.asides import Lens
from kiosk.visit.staff import effects as sf
from kiosk.visit.staff import events as se
from kiosk.visit.staff.lights import Lights, QueueLights
from kiosk.visit.staff.places import CLOSINGS, Issued, Restart, Stick, StickTrouble, Taken, Today
from kiosk.visit.staff.steps import PinVerdict, Staffing, Unlocking
from kiosk.visit.staff.tasks import Task
from kiosk.visit.staff.working import PLACES
from kiosk.visit.steps import Asking, Choosing, Welcome
from offline_queue.transport import Trouble

WELL = Health(Status.ONLINE)
NOW = datetime(2026, 11, 24, 10, 30)
QUEUE = QueueLights(3, 1, 0, None, "line", NOW, 61 << 30, True, 0.0, NOW)
DEVICES = ("id_card_reader", "document_scanner", "receipt_printer")
LIGHTS = Lights((*((device, WELL) for device in DEVICES[:2]), ("receipt_printer", WELL)), QUEUE)
NO_PAPER = Lights((("receipt_printer", Health(Status.OFFLINE, ErrorCode.PAPER_OUT)),), QUEUE)
SLIP = Issued("id-1", "37010226112400013", False, "jn-elderly-card", NOW)
PIN = (*(ev.KeyPressed(key) for key in "271828"), ev.Forward(), se.PinAnswered(PinVerdict.OPEN))
IN = (se.StaffCalled(), se.PinAnswered(PinVerdict.READY), *PIN)
DRAWINGS = Path(ui.__path__[0]) / "drawings"


@pytest.fixture
def inside(player):
    """Staff are in."""
    return player.play(*IN, se.LightsSeen(LIGHTS))


def wait(player, seconds):
    for _ in range(int(seconds / 0.25)):
        player.play(ev.TimePassed(0.25), se.LightsSeen(LIGHTS))


def choices(value):
    """Everything that can be chosen on a page of work, or in a part of the overview."""
    return [choice.action for choice in value.choices if isinstance(choice, Choice)]


def test_every_way_of_the_overview_leads_to_a_page_and_back(inside, scene, services, words):
    body = present(inside.visit, scene).body
    ways = [action for section in body.sections for action in choices(section)]
    assert len(ways) == 13
    assert {action.value for action in ways} - {""} == set(PLACES) - {"overview", "lens"}
    for action in ways:
        inside.play(event_for(action.intent, action.value, services, words.languages, NOW))
        assert present(inside.visit, scene).name != "staff", action
        while present(inside.visit, scene).name != "staff":
            inside.play(ev.Back())
    inside.play(ev.Forward())
    assert isinstance(inside.step, Welcome)


@pytest.mark.parametrize("name", sorted(PLACES))
def test_every_page_asks_and_is_left_after_a_minute(inside, scene, name):
    inside.play(se.PlaceChosen(name))
    wait(inside, delays.STAFF_STAY - delays.WARNING_ANSWER)
    overlay = present(inside.visit, scene).overlay
    assert 0 < overlay.countdown.left <= delays.WARNING_ANSWER
    wait(inside, delays.WARNING_ANSWER + 0.25)
    assert isinstance(inside.step, Welcome)
    assert inside.effects[-1] == ef.Forget()


def test_over_answers_of_a_resident_the_gesture_only_ends_their_visit(player, services, person, now):
    service = services.find("jn-elderly-card")
    player.play(ev.Started(now), ev.ServiceChosen(service), ev.Forward(), ev.CardRead(person), se.StaffCalled())
    assert player.visit.asking is Asking.LEAVE
    assert not isinstance(player.step, Unlocking)
    player.play(ev.LeaveConfirmed(), se.StaffCalled())
    assert isinstance(player.step, Unlocking)


def test_a_task_is_shown_in_steps_and_turns_good_when_it_is_done(inside, scene):
    task = Task("receipt_printer", "paper_out")
    inside.play(se.TaskOpened(task))
    assert present(inside.visit, scene).name == "staff", "of what is no task nothing opens"
    inside.play(se.LightsSeen(NO_PAPER), se.TaskOpened(task))
    body = present(inside.visit, scene).body
    assert isinstance(body, StepsBody)
    assert [step.drawing for step in body.steps] == ["printer-open", "printer-roll", "printer-close"]
    assert body.heading.tone == "attention"
    inside.play(se.LightsSeen(LIGHTS))
    assert present(inside.visit, scene).body.heading.tone == "good"


def test_every_trouble_has_steps_that_are_drawn_and_said(words):
    tasks = [Task(device, code.value) for device in DEVICES for code in ErrorCode]
    tasks += [Task("line", kind.value) for kind in Trouble]
    tasks += [Task("disk", "full"), Task("disk", "broken"), Task("queue", "set_aside"), Task("clock", "off")]
    tasks += [Task(device, warning) for device in DEVICES for warning in ("paper_low", "slip_waiting", "small_picture")]
    for task in tasks:
        assert steps_of(task)
        for name in steps_of(task):
            assert (DRAWINGS / f"{name}.svg").is_file(), task
            assert words.has(f"guide.{name}"), task


def test_a_card_is_tried_masked_and_watched_until_it_is_taken(inside, scene):
    inside.play(se.PlaceChosen("card"))
    assert {sf.TryCard(), sf.Try(sf.TrialOf.CARD, "zh")} <= set(inside.effects)
    inside.play(se.CardTried("resident", "欧阳*", "370102********0010"))
    assert [fact.value for fact in present(inside.visit, scene).body.facts][1:] == ["欧阳*", "370102 **** **** 0010"]
    assert "370102" not in repr(inside.visit)
    assert ef.WatchCard() in inside.effects
    inside.play(ev.Back())
    assert "370102" not in str(present(inside.visit, scene))
    inside.play(ev.CardTaken(), se.PlaceChosen("card"), se.StaffCardFailed(ErrorCode.NO_DEVICE))
    page = present(inside.visit, scene)
    assert page.primary.intent == Intent.TRY
    tries = inside.effects.count(sf.TryCard())
    inside.play(se.TrialAsked())
    assert inside.effects.count(sf.TryCard()) == tries + 1


def test_a_picture_is_taken_and_is_gone_with_the_page(inside, scene, page):
    inside.play(se.PlaceChosen("camera"))
    assert ef.StartPreview() in inside.effects
    inside.play(ev.PictureAsked())
    assert ef.TakePage() in inside.effects
    inside.play(ev.PageTaken(page))
    assert inside.step.at.lens is Lens.CHECK
    assert present(inside.visit, scene).body.picture == page.jpeg
    inside.play(ev.Back())
    assert ef.StopScanner() in inside.effects
    assert inside.step == Staffing(LIGHTS)


def test_what_makes_a_picture_clearer_is_a_touch_from_a_poor_one_and_back(inside, scene, page):
    inside.play(se.PlaceChosen("camera"), ev.PictureAsked(), ev.PageTaken(page))
    assert present(inside.visit, scene).body.actions == ()
    poor = replace(page, verdicts=("blurred",))
    inside.play(ev.PictureAsked(), ev.PictureAsked(), ev.PageTaken(poor))
    (way,) = present(inside.visit, scene).body.actions
    inside.play(se.PlaceChosen(way.value))
    body = present(inside.visit, scene).body
    assert [step.drawing for step in body.steps] == ["camera-wipe", "camera-lamp", "camera-paper"]
    assert body.heading.tone == "plain", "no light tells when it is done"
    inside.play(ev.Back())
    assert inside.step.at.lens is Lens.LIVE


def test_a_test_slip_is_printed_once_a_touch(inside, scene):
    inside.play(se.PlaceChosen("slip"), se.TrialAsked())
    trial = sf.Try(sf.TrialOf.SLIP, "zh")
    assert inside.effects.count(trial) == 1, "while it prints nothing more is printed"
    inside.play(ev.SlipFailed(ErrorCode.PAPER_OUT))
    assert "纸" in present(inside.visit, scene).body.heading.hint
    inside.play(se.TrialAsked(), ev.SlipPrinted(True))
    assert inside.effects.count(trial) == 2
    assert present(inside.visit, scene).body.heading.tone == "good"


def test_a_sound_is_played_anew_when_asked_and_it_is_said_when_none_can_be(inside, scene):
    inside.play(se.PlaceChosen("sound"), se.TrialAsked())
    trial = sf.Try(sf.TrialOf.SOUND, "zh")
    assert inside.effects.count(trial) == 1, "not before the first was played"
    inside.play(se.SoundPlayed(True))
    assert "听到了吗" in present(inside.visit, scene).body.heading.title
    inside.play(se.TrialAsked(), se.SoundPlayed(False))
    assert inside.effects.count(trial) == 2
    body = present(inside.visit, scene).body
    assert body.heading.tone == "attention"
    assert [way.value for way in choices(body)] == ["levels"]


def test_the_glass_is_touched_from_corner_to_corner(inside, scene, services, words):
    inside.play(se.PlaceChosen("touch"))
    body = present(inside.visit, scene).body
    assert isinstance(body, TouchBody)
    assert (len(body.targets), body.columns) == (25, 5)
    corners_and_middle = [body.targets[at] for at in (0, 4, 20, 24, 12)]
    for target in corners_and_middle:
        inside.play(event_for(target.intent, target.value, services, words.languages, NOW))
    body = present(inside.visit, scene).body
    assert [at for at, target in enumerate(body.targets) if target.on] == [0, 4, 12, 20, 24]
    assert "20 处" in body.heading.title
    inside.play(*(se.Picked(target.value) for target in body.targets))
    assert present(inside.visit, scene).body.heading.tone == "good"
    inside.play(se.TrialAsked())
    assert not any(target.on for target in present(inside.visit, scene).body.targets)
    assert inside.effects.count(sf.Try(sf.TrialOf.TOUCH, "zh")) == 1


def test_a_closed_terminal_says_why_and_begins_nothing_until_it_is_opened(inside, scene):
    inside.play(se.PlaceChosen("closing"))
    assert [action.value for action in choices(present(inside.visit, scene).body)] == list(CLOSINGS)
    inside.play(se.Picked("repair"))
    assert sf.KeepClosed("repair") in inside.effects
    inside.play(ev.Forward(), ev.Started(NOW))
    page = present(inside.visit, scene)
    assert (page.name, page.body.lines[0]) == ("closed", "正在维修")
    assert isinstance(inside.step, Welcome)
    inside.play(ev.TimePassed(600.0))
    assert present(inside.visit, scene).name == "closed"
    inside.play(*IN, se.Reopened(), ev.Forward(), ev.Started(NOW))
    assert sf.KeepClosed("") in inside.effects
    assert isinstance(inside.step, Choosing)


def test_only_program_and_machine_are_asked_about(inside, scene):
    inside.play(se.PlaceChosen("restart"), se.Picked("devices"))
    assert inside.effects[-1] == sf.BeginAnew(Restart.DEVICES)
    inside.play(ev.Forward(), se.PlaceChosen("restart"), se.Picked("machine"))
    assert sf.BeginAnew(Restart.MACHINE) not in inside.effects
    inside.play(ev.Back(), se.Picked("machine"), ev.Forward(), ev.Forward())
    assert inside.effects.count(sf.BeginAnew(Restart.MACHINE)) == 1
    inside.play(se.RestartFailed())
    assert present(inside.visit, scene).body.heading.tone == "attention"


def test_levels_go_in_steps_between_their_ends(inside, scene):
    inside.play(se.PlaceChosen("levels"), se.LevelsSeen(10, 15))
    inside.play(*[se.KnobTurned("volume", -1)] * 3, *[se.KnobTurned("brightness", -1)] * 3)
    assert [effect for effect in inside.effects if isinstance(effect, sf.SetVolume | sf.SetBrightness)] == [
        sf.SetVolume(0),
        sf.SetBrightness(10),
    ]
    body = present(inside.visit, scene).body
    assert isinstance(body, LevelsBody)
    assert [level.less.enabled for level in body.levels] == [False, False]


def test_what_waits_says_why_and_goes_out_when_told(inside, scene):
    inside.play(se.PlaceChosen("waiting"))
    body = present(inside.visit, scene).body
    assert isinstance(body, WorkBody)
    assert "网线" in body.heading.hint
    assert [fact.value for fact in body.facts][:2] == ["3", "11-24 10:30"]
    inside.play(se.SendingAsked())
    assert sf.SendNow() in inside.effects
    assert "已叫它马上送" in present(inside.visit, scene).body.heading.title


def test_the_queue_goes_onto_a_stick_and_who_leaves_ends_it(inside, scene):
    inside.play(se.PlaceChosen("stick"), se.StickSeen(None))
    assert present(inside.visit, scene).primary is None
    inside.play(se.StickSeen(Stick("stick", 1 << 30)), se.Picked("write"), se.Carried(1, 3))
    assert inside.effects[-1] == sf.Export("stick")
    assert "1 / 3" in present(inside.visit, scene).body.heading.title
    inside.play(ev.Back())
    assert sf.StopCarrying() in inside.effects
    inside.play(se.PlaceChosen("stick"), se.StickSeen(Stick("stick", 1 << 30)), se.Picked("write"))
    for trouble in StickTrouble:
        inside.play(se.CarryingEnded(trouble))
        assert present(inside.visit, scene).body.heading.tone == "attention"
        inside.play(se.TrialAsked(), se.StickSeen(Stick("stick", 1 << 30)), se.Picked("write"))
    inside.play(se.Carried(3, 3), se.CarryingEnded())
    assert present(inside.visit, scene).body.heading.tone == "good"


def test_what_the_city_acknowledged_is_taken_in_from_a_stick(inside, scene):
    inside.play(se.PlaceChosen("stick"), se.StickSeen(Stick("stick", 1 << 30)), se.Picked("read"))
    (way,) = present(inside.visit, scene).body.choices
    assert (way.action.enabled, "没有回执" in way.hint) == (False, True)
    assert inside.step.at.stage == "looking"
    inside.play(se.StickSeen(Stick("stick", 1 << 30, 4)), se.Picked("read"), se.Picked("write"), se.Carried(1, 4))
    assert inside.effects[-1] == sf.TakeIn("stick")
    assert "1 / 4" in present(inside.visit, scene).body.heading.title
    inside.play(se.TakenIn(Taken(2, 1, 0, ("a.ack",))))
    body = present(inside.visit, scene).body
    assert (body.heading.tone, "签名" in body.heading.title) == ("attention", True)
    assert [fact.value for fact in body.facts] == ["2", "1", "1"]


@pytest.mark.parametrize(
    ("taken", "tone", "word"),
    [
        (Taken(3), "good", "收下 3 份"),
        (Taken(before=2), "good", "早就收过"),
        (Taken(others=2), "attention", "别的机器"),
        (Taken(), "attention", "没有找到"),
        (Taken(2, refused=("a.ack",)), "attention", "1 份回执对不上"),
    ],
)
def test_each_outcome_of_acknowledgements_has_its_words(inside, scene, taken, tone, word):
    inside.play(se.PlaceChosen("stick"), se.StickSeen(Stick("stick", 1 << 30, 4)), se.Picked("read"), se.TakenIn(taken))
    heading = present(inside.visit, scene).body.heading
    assert (heading.tone, word in heading.title) == (tone, True), heading


def test_nobody_is_asked_to_leave_while_something_is_written(inside):
    inside.play(se.PlaceChosen("stick"), se.StickSeen(Stick("stick", 1 << 30)), se.Picked("write"))
    for number in range(6):
        wait(inside, 30.0)
        inside.play(se.Carried(number, 6))
    assert isinstance(inside.step, Staffing)


def test_a_slip_is_found_by_the_end_of_its_number_and_printed_again(inside, scene):
    inside.play(se.PlaceChosen("reprint"))
    assert inside.effects[-1] == sf.FindSlips("")
    inside.play(se.SlipsFound(()), se.Picked("number"), *map(ev.KeyPressed, "001"), ev.Forward())
    assert present(inside.visit, scene).primary.enabled is False
    inside.play(ev.KeyPressed("3"), ev.Forward())
    assert inside.effects[-1] == sf.FindSlips("0013")
    inside.play(se.SlipsFound((SLIP,)), se.Picked("id-1"))
    assert inside.effects[-1] == sf.Reprint(SLIP, "zh")
    inside.play(se.Picked("id-1"), ev.SlipPrinted(True))
    assert inside.effects.count(sf.Reprint(SLIP, "zh")) == 1
    assert present(inside.visit, scene).lead == "3701 0226 1124 0001 3"


def test_figures_of_today_are_those_of_nobody(inside, scene):
    inside.play(se.PlaceChosen("today"), se.TodayCounted(Today(14, 11, 10, (("jn-elderly-card", 7),), 2, NOW)))
    facts = present(inside.visit, scene).body.facts
    assert [fact.value for fact in facts] == ["14", "11", "10", "2", "7"]


def test_visits_are_counted(player, now):
    player.play(ev.Started(now))
    assert player.effects == [ef.Count(ef.Milestone.BEGUN)]


@pytest.mark.parametrize("value", ["", "x", "receipt_printer", "volume/*", "/"])
def test_odd_values_from_the_screen_mean_nothing(inside, services, words, value):
    before = inside.visit
    for intent in (Intent.TASK, Intent.KNOB, Intent.STAFF_PAGE, Intent.PICK):
        event = event_for(intent, value, services, words.languages, NOW)
        if event is not None:
            inside.play(event)
    assert inside.visit.step == before.step
