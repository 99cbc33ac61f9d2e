"""What the shell shows while nobody is served: at rest, and to staff."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kiosk import shell
from kiosk.audit import AuditEvent
from kiosk.pages.outlook import Outlook
from kiosk.staff.kept import load
from tests.kiosk.shell.rig import Rig


def test_a_full_terminal_says_so_before_anyone_begins(rig):
    rig.desk.room = False
    rig.shell.pass_time(0.25)
    assert rig.shell.page.body.start.label == "本机暂停收件"
    rig.shell.intent("start", "")
    assert rig.shell.page.name == "attract"
    rig.desk.room = True
    rig.shell.pass_time(0.25)
    rig.shell.intent("start", "")
    assert rig.shell.page.name == "home"
    assert [rig.told(event) for event in (AuditEvent.OUT_OF_SERVICE, AuditEvent.IN_SERVICE)] == [[{"why": "disk"}]] * 2


def test_the_resting_screen_tells_how_things_stand(rig):
    body = rig.shell.page.body
    assert (body.clock, body.state.icon) == ("10:30", "wifi")
    rig.desk.surroundings = Outlook(line=False, waiting=3)
    rig.shell.pass_time(shell.LOOK_AROUND)

    def told():
        rig.shell.pass_time(0.25)
        return "3" in rig.shell.page.body.state.title

    rig.until(told)
    assert rig.shell.page.body.state.icon == "wifi-off"
    rig.shell.intent("start", "")
    assert rig.shell.page.name == "home"


def test_staff_come_in_with_the_pin_and_see_what_is_so(rig):
    rig.shell.intent("staff", "")
    rig.at("staff-pin")
    for key in "271828":
        rig.shell.intent("key", key)
    rig.until(lambda: rig.shell.page.primary.enabled)
    rig.shell.intent("forward", "")
    rig.at("staff")
    rig.until(lambda: rig.shell.page.body.lights)
    assert [light.title for light in rig.shell.page.body.lights][:4] == ["读卡器", "拍照仪", "打印机", "线路"]
    assert [task.hint for task in rig.shell.page.body.tasks] == ["线路"]
    rig.shell.intent("send_now", "")
    rig.until(lambda: rig.told(AuditEvent.STAFF_DEED))
    assert rig.desk.sendings == 1
    rig.shell.pass_time(60.0)
    assert rig.shell.page.name == "attract"
    staff = (AuditEvent.STAFF_PIN, AuditEvent.STAFF_ENTERED, AuditEvent.STAFF_DEED, AuditEvent.STAFF_LEFT)
    assert [fields for event in staff for fields in rig.told(event)] == [
        {"verdict": "open", "seconds": 0},
        {},
        {"deed": "send_now"},
        {"by": "idle"},
    ]


def enter(rig):
    rig.shell.intent("staff", "")
    rig.at("staff-pin")
    for key in "271828":
        rig.shell.intent("key", key)
    rig.until(lambda: rig.shell.page.primary.enabled)
    rig.shell.intent("forward", "")
    rig.at("staff")


def test_a_terminal_that_staff_closed_is_closed_after_a_restart_too(tmp_path):
    rig = Rig(tmp_path, None, None, None)
    enter(rig)
    rig.shell.intent("staff_page", "closing")
    rig.shell.intent("pick", "cleaning")
    rig.shell.intent("forward", "")
    assert rig.shell.page.name == "closed"
    rig.until(lambda: load(tmp_path).closed == "cleaning")
    rig.close()
    again = Rig(tmp_path, None, None, None)
    assert again.shell.page.name == "closed"
    again.shell.intent("start", "")
    assert again.shell.page.name == "closed"
    enter(again)
    again.shell.intent("reopen", "")
    again.shell.intent("forward", "")
    assert again.shell.page.name == "attract"
    again.close()


def test_what_waits_goes_onto_the_stick_that_is_in(rig, tmp_path):
    enter(rig)
    rig.sticks = {"stick": tmp_path}
    rig.shell.intent("staff_page", "stick")
    rig.until(lambda: rig.shell.page.primary is not None and rig.shell.page.primary.enabled)
    rig.shell.intent("pick", "write")
    rig.until(lambda: "写好" in rig.shell.page.body.heading.title)
    assert rig.shelf.exported == [tmp_path]


@pytest.mark.parametrize("still", [False, True])
def test_the_sentences_at_rest_go_round_unless_motion_is_switched_off(tmp_path, still):
    rig = Rig(tmp_path, None, None, None, still=still)
    shown = set()
    for _ in range(8):
        rig.shell.pass_time(0.25)
        shown.add(rig.shell.page.body.lines)
        rig.moment += timedelta(seconds=8)
    rig.close()
    assert (len(shown) == 1) is still
